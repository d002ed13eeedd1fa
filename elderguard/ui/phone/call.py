"""A call on the phone: ringing, talking, or ended."""

from __future__ import annotations

from elderguard.scenario.model import Call
from elderguard.scenario.screen_text import ScreenText
from elderguard.scenario.vocabulary import CallState
from elderguard.ui.phone.motion import shake
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Figure
from elderguard.ui.theme import Text


class CallPage(PhonePage[Call]):
    """Who calls, whether the phone knows the number, and the two buttons."""

    def build(self) -> None:
        """Make the parts."""
        self._state = self.text(centred=True)
        self._face = Figure(self.theme, "bust", least=56, most=120)
        self._caller = self.text(Text.PHONE_BIG, bold=True, centred=True)
        self._known = self.text(centred=True)
        self.stack(self._state, None, self._face, self._caller, self._known, None, self.buttons)

    def fill(self, screen: Call, words: ScreenText) -> None:
        """Put the caller's name or number in."""
        self._face.show_icon("bust" if screen.known else "unknown-caller")
        self._state.say(words.heading)
        self._caller.say(words.big)
        self._known.say(words.foot[0])

    def animate(self, screen: Call) -> None:
        """A ringing phone trembles."""
        if screen.state is CallState.RINGING:
            self.run(shake(self._face, self.theme.motion_ms * 3))
