from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from pytestqt.qtbot import QtBot

from elderguard.scenario.model import Document, Hold, Login, Screen, Sms
from elderguard.scenario.screen_text import screen_text
from elderguard.scenario.vocabulary import Press
from elderguard.ui.phone import PhoneFrame
from elderguard.ui.phone.pages import PAGES
from elderguard.ui.phone.sms import around_code
from elderguard.ui.theme import FAMILY, Theme
from tests.ui.phone.conftest import MakeFrame
from tests.ui.phone.looking import buttons, contrast_of, cut_off, overlaps, place, texts
from tests.ui.phone.screens import SCREENS

EVERY = pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)


def show(frame: PhoneFrame, screen: Screen, presses: dict[Press, str] | None = None) -> PhoneFrame:
    frame.show_screen(screen, Hold(), holder_name="您", owner_name="您", presses=presses or {})
    return frame


def live(screen: Screen) -> dict[Press, str]:
    return {press: f"在手机上按{press.chinese}" for press in screen_text(screen).presses}


def test_there_is_an_example_of_every_kind_of_screen() -> None:
    assert {type(screen) for screen in SCREENS.values()} == {*PAGES, Document}


@EVERY
def test_what_is_shown_is_what_is_spoken(make_frame: MakeFrame, screen: Screen) -> None:
    frame = show(make_frame(), screen)
    seen = "".join(label.text() for label in texts(frame) if label.objectName() != "phone-holder")
    spoken = screen_text(screen).in_order()
    assert sorted(seen.replace(" ", "")) == sorted("".join(spoken).replace(" ", ""))
    assert {button.text() for button in buttons(frame)} == {p.chinese for p in screen_text(screen).presses}


@EVERY
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_nothing_is_cut_off_where_the_frame_has_the_height_it_asks_for(
    make_frame: MakeFrame, screen: Screen, percent: int
) -> None:
    frame = show(make_frame(theme=Theme(percent=percent, motion_ms=0)), screen, live(screen))
    width = 318 * percent // 100
    frame.resize(width, frame.needed_height(width))
    assert cut_off(frame) == []
    assert overlaps(frame) == []


@EVERY
def test_every_example_fits_beside_a_speech_at_ordinary_size(make_frame: MakeFrame, screen: Screen) -> None:
    frame = show(make_frame(356, 560), screen, live(screen))
    assert frame.needed_height(356) <= 560
    assert cut_off(frame) == []


def test_a_frame_that_is_too_low_is_found_out(make_frame: MakeFrame) -> None:
    long = Sms("村委会", "请各位老人明天上午九点到村委会会议室来。" * 6)
    frame = show(make_frame(318, 420), long)
    assert frame.needed_height(318) > 420
    assert cut_off(frame)


@EVERY
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_stands_out_seven_to_one(make_frame: MakeFrame, screen: Screen, dark: bool) -> None:
    frame = show(make_frame(theme=Theme(dark=dark, motion_ms=0)), screen, live(screen))
    image = frame.grab().toImage()
    for part in (*texts(frame), *buttons(frame)):
        assert contrast_of(image, place(part, frame).adjusted(8, 8, -8, -8)) >= 7, part.text()


@EVERY
@pytest.mark.parametrize("percent", [100, 200])
def test_no_letter_is_under_twenty_four_pixels(make_frame: MakeFrame, screen: Screen, percent: int) -> None:
    frame = show(make_frame(theme=Theme(percent=percent, motion_ms=0)), screen, live(screen))
    for part in (*texts(frame), *buttons(frame)):
        assert part.font().pixelSize() >= 24 * percent // 100, part.text()
        assert QFontInfo(part.font()).family() == FAMILY


@EVERY
def test_labels_take_no_markup(make_frame: MakeFrame, screen: Screen) -> None:
    frame = show(make_frame(), screen)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in texts(frame))


@EVERY
def test_names_of_texts_and_buttons_are_unique(make_frame: MakeFrame, screen: Screen) -> None:
    frame = show(make_frame(), screen, live(screen))
    names = [part.accessibleName() for part in (*texts(frame), *buttons(frame))]
    assert all(names)
    assert len(names) == len(set(names))


WITH_PRESSES = {name: screen for name, screen in SCREENS.items() if screen_text(screen).presses}


@pytest.mark.parametrize("screen", WITH_PRESSES.values(), ids=WITH_PRESSES)
def test_a_live_button_is_large_named_and_sends_its_press(
    qtbot: QtBot, make_frame: MakeFrame, screen: Screen
) -> None:
    frame = show(make_frame(), screen, live(screen))
    for button in buttons(frame):
        press = next(press for press in Press if press.chinese == button.text())
        assert button.accessibleName() == f"在手机上按{press.chinese}"
        assert button.width() >= 80
        assert button.height() >= 80
        with qtbot.waitSignal(frame.pressed) as sent:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert sent.args == [press]


def test_a_button_that_is_not_live_belongs_to_the_picture_only(qtbot: QtBot, make_frame: MakeFrame) -> None:
    frame = show(make_frame(), SCREENS["ringing"], {Press.HANG_UP: "挂断"})
    answer = next(button for button in buttons(frame) if button.text() == "接听")
    with qtbot.assertNotEmitted(frame.pressed):
        qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)


def test_a_page_is_filled_again_and_not_built_again(make_frame: MakeFrame) -> None:
    frame = show(make_frame(), SCREENS["sms"])
    before = {id(label) for label in texts(frame)}
    show(frame, Sms("女儿", "登录验证码 111222，别告诉人。"))
    assert {id(label) for label in texts(frame)} == before


def test_a_shorter_text_after_a_longer_one_is_measured_anew(make_frame: MakeFrame) -> None:
    frame = show(make_frame(), Sms("女儿", "妈" * 80))
    tall = frame.needed_height(318)
    show(frame, Sms("女儿", "妈。"))
    assert frame.needed_height(318) < tall
    assert cut_off(frame) == []


def test_changing_the_theme_keeps_what_is_shown(make_frame: MakeFrame) -> None:
    frame = show(make_frame(), SCREENS["group"])
    before = [label.text() for label in texts(frame)]
    frame.set_theme(Theme(dark=True, percent=125, motion_ms=0))
    assert [label.text() for label in texts(frame)] == before


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("登录验证码 382901，请勿告诉任何人。", ("登录验证码", "382901，", "请勿告诉任何人。")),
        ("您尾号 4471 的账户有一笔支出。", ("您尾号 4471 的账户有一笔支出。", "", "")),
        ("取件码 5-2-3018", ("取件码 5-2-3018", "", "")),
    ],
)
def test_only_a_code_is_set_in_large_digits(text: str, pieces: tuple[str, str, str]) -> None:
    assert around_code(text) == pieces


def test_typing_ends_with_the_whole_code(qtbot: QtBot, make_frame: MakeFrame) -> None:
    frame = show(make_frame(theme=Theme(motion_ms=5)), SCREENS["home"])
    show(frame, Login("支付平台", "382901"))
    qtbot.waitUntil(lambda: "382901" in [label.text() for label in texts(frame)])


def test_without_motion_nothing_moves(make_frame: MakeFrame) -> None:
    frame = show(make_frame(), SCREENS["home"])
    show(frame, SCREENS["balance"])
    assert "1240 元" in [label.text() for label in texts(frame)]
