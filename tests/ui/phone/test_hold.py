from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QImage

from elderguard.scenario.model import TABLE, Hold, Notice
from elderguard.ui.phone import PhoneFrame
from elderguard.ui.theme import Theme
from tests.ui.phone.conftest import MakeFrame
from tests.ui.phone.looking import contrast_of, cut_off, place, texts
from tests.ui.phone.screens import SCREENS

HOLDS = {
    "hers": (Hold(), "您", "您", "手机在您手里"),
    "his": (Hold("xiaohu"), "小胡", "您", "手机在小胡手里"),
    "table": (Hold(TABLE), "", "您", "手机在桌上"),
    "his own": (Hold("xiaohu", "xiaohu"), "小胡", "小胡", "小胡的手机"),
    "his, in her hand": (Hold(owner="xiaohu"), "您", "小胡", "小胡的手机，在您手里"),
    "turned away": (Hold("xiaohu", turned_away=True), "小胡", "您", "手机在小胡手里"),
}


def held(frame: PhoneFrame, name: str) -> PhoneFrame:
    hold, holder, owner, _ = HOLDS[name]
    frame.show_screen(Notice("医保码", "正在激活"), hold, holder_name=holder, owner_name=owner)
    return frame


@pytest.mark.parametrize("name", HOLDS)
def test_the_plate_says_who_has_the_phone(make_frame: MakeFrame, name: str) -> None:
    frame = held(make_frame(), name)
    assert HOLDS[name][3] in [label.text() for label in texts(frame)]
    assert cut_off(frame) == []


def test_a_phone_turned_away_hides_its_screen_and_says_so(make_frame: MakeFrame) -> None:
    frame = held(make_frame(), "turned away")
    seen = [label.text() for label in texts(frame)]
    assert "屏幕背着您" in seen
    assert "医保码" not in seen


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(HOLDS, 2)))
def test_every_hold_differs_without_its_colours_and_words(
    make_frame: MakeFrame, one: str, other: str
) -> None:
    pictures = []
    for name in (one, other):
        frame = held(make_frame(), name)
        pictures.append(frame.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
    first, second = pictures
    differing = sum(
        abs((first.pixel(x, y) & 255) - (second.pixel(x, y) & 255)) > 24
        for x in range(0, first.width(), 3)
        for y in range(0, first.height() - 70, 3)
    )
    assert differing > 120, f"{differing} of the points above the plate differ"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", HOLDS)
def test_plate_and_back_stand_out_seven_to_one(make_frame: MakeFrame, name: str, dark: bool) -> None:
    frame = held(make_frame(theme=Theme(dark=dark, motion_ms=0)), name)
    image = frame.grab().toImage()
    for label in texts(frame):
        assert contrast_of(image, place(label, frame).adjusted(2, 8, -2, -8)) >= 7, label.text()


def test_two_phones_stand_side_by_side(make_frame: MakeFrame) -> None:
    hers, his = held(make_frame(300, 560), "hers"), held(make_frame(300, 560), "his own")
    assert cut_off(hers) == []
    assert cut_off(his) == []


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_a_long_name_wraps_on_the_plate(make_frame: MakeFrame, percent: int) -> None:
    frame = make_frame(318, 700, Theme(percent=percent, motion_ms=0))
    frame.show_screen(SCREENS["sms"], Hold("a"), holder_name="平台工作人员小汤", owner_name="您")
    frame.resize(318, frame.needed_height(318))
    assert cut_off(frame) == []
