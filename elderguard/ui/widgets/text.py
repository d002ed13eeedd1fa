"""A block of text that measures itself honestly and can mark the words being spoken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from elderguard.ui.font import font
from elderguard.ui.theme import Text, Theme
from elderguard.ui.wrap import Mark, draw, height_of, lay_out, text_size


class TextBlock(QLabel):
    """A text in one role of the theme. A QLabel, so that the accessibility tree knows it as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._ink = "#000000"
        self._mark = ("", "")
        self._marks: tuple[Mark, ...] = ()
        self._spoken: tuple[Mark, ...] = ()
        self._centred = False

    def show_text(
        self,
        text: str,
        theme: Theme,
        role: Text,
        *,
        bold: bool = False,
        centred: bool = False,
        ink: str | None = None,
        marks: Sequence[Mark] = (),
    ) -> None:
        """Show `text` in a role of the theme, marked stretches on the mark colour."""
        self.setFont(font(theme, role, bold=bold))
        self._ink = ink or theme.palette.ink
        self._mark = (theme.palette.mark, theme.palette.mark_ink)
        self._marks, self._spoken = tuple(marks), ()
        self._centred = centred
        self.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.update()

    def set_spoken(self, marks: Sequence[Mark]) -> None:
        """Mark the words being spoken, besides those that are marked for good."""
        if tuple(marks) != self._spoken:
            self._spoken = tuple(marks)
            self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The stretches marked now."""
        return (*self._marks, *self._spoken)

    def heightForWidth(self, width: int) -> int:
        """The height in px that the whole text needs at this width."""
        return text_size(self.text(), self.font(), width, centred=self._centred)[1]

    def hasHeightForWidth(self) -> bool:
        """Yes: a narrower block is taller."""
        return True

    def sizeHint(self) -> QSize:
        """The size of the text at its longest allowed line."""
        width, height = text_size(self.text(), self.font(), 1 << 20, centred=self._centred)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """What is needed at the present width: a block that is smaller than this is cut off."""
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text as it was measured."""
        painter = QPainter(self)
        layout = lay_out(self.text(), self.font(), self.width(), centred=self._centred)
        fill, ink = self._mark
        draw(
            painter,
            layout,
            QRectF(0, 0, self.width(), max(self.height(), height_of(layout))),
            self._ink,
            marks=self.marks,
            mark_fill=fill,
            mark_ink=ink,
        )


def fits_on_one_line(text: str, font_used: QFont, width: int) -> bool:
    """Whether `text` needs no second line within `width` px."""
    return lay_out(text, font_used, width).lineCount() <= 1
