"""The parts that the pretend screens are put together from: texts, cards, pictures, rows of buttons."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elderguard.ui.picture import draw_picture, icon_file
from elderguard.ui.theme import Text, Theme
from elderguard.ui.widgets.text import TextBlock


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
        self._heights: dict[int, int] = {}

    def say(self, text: str) -> None:
        """Show that text from now on."""
        self._heights.clear()
        big = self._role is Text.PHONE_BIG and self._room < Room.BARE
        role = self._role if big or self._role is not Text.PHONE_BIG else Text.PHONE
        self.show_text(text, self._theme, role, bold=self._bold, centred=self._middle, ink=self._own_ink)
        self.updateGeometry()
        self.setVisible(bool(text))

    def heightForWidth(self, width: int) -> int:
        """The height in px at that width; a layout asks for the same widths again and again."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

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
