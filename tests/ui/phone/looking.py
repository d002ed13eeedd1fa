"""Looking at a frame as a person would: which texts are in sight, whole, and dark enough on their ground."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from elderguard.ui.phone import PhoneFrame


def texts(frame: PhoneFrame) -> list[QLabel]:
    """The labels in sight, from top to bottom."""
    found = [label for label in frame.findChildren(QLabel) if label.isVisible() and label.text()]
    return sorted(found, key=lambda label: label.mapTo(frame, QPoint(0, 0)).y())


def buttons(frame: PhoneFrame) -> list[QPushButton]:
    """The buttons in sight."""
    return [button for button in frame.findChildren(QPushButton) if button.isVisible()]


def place(part: QWidget, frame: PhoneFrame) -> QRect:
    """Where a part lies in the frame."""
    return QRect(part.mapTo(frame, QPoint(0, 0)), part.size())


def cut_off(frame: PhoneFrame) -> list[str]:
    """Texts and buttons that are not whole in sight: too low, or beyond an edge of what holds them."""
    faults = []
    for part in (*texts(frame), *buttons(frame)):
        needed = part.heightForWidth(part.width())
        if part.height() < needed:
            faults.append(f"{part.text()}: {part.height()} px high, needs {needed}")
        around: QWidget | None = part.parentWidget()
        while around is not None and around is not frame.parentWidget():
            if not around.rect().contains(QRect(part.mapTo(around, QPoint(0, 0)), part.size())):
                faults.append(f"{part.text()}: beyond the edge of {type(around).__name__}")
            around = around.parentWidget()
    return faults


def overlaps(frame: PhoneFrame) -> list[str]:
    """Pairs of texts or buttons that lie over one another."""
    parts = [*texts(frame), *buttons(frame)]
    return [
        f"{one.text()} / {other.text()}"
        for index, one in enumerate(parts)
        for other in parts[index + 1 :]
        if place(one, frame).adjusted(2, 2, -2, -2).intersects(place(other, frame).adjusted(2, 2, -2, -2))
    ]


def contrast_of(image: QImage, box: QRect) -> float:
    """The contrast in that part of a picture between its ground and what differs most from it."""
    counted = Counter(
        image.pixel(across, down)
        for across in range(max(0, box.left()), min(image.width(), box.right() + 1))
        for down in range(max(0, box.top()), min(image.height(), box.bottom() + 1), 2)
    )
    ground = counted.most_common(1)[0][0]
    return max(_ratio(QColor(ground), QColor(other)) for other in counted)


def _ratio(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
