"""What the tests of the window share: our fonts, a window, and a program with a voice that only listens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from elderguard.ui.window import Window
from tests.ui.gate.visit import Setting, fonts, open_window


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    """A window in the design size, shown, with nothing in it yet."""
    fonts()
    made = open_window(Setting())
    yield made
    made.close()
    made.deleteLater()
