"""Widgets that are filled again instead of built again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


class Pool(Generic[W]):
    """Widgets of one kind, handed out in turn; `begin`, any number of `take`, then `end`."""

    def __init__(self, make: Callable[[], W]) -> None:
        self._make = make
        self._all: list[W] = []
        self._used = 0

    def begin(self) -> None:
        """Start handing out from the first one."""
        self._used = 0

    def take(self) -> W:
        """The next widget, made if there is none left."""
        if self._used == len(self._all):
            self._all.append(self._make())
        widget = self._all[self._used]
        self._used += 1
        return widget

    def end(self) -> None:
        """Hide those that were not handed out this time."""
        for widget in self._all[self._used :]:
            widget.hide()

    @property
    def used(self) -> list[W]:
        """Those handed out since `begin`."""
        return self._all[: self._used]
