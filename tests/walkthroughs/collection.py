"""Which walkthroughs there are, and the scenarios they are of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from elderguard.scenario.loader import load
from elderguard.scenario.model import Scenario

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
FOLDERS = (CHECKOUT / "scenarios", CHECKOUT / "tests" / "scenario")


def files() -> list[Path]:
    """Every walkthrough file."""
    return sorted(HERE.glob("*/*.txt"))


def shipped() -> list[str]:
    """The ids of the shipped scenarios."""
    return sorted(file.parent.name for file in FOLDERS[0].glob("*/scenario.yaml"))


def covered() -> list[str]:
    """The ids of all scenarios that have walkthroughs or should have."""
    return sorted({*shipped(), *(file.parent.name for file in files())})


def walkthroughs_of(scenario_id: str) -> list[Path]:
    """The walkthrough files of a scenario."""
    return [file for file in files() if file.parent.name == scenario_id]


@cache
def scenario(scenario_id: str) -> Scenario:
    """The scenario of that id, shipped or a test's."""
    for folder in FOLDERS:
        file = folder / scenario_id / "scenario.yaml"
        if file.is_file():
            found = load(file)
            assert found.scenario is not None, "\n".join(map(str, found.diagnostics))
            return found.scenario
    raise AssertionError(f"没有叫 {scenario_id} 的故事")
