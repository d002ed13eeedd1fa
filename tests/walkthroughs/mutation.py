"""Stories with a fault put into them, so that it can be seen whether a walkthrough notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from elderguard.scenario.model import Choice, Question, Scenario

CONSEQUENCES = ("effect", "response", "feedback", "goto")


@dataclass(frozen=True)
class Mutant:
    """A scenario in which two choices of a question have exchanged what they lead to."""

    question: str
    choices: tuple[str, str]
    scenario: Scenario

    def __str__(self) -> str:
        return f"{self.question}: {' <-> '.join(self.choices)}"


def mutants(scenario: Scenario) -> Iterator[Mutant]:
    """Every scenario that comes of exchanging the consequences of two choices that differ in them."""
    for scene in scenario.scenes:
        for step in scene.steps:
            if isinstance(step, Question):
                for one, other in combinations(step.choices, 2):
                    if _consequences(one) != _consequences(other):
                        yield _mutant(scenario, step, one, other)


def _consequences(choice: Choice) -> dict[str, object]:
    return {name: getattr(choice, name) for name in CONSEQUENCES}


def _mutant(scenario: Scenario, question: Question, one: Choice, other: Choice) -> Mutant:
    swapped = {
        one.id: replace(one, **_consequences(other)),  # type: ignore[arg-type]
        other.id: replace(other, **_consequences(one)),  # type: ignore[arg-type]
    }
    choices = tuple(swapped.get(choice.id, choice) for choice in question.choices)
    scenes = tuple(
        replace(
            scene,
            steps=tuple(
                replace(step, choices=choices) if step is question else step  # type: ignore[call-arg]
                for step in scene.steps
            ),
        )
        for scene in scenario.scenes
    )
    return Mutant(question.id, (one.id, other.id), replace(scenario, scenes=scenes))
