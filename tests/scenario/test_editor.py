"""The schema for editors says what the reader accepts, and the committed file is the current one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from elderguard import paths
from elderguard.scenario.editor import editor_schema, editor_schema_text
from elderguard.scenario.shape import KINDS
from tests.scenario.scripts import BROKEN

SCHEMA = editor_schema()
SCRIPTS = [*paths.scenarios_folder().glob("*/scenario.yaml"), BROKEN.parent / "everything" / "scenario.yaml"]


def test_the_committed_schema_is_current() -> None:
    committed = (paths.scenarios_folder() / "schema.json").read_text(encoding="utf-8")
    assert committed == editor_schema_text(), "python -m elderguard.scenario.editor > scenarios/schema.json"


def test_the_module_prints_the_schema() -> None:
    command = [sys.executable, "-m", "elderguard.scenario.editor"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == editor_schema_text()


def unknown_keys(value: Any, schema: dict[str, Any]) -> list[str]:
    """Keys of a value that an editor with this schema would underline, and words it would not offer."""
    if "$ref" in schema:
        return unknown_keys(value, SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]])
    options = schema.get("anyOf") or schema.get("allOf")
    if options:
        return min((unknown_keys(value, option) for option in options), key=len)
    if "oneOf" in schema:
        return [] if value in [option["const"] for option in schema["oneOf"]] else [str(value)]
    if isinstance(value, list):
        wrong = [] if schema.get("type") == "array" else ["list"]
        return [key for item in value for key in unknown_keys(item, schema.get("items", {}))] + wrong
    if not isinstance(value, dict):
        return [str(value)] if schema.get("type") in ("array", "object") else []
    found = [f"missing {key}" for key in schema.get("required", ()) if key not in value]
    for key, inside in value.items():
        known = schema.get("properties", {}).get(key)
        other = schema.get("additionalProperties") or next(
            iter(schema.get("patternProperties", {}).values()), None
        )
        if known is None and not other:
            found.append(key)
        else:
            found += unknown_keys(inside, known or other)
    return found


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.parent.name)
def test_an_editor_underlines_nothing_in_a_sound_script(file: Path) -> None:
    assert unknown_keys(yaml.safe_load(file.read_text(encoding="utf-8")), SCHEMA) == []


def test_an_editor_underlines_what_the_reader_refuses() -> None:
    wrong = yaml.safe_load((BROKEN / "E201.yaml").read_text(encoding="utf-8"))
    assert sorted(unknown_keys(wrong, SCHEMA)) == ["feedbak", "missing safe_line", "safeline"]


def test_every_kind_of_step_is_offered_with_its_meaning() -> None:
    step = SCHEMA["definitions"]["StepShape"]["properties"]
    assert all(step[key]["description"] for key in KINDS)
