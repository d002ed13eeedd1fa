"""Whoever records the program is told everything it says."""

from __future__ import annotations

import pytest

from elderguard.scenario.library import Library
from elderguard.settings import Settings
from elderguard.ui.pages.settings import SettingsPage
from elderguard.ui.script import interface_script
from elderguard.ui.shots import own_sights


@pytest.fixture(scope="module")
def said() -> set[str]:
    return {utterance.spoken for utterance in interface_script(Library.of_folders())}


@pytest.mark.parametrize("size", [100, 200])
def test_every_page_of_the_program_is_in_it(said: set[str], size: int) -> None:
    sights = [sight for sight in own_sights(size) if sight.name not in ("stories", "broken")]
    missing = [each.spoken for sight in sights for each in sight.screen.spoken if each.spoken not in said]
    assert missing == []


def test_what_a_setting_says_after_a_press_is_in_it(said: set[str]) -> None:
    settings = [Settings()]
    page = SettingsPage(lambda: settings[0], lambda new: settings.__setitem__(0, new), list)
    pressed = (*["rate-less", "volume-less", "text-more"] * 6, *["rate-more", "volume-more"] * 6)
    for action in (*pressed, "mute", "theme", "motion", "follow"):
        page.act(action)
        assert [each.spoken for each in page.screen().spoken if each.spoken not in said] == []


def test_stories_have_their_titles_and_the_ring_its_buttons_read(said: set[str]) -> None:
    for words in (
        "故事，上门激活医保码",
        "再听一遍",
        "先停一停",
        "接着听",
        "字大一点",
        "快一点",
    ):
        assert words in said, words
    assert any(words.startswith("一，上门激活医保码，大约") for words in said)


def test_nothing_is_recorded_twice() -> None:
    spoken = [(each.voice, each.spoken) for each in interface_script(Library.of_folders())]
    assert len(spoken) == len(set(spoken))
    assert all(words for _, words in spoken)
