"""The list of lines somebody reads into the microphone: where she is in it, and what is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from elderguard.voice.utterance import NORMAL, Utterance


@dataclass(frozen=True)
class Sheet:
    """Lines in order, the keys of those recorded, and which one (from 0) is on show."""

    lines: tuple[Utterance, ...]
    done: frozenset[str]
    at: int = 0

    @property
    def line(self) -> Utterance:
        """The line on show."""
        return self.lines[self.at]

    @property
    def recorded(self) -> bool:
        """Whether the line on show is recorded."""
        return self.line.key(NORMAL) in self.done

    @property
    def count(self) -> int:
        """How many lines of this list are recorded."""
        return sum(line.key(NORMAL) in self.done for line in self.lines)

    @property
    def progress(self) -> str:
        """In a sentence."""
        return f"第{self.at + 1}句，共{len(self.lines)}句，已录{self.count}句。"

    def with_done(self, done: Iterable[str]) -> Sheet:
        """The same with these recorded."""
        return replace(self, done=frozenset(done))

    def moved(self, by: int) -> Sheet | None:
        """The same with another line on show; None beyond either end."""
        at = self.at + by
        return replace(self, at=at) if 0 <= at < len(self.lines) else None

    def at_first_open(self) -> Sheet:
        """The same with the first unrecorded line on show, or the first of all when none is left."""
        at = next((at for at, line in enumerate(self.lines) if line.key(NORMAL) not in self.done), 0)
        return replace(self, at=at)


def sheet(utterances: Sequence[Utterance], done: Iterable[str]) -> Sheet | None:
    """The list of these utterances, each sound once, opened at the first unrecorded one; None for none."""
    lines: dict[str, Utterance] = {}
    for utterance in utterances:
        lines.setdefault(utterance.key(NORMAL), utterance)
    return Sheet(tuple(lines.values()), frozenset(done)).at_first_open() if lines else None
