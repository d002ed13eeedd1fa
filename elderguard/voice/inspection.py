"""What is wrong with the clips of a pack, against the gate: files, level, peak, pauses, speed, silence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from elderguard.voice.engine import syllables
from elderguard.voice.measure import PAUSE, TIMED, active_level, edges, pace, pauses, peak, windows
from elderguard.voice.pack import Clip, Pack
from elderguard.voice.pcm import SoundError, read

LEVELS = (-20.0, -16.0)
"""dBFS while somebody speaks; lines so are within 2 dB of the middle."""
HIGHEST = -1.0
"""dBFS of the highest sample."""
SPEEDS = (160.0, 180.0)
"""字/分 without the pauses, for clips of 8 syllables and more."""
SENTENCE = 0.7
"""Seconds of pause between sentences."""
LONGEST_EDGE = 0.15
"""Seconds of silence before the first and after the last sound."""
BYTES_A_SECOND = 3500.0
"""What a second of speech may take, over all of a pack."""
_BLUR = 0.02  # seconds by which coding shortens a silence
_COMMAS, _STOPS = "，、：；", "。！？!?"


@dataclass(frozen=True)
class Fault:
    """Something wrong with one clip, in Chinese."""

    clip: Clip
    says: str

    def __str__(self) -> str:
        start = self.clip.spoken if len(self.clip.spoken) <= 16 else self.clip.spoken[:16] + "……"
        return f"“{start}”（{self.clip.voice}）：{self.says}"


def inspect(pack: Pack) -> Iterator[Fault]:
    """Every fault of every clip, clip by clip."""
    for clip in pack.clips.values():
        for says in _faults(clip):
            yield Fault(clip, says)


def size(pack: Pack) -> int:
    """Bytes of all clips that are there."""
    return sum(clip.path.stat().st_size for clip in pack.clips.values() if clip.path.is_file())


def seconds(pack: Pack) -> float:
    """Seconds of speech in the pack."""
    return sum(clip.seconds for clip in pack.clips.values())


def _faults(clip: Clip) -> Iterator[str]:
    data = _data(clip.path)
    if data is None:
        yield "声音文件不见了"
        return
    if hashlib.sha256(data).hexdigest() != clip.sha256:
        yield "声音文件和清单对不上，换过或者坏了"
        return
    try:
        sound = read(clip.path)
    except SoundError:
        yield "声音文件打不开"
        return
    loudness = windows(sound)
    level = active_level(loudness)
    if not LEVELS[0] <= level <= LEVELS[1]:
        yield f"音量 {level:.1f} dBFS，应在 {LEVELS[0]:.0f} 到 {LEVELS[1]:.0f} 之间"
    if peak(sound) > HIGHEST:
        yield f"最响的一下 {peak(sound):.1f} dBFS，不能超过 {HIGHEST:.0f}"
    if abs(sound.seconds - clip.seconds) > 0.1:
        yield f"长 {sound.seconds:.1f} 秒，清单上写的是 {clip.seconds:.1f} 秒"
    if max(edges(loudness)) > LONGEST_EDGE:
        yield f"前后空着 {max(edges(loudness)):.2f} 秒，最多 {LONGEST_EDGE} 秒"
    speed = pace(clip.spoken, loudness)
    if syllables(clip.spoken) >= TIMED and not SPEEDS[0] <= speed <= SPEEDS[1]:
        yield f"每分钟 {speed:.0f} 字，应在 {SPEEDS[0]:.0f} 到 {SPEEDS[1]:.0f} 之间"
    yield from _pause_faults(clip.spoken, loudness)


def _pause_faults(spoken: str, loudness: list[float]) -> Iterator[str]:
    inner = spoken.rstrip(_COMMAS + _STOPS)
    marks = [mark for at, mark in enumerate(inner) if mark in _COMMAS + _STOPS and inner[at - 1] != mark]
    heard = pauses(loudness, PAUSE - _BLUR)
    if len(heard) < len(marks):
        yield f"有 {len(marks)} 处标点，只听到 {len(heard)} 处停顿（每处要有 {PAUSE} 秒）"
    long = sum(pause.seconds >= SENTENCE - _BLUR for pause in heard)
    stops = sum(mark in _STOPS for mark in marks)
    if long < stops:
        yield f"中间有 {stops} 处句号，只有 {long} 处停够了 {SENTENCE} 秒"


def _data(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
