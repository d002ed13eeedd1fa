"""The views: told apart without colour, calm, and whole whatever is laid out again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QAbstractAnimation, QObject, QTimer, QVariantAnimation
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from elderguard.scenario.model import SELF, TABLE, Chat, Hold, Login, Sms
from elderguard.ui.pages import buttons
from elderguard.ui.pages.debrief import _GUARD_MARKS
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Asked, Button, Guards, GuardSight, PhoneSight, Scenery, Screen, Told
from elderguard.ui.theme import Theme, Tone
from elderguard.ui.window import Window
from elderguard.voice.cards import GUARD_RESULTS
from tests.ui.gate.colours import luminance
from tests.ui.gate.page import Page, Pixels
from tests.ui.gate.words import texts

PLACE = Scenery("家门口", None)
SMS = Sms("支付宝", "登录验证码382901，请勿告诉任何人。")


def guards(result: str, mark: str | None, tone: Tone) -> Screen:
    """The four guards, all with the same result."""
    picture = icon_file(mark) if mark else None
    item = GuardSight("手机", result, icon_file("mobile-phone"), picture, tone)
    names = ("手机", "验证码", "脸", "证件")
    body = Guards("四样东西", tuple(replace(item, text=name) for name in names), buttons.go_on())
    return Screen("guards", "题目", body, buttons.plain_bar())


def phone(hold: Hold, holder: str, screen: object = SMS) -> Screen:
    """A line with that phone beside it."""
    sight = PhoneSight(screen, hold, holder, "您")  # type: ignore[arg-type]
    return Screen(
        "line", "题目", Told(PLACE, None, "听好了。", (sight,), buttons.go_on()), buttons.story_bar()
    )


GUARDS = {name.value: guards(GUARD_RESULTS[name], *look) for name, look in _GUARD_MARKS.items()}
HOLDS = {
    "in her hand": phone(Hold(SELF), "您"),
    "on the table": phone(Hold(TABLE), "桌上"),
    "in his hand": phone(Hold("xiaohu"), "小胡"),
    "in his hand, turned away": phone(Hold("xiaohu", turned_away=True), "小胡"),
}


def grey(window: Window) -> Pixels:
    """The picture of the window without its colours, as light as it is seen."""
    return luminance(Page(window).pixels)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screens", [GUARDS, HOLDS], ids=["the guards", "who has the phone"])
def test_without_colours_they_are_still_told_apart(
    screens: dict[str, Screen], dark: bool, window: Window
) -> None:
    window.set_theme(Theme(dark=dark, motion_ms=0))
    looks: dict[str, tuple[Pixels, str]] = {}
    for name, screen in screens.items():
        window.show_screen(screen)
        QApplication.processEvents()
        looks[name] = grey(window), " ".join(sorted(text.text for text in texts(Page(window))))
    names = list(looks)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            stands_out = np.abs(looks[one][0] - looks[other][0]) > 0.2
            assert stands_out.sum() > 500, f"{one} looks like {other}"
            assert looks[one][1] != looks[other][1], f"{one} reads like {other}"


def test_a_choice_with_the_ring_is_told_apart_without_colours(window: Window) -> None:
    choices = (Button("choice:a", "给他"), Button("choice:b", "不给"))
    window.show_screen(Screen("question", "题目", Asked(PLACE, None, "怎么办？", choices, ()), ()))
    before = grey(window)
    window.whole.ring()[0].setFocus()
    assert (np.abs(grey(window) - before) > 0.1).sum() > 1000


def running(root: QObject) -> list[QVariantAnimation]:
    """What moves now."""
    found = root.findChildren(QVariantAnimation)
    found += [page.motion for page in root.findChildren(QWidget) if getattr(page, "motion", None) is not None]
    return [each for each in found if each.state() == QAbstractAnimation.State.Running]


ARRIVALS = {
    "sms": SMS,
    "chat": Chat("周主任", "都来激活医保码。", "村民群"),
    "login": Login("支付宝", "382901"),
}


@pytest.mark.parametrize("screen", ARRIVALS.values(), ids=ARRIVALS)
def test_with_reduced_motion_nothing_moves(screen: object, window: Window) -> None:
    window.set_theme(Theme(motion_ms=0))
    window.show_screen(phone(Hold(SELF), "您"))
    window.show_screen(phone(Hold(SELF), "您", screen))
    QApplication.processEvents()
    assert running(window) == []
    before = window.grab().toImage()
    QTimer.singleShot(0, lambda: None)
    QApplication.processEvents()
    assert window.grab().toImage() == before


@pytest.mark.parametrize("screen", ARRIVALS.values(), ids=ARRIVALS)
def test_what_arrives_moves_once_and_comes_to_rest(screen: object, window: Window, qtbot: QtBot) -> None:
    calm = Theme(motion_ms=40)
    window.set_theme(Theme(motion_ms=0))
    window.show_screen(phone(Hold(SELF), "您", screen))
    QApplication.processEvents()
    at_rest = window.grab().toImage()
    window.set_theme(calm)
    window.show_screen(phone(Hold(TABLE), "桌上"))
    window.show_screen(phone(Hold(SELF), "您", screen))
    for motion in running(window):
        assert motion.loopCount() == 1, "what repeats is a flash"
        assert motion.duration() <= 1000
    qtbot.waitUntil(lambda: not running(window))
    QApplication.processEvents()
    assert window.grab().toImage() == at_rest


def test_pages_are_laid_out_anew_for_another_size_and_nothing_of_before_stays(window: Window) -> None:
    screen = phone(Hold(SELF), "您")
    window.show_screen(screen)
    before = Page(window).pixels
    window.resize(1024, 768)
    window.set_theme(Theme(percent=200, motion_ms=0))
    window.resize(1366, 768)
    window.set_theme(Theme(motion_ms=0))
    QApplication.processEvents()
    assert np.array_equal(Page(window).pixels, before)


def test_an_opened_phone_closes_by_going_on_and_by_going_back(window: Window) -> None:
    window.set_theme(Theme(percent=200, motion_ms=0))
    window.show_screen(phone(Hold(SELF), "您"))
    view = window.whole.view
    assert view is not None
    line = Page(window).pixels
    for by in (1, -1):
        (opener,) = [each for each in view.buttons.used if each.action == "see-phone"]
        opener.acted.emit(opener.action)
        QApplication.processEvents()
        assert any("382901" in text.text for text in texts(Page(window)))
        assert view.turn(by)
        QApplication.processEvents()
        assert np.array_equal(Page(window).pixels, line)
