"""A rounded surface in a tone of the theme, behind texts that belong together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elderguard.ui.theme import Theme, Tone


class Surface(QWidget):
    """A card: fill and edge, nothing on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone, self._radius = Theme(), Tone.CARD, 24

    def show_tone(self, theme: Theme, tone: Tone, *, radius: int = 24) -> None:
        """Take on a tone of the theme."""
        self._theme, self._tone, self._radius = theme, tone, radius
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        stroke = theme.px(3)
        painter.setPen(QPen(QColor(theme.edge(self._tone)), stroke))
        painter.setBrush(QColor(theme.fill(self._tone)))
        half = stroke / 2
        radius = theme.px(self._radius)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
