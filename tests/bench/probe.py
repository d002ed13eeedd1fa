"""Measures from inside one process and prints one JSON line: `python -m tests.bench.probe KIND`.

KIND is one of:

bare    a window of the same size that paints one colour: the floor
home    the program, until its first page has been painted
story   the same, then clicks through a story and times each click until the next step is painted
voice   the program in a story, then clicks and times each until the first samples of the voice are
        out; and the longest time in which the window answered nothing
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
HEARD_CLICKS = 40
SILENCE_MS = 900  # before a click whose sound is waited for, twice
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


def pss(pid: int | str = "self") -> float:
    """The memory of a process in MiB, shared pages counted in proportion."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
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
            case "voice":
                tell(painted=first, **heard(), pss=pss(), reader=sum(map(pss, children())))
            case _:
                tell(painted=first, pss=home)
                return waiting()
        return 0

    QApplication.exec = measured  # type: ignore[method-assign]
    from elderguard import cli

    sys.exit(cli.main(["play", STORY] if kind in ("story", "voice") else []))


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


def heard() -> dict[str, object]:
    """Click through a story as above, each time out of silence: when each click was (s of the monotonic
    clock), the seconds until the first samples of the voice were out, and the longest gap between two turns
    of the event loop, in which speaking began, went on, and was cut off."""
    from elderguard.ui.audio import Speaker
    from elderguard.ui.effects import Effects

    Effects.play = lambda self, name: None  # type: ignore[method-assign]  # only the voice is listened for
    (speaker,) = (
        found for window in QApplication.topLevelWidgets() for found in window.findChildren(Speaker)
    )
    began: list[float] = []
    speaker.utterance_began.connect(lambda _index: began.append(time.monotonic()))
    chance, clicks, took = random.Random(3), [], []
    QTest.qWait(3000)  # the program has come to rest
    gaps = Gaps()
    while len(took) < HEARD_CLICKS:
        QTest.qWait(SILENCE_MS)
        speaker.stop()
        QTest.qWait(SILENCE_MS)
        began.clear()
        clicks.append(time.monotonic())
        QTest.mouseClick(chance.choice(buttons()), Qt.MouseButton.LeftButton)
        patience = clicks[-1] + PATIENCE_S
        while not began and time.monotonic() < patience:
            QApplication.processEvents()
        if not began:
            raise SystemExit("nothing was said")
        took.append(began[0] - clicks[-1])
    return {"clicks": clicks, "sounded": took, "gap": gaps.longest, "busy": gaps.busiest}


class Gaps(QObject):
    """Notices the longest time in which the event loop did not come round, and the most that this thread
    worked between two turns: on a machine shared with others the first is also their doing."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self._last, self._worked = time.monotonic(), time.thread_time()
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._tick)
        self._beat.start(1)

    def _tick(self) -> None:
        now, worked = time.monotonic(), time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.busiest, self._worked = max(self.busiest, worked - self._worked), worked


def children() -> list[int]:
    """The child processes of this one."""
    told = Path("/proc/self/task").glob("*/children")
    return [int(child) for file in told for child in file.read_text(encoding="ascii").split()]


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
