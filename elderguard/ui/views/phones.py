"""One pretend phone or two side by side, and in words who holds the first."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from elderguard.scenario.model import SELF, TABLE, Document
from elderguard.scenario.vocabulary import DocumentForm, Press
from elderguard.ui.phone.frame import PhoneFrame
from elderguard.ui.phone.part import Room
from elderguard.ui.screen import PhoneSight
from elderguard.ui.theme import Theme
from elderguard.ui.views.view import bare, light_up
from elderguard.ui.widgets.button import BigButton
from elderguard.ui.widgets.text import TextBlock

PHONE_WIDTH = 356
PAIR_WIDTH = 300
WIDEST = 1000
GAP = 20


def hold_plate(sight: PhoneSight) -> str:
    """In words, where that phone is."""
    if isinstance(sight.screen, Document):
        return f"看看{_PAPERS[sight.screen.form]}"
    if sight.hold.held_by == TABLE:
        return "手机放在桌上"
    if sight.hold.held_by == SELF and sight.hold.owner == SELF:
        return f"手机在{sight.holder_name}手里"
    if sight.hold.owner != SELF:
        return f"{sight.owner_name}的手机"
    return f"手机在{sight.holder_name}手里"


_PAPERS = {
    DocumentForm.LETTER: "这封信",
    DocumentForm.NOTICE: "这张通知",
    DocumentForm.BADGE: "工作牌",
    DocumentForm.ID_CARD: "身份证",
    DocumentForm.POSTER: "这张海报",
}


class PhoneRow(QWidget):
    """The pretend phones of a screen, as wide as they are given room."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames: list[PhoneFrame] = []
        self._actions: list[dict[Press, str]] = []

    def wanted_width(self, theme: Theme, phones: tuple[PhoneSight, ...]) -> int:
        """The width in px they take beside a speech; 0 without a phone."""
        if not phones:
            return 0
        if len(phones) == 1:
            return theme.px(PHONE_WIDTH)
        return theme.px(PAIR_WIDTH) * len(phones) + theme.px(GAP) * (len(phones) - 1)

    def needed_height(
        self, theme: Theme, phones: tuple[PhoneSight, ...], width: int, room: Room = Room.BARE
    ) -> int:
        """The height in px the tallest of them needs when they share that width and so much gives way."""
        each = self._each(theme, len(phones), width)
        frames = [self._filled(at, sight, theme) for at, sight in enumerate(phones)]
        return max((frame.needed_height(each, room) for frame in frames), default=0)

    def pages(self, theme: Theme, phones: tuple[PhoneSight, ...], box: QRect) -> list[tuple[PhoneSight, ...]]:
        """All of them together where that box holds them, else one after the other."""
        if len(phones) < 2 or self.needed_height(theme, phones, box.width()) <= box.height():
            return [phones]
        return [(phone,) for phone in phones]

    def show_phones(self, theme: Theme, phones: tuple[PhoneSight, ...], box: QRect) -> None:
        """Show the phones in that box, centred."""
        self.setGeometry(box)
        each = self._each(theme, len(phones), box.width())
        total = each * len(phones) + theme.px(GAP) * max(0, len(phones) - 1)
        left = max(0, (box.width() - total) // 2)
        for at, sight in enumerate(phones):
            frame = self._filled(at, sight, theme)
            frame.setGeometry(left + at * (each + theme.px(GAP)), 0, each, box.height())
            frame.show()
        for frame in self._frames[len(phones) :]:
            frame.hide()
        for at, sight in enumerate(phones):
            _name_texts(self._frames[at], "phone" if at == 0 else f"phone-{at + 1}", sight, len(phones))
        self.setVisible(bool(phones))

    def said(self, text: str) -> bool:
        """Light up what of the phones is being spoken: who has one, its words, its buttons."""
        lit = light_up([block for block in self.findChildren(TextBlock) if block.isVisible()], text)
        for button in self.findChildren(BigButton):
            button.set_lit(button.isVisible() and bool(text) and bare(button.face.text) in bare(text))
            lit = lit or button.lit
        return lit

    def _each(self, theme: Theme, count: int, width: int) -> int:
        if not count:
            return 0
        return min(theme.px(WIDEST), (width - theme.px(GAP) * (count - 1)) // count)

    def _filled(self, at: int, sight: PhoneSight, theme: Theme) -> PhoneFrame:
        if at == len(self._frames):
            frame = PhoneFrame(theme, self)
            frame.hide()
            frame.pressed.connect(lambda press, at=at: self.acted.emit(self._actions[at][press]))
            self._frames.append(frame)
            self._actions.append({})
        frame = self._frames[at]
        frame.set_theme(theme)
        self._actions[at] = {press: action for press, _, action in sight.presses}
        frame.show_screen(
            sight.screen,
            sight.hold,
            holder_name=sight.holder_name,
            owner_name=sight.owner_name,
            presses={press: name for press, name, _ in sight.presses},
        )
        return frame


def _name_texts(frame: PhoneFrame, name: str, sight: PhoneSight, phones: int) -> None:
    """Give every text of a phone names of its own, also beside another phone."""
    whose = f"{sight.owner_name}的手机：" if phones > 1 else ""
    for at, text in enumerate(frame.findChildren(TextBlock), 1):
        holder = text.objectName().endswith("-holder")
        text.setObjectName(f"{name}-holder" if holder else f"{name}-text-{at}")
        text.setAccessibleName(text.text() if holder else f"{whose}{text.text()}")
