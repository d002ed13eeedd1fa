"""How well a pack is understood: syllable error rates, the lines that were not, and the limits of issue 3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.pack import Clip
from tests.listen.record import Heard
from tests.listen.syllables import distance, nearest, units

NARRATOR, VOICE, NARRATOR_LOW, LINE, EXCUSED = 0.06, 0.12, 0.14, 0.34, 0.01
"""Limits: of the narrator, of every voice, of the narrator through the low-pass, of a single line, and the
share of lines that may be worse because the listener is wrong."""
WORST = 20


@dataclass(frozen=True)
class Rate:
    """Errors among so many syllables."""

    errors: int
    syllables: int

    @property
    def share(self) -> float:
        """The syllable error rate; above 1 if more was heard than said."""
        return self.errors / self.syllables if self.syllables else 0.0


@dataclass(frozen=True)
class Line:
    """What is scored as one: a clip, or a group of short ones. Whole and through the low-pass: what was heard
    and how wrong it is."""

    texts: tuple[str, ...]
    voice: str
    heard: tuple[str, ...]
    plain: Rate
    low: Rate


@dataclass(frozen=True)
class Score:
    """How well a pack is understood."""

    lines: tuple[Line, ...]
    unheard: tuple[str, ...]
    excuses: Mapping[str, str]

    def rate(self, voice: str | None = None, *, low: bool = False) -> Rate:
        """Of one voice, or of the whole pack."""
        rates = [line.low if low else line.plain for line in self.lines if voice in (None, line.voice)]
        return Rate(sum(rate.errors for rate in rates), sum(rate.syllables for rate in rates))

    @property
    def voices(self) -> tuple[str, ...]:
        """Which voices speak in it, the narrator first, then in the order of the vocabulary."""
        order = [voice.value for voice in Voice]
        return tuple(sorted({line.voice for line in self.lines}, key=lambda voice: _place(order, voice)))

    @property
    def worst(self) -> tuple[Line, ...]:
        """The lines that were understood least, the worst first."""
        wrong = [line for line in self.lines if line.plain.errors]
        return tuple(sorted(wrong, key=lambda line: (-line.plain.share, line.texts)))[:WORST]

    @property
    def excused(self) -> tuple[Line, ...]:
        """Lines over the limit for which a person found that the listener is wrong."""
        return tuple(line for line in self._over if any(text in self.excuses for text in line.texts))

    @property
    def not_understood(self) -> tuple[Line, ...]:
        """Lines over the limit, and nobody found why."""
        return tuple(line for line in self._over if line not in self.excused)

    @property
    def _over(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.plain.share > LINE)

    def broken(self) -> tuple[str, ...]:
        """The limits that are broken, as Chinese sentences."""
        found = [f"有 {len(self.unheard)} 条声音还没有听过，例如：{self.unheard[0]}"] if self.unheard else []
        for voice in self.voices:
            limit = NARRATOR if voice == Voice.NARRATOR.value else VOICE
            found += _over(chinese(voice), self.rate(voice), limit)
        found += _over("旁白，老人耳朵里", self.rate(Voice.NARRATOR.value, low=True), NARRATOR_LOW)
        for line in self.not_understood:
            found += _over(f"{chinese(line.voice)}“{'／'.join(line.texts)}”", line.plain, LINE)
        if len(self.excused) > EXCUSED * len(self.lines):
            found.append(f"说明听错的有 {len(self.excused)} 句，多过全部 {len(self.lines)} 句的百分之一")
        return tuple(found)


def score(clips: Mapping[str, Clip], heard: Mapping[str, Heard], excuses: Mapping[str, str]) -> Score:
    """Hold what was heard against what was said. Clips and what was heard of them are by checksum."""
    together: dict[str, list[str]] = defaultdict(list)
    for each in clips:
        if each in heard:
            together[heard[each].group or each].append(each)
    lines = [
        _line([clips[each] for each in members], [heard[each] for each in members])
        for members in together.values()
    ]
    unheard = tuple(clip.spoken for each, clip in clips.items() if each not in heard)
    return Score(tuple(lines), unheard, excuses)


def _line(clips: Sequence[Clip], heard: Sequence[Heard]) -> Line:
    texts = [clip.spoken for clip in clips]
    plain = [one.plain for one in heard]
    return Line(
        tuple(texts),
        clips[0].voice,
        tuple(plain),
        _rate(texts, plain),
        _rate(texts, [one.low for one in heard]),
    )


def _rate(texts: Sequence[str], heard: Sequence[str]) -> Rate:
    errors = syllables = 0
    for text, transcript in zip(texts, heard, strict=True):
        said = units(text)
        errors += distance(said, nearest(said, transcript))
        syllables += len(said)
    return Rate(errors, syllables)


def chinese(voice: str) -> str:
    """What people call a voice."""
    return next((each.chinese for each in Voice if each.value == voice), voice)


def _place(order: Sequence[str], voice: str) -> tuple[int, str]:
    return (order.index(voice) if voice in order else len(order)), voice


def _over(what: str, rate: Rate, limit: float) -> list[str]:
    return [f"{what}：错字率 {rate.share:.3f}，最多 {limit:.2f}"] if rate.share > limit else []
