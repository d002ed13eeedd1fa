"""The runner itself: what it lets pass, and how plainly it says what is wrong."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from elderguard.play.playthrough import Playthrough
from elderguard.scenario.model import (
    AccountOpened,
    Balance,
    Call,
    Chat,
    CreditNotice,
    Document,
    End,
    FaceScan,
    Goto,
    Home,
    Install,
    Insurance,
    Login,
    Notice,
    Payment,
    Permission,
    Screen,
    ScreenShare,
    SetPassword,
    Show,
)
from elderguard.scenario.vocabulary import CallState, DocumentForm
from tests.play.stories import LETTER, SMS, home_visit
from tests.walkthroughs.mutation import CONSEQUENCES, mutants
from tests.walkthroughs.notation import written, written_step
from tests.walkthroughs.runner import run
from tests.walkthroughs.script import Mismatch, read
from tests.walkthroughs.stage import Reloading, Straight

STORY = home_visit()

PLAY = """\
故事：story   # 注解
# 一行注解
办事员小胡：说hello。
停一停：他要的是手机。
状态：没有外泄
接着走
【信函】介绍信：兹介绍小胡前来。，署名：某某局
办事员小胡：说money。
问：手机给他吗？
  一、做hand-over
  二、做ask-family
  三、做decline
停一停：他要的是手机。
接着走
问：手机给他吗？
  一、做hand-over
  二、做ask-family
  三、做decline
答：做hand-over（照做）
反馈：好。
状态：外泄 手机；手机在 自己
退回
问：手机给他吗？
  一、做hand-over
  二、做ask-family
  三、做decline
答：做hand-over（照做）
反馈：好。
【短信】支付平台：登录验证码 382901，请勿告诉任何人。
状态：手机在 办事员小胡，背着；办事员小胡的手机在 办事员小胡；见过 sms；没见过 hello；计数 asked 0
办事员小胡：说only-exposed。
问：他要号码。
  一、做read-out
  二、做take-back
答：做read-out（照做）
反馈：好。
状态：外泄 验证码、手机；借款 460；损失 0；追回 0；记号 told；没有记号 other；计数 asked 1
【办事员小胡的手机·来电】某人，生号，已经挂断
【主屏】
结局（吃了亏）：结局harmed
后来：后来。
复盘
手机不离手：没守住
验证码不说：没守住
脸不随便刷：没遇到
证件不交人：没遇到
留心：办事员小胡：说money。
因为：办医保，用不着打听钱。
留心：旁白：手机在办事员小胡手里
因为：手机离了手。
留心：【短信】支付平台：登录验证码 382901，请勿告诉任何人。
因为：短信自己都说了。
借款：460 元
追回：60
善后：要
停过：是
最初：照做、照做
最后：照做、照做
再试
问：他要号码。
  一、做read-out
  二、做take-back
答：做take-back（拒绝）
反馈：好。
结局（差一点）：结局close
后来：后来。
复盘
手机不离手：没守住
验证码不说：守住了
脸不随便刷：没遇到
证件不交人：没遇到
留心：办事员小胡：说money。
因为：办医保，用不着打听钱。
善后：要
停过：是
"""

LEAVING = """\
故事：story
角色：帮邻居
引子：王大妈
办事员小胡：说hello。
停一停：他要的是手机。
走开
结局（守住了）：先走开，一样也没出手
后来：没有当场答应，这就对了。要办，自己去问清楚。
复盘
手机不离手：没遇到
验证码不说：没遇到
脸不随便刷：没遇到
证件不交人：没遇到
善后：不要
停过：是
"""


def written_to(folder: Path, text: str) -> Path:
    (folder / "story").mkdir(exist_ok=True)
    file = folder / "story" / "one.txt"
    file.write_text(text, encoding="utf-8")
    return file


def play(folder: Path, text: str) -> frozenset[str]:
    walkthrough = read(written_to(folder, text))
    return run(walkthrough, Straight(STORY, walkthrough.role))


def test_a_play_that_goes_as_written_passes(tmp_path: Path) -> None:
    assert play(tmp_path, PLAY) == {"harmed", "close"}


def test_leaving_and_helping_can_be_written(tmp_path: Path) -> None:
    assert play(tmp_path, LEAVING) == {"leave/kept"}


@pytest.mark.parametrize("text", [PLAY, LEAVING])
def test_it_goes_the_same_way_with_a_restart_at_every_step(tmp_path: Path, text: str) -> None:
    walkthrough = read(written_to(tmp_path, text))
    stage = Reloading(STORY, walkthrough.role, tmp_path / "records.sqlite")
    run(walkthrough, stage)
    stage.close()


def test_every_line_of_a_play_counts(tmp_path: Path) -> None:
    """Whatever line is left out, the play does not go as written any more."""
    lines = PLAY.splitlines()
    may_go = []
    for number, line in enumerate(lines):
        try:
            play(tmp_path, "\n".join(lines[:number] + lines[number + 1 :]))
        except Mismatch:
            continue
        may_go.append(line)
    again = ["问：手机给他吗？"]  # written once more after a pause: may be, need not be
    free = [line for line in lines if line.startswith(("#", "状态", "最初", "最后", "停过"))]
    assert [line for line in may_go if line not in free + again] == []


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("说hello", "说hallo", "3: 应是「办事员小胡：说hallo。」，实是「办事员小胡：说hello。」"),
        ("（照做）\n反馈：好。\n状态", "（核实）\n反馈：好。\n状态", "19: 应是「核实」，实是「照做」"),
        (
            "答：做hand-over",
            "答：做别的",
            "19: 应是「做别的」，实是「做hand-over / 做ask-family / 做decline」",
        ),
        ("三、做decline\n停", "三、做别的\n停", "做别的"),
        ("状态：没有外泄", "状态：外泄 手机", "5: 应是「外泄 手机」，实是「没有外泄」"),
        ("外泄 手机；手机在", "外泄 手机、屁股；手机在", "21: 应是「外泄 手机、屁股」，实是「外泄 手机」"),
        ("外泄 手机；", "没有外泄；", "21: 应是「没有外泄」，实是「外泄 手机」"),
        ("手机在 自己", "手机在 桌上", "21: 应是「手机在 桌上」，实是「手机在 自己」"),
        ("见过 sms", "见过 smss", "应是「见过 smss」，实是「没见过 smss」"),
        ("计数 asked 1", "计数 asked 2", "应是「计数 asked 2」，实是「计数 asked 1」"),
        ("记号 told；", "记号 tall；", "应是「记号 tall」，实是「没有记号 tall」"),
        ("状态：没有外泄", "状态：天晴", "5: 应是「README.md 里“核对状态”的写法」，实是「天晴」"),
        ("停一停：他要的是手机。\n状态", "停一停\n状态", "4: 应是「停一停」，实是「停一停：他要的是手机。」"),
        ("接着走\n【信函】", "办事员小胡：说money。\n【信函】", "6: 应是「接着走 / 走开 / 退回」"),
        ("退回", "退后一步", "22: 应是「“谁：说什么”，或 README.md 里的写法」，实是「退后一步」"),
        ("退回", "再试", "22: 应是「再试」，实是「在“反馈：好。”不能这样走"),
        ("退回", "走开", "22: 应是「走开」，实是「在“反馈：好。”不能这样走"),
        ("反馈：好。\n状态：外泄 手机；手机在 自己\n", "", "先写这一屏：反馈：好。"),
        ("答：做read-out（照做）", "旁白：后来", "在“问：他要号码。”不能这样走"),
        (
            "结局（吃了亏）",
            "结局（守住了）",
            "应是「结局（守住了）：结局harmed」，实是「结局（吃了亏）：结局harmed」",
        ),
        ("后来：后来。\n复盘", "复盘", "应是「没有“后来：”」，实是「后来：后来。」"),
        ("借款：460 元", "借款：461", "应是「借款：461」，实是「借款：460」"),
        ("追回：60\n", "", "应是「追回：0」，实是「追回：60」"),
        ("善后：要\n停过：是\n最初", "停过：是\n最初", "应是「善后：没有写」，实是「善后：要」"),
        ("因为：手机离了手。\n", "", "实是「因为：手机离了手。」"),
        ("最初：照做、照做", "最初：核实", "应是「最初：核实」，实是「最初：照做、照做」"),
        ("故事：story", "故事：别的", "1: 应是「故事：story」，实是「故事：别的」"),
        ("故事：story", "角色：自己", "1: 应是「故事：story」，实是「没有写故事」"),
        ("# 一行注解", "角色：路人", "2: 应是「自己、帮邻居、把关人」，实是「路人」"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    assert PLAY.count(right) >= 1
    with pytest.raises(Mismatch) as mismatch:
        play(tmp_path, PLAY.replace(right, wrong, 1))
    assert message in str(mismatch.value)
    assert re.match(r".*story/one\.txt:\d+: 应是「.*」，实是「.*」$", str(mismatch.value))


def test_a_play_that_stops_before_the_ending_is_not_whole(tmp_path: Path) -> None:
    with pytest.raises(Mismatch, match="走到结局"):
        play(tmp_path, PLAY[: PLAY.index("【信函】")])


def test_a_play_without_its_debrief_is_not_whole(tmp_path: Path) -> None:
    with pytest.raises(Mismatch, match="没有复盘"):
        play(tmp_path, PLAY[: PLAY.index("复盘")])


def test_a_debrief_before_the_ending_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(Mismatch, match="故事还没完"):
        play(tmp_path, PLAY.replace("接着走\n【信函】", "接着走\n复盘\n【信函】"))


def test_an_answer_where_nothing_is_asked_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(Mismatch, match="没有在问"):
        play(tmp_path, PLAY.replace("接着走\n【信函】", "接着走\n答：做decline（拒绝）\n【信函】"))


@pytest.mark.parametrize(("route", "fits"), [("问家里人", True), ("打老号码", False)])
def test_the_route_of_a_verify_choice_can_be_written(tmp_path: Path, route: str, fits: bool) -> None:
    answered = PLAY[: PLAY.index("答：")] + f"答：做ask-family（核实，{route}）\n"
    with pytest.raises(Mismatch) as mismatch:
        play(tmp_path, answered)
    assert ("走到结局" in str(mismatch.value)) is fits


def test_a_route_that_the_story_does_not_have_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(Mismatch, match="没有写路"):
        play(tmp_path, PLAY.replace("答：做hand-over（照做）", "答：做hand-over（照做，问家里人）"))


SCREENS: dict[str, Screen] = {
    "【主屏】": Home(),
    "【短信】支付平台：登录验证码 382901，请勿告诉任何人。": SMS,
    "【来电】陌生号码，生号，正在响铃": Call("陌生号码", False, CallState.RINGING),
    "【来电】女儿，熟号，正在通话": Call("女儿", True, CallState.TALKING),
    "【聊天】女儿：妈，吃了没？": Chat("女儿", "妈，吃了没？"),
    "【聊天·一家人】女儿：妈，吃了没？": Chat("女儿", "妈，吃了没？", "一家人"),
    "【权限】医保助手：读取短信": Permission("医保助手", "读取短信"),
    "【安装】医保助手，某某公司": Install("医保助手", "某某公司"),
    "【登录】支付宝": Login("支付宝"),
    "【登录】支付宝，已填 382901，新设备": Login("支付宝", "382901", "新设备"),
    "【设密码】支付宝，还没填": SetPassword("支付宝"),
    "【设密码】支付宝，已填好": SetPassword("支付宝", True),
    "【刷脸】支付宝，实名认证，请眨眨眼": FaceScan("支付宝", "实名认证", "请眨眨眼"),
    "【开户】支付宝，王秀英": AccountOpened("支付宝", "王秀英"),
    "【付款】某店，460元，花呗，还没付": Payment("某店", 460, "花呗"),
    "【付款】某店，460元，花呗，已付": Payment("某店", 460, "花呗", True),
    "【余额】存折，120元": Balance("存折", 120),
    "【余额】存折，120元，原来580元": Balance("存折", 120, 580),
    "【借款】花呗，460元，您本月要还。": CreditNotice("花呗", 460, "您本月要还。"),
    "【共享屏幕】客服小李": ScreenShare("客服小李"),
    "【医保码】已激活": Insurance(True),
    "【医保码】未激活": Insurance(False),
    "【提示】新设备：登录成功": Notice("新设备", "登录成功"),
    "【信函】介绍信：兹介绍小胡前来。，署名：某某局": LETTER,
    "【海报】通知：明天开会。": Document(DocumentForm.POSTER, "通知", "明天\n  开会。"),
}


@pytest.mark.parametrize("line", SCREENS)
def test_every_screen_is_written_as_the_readme_says(line: str) -> None:
    expected = line.replace("明天开会", "明天 开会")
    assert written_step(STORY, Show("s", screen=SCREENS[line])) == expected


def test_what_cannot_be_seen_is_not_written() -> None:
    with pytest.raises(ValueError, match="cannot be seen"):
        written_step(STORY, Goto("g", scene="a"))


def test_a_pause_without_a_hint_is_written_as_one_word() -> None:
    story = replace(STORY, scenes=tuple(replace(scene, hint=None) for scene in STORY.scenes))
    pausing = Playthrough(story)
    pausing.pause()
    assert written(story, pausing.current) == "停一停"


def test_an_ending_without_a_text_needs_no_afterwards(tmp_path: Path) -> None:
    scenes = tuple(
        replace(
            scene,
            steps=tuple(replace(step, text="") if isinstance(step, End) else step for step in scene.steps),
        )
        for scene in STORY.scenes
    )
    walkthrough = read(written_to(tmp_path, PLAY.replace("后来：后来。\n", "")))
    run(walkthrough, Straight(replace(STORY, scenes=scenes), None))


def test_every_pair_of_choices_that_differ_makes_a_mutant() -> None:
    pairs = [(mutant.question, *mutant.choices) for mutant in mutants(STORY)]
    assert pairs == [
        ("give-phone", "hand-over", "ask-family"),
        ("give-phone", "hand-over", "decline"),
        ("give-phone", "ask-family", "decline"),
        ("tell-code", "read-out", "take-back"),
    ]
    assert set(CONSEQUENCES) <= {one.name for one in fields(STORY.scenes[0].steps[3].choices[0])}  # type: ignore[union-attr]


def test_a_mutant_exchanges_what_follows_and_nothing_else() -> None:
    mutant = next(iter(mutants(STORY)))
    question = mutant.scenario.scenes[0].steps[3]
    assert [(one.id, one.text, one.goto) for one in question.choices] == [  # type: ignore[union-attr]
        ("hand-over", "做hand-over", "safe"),
        ("ask-family", "做ask-family", "hand"),
        ("decline", "做decline", "safe"),
    ]
    assert str(mutant) == "give-phone: hand-over <-> ask-family"


def test_a_walkthrough_notices_a_mutant_of_what_it_chose(tmp_path: Path) -> None:
    walkthrough = read(written_to(tmp_path, PLAY))
    unnoticed = []
    for mutant in mutants(STORY):
        try:
            run(walkthrough, Straight(mutant.scenario, None))
        except Mismatch:
            continue
        unnoticed.append(mutant.choices)
    assert unnoticed == [("ask-family", "decline")]  # neither of them was taken
