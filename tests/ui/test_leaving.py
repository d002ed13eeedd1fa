"""Leaving a story: it asks, from wherever she leaves, and what she left is offered when she comes again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from elderguard.app import Program
from elderguard.scenario.vocabulary import Role
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import aftercare_page
from elderguard.ui.screen import Asked, Body, Card, Told
from tests.ui.running import OTHER, STORY, Start, key, on_to, shown, story

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
STEPS = 3


def enter(program: Program, role: Role | None = None, name: str = STORY) -> None:
    """From the list of stories, by its card."""
    program.navigator.start(program.desk.home(), program.desk.stories(role))
    program.navigator.act(f"story:{name}")


def practise(program: Program, steps: int = STEPS) -> Body:
    """Some steps; returns what is on the stage then."""
    for _ in range(steps):
        key(program, Qt.Key.Key_1 if isinstance(shown(program).body, Asked) else RETURN)
    return shown(program).body


def leave(program: Program) -> None:
    """Home, and yes."""
    key(program, ESCAPE)
    program.navigator.act("leave-story")
    assert shown(program).kind == "home"


def answers(program: Program) -> list[str]:
    body = shown(program).body
    assert isinstance(body, Card)
    return [button.action for button in body.buttons]


# --- what was left is offered ------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [None, Role.HELPER])
def test_a_story_left_is_offered_when_it_is_entered_again(role: Role | None, start: Start) -> None:
    program = start()
    enter(program, role)
    left = practise(program)
    leave(program)
    enter(program, role)
    assert (shown(program).kind, answers(program)) == ("resume", ["go-on", "afresh"])
    key(program, Qt.Key.Key_1)
    assert shown(program).body == left


def test_from_the_start_is_from_the_start_and_the_rest_is_not_offered_again(start: Start) -> None:
    program = start()
    enter(program)
    first = shown(program).body
    practise(program)
    leave(program)
    enter(program)
    key(program, Qt.Key.Key_2)
    assert shown(program).body == first
    leave(program)
    enter(program)
    assert shown(program).body == first, "nothing has been pressed in it, so there is nothing to go on with"


def test_leaving_the_offer_alone_keeps_it(start: Start) -> None:
    program = start()
    enter(program)
    practise(program)
    leave(program)
    enter(program)
    key(program, Qt.Key.Key_Backspace)
    assert shown(program).kind == "stories"
    enter(program)
    assert shown(program).kind == "resume"


def test_another_role_is_another_story(start: Start) -> None:
    program = start()
    enter(program)
    practise(program)
    leave(program)
    enter(program, Role.HELPER)
    assert shown(program).kind == "frame"


def test_after_a_restart_every_story_left_is_offered_not_only_the_last(start: Start) -> None:
    program = start()
    enter(program, name=OTHER)
    left = practise(program)
    leave(program)
    enter(program)
    practise(program)
    again = start()
    again.start()
    assert shown(again).title == story_title(again, STORY)
    enter(again, name=OTHER)
    assert shown(again).kind == "resume"
    key(again, Qt.Key.Key_1)
    assert shown(again).body == left


def story_title(program: Program, name: str) -> str:
    scenario = program.library.load(name).scenario
    assert scenario is not None
    return scenario.title


def test_a_story_gone_on_with_is_not_offered_a_second_time_from_an_older_session(start: Start) -> None:
    program = start()
    found = program.library.load(STORY)
    assert found.scenario is not None
    for _ in range(2):  # as two runs of a version that never offered the first
        program.navigator.start(program.desk.home(), program.desk.begin(found.scenario, None, found.folder))
        practise(program)
    enter(program)
    key(program, Qt.Key.Key_1)
    on_to(program, "ending")
    enter(program)
    assert isinstance(shown(program).body, Told)


def test_a_story_named_on_the_command_line_is_offered_too(start: Start) -> None:
    program = start()
    program.start(STORY)
    practise(program)
    again = start()
    again.start(STORY)
    assert shown(again).kind == "resume"


def test_the_offer_names_the_story_beside_its_answers_also_without_sound(start: Start) -> None:
    program = start()
    enter(program)
    practise(program)
    leave(program)
    enter(program)
    program.window.set_note("没有找到喇叭或耳机，请看屏幕上的字。")
    view = program.window.whole.view
    assert view is not None
    assert view.pages == 1
    assert any(story_title(program, STORY) in block.text() for block in view.texts.used)


# --- leaving asks, from wherever ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["help", "settings", "care"])
def test_home_from_a_page_over_a_story_asks_as_the_story_does(name: str, start: Start) -> None:
    program = start()
    enter(program)
    left = practise(program)
    if name == "help":
        key(program, Qt.Key.Key_F1)
        key(program, RETURN)
    else:
        page = program.desk.settings() if name == "settings" else aftercare_page()
        program.navigator.start(*program.navigator.stack, page)
    key(program, ESCAPE)
    assert shown(program).kind == "leaving"
    key(program, Qt.Key.Key_1)
    assert shown(program).body == left


def test_closing_the_help_comes_back_to_the_story(start: Start) -> None:
    program = start()
    enter(program)
    left = practise(program)
    key(program, Qt.Key.Key_F1)
    for _ in range(5):
        key(program, RETURN)
    assert shown(program).body == left


def test_home_from_the_help_over_a_pause_keeps_the_pause(start: Start) -> None:
    program = start()
    enter(program)
    practise(program)
    key(program, Qt.Key.Key_0)
    key(program, Qt.Key.Key_F1)
    key(program, ESCAPE)
    assert shown(program).kind == "leaving"
    key(program, Qt.Key.Key_1)
    assert shown(program).kind == "pause"


def test_the_same_key_pressed_twice_does_not_answer_for_her(start: Start) -> None:
    program = start()
    enter(program)
    practise(program)
    key(program, ESCAPE)
    key(program, ESCAPE)
    assert shown(program).kind == "leaving"
    assert story(program, -2)
    assert buttons.HOME not in {button.action for button in shown(program).bar}
    key(program, Qt.Key.Key_2)
    assert shown(program).kind == "home"


def test_home_from_help_outside_a_story_asks_nothing(start: Start) -> None:
    program = start()
    program.navigator.start(program.desk.home(), program.desk.stories(None))
    key(program, Qt.Key.Key_F1)
    key(program, ESCAPE)
    assert shown(program).kind == "home"


def test_home_after_an_ending_asks_nothing(start: Start) -> None:
    program = start()
    enter(program)
    on_to(program, "ending")
    key(program, Qt.Key.Key_F1)
    key(program, ESCAPE)
    assert shown(program).kind == "home"
