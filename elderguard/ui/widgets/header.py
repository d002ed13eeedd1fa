"""The top of every screen: its title, and how far the story has come."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elderguard.ui.font import font
from elderguard.ui.theme import Text, Theme
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.wrap import text_size

DOT_WIDTH = 40
DOT_HEIGHT = 12
SLIM = 32


class Header(QWidget):
    """Title at the left, steps as words and dots at the right where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._title = TextBlock(self)
        self._title.setObjectName("title")
        self._steps = TextBlock(self)
        self._steps.setObjectName("steps")
        self._done = self._total = 0
        self._dots = QRectF()

    def show_header(self, title: str, done: int, total: int, theme: Theme) -> None:
        """Show that title, and step `done` of `total` (0 of 0: no story)."""
        self._theme, self._done, self._total = theme, done, total
        self._title.show_text(title, theme, Text.TITLE, bold=True)
        self._title.setVisible(not _only_dots(theme, total))
        words = f"第{done}步" if total and not _only_dots(theme, total) else ""
        self._steps.show_text(words, theme, Text.CAPTION, ink=theme.palette.quiet)
        self._arrange()
        self.update()

    def height_for(self, title: str, total: int, theme: Theme, width: int) -> int:
        """The height in px the header needs: with the largest letters a story keeps only its dots."""
        if _only_dots(theme, total):
            return theme.px(SLIM)
        pad = theme.px(24)
        text = text_size(title, font(theme, Text.TITLE, bold=True), width - 2 * pad)[1]
        return max(theme.px(64), text + theme.px(12))

    def _arrange(self) -> None:
        theme = self._theme
        pad, gap = theme.px(24), theme.px(24)
        title = text_size(self._title.text(), self._title.font(), self.width() - 2 * pad)
        self._title.setGeometry(QRect(pad, (self.height() - title[1]) // 2, title[0] + 2, title[1]))
        left = pad + title[0] + gap
        steps = text_size(self._steps.text(), self._steps.font(), 1 << 20)
        room = self.width() - pad - left
        self._steps.setVisible(bool(self._steps.text()) and steps[0] <= room)
        self._steps.setGeometry(
            QRect(left, (self.height() - steps[1]) // 2 + theme.px(2), steps[0] + 2, steps[1])
        )
        if self._steps.isHidden():
            steps = (-gap, 0)
        dot, space = theme.px(DOT_WIDTH), theme.px(8)
        if self._title.isHidden():
            left = pad
        total = self._total * (dot + space)
        left += steps[0] + gap
        fits = self._total and total <= self.width() - pad - left
        self._dots = QRectF(self.width() - pad - total, 0, total, self.height()) if fits else QRectF()

    def resizeEvent(self, event: object) -> None:
        """Place the parts again."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the line below and the dots."""
        painter = QPainter(self)
        palette, theme = self._theme.palette, self._theme
        painter.fillRect(self.rect(), QColor(palette.bar))
        painter.setPen(QPen(QColor(palette.line), theme.px(2)))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._dots.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot, space, high = theme.px(DOT_WIDTH), theme.px(8), theme.px(DOT_HEIGHT)
        for at in range(self._total):
            box = QRectF(self._dots.x() + at * (dot + space), (self.height() - high) / 2, dot, high)
            done = at < self._done
            painter.setPen(QPen(QColor(palette.safe if done else palette.edge), theme.px(2)))
            painter.setBrush(QColor(palette.safe) if done else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), high / 2, high / 2)


def _only_dots(theme: Theme, total: int) -> bool:
    return theme.percent >= 200 and total > 0
