"""Which presses of the mouse still belong to the one that turned the page.

Hands of eighty click twice, some of them slowly; what lies under the pointer by then has been read by
nobody. No page is hurried on by this: only a press that came too early is not taken.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QPoint

SECOND_CLICK_S = 0.6
"""Seconds within which a press on the same button is the same one; Windows takes at most 0.9 for a double
click, and people over seventy need about half a second between the two (the gate's own figure is 600 ms)."""
FRESH_S = 0.8
"""Seconds after a page came on show in which a press where the last one was is taken for its second half."""
UNREAD_S = 1.5
"""The same where the press would decide something: in less nobody has read or heard a first choice."""
STILL = 60
"""Px at scale 1 that a trembling hand moves the pointer between two clicks; farther is meant."""


class SecondPress:
    """What the window remembers of the mouse: where it was pressed last, and since when the page that
    came after that press is on show. Times are those of `clock`, in seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._last: QPoint | None = None
        self._turned: float | None = None

    def turned(self) -> None:
        """Another page has come on show, or its buttons have come to lie elsewhere."""
        self._turned = self._clock()

    def counts(self, where: QPoint, scale: float, *, decides: bool) -> bool:
        """Whether a press there is one of its own. `decides`: it chooses an answer, a story, a way to go;
        not so the one that goes on."""
        if self._last is not None and self._turned is not None:
            still = (where - self._last).manhattanLength() <= STILL * scale
            if still and self._clock() - self._turned < (UNREAD_S if decides else FRESH_S):
                return False
        self._last, self._turned = where, None
        return True
