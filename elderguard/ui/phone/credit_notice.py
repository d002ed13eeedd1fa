"""A notice that borrowed money was spent."""

from __future__ import annotations

from elderguard.scenario.model import CreditNotice
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.banner import Banner
from elderguard.ui.phone.motion import slide_in
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.theme import Text


class CreditNoticePage(PhonePage[CreditNotice]):
    """A banner over the home screen: the lender, the sum, the small print."""

    wallpaper = True

    def build(self) -> None:
        """Make the banner."""
        self._banner = Banner(self.theme, "bell")
        self._kind = self.text()
        self._amount = self.text(Text.PHONE_BIG, bold=True)
        self._text = self.text()
        self._banner.add(self._kind, self._amount, self._text)
        self.stack(self._banner, None, self.buttons)

    def fill(self, screen: CreditNotice, words: ScreenText) -> None:
        """Put lender and sum in."""
        self._banner.title.say(words.heading)
        self._kind.say(words.rows[0])
        self._amount.say(words.big)
        self._text.say(words.foot[0])

    def animate(self, screen: CreditNotice) -> None:
        """The banner slides in from above."""
        self.run(slide_in(self._banner, self.theme.px(120), self.theme.motion_ms))
