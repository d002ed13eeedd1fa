"""Carrying out the narrator's tasks in child processes, without ever waiting for one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from elderguard.voice.source import Task

AHEAD = 8
"""How many tasks for later are remembered; the latest wished for come first."""


class _Run(QObject):
    """One child process at one task. A spare one has been started and waits for its request."""

    def __init__(self, command: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.command = command
        self.task: Task | None = None
        self.urgent = False
        self.process = QProcess(self)
        self.limit = QTimer(self)
        self.limit.setSingleShot(True)
        self.limit.timeout.connect(self.process.kill)
        self.process.start(command[0], list(command[1:]))

    def begin(self, task: Task) -> None:
        self.task = task
        self.process.write(task.request.encode("utf-8"))
        self.process.closeWriteChannel()
        self.limit.start(round(task.limit * 1000))

    def fit(self, command: tuple[str, ...]) -> bool:
        return self.command == command and self.process.state() != QProcess.ProcessState.NotRunning


class Synthesis(QObject):
    """The child processes of one speaker: one for what is wanted now, one for what comes next,
    and one that has been started and waits, so that the first word need not wait for it."""

    done = Signal(object, int, str)
    """A task is over: the task, its exit code (-1: killed, crashed or never started), its output."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[_Run] = []
        self._later: list[Task] = []
        self._spare: _Run | None = None
        self._open = True

    def run(self, task: Task) -> None:
        """Carries the task out now; other urgent work is given up. If it is under way already
        for later use, it becomes the urgent one."""
        self.give_up()
        under_way = [run for run in self._runs if run.task is not None and run.task.target == task.target]
        if under_way:
            under_way[0].urgent = True
        else:
            self._start(task, urgent=True)

    def prepare(self, tasks: Sequence[Task]) -> None:
        """Carries these out when there is nothing better to do, the first of them first."""
        wanted = {task.target: task for task in (*tasks, *self._later)}
        self._later = list(wanted.values())[:AHEAD]
        self._go_on()

    def give_up(self) -> None:
        """Kills the urgent work, and no signal comes of it."""
        for run in [run for run in self._runs if run.urgent]:
            self._end(run)

    def close(self) -> None:
        """Ends every process, and sees them end: Qt complains of any that outlives its owner."""
        self._open = False
        self._later.clear()
        if self._spare is not None:
            self._runs.append(self._spare)
            self._spare = None
        for run in list(self._runs):
            self._end(run)
        for process in self.findChildren(QProcess):
            process.waitForFinished(500)

    def _start(self, task: Task, *, urgent: bool) -> None:
        run, self._spare = self._spare, None
        if run is None or not run.fit(task.command):
            if run is not None:
                self._end(run)
            run = _Run(task.command, self)
        run.urgent = urgent
        self._runs.append(run)
        run.process.finished.connect(lambda code, status, run=run: self._finished(run, code, status))
        run.process.errorOccurred.connect(lambda error, run=run: self._erred(run, error))
        run.begin(task)
        if run.process.error() == QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, run, lambda: self._over(run, -1))

    def _finished(self, run: _Run, code: int, status: QProcess.ExitStatus) -> None:
        self._over(run, code if status == QProcess.ExitStatus.NormalExit else -1)

    def _erred(self, run: _Run, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._over(run, -1)

    def _over(self, run: _Run, code: int) -> None:
        if run not in self._runs or run.task is None:
            return
        output = bytes(run.process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._runs.remove(run)
        run.deleteLater()
        if self._open and self._spare is None and code != -1:
            self._spare = _Run(run.command, self)
        self.done.emit(run.task, code, output)
        self._go_on()

    def _go_on(self) -> None:
        if self._open and self._later and not any(not run.urgent for run in self._runs):
            task = self._later.pop(0)
            if not any(run.task == task for run in self._runs):
                self._start(task, urgent=False)

    def _end(self, run: _Run) -> None:
        if run in self._runs:
            self._runs.remove(run)
        run.limit.stop()
        run.process.kill()
        # Qt waits up to 30 s in the destructor of a QProcess that still runs: let it end first.
        if run.process.state() == QProcess.ProcessState.NotRunning:
            run.deleteLater()
        else:
            run.process.finished.connect(run.deleteLater)
