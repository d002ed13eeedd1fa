"""What an account holds."""

from __future__ import annotations

from elderguard.scenario.model import Balance
from elderguard.scenario.screen_text import ScreenText, yuan
from elderguard.ui.phone.motion import count
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure
from elderguard.ui.theme import Text


class BalancePage(PhonePage[Balance]):
    """The account, the sum, and what it was a moment ago."""

    def build(self) -> None:
        """Make the parts."""
        self._account = self.heading()
        self._label = self.text(centred=True)
        self._amount = self.text(Text.PHONE_BIG, bold=True, centred=True)
        self._before = self.text(centred=True)
        card = Card(self.theme)
        card.add(
            Figure(self.theme, "credit-card", least=48, most=84), self._label, self._amount, self._before
        )
        self.stack(self._account, None, card, None, self.buttons)

    def fill(self, screen: Balance, words: ScreenText) -> None:
        """Put the sums in."""
        self._account.say(words.heading)
        self._label.say(words.rows[0])
        self._amount.say(words.big)
        self._before.say(words.foot[0] if words.foot else "")

    def animate(self, screen: Balance) -> None:
        """The sum runs from what it was to what it is."""
        if screen.before is not None:
            time = self.theme.motion_ms * 4
            show = self._amount.setText
            self.run(count(self, screen.before, screen.amount, time, lambda sum_: show(yuan(sum_))))
