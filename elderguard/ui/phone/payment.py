"""A payment, before and after it has gone."""

from __future__ import annotations

from elderguard.scenario.model import Payment
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure
from elderguard.ui.theme import Text


class PaymentPage(PhonePage[Payment]):
    """To whom, how much, out of which purse."""

    def build(self) -> None:
        """Make the parts."""
        self._title = self.heading()
        self._mark = Figure(self.theme, "credit-card", least=48, most=84)
        self._payee = self.text(centred=True)
        self._amount = self.text(Text.PHONE_BIG, bold=True, centred=True)
        self._purse = self.text(centred=True)
        card = Card(self.theme)
        card.add(self._mark, self._payee, self._amount, self._purse)
        self.stack(self._title, None, card, None, self.buttons)

    def fill(self, screen: Payment, words: ScreenText) -> None:
        """Put the sum in."""
        self._mark.show_icon("check" if screen.done else "credit-card")
        self._title.say(words.heading)
        self._payee.say(words.rows[0])
        self._amount.say(words.big)
        self._purse.say(words.foot[0])
