"""The parts that the pretend screens are put together from: texts, cards, pictures, rows of buttons."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elderguard.scenario.vocabulary import Press
from elderguard.ui.picture import draw_picture, icon_file
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.widgets.button import BigButton, Face
from elderguard.ui.widgets.text import TextBlock

GAP = 16  # px between two buttons
TONES = {
    Press.ANSWER: Tone.SAFE,
    Press.HANG_UP: Tone.ALERT,
    Press.STOP_SHARING: Tone.ALERT,
    Press.ALLOW: Tone.CHOICE,
    Press.DENY: Tone.CHOICE,
    Press.INSTALL: Tone.CHOICE,
    Press.CANCEL: Tone.CHOICE,
    Press.CONFIRM: Tone.CHOICE,
    Press.PAY: Tone.CHOICE,
}
PRESSES = {press.value: press for press in Press}
ICONS = {Press.ANSWER: "call-answer", Press.HANG_UP: "call-hang-up"}


class Room(IntEnum):
    """How much room the words leave: all there is, gaps closed, or nothing but the words."""

    WIDE = 0
    CLOSE = 1
    BARE = 2


class PhoneText(TextBlock):
    """A text on a pretend screen, always in the same role; an empty one takes no room."""

    def __init__(
        self,
        theme: Theme,
        role: Text = Text.PHONE,
        *,
        bold: bool = False,
        centred: bool = False,
        ink: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._bold = bold
        self._middle = centred
        self._own_ink = ink or theme.palette.phone_ink
        self._room = Room.WIDE

    def say(self, text: str) -> None:
        """Show that text from now on."""
        big = self._role is Text.PHONE_BIG and self._room < Room.BARE
        role = self._role if big or self._role is not Text.PHONE_BIG else Text.PHONE
        self.show_text(text, self._theme, role, bold=self._bold, centred=self._middle, ink=self._own_ink)
        self.updateGeometry()
        self.setVisible(bool(text))

    def give_way(self, room: Room) -> None:
        """Large text becomes ordinary where other words need its room."""
        if room != self._room:
            self._room = room
            if self._role is Text.PHONE_BIG:
                self.say(self.text())


class Card(QWidget):
    """A rounded sheet that texts lie on, one under the other in `column`."""

    def __init__(self, theme: Theme, *, fill: str = "", edge: str = "", padding: int = 14) -> None:
        super().__init__()
        self._theme = theme
        self._fill = fill or theme.palette.phone_card
        self._edge = edge
        self.column = QVBoxLayout(self)
        self._padding = padding
        self.give_way(Room.WIDE)

    def give_way(self, room: Room) -> None:
        """Close the gaps within the sheet."""
        px = self._theme.px
        side, top, foot = {
            Room.WIDE: (self._padding, 10, 12),
            Room.CLOSE: (self._padding, 5, 6),
            Room.BARE: (8, 0, 2),
        }[room]
        self.column.setContentsMargins(px(side), px(top), px(side), px(foot))
        self.column.setSpacing(0 if room else px(2))

    def add(self, *parts: QWidget) -> None:
        """Put parts under what is there."""
        for part in parts:
            self.column.addWidget(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.px(3) if self._edge else 0
        painter.setPen(QPen(QColor(self._edge), width) if self._edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._fill))
        half = width / 2
        radius = self._theme.px(18)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)


class Ornament(QWidget):
    """A part without words. It gives way where the words need its room."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = True
        self._room = Room.WIDE

    def want(self, wanted: bool) -> None:
        """Whether this screen has it at all."""
        self._wanted = wanted
        self.setVisible(wanted and self._room < Room.BARE)

    def give_way(self, room: Room) -> None:
        """Go where nothing but the words has room."""
        self._room = room
        self.setVisible(self._wanted and room < Room.BARE)


class Figure(Ornament):
    """A picture on a pretend screen, `least` to `most` px high (design sizes)."""

    def __init__(
        self, theme: Theme, icon: str = "", *, least: int = 48, most: int = 96, tint: str = ""
    ) -> None:
        super().__init__()
        self._file: Path | None = icon_file(icon) if icon else None
        self._tint = tint
        self._most = theme.px(most)
        self.setMinimumHeight(theme.px(least))
        self.setMaximumHeight(self._most)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._file = icon_file(icon)
        self.update()

    def sizeHint(self) -> QSize:
        """As large as it may become."""
        return QSize(self._most, self._most)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle."""
        draw_picture(QPainter(self), self._file, self.rect(), tint=self._tint)


class PressRow(QWidget):
    """The buttons of a screen: side by side where their texts fit, else one under the other.

    Live ones are filled and can be pressed; the others belong to the picture of the screen only.
    """

    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[BigButton] = []
        self._used = 0
        self._bare = False
        self._shown: tuple[Press, ...] = ()
        self._live: dict[Press, str] = {}

    def show_presses(self, shown: tuple[Press, ...], live: Mapping[Press, str]) -> None:
        """Show these buttons, and all live ones with their accessible names."""
        self._shown, self._live = shown, dict(live)
        self._refill()

    def give_way(self, room: Room) -> None:
        """Show the live buttons only, where nothing but the words has room."""
        if (room == Room.BARE) != self._bare:
            self._bare = room == Room.BARE
            self._refill()

    def _refill(self) -> None:
        live = self._live
        shown = tuple(press for press in self._shown if press in live or not self._bare)
        presses = (*shown, *(press for press in live if press not in shown))
        while len(self._buttons) < len(presses):
            button = BigButton(self)
            button.acted.connect(lambda action: self.pressed.emit(PRESSES[action]))
            self._buttons.append(button)
        for button in self._buttons[len(presses) :]:
            button.hide()
        for button, press in zip(self._buttons, presses, strict=False):
            self._show_press(button, press, live)
        self._used = len(presses)
        self.setVisible(bool(presses))
        self.updateGeometry()
        self._arrange()

    def _show_press(self, button: BigButton, press: Press, live: Mapping[Press, str]) -> None:
        icon = icon_file(ICONS[press]) if press in ICONS else None
        face = Face(
            press.chinese,
            icon=icon,
            tone=TONES[press] if press in live else Tone.QUIET,
            filled=press in live and icon is None,
            name=live.get(press, press.chinese),
        )
        button.show_face(face, self._theme, press.value)
        button.setEnabled(press in live)

    def _live_buttons(self) -> list[BigButton]:
        return self._buttons[: self._used]

    def _beside(self, width: int) -> int:
        """The width of each button when they stand side by side; 0 if they cannot."""
        buttons = self._live_buttons()
        if not buttons:
            return 0
        each = (width - self._theme.px(GAP) * (len(buttons) - 1)) // len(buttons)
        return each if all(button.natural_width() <= each for button in buttons) else 0

    def hasHeightForWidth(self) -> bool:
        """Yes: where they do not fit side by side they take more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px the buttons take at this width."""
        buttons = self._live_buttons()
        each = self._beside(width)
        if each:
            return max(button.heightForWidth(each) for button in buttons)
        gaps = self._theme.px(GAP) * max(0, len(buttons) - 1)
        return sum(button.heightForWidth(width) for button in buttons) + gaps

    def sizeHint(self) -> QSize:
        """The size at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of it may be cut off."""
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Arrange the buttons anew."""
        self._arrange()

    def _arrange(self) -> None:
        each = self._beside(self.width())
        left = top = 0
        for button in self._live_buttons():
            width = each or self.width()
            height = button.heightForWidth(width)
            button.setGeometry(left, top, width, height)
            if each:
                left += each + self._theme.px(GAP)
            else:
                top += height + self._theme.px(GAP)
