"""What an editor needs to complete the keys of a script: `scenarios/schema.json`, made from the shapes.

python -m elderguard.scenario.editor > scenarios/schema.json
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from pydantic.json_schema import models_json_schema

from elderguard.scenario.schema import (
    WHAT,
    ChoiceShape,
    SceneShape,
    ScriptShape,
    Shape,
    SpeakerShape,
)
from elderguard.scenario.schema_screens import SCREENS
from elderguard.scenario.schema_words import ID_PATTERN
from elderguard.scenario.step_kinds import KINDS

_CALLED = {
    "narrator": "旁白",
    "question": "问一问，下面写 choices",
    "goto": "去下一个场景",
    "end": "结局，下面写 title 和 text",
    "phone": "手机到了谁手里",
    **{key: f"出现{chinese}" for key, (_, _, chinese) in SCREENS.items()},
}


def editor_schema() -> dict[str, Any]:
    """The JSON schema (draft 7) of a script."""
    shapes: list[type[Shape]] = [ScriptShape, SceneShape, SpeakerShape, ChoiceShape]
    shapes += {*KINDS.values()} | {written for written, _, _ in SCREENS.values()}
    _, made = models_json_schema(
        [(shape, "validation") for shape in sorted(shapes, key=lambda shape: shape.__name__)],
        ref_template="#/definitions/{model}",
    )
    parts: dict[str, Any] = _for_editors(made["$defs"])
    kinds = {name: parts.pop(name) for name in sorted({shape.__name__ for shape in KINDS.values()})}
    parts["StepShape"] = _step(kinds)
    script = parts.pop(ScriptShape.__name__)
    script["properties"]["schema"] = {"const": 1, "description": "写法的版本，现在是 1"}
    script["properties"]["speakers"]["additionalProperties"] = _ref(SpeakerShape.__name__)
    script["properties"]["scenes"] |= {"additionalProperties": _ref(SceneShape.__name__), "minProperties": 1}
    parts[SceneShape.__name__]["properties"]["steps"]["items"] = _ref("StepShape")
    parts["StepShape"]["properties"]["choices"]["items"] = _ref(ChoiceShape.__name__)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "守护银龄剧本"}
    used = set(re.findall("#/definitions/([A-Za-z]+)", json.dumps([script, parts])))
    return {**head, **script, "definitions": {name: part for name, part in parts.items() if name in used}}


def editor_schema_text() -> str:
    """The same as the text of the file."""
    return json.dumps(editor_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _step(kinds: dict[str, Any]) -> dict[str, Any]:
    """One schema for all steps: every what key and every modifier; any other key is a speaker's."""
    properties: dict[str, Any] = {}
    for part in kinds.values():
        properties |= {key: value for key, value in part["properties"].items() if key != WHAT}
    for key, shape in KINDS.items():
        what = kinds[shape.__name__]["properties"][WHAT]
        if key in SCREENS:
            what = {"allOf": [_ref(SCREENS[key][0].__name__)]}
        properties[key] = {**what, "description": _CALLED[key]}
    speaker = f"^(?!(?:{'|'.join(sorted(properties))})$){ID_PATTERN[1:]}"
    says = {"type": ["string", "number"], "description": "人物说的话"}
    return {
        "type": "object",
        "minProperties": 1,
        "properties": properties,
        "patternProperties": {speaker: says},
        "additionalProperties": False,
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}"}


def _for_editors(part: Any) -> Any:
    """Without the English of the code; texts may look like numbers, which an editor reads as such."""
    if isinstance(part, list):
        return [_for_editors(item) for item in part]
    if not isinstance(part, dict):
        return part
    made = {
        key: _for_editors(value)
        for key, value in part.items()
        if isinstance(value, dict) or key not in ("title", "default")
    }
    if "properties" in made or "enum" in made:
        made.pop("description", None)
    if made.get("type") == "string" and "pattern" not in made:
        made["type"] = ["string", "number"]
    if {"type": "null"} in made.get("anyOf", ()):
        made["anyOf"].remove({"type": "null"})
    return made


if __name__ == "__main__":
    sys.stdout.write(editor_schema_text())
