"""Row 5: contrast, measured on the picture: text on its ground, edges of buttons, the ring of the focus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from elderguard.ui.widgets.text import TextBlock
from tests.ui.gate.criterion import Criterion, Fault
from tests.ui.gate.page import Page, Pixels, Word, label

TEXT, EDGE = 7.0, 3.0
RING = 4  # px
REACH = 16  # px from its rim within which a button has its edge
_known: dict[tuple[str, bytes], Any] = {}
"""What has been measured on the very same picture before."""


def luminance(colours: Pixels) -> Pixels:
    """Relative luminance as WCAG defines it."""
    part = colours.astype(np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: Pixels, other: Pixels) -> Pixels:
    """The contrast of colours, 1 to 21."""
    first, second = luminance(one), luminance(other)
    return np.asarray((np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05))


def text_contrast(cut: Pixels) -> float:
    """The contrast of ink and ground in a picture of some text: the ground is the commonest colour, the
    ink the middle of the tenth of all other points that stands out most."""
    points = cut.reshape(-1, 3)
    codes = points[:, 0].astype(np.uint32) << 16 | points[:, 1].astype(np.uint32) << 8 | points[:, 2]
    colours, counts = np.unique(codes, return_counts=True)
    palette = np.stack([colours >> 16 & 255, colours >> 8 & 255, colours & 255], axis=1)
    ratios = contrast(palette, palette[np.argmax(counts)])
    standing = ratios > 1.1
    if not standing.any():
        return 1.0
    order = np.argsort(-ratios[standing])
    ranked, weights = ratios[standing][order], counts[standing][order]
    reach = np.searchsorted(np.cumsum(weights), weights.sum() * 0.05)
    return float(ranked[min(int(reach), len(ranked) - 1)])


def texts(page: Page) -> Iterator[Fault]:
    """Every word stands out from what is behind it."""
    for word in page.words:
        if isinstance(word.widget, QAbstractButton) and not word.widget.isEnabled():
            continue
        cut = page.cut(word.box.adjusted(1, 1, -1, -1).toRect())
        if not cut.size:
            continue
        key = word.text, cut.tobytes()
        if key not in _known:
            marked = isinstance(word.widget, TextBlock) and bool(word.widget.marks)
            _known[key] = min(map(text_contrast, _cells(cut, word) if marked else [cut]))
        if _known[key] < TEXT:
            yield Fault(f"{label(word.widget)} “{word.text}”", f"contrast {_known[key]:.1f}", f"≥ {TEXT:g}")


def _cells(cut: Pixels, word: Word) -> list[Pixels]:
    """The characters one by one, since some may lie on a mark; punctuation has too little ink."""
    wide = cut.shape[1] / len(word.text)
    return [
        cut[:, round(at * wide) : round((at + 1) * wide)]
        for at, character in enumerate(word.text)
        if character.isalnum()
    ] or [cut]


def sides(page: Page, box: QRect) -> list[Pixels]:
    """From the middle of each side of a box, the points from its rim inwards."""
    middle, reach = box.center(), round(REACH * page.scale)
    picture = page.pixels
    return [
        picture[middle.y(), box.left() : box.left() + reach],
        picture[middle.y(), box.right() - reach + 1 : box.right() + 1][::-1],
        picture[box.top() : box.top() + reach, middle.x()],
        picture[box.bottom() - reach + 1 : box.bottom() + 1, middle.x()][::-1],
    ]


def edges(page: Page) -> Iterator[Fault]:
    """What can be pressed has an edge all round that one sees."""
    for button in page.buttons:
        box = page.box(button)
        if not page.root.rect().contains(box):
            continue  # the layout tells
        least = min(float(contrast(side, side[0]).max()) for side in sides(page, box))
        if least < EDGE:
            yield Fault(label(button), f"edge contrast {least:.1f}", f"≥ {EDGE:g}")


def ring(page: Page, button: QAbstractButton) -> tuple[int, float]:
    """How thick in px the ring of the focus is at its thinnest side, and the least contrast with
    what was there before."""
    box = page.box(button)
    before = page.cut(box)
    key = "ring", before.tobytes()
    if key in _known:
        return _known[key]  # type: ignore[no-any-return]
    focused = QApplication.focusWidget()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    after = page.photograph(box)
    button.clearFocus()
    if focused is not None:
        focused.setFocus()
    here = QRect(QPoint(), box.size())
    was, now = Page(page.root, page.scale), Page(page.root, page.scale)
    was.__dict__["pixels"], now.__dict__["pixels"] = before, after
    thickness, least = REACH * 9, 21.0
    for old, new in zip(sides(was, here), sides(now, here), strict=True):
        ratios = contrast(old, new)
        best = int(ratios[: REACH // 2].argmax())
        same = np.abs(new.astype(int) - new[best].astype(int)).max(axis=1) <= 24
        thickness = min(thickness, _run(same, best))
        least = min(least, float(ratios[best]))
    _known[key] = thickness, least
    return thickness, least


def _run(same: Pixels, at: int) -> int:
    """How many neighbours of a point, itself included, have its colour without a break."""
    first = last = at
    while first > 0 and same[first - 1]:
        first -= 1
    while last + 1 < len(same) and same[last + 1]:
        last += 1
    return last - first + 1


def rings(page: Page) -> Iterator[Fault]:
    """The ring is thick and bright enough."""
    for button in page.buttons:
        if not page.root.rect().contains(page.box(button)):
            continue
        thickness, least = ring(page, button)
        if least < EDGE:
            yield Fault(label(button), f"ring contrast {least:.1f}", f"≥ {EDGE:g}")
        elif thickness < RING * page.scale - 0.5:
            yield Fault(label(button), f"ring of {thickness} px", f"≥ {RING * page.scale:g} px")


CRITERIA = (
    Criterion(5, "text stands out from its ground", texts),
    Criterion(5, "buttons have an edge", edges),
    Criterion(8, "the ring of the focus is thick and bright", rings),
)
