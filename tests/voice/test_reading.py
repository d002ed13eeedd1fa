"""All that is shown is spoken, and nothing that cannot be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elderguard.play.moment import Answered, Asked, Ended, Framed, Shown, Spot, Told
from elderguard.play.playthrough import Playthrough
from elderguard.play.state import State
from elderguard.scenario.model import (
    SELF,
    TABLE,
    AccountOpened,
    Balance,
    Call,
    Channel,
    Chat,
    Choice,
    CreditNotice,
    Document,
    End,
    FaceScan,
    Handover,
    Hold,
    Home,
    Install,
    Insurance,
    Kind,
    Line,
    Login,
    Notice,
    Payment,
    Permission,
    Question,
    Response,
    Role,
    Scenario,
    Scene,
    ScreenShare,
    SetPassword,
    Show,
    Sms,
    Speaker,
)
from elderguard.scenario.screen_text import screen_text
from elderguard.scenario.vocabulary import CallState, DocumentForm, Outcome, Voice
from elderguard.voice.reading import caption, frame, interface, numbered, reading
from elderguard.voice.utterance import BEFORE_CHOICES

CODE = Sms("支付平台", "登录验证码 382901，请勿告诉任何人。")
SCREENS = [
    Home(),
    CODE,
    *[Call("儿子", True, state) for state in CallState],
    Call("陌生号码", False, CallState.RINGING),
    Chat("村医", "今天集中办理。", "村里的群"),
    Chat("女儿", "妈，吃饭了吗？"),
    Permission("省心助手", "读取短信"),
    Install("省心助手", "某某科技"),
    Login("支付平台", "382901", "新设备"),
    Login("支付平台"),
    SetPassword("支付平台"),
    SetPassword("支付平台", True),
    FaceScan("支付平台", "开通账户", "请眨眨眼"),
    AccountOpened("支付平台", "王大妈"),
    Payment("某某商行", 460, "花呗"),
    Payment("某某商行", 460, "花呗", True),
    Balance("存折", 1200, 1660),
    Balance("存折", 1200),
    CreditNotice("花呗", 460, "您借了 460 元。"),
    ScreenShare("客服"),
    Insurance(True),
    Insurance(False),
    Notice("提醒", "新设备登录成功"),
    Document(DocumentForm.LETTER, "介绍信", "请予配合。", "某某局（章）"),
    Document(DocumentForm.BADGE, "工作牌", "小汤"),
]


def story(*steps: object, hold: Hold | None = None) -> Scenario:
    """A story of one scene with a clerk and a daughter."""
    return Scenario(
        id="story",
        schema=1,
        title="故事",
        kind=Kind.SCAM,
        role=Role.SELF,
        channel=Channel.FACE_TO_FACE,
        asks=(),
        difficulty=1,
        minutes=3,
        safe_line="医保码我去窗口办",
        sources=(),
        speakers=(
            Speaker("clerk", "办事员小胡", "clerk", Voice.YOUNG_MAN),
            Speaker("daughter", "女儿", "daughter", Voice.YOUNG_WOMAN),
        ),
        start="door",
        scenes=(Scene("door", "farmhouse-door", steps, hold=hold),),  # type: ignore[arg-type]
    )


def state(**parts: object) -> State:
    return replace(State("door", "farmhouse-door"), **parts)


def said(utterances: object) -> list[str]:
    return [utterance.spoken for utterance in utterances]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: type(screen).__name__)
def test_every_word_on_a_screen_is_spoken(screen):
    show = Show("s", screen=screen)
    tale = story(show)
    utterances = reading(Shown(show, state(), Spot("door", 0)), tale)
    heard = "".join(utterance.text for utterance in utterances)
    content = screen_text(screen)
    for word in (*content.in_order(), *(press.chinese for press in content.presses)):
        assert word.rstrip("。") in heard
    assert heard.startswith(caption(show, tale))
    assert all(utterance.voice is Voice.NARRATOR for utterance in utterances)


def test_a_message_is_read_with_its_sender_and_its_code_digit_by_digit():
    show = Show("s", screen=CODE)
    assert said(reading(Shown(show, state(), Spot("door", 0)), story(show))) == [
        "手机上来了一条短信。",
        "支付平台，登录验证码三八二九零幺，请勿告诉任何人。",
    ]


@pytest.mark.parametrize(
    ("screen", "on_hers", "on_his"),
    [
        (Home(), "回到了主屏幕。", "回到了主屏幕。"),
        (CODE, "手机上来了一条短信。", "来了一条短信。"),
        (Call("儿子", True, CallState.RINGING), "来电话了，正在响铃。", "来电话了，正在响铃。"),
        (Call("儿子", True, CallState.TALKING), "电话接通了，正在通话。", "电话接通了，正在通话。"),
        (Call("儿子", True, CallState.ENDED), "电话已经挂断。", "电话已经挂断。"),
        (Chat("村医", "今天办理。", "村里的群"), "群里来了一条消息。", "群里来了一条消息。"),
        (Chat("女儿", "吃了吗？"), "来了一条消息。", "来了一条消息。"),
        (Permission("省心助手", "读取短信"), "有个软件，要您点头。", "有个软件，要您点头。"),
        (Install("省心助手", "某某科技"), "手机上要安装软件。", "要安装软件。"),
        (Login("支付平台"), "登录页面出来了。", "登录页面出来了。"),
        (SetPassword("支付平台"), "要设置登录密码。", "要设置登录密码。"),
        (SetPassword("支付平台", True), "密码已经填好。", "密码已经填好。"),
        (FaceScan("支付平台", "开通账户", "请眨眨眼"), "要刷脸了。", "要刷脸了。"),
        (AccountOpened("支付平台", "王大妈"), "开好了一个账户。", "开好了一个账户。"),
        (Payment("某某商行", 460, "花呗"), "有一笔付款。", "有一笔付款。"),
        (Payment("某某商行", 460, "花呗", True), "一笔付款成功了。", "一笔付款成功了。"),
        (Balance("存折", 1200), "手机上看得见余额了。", "看得见余额了。"),
        (CreditNotice("花呗", 460, "请还款。"), "手机上来了借款支出的通知。", "来了借款支出的通知。"),
        (ScreenShare("客服"), "手机上正在共享屏幕。", "正在共享屏幕。"),
        (Insurance(True), "医保码出来了。", "医保码出来了。"),
        (Notice("提醒", "登录成功"), "手机上跳出来一条提示。", "跳出来一条提示。"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_kind_of_screen_comes_with_a_sentence_of_its_own(screen, on_hers, on_his):
    hers, his = Show("s", screen=screen), Show("s", screen=screen, whose="clerk")
    assert caption(hers, story(hers)) == on_hers
    assert caption(his, story(his)) == f"这时候，办事员小胡的手机上，{on_his}"


def test_words_of_a_screen_that_its_sentence_has_are_not_said_twice():
    show = Show("s", screen=Call("女儿", True, CallState.TALKING))
    assert said(reading(Shown(show, state(), Spot("door", 0)), story(show))) == [
        "电话接通了，正在通话。",
        "女儿，通讯录里有这个人。",
        "按钮，挂断。",
    ]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (DocumentForm.LETTER, "请看，这是一封信函。"),
        (DocumentForm.NOTICE, "请看，这是一张通知。"),
        (DocumentForm.BADGE, "请看，这是一块工作牌。"),
        (DocumentForm.ID_CARD, "请看，这是一张身份证。"),
        (DocumentForm.POSTER, "请看，这是一张海报。"),
    ],
)
def test_each_kind_of_paper_is_counted_as_one_says_it(form, sentence):
    show = Show("s", screen=Document(form, "标题", "正文。"))
    assert caption(show, story(show)) == sentence
    assert caption(replace(show, whose="clerk"), story(show)) == sentence


def test_an_authors_words_for_a_screen_replace_ours():
    show = Show("s", screen=CODE, say="手机响了，是一串数字。")
    (utterance,) = reading(Shown(show, state(), Spot("door", 0)), story(show))
    assert utterance.spoken == "手机响了，是一串数字。"
    assert "382901" in utterance.text


def test_what_a_turned_away_screen_shows_is_not_told():
    away = Hold("clerk", turned_away=True)
    show = Show("s", screen=CODE)
    tale = story(Handover("h", hold=away), show)
    utterances = reading(Shown(show, state(holds=((SELF, away),)), Spot("door", 1)), tale)
    assert said(utterances) == ["手机在办事员小胡手里，屏幕背着您。", "手机上有动静，屏幕看不见。"]


def test_another_persons_phone_is_called_theirs():
    show = Show("s", screen=Notice("提醒", "新设备登录成功"), whose="clerk")
    tale = story(show)
    utterances = reading(Shown(show, state(), Spot("door", 0)), tale)
    assert utterances[0].text == "这时候，办事员小胡的手机上，跳出来一条提示。"
    assert "新设备登录成功" in utterances[1].text


def test_a_person_is_named_once_and_then_only_heard():
    first, second = (Line(f"l{n}", speaker="clerk", text=f"第 {n} 句。") for n in (1, 2))
    other = Line("l3", speaker="daughter", text="妈！", say="妈妈！")
    tale = story(first, second, other)
    lines = [
        reading(Told(line, state(), Spot("door", at)), tale) for at, line in enumerate((first, second, other))
    ]
    assert said(lines[0]) == ["办事员小胡说", "第一句。"]
    assert [utterance.voice for utterance in lines[0]] == [Voice.NARRATOR, Voice.YOUNG_MAN]
    assert said(lines[1]) == ["第二句。"]
    assert said(lines[2]) == ["女儿说", "妈妈！"]
    assert lines[2][1].text == "妈！"


def test_the_narrator_tells_what_nobody_says():
    line = Line("l", text="有人敲门。")
    assert said(reading(Told(line, state(), Spot("door", 0)), story(line))) == ["有人敲门。"]


def test_a_question_is_read_with_its_numbered_choices_after_a_pause():
    choices = (
        Choice("a", "念给他听", Response.COMPLY),
        Choice("b", "打 110", Response.VERIFY, say="打幺幺零，问一问"),
    )
    question = Question("q", text="您怎么做？", choices=choices)
    utterances = reading(Asked(question, choices, state(), Spot("door", 0)), story(question))
    assert said(utterances) == ["您怎么做？", "一，念给他听", "二，打幺幺零，问一问"]
    assert [utterance.text for utterance in utterances] == ["您怎么做？", "念给他听", "打 110"]
    assert utterances[1].pause == BEFORE_CHOICES


def test_feedback_is_read_with_the_choice_it_is_for():
    choice = Choice("a", "念给他听", Response.COMPLY, feedback="换谁都容易。")
    question = Question("q", text="您怎么做？", choices=(choice,))
    tale, at = story(question), Spot("door", 0)
    assert said(reading(Answered(question, choice, state(), at), tale)) == ["念给他听", "换谁都容易。"]
    bare = replace(choice, feedback=None)
    assert said(reading(Answered(question, bare, state(), at), tale)) == ["念给他听"]


def test_the_page_before_a_story_for_a_neighbour_is_read():
    tale = story(Line("l", text="有人敲门。"))
    assert said(reading(Framed(state(), Spot("door", 0)), tale)) == list(frame("王大妈"))


def test_a_phone_that_changed_hands_is_told_when_it_has():
    line = Line("l", speaker="clerk", text="我来弄。")
    handed, laid = Handover("h", hold=Hold("clerk")), Handover("t", hold=Hold(TABLE))
    tale = story(Line("a", text="他来了。"), handed, laid, line)
    table = state(holds=((SELF, Hold(TABLE)),))
    assert said(reading(Told(line, table, Spot("door", 3)), tale))[0] == "手机在桌上。"
    elsewhere = state(holds=((SELF, Hold()),))
    assert said(reading(Told(line, elsewhere, Spot("door", 3)), tale))[0] == "办事员小胡说"


def test_where_the_phone_is_when_a_scene_begins_is_told_in_the_words_of_the_role():
    line = Line("l", text="他来了。")
    tale = story(line, line, hold=Hold())
    held = state(holds=((SELF, Hold()),))
    assert (
        said(reading(Told(line, held, Spot("door", 0)), replace(tale, you="王大妈")))[0]
        == "手机在王大妈手里。"
    )
    assert said(reading(Told(line, held, Spot("door", 1)), tale)) == ["他来了。"]


@pytest.mark.parametrize(
    ("hold", "told"),
    [
        (Hold(), ["手机在您手里。"]),
        (Hold(home=True), []),
        (Hold("clerk", home=True), ["手机在办事员小胡手里。"]),
        (Hold(home=True, turned_away=True), ["手机在您手里，屏幕背着您。"]),
        (Hold("clerk", "clerk"), []),
        (Hold("clerk", "clerk", turned_away=True), ["办事员小胡的手机，屏幕看不见。"]),
        (Hold("daughter", "clerk"), ["办事员小胡的手机，在女儿手里。"]),
    ],
)
def test_a_phone_that_is_where_it_belongs_needs_no_words(hold, told):
    line = Line("l", text="他来了。")
    moment = Told(line, state(holds=((hold.owner, hold.settled),)), Spot("door", 0))
    assert said(reading(moment, story(line, hold=hold))) == [*told, "他来了。"]


def test_texts_of_the_program_may_be_said_in_other_words():
    assert interface("SIM 卡", "电话卡").spoken == "电话卡"
    assert [utterance.spoken for utterance in numbered(["能", "不能"])] == ["一，能", "二，不能"]


def test_a_whole_story_is_read_moment_by_moment():
    line = Line("l", speaker="clerk", text="把手机给我。")
    choice = Choice("no", "不给", Response.REFUSE, feedback="好。")
    tale = story(
        line,
        Question("q", text="怎么办？", choices=(choice, replace(choice, id="ask"))),
        End("e", outcome=Outcome.KEPT, title="守住了", text="好。"),
    )
    playthrough = Playthrough(tale)
    heard = []
    while not isinstance(playthrough.current, Ended):
        heard += said(reading(playthrough.current, tale))
        if isinstance(playthrough.current, Asked):
            playthrough.choose("no")
        else:
            playthrough.advance()
    assert reading(playthrough.current, tale) == ()  # the debrief has cards of its own
    assert heard == [
        "办事员小胡说", "把手机给我。", "怎么办？", "一，不给", "二，不给", "不给", "好。",
    ]  # fmt: skip
