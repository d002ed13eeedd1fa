"""One page of a screen as it stands in the window: the words that are drawn, the buttons, the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from elderguard.ui.phone.frame import PhoneFrame
from elderguard.ui.widgets.button import BigButton
from elderguard.ui.widgets.header import Header
from elderguard.ui.widgets.notes import NoteStrip
from tests.ui.gate.recording import drawn_by

Pixels = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Word:
    """A run of text on the page. `box` in px of the window, `where` the part of the window it is in."""

    text: str
    box: QRectF
    baseline: float
    pixels: float
    family: str
    weight: int
    widget: QWidget
    where: str

    @property
    def is_number(self) -> bool:
        """Whether it is the number in the circle of a choice."""
        return isinstance(self.widget, BigButton) and self.text == str(self.widget.face.number)


class Page:
    """What is on show in a root widget now. Measured once; good until something else is shown."""

    def __init__(self, root: QWidget, scale: float = 1.0, percent: int = 100) -> None:
        self.root, self.scale, self.percent = root, scale, percent

    @cached_property
    def widgets(self) -> list[QWidget]:
        """Everything visible."""
        return [self.root, *(child for child in self.root.findChildren(QWidget) if child.isVisible())]

    @cached_property
    def buttons(self) -> list[QAbstractButton]:
        """What can be pressed."""
        return [each for each in self.widgets if isinstance(each, QAbstractButton) and each.isEnabled()]

    @cached_property
    def blocks(self) -> list[QLabel]:
        """What is text and nothing else."""
        return [each for each in self.widgets if isinstance(each, QLabel) and each.text()]

    @cached_property
    def words(self) -> list[Word]:
        """All that is drawn as text, widget by widget."""
        return [word for widget in self.widgets for word in self._words(widget)]

    def _words(self, widget: QWidget) -> Sequence[Word]:
        if not widget.width() or not widget.height():
            return ()
        corner, where = widget.mapTo(self.root, QPoint()), _part(widget)
        return [
            Word(
                each.text,
                each.box.translated(corner.x(), corner.y()),
                each.baseline + corner.y(),
                each.pixels,
                each.family,
                each.weight,
                widget,
                where,
            )
            for each in drawn_by(widget)
        ]

    def words_of(self, widget: QWidget) -> list[Word]:
        """The words that one widget draws, in reading order."""
        found = [word for word in self.words if word.widget is widget]
        return sorted(found, key=lambda word: (round(word.baseline), word.box.left()))

    def box(self, widget: QWidget) -> QRect:
        """Where a widget is, in px of the window."""
        return QRect(widget.mapTo(self.root, QPoint()), widget.size())

    @cached_property
    def pixels(self) -> Pixels:
        """The picture: rows of points of red, green, blue."""
        return self.photograph()

    def photograph(self, box: QRect | None = None) -> Pixels:
        """A fresh picture of the window, or of a part of it."""
        image = (self.root.grab(box) if box is not None else self.root.grab()).toImage()
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(
            image.height(), image.bytesPerLine() // 4, 4
        )
        return rows.copy()[:, : image.width(), 2::-1]

    def cut(self, box: QRect) -> Pixels:
        """A part of the picture."""
        rect = box.intersected(self.root.rect())
        return self.pixels[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1]


def label(widget: QWidget) -> str:
    """How a widget is called in a report."""
    name = widget.objectName() or "?"
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {name} {text!r}" if text else f"{type(widget).__name__} {name}"


def _part(widget: QWidget) -> str:
    """Phone, header, note, or button or body."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, PhoneFrame):
            return "phone"
        if isinstance(above, Header):
            return "header"
        if isinstance(above, NoteStrip):
            return "note"
        above = above.parentWidget()
    return "button" if isinstance(widget, QAbstractButton) else "body"
