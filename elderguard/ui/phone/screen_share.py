"""The phone's screen is being shown to somebody else."""

from __future__ import annotations

from elderguard.scenario.model import ScreenShare
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure
from elderguard.ui.theme import Theme


class ScreenSharePage(PhonePage[ScreenShare]):
    """Who is watching, and the button that ends it."""

    wallpaper = True

    def build(self) -> None:
        """Make the parts."""
        self._title = self.heading()
        self._watcher = self.text(centred=True)
        card = Card(self.theme, edge=self._edge(self.theme))
        card.add(Figure(self.theme, "eyes", least=48, most=84), self._title, self._watcher)
        self.stack(None, card, None, self.buttons)

    @staticmethod
    def _edge(theme: Theme) -> str:
        return theme.palette.alert

    def fill(self, screen: ScreenShare, words: ScreenText) -> None:
        """Put the watcher in."""
        self._title.say(words.heading)
        self._watcher.say(words.rows[0])
