"""What a finished story comes to: the debrief that is read off the way she went."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from elderguard.play.answer import Answer, answer, first_of_each
from elderguard.play.citation import CitedCue, cited
from elderguard.play.error import NotNow
from elderguard.play.event import PauseBegan
from elderguard.play.moment import Ended
from elderguard.play.playthrough import Playthrough, Way
from elderguard.play.state import State
from elderguard.scenario.vocabulary import Guard, Kind, Outcome, Word


class GuardState(Word):
    """What became of one of the four guards."""

    KEPT = "kept", "守住了"
    EXPOSED = "exposed", "没守住"
    NOT_MET = "not-met", "没遇到"


@dataclass(frozen=True)
class GuardResult:
    """One of the four guards, and what became of it in this story."""

    guard: Guard
    result: GuardState


@dataclass(frozen=True)
class Debrief:
    """All that is said once a story of that kind is over. `you` is whom it was about. Money is in yuan.
    `answers` are the decisions on the way that led here, `first_answers` the first to each question
    before anything was taken back. `aftercare` tells whether the steps to take after a loss belong
    on the page; `paused` whether she ever pressed 先停一停, and `left` whether she walked away from
    there. `text_say` and `safe_line_say` are what is spoken where that differs."""

    kind: Kind
    you: str
    outcome: Outcome
    title: str
    text: str
    text_say: str | None
    guards: tuple[GuardResult, ...]
    cues: tuple[CitedCue, ...]
    lost: int
    borrowed: int
    recovered: int
    answers: tuple[Answer, ...]
    first_answers: tuple[Answer, ...]
    safe_line: str
    safe_line_say: str | None
    hotlines: tuple[str, ...]
    aftercare: bool
    paused: bool
    left: bool


def debrief(playthrough: Playthrough) -> Debrief:
    """What the finished story comes to; NotNow while it is not over."""
    ended = playthrough.current
    if not isinstance(ended, Ended):
        raise NotNow("the story is not over")
    scenario, state, end = playthrough.scenario, ended.state, ended.end
    return Debrief(
        kind=scenario.kind,
        you=scenario.you,
        outcome=end.outcome,
        title=end.title,
        text=end.text,
        text_say=end.say,
        guards=tuple(GuardResult(guard, guard_state(guard, state)) for guard in Guard),
        cues=cited(scenario, end, (taken.moment for taken in playthrough.way)),
        lost=state.lost,
        borrowed=state.borrowed,
        recovered=state.recovered,
        answers=answers_on(playthrough.way),
        first_answers=first_of_each(playthrough.answers),
        safe_line=scenario.safe_line,
        safe_line_say=scenario.safe_line_say,
        hotlines=scenario.hotlines,
        aftercare=needs_aftercare(scenario.kind, end.outcome, state),
        paused=PauseBegan() in playthrough.events,
        left=state.left,
    )


def guard_state(guard: Guard, state: State) -> GuardState:
    """What has become of a guard: exposed as soon as one of its assets is, kept if a question
    offered to drop it and it was not dropped."""
    if guard.assets & state.exposed:
        return GuardState.EXPOSED
    return GuardState.KEPT if guard in state.met else GuardState.NOT_MET


def needs_aftercare(kind: Kind, outcome: Outcome, state: State) -> bool:
    """Whether something has to be done now: after harm, and when a swindler has got something."""
    return outcome is Outcome.HARMED or (kind is Kind.SCAM and bool(state.exposed))


def answers_on(way: Way) -> tuple[Answer, ...]:
    """The decisions on a way, in order."""
    pairs = pairwise(way)
    answers = (answer(before.moment, after.event) for before, after in pairs)
    return tuple(given for given in answers if given is not None)
