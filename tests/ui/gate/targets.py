"""Row 6: what is pressed is large, and far from the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton

from elderguard.ui.widgets.button import BigButton
from tests.ui.gate.criterion import Criterion, Fault
from tests.ui.gate.page import Page, label

CHOICE, OTHER, GAP = 96, 80, 16
MOST_CHOICES = 3


def is_choice(button: QAbstractButton) -> bool:
    """Whether it is one of the answers, or the way on."""
    return isinstance(button, BigButton) and (
        button.face.number is not None or button.action.startswith(("choice:", "next"))
    )


def sizes(page: Page) -> Iterator[Fault]:
    """A trembling finger or mouse hits it."""
    for button in page.buttons:
        least = round((CHOICE if is_choice(button) else OTHER) * page.scale)
        if min(button.width(), button.height()) < least:
            yield Fault(label(button), f"{button.width()}×{button.height()} px", f"≥ {least}×{least}")


def gap(one: QRect, other: QRect) -> int:
    """The px between two boxes; negative where they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


def gaps(page: Page) -> Iterator[Fault]:
    """A miss hits nothing else."""
    for one, other in combinations(page.buttons, 2):
        apart = gap(page.box(one), page.box(other))
        if apart < round(GAP * page.scale):
            yield Fault(f"{label(one)} and {label(other)}", f"{apart} px apart", f"≥ {GAP * page.scale:g}")


def choices(page: Page) -> Iterator[Fault]:
    """No more than can be kept in mind."""
    numbered = [b for b in page.buttons if isinstance(b, BigButton) and b.face.number is not None]
    if len(numbered) > MOST_CHOICES:
        yield Fault("choices", str(len(numbered)), f"≤ {MOST_CHOICES}")


CRITERIA = (
    Criterion(6, "what is pressed is large enough", sizes),
    Criterion(6, "what is pressed stands apart", gaps),
    Criterion(6, "there are at most three choices", choices),
)
