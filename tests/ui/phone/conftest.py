"""A phone frame in the real fonts, and the screens the tests look at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elderguard import paths
from elderguard.ui.font import load_fonts
from elderguard.ui.phone import PhoneFrame
from elderguard.ui.theme import Theme

MakeFrame = Callable[..., PhoneFrame]


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    assert load_fonts(sorted((paths.assets_folder() / "fonts").glob("*.ttf"))) == []


@pytest.fixture
def make_frame(qtbot: QtBot) -> MakeFrame:
    """Builds a frame of a size and theme, shown, without motion unless asked for."""

    def make(width: int = 318, height: int = 560, theme: Theme | None = None) -> PhoneFrame:
        frame = PhoneFrame(theme or Theme(motion_ms=0))
        qtbot.addWidget(frame)
        frame.resize(width, height)
        frame.show()
        return frame

    return make
