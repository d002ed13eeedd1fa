"""Where the sentences of a text begin and end, and which of them is being spoken.

The text on the screen and the words that are said for it differ (110 and 幺幺零), so a sentence that is
heard is found on the screen by its number.
"""

from __future__ import annotations

import re

# What may end a sentence; who recorded a clip may not have paused at every semicolon or dash of dots.
_ENDS = ("。！？", "。！？…", "。！？；", "。！？；…")
_SENTENCES = tuple(re.compile(rf"[^{ends}]*(?:[{ends}]+[”’」』）]*|$)") for ends in _ENDS)


def spans(text: str, count: int) -> tuple[tuple[int, int], ...]:
    """From where to where (characters of `text`, the end not included) each of its `count` sentences
    goes; the whole text as one if it cannot be cut into that many."""
    for pattern in _SENTENCES:
        found = tuple(match.span() for match in pattern.finditer(text) if match[0])
        if len(found) == count:
            return found
    return ((0, len(text)),)


def at(starts: tuple[float, ...], seconds: float) -> int:
    """The number of the sentence that sounds at that time, 0 for the first; `starts` are the seconds at
    which the sentences begin, in order."""
    return max(0, sum(start <= seconds for start in starts) - 1)
