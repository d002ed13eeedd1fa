"""The keys of a step: those that say what happens, and those that say more about it."""

from __future__ import annotations

from elderguard.scenario.schema import (
    WHAT,
    EndShape,
    GotoShape,
    HandoverShape,
    LineShape,
    QuestionShape,
    ShowShape,
    StepShape,
)
from elderguard.scenario.schema_screens import SCREENS

NARRATOR = "narrator"
KINDS: dict[str, type[StepShape]] = {
    NARRATOR: LineShape,
    "question": QuestionShape,
    "goto": GotoShape,
    "end": EndShape,
    "phone": HandoverShape,
    **dict.fromkeys(SCREENS, ShowShape),
}
MODIFIERS = frozenset(
    field.alias or name
    for shape in {*KINDS.values()}
    for name, field in shape.model_fields.items()
    if field.alias != WHAT
)
RESERVED = frozenset(KINDS) | MODIFIERS  # no speaker may be called so
