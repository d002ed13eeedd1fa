"""How loud a voice came in: too soft, right, or too loud, while it is recorded and afterwards."""

from __future__ import annotations

from array import array
from enum import Enum

from elderguard.voice.measure import peak
from elderguard.voice.pcm import Pcm, levelled

SOFT = -24.0
"""dBFS that the peaks of a voice at the right distance go beyond."""
LOUD = -1.5
"""dBFS from which on the microphone cuts the peaks off."""
_CUT = 0.0005  # the share of cut samples that can be heard


class Loudness(Enum):
    """What the meter and the verdict say, by the word on the screen."""

    NONE = "没有声音"
    SOFT = "太轻"
    RIGHT = "正好"
    LOUD = "太响"


def zone(peak: float) -> Loudness:
    """Where a peak in dBFS lies on the meter."""
    if peak >= LOUD:
        return Loudness.LOUD
    return Loudness.RIGHT if peak >= SOFT else Loudness.SOFT


def verdict(pcm: Pcm) -> tuple[Loudness, Pcm]:
    """How loud a recording came in, and the same cut and levelled as it is kept (empty for silence)."""
    kept = levelled(pcm)
    if not kept.data:
        return Loudness.NONE, kept
    samples = array("h")
    samples.frombytes(pcm.data[: len(pcm.data) // 2 * 2])
    cut = round(32767 * 10 ** (LOUD / 20))
    if sum(not -cut < sample < cut for sample in samples) > _CUT * len(samples):
        return Loudness.LOUD, kept
    return (Loudness.SOFT if peak(pcm) < SOFT else Loudness.RIGHT), kept
