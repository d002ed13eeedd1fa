"""What of this computer works for the program: sound, voice, fonts, screen, folder, hotline table."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEventLoop, QObject, QProcess, QTimer, Signal, qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication

from elderguard import desktop, paths
from elderguard.ui.finding import Finding, Grade, data_folder, hotlines, report, versions, voice
from elderguard.ui.font import font_of, load_fonts
from elderguard.ui.loudspeaker import Loudspeaker, Output
from elderguard.ui.theme import FAMILY
from elderguard.voice.engine import worker_command

SMALLEST = (1024, 720)  # logical px
VOICE_LIMIT_S = 15


class Examination(QObject):
    """Looks at everything once, without making the window wait. Needs a running QGuiApplication."""

    done = Signal(list)
    """All findings (list of Finding), once the slowest of them is in."""

    def __init__(
        self, parent: QObject | None = None, *, hindrance: str | None = None, command: tuple[str, ...] = ()
    ) -> None:
        super().__init__(parent)
        self._hindrance = hindrance
        self._command = command or worker_command("--list")
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._erred)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._process.kill)

    def begin(self) -> None:
        """Starts; `done` follows."""
        self._limit.start(round(VOICE_LIMIT_S * 1000))
        self._process.start(self._command[0], list(self._command[1:]))

    def _erred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finished(-1, QProcess.ExitStatus.CrashExit)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        output = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        spoken = voice(code if status == QProcess.ExitStatus.NormalExit else -1, output)
        self.done.emit([*self._at_once(), spoken])

    def _at_once(self) -> tuple[Finding, ...]:
        loudspeaker = Loudspeaker(self)
        missing = loudspeaker.open()
        primary = QGuiApplication.primaryScreen()
        size = primary.availableGeometry().size().toTuple() if primary is not None else (0, 0)
        return (
            versions(qVersion()),
            screen(size, self._hindrance),
            fonts(),
            sound(missing, loudspeaker.outputs()),
            data_folder(paths.data_folder()),
            hotlines(date.today()),
        )


def screen(size: tuple[int, int], hindrance: str | None) -> Finding:
    """Whether a window can open, and is large enough. `size` in logical px."""
    if hindrance:
        return Finding("屏幕", Grade.TROUBLE, "打不开窗口", hindrance)
    seen = f"{size[0]} × {size[1]}"
    if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
        return Finding("屏幕", Grade.MIND, f"{seen}，有点小", "在系统设置里把分辨率调大，或者把缩放调小。")
    return Finding("屏幕", Grade.GOOD, seen)


def fonts() -> Finding:
    """Whether the font that comes with the program is there and used."""
    try:
        files = sorted((paths.assets_folder() / "fonts").glob("*.ttf"))
    except paths.MissingFilesError as error:
        return Finding("字体", Grade.TROUBLE, "字体文件不见了", str(error))
    broken = load_fonts(files)
    used = QFontInfo(font_of(32)).family()
    if broken or not files or used != FAMILY:
        return Finding("字体", Grade.TROUBLE, f"没用上自带的字体，用的是 {used}", "请重新安装程序。")
    return Finding("字体", Grade.GOOD, used)


def sound(missing: str, outputs: Iterable[Output]) -> Finding:
    """Whether there is something to be heard on."""
    if missing:
        return Finding("声音设备", Grade.TROUBLE, missing, "插上喇叭或耳机，打开电源，看看系统里是不是静音。")
    return Finding("声音设备", Grade.GOOD, "、".join(output.name for output in outputs))


def examine() -> tuple[str, bool]:
    """Everything for a terminal: the findings as Chinese text, and whether all is well."""
    hindrance = desktop.hindrance()
    if hindrance:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication([])
    examination = Examination(app, hindrance=hindrance)
    found: list[Finding] = []
    loop = QEventLoop()
    examination.done.connect(found.extend)
    examination.done.connect(loop.quit)
    QTimer.singleShot(0, examination.begin)
    loop.exec()
    return report(found)
