"""What two texts have in common when they are only heard: their syllables, in pinyin without tones.

Numbers are a matter of writing, not of hearing: a listener writes 96110 or 460 where 九六幺幺零 or 四百六十
was said. So both sides go through the project's own spoken form, and a number that the listener wrote may
be read as an amount or digit by digit, whichever is nearer to what was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from elderguard.voice.spoken import digits, quantity, spoken

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_NOT_HEARD = re.compile(r"[^\u3400-\u9fffA-Za-z]")


@dataclass(frozen=True)
class Unit:
    """One syllable: as it is written (a character or a letter), and as it sounds."""

    written: str
    sound: str


def units(text: str) -> tuple[Unit, ...]:
    """The syllables of a text in its spoken form; punctuation is not heard."""
    written = _NOT_HEARD.sub("", spoken(text))
    sounds = lazy_pinyin(written, errors=list)  # letters stay letters, one each
    return tuple(Unit(one, sound.lower()) for one, sound in zip(written, sounds, strict=True))


def distance(said: Sequence[Unit], heard: Sequence[Unit]) -> int:
    """How many syllables must be changed, added or left out to make one of the other."""
    return _table(said, heard)[-1][-1]


def nearest(said: Sequence[Unit], heard: str) -> tuple[Unit, ...]:
    """A transcript read aloud, each of its numbers as it stands there, as an amount, or digit by digit: in
    the way that is nearest to what was said."""
    pieces, chosen = _NUMBER.split(heard), _NUMBER.findall(heard)

    def read(number: str, at: int) -> tuple[Unit, ...]:
        numbers = [*chosen[:at], number, *chosen[at + 1 :], ""]
        return units("".join(piece + number for piece, number in zip(pieces, numbers, strict=True)))

    for at, number in enumerate(chosen):
        ways = (number, quantity(number), digits(number.replace(",", "")))
        chosen[at] = min(ways, key=lambda way, at=at: distance(said, read(way, at)))  # type: ignore[misc]
    return read(chosen[0], 0) if chosen else units(heard)


def split(said: Sequence[Sequence[Unit]], heard: Sequence[Unit]) -> tuple[tuple[Unit, ...], ...]:
    """What was heard of each of several texts that were played one after another: the cuts are where the
    whole has the fewest errors, so the errors of the pieces add up to those of the whole."""
    ends, end = [], 0
    for text in said:
        end += len(text)
        ends.append(end)
    whole = [unit for text in said for unit in text]
    table = _table(whole, heard)
    row, column = len(whole), len(heard)
    cuts = {row: column}
    while row or column:
        here = table[row][column]
        if (
            row
            and column
            and here == table[row - 1][column - 1] + (whole[row - 1].sound != heard[column - 1].sound)
        ):
            row, column = row - 1, column - 1
        elif row and here == table[row - 1][column] + 1:
            row -= 1
        else:
            column -= 1
        cuts[row] = column  # the leftmost: what was added stands behind what was said
    pieces, begin = [], 0
    for end in ends:
        cut = len(heard) if end == len(whole) else cuts[end]
        pieces.append(tuple(heard[begin:cut]))
        begin = cut
    return tuple(pieces)


def _table(said: Sequence[Unit], heard: Sequence[Unit]) -> list[list[int]]:
    """The edit distances of all beginnings of the one and the other."""
    table = [list(range(len(heard) + 1))]
    for at, unit in enumerate(said, start=1):
        row, above = [at], table[-1]
        for column, other in enumerate(heard, start=1):
            same = above[column - 1] + (unit.sound != other.sound)
            row.append(min(above[column] + 1, row[column - 1] + 1, same))
        table.append(row)
    return table
