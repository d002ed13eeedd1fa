"""What the learner decided, one value per decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elderguard.play.event import Chosen, Event, Left
from elderguard.play.moment import Asked, Moment
from elderguard.scenario.model import Choice, Question
from elderguard.scenario.vocabulary import Response


@dataclass(frozen=True)
class Answer:
    """A decision. Walking away from 先停一停 has no `choice` and counts as verifying; its `question`
    is the one she walked away from, None if nothing had been asked at that moment."""

    question: Question | None
    choice: Choice | None
    response: Response


def answer(before: Moment, event: Event | None) -> Answer | None:
    """The decision that an event amounts to at a moment it was legal at; None if it is none.
    Of a pause, `before` is the moment that it lay over."""
    question = before.question if isinstance(before, Asked) else None
    match event:
        case Left():
            return Answer(question, None, Response.VERIFY)
        case Chosen(choice=choice_id) if question is not None:
            choice = next(choice for choice in question.choices if choice.id == choice_id)
            return Answer(question, choice, choice.response)
        case _:
            return None


def first_of_each(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The first answer to each question, in the order they were given."""
    first: dict[str, Answer] = {}
    for given in answers:
        first.setdefault("" if given.question is None else given.question.id, given)
    return tuple(first.values())
