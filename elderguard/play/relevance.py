"""Which parts of a state can still make a difference, so that a search does not tell apart what is alike."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from elderguard.play.state import State
from elderguard.scenario.model import Choice, Condition, Effect, Question, Scenario


class Relevance:
    """What the conditions of a scenario ask about. Choices taken, flags and counters that none asks
    about are never seen by anybody; of a counter that only grows, what is beyond the highest number
    asked for is all one."""

    def __init__(self, scenario: Scenario) -> None:
        conditions = list(_conditions(scenario))
        self._chosen = {choice for one in conditions for choice in (*one.chosen, *one.not_chosen)}
        self._flags = {flag for one in conditions for flag in (*one.flags, *one.not_flags)}
        self._exposed = {asset for one in conditions for asset in (*one.exposed, *one.not_exposed)}
        self._seen = {step for one in conditions for step in one.seen}
        self._money = any(one.lost_money is not None for one in conditions)
        self._highest: dict[str, int] = {}
        for name, number in (pair for one in conditions for pair in one.at_least):
            self._highest[name] = max(number, self._highest.get(name, 0))
        self._falling = {name for effect in _effects(scenario) for name, amount in effect.adds if amount < 0}

    def of(self, state: State) -> State:
        """The state without what cannot make a difference, now or later."""
        return replace(
            state,
            chosen=state.chosen & self._chosen,
            flags=state.flags & self._flags,
            counters=self._counters(state),
        )

    def ahead(self, state: State) -> Hashable:
        """What in the state decides how the story can go on, and nothing of what has been so far."""
        return (
            state.chosen & self._chosen,
            state.flags & self._flags,
            self._counters(state),
            state.exposed & self._exposed,
            state.seen & self._seen,
            state.lost + state.borrowed - state.recovered if self._money else 0,
        )

    def _counters(self, state: State) -> tuple[tuple[str, int], ...]:
        return tuple(
            (name, number if name in self._falling else min(number, self._highest[name]))
            for name, number in state.counters
            if name in self._highest
        )


def _choices(scenario: Scenario) -> Iterator[Choice]:
    for scene in scenario.scenes:
        for step in scene.steps:
            if isinstance(step, Question):
                yield from step.choices


def _effects(scenario: Scenario) -> Iterator[Effect]:
    yield from (step.effect for scene in scenario.scenes for step in scene.steps)
    yield from (choice.effect for choice in _choices(scenario))


def _conditions(scenario: Scenario) -> Iterator[Condition]:
    given = [step.when for scene in scenario.scenes for step in scene.steps]
    given += [choice.when for choice in _choices(scenario)]
    pending = [condition for condition in given if condition is not None]
    while pending:
        condition = pending.pop()
        pending.extend(condition.any_of)
        yield condition
