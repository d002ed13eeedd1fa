"""The stories themselves, pressed at random: nothing fails, and the way to an ending never closes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elderguard.play.course import role_of
from elderguard.play.error import RoleNotOffered
from elderguard.play.explore import explore
from elderguard.play.moment import Ended
from elderguard.play.outcome import debrief
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.vocabulary import Role
from tests.play.test_random_play import press
from tests.walkthroughs.collection import covered, scenario

presses = st.lists(st.integers(0, 7), max_size=120)


def roles(name: str) -> list[Role]:
    """The roles in which a scenario can be played."""
    offered = []
    for role in Role:
        try:
            offered.append(role_of(scenario(name), role))
        except RoleNotOffered:
            continue
    return offered


PLAYS = [(name, role) for name in covered() for role in roles(name)]


@pytest.mark.parametrize(("name", "role"), PLAYS)
@settings(deadline=None, max_examples=30)
@given(numbers=presses)
def test_whatever_is_pressed_the_story_goes_on(name: str, role: Role, numbers: list[int]) -> None:
    play = Playthrough(scenario(name), role)
    for number in numbers:
        assert press(play, number)
        if isinstance(play.current, Ended):
            assert debrief(play).title
    again = Playthrough(scenario(name), role, events=play.events)
    assert again.way == play.way


@pytest.mark.parametrize(("name", "role"), PLAYS)
def test_every_way_of_the_story_is_sound(name: str, role: Role) -> None:
    found = explore(scenario(name), role)
    assert not found.truncated
    assert found.dead_ends == ()
    assert found.endless == ()
    assert found.thin_questions == ()
    assert found.unreached_scenes == ()
    assert [ending.moment.end.id for ending in found.endings if not ending.fits] == []


@pytest.mark.parametrize(("name", "role"), PLAYS)
def test_every_screen_of_the_story_can_be_gone_to(name: str, role: Role) -> None:
    for found in explore(scenario(name), role).pictured:
        play = Playthrough(scenario(name), role, events=found.route)
        assert play.current == found.moment
        assert 1 <= play.beat <= play.beats
