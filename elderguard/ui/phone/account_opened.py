"""An account has been opened."""

from __future__ import annotations

from elderguard.scenario.model import AccountOpened
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure
from elderguard.ui.theme import Text


class AccountOpenedPage(PhonePage[AccountOpened]):
    """In which app, and in whose name."""

    def build(self) -> None:
        """Make the parts."""
        self._app = self.heading()
        self._done = self.text(Text.PHONE_BIG, bold=True, centred=True)
        self._holder = self.text(centred=True)
        card = Card(self.theme)
        card.add(Figure(self.theme, "check", least=56, most=96), self._done, self._holder)
        self.stack(self._app, None, card, None, self.buttons)

    def fill(self, screen: AccountOpened, words: ScreenText) -> None:
        """Put app and holder in."""
        self._app.say(words.heading)
        self._done.say(words.big)
        self._holder.say(words.foot[0])
