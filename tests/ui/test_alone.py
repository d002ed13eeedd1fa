"""One window at a time: a second start brings the first one forward, and a killed one is in nobody's way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from elderguard.ui.alone import Alone, _socket_name, come_forward
from elderguard.ui.window import Window

STARTS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from elderguard.ui.alone import Alone
app = QCoreApplication([])
alone = Alone(Path(sys.argv[1]))
print("opens" if alone.begin() else "asks", flush=True)
if sys.argv[2:] == ["stays"]:
    alone.listen()
    app.exec()
elif sys.argv[2:] == ["hangs"]:
    sys.stdin.read()
"""


Starts = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Starts]:
    """Starts the program on a data folder, in a process of its own."""
    with ExitStack() as ended:

        def begin(folder: Path, *how: str) -> subprocess.Popen[str]:
            other = subprocess.Popen(
                [sys.executable, "-c", STARTS, str(folder), *how],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": str(Path.cwd())},
            )
            ended.enter_context(other)
            ended.callback(other.kill)
            return other

        yield begin


def said(other: subprocess.Popen[str]) -> str:
    assert other.stdout is not None
    return other.stdout.readline().strip()


def brought_forward(first: Alone, folder: Path, start: Starts, qtbot: QtBot) -> subprocess.Popen[str]:
    """Another start, which opens nothing and is heard by the first."""
    with qtbot.waitSignal(first.asked, timeout=20_000):
        other = start(folder)
    assert said(other) == "asks"
    return other


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_second_start_opens_no_window_and_asks_the_first_to_come_forward(
    folder: Path, start: Starts, qtbot: QtBot
) -> None:
    first = Alone(folder)
    assert first.begin()
    first.listen()
    second = brought_forward(first, folder, start, qtbot)
    assert second.wait(20) == 0
    first.close()


def test_a_killed_one_is_in_nobodys_way(folder: Path, start: Starts, qtbot: QtBot) -> None:
    killed = start(folder, "stays")
    assert said(killed) == "opens"
    killed.kill()
    killed.wait()
    next_one = Alone(folder)
    assert next_one.begin()
    next_one.listen()
    brought_forward(next_one, folder, start, qtbot)
    next_one.close()


def test_after_the_window_is_closed_the_next_start_opens_one(folder: Path, qtbot: QtBot) -> None:
    first = Alone(folder)
    assert first.begin()
    first.listen()
    first.close()
    second = Alone(folder)
    assert second.begin()
    second.close()


def test_one_that_hangs_does_not_keep_her_out(
    folder: Path, start: Starts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elderguard.ui.alone.TRIES", 2)
    hanging = start(folder, "hangs")
    assert said(hanging) == "opens"
    second = Alone(folder)
    assert second.begin()
    second.listen()
    second.close()


def test_what_was_left_on_another_computer_does_not_keep_her_out(
    folder: Path, start: Starts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elderguard.ui.alone.TRIES", 1)
    folder.mkdir()
    (folder / "window.lock").write_text("1\npython\nthe-other-computer\n\n\n", encoding="utf-8")
    first = Alone(folder)
    assert first.begin()
    first.listen()
    brought_forward(first, folder, start, qtbot)
    first.close()


def test_where_nothing_can_be_written_the_window_opens_all_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    alone = Alone(tmp_path / "file" / "data")
    assert alone.begin()
    alone.listen()
    alone.close()


def test_other_folders_are_other_programs(tmp_path: Path, qtbot: QtBot) -> None:
    one, other = Alone(tmp_path / "one"), Alone(tmp_path / "other")
    assert one.begin()
    assert other.begin()
    one.close()
    other.close()


def test_a_long_path_has_a_short_name(tmp_path: Path) -> None:
    assert len(os.fsencode(_socket_name(tmp_path / ("很长" * 60)))) <= 100
    assert _socket_name(tmp_path / ("很长" * 60)) != _socket_name(tmp_path / ("更长" * 60))


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_window_put_away_comes_forward(window: Window) -> None:
    window.showMinimized()
    come_forward(window)
    assert not window.isMinimized()
    assert window.isVisible()
