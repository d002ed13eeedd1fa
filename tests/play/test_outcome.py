"""The debrief, and what to do afterwards."""

from __future__ import annotations

import pytest

from elderguard.play.aftercare import AFTERCARE
from elderguard.play.citation import CitedCue, words_of
from elderguard.play.error import NotNow
from elderguard.play.moment import Asked, Ended
from elderguard.play.outcome import Debrief, GuardState, debrief
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.hotlines import HOTLINES
from elderguard.scenario.model import (
    SELF,
    TABLE,
    AnyStep,
    Call,
    Chat,
    CreditNotice,
    Cue,
    Goto,
    Handover,
    Hold,
    Home,
    Insurance,
    Line,
    Notice,
    Payment,
    Question,
    Screen,
    Show,
)
from elderguard.scenario.vocabulary import CallState, Guard, Kind, Outcome, Response
from tests.play.stories import LETTER, SMS, end, home_visit, line, scenario, scene

MONEY = CitedCue("money", "办事员小胡", "说money。", "说", "办医保，用不着打听钱。")
HANDED = CitedCue("handed", "旁白", "手机在办事员小胡手里", None, "手机离了手。")
MESSAGE = CitedCue(
    "sms",
    "支付平台的短信",
    "登录验证码 382901，请勿告诉任何人。",
    "请勿告诉任何人",
    "短信自己都说了。",
)


def played(*choices: str, kind: Kind = Kind.SCAM) -> Playthrough:
    play = Playthrough(home_visit(kind=kind))
    for choice in choices:
        while not isinstance(play.current, Asked):
            play.advance()
        play.choose(choice)
    while not isinstance(play.current, Ended):
        play.advance()
    return play


def guards(found: Debrief) -> dict[Guard, GuardState]:
    return {one.guard: one.result for one in found.guards}


def test_there_is_no_debrief_before_the_end() -> None:
    with pytest.raises(NotNow):
        debrief(Playthrough(home_visit()))


def test_a_story_kept_safe() -> None:
    found = debrief(played("decline"))
    assert (found.outcome, found.title, found.text) == (Outcome.KEPT, "结局kept", "后来。")
    assert guards(found) == {
        Guard.PHONE: GuardState.KEPT,
        Guard.CODE: GuardState.NOT_MET,
        Guard.FACE: GuardState.NOT_MET,
        Guard.ID: GuardState.NOT_MET,
    }
    assert (found.lost, found.borrowed, found.recovered) == (0, 0, 0)
    assert not found.aftercare
    assert not found.paused
    assert not found.left
    assert found.safe_line == "医保码我去窗口办"
    assert found.hotlines == ("police",)


def test_a_story_that_ends_in_harm() -> None:
    found = debrief(played("hand-over", "read-out"))
    assert found.outcome is Outcome.HARMED
    assert guards(found)[Guard.PHONE] is GuardState.EXPOSED
    assert guards(found)[Guard.CODE] is GuardState.EXPOSED
    assert (found.lost, found.borrowed, found.recovered) == (0, 460, 60)
    assert found.aftercare


def test_a_close_call_that_gave_something_away_needs_care_too() -> None:
    found = debrief(played("hand-over", "take-back"))
    assert guards(found)[Guard.CODE] is GuardState.KEPT
    assert found.aftercare


def test_an_honest_story_needs_no_care_for_what_was_shown() -> None:
    assert not debrief(played("hand-over", "take-back", kind=Kind.BENIGN)).aftercare


def test_the_ending_names_its_cues() -> None:
    assert debrief(played("hand-over", "take-back")).cues == (MONEY,)


def test_an_ending_that_names_none_she_met_cites_all_she_met() -> None:
    assert debrief(played("decline")).cues == (MONEY,)
    assert debrief(played("hand-over", "read-out")).cues == (MONEY, HANDED, MESSAGE)


def test_cues_taken_back_are_not_cited() -> None:
    play = played("hand-over", "read-out")
    while not (isinstance(play.current, Asked) and play.current.question.id == "give-phone"):
        play.back()
    play.choose("decline")
    play.advance()
    assert debrief(play).cues == (MONEY,)


def test_first_answers_stay_what_they_were() -> None:
    play = played("hand-over", "read-out")
    play.retry()
    play.choose("take-back")
    play.advance()
    found = debrief(play)
    assert [answer.response for answer in found.first_answers] == [Response.COMPLY, Response.COMPLY]
    assert [answer.response for answer in found.answers] == [Response.COMPLY, Response.REFUSE]


def test_a_pause_is_noted_even_when_taken_back() -> None:
    play = Playthrough(home_visit())
    play.pause()
    play.back()
    while not isinstance(play.current, Asked):
        play.advance()
    play.choose("decline")
    play.advance()
    assert debrief(play).paused


def test_leaving_is_an_answer_in_the_debrief() -> None:
    play = Playthrough(home_visit())
    play.pause()
    play.leave()
    found = debrief(play)
    assert found.left
    assert [answer.response for answer in found.answers] == [Response.VERIFY]
    assert found.first_answers == found.answers
    assert found.cues == ()


@pytest.mark.parametrize(
    ("step", "who", "text"),
    [
        (Line("s", text="下午。"), "旁白", "下午。"),
        (Question("s", text="怎么办？"), "旁白", "怎么办？"),
        (Show("s", screen=LETTER), "介绍信", "兹介绍小胡前来。"),
        (Show("s", screen=Notice("新设备登录", "登录成功")), "新设备登录", "登录成功"),
        (Show("s", screen=Chat("女儿", "妈，吃了没？", "一家人")), "女儿", "妈，吃了没？"),
        (Show("s", screen=CreditNotice("花呗", 460, "您本月…")), "花呗", "您本月…"),
        (Show("s", screen=Call("陌生号码", False, CallState.RINGING)), "来电", "陌生号码"),
        (Show("s", screen=SMS, whose="clerk"), "办事员小胡的手机", SMS.text),
        (Show("s", screen=Payment("某店", 460, "花呗")), "付款", "付给：某店，460 元，从花呗付"),
        (Handover("s", hold=Hold(TABLE)), "旁白", "手机在桌上"),
        (Handover("s", hold=Hold(SELF)), "旁白", "手机在您手里"),
        (Goto("s", scene="a"), "旁白", ""),
        (end("s", Outcome.KEPT), "旁白", "后来。"),
    ],
)
def test_a_cue_is_cited_in_the_words_of_its_step(step: AnyStep, who: str, text: str) -> None:
    assert words_of(home_visit(), step) == (who, text)


@pytest.mark.parametrize("screen", [Home(), Insurance(True)])
def test_every_screen_has_words_to_cite(screen: Screen) -> None:
    who, text = words_of(home_visit(), Show("s", screen=screen))
    assert who
    assert text


def test_cues_are_cited_in_the_order_she_met_them() -> None:
    first = scene("first", Goto("on", scene="third"))
    second = scene("second", line("b", cue=Cue("二。")), end("e", Outcome.KEPT))
    third = scene("third", line("c", cue=Cue("三。")), Goto("back", scene="second"))
    play = Playthrough(scenario(first, second, third))
    while not isinstance(play.current, Ended):
        play.advance()
    assert [cue.step for cue in debrief(play).cues] == ["c", "b"]


def test_an_ending_cites_in_its_own_order() -> None:
    steps = (line("a", cue=Cue("一。")), line("b", cue=Cue("二。")), end("e", Outcome.KEPT, cites=("b", "a")))
    play = Playthrough(scenario(scene("s", *steps)))
    play.advance()
    play.advance()
    assert [cue.step for cue in debrief(play).cues] == ["b", "a"]


def test_aftercare_says_what_has_to_be_done_in_order() -> None:
    assert [step.title for step in AFTERCARE] == [
        "先停手",
        "打 110",
        "冻住账户",
        "短信别删",
        "告诉家里人",
        "谁说能追钱，谁又来骗",
    ]


def test_aftercare_names_only_hotlines_of_the_table() -> None:
    named = [hotline for step in AFTERCARE for hotline in step.hotlines]
    assert set(named) == {"police", "bank-card", "alipay", "wechat-pay"}
    assert set(named) <= set(HOTLINES)


def test_aftercare_can_be_said_in_one_breath() -> None:
    for step in AFTERCARE:
        for mark in "，。、":
            step = type(step)(step.title.replace(mark, "|"), step.text.replace(mark, "|"))
        assert max(len(part) for part in f"{step.title}|{step.text}".split("|")) <= 22
