"""Recorded clips as samples: read by a child process that stays, kept in memory while they may be wanted."""

from __future__ import annotations

import contextlib
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from elderguard.voice.engine import reader_command
from elderguard.voice.pcm import Pcm
from elderguard.voice.source import Recording

KEPT = 6 * 1024 * 1024
"""Bytes of samples that are kept; about two minutes of speech."""
LIMIT_S = 8.0
"""Seconds after which the child process counts as hanging."""
AHEAD = 8
"""How many clips for later are remembered; the latest wished for come first."""
NO_READER = "读声音文件的程序没有反应。"


@dataclass(frozen=True)
class Decoded:
    """A clip ready to be played: its samples, and how many times as long as recorded they are."""

    sound: Pcm
    stretch: float = 1.0


class Decoder(QObject):
    """Reads one clip at a time; what is wanted now goes before what may be wanted later."""

    decoded = Signal(object)
    """A Recording can be had from `ask` now."""
    failed = Signal(object, str)
    """A Recording cannot be read, and why (Chinese)."""

    def __init__(self, command: tuple[str, ...] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command or reader_command()
        self._process: QProcess | None = None
        self._answer = bytearray()
        self._kept: OrderedDict[Recording, Decoded] = OrderedDict()
        self._reading: Recording | None = None
        self._next: Recording | None = None
        self._later: list[Recording] = []
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._broke)

    def ask(self, recording: Recording) -> Decoded | None:
        """The samples if they are there; else None, and `decoded` or `failed` follows."""
        found = self._kept.get(recording)
        if found is not None:
            self._kept.move_to_end(recording)
            return found
        self._next = recording
        self._go_on()
        return None

    def prepare(self, recordings: Sequence[Recording]) -> None:
        """Reads these when there is nothing better to do, the first of them first."""
        wanted = dict.fromkeys((*recordings, *self._later))
        self._later = [recording for recording in wanted if recording not in self._kept][:AHEAD]
        self._go_on()

    def close(self) -> None:
        """Ends every child process and sees it end: Qt complains of any that outlives its owner."""
        self._next, self._later = None, []
        self._end()
        for process in self.findChildren(QProcess):
            process.waitForFinished(500)

    def _go_on(self) -> None:
        if self._reading is not None:
            return
        wanted = [*([self._next] if self._next else []), *self._later]
        if not wanted:
            return
        recording, self._next = wanted[0], None
        self._later = [each for each in self._later if each != recording]
        self._reading = recording
        request = json.dumps({"path": str(recording.path), "stretch": recording.stretch})
        self._limit.start(round(LIMIT_S * 1000))
        self._child().write(request.encode("ascii") + b"\n")

    def _child(self) -> QProcess:
        if self._process is None:
            self._process = QProcess(self)
            self._process.setStandardErrorFile(QProcess.nullDevice())
            self._process.readyReadStandardOutput.connect(self._hear)
            self._process.errorOccurred.connect(self._erred)
            self._process.finished.connect(self._broke)
            self._process.start(self._command[0], list(self._command[1:]))
        return self._process

    def _erred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self, self._broke)

    def _hear(self) -> None:
        if self._process is None:
            return
        self._answer += bytes(self._process.readAllStandardOutput().data())
        head, line, body = self._answer.partition(b"\n")
        if not line:
            return
        try:
            told: Any = json.loads(bytes(head))
            whole = "error" in told or len(body) >= int(told["bytes"])
        except (ValueError, KeyError, TypeError):
            self._broke()
            return
        if whole:
            self._take(told, bytes(body))

    def _take(self, told: Any, body: bytes) -> None:
        recording, self._reading = self._reading, None
        self._answer.clear()
        self._limit.stop()
        if recording is None:
            return
        if "error" in told:
            self.failed.emit(recording, f"读不了声音文件 {recording.path.name}")
        else:
            self._keep(recording, Decoded(Pcm(int(told["rate"]), body), float(told["stretch"])))
            self.decoded.emit(recording)
        self._go_on()

    def _keep(self, recording: Recording, decoded: Decoded) -> None:
        self._kept[recording] = decoded
        while len(self._kept) > 1 and sum(len(one.sound.data) for one in self._kept.values()) > KEPT:
            self._kept.popitem(last=False)

    def _broke(self) -> None:
        """The child process hangs or is gone; the next clip gets another one."""
        recording, self._reading = self._reading, None
        self._end()
        if recording is not None:
            self.failed.emit(recording, NO_READER)
        self._go_on()

    def _end(self) -> None:
        process, self._process = self._process, None
        self._limit.stop()
        self._answer.clear()
        if process is None:
            return
        with contextlib.suppress(RuntimeError):
            process.finished.disconnect(self._broke)
        process.kill()
        # Qt waits up to 30 s in the destructor of a QProcess that still runs: let it end first.
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
