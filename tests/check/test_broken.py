"""Every code has a broken script in tests/scenario/broken/ and, beside it, exactly what is said about it.

`<code>.yaml` or `<code>-<variant>.yaml` with a `.txt` of the same name. They are read with a small set of
pictures of their own, so that new portraits change nothing here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard.check.examine import Surroundings, examine
from elderguard.scenario import codes
from elderguard.scenario.catalogue import Catalogue
from elderguard.scenario.diagnostic import Diagnostic
from elderguard.scenario.loader import load
from elderguard.scenario.vocabulary import Kind
from elderguard.voice.pack import Clip, Pack
from elderguard.voice.script import script as all_said
from elderguard.voice.utterance import NORMAL

BROKEN = Path(__file__).parent.parent / "scenario" / "broken"
SCRIPTS = sorted(file.relative_to(BROKEN) for file in BROKEN.rglob("*.yaml") if file.name != "sound.yaml")
PICTURES = Catalogue(frozenset({"clerk"}), frozenset({"road", "home"}))
STORIES = {"market-day": Kind.BENIGN}


def code_of(script: Path) -> str:
    return script.parts[0].partition(".")[0].partition("-")[0]


def findings_about(script: Path) -> tuple[Diagnostic, ...]:
    loaded = load(script, PICTURES)
    packs = [_pack_without(script, "问一句，不耽误。")] if code_of(script) == codes.NO_CLIP.id else []
    examine(loaded, Surroundings(STORIES, packs, {"home-visit"}))
    return loaded.diagnostics


def _pack_without(script: Path, text: str) -> Pack:
    """A pack of recordings of all that is said in a story but one sentence."""
    scenario = load(script).scenario
    assert scenario is not None
    clip = Clip(Path("clip.opus"), "", "narrator", 1.0, "")
    return Pack(
        "test", "CC0", {words.key(NORMAL): clip for words in all_said(scenario) if words.text != text}
    )


@pytest.fixture(autouse=True)
def beside_the_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_every_code_has_a_broken_script(code: codes.Code) -> None:
    scripts = [script for script in SCRIPTS if code_of(script) == code.id]
    assert scripts
    for script in scripts:
        assert code in {found.code for found in findings_about(script)}


@pytest.mark.parametrize("script", SCRIPTS, ids=str)
def test_what_is_said_about_a_broken_script_is_exactly_that(script: Path) -> None:
    said = "".join(f"{found}\n" for found in findings_about(script))
    assert said == script.with_suffix(".txt").read_text(encoding="utf-8")


def test_the_script_they_were_all_made_from_is_sound() -> None:
    assert findings_about(Path("sound.yaml")) == ()


def test_ids_are_unique_and_tell_how_bad_a_finding_is() -> None:
    assert len({code.id for code in codes.ALL}) == len(codes.ALL)
    assert {code.id[0] for code in codes.ALL} == {"E", "W"}


def test_no_expectation_is_left_without_its_script() -> None:
    expectations = {file.relative_to(BROKEN).with_suffix(".yaml") for file in BROKEN.rglob("*.txt")}
    assert expectations == set(SCRIPTS)
