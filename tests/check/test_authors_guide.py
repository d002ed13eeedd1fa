"""scenarios/README.md is what authors have: its examples are sound, and nothing is left out of it."""

from __future__ import annotations

import re
from pathlib import Path

from elderguard import paths
from elderguard.check.report import check
from elderguard.scenario import codes
from elderguard.scenario.catalogue import catalogue
from elderguard.scenario.editor import editor_schema
from elderguard.scenario.hotlines import HOTLINES
from elderguard.scenario.loader import FILE_NAME

GUIDE = (paths.scenarios_folder() / "README.md").read_text(encoding="utf-8")
EXAMPLES = [
    block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if block.startswith("schema: 1")
]
WORDS = set(re.findall(r"[a-z][a-z0-9_-]*", "\n".join(re.findall(r"`[^`\n]+`|```.*?```", GUIDE, re.DOTALL))))


def test_the_examples_pass_the_check_without_a_word(tmp_path: Path) -> None:
    for example in EXAMPLES:
        found = re.search("^id: ([a-z-]+)", example, re.MULTILINE)
        assert found
        folder = tmp_path / found[1]
        folder.mkdir()
        (folder / FILE_NAME).write_text(example, encoding="utf-8")
    report = check([tmp_path])
    assert len(report.files) == len(EXAMPLES) == 2
    assert [str(one) for one in report.diagnostics] == []


def keys(schema: object) -> set[str]:
    """All keys that may be written somewhere in a script."""
    if isinstance(schema, list):
        return {key for part in schema for key in keys(part)}
    if not isinstance(schema, dict):
        return set()
    own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return own.union(*map(keys, schema.values()))


def test_every_key_is_explained() -> None:
    assert keys(editor_schema()) - WORDS == set()


def fixed_words(schema: object) -> set[str]:
    """All words that may be chosen somewhere in a script."""
    if isinstance(schema, list):
        return {word for part in schema for word in fixed_words(part)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["const"]} if isinstance(schema.get("const"), str) else set()
    return own.union(*map(fixed_words, schema.values()))


def test_every_fixed_word_is_explained() -> None:
    words = fixed_words(editor_schema())
    assert {"scam", "village-committee", "stop-sharing"} < words
    assert words - WORDS == set()


def test_every_hotline_picture_and_place_is_listed() -> None:
    drawn = catalogue(paths.assets_folder())
    assert {*HOTLINES, *drawn.portraits, *drawn.places} - WORDS == set()


def test_every_code_is_explained() -> None:
    named: set[str] = set()
    for first, last in re.findall(r"([EW]\d{3})(?:[–、]([EW]\d{3}))?", GUIDE):
        numbers = range(int(first[1:]), int((last or first)[1:]) + 1)
        named |= {f"{first[0]}{number}" for number in numbers}
    assert {code.id for code in codes.ALL} - named == set()
