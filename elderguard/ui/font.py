"""The one font family of the program, in two weights, loaded from the assets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from elderguard.ui.theme import FAMILY, Text, Theme


def load_fonts(files: Iterable[Path]) -> list[Path]:
    """Load font files; return those that could not be loaded. Needs a QGuiApplication."""
    return [file for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]


def use_fonts(folder: Path) -> list[Path]:
    """Load every font file of a folder and make ours the application's; return those that failed."""
    failed = load_fonts(sorted(folder.glob("*.ttf")))
    QGuiApplication.setFont(font_of(Text.BUTTON.size))
    return failed


def font(theme: Theme, text: Text, *, bold: bool = False) -> QFont:
    """The font for a text role in this theme."""
    return font_of(theme.font_px(text), bold=bold)


def font_of(pixels: int, *, bold: bool = False) -> QFont:
    """The program's font at a size in px. Medium, not Regular: thin strokes vanish on a projector."""
    made = QFont(FAMILY)
    made.setFamilies([FAMILY])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
    return made
