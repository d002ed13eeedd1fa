"""How a text breaks into lines, so that it can be measured before it is shown and drawn as measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

_PHRASE_END = frozenset("，。！？；：、")
_CLOSING = frozenset("”’」』）》")
_ORPHAN = 3  # characters, a full stop among them, that are too few for a last line
_STRAY = 6  # characters of the next phrase that are better taken to the next line
MAX_CHARACTERS = 20  # a line longer than this is hard to follow back to the next one


MOST_KEPT = 400  # layouts: a few screens; measuring a screen asks for each of its texts many times
_KEPT: dict[tuple[object, ...], QTextLayout] = {}


@dataclass(frozen=True)
class Mark:
    """A stretch of text on a coloured ground: start and length in characters."""

    start: int
    length: int


def lay_out(text: str, font: QFont, width: int, *, centred: bool = False) -> QTextLayout:
    """Break `text` into lines of at most `width` px and `MAX_CHARACTERS` characters.

    The layout is shared by all who ask for the same one: measure it and draw it, change nothing.
    """
    key = (text, font.family(), font.pixelSize(), font.weight(), min(width, limit(font)), centred)
    found = _KEPT.pop(key, None)
    if found is None:
        found = _made(text, font, key[4], centred=centred)
        if len(_KEPT) >= MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
    _KEPT[key] = found  # at the end again: the one not asked for longest goes first
    return found


def _made(text: str, font: QFont, width: int, *, centred: bool) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    line_width = float(width)
    if centred:
        line_width = _balanced(layout, line_width)
    _break(layout, line_width)
    return layout


def limit(font: QFont) -> int:
    """The width in px of the longest line allowed in this font."""
    return int(font.pixelSize() * (MAX_CHARACTERS + 0.5))


def _break(layout: QTextLayout, width: float) -> float:
    """Break the text; return its height. A line that would end a few characters into the next phrase
    ends at its comma instead, and no last line holds a character or two, unless that costs a line."""
    height = _break_once(layout, width, at_phrases=False)
    lines = layout.lineCount()
    if lines < 2:
        return height
    step = layout.font().pixelSize()
    tries = [(width, True), *((width - step * n, True) for n in (1, 2, 3)), (width - step, False)]
    for narrower, at_phrases in tries:
        found = _break_once(layout, narrower, at_phrases=at_phrases)
        if layout.lineCount() == lines and not _orphaned(layout):
            return found
    return _break_once(layout, width, at_phrases=False)


def _orphaned(layout: QTextLayout) -> bool:
    return layout.lineAt(layout.lineCount() - 1).textLength() <= _ORPHAN


def _break_once(layout: QTextLayout, width: float, *, at_phrases: bool) -> float:
    text = layout.text()
    layout.beginLayout()
    height = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        if at_phrases:
            _end_at_phrase(line, text, width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


def _end_at_phrase(line: QTextLine, text: str, width: float) -> None:
    start, end = line.textStart(), line.textStart() + line.textLength()
    if end >= len(text):
        return
    cut = max((at + 1 for at in range(start, end) if text[at] in _PHRASE_END), default=0)
    while cut < end and text[cut] in _CLOSING:
        cut += 1
    if start < cut < end and end - cut <= min(_STRAY, (end - start) // 3):
        line.setNumColumns(cut - start, width)


def _balanced(layout: QTextLayout, width: float) -> float:
    """The least width that needs no more lines than `width` does: no orphan on the last line."""
    tallest = _break(layout, width)
    if layout.lineCount() < 2:
        return width
    low, high = width / 2, width
    while high - low > 4:
        middle = (low + high) / 2
        if _break(layout, middle) > tallest:
            low = middle
        else:
            high = middle
    return high


def height_of(layout: QTextLayout) -> int:
    """The height in px of a text that has been laid out."""
    if not layout.lineCount():
        return 0
    last = layout.lineAt(layout.lineCount() - 1)
    return int(last.y() + last.height() + 0.999)


def width_of(layout: QTextLayout) -> int:
    """The width in px that the laid out text really takes."""
    widths = [layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())]
    return int(max(widths, default=0.0) + 0.999)


def text_size(text: str, font: QFont, width: int, *, centred: bool = False) -> tuple[int, int]:
    """Width and height in px that `text` takes within `width`."""
    layout = lay_out(text, font, width, centred=centred)
    return width_of(layout), height_of(layout)


def draw(
    painter: QPainter,
    layout: QTextLayout,
    box: QRectF,
    ink: str,
    *,
    marks: Sequence[Mark] = (),
    mark_fill: str = "",
    mark_ink: str = "",
) -> None:
    """Draw a laid out text into `box`, vertically centred, its marked stretches on coloured ground."""
    ranges = []
    for mark in marks:
        style = QTextCharFormat()
        style.setBackground(QBrush(QColor(mark_fill)))
        style.setForeground(QBrush(QColor(mark_ink)))
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length, stretch.format = mark.start, mark.length, style
        ranges.append(stretch)
    option_width = layout.lineAt(0).width() if layout.lineCount() else 0.0
    centred = layout.textOption().alignment() == Qt.AlignmentFlag.AlignHCenter
    left = box.x() + max(0.0, (box.width() - option_width) / 2) if centred else box.x()
    top = box.y() + max(0.0, (box.height() - height_of(layout)) / 2)
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(left, top), ranges)
