"""What is said for what stands on the screen: lines in their speaker's voice, all else by the narrator.

All that is shown is spoken, so that who cannot read can go on by ear; what the learner cannot see (a
screen that is turned away) is not told either. `caption` is the sentence shown beside a phone. The cards
around a story, 先停一停 and the debrief, are in `cards`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from elderguard.play.moment import Answered, Asked, Framed, Moment, Shown, Spot, Told
from elderguard.play.retelling import retold
from elderguard.play.state import State
from elderguard.scenario.model import (
    SELF,
    TABLE,
    AccountOpened,
    Balance,
    Call,
    Chat,
    CreditNotice,
    Document,
    FaceScan,
    Handover,
    Hold,
    Home,
    Install,
    Insurance,
    Line,
    Login,
    Notice,
    Payment,
    Permission,
    Scenario,
    Screen,
    ScreenShare,
    SetPassword,
    Show,
    Sms,
)
from elderguard.scenario.screen_text import away_text, hold_text, screen_text
from elderguard.scenario.vocabulary import CallState, DocumentForm, Voice
from elderguard.voice.spoken import spoken
from elderguard.voice.utterance import AFTER_SENTENCE, BEFORE_CHOICES, Utterance

NUMBERS = "一二三四五六七八九"
_AFTER_NAME = 0.3  # seconds between a speaker's name and what they say


def interface(text: str, say: str | None = None) -> Utterance:
    """A text of the program itself: a button, a heading, a help sentence."""
    return Utterance(text, spoken(say or text))


def numbered(texts: Sequence[str], says: Sequence[str | None] = ()) -> tuple[Utterance, ...]:
    """Choices as they are offered: “一，念给他听”, after a longer pause. `says` replaces the words
    spoken for a text."""
    said = [say or text for text, say in zip_longest(texts, says)]
    return tuple(
        Utterance(text, f"{number}，{spoken(say)}", pause=AFTER_SENTENCE if at else BEFORE_CHOICES)
        for at, (number, text, say) in enumerate(zip(NUMBERS, texts, said, strict=False))
    )


def frame(neighbour: str) -> tuple[str, ...]:
    """The texts of the page before a story that is played as helper: its heading, then sentences."""
    return (
        f"{neighbour}来问您怎么办",
        f"{neighbour}遇上一件事，拿不定主意。",
        "您听她说，替她拿个主意。",
    )


def reading(moment: Moment, scenario: Scenario) -> tuple[Utterance, ...]:
    """All that is said when this moment comes on the screen."""
    match moment:
        case Framed(neighbour=neighbour):
            return tuple(map(interface, frame(neighbour)))
        case Told(line=line, state=state, at=at):
            return (*_handed(scenario, state, at), *_line(line, scenario, at))
        case Shown(show=show, state=state, at=at):
            return (*_handed(scenario, state, at), *_shown(show, scenario, state))
        case Asked(question=question, choices=choices, state=state, at=at):
            offered = numbered([choice.text for choice in choices], [choice.say for choice in choices])
            return (*_handed(scenario, state, at), interface(question.text, question.say), *offered)
        case Answered(choice=choice):
            feedback = interface(choice.feedback, choice.feedback_say) if choice.feedback else None
            return tuple(filter(None, (interface(choice.text, choice.say), feedback)))
        case _:  # 先停一停 and the ending are cards, see `cards`
            return ()


def caption(show: Show, scenario: Scenario, hold: Hold | None = None) -> str:
    """The sentence that stands beside a phone when something happens on it, or beside a paper. `hold`
    is where that phone is: of one that is turned away, only that something happened is told. A sentence
    of the author's own stands in its place."""
    if show.caption:
        return show.caption
    if isinstance(show.screen, Document):
        return f"请看，这是{_PAPERS[show.screen.form]}。"
    whose = "" if show.whose == SELF else f"{scenario.speaker(show.whose).name}的"
    if hold is not None and hold.turned_away:
        return f"{whose}手机上有动静，屏幕看不见。"
    happening = retold(_happening(show.screen), scenario.you)
    if whose:
        return f"这时候，{whose}手机上，{happening}。"
    return f"手机上{happening}。" if isinstance(show.screen, _ON_THE_PHONE) else f"{happening}。"


def _happening(screen: Screen) -> str:
    """What happens when that screen comes, so said that “这时候，小胡的手机上，” may stand before it.
    Words of the screen that are in it are not read a second time."""
    match screen:
        case Home():
            return "回到了主屏幕"
        case Sms():
            return "来了一条短信"
        case Call(state=state):
            return _CALLS[state]
        case Chat(group=group):
            return "群里来了一条消息" if group else "来了一条消息"
        case Permission():
            return "有个软件，要您点头"
        case Install():
            return "要安装软件"
        case Login():
            return "登录页面出来了"
        case SetPassword(typed=typed):
            return "密码已经填好" if typed else "要设置登录密码"
        case FaceScan():
            return "要刷脸了"
        case AccountOpened():
            return "开好了一个账户"
        case Payment(done=done):
            return "一笔付款成功了" if done else "有一笔付款"
        case Balance():
            return "看得见余额了"
        case CreditNotice():
            return "来了借款支出的通知"
        case ScreenShare():
            return "正在共享屏幕"
        case Insurance():
            return "医保码出来了"
        case _:  # Notice; a paper has a sentence of its own
            return "跳出来一条提示"


_ON_THE_PHONE = (Sms, Install, Balance, CreditNotice, ScreenShare, Notice)
"""Screens of her own phone whose sentence would not say by itself where it happens."""

_CALLS = {
    CallState.RINGING: "来电话了，正在响铃",
    CallState.TALKING: "电话接通了，正在通话",
    CallState.ENDED: "电话已经挂断",
}

_PAPERS = {
    DocumentForm.LETTER: "一封信函",
    DocumentForm.NOTICE: "一张通知",
    DocumentForm.BADGE: "一块工作牌",
    DocumentForm.ID_CARD: "一张身份证",
    DocumentForm.POSTER: "一张海报",
}


def _shown(show: Show, scenario: Scenario, state: State) -> tuple[Utterance, ...]:
    hold = None if isinstance(show.screen, Document) else state.hold(show.whose)
    happened = caption(show, scenario, hold)
    if hold is not None and hold.turned_away:
        return (interface(happened, show.say),)
    content = screen_text(show.screen)
    words = [text for text in content.in_order() if text not in happened]
    shown = "，".join(word.rstrip("。，") for word in words)
    presses = "、".join(press.chinese for press in content.presses)
    texts = [happened, *([f"{shown}。"] if shown else []), *([f"按钮：{presses}。"] if presses else [])]
    if show.say:
        return (Utterance("".join(texts), spoken(show.say)),)
    return tuple(map(interface, texts))


def _line(line: Line, scenario: Scenario, at: Spot) -> tuple[Utterance, ...]:
    if line.speaker is None:
        return (interface(line.text, line.say),)
    speaker = scenario.speaker(line.speaker)
    said = Utterance(line.text, spoken(line.say or line.text), speaker.voice, _AFTER_NAME)
    if _speaker_before(scenario, at) == line.speaker:
        return (said,)
    return (Utterance(speaker.name, f"{spoken(speaker.name)}说", Voice.NARRATOR), said)


def _speaker_before(scenario: Scenario, at: Spot) -> str | None:
    """Who spoke last in this scene before that step."""
    lines = [step for step in scenario.scene(at.scene).steps[: at.index] if isinstance(step, Line)]
    return lines[-1].speaker if lines else None


def _handed(scenario: Scenario, state: State, at: Spot) -> tuple[Utterance, ...]:
    """Where phones have just come to: on entering the scene, or by the steps right before."""
    scene = scenario.scene(at.scene)
    holds: list[Hold] = []
    for step in reversed(scene.steps[: at.index]):
        if not isinstance(step, Handover):
            break
        holds.insert(0, step.hold)
    if scene.hold is not None and len(holds) == at.index:
        holds.insert(0, scene.hold)
    now = {hold.owner: hold for hold in holds if state.hold(hold.owner) == hold.settled}
    told = filter(_worth_telling, now.values())
    return tuple(interface(f"{_whereabouts(hold, scenario)}。") for hold in told)


def _worth_telling(hold: Hold) -> bool:
    """Whether where a phone is needs words: not when hers goes back to its home screen in her hand,
    nor when people have their own phones, turned this way."""
    theirs = hold.owner == hold.held_by and (hold.home or hold.owner != SELF)
    return hold.turned_away or not theirs


def _whereabouts(hold: Hold, scenario: Scenario) -> str:
    def name(who: str) -> str:
        return scenario.you if who in (SELF, TABLE) else scenario.speaker(who).name

    where = hold_text(hold, name(hold.held_by), name(hold.owner))
    return f"{where}，{away_text(hold, name(hold.owner))}" if hold.turned_away else where
