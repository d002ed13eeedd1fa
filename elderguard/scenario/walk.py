"""Every condition and every effect of a scenario, with the place in the file each is written at."""

from __future__ import annotations

from collections.abc import Iterator

from elderguard.scenario.model import (
    AnyStep,
    Choice,
    Condition,
    Effect,
    Path,
    Question,
    Scenario,
)


def steps(scenario: Scenario) -> Iterator[AnyStep]:
    """All steps, in the order of the file."""
    for scene in scenario.scenes:
        yield from scene.steps


def choices(scenario: Scenario) -> Iterator[Choice]:
    """All choices, in the order of the file."""
    for step in steps(scenario):
        if isinstance(step, Question):
            yield from step.choices


def conditions(scenario: Scenario) -> Iterator[tuple[Condition, Path]]:
    """All conditions, those inside `any` included, each with its path."""
    for part in (*steps(scenario), *choices(scenario)):
        if part.when is not None:
            yield from _inside(part.when, (*part.path, "when"))


def effects(scenario: Scenario) -> Iterator[Effect]:
    """All effects of steps and choices."""
    for part in (*steps(scenario), *choices(scenario)):
        yield part.effect


def _inside(condition: Condition, path: Path) -> Iterator[tuple[Condition, Path]]:
    yield condition, path
    for number, inner in enumerate(condition.any_of):
        yield from _inside(inner, (*path, "any", number))
