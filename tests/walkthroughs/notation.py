"""How each moment is written down in a walkthrough. tests/walkthroughs/README.md says it for authors."""

from __future__ import annotations

from elderguard.play.citation import NARRATOR
from elderguard.play.moment import Answered, Asked, Ended, Framed, Moment, Paused, Shown, Told
from elderguard.play.state import State
from elderguard.scenario.model import (
    SELF,
    TABLE,
    AccountOpened,
    AnyStep,
    Balance,
    Call,
    Chat,
    CreditNotice,
    Document,
    FaceScan,
    Home,
    Install,
    Insurance,
    Line,
    Login,
    Notice,
    Payment,
    Permission,
    Question,
    Scenario,
    Screen,
    ScreenShare,
    SetPassword,
    Show,
    Sms,
)

NUMERALS = ("一", "二", "三")


def plain(text: str) -> str:
    """A text with its line breaks and runs of spaces made one space."""
    return " ".join(text.split())


def written(scenario: Scenario, moment: Moment) -> str:
    """The line of a walkthrough that a moment is written as."""
    match moment:
        case Framed():
            return f"引子：{moment.neighbour}"
        case Told():
            return written_step(scenario, moment.line)
        case Shown():
            return written_step(scenario, moment.show)
        case Asked():
            return written_step(scenario, moment.question)
        case Answered():
            return plain(f"反馈：{moment.choice.feedback}")
        case Paused():
            return plain(f"停一停：{moment.hint}") if moment.hint else "停一停"
        case Ended():
            return plain(f"结局（{moment.end.outcome.chinese}）：{moment.end.title}")


def written_step(scenario: Scenario, step: AnyStep) -> str:
    """The line of a walkthrough that a step which can be seen is written as."""
    match step:
        case Line(speaker=None):
            return plain(f"{NARRATOR}：{step.text}")
        case Line():
            return plain(f"{scenario.speaker(str(step.speaker)).name}：{step.text}")
        case Show(whose=whose):
            owner = "" if whose == SELF else f"{scenario.speaker(whose).name}的手机·"
            name, words = written_screen(step.screen)
            return plain(f"【{owner}{name}】{words}")
        case Question():
            return plain(f"问：{step.text}")
        case _:
            raise ValueError(f"{step.id} cannot be seen")


def written_screen(screen: Screen) -> tuple[str, str]:
    """The name of a screen, as it stands in brackets, and the words after them."""
    match screen:
        case Home():
            return "主屏", ""
        case Sms():
            return "短信", f"{screen.sender}：{screen.text}"
        case Call():
            return "来电", f"{screen.caller}，{'熟号' if screen.known else '生号'}，{screen.state.chinese}"
        case Chat():
            return f"聊天·{screen.group}" if screen.group else "聊天", f"{screen.sender}：{screen.text}"
        case Permission():
            return "权限", f"{screen.app}：{screen.wants}"
        case Install():
            return "安装", f"{screen.app}，{screen.maker}"
        case Login():
            code = f"，已填 {screen.code}" if screen.code else ""
            return "登录", screen.app + code + (f"，{screen.note}" if screen.note else "")
        case SetPassword():
            return "设密码", f"{screen.app}，{'已填好' if screen.typed else '还没填'}"
        case FaceScan():
            return "刷脸", f"{screen.app}，{screen.purpose}，{screen.move}"
        case AccountOpened():
            return "开户", f"{screen.app}，{screen.holder}"
        case Payment():
            done = "已付" if screen.done else "还没付"
            return "付款", f"{screen.payee}，{screen.amount}元，{screen.purse}，{done}"
        case Balance():
            before = "" if screen.before is None else f"，原来{screen.before}元"
            return "余额", f"{screen.account}，{screen.amount}元{before}"
        case CreditNotice():
            return "借款", f"{screen.lender}，{screen.amount}元，{screen.text}"
        case ScreenShare():
            return "共享屏幕", screen.watcher
        case Insurance():
            return "医保码", "已激活" if screen.active else "未激活"
        case Notice():
            return "提示", f"{screen.title}：{screen.text}"
        case Document():
            signed = f"，署名：{screen.signed}" if screen.signed else ""
            return screen.form.chinese, f"{screen.title}：{screen.text}{signed}"


def written_hold(scenario: Scenario, state: State, owner: str) -> str:
    """Where a phone is, as it is written after 手机在."""
    hold = state.hold(owner)
    holders = {SELF: "自己", TABLE: "桌上", **{speaker.id: speaker.name for speaker in scenario.speakers}}
    return holders[hold.held_by] + ("，背着" if hold.turned_away else "")
