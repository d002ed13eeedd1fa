"""What kind of step a mapping is: the one key that says what happens, and the rest around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from elderguard.scenario import codes
from elderguard.scenario.findings import Findings, shown
from elderguard.scenario.model import Path
from elderguard.scenario.schema import WHAT, LineShape, StepShape
from elderguard.scenario.schema_screens import SCREENS
from elderguard.scenario.step_kinds import KINDS, MODIFIERS, RESERVED
from elderguard.scenario.stray import moved_scene

_COLON = re.compile(r"[\w-]+(：|:(?=\S))")
_SCREENS_THERE = "、".join(f"{key}（{chinese}）" for key, (_, _, chinese) in SCREENS.items())


@dataclass(frozen=True)
class Parted:
    """A step taken apart: its shape, its what key and the mapping to fit, with WHAT for that key."""

    shape: type[StepShape]
    what: str
    raw: Mapping[str, Any]


def part(raw: object, path: Path, speakers: Collection[str], findings: Findings) -> Parted | None:
    """The step at `path` taken apart, or None (reported) when it cannot be told what it is."""
    if not isinstance(raw, Mapping):
        why, remedy = _not_a_step(raw)
        findings.at(path, codes.UNCLEAR_STEP, why=why, remedy=remedy)
        return None
    known = [key for key in raw if key in KINDS or (key in speakers and key not in RESERVED)]
    if not known:
        strange = [key for key in raw if key not in MODIFIERS]
        for key in strange:
            if meant := findings.misspelt(path, key, KINDS, "这一步"):
                raw = {meant if each == key else each: value for each, value in raw.items()}
                known = [meant]
                break
        else:
            known = _unknown(raw, strange, path, speakers, findings)
    if not known:
        return None
    what, *others = known
    for other in others:
        why = f"这一步里又写了“{shown(what)}”，又写了“{shown(other)}”，一步只能写一件事。"
        at = (*path, other)
        findings.at(at, codes.UNCLEAR_STEP, on_key=True, why=why, remedy="请分成两步，各用一个“- ”开头。")
    rest = {key: value for key, value in raw.items() if key not in known}
    return Parted(KINDS.get(what, LineShape), what, {WHAT: raw[what], **rest})


def _not_a_step(raw: object) -> tuple[str, str]:
    """Why what stands behind a “- ” is no step, and what to do."""
    colon = _COLON.match(raw) if isinstance(raw, str) else None
    if colon and colon[1] == "：":
        return "这里的冒号是中文的“：”。", "请换成英文的冒号“:”，后面空一格。"
    if colon:
        return "冒号后面少了一个空格。", "请在英文冒号“:”后面空一格。"
    return (
        "这一步少了“谁: 说什么”这样的冒号。",
        "请写成“- 人物: 说的话”，冒号用英文的，后面空一格。",
    )


def _unknown(
    raw: Mapping[str, Any], strange: list[str], path: Path, speakers: Collection[str], findings: Findings
) -> list[str]:
    """Report a step without a what key. Returns the key of an unknown speaker, if that is what it is."""
    if not strange:
        remedy = "请加上一行，比如“narrator: ……”或者“人物: ……”。"
        findings.at(path, codes.UNCLEAR_STEP, why="这一步没有写发生了什么。", remedy=remedy)
        return []
    hints = {key: findings.meant(key, [*speakers, *KINDS]) for key in strange}
    key = next((key for key in strange if hints[key]), strange[0])
    at, hint = (*path, key), hints[key]
    if isinstance(raw[key], str):
        if findings.is_elsewhere(key, "speakers"):
            return [key]
        if key.isascii() and not hint:
            hint = f"要是手机上的画面，可以写的有：{_SCREENS_THERE}。"
        findings.at(at, codes.UNKNOWN_SPEAKER, on_key=True, speaker=key, hint=hint)
        return [key]
    remedy = moved_scene(raw[key], 2) or ("" if hint else f"手机上的画面，可以写的有：{_SCREENS_THERE}。")
    findings.at(at, codes.UNKNOWN_KEY, on_key=True, key=key, where="这一步", hint=hint, remedy=remedy)
    return []
