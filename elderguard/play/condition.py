"""When a condition of a scenario holds."""

from __future__ import annotations

from elderguard.play.state import State
from elderguard.scenario.model import Condition


def holds(condition: Condition | None, state: State) -> bool:
    """Whether every given part of the condition is true of the state; no condition always holds.

    `lost_money` asks about money that is still missing, borrowed money included.
    """
    if condition is None:
        return True
    return (
        state.exposed.issuperset(condition.exposed)
        and state.exposed.isdisjoint(condition.not_exposed)
        and state.flags.issuperset(condition.flags)
        and state.flags.isdisjoint(condition.not_flags)
        and all(state.counter(name) >= least for name, least in condition.at_least)
        and state.seen.issuperset(condition.seen)
        and state.chosen.issuperset(condition.chosen)
        and state.chosen.isdisjoint(condition.not_chosen)
        and condition.lost_money in (None, state.missing > 0)
        and (not condition.any_of or any(holds(part, state) for part in condition.any_of))
    )
