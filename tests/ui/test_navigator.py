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
from elderguard.ui.pages.page import Back, Home
from elderguard.ui.pages.settings import TRY_SOUND, SettingsPage
from elderguard.ui.screen import Button, Card, Screen
from elderguard.ui.window import Window
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
    act(buttons.REPEAT)
    assert joined.voice.said[-1] == "…"
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


def test_trying_the_sound_says_something_and_stays(joined: Joined) -> None:
    act = joined.start(SettingsPage(lambda: joined.settings, joined.changed.append, list))
    act(TRY_SOUND)
    assert joined.voice.said[-1] == "您能听到我说话吗？"


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
        qtbot.waitUntil(lambda repeats=repeats: joined.voice.said.count("…") == repeats)
    joined.navigator.heard_all()
    qtbot.wait(30)
    assert joined.voice.said.count("…") == navigator.REPEATS, "a room that talks is not to be nagged"
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
