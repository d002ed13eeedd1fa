"""What the tests of the window share: our fonts, a window, and a program with a voice that only listens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from elderguard import paths, settings
from elderguard.app import Program
from elderguard.settings import Settings
from elderguard.ui.window import Window
from tests.ui.gate.visit import Setting, fonts, open_window
from tests.ui.running import Start, stop


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    """A window in the design size, shown, with nothing in it yet."""
    fonts()
    made = open_window(Setting())
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    """Starts the program on this test's data folder, as often as it is asked to."""
    running: list[Program] = []
    if not paths.settings_file().exists():  # the question of the very first start has tests of its own
        settings.save(Settings(sound_checked=True), paths.settings_file())

    def begin() -> Program:
        stop(running)
        program = Program()
        running.append(program)
        program.window.resize(1366, 768)
        program.window.show()
        program.window.activateWindow()
        return program

    yield begin
    stop(running)
