"""What a criterion of the gate is: a sentence, and a look at a page or a screen that finds its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.ui.gate.page import Page


@dataclass(frozen=True)
class Fault:
    """What is wrong with which part: the value measured, and the one that is wanted."""

    part: str
    measured: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.part}: {self.measured}, wanted {self.wanted}"


@dataclass(frozen=True)
class Criterion:
    """A row of the gate, or a part of one. `number` is the row."""

    number: int
    sentence: str
    look: Callable[[Page], Iterator[Fault]]

    def __str__(self) -> str:
        return f"{self.number:02d} {self.sentence}"
