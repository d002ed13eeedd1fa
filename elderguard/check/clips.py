"""Whether every sentence of a story has been recorded, as far as voice packs are shipped at all."""

from __future__ import annotations

from collections.abc import Sequence

from elderguard.play.moment import Moment
from elderguard.scenario import codes
from elderguard.scenario.findings import Findings
from elderguard.scenario.model import Path, Scenario
from elderguard.voice.pack import Pack
from elderguard.voice.script import spoken_parts
from elderguard.voice.utterance import NORMAL


def check_clips(scenario: Scenario, packs: Sequence[Pack], findings: Findings) -> None:
    """Report what a story says that is in no pack: each step once, or the story once if none of it has
    been recorded. Without packs there is nothing to miss."""
    if not packs:
        return
    recorded = 0
    missing: dict[Path, str] = {}
    for said in spoken_parts(scenario):
        if any(said.utterance.key(NORMAL) in pack.clips for pack in packs):
            recorded += 1
        else:
            missing.setdefault(_path(said.moment, scenario), said.utterance.text)
    if missing and not recorded:
        findings.at(("title",), codes.NO_CLIP, what="整个故事都", start=scenario.title)
        return
    for path, text in missing.items():
        findings.at(path, codes.NO_CLIP, what="这一句", start=text.rstrip("。"))


def _path(moment: Moment, scenario: Scenario) -> Path:
    scene = scenario.scene(moment.at.scene)
    return scene.steps[moment.at.index].path if moment.at.index >= 0 else scene.path
