"""How texts that do not fit on one page are spread over several: nothing scrolls, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_AFTER_SENTENCE = re.compile(r"(?<=[。！？；…])(?![”’」』）。！？…])|(?<=[。！？…][”’」』）])")
_AFTER_CLAUSE = re.compile(r"(?<=[，：、])")


def paginate(heights: Sequence[int], room: int, tail: int, more: int, gap: int) -> list[list[int]]:
    """Spread blocks of these heights over pages of `room` px; return the indices on each page.

    The last page also holds a tail of `tail` px (its buttons), every other one a "go on" of `more` px.
    The last page may hold the tail alone. A block taller than a page has a page to itself.
    """

    def taken(page: Sequence[int]) -> int:
        return sum(heights[index] for index in page) + gap * max(0, len(page) - 1)

    everything = list(range(len(heights)))
    if taken(everything) + (gap if everything else 0) + tail <= room:
        return [everything]
    pages: list[list[int]] = [[]]
    for index in everything:
        if pages[-1] and taken([*pages[-1], index]) + gap + more > room:
            pages.append([])
        pages[-1].append(index)
    if taken(pages[-1]) + gap + tail > room:
        # The tail takes the last block along, so that no page is buttons alone if that can be helped.
        along = pages[-1].pop() if len(pages[-1]) > 1 and taken(pages[-1][-1:]) + gap + tail <= room else None
        pages.append([] if along is None else [along])
    return pages


def split_to_fit(text: str, height_of: Callable[[str], int], room: int) -> list[str]:
    """Cut a text into the fewest parts of at most `room` px, after a sentence where possible,
    else after a clause. A clause that is too tall on its own stays whole."""
    if height_of(text) <= room:
        return [text]
    parts: list[str] = []
    for sentence in filter(None, _AFTER_SENTENCE.split(text)):
        if height_of(sentence) <= room:
            _append(parts, sentence, height_of, room)
        else:
            for clause in filter(None, _AFTER_CLAUSE.split(sentence)):
                _append(parts, clause, height_of, room)
    return parts


def _append(parts: list[str], piece: str, height_of: Callable[[str], int], room: int) -> None:
    if parts and height_of(parts[-1] + piece) <= room:
        parts[-1] += piece
    else:
        parts.append(piece)
