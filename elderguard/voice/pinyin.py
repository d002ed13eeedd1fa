"""Chinese text as pinyin with tone numbers, for an engine that cannot read hanzi."""

from __future__ import annotations

import re

from elderguard.voice.pronunciation import pronounced

_STOPS = str.maketrans("，、；：。！？", ",,;:.!?")


def to_pinyin(text: str) -> str:
    """Syllables with tone numbers (5: neutral) between spaces, punctuation in ASCII."""
    said = (
        " ".join(("", *syllables, "")) if syllables else character
        for character, syllables in zip(text, pronounced(text), strict=True)
    )
    return re.sub(r"\s+", " ", "".join(said).translate(_STOPS)).strip()
