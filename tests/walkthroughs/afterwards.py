"""Checks what stands under `复盘` against the debrief of the play."""

from __future__ import annotations

from collections.abc import Iterable

from elderguard.play.answer import Answer
from elderguard.play.outcome import debrief
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.model import AnyStep, Handover, Scenario
from elderguard.scenario.vocabulary import Guard
from tests.walkthroughs.notation import plain, written_step
from tests.walkthroughs.script import Entry, Mismatch

_GUARDS = tuple(guard.chinese for guard in Guard)
_CUES = ("留心", "因为")
_FREE = ("最初", "最后")  # may be left out
_DEFAULTS = {"损失": "0", "借款": "0", "追回": "0", "停过": "否"}
WORDS = (*_GUARDS, *_CUES, *_FREE, *_DEFAULTS, "善后")


def check(heading: Entry, entries: list[Entry], play: Playthrough) -> None:
    """Every line must be so, and none of what must be said may be missing; Mismatch otherwise."""
    if not play.can_back or not hasattr(play.current, "end"):
        raise Mismatch(heading.where, "结局", "故事还没完")
    actual = _actual(play)
    cues = [entry for entry in entries if entry.word in _CUES]
    expected = [entry.text for entry in cues]
    shown = _cues(play)
    for index in range(max(len(expected), len(shown))):
        where = cues[min(index, len(cues) - 1)].where if cues else heading.where
        pair = [texts[index] if index < len(texts) else "没有了" for texts in (expected, shown)]
        if pair[0] != pair[1]:
            raise Mismatch(where, *pair)
    said = {entry.word: entry for entry in entries if entry.word not in _CUES}
    for word, truth in actual.items():
        if word in said:
            where, told = said[word].where, said[word].rest.removesuffix("元").strip()
        elif word in _FREE:
            continue
        else:
            where, told = heading.where, _DEFAULTS.get(word, "没有写")
        if told != truth:
            raise Mismatch(where, f"{word}：{told}", f"{word}：{truth}")


def _actual(play: Playthrough) -> dict[str, str]:
    found = debrief(play)
    return {
        **{one.guard.chinese: one.result.chinese for one in found.guards},
        "损失": str(found.lost),
        "借款": str(found.borrowed),
        "追回": str(found.recovered),
        "善后": "要" if found.aftercare else "不要",
        "停过": "是" if found.paused else "否",
        "最初": _responses(found.first_answers),
        "最后": _responses(found.answers),
    }


def _responses(answers: Iterable[Answer]) -> str:
    return "、".join(answer.response.chinese for answer in answers)


def _cues(play: Playthrough) -> list[str]:
    lines = []
    for cue in debrief(play).cues:
        step = _step(play.scenario, cue.step)
        words = f"旁白：{cue.text}" if isinstance(step, Handover) else written_step(play.scenario, step)
        lines += [f"留心：{words}", plain(f"因为：{cue.why}")]
    return lines


def _step(scenario: Scenario, step_id: str) -> AnyStep:
    return next(step for scene in scenario.scenes for step in scene.steps if step.id == step_id)
