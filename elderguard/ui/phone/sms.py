"""A text message arriving on the phone."""

from __future__ import annotations

import re

from elderguard.scenario.model import Sms
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.banner import Banner
from elderguard.ui.phone.motion import slide_in
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Room
from elderguard.ui.theme import Text

CODE = re.compile(r"(?<=码)[^\d]{0,6}?(\d{4,8}(?!\d)[，。,.；]?)")


def around_code(text: str) -> tuple[str, str, str]:
    """The text before a 验证码 of four to eight digits, the code with its comma, and the rest."""
    found = CODE.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start(1)].strip(), found.group(1), text[found.end() :].strip()


class SmsPage(PhonePage[Sms]):
    """A message as a banner over the home screen, its code in large digits."""

    wallpaper = True

    def build(self) -> None:
        """Make the banner."""
        self._whole = ""
        self._banner = Banner(self.theme, "guard-code")
        self._before, self._code, self._after = self.text(), self.text(Text.PHONE_BIG, bold=True), self.text()
        self._banner.add(self._before, self._code, self._after)
        self.stack(self._banner, None, self.buttons)

    def fill(self, screen: Sms, words: ScreenText) -> None:
        """Put the message into the banner."""
        sender, text = words.rows
        self._banner.title.say(sender)
        self._whole = text
        self._say()

    def _say(self) -> None:
        pieces = (self._whole, "", "") if self.room == Room.BARE else around_code(self._whole)
        for part, piece in zip((self._before, self._code, self._after), pieces, strict=True):
            part.say(piece)

    def set_room(self, room: Room) -> None:
        """Where there is little room, the code stands in the middle of the other words."""
        changed = (room == Room.BARE) != (self.room == Room.BARE)
        super().set_room(room)
        if changed:
            self._say()
            self.settle()

    def animate(self, screen: Sms) -> None:
        """The banner slides in from above."""
        self.run(slide_in(self._banner, self.theme.px(120), self.theme.motion_ms))
