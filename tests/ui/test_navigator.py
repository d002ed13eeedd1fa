"""The navigator: pages on a stack, the same buttons everywhere, and a prompt that never hurries."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from elderguard.settings import SPEECH_RATES, TEXT_SIZES, Settings
from elderguard.ui import navigator
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import QuestionPage, message_page
from elderguard.ui.pages.home import HomePage, quitting_page
from elderguard.ui.pages.page import Back, Home, Stay
from elderguard.ui.pages.settings import TRY_SOUND, SettingsPage
from elderguard.ui.pages.sound_check import QUESTION
from elderguard.ui.screen import Button, Card, Saying, Scenery, Screen, Told
from elderguard.ui.theme import Theme
from elderguard.ui.window import Window
from elderguard.voice.reading import interface
from tests.ui.listening import Joined


@pytest.fixture
def joined(window: Window) -> Joined:
    return Joined(window)


def first() -> QuestionPage:
    """A page to stand on."""
    return QuestionPage("quitting", "首页", Card("第一页"), [(Button("stay", "留下"), Back)])


def second() -> QuestionPage:
    """A page above it, that leads back and home."""
    answers = [(Button("down", "回去"), Back), (Button("all", "首页"), Home)]
    return QuestionPage("resume", "第二页", Card("第二页"), answers)


def kinds(joined: Joined) -> list[str]:
    return [page.screen().kind for page in joined.navigator.stack]


def test_the_last_page_is_on_show_and_read(joined: Joined) -> None:
    joined.start(first(), second())
    assert joined.window.shown == second().screen()
    assert joined.voice.said == [each.text for each in second().screen().spoken]


@pytest.mark.parametrize("action", [buttons.BACK, "down", buttons.HOME, "all"])
def test_back_and_home_close_pages(action: str, joined: Joined) -> None:
    act = joined.start(first(), second())
    act(action)
    assert kinds(joined) == ["quitting"]
    act(buttons.BACK)
    assert kinds(joined) == ["quitting"], "the first page stays"


def test_help_opens_above_every_page_and_closes_again(joined: Joined) -> None:
    act = joined.start(first(), second())
    act(buttons.HELP)
    act(buttons.HELP)
    assert kinds(joined) == ["quitting", "resume", "help"], "help about help would be a maze"
    act(buttons.BACK)
    assert kinds(joined) == ["quitting", "resume"]


def test_a_change_of_page_is_read_from_its_start(joined: Joined) -> None:
    act = joined.start(first(), second())
    joined.voice.said.clear()
    act(buttons.BACK)
    assert joined.voice.said == [each.text for each in first().screen().spoken]


def test_repeating_says_the_same_again_and_moves_nothing(joined: Joined) -> None:
    act = joined.start(first(), second())
    joined.voice.said.clear()
    act(buttons.REPEAT)
    assert joined.voice.said == [each.text for each in second().screen().spoken]
    assert kinds(joined) == ["quitting", "resume"]


def test_slower_goes_down_to_the_slowest_and_then_back_to_normal(joined: Joined) -> None:
    joined.settings = Settings(speech_rate=SPEECH_RATES[-1])
    act = joined.start(first())
    rates = []
    for _ in range(4):
        act(buttons.SLOWER)
        rates.append(joined.settings.speech_rate)
    assert rates == [170, 130, 170, 130]


@pytest.mark.parametrize(("action", "ordered"), [(buttons.BIGGER, 1), (buttons.SMALLER, -1)])
def test_the_text_grows_and_shrinks_by_steps_and_stops_at_the_last(
    action: str, ordered: int, joined: Joined
) -> None:
    sizes = TEXT_SIZES[::ordered]
    joined.settings = Settings(text_size=sizes[0])
    act = joined.start(first())
    for size in (*sizes[1:], sizes[-1]):
        act(action)
        assert joined.settings.text_size == size
    assert "已经是最" in joined.voice.said[-1]


def test_trying_the_sound_asks_whether_it_is_heard(joined: Joined) -> None:
    act = joined.start(SettingsPage(lambda: joined.settings, joined.changed.append, list))
    act(TRY_SOUND)
    assert kinds(joined) == ["settings", "sound"]
    assert joined.voice.said.count(QUESTION) == 1


def test_quitting_asks_and_only_the_answer_quits(joined: Joined, qtbot: QtBot) -> None:
    home = HomePage(first, first, first, lambda: True)
    act = joined.start(home)
    act(buttons.QUIT)
    assert kinds(joined) == ["home", "quitting"]
    act("stay")
    assert kinds(joined) == ["home"]
    act(buttons.QUIT)
    with qtbot.waitSignal(joined.navigator.quitting):
        act("really-quit")
    assert joined.voice.hushed == 1


def test_the_ring_is_heard(joined: Joined) -> None:
    joined.start(first())
    joined.window.ringed.emit("帮助")
    assert joined.voice.said[-1] == "帮助"


def test_idling_repeats_the_prompt_a_few_times_and_moves_nothing(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigator, "IDLE_S", 0.001)
    joined = Joined(window)
    joined.start(first(), second())
    shown, page = window.shown, window.whole.view and window.whole.view.page
    for repeats in range(1, navigator.REPEATS + 1):
        joined.navigator.heard_all()
        qtbot.waitUntil(lambda repeats=repeats: joined.voice.said.count("第二页") == 1 + repeats)
    joined.navigator.heard_all()
    qtbot.wait(30)
    assert joined.voice.said.count("第二页") == 1 + navigator.REPEATS, "a room that talks is not to be nagged"
    assert (window.shown, window.whole.view and window.whole.view.page) == (shown, page)
    assert kinds(joined) == ["quitting", "resume"]


def test_the_prompt_waits_thirty_seconds() -> None:
    assert navigator.IDLE_S == 30


def test_a_sound_is_played_once_when_its_screen_comes(joined: Joined) -> None:
    class Ringing:
        def screen(self) -> Screen:
            return replace(first().screen(), sound="ring")

        def act(self, action: str) -> Back:
            return Back()

    act = joined.start(Ringing())
    act(buttons.BACK)
    assert joined.voice.effects == ["ring"]


def test_a_message_is_closed_by_its_button(joined: Joined) -> None:
    act = joined.start(first(), message_page("broken", "打不开", "这个故事打不开", "第3行不对。"))
    act(buttons.NEXT)
    assert kinds(joined) == ["quitting"]


def test_the_question_before_quitting_offers_to_stay_first() -> None:
    body = quitting_page().screen().body
    assert isinstance(body, Card)
    assert [button.action for button in body.buttons] == ["stay", "really-quit"]


def test_after_slower_the_page_is_read_again_from_its_start(joined: Joined) -> None:
    act = joined.start(first())
    joined.voice.said.clear()
    act(buttons.SLOWER)
    assert joined.voice.said == [each.text for each in first().screen().spoken]


def test_the_button_of_the_voice_holds_it_lets_it_go_on_and_repeats(joined: Joined) -> None:
    act = joined.start(first())
    joined.voice.said.clear()
    joined.voice.saying = Saying.SPEAKING
    act(buttons.VOICE)
    joined.voice.saying = Saying.HELD
    act(buttons.VOICE)
    assert (joined.voice.held, joined.voice.said) == (["hold", "go on"], [])
    joined.voice.saying = Saying.NOTHING
    act(buttons.VOICE)
    assert joined.voice.said == [each.text for each in first().screen().spoken]


def test_a_voice_that_is_held_is_not_begun_again_by_idling(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigator, "IDLE_S", 0.001)
    joined = Joined(window)
    joined.start(first())
    joined.voice.said.clear()
    joined.voice.saying = Saying.HELD
    with qtbot.waitSignal(joined.navigator._idle.timeout):
        joined.navigator.heard_all()
    assert joined.voice.said == []


def test_a_page_that_changed_by_itself_is_shown_anew_and_not_read(joined: Joined) -> None:
    outputs: list[tuple[str, str]] = []
    joined.settings = Settings(output="hdmi")
    joined.start(SettingsPage(lambda: joined.settings, joined.changed.append, lambda: outputs))
    joined.voice.said.clear()
    outputs.append(("hdmi", "电视"))
    joined.navigator.refresh()
    joined.navigator.refresh()
    assert "电视" in str(joined.window.shown)
    assert joined.voice.said == []


# --- lines that follow each other ------------------------------------------------------------------------


class Lines:
    """A story of lines, and what comes after them."""

    def __init__(self, *screens: Screen) -> None:
        self.screens, self.at = screens, 0

    def screen(self) -> Screen:
        return self.screens[self.at]

    def act(self, action: str) -> Stay:
        self.at += {buttons.NEXT: 1, buttons.BACK: -1}.get(action, 0)
        self.at = max(0, min(self.at, len(self.screens) - 1))
        return Stay()


def line(text: str, kind: str = "line") -> Screen:
    body = Told(Scenery("家门口", None), None, text, (), buttons.go_on())
    return Screen(kind, "题目", body, buttons.story_bar(), (interface(text),))


@pytest.fixture
def lines(window: Window, monkeypatch: pytest.MonkeyPatch) -> Joined:
    monkeypatch.setattr(navigator, "FOLLOW_S", 0.001)
    return Joined(window)


def follows(joined: Joined, qtbot: QtBot) -> bool:
    """Whether the next screen comes by itself once the reading has come to its end."""
    before = joined.window.shown
    joined.navigator.heard_all()
    if joined.navigator._follow.isActive():
        qtbot.waitSignal(joined.navigator._follow.timeout).wait()
    return joined.window.shown != before


def test_a_line_that_was_heard_is_followed_by_the_next_one(lines: Joined, qtbot: QtBot) -> None:
    lines.start(Lines(line("一"), line("二"), line("三")))
    assert follows(lines, qtbot)
    assert follows(lines, qtbot)
    assert lines.voice.said == ["一", "二", "三"]


@pytest.mark.parametrize("kind", ["phone", "question", "feedback", "pause", "frame", "ending", "cue", "home"])
def test_nothing_but_a_line_goes_on_by_itself(kind: str, lines: Joined, qtbot: QtBot) -> None:
    lines.start(Lines(line("一", kind), line("二")))
    assert not follows(lines, qtbot)


def test_that_lines_follow_each_other_can_be_switched_off(lines: Joined, qtbot: QtBot) -> None:
    lines.settings = Settings(follow=False)
    lines.start(Lines(line("一"), line("二")))
    assert not follows(lines, qtbot)


@pytest.mark.parametrize(
    "action", [buttons.REPEAT, buttons.VOICE, buttons.SLOWER, buttons.BACK, buttons.HELP, "resume"]
)
def test_who_looks_back_or_rests_goes_on_by_a_press(action: str, lines: Joined, qtbot: QtBot) -> None:
    act = lines.start(Lines(line("一"), line("二"), line("三"), line("四")))
    act(buttons.NEXT)
    act(action)
    assert not follows(lines, qtbot)
    if action == buttons.HELP:
        act(buttons.BACK)
        assert not follows(lines, qtbot), "back from the help she looks where she was"
    act(buttons.NEXT)
    assert follows(lines, qtbot)


def test_a_press_in_the_pause_after_a_line_is_hers(window: Window) -> None:
    joined = Joined(window)
    act = joined.start(Lines(line("一"), line("二"), line("三")))
    joined.navigator.heard_all()
    assert joined.navigator._follow.isActive()
    act(buttons.NEXT)
    assert not joined.navigator._follow.isActive()
    assert joined.voice.said == ["一", "二"]


def test_the_name_of_a_button_is_not_the_end_of_a_line(lines: Joined, qtbot: QtBot) -> None:
    lines.start(Lines(line("一"), line("二")))
    lines.window.ringed.emit("帮助")
    assert not follows(lines, qtbot)


def test_a_line_is_not_left_before_its_last_page_was_seen(lines: Joined, qtbot: QtBot) -> None:
    lines.window.set_theme(Theme(percent=200, motion_ms=0))
    lines.start(Lines(line("这是一句很长很长的话，要好几页才放得下。" * 6), line("二")))
    assert not follows(lines, qtbot)


def test_there_is_a_breath_between_two_lines() -> None:
    assert navigator.FOLLOW_S == 1.5


def test_a_press_that_was_meant_for_the_line_before_skips_none(lines: Joined, qtbot: QtBot) -> None:
    act = lines.start(Lines(line("一"), line("二"), line("三")))
    assert follows(lines, qtbot)
    act(buttons.NEXT)
    assert lines.voice.said == ["一", "二"]
    qtbot.waitUntil(lambda: not lines.navigator._fresh.isActive())
    act(buttons.NEXT)
    assert lines.voice.said == ["一", "二", "三"]
