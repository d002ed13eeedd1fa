"""A search through every way of a scenario: states, not just scenes, within a bound."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from functools import partial

from elderguard.play import course
from elderguard.play.error import StoryStuck, Stuck
from elderguard.play.event import Advanced, Chosen, Left, PauseBegan
from elderguard.play.exploration import (
    DeadEnd,
    Exploration,
    Found,
    FoundEnding,
    Route,
    ThinQuestion,
)
from elderguard.play.judgement import is_safe, outcome_fits
from elderguard.play.moment import Answered, Asked, Ended, Moment, Paused, Shown, StoryMoment
from elderguard.play.outcome import guard_state
from elderguard.play.relevance import Relevance
from elderguard.play.retelling import told_for
from elderguard.scenario.model import AnyStep, Question, Scenario
from elderguard.scenario.vocabulary import Guard, Role

LIMIT = 20_000  # distinct moments; the shipped stories have a few thousand


def explore(scenario: Scenario, role: Role | None = None, limit: int = LIMIT) -> Exploration:
    """Walk every way of the scenario in that role, walking away from 先停一停 included, until
    `limit` distinct moments have been seen. RoleNotOffered if it cannot be played in that role."""
    scenario = told_for(scenario, role)
    search = _Search(scenario)
    search.follow(None, (), partial(course.opening, scenario, role, search.passed))
    while search.queue and len(search.moments) < limit:
        search.expand(search.queue.popleft())
    return search.result()


class _Search:
    """A search under way. Moments seen so far have numbers; by number it is known from which moment
    and by which presses each was first come to, and which ones can follow without walking away."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._relevance = Relevance(scenario)
        self.queue: deque[int] = deque()
        self.moments: list[StoryMoment | Ended] = []
        self.passed: list[AnyStep] = []
        self._number: dict[Hashable, int] = {}
        self._came: list[tuple[int | None, Route]] = []
        self._before: list[set[int]] = []
        self._taken: set[tuple[str, str]] = set()
        self._pictured: dict[Hashable, Found] = {}
        self._endings: dict[Hashable, FoundEnding] = {}
        self._thin: dict[Hashable, ThinQuestion] = {}
        self._dead: dict[Hashable, DeadEnd] = {}
        self._stopped: list[int] = []  # moments after which nothing follows: endings and dead ends

    def expand(self, number: int) -> None:
        """Make every move there is at a moment."""
        scenario, moment = self.scenario, self.moments[number]
        if isinstance(moment, Ended):
            self._stopped.append(number)
            return
        if isinstance(moment, Asked):
            for choice in moment.choices:
                self._taken.add((moment.question.id, choice.id))
                event = Chosen(moment.question.id, choice.id)
                move = partial(course.chosen, scenario, moment, choice.id, self.passed)
                self.follow(number, (event,), move)
            self._look_at_choices(number, moment)
        else:
            self.follow(number, (Advanced(),), partial(course.advanced, scenario, moment, self.passed))
        pause = course.paused(scenario, moment)
        self._picture(pause, lambda: (*self._route(number), PauseBegan()))
        if pause.can_leave:
            move = partial(course.left, scenario, pause, self.passed)
            self.follow(number, (PauseBegan(), Left()), move, leaving=True)

    def follow(
        self,
        before: int | None,
        presses: Route,
        move: Callable[[], StoryMoment | Ended],
        leaving: bool = False,
    ) -> None:
        """Make a move and note where it leads; `before` None is the opening."""
        try:
            moment = move()
        except StoryStuck as stuck:
            self._note_dead_end(before, presses, stuck.scene, stuck.why)
            return
        key = (type(moment), moment.at, self._relevance.of(moment.state), getattr(moment, "choice", None))
        number = self._number.setdefault(key, len(self.moments))
        if number == len(self.moments):
            self.moments.append(moment)
            self._came.append((before, presses))
            self._before.append(set())
            self.queue.append(number)
            self._picture(moment, lambda: self._route(number))
            if isinstance(moment, Ended):
                self._note_ending(number, moment)
        if before is not None and not leaving:
            self._before[number].add(before)

    def result(self) -> Exploration:
        """All that was found."""
        seen = {step.id for step in self.passed}
        scenes = self.scenario.scenes
        steps = [step for scene in scenes for step in scene.steps]
        return Exploration(
            states=len(self.moments),
            truncated=bool(self.queue),
            pictured=tuple(self._pictured.values()),
            endings=tuple(self._endings.values()),
            unreached_scenes=tuple(
                scene.id for scene in scenes if not any(step.id in seen for step in scene.steps)
            ),
            unreached_steps=tuple(step.id for step in steps if step.id not in seen),
            unreached_choices=tuple(
                (step.id, choice.id)
                for step in steps
                if isinstance(step, Question)
                for choice in step.choices
                if (step.id, choice.id) not in self._taken
            ),
            dead_ends=tuple(self._dead.values()),
            thin_questions=tuple(self._thin.values()),
            endless=tuple(self._endless()),
        )

    def _route(self, number: int | None) -> Route:
        """The presses from the opening to a moment."""
        presses: list[Route] = []
        while number is not None:
            number, latest = self._came[number]
            presses.append(latest)
        return tuple(press for route in reversed(presses) for press in route)

    def _picture(self, moment: Moment, route: Callable[[], Route]) -> None:
        key = _looks(moment)
        if key not in self._pictured:
            self._pictured[key] = Found(moment, route())

    def _note_ending(self, number: int, moment: Ended) -> None:
        fits = outcome_fits(self.scenario.kind, moment.end.outcome, moment.state)
        key = (moment.end.id, fits)
        if key not in self._endings:
            self._endings[key] = FoundEnding(moment, self._route(number), fits)

    def _look_at_choices(self, number: int, moment: Asked) -> None:
        safe = sum(is_safe(self.scenario.kind, choice) for choice in moment.choices)
        key = (moment.at, moment.choices)
        if (len(moment.choices) < 2 or not safe) and key not in self._thin:
            self._thin[key] = ThinQuestion(moment, safe, self._route(number))
        if not moment.choices:
            self._note_dead_end(number, (), moment.at.scene, Stuck.NO_CHOICE)

    def _note_dead_end(self, before: int | None, presses: Route, scene: str, why: Stuck) -> None:
        moment = None if before is None else self.moments[before]
        if before is not None:
            self._stopped.append(before)
        key = (None if moment is None else moment.at, presses, scene, why)
        if key not in self._dead:
            self._dead[key] = DeadEnd(moment, scene, why, self._route(before))

    def _endless(self) -> Iterator[Found]:
        """One moment of each scene from which nothing but circles lead on. What was not looked at
        for lack of room is taken to end."""
        ending = {*self._stopped, *self.queue}
        queue = deque(ending)
        while queue:
            fresh = self._before[queue.popleft()] - ending
            ending |= fresh
            queue.extend(fresh)
        scenes: set[str] = set()
        for number, moment in enumerate(self.moments):
            if number not in ending and moment.at.scene not in scenes:
                scenes.add(moment.at.scene)
                yield Found(moment, self._route(number))


def _looks(moment: Moment) -> Hashable:
    """What tells two screens apart."""
    if isinstance(moment, Paused):
        return (moment.hint, moment.can_leave)
    state = moment.state
    if isinstance(moment, Ended):
        guards = tuple(guard_state(guard, state) for guard in Guard)
        cues = state.seen.intersection(moment.end.cites) or state.seen
        return (moment.end, guards, cues, state.lost, state.borrowed, state.recovered, bool(state.exposed))
    looks = (type(moment), moment.at, state.place, state.daytime, state.holds, state.screens, state.document)
    match moment:
        case Asked():
            return (*looks, moment.choices, state.said)
        case Answered():
            return (*looks, moment.choice)
        case Shown():
            return (*looks, state.said)
        case _:
            return looks
