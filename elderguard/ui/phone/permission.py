"""An app asks to be allowed something."""

from __future__ import annotations

from elderguard.scenario.model import Permission
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure


class PermissionPage(PhonePage[Permission]):
    """A question in the middle of the screen, with the two answers under it."""

    wallpaper = True

    def build(self) -> None:
        """Make the card."""
        card = Card(self.theme)
        self._title = self.heading()
        self._app = self.text(centred=True)
        self._wants = self.text(bold=True, centred=True)
        card.add(Figure(self.theme, "shield", least=44, most=64), self._title, self._app, self._wants)
        self.stack(None, card, None, self.buttons)

    def fill(self, screen: Permission, words: ScreenText) -> None:
        """Put app and wish in."""
        self._title.say(words.heading)
        self._app.say(words.rows[0])
        self._wants.say(words.big)
