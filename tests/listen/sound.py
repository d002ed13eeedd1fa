"""What reaches the listener's ear: clips as samples at 16 kHz, put together with rests, whole or as an old
ear gets them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from scipy.signal import butter, resample_poly, sosfilt

RATE = 16000
"""Samples a second that the listener takes."""
EDGE = 2000.0
"""Hz from which on an old ear hears no more (age-related hearing loss)."""
_CUT_FROM = 15.0  # seconds: a longer clip is cut at its quietest place between this and the longest
_WINDOW = 0.2  # seconds over which it is measured how quiet a place is
_BEFORE, _AFTER = 0.3, 0.5  # seconds of silence around what is heard, so that nothing is cut off
_ORDER = 8  # of the filter: 48 dB an octave

Samples = Any  # a one-dimensional array of float32, -1 to 1; numpy has no say in the project's types


def load(file: Path) -> Samples:
    """A sound file at RATE, mono. Raises OSError or RuntimeError (soundfile)."""
    samples, rate = soundfile.read(str(file), dtype="float32", always_2d=True)
    shared = math.gcd(rate, RATE)
    return resample_poly(samples.mean(axis=1), RATE // shared, rate // shared).astype(np.float32)


def low_passed(samples: Samples) -> Samples:
    """The same through SciPy's Butterworth low-pass of order 8: -3 dB at EDGE, -48 dB an octave above."""
    sections = butter(_ORDER, EDGE, fs=RATE, output="sos")
    return sosfilt(sections, samples).astype(np.float32)


def together(clips: Sequence[Samples], rest: float) -> Samples:
    """Clips one after another with so many seconds of silence between them, and some before and behind."""
    pieces = [_silence(_BEFORE)]
    for clip in clips:
        pieces += [clip, _silence(rest)]
    return np.concatenate([*pieces[:-1], _silence(_AFTER)])


def portions(samples: Samples, longest: float) -> list[Samples]:
    """A clip in portions of at most so many seconds, cut where it is quietest, as between two sentences."""
    found = []
    while len(samples) > longest * RATE:
        first, last, width = (round(seconds * RATE) for seconds in (_CUT_FROM, longest, _WINDOW))
        energy = np.convolve(samples[first:last] ** 2, np.ones(width), mode="valid")
        quietest = len(energy) - 1 - int(energy[::-1].argmin())  # the last of them: fewer portions
        cut = first + quietest + width // 2
        found.append(samples[:cut])
        samples = samples[cut:]
    return [*found, samples]


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), dtype=np.float32)
