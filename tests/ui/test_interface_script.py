"""Whoever records the program is told everything it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from elderguard.scenario.library import Library
from elderguard.scenario.vocabulary import Role
from elderguard.settings import Settings
from elderguard.ui.interface_script import UNFORESEEN, interface_script
from elderguard.ui.pages.settings import SettingsPage
from elderguard.ui.screen import Screen
from elderguard.ui.shots import own_sights, story_sights
from elderguard.ui.theme import Theme
from elderguard.ui.widgets.button import BigButton
from elderguard.ui.window import Window
from elderguard.voice.reading import interface


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.of_folders()


@pytest.fixture(scope="module")
def said(library: Library) -> set[str]:
    return {utterance.spoken for utterance in interface_script(library)}


def own_screens(size: int) -> Iterator[Screen]:
    return (sight.screen for sight in own_sights(size) if not sight.name.startswith(UNFORESEEN))


@pytest.mark.parametrize("size", [100, 200])
def test_every_page_of_the_program_is_in_it(said: set[str], size: int) -> None:
    spoken = [each.spoken for screen in own_screens(size) for each in screen.spoken]
    assert [words for words in spoken if words not in said] == []


@pytest.mark.parametrize("size", [100, 200])
def test_every_button_the_ring_can_come_to_is_in_it(
    said: set[str], library: Library, size: int, qtbot: QtBot
) -> None:
    window = Window(Theme(percent=size, motion_ms=0))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    story = library.load("home-visit")
    stories = [sight.screen for role in (None, Role.HELPER) for sight in story_sights(story, role)]
    missing = set()
    for screen in (*own_screens(size), *stories):
        window.show_screen(screen)
        view = window.whole.view
        offered = {utterance.text for utterance in screen.spoken}
        assert view is not None
        while True:
            shown = [each for each in window.findChildren(BigButton) if each.isVisible() and each.isEnabled()]
            names = {each.accessibleName() for each in shown} - offered
            missing |= {name for name in names if interface(name).spoken not in said}
            if view.page + 1 >= view.pages or not view.turn(1):
                break
    assert missing == set()


def test_what_a_setting_says_after_a_press_is_in_it(said: set[str]) -> None:
    settings = [Settings()]
    page = SettingsPage(lambda: settings[0], lambda new: settings.__setitem__(0, new), list)
    pressed = (*["rate-less", "volume-less", "text-more"] * 6, *["rate-more", "volume-more"] * 6)
    for action in (*pressed, "mute", "theme", "motion", "follow"):
        page.act(action)
        assert [each.spoken for each in page.screen().spoken if each.spoken not in said] == []


def test_stories_have_their_titles_read(said: set[str]) -> None:
    assert "故事，上门激活医保码" in said
    assert any(words.startswith("一，上门激活医保码，大约") for words in said)


def test_nothing_is_recorded_twice(library: Library) -> None:
    spoken = [(each.voice, each.spoken) for each in interface_script(library)]
    assert len(spoken) == len(set(spoken))
    assert all(words for _, words in spoken)
