"""What is done to a piece of speech so that it fits the gate: trimmed, brought to one level, its pauses
lengthened."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence

from elderguard.voice.measure import WINDOW, edges, windows
from elderguard.voice.pcm import ACTIVE_LEVEL, QUIET, Pcm, of_samples

_EDGE = 0.02  # seconds left standing before the first and after the last sound
_KNEE, _CEILING = 10 ** (-6 / 20), 10 ** (-2.5 / 20)  # of full scale; coding may add a decibel to a peak
_FULL = 32767


def trimmed(pcm: Pcm) -> Pcm:
    """The same without the silence around it; pure silence becomes empty."""
    loudness = windows(pcm)
    if all(level <= QUIET for level in loudness):
        return Pcm(pcm.rate, b"")
    before, after = edges(loudness)
    first = max(0, round((before - _EDGE) * pcm.rate))
    last = round((len(loudness) * WINDOW - after + _EDGE) * pcm.rate)
    return Pcm(pcm.rate, pcm.data[2 * first : 2 * last])


def at_level(pcm: Pcm, wanted: float = ACTIVE_LEVEL) -> Pcm:
    """The same with its speech at that level (dBFS), its highest peaks rounded off."""
    loudness = windows(pcm)
    decibels = 0.0
    for _ in range(4):  # which windows count as speech depends on the gain
        energies = [10 ** (level / 10) for level in loudness if level + decibels > QUIET]
        if not energies:
            return pcm
        decibels = wanted - 10 * math.log10(sum(energies) / len(energies))
    gain = 10 ** (decibels / 20)
    samples = pcm.samples
    if gain * max(max(samples), -min(samples)) <= _CEILING * _FULL:
        return of_samples(pcm.rate, array("h", (round(sample * gain) for sample in samples)))
    return of_samples(
        pcm.rate, array("h", (round(_FULL * _rounded(sample * gain / _FULL)) for sample in samples))
    )


def _rounded(sample: float) -> float:
    """A sample of -1…1 and beyond, bent towards the ceiling from the knee on."""
    over = abs(sample) - _KNEE
    if over <= 0:
        return sample
    room = _CEILING - _KNEE
    return math.copysign(_KNEE + room * math.tanh(over / room), sample)


def widened(pcm: Pcm, silences: Iterable[tuple[float, float]]) -> Pcm:
    """The same with so many seconds of silence put in at each of those seconds, given in order."""
    parts, done = [], 0
    for at, seconds in silences:
        here = 2 * round(at * pcm.rate)
        parts += [pcm.data[done:here], bytes(2 * round(seconds * pcm.rate))]
        done = here
    return Pcm(pcm.rate, b"".join([*parts, pcm.data[done:]]))


def joined(pieces: Sequence[Pcm], pause: float) -> tuple[Pcm, tuple[float, ...]]:
    """The pieces one after the other with so many seconds between them, and the second at which each
    begins."""
    silence = bytes(2 * round(pause * pieces[0].rate))
    starts, data = [], b""
    for piece in pieces:
        if data:
            data += silence
        starts.append(round(len(data) / 2 / piece.rate, 3))
        data += piece.data
    return Pcm(pieces[0].rate, data), tuple(starts)
