"""Which known word a mistyped one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

_KNOWN = 500  # words compared; only a hostile file has more


def guess(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, or None when none is near.

    Case, underscores and hyphens do not count: `Safe_Line` is near `safe_line`.
    """
    if len(word) > 60:
        return None
    from difflib import get_close_matches  # only who makes a mistake waits for it

    plain = {_plain(name): name for name in islice(known, _KNOWN)}
    near = get_close_matches(_plain(word), plain, n=1, cutoff=0.6)
    return plain[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """“您是不是想写……” as a sentence, or nothing when no known word is near."""
    meant = guess(word, known)
    return f"您是不是想写“{meant}”？" if meant else ""


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-")
