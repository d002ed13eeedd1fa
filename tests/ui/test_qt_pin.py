"""Why PySide6 is pinned: 6.12.0 lost a reference to None at every void call, and after some thousand of
them Python 3.10 and 3.11 died. Lift the pin only to a version that passes this on every Python."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from PySide6.QtGui import QImage, QPainter
image = QImage(8, 8, QImage.Format.Format_RGB32)
painter = QPainter(image)
for _ in range(200_000):
    painter.resetTransform()
painter.end()
print("alive")
"""


def test_many_void_calls_do_not_kill_the_interpreter() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr[-2000:]
