"""Which words stand on each screen of the pretend phone and on each paper, in reading order.

One place for them, so that what is spoken and what is shown cannot drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from elderguard.scenario.model import (
    SELF,
    TABLE,
    AccountOpened,
    Balance,
    Call,
    Chat,
    CreditNotice,
    FaceScan,
    Hold,
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
    Sms,
)
from elderguard.scenario.vocabulary import CallState, Press


@dataclass(frozen=True)
class ScreenText:
    """The words of a screen: `heading` over all, `rows` under it, `big` what the eye falls on,
    `foot` below that, then the buttons the screen has, named by `Press.chinese`."""

    heading: str = ""
    rows: tuple[str, ...] = ()
    big: str = ""
    foot: tuple[str, ...] = ()
    presses: tuple[Press, ...] = ()

    def in_order(self) -> tuple[str, ...]:
        """All words but the buttons', as they are read."""
        return tuple(text for text in (self.heading, *self.rows, self.big, *self.foot) if text)


def yuan(amount: int) -> str:
    """An amount of money in words and digits."""
    return f"{amount} 元"


def screen_text(screen: Screen) -> ScreenText:
    """The words of that screen."""
    match screen:
        case Home():
            return ScreenText(rows=("电话", "短信", "相册", "设置"))
        case Sms(sender=sender, text=text):
            return ScreenText("", (sender, text))
        case Call():
            return _call(screen)
        case Chat(sender=sender, text=text, group=group):
            return ScreenText(group, (sender, text)) if group else ScreenText(sender, (text,))
        case Permission(app=app, wants=wants):
            return ScreenText("要您点头", (f"“{app}”想要：",), wants, (), (Press.DENY, Press.ALLOW))
        case Install(app=app, maker=maker):
            return ScreenText("安装软件", (), app, (f"来自：{maker}",), (Press.CANCEL, Press.INSTALL))
        case Login(app=app, code=code, note=note):
            return ScreenText(
                app, ("登录要填验证码：",), code or "还没有填", (note,) if note else (), (Press.CONFIRM,)
            )
        case SetPassword(app=app, typed=typed):
            rows = ("设置登录密码", "密码已经填好" if typed else "密码还没有填")
            return ScreenText(app, rows, "", (), (Press.CONFIRM,))
        case FaceScan(app=app, purpose=purpose, move=move):
            return ScreenText(f"人脸认证（{app}）", (), move, (purpose, "演示画面，没有摄像头"))
        case AccountOpened(app=app, holder=holder):
            return ScreenText(app, (), "账户开通成功", (f"户名：{holder}",))
        case Payment():
            return _payment(screen)
        case Balance(account=account, amount=amount, before=before):
            foot = () if before is None else (f"刚才是 {yuan(before)}",)
            return ScreenText(account, ("余额",), yuan(amount), foot)
        case CreditNotice(lender=lender, amount=amount, text=text):
            return ScreenText(lender, ("借款支出",), yuan(amount), (text,))
        case ScreenShare(watcher=watcher):
            return ScreenText("正在共享屏幕", (f"{watcher}看得见您的屏幕",), "", (), (Press.STOP_SHARING,))
        case Insurance(active=active):
            return ScreenText("医保码", (), "已经激活" if active else "还没有激活")
        case Notice(title=title, text=text):
            return ScreenText(title, (text,))
    return ScreenText(screen.title, (screen.text,), "", (screen.signed,) if screen.signed else ())


def _call(call: Call) -> ScreenText:
    presses = {
        CallState.RINGING: (Press.HANG_UP, Press.ANSWER),
        CallState.TALKING: (Press.HANG_UP,),
        CallState.ENDED: (),
    }[call.state]
    known = "通讯录里有这个人" if call.known else "通讯录里没有这个号码"
    return ScreenText(call.state.chinese, (), call.caller, (known,), presses)


def _payment(payment: Payment) -> ScreenText:
    heading = "付款成功" if payment.done else "付款"
    presses = () if payment.done else (Press.CANCEL, Press.PAY)
    rows = (f"付给：{payment.payee}",)
    return ScreenText(heading, rows, yuan(payment.amount), (f"从{payment.purse}付",), presses)


def hold_text(hold: Hold, holder_name: str, owner_name: str) -> str:
    """Who has the phone, as it stands on the plate under it.

    The names are as the learner would say them: 您, 他, 办事员小胡.
    """
    if hold.held_by == TABLE:
        return "手机在桌上" if hold.owner == SELF else f"{owner_name}的手机，在桌上"
    if hold.owner == hold.held_by and hold.owner != SELF:
        return f"{owner_name}的手机"
    if hold.owner != SELF:
        return f"{owner_name}的手机，在{holder_name}手里"
    return f"手机在{holder_name}手里"


def away_text(hold: Hold, owner_name: str) -> str:
    """What stands on the back of a phone that is turned away."""
    return f"屏幕背着{owner_name}" if hold.owner == SELF else "屏幕看不见"
