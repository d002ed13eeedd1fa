"""Rows 1, 4 and 19: how large letters are, how long and how far apart lines, and that one font draws them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from PySide6.QtGui import QFont, QTextLayout

from elderguard.ui.theme import FAMILY
from elderguard.ui.widgets.button import BigButton
from tests.ui.gate.criterion import Criterion, Fault
from tests.ui.gate.page import Page, Word, label

LEAST, BODY = 24, 32
LONGEST, SPACING = 20, 1.3
MISSING = "an empty box"
SMALL_PRINT = ("name", "result")
"""How object names of texts begin that label something and are not read as body text."""


def _body(word: Word) -> bool:
    """Whether this is read: sentences, questions and choices, not a label, a number or the phone."""
    if word.where == "body":
        return not word.widget.objectName().startswith(SMALL_PRINT)
    face = word.widget.face if isinstance(word.widget, BigButton) else None
    return face is not None and face.number is not None and not word.is_number and word.text in face.text


def sizes(page: Page) -> Iterator[Fault]:
    """Nothing is smaller than it may be."""
    for word in page.words:
        least = (BODY if _body(word) else LEAST) * page.scale * page.percent / 100
        if word.pixels < round(least) - 0.01:
            yield Fault(f"{label(word.widget)} “{word.text}”", f"{word.pixels:g} px", f"≥ {least:g} px")


def lines(page: Page) -> dict[tuple[int, float], list[Word]]:
    """The words of each line: those that one widget draws on one baseline."""
    found: dict[tuple[int, float], list[Word]] = defaultdict(list)
    for word in page.words:
        if not word.is_number:
            found[id(word.widget), round(word.baseline, 1)].append(word)
    return found


def length(text: str) -> float:
    """How many 字 wide a text is; a Latin letter or a digit is half of one."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.5 for each in text)


def lengths(page: Page) -> Iterator[Fault]:
    """No line is too long to find the next one."""
    for words in lines(page).values():
        text = "".join(word.text for word in words).rstrip("，。！？；：、”")
        if length(text) > LONGEST:
            yield Fault(
                f"{label(words[0].widget)} “{text}”", f"{length(text):g} characters a line", f"≤ {LONGEST}"
            )


def spacing(page: Page) -> Iterator[Fault]:
    """Lines stand far enough apart."""
    baselines: dict[int, dict[float, Word]] = defaultdict(dict)
    for (widget, baseline), words in lines(page).items():
        baselines[widget][baseline] = words[0]
    for found in baselines.values():
        ordered = sorted(found)
        for upper, lower in pairwise(ordered):
            word = found[lower]
            ratio = (lower - upper) / max(word.pixels, found[upper].pixels)
            if ratio < SPACING:
                yield Fault(label(word.widget), f"line spacing {ratio:.2f}", f"≥ {SPACING}")


@cache
def faces(text: str, family: str, weight: int) -> frozenset[str]:
    """The fonts that really draw a text asked for in that family; MISSING where one of them draws the
    empty box of a sign that no font at hand has."""
    font = QFont(family)
    font.setPixelSize(30)
    font.setWeight(QFont.Weight(weight))
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    drawn = {f"{run.rawFont().familyName()} {run.rawFont().weight()}" for run in runs}
    return frozenset(drawn | {MISSING for run in runs if 0 in run.glyphIndexes()})


def one_face(page: Page) -> Iterator[Fault]:
    """Every sentence is drawn by our font alone, and our font has every sign of it."""
    for words in lines(page).values():
        found = {face for word in words for face in faces(word.text, word.family, word.weight)}
        if len(found) > 1 or any(not face.startswith(FAMILY) for face in found):
            text = "".join(word.text for word in words)
            yield Fault(f"{label(words[0].widget)} “{text}”", " and ".join(sorted(found)), f"{FAMILY} alone")


CRITERIA = (
    Criterion(1, "letters are large enough", sizes),
    Criterion(4, "no line is longer than twenty characters", lengths),
    Criterion(4, "lines stand apart", spacing),
    Criterion(19, "one font draws a sentence", one_face),
)
