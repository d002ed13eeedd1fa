"""Where a key belongs that stands in the wrong group, and which way its line must be moved.

A line that is moved in too far, or not far enough, is still good YAML: it only says something else.
"""

from __future__ import annotations

from collections.abc import Mapping

from elderguard.scenario.model import Path
from elderguard.scenario.schema import WHAT, ChoiceShape, SceneShape, ScriptShape, Shape
from elderguard.scenario.step_kinds import RESERVED


def _keys(shape: type[Shape]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in shape.model_fields.items()) - {WHAT}


_GROUPS = (  # from the outside in: what the group is called, and its keys
    ("剧本开头", _keys(ScriptShape)),
    ("场景", _keys(SceneShape)),
    ("步骤", RESERVED - _keys(ChoiceShape)),
    ("选项", _keys(ChoiceShape) - RESERVED),
)
_COMMON = {"id", "title", "text", "kind", "role", "notes"}  # might be meant for any group
_SCENE, _SPEAKER = {"steps", "place"}, {"portrait", "voice"}


def stray(key: str, value: object, path: Path) -> str:
    """What to do about a key that does not belong into the mapping at `path` but elsewhere; nothing if
    it belongs nowhere."""
    depth = _depth(path)
    if moved := moved_scene(value, depth):
        return moved
    if isinstance(value, Mapping) and _SPEAKER & value.keys() and depth == 0:
        return "它看着像一个人物：请把它和它下面的各行一起向右挪，放进 speakers 里。"
    inside = len(path) > _length(depth)  # in a group of its own, like cue or phone
    for level in range(depth if inside else depth - 1, -1, -1):
        name, keys = _GROUPS[level]
        if key in keys - _COMMON:
            return f"它是{name}里的一行：请把它向左挪（在花括号里的，请另起一行），和{name}的其他各行对齐。"
    for name, keys in _GROUPS[depth + 1 :]:
        if key in keys - _COMMON:
            return f"它是{name}里的一行：请把它向右挪，和{name}的其他各行对齐。"
    return ""


def moved_scene(value: object, depth: int) -> str:
    """What to do about a scene that stands in a group of that depth; nothing if it is no scene."""
    if not isinstance(value, Mapping) or not _SCENE & value.keys():
        return ""
    side, which = ("左", "另一个") if depth else ("右", "一个")
    return f"它看着像{which}场景：请把它和它下面的各行一起向{side}挪，和别的场景对齐。"


def _depth(path: Path) -> int:
    """Which of the groups the mapping at `path` is, or lies in."""
    if path[:1] != ("scenes",):
        return 0
    return 3 if "choices" in path[3:] else 2 if path[2:3] == ("steps",) else 1


def _length(depth: int) -> int:
    """How long the path of such a group is."""
    return (0, 2, 4, 6)[depth]
