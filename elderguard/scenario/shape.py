"""What kind of step a mapping is: the one key that says what happens, and the rest around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from elderguard.scenario import codes
from elderguard.scenario.findings import Findings, shown
from elderguard.scenario.model import Path
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
_MODIFIERS = frozenset(
    field.alias or name
    for shape in {*KINDS.values()}
    for name, field in shape.model_fields.items()
    if field.alias != WHAT
)
RESERVED = frozenset(KINDS) | _MODIFIERS  # no speaker may be called so


@dataclass(frozen=True)
class Parted:
    """A step taken apart: its shape, its what key and the mapping to fit, with WHAT for that key."""

    shape: type[StepShape]
    what: str
    raw: Mapping[str, Any]


def part(raw: object, path: Path, speakers: Collection[str], findings: Findings) -> Parted | None:
    """The step at `path` taken apart, or None (reported) when it cannot be told what it is."""
    if not isinstance(raw, Mapping):
        why, remedy = (
            "这一步少了“谁: 说什么”这样的冒号。",
            "请写成“- 人物: 说的话”，冒号用英文的，后面空一格。",
        )
        findings.at(path, codes.UNCLEAR_STEP, why=why, remedy=remedy)
        return None
    known = [key for key in raw if key in KINDS or (key in speakers and key not in RESERVED)]
    if not known:
        meant = _unknown(raw, path, speakers, findings)
        known = [meant] if meant else []
    if not known:
        return None
    what, *others = known
    for other in others:
        why = f"这一步里又写了“{shown(what)}”，又写了“{shown(other)}”，一步只能写一件事。"
        at = (*path, other)
        findings.at(at, codes.UNCLEAR_STEP, on_key=True, why=why, remedy="请分成两步，各用一个“- ”开头。")
    rest = {key: value for key, value in raw.items() if key not in known}
    return Parted(KINDS.get(what, LineShape), what, {WHAT: raw[what], **rest})


def _unknown(raw: Mapping[str, Any], path: Path, speakers: Collection[str], findings: Findings) -> str | None:
    """Report a step without a what key. Returns the key of an unknown speaker, if that is what it is."""
    strange = [key for key in raw if key not in _MODIFIERS]
    if not strange:
        remedy = "请加上一行，比如“narrator: ……”或者“人物: ……”。"
        findings.at(path, codes.UNCLEAR_STEP, why="这一步没有写发生了什么。", remedy=remedy)
        return None
    hints = {key: findings.meant(key, [*speakers, *KINDS]) for key in strange}
    key = next((key for key in strange if hints[key]), strange[0])
    at, hint = (*path, key), hints[key]
    if isinstance(raw[key], str):
        findings.at(at, codes.UNKNOWN_SPEAKER, on_key=True, speaker=key, hint=hint)
        return key
    remedy = "" if hint else "请照着 README 改。"
    findings.at(at, codes.UNKNOWN_KEY, on_key=True, key=key, where="这一步", hint=hint, remedy=remedy)
    return None
