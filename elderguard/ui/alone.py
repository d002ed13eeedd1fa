"""Whether a window of this program is open already on the same data folder; a second start only asks it
to come forward.

Two windows would write the same records and settings, and speak at the same time. Nothing that a killed
program leaves behind keeps the next one from opening: when in doubt, a window opens.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

TRIES = 10
TRY_MS = 200
ANSWER_MS = 1000
HERE = b"here"
_LONGEST_SOCKET = 100  # bytes of a path; some systems take no more than 104


class Alone(QObject):
    """This start of the program. `asked`: another start would like this window to come forward."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is the data folder; it is made if need be."""
        super().__init__(parent)
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "window.lock"
        self._name = _socket_name(folder)
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # however long the program runs, the lock is good while it lives
        self._server: QLocalServer | None = None

    def begin(self) -> bool:
        """Whether a window is to open. False if there is one that answers; it has been asked to come
        forward. May take TRIES × TRY_MS where another start is just under way."""
        for _ in range(TRIES):
            if self._lock.tryLock(TRY_MS):
                return True
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return True  # no folder to lock in: nothing can be kept there either
            if self._called():
                return False
        if self._left_elsewhere():
            with suppress(OSError):
                self._file.unlink()
            self._lock.tryLock(0)
        return True

    def listen(self) -> None:
        """From now on hear other starts; only where this one has the lock. Loads the network library, so
        call it after the first paint."""
        from PySide6.QtNetwork import QLocalServer

        if not self._lock.isLocked():
            return
        QLocalServer.removeServer(self._name)  # what a killed program left
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def close(self) -> None:
        """The window is closed; the next start opens one."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        assert self._server is not None
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.write(HERE)
            caller.flush()
            caller.disconnectFromServer()
        self.asked.emit()

    def _called(self) -> bool:
        """Whether the other one answers. One that hangs does not."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(ANSWER_MS) and socket.waitForReadyRead(ANSWER_MS)
        return bool(answered) and socket.readAll().data() == HERE

    def _left_elsewhere(self) -> bool:
        """Whether the lock was left on another computer: the folder lies on a stick."""
        _, host, _ = self._lock.getLockInfo()
        return bool(host) and host != QSysInfo.machineHostName()


def come_forward(window: QWidget) -> None:
    """Show the window before all others, as far as the desktop allows it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _socket_name(folder: Path) -> str:
    """Where the first window listens: in the data folder, which nobody else can write to; a name made
    from it where a path cannot be used or is too long."""
    path = folder / "window.sock"
    if os.name == "posix" and len(os.fsencode(path)) <= _LONGEST_SOCKET:
        return str(path)
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:24]
    name = f"elderguard-{digest}"
    return str(Path(tempfile.gettempdir()) / name) if os.name == "posix" else name
