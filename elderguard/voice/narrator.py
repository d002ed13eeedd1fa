"""Who speaks: sources in order of rank, and which of them have failed too often in this run.

Nothing here waits: a source offers a recording or a task, and whoever owns the window carries the
task out and brings the result back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from elderguard.voice.source import Offer, Recording, Silence, Source, SourceError, Task
from elderguard.voice.utterance import Utterance

FAILURES_ALLOWED = 3
GIVEN_UP = "“{name}”老是出错，这回先不用了，请看屏幕上的字。"
NOTHING_SPEAKS = "这台电脑现在发不出语音，请看屏幕上的字。"


class Narrator:
    """The ranked sources of one run. After three failures a source is not asked again, and where
    nothing else can speak, that is the reason given."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)
        self._failures: Counter[str] = Counter()
        self._disabled: dict[str, str] = {}
        self._counted: set[tuple[str, str]] = set()

    def find(self, utterance: Utterance, rate: int, without: Iterable[str] = ()) -> Offer:
        """The best way to sound the utterance at `rate` 字/分. `without` names sources that have
        just failed with these very words."""
        skipped = set(without)
        reasons = [self._disabled[name] for name in self._disabled]
        for source in self._sources:
            if source.name in self._disabled or source.name in skipped:
                continue
            try:
                offer = source.offer(utterance, rate)
            except SourceError as failure:
                self.failed(source.name, failure)
                reasons.append(failure.reason)
                continue
            if offer is not None:
                return offer
        return Silence(reasons[-1] if reasons else NOTHING_SPEAKS)

    def receive(self, task: Task, exit_code: int, output: str) -> Recording:
        """The recording that a finished task left. `output` is what it wrote on standard output.

        Raises SourceError, already counted, if the source does not find it sound."""
        source = next(source for source in self._sources if source.name == task.source)
        try:
            return source.receive(task, exit_code, output)
        except SourceError as failure:
            self.failed(task.source, failure)
            raise

    def failed(self, name: str, failure: SourceError, about: str = "") -> None:
        """Counts a failure of the source of that name, its third (or a final one) disables it. The same
        thing that it is `about` (one spoilt clip, heard again and again) counts once."""
        if about and (name, about) in self._counted:
            return
        self._counted.add((name, about))
        self._failures[name] += 1
        if failure.final or self._failures[name] >= FAILURES_ALLOWED:
            reason = failure.reason if failure.final else GIVEN_UP.format(name=name)
            self._disabled.setdefault(name, reason)

    def disabled(self, name: str) -> bool:
        """Whether that source is not asked any more in this run."""
        return name in self._disabled
