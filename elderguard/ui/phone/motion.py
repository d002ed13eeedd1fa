"""How things move on a pretend screen: once, calmly, and never when motion is reduced (0 ms)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QVariantAnimation
from PySide6.QtWidgets import QWidget

SHAKES = (0, 4, -4, 4, -4, 3, -3, 0)


def slide_in(part: QWidget, lift: int, milliseconds: int) -> QVariantAnimation:
    """Let a part come down from `lift` px above its place."""
    move = QPropertyAnimation(part, b"pos", part)
    move.setDuration(milliseconds)
    move.setStartValue(part.pos() - QPoint(0, lift))
    move.setEndValue(part.pos())
    move.setEasingCurve(QEasingCurve.Type.OutCubic)
    return move


def shake(part: QWidget, milliseconds: int) -> QVariantAnimation:
    """Let a part tremble sideways a few pixels, as a ringing phone does."""
    move = QPropertyAnimation(part, b"pos", part)
    move.setDuration(milliseconds)
    for index, offset in enumerate(SHAKES):
        move.setKeyValueAt(index / (len(SHAKES) - 1), part.pos() + QPoint(offset, 0))
    return move


def count(
    owner: QWidget, start: int, end: int, milliseconds: int, show: Callable[[int], None]
) -> QVariantAnimation:
    """Call `show` with whole numbers from `start` to `end`."""
    steps = QVariantAnimation(owner)
    steps.setDuration(milliseconds)
    steps.setStartValue(float(start))
    steps.setEndValue(float(end))
    steps.valueChanged.connect(lambda value: show(round(value)))
    return steps
