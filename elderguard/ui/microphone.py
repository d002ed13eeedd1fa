"""The microphone: open only between `start` and `stop`, and what was said into it meanwhile.

The counterpart of `loudspeaker`. QtMultimedia is imported when somebody presses 开始录, not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QIODevice, QLoggingCategory, QObject, Qt, QTimer, Signal

from elderguard.voice.measure import peak
from elderguard.voice.pcm import Pcm, mono

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSource, QMediaDevices

LONGEST = 60.0
"""Seconds that one recording lasts at most."""
PATIENCE = 3.0
"""Seconds without a sample after which a microphone counts as dead."""
RATES = (24000, 48000, 44100, 16000)
_METER = 0.1  # seconds that one reading of the meter covers

NO_PART = "录音的部件没有装好。"
NO_MICROPHONE = "没有找到麦克风。插上一个，再按“开始录”。"
NOT_ALLOWED = "电脑不让用麦克风。请在系统设置里打开，再来录。"
UNPLUGGED = "麦克风被拔掉了，这一句没录上。以前录的都在。"
DEAD = "麦克风没有反应，这一句没录上。以前录的都在。"


class Microphone(QObject):
    """Records one thing at a time from the system's own microphone. Every `start` is followed by
    `stop` or `close` from outside, or by `broken`; in all three it is closed again."""

    opened = Signal()
    """The first sound has come in: now one can speak."""
    level = Signal(float)
    """The peak of the last tenth of a second, in dBFS."""
    broken = Signal(str)
    """It could not be opened or has gone, and why (Chinese)."""
    full = Signal()
    """LONGEST is reached: stop it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: QMediaDevices | None = None
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._form: QAudioFormat | None = None
        self._using = b""
        self._wanted = False
        self._heard = bytearray()
        self._metered = 0
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.setInterval(round(1000 * PATIENCE))
        self._watchdog.timeout.connect(lambda: self._break(DEAD))

    @property
    def is_open(self) -> bool:
        """Whether it listens, or is about to."""
        return self._wanted

    def start(self) -> None:
        """Opens the microphone, once the person in front of the computer lets it. `opened` or `broken`
        follows."""
        self.close()
        self._wanted = True
        self._ask()

    def stop(self) -> Pcm:
        """Closes it; returns what was said."""
        self._take()
        form, heard = self._form, bytes(self._heard)
        self.close()
        return (
            _sound(heard, form.sampleRate(), form.channelCount()) if form is not None else Pcm(RATES[0], b"")
        )

    def close(self) -> None:
        """Closes it; what was said is forgotten."""
        self._wanted = False
        self._watchdog.stop()
        source, self._source = self._source, None
        self._stream = self._form = None
        self._heard.clear()
        self._metered = 0
        if source is not None:
            source.stateChanged.disconnect(self._follow)
            source.reset()
            source.deleteLater()

    def _ask(self) -> None:
        """Where the system asks the person whether a program may listen, let it ask."""
        from PySide6.QtCore import QMicrophonePermission

        app = QCoreApplication.instance()
        assert app is not None
        permission = QMicrophonePermission()
        if app.checkPermission(permission) == Qt.PermissionStatus.Undetermined:
            app.requestPermission(permission, self, lambda answer: self._answered(answer.status()))
        else:
            self._answered(app.checkPermission(permission))

    def _answered(self, status: Qt.PermissionStatus) -> None:
        if not self._wanted:
            return
        if status != Qt.PermissionStatus.Granted:
            self._break_soon(NOT_ALLOWED)
            return
        # It reports in English what we say in Chinese.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            self._break_soon(NO_PART)
            return
        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.audioInputsChanged.connect(self._look_again)
        device = self._devices.defaultAudioInput()
        form = None if device.isNull() else _form(device)
        if form is None:
            self._break_soon(NO_MICROPHONE)
            return
        self._listen(device, form)

    def _listen(self, device: QAudioDevice, form: QAudioFormat) -> None:
        from PySide6.QtMultimedia import QAudioSource

        self._form, self._using = form, bytes(device.id().data())
        self._source = QAudioSource(device, form, self)
        self._source.stateChanged.connect(self._follow)
        self._watchdog.start()
        stream = self._source.start()
        if stream is None or self._source is None:  # it may break while it starts
            self._break_soon(DEAD)
            return
        self._stream = stream
        stream.readyRead.connect(self._take)

    def _take(self) -> None:
        """Takes over what has come in, and reads the meter."""
        if self._stream is None or self._form is None:
            return
        new = bytes(self._stream.readAll().data())
        if not new:
            return
        first = not self._heard
        self._heard += new
        self._watchdog.start()
        if first:
            self.opened.emit()
        rate, frame = self._form.sampleRate(), self._form.bytesPerFrame()
        window = round(_METER * rate) * frame
        while self._form is not None and len(self._heard) - self._metered >= window:
            self.level.emit(peak(Pcm(rate, bytes(self._heard[self._metered : self._metered + window]))))
            self._metered += window
        if self._form is not None and len(self._heard) >= LONGEST * rate * frame:
            self.full.emit()

    def _follow(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        if self._source is not None and self._source.state() == QtAudio.State.StoppedState:
            self._break(DEAD)

    def _look_again(self) -> None:
        """An input was plugged in or out."""
        if self._source is None or self._devices is None:
            return
        if self._using not in [bytes(device.id().data()) for device in self._devices.audioInputs()]:
            self._break(UNPLUGGED)

    def _break_soon(self, reason: str) -> None:
        """Says it after `start` has returned."""
        QTimer.singleShot(0, self, lambda: self._break(reason) if self._wanted else None)

    def _break(self, reason: str) -> None:
        self.close()
        self.broken.emit(reason)


def _form(device: QAudioDevice) -> QAudioFormat | None:
    """The first form of ours that a microphone gives: 16-bit, one channel if it can."""
    from PySide6.QtMultimedia import QAudioFormat

    for channels in (1, 2):
        for rate in RATES:
            form = QAudioFormat()
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            form.setChannelCount(channels)
            form.setSampleRate(rate)
            if device.isFormatSupported(form):
                return form
    return None


def _sound(data: bytes, rate: int, channels: int) -> Pcm:
    frame = 2 * channels
    return Pcm(rate, mono(data[: len(data) // frame * frame], channels))
