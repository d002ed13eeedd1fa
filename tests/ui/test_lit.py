"""What is being spoken is lit up from the first word on: who has the phone, who speaks, what it shows."""

from __future__ import annotations

import pytest

from elderguard.play.moment import Asked, Ended
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.library import Library
from elderguard.scenario.model import SELF, Document, Hold, Install, Sms
from elderguard.scenario.vocabulary import DocumentForm
from elderguard.ui.pages import buttons
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Guards, GuardSight, Person, PhoneSight, Scenery, Screen, Told
from elderguard.ui.stage import Stage
from elderguard.ui.theme import Theme, Tone
from elderguard.ui.views.phones import hold_plate
from elderguard.ui.widgets.button import BigButton
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.window import Window

PLACE = Scenery("家门口", None)
STORIES = [entry.id for entry in Library.of_folders().entries()]


def lit(window: Window) -> list[str]:
    """The texts and buttons that are lit up."""
    texts = [block for block in window.whole.findChildren(TextBlock) if block.isVisible() and block.marks]
    lit_buttons = [each for each in window.whole.findChildren(BigButton) if each.isVisible() and each.lit]
    return sorted([*(block.text() for block in texts), *(button.face.text for button in lit_buttons)])


def phone(shown: object, text: str = "手机上要安装软件。", name: str = "小胡") -> Screen:
    """Somebody speaks beside that phone or paper."""
    sight = PhoneSight(shown, Hold(SELF), "您", "您")  # type: ignore[arg-type]
    told = Told(PLACE, Person(name, None), text, (sight,), buttons.go_on())
    return Screen("line", "题目", told, buttons.story_bar())


@pytest.mark.parametrize("name", STORIES)
def test_nothing_is_said_in_a_story_while_nothing_is_lit(name: str, window: Window) -> None:
    found = Library.of_folders().load(name)
    assert found.scenario is not None
    stage, playthrough = Stage(found.scenario, found.folder), Playthrough(found.scenario)
    while not isinstance(moment := playthrough.current, Ended):
        screen = stage.present(playthrough)
        window.show_screen(screen)
        for utterance in screen.spoken:
            window.light_up(utterance.text)
            assert lit(window), f"{screen.kind}: {utterance.text}"
        playthrough.choose(moment.choices[-1].id) if isinstance(moment, Asked) else playthrough.advance()


def test_while_a_name_is_said_only_the_name_plate_is_lit(window: Window) -> None:
    window.show_screen(phone(Document(DocumentForm.BADGE, "工作牌", "服务员，小胡。"), "我是小胡。"))
    window.light_up("小胡")
    assert lit(window) == ["小胡"]


def test_where_the_phone_is_is_lit_on_its_plate(window: Window) -> None:
    window.show_screen(phone(Sms("银行", "您的卡支出300元。"), "看看短信。"))
    window.light_up("手机在您手里。")
    assert lit(window) == ["手机在您手里"]
    window.light_up("看看短信。")
    assert lit(window) == ["看看短信。"]


def test_the_words_and_buttons_of_a_phone_are_lit_while_they_are_read(window: Window) -> None:
    window.show_screen(phone(Install("支付宝", "手机付款公司")))
    window.light_up("按钮：取消、安装。")
    assert lit(window) == ["取消", "安装"]


def test_of_the_four_guards_only_the_one_spoken_of_is_lit(window: Window) -> None:
    mark = icon_file("check-mark-button")
    items = tuple(GuardSight(name, "守住了", None, mark, Tone.SAFE) for name in ("手机", "验证码", "脸"))
    window.show_screen(Screen("guards", "题目", Guards("四样东西", items, buttons.go_on()), ()))
    window.light_up("验证码，守住了。")
    assert lit(window) == ["守住了", "验证码"]


# --- papers and phones in large letters -------------------------------------------------------------------


@pytest.mark.parametrize("form", DocumentForm)
def test_a_paper_is_called_what_it_is(form: DocumentForm) -> None:
    plate = hold_plate(PhoneSight(Document(form, "题目", "正文"), Hold(SELF), "您", "您"))
    sort = {"letter": "信", "notice": "通知", "badge": "工作牌", "id-card": "身份证", "poster": "海报"}
    assert plate.endswith(sort[form.value])


@pytest.mark.parametrize("percent", [150, 200])
def test_the_buttons_of_a_phone_stay_in_sight_in_large_letters(percent: int, window: Window) -> None:
    window.set_theme(Theme(percent=percent, motion_ms=0))
    screen = phone(Install("支付宝", "手机付款公司"))
    assert isinstance(screen.body, Told)
    sight = screen.body.phones
    told = Told(PLACE, None, "手机上要安装软件。", sight, buttons.go_on(), phone_first=True)
    window.show_screen(Screen("phone", "题目", told, buttons.story_bar(), done=1, total=9))
    shown = {each.face.text for each in window.whole.findChildren(BigButton) if each.isVisible()}
    assert {"取消", "安装"} <= shown
