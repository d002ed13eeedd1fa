"""Which known word a mistyped one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

_KNOWN = 500  # words compared; only a hostile file has more
_LONGEST = 60  # characters of a word that is looked at
_NEAR, _SURE = 0.6, 0.75  # how alike two words are, 1 being the same


def guess(word: str, known: Iterable[str], alike: float = _NEAR) -> str | None:
    """The known word nearest to `word`, or None when none is near.

    Case, underscores and hyphens do not count: `Safe_Line` is near `safe_line`.
    """
    if len(word) > _LONGEST:
        return None
    from difflib import get_close_matches  # only who makes a mistake waits for it

    plain = {_plain(name): name for name in islice(known, _KNOWN)}
    near = get_close_matches(_plain(word), plain, n=1, cutoff=alike)
    return plain[near[0]] if near else None


def surely(word: str, known: Iterable[str], called: Mapping[str, str]) -> str | None:
    """The known word that was meant beyond doubt, by one of the names it is `called` or by a slip of
    the finger; None when it might be anything."""
    return called.get(word.strip().lower()) or guess(word, known, _SURE)


def did_you_mean(word: str, known: Iterable[str], called: Mapping[str, str] | None = None) -> str:
    """“您是不是想写……” as a sentence, or nothing when no known word is near. `called` are names people
    have for some of the words (and for others)."""
    words = list(islice(known, _KNOWN))
    meant = _meant(word.strip(), words, {name: one for name, one in (called or {}).items() if one in words})
    *others, last = (f"“{one}”" for one in meant) if meant else [""]
    return f"您是不是想写{'、'.join(others)}{'或者' if others else ''}{last}？" if meant else ""


def _meant(word: str, known: Iterable[str], called: Mapping[str, str]) -> list[str]:
    if word.lower() in called:
        return [called[word.lower()]]
    if near := guess(word, known):
        return [near]
    if not word or word.isascii() or len(word) > _LONGEST:
        return []
    parts = (one for name, one in islice(called.items(), _KNOWN) if word in name or name in word)
    if some := list(dict.fromkeys(parts))[:3]:
        return some
    near = guess(word, called)
    return [called[near]] if near else []


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-")
