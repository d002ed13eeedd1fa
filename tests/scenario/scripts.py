"""A sound script to be changed by a test, and ways to read it."""

from __future__ import annotations

from pathlib import Path

from elderguard.scenario.catalogue import Catalogue
from elderguard.scenario.loader import Loaded, load_text
from elderguard.scenario.model import Scenario

BROKEN = Path(__file__).parent / "broken"
SOUND = (BROKEN / "sound.yaml").read_text(encoding="utf-8")
PICTURES = Catalogue(frozenset({"clerk"}), frozenset({"road", "home"}))


def changed(*changes: tuple[str, str]) -> str:
    """The sound script with each text replaced where it first stands."""
    text = SOUND
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def read(text: str, folder: Path = Path()) -> Loaded:
    """What the loader makes of a script."""
    return load_text(text, folder / "script.yaml", PICTURES)


def found(text: str) -> list[str]:
    """The findings of the loader as `line:column code`."""
    return [f"{one.place.line}:{one.place.column} {one.code.id}" for one in read(text).diagnostics]


def scenario_of(text: str) -> Scenario:
    """The scenario of a script that must have no errors."""
    loaded = read(text)
    assert loaded.playable, loaded.reason
    assert loaded.scenario is not None
    return loaded.scenario
