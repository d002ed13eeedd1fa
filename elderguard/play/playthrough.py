"""One playing of a scenario: the way she has gone so far, and the moves she can make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from elderguard.play import course
from elderguard.play.answer import Answer, answer
from elderguard.play.error import BrokenLog, NotNow, PlayError
from elderguard.play.event import (
    Advanced,
    Chosen,
    Event,
    Left,
    PauseBegan,
    PauseEnded,
    Retried,
    WentBack,
)
from elderguard.play.moment import Asked, Ended, Moment, Paused
from elderguard.play.progress import beats_ahead, closes_beat
from elderguard.play.relevance import Relevance
from elderguard.play.retelling import told_for
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Response, Role


class Journal(Protocol):
    """Whatever keeps the events. It is told of each before the position moves, and must not raise:
    the practice goes on even if nothing can be kept."""

    def append(self, event: Event) -> None:
        """Keep one more event."""


@dataclass(frozen=True)
class Taken:
    """One step of the way: the press that led to a moment (None at the opening), and the moment."""

    event: Event | None
    moment: Moment


Way = tuple[Taken, ...]


class Playthrough:
    """A scenario being played: a position, the way that led to it, and the log of all presses.

    `scenario` is told in the words for its role. The log only grows: going back and trying again
    shorten the way, never the log.
    """

    def __init__(
        self,
        scenario: Scenario,
        role: Role | None = None,
        *,
        journal: Journal | None = None,
        events: Iterable[Event] = (),
    ) -> None:
        """Begin, or go on after `events`, which are replayed and not journalled.

        RoleNotOffered if the scenario cannot be played in that role, StoryStuck if it has no first
        moment, BrokenLog if the events do not fit the scenario.
        """
        self.role = course.role_of(scenario, role)
        self.scenario = scenario = told_for(scenario, role)
        self._events: list[Event] = []
        self._answers: list[Answer] = []
        self._way: Way = (Taken(None, course.opening(scenario, role)),)
        self._relevance: Relevance | None = None  # made when progress is first asked for
        self._ahead: int | None = None
        self._journal: Journal | None = None
        try:
            for event in events:
                self._make(event)
        except PlayError as error:
            raise BrokenLog(f"event {len(self._events) + 1} does not fit {scenario.id}") from error
        self._journal = journal

    @property
    def current(self) -> Moment:
        """What stands on the screen now."""
        return self._way[-1].moment

    @property
    def events(self) -> tuple[Event, ...]:
        """Every press so far, those taken back included."""
        return tuple(self._events)

    @property
    def way(self) -> Way:
        """The steps that led to the current moment; what was taken back is not on it."""
        return self._way

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every decision so far, those taken back included."""
        return tuple(self._answers)

    def advance(self) -> None:
        """Go on from a line, a screen, the frame or feedback; NotNow from anything else."""
        self._make(Advanced())

    def choose(self, choice_id: str) -> None:
        """Take a choice; NotNow if nothing is asked, UnknownChoice if it is not offered."""
        if not isinstance(self.current, Asked):
            raise NotNow(f"nothing is asked at {type(self.current).__name__}")
        self._make(Chosen(self.current.question.id, choice_id))

    def pause(self) -> None:
        """先停一停; NotNow on a pause and on the ending."""
        self._make(PauseBegan())

    def resume(self) -> None:
        """From the pause back to the moment it lies over; NotNow from anything else."""
        self._make(PauseEnded())

    def leave(self) -> None:
        """Walk away from the pause, which counts as verifying; NotNow unless it says `can_leave`."""
        self._make(Left())

    @property
    def can_back(self) -> bool:
        """Whether there is a moment to go back to."""
        return len(self._way) > 1

    def back(self) -> None:
        """Go one moment back, over choices too; NotNow on the first one."""
        self._make(WentBack())

    @property
    def can_retry(self) -> bool:
        """Whether the story has ended and a question on the way decided it."""
        return isinstance(self.current, Ended) and self._deciding() is not None

    def retry(self) -> None:
        """From the ending back to the question that decided it: the last one that was complied
        with, else the last one. NotNow unless `can_retry`."""
        self._make(Retried(self._deciding() or ""))

    @property
    def beat(self) -> int:
        """Which beat of the story she is in, from 1."""
        return 1 + sum(closes_beat(taken.moment) for taken in self._story()[:-1])

    @property
    def beats(self) -> int:
        """How many beats the story has if she takes the shortest way from here to an ending."""
        if self._ahead is None:
            moment = self.current.under if isinstance(self.current, Paused) else self.current
            self._relevance = self._relevance or Relevance(self.scenario)
            self._ahead = max(1, beats_ahead(self.scenario, self._relevance, moment))
        return self.beat - 1 + self._ahead

    def _story(self) -> Way:
        """The way without the pause that may lie over its last moment."""
        return self._way[:-1] if isinstance(self.current, Paused) else self._way

    def _deciding(self) -> str | None:
        """The id of the question that decided the way so far."""
        deciding: str | None = None
        complied = False
        for before, after in pairwise(self._way):
            if not isinstance(before.moment, Asked):
                continue
            given = answer(before.moment, after.event)
            complies = given is not None and given.response is Response.COMPLY
            if complies or not complied:
                deciding, complied = before.moment.question.id, complies
        return deciding

    def _make(self, event: Event) -> None:
        """Journal an event that is legal here, then move. The order is what makes a killed program
        resume where she was: what she sees has been written."""
        way = self._moved(event)
        given = answer(self._story()[-1].moment, event)
        if self._journal is not None:
            self._journal.append(event)
        self._events.append(event)
        if given is not None:
            self._answers.append(given)
        self._ahead = self._ahead_after(event)
        self._way = way

    def _ahead_after(self, event: Event) -> int | None:
        """The beats ahead after an event, where they follow from those before; None: to be counted.
        Only one moment can follow an advance, so the nearest ending stays the nearest."""
        match event:
            case Advanced() if self._ahead is not None:
                return self._ahead - closes_beat(self.current)
            case PauseBegan() | PauseEnded():
                return self._ahead
            case _:
                return None

    def _moved(self, event: Event) -> Way:
        """The way after an event; a PlayError if it does not fit here."""
        way, scenario = self._way, self.scenario
        match event:
            case Advanced():
                return (*way, Taken(event, course.advanced(scenario, self.current)))
            case Chosen():
                if not isinstance(self.current, Asked) or self.current.question.id != event.question:
                    raise NotNow(f"{event.question} is not asked here")
                return (*way, Taken(event, course.chosen(scenario, self.current, event.choice)))
            case PauseBegan():
                return (*way, Taken(event, course.paused(scenario, self.current)))
            case PauseEnded():
                if not isinstance(self.current, Paused):
                    raise NotNow("there is no pause to end")
                return way[:-1]
            case Left():
                return (*way[:-1], Taken(event, course.left(scenario, self.current)))
            case WentBack():
                if len(way) == 1:
                    raise NotNow("this is the first moment")
                return way[:-1]
            case _:  # Retried
                return _back_to(event.question, way)


def _back_to(question: str, way: Way) -> Way:
    """The way shortened to the last time this question was asked; NotNow unless it ended after that."""
    if isinstance(way[-1].moment, Ended):
        for length in range(len(way), 0, -1):
            moment = way[length - 1].moment
            if isinstance(moment, Asked) and moment.question.id == question:
                return way[:length]
    raise NotNow(f"no ending to try again from {question!r}")
