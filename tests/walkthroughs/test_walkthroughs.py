"""The walkthroughs: each goes as it is written, and together they leave nothing out."""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard.play.explore import explore
from elderguard.scenario.vocabulary import Role
from tests.walkthroughs.collection import covered, files, scenario, shipped, walkthroughs_of
from tests.walkthroughs.mutation import mutants
from tests.walkthroughs.runner import run
from tests.walkthroughs.script import Mismatch, read
from tests.walkthroughs.stage import Reloading, Straight


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("file", files(), ids=_name)
def test_the_play_goes_as_it_is_written(file: Path) -> None:
    walkthrough = read(file)
    run(walkthrough, Straight(scenario(walkthrough.story), walkthrough.role))


@pytest.mark.parametrize("file", files(), ids=_name)
def test_the_play_goes_as_it_is_written_with_a_restart_at_every_step(file: Path, tmp_path: Path) -> None:
    walkthrough = read(file)
    stage = Reloading(scenario(walkthrough.story), walkthrough.role, tmp_path / "records.sqlite")
    run(walkthrough, stage)
    stage.close()


def test_every_shipped_story_has_walkthroughs() -> None:
    assert [name for name in shipped() if not walkthroughs_of(name)] == []
    assert len(shipped()) >= 2


@pytest.mark.parametrize("name", covered())
def test_every_ending_is_reached_by_a_walkthrough(name: str) -> None:
    found = explore(scenario(name))
    assert not found.truncated
    assert not found.unreached_scenes
    reached: set[str] = set()
    for file in walkthroughs_of(name):
        walkthrough = read(file)
        reached |= run(walkthrough, Straight(scenario(name), walkthrough.role))
    assert {ending.moment.end.id for ending in found.endings} - reached == set()


@pytest.mark.parametrize("name", covered())
def test_exchanging_what_two_choices_lead_to_is_noticed(name: str) -> None:
    walkthroughs = [read(file) for file in walkthroughs_of(name)]
    unnoticed = []
    count = 0
    for mutant in mutants(scenario(name)):
        count += 1
        for walkthrough in walkthroughs:
            try:
                run(walkthrough, Straight(mutant.scenario, walkthrough.role))
            except Mismatch:
                break
        else:
            unnoticed.append(str(mutant))
    assert count > 0
    assert unnoticed == []


@pytest.mark.parametrize("name", shipped())
def test_a_story_of_ones_own_is_also_walked_as_a_helper(name: str) -> None:
    if scenario(name).role is Role.SELF:
        roles = {read(file).role for file in walkthroughs_of(name)}
        assert Role.HELPER in roles
