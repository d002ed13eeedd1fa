"""A strip under the header that says what does not work just now: no sound, nothing kept."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elderguard.ui.font import font
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.wrap import text_size

PAD = 6


class NoteStrip(QWidget):
    """One sentence or two, calm, as long as they hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._text = TextBlock(self)
        self._text.setObjectName("note")

    def height_for(self, text: str, theme: Theme, width: int) -> int:
        """The height in px that the sentence needs; 0 without one."""
        if not text:
            return 0
        return text_size(text, font(theme, Text.CAPTION), width - 2 * theme.px(24))[1] + 2 * theme.px(PAD)

    def show_note(self, text: str, theme: Theme) -> None:
        """Show that sentence."""
        self._theme = theme
        self._text.show_text(text, theme, Text.CAPTION)
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        pad, side = self._theme.px(PAD), self._theme.px(24)
        self._text.setGeometry(QRect(side, pad, self.width() - 2 * side, self.height() - 2 * pad))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the text again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.fill(Tone.REHEARSE)))
