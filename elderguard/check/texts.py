"""Every text of a script, with its place in the file and in whose name it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache

from elderguard.scenario.model import (
    AnyStep,
    Choice,
    Effect,
    End,
    Line,
    Path,
    Question,
    Scenario,
    Show,
    VolunteerNote,
)


@cache
def _screen_keys() -> dict[type[object], tuple[str, dict[str, str]]]:
    """How each screen and its fields are called in a script. Imported late: pydantic is slow, and the
    window must not wait for it."""
    from elderguard.scenario.schema_screens import SCREENS

    return {
        becomes: (key, {name: field.alias or name for name, field in written.model_fields.items()})
        for key, (written, becomes, _) in SCREENS.items()
    }


class Voice(Enum):
    """In whose name a text speaks."""

    OURS = "ours"  # the narrator, a question, feedback, an ending: what the program says
    HERS = "hers"  # a choice: what the learner says
    THEIRS = "theirs"  # a person of the story, a phone screen, a paper
    NOTE = "note"  # to the volunteer, who will say it to the room


@dataclass(frozen=True)
class Piece:
    """A text. `sender` marks the name or number of who calls or writes."""

    text: str
    path: Path
    voice: Voice
    sender: bool = False


def pieces(scenario: Scenario) -> Iterator[Piece]:
    """All texts in the order of the file; blanks are left out."""
    for piece in _all(scenario):
        if piece.text:
            yield piece


def _all(scenario: Scenario) -> Iterator[Piece]:
    yield Piece(scenario.title, ("title",), Voice.OURS)
    yield Piece(scenario.safe_line, ("safe_line",), Voice.HERS)
    yield from _note(scenario.notes, ("notes",))
    for speaker in scenario.speakers:
        yield Piece(speaker.name, (*speaker.path, "name"), Voice.THEIRS)
    for scene in scenario.scenes:
        yield Piece(scene.hint or "", (*scene.path, "hint"), Voice.OURS)
        for step in scene.steps:
            yield from _step(step)


def _step(step: AnyStep) -> Iterator[Piece]:
    if step.note:
        yield from _note(step.note, (*step.path, "note"))
    if step.cue:
        yield Piece(step.cue.why, (*step.path, "cue", "why"), Voice.OURS)
    if isinstance(step, Line):
        key, voice = (step.speaker, Voice.THEIRS) if step.speaker else ("narrator", Voice.OURS)
        yield Piece(step.text, (*step.path, key), voice)
    elif isinstance(step, Question):
        yield Piece(step.text, (*step.path, "question"), Voice.OURS)
        for choice in step.choices:
            yield from _choice(choice)
    elif isinstance(step, End):
        yield Piece(step.title, (*step.path, "title"), Voice.OURS)
        yield Piece(step.text, (*step.path, "text"), Voice.OURS)
    elif isinstance(step, Show):
        yield Piece(step.caption or "", (*step.path, "caption"), Voice.OURS)
        key, aliases = _screen_keys()[type(step.screen)]
        for field in fields(step.screen):
            value = getattr(step.screen, field.name)
            if isinstance(value, str) and not isinstance(value, Enum):
                at = (*step.path, key, aliases[field.name])
                yield Piece(value, at, Voice.THEIRS, aliases[field.name] == "from")


def _choice(choice: Choice) -> Iterator[Piece]:
    yield Piece(choice.text, (*choice.path, "text"), Voice.HERS)
    yield Piece(choice.feedback or "", (*choice.path, "feedback"), Voice.OURS)


def _note(note: VolunteerNote, path: Path) -> Iterator[Piece]:
    for field in fields(note):
        value = getattr(note, field.name)
        if isinstance(value, str):
            yield Piece(value, (*path, field.name), Voice.NOTE)


def harms(effect: Effect) -> bool:
    """Whether an effect gives something away."""
    return bool(effect.exposes or effect.loses or effect.borrows)
