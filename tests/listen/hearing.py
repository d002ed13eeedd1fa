"""Which clips are heard, and together with which: each clip once, as long as its file stays the same.

Clips of a few syllables are joined in tens of one voice: alone they are too short for a listener that was
made for half a minute of speech, and for a person too (in the program they stand between others). They are
scored together. Longer ones are played in the same way, several in one window, but scored alone: what was
heard is cut where the whole has the fewest errors. Measured on 92 clips of six syllables and more: error rate
0.050 together and 0.065 alone, two lines over the limit either way, in half the time. But in a window the
listener sometimes skips a line, above all one that is much like its neighbour. So neighbours are drawn by lot
(in the order of their checksums), and what would be over the limit is heard once more, alone: that counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from elderguard.voice.pack import Clip
from tests.listen.record import Heard, Record
from tests.listen.score import LINE
from tests.listen.syllables import distance, nearest, split, units

SHORT = 6
"""Syllables from which on a clip is scored alone."""
AGAIN = LINE
"""The error rate in a window from which on a clip is heard once more, alone."""
JOINED = 10
"""Short clips that are heard and scored together."""


REST = 0.8
"""Seconds of silence between two clips that are heard together."""
LONGEST = 28.0
"""Seconds that are heard at one time: the listener's window is 30."""

Listener = Callable[[Sequence[Path], bool], str]
"""Hears sound files one after another with RESTs between them, whole or (True) through the low-pass, and says
what it heard."""


@dataclass(frozen=True)
class Batch:
    """Clips that are heard in one window, by their checksums. A group is scored together."""

    clips: Mapping[str, Clip]
    is_group: bool

    @property
    def group(self) -> str:
        """The name of the group; empty if each clip stands for itself."""
        return hashlib.sha256("".join(self.clips).encode()).hexdigest()[:12] if self.is_group else ""


def checksum(file: Path) -> str:
    """The SHA-256 of a file, hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def is_short(clip: Clip) -> bool:
    """Whether it has too few syllables to be heard alone."""
    return len(units(clip.spoken)) < SHORT


def batches(clips: Mapping[str, Clip], record: Record) -> tuple[Batch, ...]:
    """What is still to be heard, joined. A group that is not full is filled up with short clips of the same
    voice that were heard before, and these are scored in it from now on."""
    waiting = sorted(each for each in clips if each not in record.clips)
    found: list[Batch] = []
    for (short, _), each in groupby(
        sorted(waiting, key=lambda one: _kind(clips[one])), lambda one: _kind(clips[one])
    ):
        members = list(each)
        if short:
            known = [
                one for one in clips if one in record.clips and _kind(clips[one]) == _kind(clips[members[0]])
            ]
            members += known[: -len(members) % JOINED]
        found += [
            Batch({one: clips[one] for one in part}, short)
            for part in _windows(members, clips, JOINED if short else len(members))
        ]
    return tuple(found)


def _kind(clip: Clip) -> tuple[bool, str]:
    return is_short(clip), clip.voice


def _windows(members: Sequence[str], clips: Mapping[str, Clip], most: int) -> Iterator[list[str]]:
    """Parts of at most `most` clips that fit into one window with their rests."""
    part: list[str] = []
    length = 0.0
    for each in members:
        more = clips[each].seconds + REST
        if part and (len(part) == most or length + more > LONGEST):
            yield part
            part, length = [], 0.0
        part.append(each)
        length += more
    yield part


def hear_all(
    clips: Mapping[str, Clip],
    record: Record,
    hear: Listener,
    done: Callable[[int, int], None] = lambda heard, of: None,
) -> int:
    """Hear what the record does not know yet, whole and low-passed, and put it there. `done` is told how many
    of how many batches are heard. Returns how many clips were heard."""
    waiting = batches(clips, record)
    for number, batch in enumerate(waiting, start=1):
        plain, low = _pieces(batch, hear, low=False), _pieces(batch, hear, low=True)
        for each, whole, dull in zip(batch.clips, plain, low, strict=True):
            record.clips[each] = Heard(whole, dull, batch.group)
        done(number, len(waiting))
    return sum(len(batch.clips) for batch in waiting)


def _pieces(batch: Batch, hear: Listener, *, low: bool) -> list[str]:
    """What is heard of each clip of a batch."""
    files = [clip.path for clip in batch.clips.values()]
    heard = hear(files, low)
    if len(files) == 1:
        return [heard]
    said = [units(clip.spoken) for clip in batch.clips.values()]
    read = nearest([unit for text in said for unit in text], heard)
    pieces = split(said, read)
    skipped = [
        not batch.is_group and distance(text, piece) > AGAIN * len(text)
        for text, piece in zip(said, pieces, strict=True)
    ]
    return [
        hear([file], low) if again else "".join(unit.written for unit in piece)
        for file, piece, again in zip(files, pieces, skipped, strict=True)
    ]
