"""Chinese text as pinyin with tone numbers, for an engine that cannot read hanzi."""

from __future__ import annotations

import re

# What the names of the letters sound like in Chinese mouths.
_NAMES = (
    "ei1 bi4 xi1 di4 yi4 ai1fu5 ji4 ai1chi5 ai4 zhei4 kei4 ai1lou5 ai1mu5 en1 ou1 pi4 ke4you5 "
    "a1er5 ai1si5 ti4 you1 wei1 da1bu5liu5 ai1ke5si5 wai1 zi1"
)
_LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _NAMES.split(), strict=True))
_STOPS = str.maketrans("，、；：。！？", ",,;:.!?")


def to_pinyin(text: str) -> str:
    """Syllables with tone numbers (5: neutral) between spaces, punctuation in ASCII."""
    from pypinyin import Style, lazy_pinyin  # takes a quarter of a second, and only in the child

    letters = re.sub(r"[A-Za-z]", lambda found: f" {_LETTERS[found[0].upper()]} ", text)
    syllables = lazy_pinyin(letters, style=Style.TONE3, neutral_tone_with_five=True)
    return re.sub(r"\s+", " ", " ".join(syllables).translate(_STOPS)).strip()
