"""The page that installs an app."""

from __future__ import annotations

from elderguard.scenario.model import Install
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure
from elderguard.ui.theme import Text


class InstallPage(PhonePage[Install]):
    """The app, who made it, and the two answers."""

    def build(self) -> None:
        """Make the parts."""
        self._title = self.heading()
        card = Card(self.theme)
        self._app = self.text(Text.PHONE_BIG, bold=True, centred=True)
        self._maker = self.text(centred=True)
        card.add(Figure(self.theme, "app", least=48, most=84), self._app, self._maker)
        self.stack(self._title, None, card, None, self.buttons)

    def fill(self, screen: Install, words: ScreenText) -> None:
        """Put app and maker in."""
        self._title.say(words.heading)
        self._app.say(words.big)
        self._maker.say(words.foot[0])
