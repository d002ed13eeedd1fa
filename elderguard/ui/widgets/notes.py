"""A strip under the header that says what does not work just now: no sound, nothing kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elderguard.ui.flow import split_to_fit
from elderguard.ui.font import font
from elderguard.ui.theme import TEXT_STEPS, Text, Theme, Tone
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.wrap import lay_out, text_size

PAD = 6
MOST_LINES = 2
LEAST_PERCENT = 125  # the volunteer's sentence may give way so far to the learner's


class NoteStrip(QWidget):
    """One sentence or two, calm, as long as they hold. They must not take the room of the choices: with
    large letters theirs stay smaller, and what needs more than two lines waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._text = TextBlock(self)
        self._text.setObjectName("note")

    def height_for(self, text: str, theme: Theme, width: int) -> int:
        """The height in px that the sentences need; 0 without any."""
        if not text:
            return 0
        told, letters = _fitting(text, theme, width)
        return text_size(told, font(letters, Text.CAPTION), _room(theme, width))[1] + 2 * theme.px(PAD)

    def show_note(self, text: str, theme: Theme) -> None:
        """Show that; the strip has its width already."""
        told, letters = _fitting(text, theme, self.width())
        self._theme = theme
        self._text.show_text(told, letters, Text.CAPTION)
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


def _room(theme: Theme, width: int) -> int:
    return width - 2 * theme.px(24)


def _fitting(text: str, theme: Theme, width: int) -> tuple[str, Theme]:
    """As many of the sentences as fit, and letters of the size in which they do: on one line if that
    can be, else on two."""
    steps = [percent for percent in reversed(TEXT_STEPS) if LEAST_PERCENT <= percent <= theme.percent]
    letters = [replace(theme, percent=percent) for percent in steps or [theme.percent]]
    for size in letters:
        if lay_out(text, font(size, Text.CAPTION), _room(theme, width)).lineCount() == 1:
            return text, size
    size = letters[-1]

    def lines(told: str) -> int:
        return lay_out(told, font(size, Text.CAPTION), _room(theme, width)).lineCount()

    first = split_to_fit(text, lines, MOST_LINES)[0]
    return (text, size) if first == text else _fitting(first, theme, width)
