"""What is measured of speech: how loud, how high its peaks, where it pauses, how fast it is.

The gate's numbers (row 16) are read off these functions, where clips are made and where they are checked.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from elderguard.voice.engine import syllables
from elderguard.voice.pcm import QUIET, Pcm, decibels

WINDOW = 0.01
"""Seconds over which loudness is measured."""
PAUSE = 0.3
"""Seconds of quiet inside speech from which on it counts as a pause, as the gate counts them. Speed is told
without the pauses; shorter quiet belongs to how somebody speaks."""
TIMED = 8
"""Syllables from which on a clip's speed means something."""


@dataclass(frozen=True)
class Pause:
    """Quiet inside speech: when it begins and how long it lasts, in seconds."""

    at: float
    seconds: float

    @property
    def end(self) -> float:
        """When it is over, in seconds."""
        return self.at + self.seconds


def windows(pcm: Pcm) -> list[float]:
    """The loudness (dBFS) of each WINDOW of the sound; a rest shorter than one is left out."""
    samples = pcm.samples
    size = max(1, round(pcm.rate * WINDOW))
    return [
        decibels(math.sqrt(sum(sample * sample for sample in samples[at : at + size]) / size))
        for at in range(0, len(samples) - size + 1, size)
    ]


def edges(loudness: Sequence[float]) -> tuple[float, float]:
    """Seconds of quiet before the first and after the last sound."""
    loud = [at for at, level in enumerate(loudness) if level > QUIET]
    if not loud:
        return len(loudness) * WINDOW, 0.0
    return loud[0] * WINDOW, (len(loudness) - 1 - loud[-1]) * WINDOW


def pauses(loudness: Sequence[float], shortest: float = PAUSE) -> tuple[Pause, ...]:
    """The quiet inside the speech of at least `shortest` seconds, that at its ends not counted."""
    found, at = [], 0
    for quiet, group in groupby(loudness, lambda level: level <= QUIET):
        length = len(list(group))
        inside = at > 0 and at + length < len(loudness)
        if quiet and inside and length * WINDOW >= shortest - 1e-9:
            found.append(Pause(at * WINDOW, length * WINDOW))
        at += length
    return tuple(found)


def active_level(loudness: Sequence[float]) -> float:
    """dBFS of the windows in which somebody speaks; -infinity for silence."""
    energies = [10 ** (level / 10) for level in loudness if level > QUIET]
    return 10 * math.log10(sum(energies) / len(energies)) if energies else -math.inf


def peak(pcm: Pcm) -> float:
    """dBFS of the highest sample."""
    samples = pcm.samples
    return decibels(max(max(samples, default=0), -min(samples, default=0)))


def speaking(loudness: Sequence[float]) -> float:
    """Seconds in which somebody speaks: without the quiet at the ends and without the pauses."""
    silent = sum(edges(loudness)) + sum(pause.seconds for pause in pauses(loudness))
    return max(0.0, len(loudness) * WINDOW - silent)


def pace(spoken: str, loudness: Sequence[float]) -> float:
    """How fast these words are spoken, in 字/分 without the pauses; 0 for silence."""
    seconds = speaking(loudness)
    return 60 * syllables(spoken) / seconds if seconds else 0.0
