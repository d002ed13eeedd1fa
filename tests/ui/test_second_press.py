"""A second click of the same hand does nothing on the page that the first one brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elderguard.ui.pages import buttons
from elderguard.ui.screen import Asked, Button, Card, Paragraph, Row, Rows, Scenery, Screen, Told
from elderguard.ui.second_press import FRESH_S, UNREAD_S
from elderguard.ui.theme import Theme
from elderguard.ui.widgets import button as button_module
from elderguard.ui.widgets.button import BigButton
from elderguard.ui.window import Window
from tests.ui.gate.visit import Setting, open_window

PLACE = Scenery("家门口", None)
TOLD = Screen("line", "题目", Told(PLACE, None, "听好了。", (), buttons.go_on()), buttons.story_bar())
NEXT = Screen("line", "题目", Told(PLACE, None, "再听一句。", (), buttons.go_on()), buttons.story_bar())
CHOICES = tuple(
    Button(f"choice:{name}", text) for name, text in (("a", "给他"), ("b", "不给"), ("c", "问问"))
)
ASKED = Screen("question", "题目", Asked(PLACE, None, "您怎么办？", CHOICES, ()), buttons.story_bar())


@dataclass
class Hand:
    """A hand with a mouse in front of the window, and the clock on the wall."""

    window: Window = field(init=False)
    now: float = 100.0
    acted: list[str] = field(default_factory=list)
    brings: dict[str, Screen] = field(default_factory=dict)

    def click(self, where: QPoint, *, double: bool = False) -> None:
        """One press and release there, as the window system sends them."""
        under = self.window.childAt(where)
        assert under is not None
        click = QTest.mouseDClick if double else QTest.mouseClick
        click(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(self.window, where))

    def heard(self, action: str) -> None:
        """What the program does about a press."""
        self.acted.append(action)
        if action in self.brings:
            self.window.show_screen(self.brings[action])

    def over(self, action: str) -> QPoint:
        """The middle of the button that stands for that."""
        shown = [each for each in self.window.findChildren(BigButton) if each.isVisible()]
        (button,) = [each for each in shown if each.action == action]
        return button.mapTo(self.window, button.rect().center())

    def lies_under(self, where: QPoint) -> str:
        """The action of the button that lies there."""
        under = self.window.childAt(where)
        assert isinstance(under, BigButton)
        return under.action


@pytest.fixture
def hand(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    hand = Hand()
    hand.window = open_window(Setting(), lambda: hand.now)
    QApplication.setDoubleClickInterval(1)  # QTest's clicks come half a second apart by their own clock
    monkeypatch.setattr(button_module, "monotonic", lambda: hand.now)
    hand.window.acted.connect(hand.heard)
    yield hand
    hand.window.close()
    hand.window.deleteLater()


@pytest.mark.parametrize("late", [0.05, 0.3, 0.65, 0.9, 1.4])
def test_a_slow_second_click_chooses_no_answer_that_came_to_lie_there(late: float, hand: Hand) -> None:
    hand.brings = {"next": ASKED}
    hand.window.show_screen(TOLD)
    where = hand.over("next")
    hand.click(where)
    assert hand.lies_under(where).startswith("choice:"), "or this test shows nothing"
    hand.now += late
    hand.click(where)
    assert hand.acted == ["next"]


def test_an_answer_under_the_resting_pointer_can_be_chosen_once_it_can_have_been_read(hand: Hand) -> None:
    hand.brings = {"next": ASKED}
    hand.window.show_screen(TOLD)
    where = hand.over("next")
    hand.click(where)
    hand.now += UNREAD_S + 0.01
    hand.click(where)
    assert [action.partition(":")[0] for action in hand.acted] == ["next", "choice"]


def test_who_has_moved_the_pointer_means_it(hand: Hand) -> None:
    hand.brings = {"next": ASKED}
    hand.window.show_screen(TOLD)
    hand.click(hand.over("next"))
    hand.now += 0.3
    hand.click(hand.over("choice:a"))
    assert hand.acted == ["next", "choice:a"]


def test_a_trembling_hand_has_not_moved_the_pointer(hand: Hand) -> None:
    hand.brings = {"next": ASKED}
    hand.window.show_screen(TOLD)
    where = hand.over("next")
    hand.click(where)
    hand.now += 0.7
    where += QPoint(-30, 12)
    assert hand.lies_under(where).startswith("choice:")
    hand.click(where)
    assert hand.acted == ["next"]


def test_the_keys_answer_at_once(hand: Hand) -> None:
    hand.brings = {"next": ASKED}
    hand.window.show_screen(TOLD)
    hand.click(hand.over("next"))
    QTest.keyClick(hand.window, Qt.Key.Key_2)
    assert hand.acted == ["next", "choice:b"]


def test_a_double_click_is_one_press_also_where_it_turns_the_page(hand: Hand) -> None:
    hand.brings = {"next": ASKED}
    hand.window.show_screen(TOLD)
    where = hand.over("next")
    hand.click(where)
    hand.now += 0.1
    hand.click(where, double=True)
    hand.now += 0.1
    hand.click(where)
    assert hand.acted == ["next"]


@pytest.mark.parametrize(("late", "steps"), [(0.3, 1), (0.75, 1), (FRESH_S + 0.01, 2)])
def test_going_on_twice_takes_two_presses_that_are_two(late: float, steps: int, hand: Hand) -> None:
    hand.brings = {"next": NEXT}
    hand.window.show_screen(TOLD)
    hand.click(hand.over("next"))
    hand.now += late
    hand.click(hand.over("next"))
    assert hand.acted == ["next"] * steps


def test_the_pages_of_one_screen_are_guarded_as_well(hand: Hand) -> None:
    hand.window.set_theme(Theme(percent=200, motion_ms=0))
    card = Card(
        "想好了，怎么办？",
        (Paragraph("手机要在自己手里。不在，就先要回来。" * 2),),
        None,
        buttons=CHOICES,
        numbered=True,
    )
    hand.window.show_screen(Screen("pause", "题目", card, buttons.plain_bar()))
    while True:
        where = hand.over("more")
        hand.click(where)
        if hand.lies_under(where) != "more":
            break
        hand.now += FRESH_S + 0.01
    assert hand.lies_under(where).startswith("choice:")
    hand.now += 1.0
    hand.click(where)
    assert hand.acted == []


def test_a_setting_can_be_changed_again_and_again(hand: Hand) -> None:
    def louder(value: int) -> Screen:
        row = Row(
            "声音大小", f"{value}格", (Button("volume-less", "小声一点"), Button("volume-more", "大声一点"))
        )
        return Screen("settings", "设置", Rows((row,)), buttons.plain_bar())

    hand.window.show_screen(louder(1))
    for value in (2, 3, 4):
        hand.brings = {"volume-more": louder(value)}
        hand.click(hand.over("volume-more"))
        hand.now += 0.65
    assert hand.acted == ["volume-more"] * 3


def test_a_mouse_leaves_no_ring_on_what_it_did_not_press(hand: Hand) -> None:
    hand.brings = {"next": ASKED}
    hand.window.show_screen(TOLD)
    where = hand.over("next")
    hand.click(where)
    hand.now += 0.7
    hand.click(where)
    QTest.keyClick(hand.window, Qt.Key.Key_Return)
    assert hand.acted == ["next"]
