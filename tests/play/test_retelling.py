"""A story about the learner, told about the neighbour: whatever the program says of 您 is said of 王大妈."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elderguard.play.explore import explore
from elderguard.play.moment import Ended, Framed, Told
from elderguard.play.playthrough import Playthrough
from elderguard.play.retelling import idle_helper_words, retold, told_for
from elderguard.scenario.model import (
    AccountOpened,
    Choice,
    Cue,
    Effect,
    End,
    Line,
    Question,
    Response,
    Scenario,
    Scene,
    Show,
)
from elderguard.scenario.vocabulary import Outcome, Role
from tests.play.stories import CLERK, SMS, scenario

END = End("e", outcome=Outcome.KEPT, title="您守住了", text="不怪您。", say="不怪您啊。")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("有人敲门。", "有人敲门。"),
        ("您坐在门口。", "王大妈坐在门口。"),
        ("您的证件，还是您的。", "王大妈的证件，还是她的。"),
        ("您说，“您是哪位？”您关上门。", "王大妈说，“您是哪位？”她关上门。"),
        ("“我拿着，您说我按”", "“我拿着，您说我按”"),
        ("您怎么也想不起来。", "王大妈怎么也想不起来。"),
    ],
)
def test_what_is_told_of_the_learner_is_told_of_the_neighbour(written: str, told: str) -> None:
    assert retold(written) == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("您怎么做？", "您劝王大妈怎么做？"),
        ("他等着接您的手机。您怎么做？", "他等着接王大妈的手机。您劝她怎么做？"),
        ("您没转过钱。您怎么办？", "王大妈没转过钱。您劝她怎么办？"),
    ],
)
def test_a_question_asks_for_advice(asked: str, told: str) -> None:
    assert retold(asked, asks=True) == told


def test_said_to_the_learner_nothing_changes() -> None:
    assert retold("您怎么做？", "您", asks=True) == "您怎么做？"


def tale(*steps: object, role: Role = Role.SELF, **more: object) -> Scenario:
    scene = Scene("door", "farmhouse-door", (*steps, END), hint="想想您的手机。")  # type: ignore[arg-type]
    return replace(scenario(scene, role=role), **more)  # type: ignore[arg-type]


def told(*steps: object, **more: object) -> tuple[object, ...]:
    return told_for(tale(*steps, **more), Role.HELPER).scenes[0].steps


def test_what_people_and_phones_say_to_her_stays() -> None:
    said, shown = Line("a", speaker=CLERK.id, text="您好。"), Show("b", screen=SMS)
    assert told(said, shown)[:2] == (said, shown)


def test_every_text_of_the_program_is_told_about_her() -> None:
    choice = Choice(
        "c", "看看您的手机", Response.VERIFY, feedback="您看得对。", feedback_say="您对。", say="看您"
    )
    question = Question("q", text="您怎么做？", say="您怎么办？", choices=(choice, replace(choice, id="d")))
    opened = Show("s", screen=AccountOpened("某软件", "您本人"), caption="您看。", say="您看看。")
    line, asked, shown, end = told(Line("l", text="您来了。", say="您来啦。"), question, opened)
    assert (line.text, line.say) == ("王大妈来了。", "王大妈来啦。")
    assert (asked.text, asked.say) == ("您劝王大妈怎么做？", "您劝王大妈怎么办？")
    first = asked.choices[0]
    assert (first.text, first.say) == ("看看王大妈的手机", "看王大妈")
    assert (first.feedback, first.feedback_say) == ("王大妈看得对。", "王大妈对。")
    assert (shown.screen.holder, shown.caption, shown.say) == ("王大妈本人", "王大妈看。", "王大妈看看。")
    assert (end.title, end.text, end.say) == ("王大妈守住了", "不怪王大妈。", "不怪王大妈啊。")
    assert told_for(tale(), Role.HELPER).scenes[0].hint == "想想王大妈的手机。"


def test_a_question_without_words_of_its_own_to_say_has_none_afterwards() -> None:
    [asked, _] = told(Question("q", text="您怎么做？"))
    assert asked.say is None


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("他拿走您的手机。", "您的手机", "王大妈的手机"),
        ("您看他，他拿走您的手机。", "走您的手机", "走她的手机"),
        ("您说给您看。", "您说给您看", None),
        ("他拿走手机。", "手机", "手机"),
    ],
)
def test_the_words_that_carry_a_sign_are_found_again(text: str, quote: str, found: str | None) -> None:
    [line, _] = told(Line("l", text=text, cue=Cue("您看不见了。", quote)))
    assert line.cue == Cue("王大妈看不见了。", found)


def test_words_of_the_author_stand_in_the_place_of_the_rule() -> None:
    words = (("您笑了。", "王大妈乐得直拍手。"),)
    [line, _] = told(Line("l", text="您笑了。"), helper_words=words)
    assert line.text == "王大妈乐得直拍手。"


def test_words_of_the_author_for_a_text_that_is_not_there_are_told() -> None:
    words = (("您笑了。", "王大妈笑了。"), ("您哭了。", "王大妈哭了。"))
    line = Line("l", text="您笑了。")
    assert idle_helper_words(tale(line, helper_words=words)) == ("您哭了。",)
    assert idle_helper_words(tale(line, helper_words=words, role=Role.GATEKEEPER)) == ("您笑了。", "您哭了。")


@pytest.mark.parametrize("role", [Role.HELPER, Role.GATEKEEPER])
def test_a_story_written_for_another_role_is_left_alone(role: Role) -> None:
    written = tale(Line("l", text="您坐在诊室里。"), role=role)
    assert told_for(written, role) is written
    assert told_for(written, None) is written


def test_a_story_that_has_been_retold_is_not_retold_again() -> None:
    once = told_for(tale(Question("q", text="您怎么做？")), Role.HELPER)
    assert told_for(once, Role.HELPER) is once
    assert told_for(tale(), Role.SELF).you == "您"


def test_a_playthrough_and_a_search_are_in_the_words_of_their_role() -> None:
    written = tale(Line("l", text="您坐在门口。"))
    play = Playthrough(written, Role.HELPER)
    assert isinstance(play.current, Framed)
    play.advance()
    assert isinstance(play.current, Told)
    assert play.current.line.text == "王大妈坐在门口。"
    moments = [found.moment for found in explore(written, Role.HELPER).pictured]
    assert [one.line.text for one in moments if isinstance(one, Told)] == ["王大妈坐在门口。"]


def test_the_ending_of_walking_away_is_told_about_her_too() -> None:
    give = Choice("give", "给他", Response.COMPLY, feedback="好。", effect=Effect(loses=20))
    play = Playthrough(
        tale(Question("q", text="怎么办？", choices=(give, replace(give, id="no")))), Role.HELPER
    )
    play.advance()
    play.choose("give")
    play.pause()
    play.leave()
    assert isinstance(play.current, Ended)
    assert play.current.end.text == "钱少了一些，不怪王大妈。现在就去报警，还有办法。"
