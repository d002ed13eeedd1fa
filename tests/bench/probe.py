"""Measures from inside one process and prints one JSON line: `python -m tests.bench.probe KIND`.

KIND is one of:

bare    a window of the same size that paints one colour: the floor
home    the program, until its first page has been painted
story   the same, then clicks through a story and times each click until the next step is painted
still   the program on its first page; stays until it is ended, for somebody outside to look at

Times are seconds of the monotonic clock; the moment of the start is the parent's business.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget

CLICKS = 150
SECOND_CLICK_MS = 1600  # sooner, a press where the pointer rests may be taken for a second one
PATIENCE_S = 5.0
STORY = "home-visit"


class Painted(QObject):
    """Notices when a top-level window has been painted, the screen included."""

    def __init__(self) -> None:
        super().__init__()
        self.at: float | None = None
        self._waiting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every event; a paint of a window is over when the queue is next empty."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow) and not self._waiting:
            self._waiting = True
            QTimer.singleShot(0, self, self._over)
        return False

    def _over(self) -> None:
        self._waiting = False
        self.at = time.monotonic()


class Bare(QMainWindow):
    """The least a program can show."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour."""
        QPainter(self).fillRect(self.rect(), QColor("#FBF4E6"))


def pss() -> float:
    """The memory of this process in MiB, shared pages counted in proportion."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no Pss in smaps_rollup")


def tell(**figures: object) -> None:
    """The line for the parent."""
    print(json.dumps(figures), flush=True)


def bare() -> None:
    """The floor."""
    app = QApplication(sys.argv[:1])
    painted = Painted()
    app.installEventFilter(painted)
    window = Bare()
    screen = QGuiApplication.primaryScreen()
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    until(painted)
    tell(painted=painted.at, pss=pss())


def until(painted: Painted) -> float:
    """Let the program work until the next paint is over; return when it was."""
    painted.at = None
    patience = time.monotonic() + PATIENCE_S
    while painted.at is None:
        if time.monotonic() > patience:
            raise SystemExit("nothing was painted")
        QApplication.processEvents()
    return painted.at


def program(kind: str) -> None:
    """The program as the command starts it; the measuring begins where it would wait for events."""
    waiting = QApplication.exec

    def measured(*_self: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        painted = Painted()
        app.installEventFilter(painted)
        first = until(painted)
        home = pss()
        match kind:
            case "home":
                tell(painted=first, pss=home)
            case "story":
                clicks = clicked_through(painted)
                tell(painted=first, clicks=clicks, pss=pss())
            case _:
                tell(painted=first, pss=home)
                return waiting()
        return 0

    QApplication.exec = measured  # type: ignore[method-assign]
    from elderguard import cli

    sys.exit(cli.main(["play", STORY] if kind == "story" else []))


def clicked_through(painted: Painted) -> list[tuple[float, str]]:
    """Click the buttons of a story at random, from a fixed seed; seconds each next step took, and
    what was clicked."""
    chance = random.Random(2)
    took: list[tuple[float, str]] = []
    while len(took) < CLICKS:
        QTest.qWait(SECOND_CLICK_MS)
        button = chance.choice(buttons())
        name = button.accessibleName()
        painted.at = None
        began = time.monotonic()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        took.append((until(painted) - began, name))
    return took


def buttons() -> list[QAbstractButton]:
    """What leads on: the choices, or the button that goes on; at the end, once more from the start."""
    (window,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMainWindow)]
    visible = [found for found in window.findChildren(QAbstractButton) if found.isVisible()]
    for wanted in ("button-choice:", "button-next", "button-more", "button-again"):
        found = [button for button in visible if button.objectName().startswith(wanted) and on_top(button)]
        if found:
            return found
    raise SystemExit(f"no way on among {[button.objectName() for button in visible]}")


def on_top(button: QWidget) -> bool:
    """Whether a click in the middle would reach it."""
    return button.window().childAt(button.mapTo(button.window(), button.rect().center())) is button


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else program(sys.argv[1])
