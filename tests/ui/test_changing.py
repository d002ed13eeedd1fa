"""Changing a setting: the page is laid out as if it had been opened so, one stays where one was, the ring
stays on its button, and turning a page never puts it on something that would change."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elderguard.app import Program
from elderguard.settings import SPEECH_RATES, TEXT_SIZES, Settings
from elderguard.ui.pages import buttons
from elderguard.ui.pages.page import Page
from elderguard.ui.pages.settings import SettingsPage
from elderguard.ui.screen import Button, Card, Paragraph, Rows, Screen
from elderguard.ui.theme import Theme
from elderguard.ui.views.rows import RowsView
from elderguard.ui.widgets import button as button_module
from elderguard.ui.widgets.button import BigButton
from elderguard.ui.window import Window
from tests.ui.listening import Joined
from tests.ui.running import STORY, Start, key, shown

RETURN, TAB, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Right


def press(window: Window, which: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, which)


def ring_to(window: Window, action: str) -> None:
    """Tab until the ring is on that button."""
    for _ in range(30):
        press(window, TAB)
        if ringed(window) == action:
            return
    raise AssertionError(f"the ring never came to {action}")


def ringed(window: Window) -> str:
    """The action of the button with the ring."""
    focused = QApplication.focusWidget()
    return focused.action if isinstance(focused, BigButton) else ""


def picture(window: Window) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage()


def rows_view(window: Window) -> RowsView:
    view = window.whole.view
    assert isinstance(view, RowsView)
    return view


def settings(joined: Joined) -> SettingsPage:
    return SettingsPage(lambda: joined.settings, joined.navigator._change, list)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds go by before every press: none is taken for the second half of the one before."""
    clock = count(0, 10)
    monkeypatch.setattr(button_module, "monotonic", lambda: float(next(clock)))


@pytest.fixture
def joined(window: Window) -> Joined:
    """Settings in a window that takes them on."""
    joined = Joined(window)

    def change(changed: Settings) -> None:
        joined.settings = changed
        joined.changed.append(changed)
        window.set_theme(Theme(changed.theme == "dark", changed.text_size, motion_ms=0))

    joined.navigator._change = change  # type: ignore[method-assign]
    return joined


# --- turning pages --------------------------------------------------------------------------------------


def test_turning_the_pages_of_the_settings_by_the_ring_changes_no_setting(joined: Joined) -> None:
    joined.window.set_theme(Theme(percent=200, motion_ms=0))
    joined.settings = Settings(text_size=200)
    joined.start(settings(joined))
    pages = rows_view(joined.window).pages
    assert pages > 1
    ring_to(joined.window, "more")
    for page in [*range(1, pages), 0, 1]:
        press(joined.window, RETURN)
        assert (rows_view(joined.window).page, ringed(joined.window)) == (page, "more")
    assert joined.changed == []


def test_turning_to_the_page_with_the_answers_leaves_the_ring_on_none_of_them(window: Window) -> None:
    acted: list[str] = []
    window.acted.connect(acted.append)
    heard: list[str] = []
    window.ringed.connect(heard.append)
    window.set_theme(Theme(percent=200, motion_ms=0))
    answers = (Button("resume", "回去接着看"), Button("leave", "离开这里，去问问"))
    card = Card("想好了，怎么办？", (Paragraph("手机，在自己手里。" * 6),), buttons=answers, numbered=True)
    window.show_screen(Screen("pause", "题目", card, buttons.plain_bar()))
    view = window.whole.view
    assert view is not None
    ring_to(window, "more")
    named = len(heard)
    while view.page + 1 < view.pages:
        press(window, RETURN)
    press(window, RETURN)
    assert acted == []
    assert heard[named:] == [], "the ring has not been anywhere of its own accord"


# --- staying --------------------------------------------------------------------------------------------


def test_a_changed_setting_keeps_its_page_and_its_ring(joined: Joined) -> None:
    joined.settings = Settings(text_size=200)
    joined.window.set_theme(Theme(percent=200, motion_ms=0))
    joined.start(settings(joined))
    while "theme" not in [button.action for button in rows_view(joined.window).buttons.used]:
        press(joined.window, RIGHT)
    page = rows_view(joined.window).page
    assert page > 0
    ring_to(joined.window, "theme")
    for dark in (True, False):
        press(joined.window, RETURN)
        assert joined.window.theme.dark is dark
        assert (rows_view(joined.window).page, ringed(joined.window)) == (page, "theme")


def test_a_setting_that_moves_to_another_page_takes_one_along(joined: Joined) -> None:
    joined.settings = Settings(text_size=100)
    joined.start(settings(joined))
    ring_to(joined.window, "text-more")
    for _ in TEXT_SIZES[1:]:
        press(joined.window, RETURN)
    assert joined.settings.text_size == 200
    assert ringed(joined.window) == "text-more"


def test_settings_opened_again_begin_on_their_first_page(joined: Joined) -> None:
    joined.settings = Settings(text_size=200)
    joined.window.set_theme(Theme(percent=200, motion_ms=0))
    act = joined.start(_Plain(), settings(joined))
    press(joined.window, RIGHT)
    ring_to(joined.window, next(b.action for b in rows_view(joined.window).buttons.used))
    press(joined.window, RETURN)
    act(buttons.BACK)
    joined.start(_Plain(), settings(joined))
    assert rows_view(joined.window).page == 0


class _Plain:
    """A page below."""

    def screen(self) -> Screen:
        return Screen("message", "题目", Card("好。", buttons=(buttons.go_on(),)), buttons.plain_bar())

    def act(self, action: str) -> object:
        raise NotImplementedError


def test_at_twice_the_size_two_settings_stand_on_a_page(joined: Joined) -> None:
    joined.settings = Settings(text_size=200)
    joined.window.set_theme(Theme(percent=200, motion_ms=0))
    joined.start(settings(joined))
    view, body = rows_view(joined.window), settings(joined).screen().body
    assert isinstance(body, Rows)
    assert view.pages == (len(body.rows) + 1) // 2


# --- as if opened so --------------------------------------------------------------------------------------

PAGES: dict[str, Callable[[Program], Page]] = {
    "home": lambda program: program.desk.home(),
    "stories": lambda program: program.desk.stories(None),
    "settings": lambda program: program.desk.settings(),
    "story": lambda program: program.desk.play(STORY).page,  # type: ignore[union-attr]
}


@pytest.mark.parametrize("sizes", [(100, 150), (100, 200), (200, 100)], ids=["larger", "largest", "smaller"])
@pytest.mark.parametrize("name", PAGES)
def test_a_change_of_text_size_looks_as_if_the_page_had_been_opened_so(
    name: str, sizes: tuple[int, int], start: Start
) -> None:
    looks = []
    for before in (sizes[0], sizes[1]):
        program = start()
        program.change(Settings(text_size=before, reduced_motion=True))
        program.navigator.start(program.desk.home(), PAGES[name](program))
        steps = TEXT_SIZES.index(sizes[1]) - TEXT_SIZES.index(before)
        for _ in range(abs(steps)):
            program.navigator.act(buttons.BIGGER if steps > 0 else buttons.SMALLER)
        looks.append(picture(program.window))
    assert looks[0] == looks[1]


def test_home_with_larger_letters_keeps_its_promise_beside_its_cards(start: Start) -> None:
    program = start()
    program.start()
    for size in (125, 150):
        program.navigator.act(buttons.BIGGER)
        view = program.window.whole.view
        assert view is not None
        assert (program.window.theme.percent, view.pages) == (size, 1)


# --- the rate of the voice ----------------------------------------------------------------------------------


def pace(program: Program) -> str:
    return next(button.text for button in shown(program).bar if button.action == buttons.SLOWER)


def test_slower_is_seen_on_its_button_on_every_page_until_it_is_over(start: Start) -> None:
    program = start()
    program.start(STORY)
    assert pace(program) == "慢一点"
    program.navigator.act(buttons.SLOWER)
    assert (program.settings.speech_rate, pace(program)) == (SPEECH_RATES[0], "快一点")
    key(program, RETURN)
    assert pace(program) == "快一点"
    program.navigator.act(buttons.SLOWER)
    assert (program.settings.speech_rate, pace(program)) == (SPEECH_RATES[1], "慢一点")


def test_slower_reads_the_page_from_its_start_at_once(joined: Joined) -> None:
    act = joined.start(_Plain())
    joined.voice.said.clear()
    act(buttons.SLOWER)
    assert joined.settings.speech_rate == SPEECH_RATES[0]
    assert joined.voice.said == [each.text for each in _Plain().screen().spoken]


def test_the_ring_stays_on_slower(joined: Joined) -> None:
    joined.start(_Plain())
    ring_to(joined.window, buttons.SLOWER)
    press(joined.window, RETURN)
    press(joined.window, RETURN)
    assert [each.speech_rate for each in joined.changed] == [SPEECH_RATES[0], SPEECH_RATES[1]]
    assert ringed(joined.window) == buttons.SLOWER
