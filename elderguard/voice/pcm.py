"""Sound as samples: 16-bit mono in memory, read from a file, brought to one level, written to a file."""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

ACTIVE_LEVEL = -18.0
"""dBFS that speech is brought to, measured over the 20 ms windows in which somebody speaks."""
PEAK = -1.0
"""dBFS that no sample goes beyond."""
QUIET = -45.0
"""dBFS under which a 20 ms window counts as silence."""
_FULL = 32767


class SoundError(Exception):
    """A sound file that cannot be read. The message is Chinese."""


@dataclass(frozen=True)
class Pcm:
    """Mono sound: samples a second, and the samples as signed 16-bit little-endian bytes."""

    rate: int
    data: bytes

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.data) / 2 / self.rate

    @property
    def samples(self) -> array[int]:
        """The samples as numbers, a copy."""
        return _samples(self.data)

    def after_silence(self, seconds: float) -> Pcm:
        """The same with that much silence before it (loudspeakers that must wake up first
        swallow the beginning)."""
        return Pcm(self.rate, bytes(2 * round(seconds * self.rate)) + self.data)

    def from_second(self, seconds: float) -> Pcm:
        """What comes after so many seconds of it."""
        return Pcm(self.rate, self.data[2 * round(seconds * self.rate) :])

    def resampled(self, rate: int) -> Pcm:
        """The same at another number of samples a second, by linear interpolation."""
        if rate == self.rate or not self.data:
            return Pcm(rate, self.data)
        samples = _samples(self.data)
        samples.append(samples[-1])
        step = self.rate / rate
        count = int((len(samples) - 1) / step)
        places = (i * step for i in range(count))
        return Pcm(
            rate,
            _bytes(
                array(
                    "h",
                    (
                        int(samples[int(at)] + (samples[int(at) + 1] - samples[int(at)]) * (at % 1))
                        for at in places
                    ),
                )
            ),
        )

    def spread(self, channels: int) -> bytes:
        """The samples with the same sound on every one of that many channels, interleaved."""
        samples = _samples(self.data)
        spread = array("h", bytes(2 * channels * len(samples)))
        for channel in range(channels):
            spread[channel::channels] = samples
        return _bytes(spread)


def of_samples(rate: int, samples: array[int]) -> Pcm:
    """Sound of these numbers (`array("h")`)."""
    return Pcm(rate, _bytes(samples))


def read(path: Path) -> Pcm:
    """The sound in a file: WAV, and what libsndfile reads (Opus, FLAC) if soundfile is installed.

    Several channels become one. Raises SoundError."""
    if path.suffix == ".wav":
        return _read_wav(path)
    try:
        import soundfile  # type: ignore[import-untyped]  # only in a child process: it brings numpy

        with soundfile.SoundFile(str(path)) as file:
            return Pcm(file.samplerate, _mono(bytes(file.buffer_read(dtype="int16")), file.channels))
    except (ImportError, OSError, RuntimeError) as error:
        raise SoundError(f"读不了声音文件 {path.name}") from error


def _read_wav(path: Path) -> Pcm:
    try:
        with wave.open(str(path), "rb") as file:
            if file.getsampwidth() != 2 or file.getframerate() <= 0:
                raise SoundError(f"声音文件 {path.name} 的格式不对")
            return Pcm(file.getframerate(), _mono(file.readframes(file.getnframes()), file.getnchannels()))
    except (OSError, EOFError, wave.Error) as error:
        raise SoundError(f"读不了声音文件 {path.name}") from error


def write_wav(pcm: Pcm, path: Path) -> None:
    """Writes it as a WAV file. Raises OSError."""
    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(pcm.rate)
        file.writeframes(pcm.data)


def levelled(pcm: Pcm) -> Pcm:
    """The same with the silence at both ends cut off and the speech at ACTIVE_LEVEL, as far as
    PEAK allows. Pure silence becomes empty."""
    size = max(1, pcm.rate // 50)
    samples = _samples(pcm.data)
    loud = [
        (at, window)
        for at in range(0, len(samples), size)
        if decibels(_rms(window := samples[at : at + size])) > QUIET
    ]
    if not loud:
        return Pcm(pcm.rate, b"")
    spoken = samples[max(0, loud[0][0] - size) : loud[-1][0] + 2 * size]
    active = math.sqrt(sum(_rms(window) ** 2 for _, window in loud) / len(loud))
    wanted = _FULL * 10 ** (ACTIVE_LEVEL / 20) / active
    gain = min(wanted, _FULL * 10 ** (PEAK / 20) / max(max(spoken), -min(spoken)))
    return Pcm(pcm.rate, _bytes(array("h", (int(sample * gain) for sample in spoken))))


def decibels(amplitude: float) -> float:
    """An amplitude (0…32767) in dBFS; silence is -infinity."""
    return 20 * math.log10(amplitude / _FULL) if amplitude > 0 else -math.inf


def _rms(window: array[int]) -> float:
    return math.sqrt(sum(sample * sample for sample in window) / len(window))


def _mono(data: bytes, channels: int) -> bytes:
    if channels == 1:
        return data
    samples = _samples(data)
    parts = [samples[channel::channels] for channel in range(channels)]
    return _bytes(array("h", (sum(frame) // channels for frame in zip(*parts, strict=True))))


def _samples(data: bytes) -> array[int]:
    samples = array("h")
    samples.frombytes(data[: len(data) // 2 * 2])
    return _little_endian(samples)


def _bytes(samples: array[int]) -> bytes:
    return _little_endian(samples).tobytes()


def _little_endian(samples: array[int]) -> array[int]:
    if sys.byteorder == "big":  # pragma: no cover - no machine at hand
        samples = array("h", samples)
        samples.byteswap()
    return samples
