"""The protocol of everything that can sound an utterance, and the three answers it can give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from elderguard.voice.utterance import Utterance


@dataclass(frozen=True)
class Recording:
    """A sound file that is there. `source` is the name of where it came from, `stretch` how many times as
    long it is to be played (at the same pitch), `starts` the seconds at which its sentences begin, before
    stretching; empty where that is not known."""

    source: str
    path: Path
    stretch: float = 1.0
    starts: tuple[float, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether its samples can be taken from the file as they are."""
        return self.stretch == 1.0 and self.path.suffix == ".wav"


@dataclass(frozen=True)
class Task:
    """A child process that makes the sound: the command, what it reads on standard input (UTF-8),
    the file it leaves, and after how many seconds it is given up and killed."""

    source: str
    command: tuple[str, ...]
    request: str
    target: Path
    limit: float
    utterance: Utterance
    rate: int


@dataclass(frozen=True)
class Silence:
    """Nothing can sound it: the captions carry on alone, and `reason` (Chinese, for the learner
    or the volunteer) says why."""

    reason: str


Offer = Recording | Task | Silence


class SourceError(Exception):
    """A source could not sound an utterance. The message is Chinese and names the reason; `final`
    means that it will not be able to for the rest of the run (no Mandarin voice, say)."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


class Source(Protocol):
    """One way of sounding utterances, e.g. recorded clips or the computer's own voice."""

    @property
    def name(self) -> str:
        """What it is called in Chinese, unique among the sources."""
        ...

    def offer(self, utterance: Utterance, rate: int) -> Recording | Task | None:
        """How this source would sound it at `rate` 字/分; None: it has nothing for these words.

        Raises SourceError if it should have had something and it is damaged."""
        ...

    def receive(self, task: Task, exit_code: int, output: str) -> Recording:
        """The finished work of one of its tasks, checked before it is trusted.

        Raises SourceError if it is not sound that can be played."""
        ...
