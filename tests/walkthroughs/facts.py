"""Checks what `状态：` says against the state of the play."""

from __future__ import annotations

from elderguard.play.state import State
from elderguard.scenario.model import SELF, Scenario
from elderguard.scenario.vocabulary import Asset
from tests.walkthroughs.notation import written_hold
from tests.walkthroughs.script import Entry, Mismatch

_ASSETS = {asset.chinese: asset for asset in Asset} | {"刷脸": Asset.FACE}


def check(entry: Entry, scenario: Scenario, state: State) -> None:
    """Every part of the line must be so; Mismatch otherwise."""
    for part in entry.rest.split("；"):
        actual = _actual(entry, part.strip(), scenario, state)
        if actual != part.strip():
            raise Mismatch(entry.where, part.strip(), actual)


def _actual(entry: Entry, part: str, scenario: Scenario, state: State) -> str:
    """What the part would have to say to be true."""
    word, _, rest = part.partition(" ")
    if word.endswith("手机在"):
        owner = next((one.id for one in scenario.speakers if word == f"{one.name}的手机在"), SELF)
        return f"{word} {written_hold(scenario, state, owner)}"
    match word:
        case "没有外泄":
            return word if not state.exposed else _exposed(state)
        case "外泄":
            named = {_ASSETS[name] for name in rest.split("、") if name in _ASSETS}
            known = all(name in _ASSETS for name in rest.split("、"))
            return part if known and named == state.exposed else _exposed(state)
        case "损失":
            return f"损失 {state.lost}"
        case "借款":
            return f"借款 {state.borrowed}"
        case "追回":
            return f"追回 {state.recovered}"
        case "见过" | "没见过":
            return f"{'见过' if rest in state.seen else '没见过'} {rest}"
        case "记号" | "没有记号":
            return f"{'记号' if rest in state.flags else '没有记号'} {rest}"
        case "计数":
            name = rest.partition(" ")[0]
            return f"计数 {name} {state.counter(name)}"
        case _:
            raise Mismatch(entry.where, "README.md 里“核对状态”的写法", part)


def _exposed(state: State) -> str:
    names = "、".join(asset.chinese for asset in Asset if asset in state.exposed)
    return f"外泄 {names}" if names else "没有外泄"
