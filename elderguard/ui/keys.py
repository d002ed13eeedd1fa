"""Which key stands for which action; the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from elderguard.ui.pages import buttons

NUMBERS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}
FORWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_PageDown})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
RING_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Tab})
RING_UP = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Backtab})
ACTIONS = {
    Qt.Key.Key_Space: buttons.REPEAT,
    Qt.Key.Key_Backspace: buttons.BACK,
    Qt.Key.Key_Left: buttons.BACK,
    Qt.Key.Key_PageUp: buttons.BACK,
    Qt.Key.Key_0: buttons.PAUSE,
    Qt.Key.Key_P: buttons.PAUSE,
    Qt.Key.Key_F1: buttons.HELP,
    Qt.Key.Key_Escape: buttons.HOME,
}
