"""The plate under a phone that says in words who has it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from elderguard.ui.font import font
from elderguard.ui.picture import draw_picture, icon_file
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.wrap import text_size


class Plate(QWidget):
    """A coloured sign with a small picture and some words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.SAFE
        self._filled = True
        self._icon = "stop-hand"
        self._words = TextBlock(self)
        self._words.setObjectName("phone-holder")

    def show_plate(self, words: str, tone: Tone, icon: str, theme: Theme) -> None:
        """Say those words in that tone."""
        self._theme, self._tone, self._icon = theme, tone, icon
        filled = {Tone.SAFE: theme.palette.safe_ink, Tone.ALERT: theme.palette.alert_ink}
        self._filled = tone in filled
        ink = filled.get(tone, theme.palette.ink)
        self._words.show_text(words, theme, Text.CAPTION, bold=True, centred=True, ink=ink)
        self._arrange()
        self.update()

    def _side(self) -> int:
        return round(self._theme.font_px(Text.CAPTION) * 1.15)

    def _around(self) -> int:
        """What padding and picture take of the width."""
        return self._side() + self._theme.px(8) + 2 * self._theme.px(14)

    def natural_width(self) -> int:
        """The width in px that keeps the words on one line."""
        words = font(self._theme, Text.CAPTION, bold=True)
        return text_size(self._words.text(), words, 1 << 20)[0] + self._around() + 2

    def heightForWidth(self, width: int) -> int:
        """The height in px at that width."""
        words = self._words.heightForWidth(max(1, width - self._around()))
        return max(words, self._side()) + 2 * self._theme.px(6)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Arrange picture and words anew."""
        self._arrange()

    def _arrange(self) -> None:
        around, padding = self._around(), self._theme.px(14)
        self._words.setGeometry(around - padding, 0, max(1, self.width() - around), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign and its picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.px(3)
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        tone, ground = self._theme.edge(self._tone), self._theme.palette.ground
        painter.setPen(QPen(QColor(ground if self._filled else tone), edge))
        painter.setBrush(QColor(tone if self._filled else self._theme.fill(self._tone)))
        radius = min(box.height() / 2, self._theme.px(24))
        painter.drawRoundedRect(box, radius, radius)
        side = self._side()
        spot = QRect(self._theme.px(14), (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        draw_picture(painter, icon_file(self._icon), spot)
