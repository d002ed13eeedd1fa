"""A login page with a box for the code."""

from __future__ import annotations

from elderguard.scenario.model import Login
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.motion import count
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure
from elderguard.ui.theme import Text


class LoginPage(PhonePage[Login]):
    """The app's name, the code box, a note, and the button."""

    def build(self) -> None:
        """Make the parts."""
        self._app = self.heading()
        self._label = self.text(centred=True)
        self._box = Card(self.theme, edge=self.theme.palette.edge)
        self._empty = self.text(centred=True)
        self._code = self.text(Text.PHONE_BIG, bold=True, centred=True)
        self._box.add(self._empty, self._code)
        self._note = self.text(centred=True)
        self.stack(Figure(self.theme, "app", least=44, most=72), self._app, None)
        self.stack(self._label, self._box, self._note, None, self.buttons)

    def fill(self, screen: Login, words: ScreenText) -> None:
        """Put app, code and note in."""
        self._app.say(words.heading)
        self._label.say(words.rows[0])
        self._code.say(words.big if screen.code else "")
        self._empty.say("" if screen.code else words.big)
        self._note.say(words.foot[0] if words.foot else "")

    def animate(self, screen: Login) -> None:
        """The code is typed, digit by digit."""
        code = screen.code
        if code:
            show = self._code.setText
            time = self.theme.motion_ms * len(code) // 2
            self.run(count(self, 0, len(code), time, lambda typed: show(code[:typed])))
