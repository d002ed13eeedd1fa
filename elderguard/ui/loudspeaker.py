"""The loudspeaker: which sound outputs there are, and playing one sound at a time on one of them.

The only module that uses QtMultimedia, which it imports when it is first opened: it costs 20 MB, and
nothing before the first paint needs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QObject, QTimer, Signal

from elderguard.voice.pcm import Pcm

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

LEAD_IN = 0.2
"""Seconds of silence before every sound: Bluetooth and HDMI swallow the first syllable."""
PATIENCE = 4.0
"""Seconds that a sound may take longer than it lasts before the output counts as dead."""

SECOND_TRY_S = 0.3
"""Seconds after which a sound that an output broke off is tried once more: the output may just have been
pulled out, and the system needs a moment to offer another."""
DEAD_S = 60.0
"""Seconds that an output which did not answer is left alone; asking it holds up the window."""

NO_OUTPUT = "没有找到喇叭或耳机，请看屏幕上的字。"
NO_PART = "放声音的部件没有装好，请看屏幕上的字。"
DEAD_OUTPUT = "喇叭没有反应，请看屏幕上的字。"


@dataclass(frozen=True)
class Output:
    """A sound output: an id to remember it by, and its name as the system gives it."""

    id: str
    name: str


class Loudspeaker(QObject):
    """Plays one sound at a time on the chosen output, or on the system's own if that is gone."""

    played = Signal()
    """The sound has been heard to its end."""
    broken = Signal(str)
    """It cannot be heard any further, and why (Chinese)."""
    outputs_changed = Signal()
    """An output was plugged in or out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: QMediaDevices | None = None
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._using = ""
        self._chosen = ""
        self._volume = 100
        self._sound: Pcm | None = None
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.timeout.connect(self._abandon)
        self._second_try = QTimer(self)
        self._second_try.setSingleShot(True)
        self._second_try.setInterval(round(SECOND_TRY_S * 1000))
        self._second_try.timeout.connect(self._start_again)
        self._tried_twice = False
        self._dead: list[QAudioSink] = []
        self._dead_until = 0.0

    def open(self) -> str:
        """Loads the sound system if it is not loaded, and says what is missing ("": nothing)."""
        if self._devices is None:
            # It reports in English what we say in Chinese: no sound server, no PipeWire, which FFmpeg.
            QLoggingCategory.setFilterRules("qt.multimedia.*=false")
            try:
                from PySide6.QtMultimedia import QMediaDevices
            except ImportError:
                return NO_PART
            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._look_again)
        if monotonic() < self._dead_until:
            return DEAD_OUTPUT
        return NO_OUTPUT if self._device().isNull() else ""

    def outputs(self) -> tuple[Output, ...]:
        """The sound outputs that are plugged in."""
        if self._devices is None and self.open() == NO_PART:
            return ()
        assert self._devices is not None
        return tuple(Output(_id(device), device.description()) for device in self._devices.audioOutputs())

    def choose(self, output: str) -> None:
        """Plays on the output of that id from now on ("": the system's own). A sound that is
        playing starts again there."""
        if output != self._chosen:
            self._chosen = output
            self._dead_until = 0.0
            self._start_again()

    def set_volume(self, volume: int) -> None:
        """0 to 100; loudness follows it evenly to the ear."""
        self._volume = max(0, min(100, volume))
        if self._sink is not None:
            self._sink.setVolume(self._gain())

    def play(self, sound: Pcm) -> None:
        """Plays the sound after LEAD_IN; what was playing stops. `played` or `broken` follows,
        unless it is stopped."""
        self._tried_twice = False
        self._play(sound)

    def _play(self, sound: Pcm) -> None:
        self.stop()
        missing = self.open()
        if missing:
            QTimer.singleShot(0, self, lambda: self.broken.emit(missing))
            return
        from PySide6.QtMultimedia import QAudioSink

        self._sound = sound
        device = self._device()
        self._using = _id(device)
        form, data = _fitted(sound.after_silence(LEAD_IN), device)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, form, self)
        self._sink.setVolume(self._gain())
        self._sink.stateChanged.connect(self._follow)
        self._watchdog.start(round(1000 * (LEAD_IN + sound.seconds + PATIENCE)))
        self._sink.start(self._buffer)

    @property
    def position(self) -> float:
        """Seconds of the sound that have been played. By the clock: how far the output has taken samples
        in tells nothing of what sounds."""
        return 0.0 if self._sink is None else max(0.0, self._sink.elapsedUSecs() / 1_000_000 - LEAD_IN)

    def stop(self) -> None:
        """Silence at once."""
        self._second_try.stop()
        self._sound = None
        self._drop()

    def _drop(self) -> None:
        self._watchdog.stop()
        sink, self._sink = self._sink, None
        buffer, self._buffer = self._buffer, None
        if sink is not None:
            sink.stateChanged.disconnect(self._follow)
            sink.reset()
            sink.deleteLater()
        if buffer is not None:
            buffer.deleteLater()

    def _device(self) -> QAudioDevice:
        assert self._devices is not None
        for device in self._devices.audioOutputs():
            if self._chosen and _id(device) == self._chosen:
                return device
        return self._devices.defaultAudioOutput()

    def _gain(self) -> float:
        return (self._volume / 100) ** 2

    def _follow(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        if self._sink is None:
            return
        state, error = self._sink.state(), self._sink.error()
        if state == QtAudio.State.IdleState and self._buffer is not None and self._buffer.atEnd():
            self.stop()
            self.played.emit()
        elif state == QtAudio.State.StoppedState and error != QtAudio.Error.NoError:
            if self._tried_twice:
                self._break(DEAD_OUTPUT)
            else:
                self._tried_twice = True
                self._drop()
                self._second_try.start()

    def _abandon(self) -> None:
        """The output does not answer. Nor would it answer being stopped, and that would hold up the window
        for half a minute: so it is let be."""
        if self._sink is not None:
            self._sink.stateChanged.disconnect(self._follow)
            self._dead.append(self._sink)
            self._sink = self._buffer = None
        self._dead_until = monotonic() + DEAD_S
        self._break(DEAD_OUTPUT)

    def _break(self, reason: str) -> None:
        self.stop()
        self.broken.emit(reason)

    def _look_again(self) -> None:
        self._dead_until = 0.0
        if self._sound is not None:
            assert self._devices is not None
            if self._device().isNull():
                self._break(NO_OUTPUT)
            elif self._using not in {_id(device) for device in self._devices.audioOutputs()}:
                self._start_again()
        self.outputs_changed.emit()

    def _start_again(self) -> None:
        if self._sound is not None:
            self._play(self._sound)


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _fitted(sound: Pcm, device: QAudioDevice) -> tuple[QAudioFormat, bytes]:
    """A format that the device takes, and the sound in it."""
    from PySide6.QtMultimedia import QAudioFormat

    form = QAudioFormat()
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    form.setChannelCount(1)
    form.setSampleRate(sound.rate)
    if device.isFormatSupported(form):
        return form, sound.data
    preferred = device.preferredFormat()
    sound = sound.resampled(preferred.sampleRate())
    form.setSampleRate(sound.rate)
    form.setChannelCount(preferred.channelCount())
    return form, sound.spread(preferred.channelCount())
