"""How Chinese text is pronounced: a syllable for every character, as it is meant in these words.

pypinyin's word list is right for most of it; `polyphones.txt` beside this module outranks it. Both ways of
speaking (recorded clips, and an engine that is fed with pinyin) are given the syllables from here.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HANZI = r"\u3400-\u4dbf\u4e00-\u9fff"
_TABLE = Path(__file__).with_name("polyphones.txt")
_IS_HANZI = re.compile(f"[{HANZI}]")

# What the names of the letters sound like in Chinese mouths.
_NAMES = (
    "ei1 bi4 xi1 di4 yi4 ai1fu5 ji4 ai1chi5 ai4 zhei4 kei4 ai1lou5 ai1mu5 en1 ou1 pi4 ke4you5 "
    "a1er5 ai1si5 ti4 you1 wei1 da1bu5liu5 ai1ke5si5 wai1 zi1"
)
_LETTERS = {
    letter: tuple(re.findall("[a-z]+[1-5]", name))
    for letter, name in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _NAMES.split(), strict=True)
}


def pronounced(text: str) -> tuple[tuple[str, ...], ...]:
    """For every character of the text the syllables it is said with, as pinyin with tone numbers (5:
    neutral): one for a hanzi, one or more for a Latin letter, none for anything else."""
    from pypinyin import Style, lazy_pinyin  # takes a quarter of a second, and only where something speaks

    style = Style.TONE3
    listed = lazy_pinyin(text, style, errors=list, neutral_tone_with_five=True)  # type: ignore[arg-type]  # its stub knows no callable
    return tuple(
        ((_meant(text, at) or syllable,) if _IS_HANZI.match(text[at]) else _LETTERS.get(text[at].upper(), ()))
        for at, syllable in enumerate(listed)
    )


def _meant(text: str, at: int) -> str | None:
    """How the table reads the character at that place: as in the longest of its words around it."""
    for word, offset, begins, ends, reading in _table().get(text[at], ()):
        start, end = at - offset, at - offset + len(word)
        if start < 0 or not text.startswith(word, start):
            continue
        if begins and start and _IS_HANZI.match(text[start - 1]):
            continue
        if ends and end < len(text) and _IS_HANZI.match(text[end]):
            continue
        return reading
    return None


@cache
def _table() -> dict[str, list[tuple[str, int, bool, bool, str]]]:
    """The words of each character, longest first: the word, where in it the character stands, whether
    it must begin or end a clause, and the reading."""
    table: dict[str, list[tuple[str, int, bool, bool, str]]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        character, reading, *words = line.split()
        for marked in words:
            word = marked.strip("^$")
            begins, ends = marked.startswith("^"), marked.endswith("$")
            table.setdefault(character, []).extend(
                (word, offset, begins, ends, reading)
                for offset, other in enumerate(word)
                if other == character
            )
    for entries in table.values():
        entries.sort(key=lambda entry: len(entry[0]) + entry[2] + entry[3], reverse=True)
    return table
