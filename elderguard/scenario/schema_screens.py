"""How the screens of the pretend phone, and papers held up, are written in a script."""

from __future__ import annotations

from typing import Any

from elderguard.scenario import model
from elderguard.scenario.schema import Shape, says
from elderguard.scenario.schema_words import CallStateWord, DocumentFormWord, Short, Text, Yuan


class SmsShape(Shape):
    """A text message."""

    sender: Short = says("谁发来的", alias="from")
    text: Text = says("短信的内容")


class CallShape(Shape):
    """A call."""

    caller: Short = says("谁打来的", alias="from")
    known: bool = says("号码存过没有：true 或 false")
    state: CallStateWord = says("ringing 响铃、talking 通话、ended 挂断")


class ChatShape(Shape):
    """A chat message."""

    sender: Short = says("谁发来的", alias="from")
    text: Text = says("聊天的内容")
    group: Short | None = says("在哪个群里", None)


class PermissionShape(Shape):
    """An app asks to be allowed something."""

    app: Short = says("哪个软件")
    wants: Text = says("它想要什么权限")


class InstallShape(Shape):
    """An installation page."""

    app: Short = says("装什么软件")
    maker: Short = says("页面上写的是谁做的")


class LoginShape(Shape):
    """A login page."""

    app: Short = says("登录什么软件")
    code: Short | None = says("已经填上的验证码", None)
    note: Text | None = says("页面上的小字", None)


class SetPasswordShape(Shape):
    """A page that wants a new password."""

    app: Short = says("给什么软件设密码")
    typed: bool = says("密码输了没有：true 或 false", False)


class FaceScanShape(Shape):
    """A face scan, drawn."""

    app: Short = says("哪个软件要刷脸")
    purpose: Text = says("小字写的是做什么用")
    move: Short = says("要您做什么动作")


class AccountOpenedShape(Shape):
    """An account has been opened."""

    app: Short = says("哪个软件的账户")
    holder: Short = says("开在谁的名下")


class PaymentShape(Shape):
    """A payment."""

    payee: Short = says("付给谁", alias="to")
    amount: Yuan = says("多少元")
    purse: Short = says("从哪里付：零钱、银行卡、花呗……")
    done: bool = says("付出去了没有：true 或 false", False)


class BalanceShape(Shape):
    """What an account holds."""

    account: Short = says("哪个账户")
    amount: Yuan = says("还有多少元")
    before: Yuan | None = says("原来有多少元", None)


class CreditNoticeShape(Shape):
    """Borrowed money was spent."""

    lender: Short = says("借的是哪家的钱：花呗……")
    amount: Yuan = says("多少元")
    text: Text = says("通知的内容")


class ScreenShareShape(Shape):
    """The screen is shown to somebody else."""

    watcher: Short = says("谁在看")


class InsuranceShape(Shape):
    """The medical-insurance code page."""

    active: bool = says("激活了没有：true 或 false")


class NoticeShape(Shape):
    """Any other short page."""

    title: Short = says("标题")
    text: Text = says("内容")


class HomeShape(Shape):
    """The phone's home screen."""


class DocumentShape(Shape):
    """A paper or card held up."""

    form: DocumentFormWord = says("letter 信函、notice 通知、badge 工作牌、id-card 身份证、poster 海报")
    title: Short = says("抬头")
    text: Text = says("内容")
    signed: Short | None = says("落款或盖章", None)


# the key of a screen in a script: how it is written, what it becomes, what it is called
SCREENS: dict[str, tuple[type[Shape], type[Any], str]] = {
    "sms": (SmsShape, model.Sms, "短信"),
    "call": (CallShape, model.Call, "来电"),
    "chat": (ChatShape, model.Chat, "聊天消息"),
    "permission": (PermissionShape, model.Permission, "权限询问"),
    "install": (InstallShape, model.Install, "安装页面"),
    "login": (LoginShape, model.Login, "登录页面"),
    "set_password": (SetPasswordShape, model.SetPassword, "设密码页面"),
    "face_scan": (FaceScanShape, model.FaceScan, "刷脸页面"),
    "account_opened": (AccountOpenedShape, model.AccountOpened, "开户成功页面"),
    "payment": (PaymentShape, model.Payment, "付款页面"),
    "balance": (BalanceShape, model.Balance, "余额页面"),
    "credit_notice": (CreditNoticeShape, model.CreditNotice, "借款通知"),
    "screen_share": (ScreenShareShape, model.ScreenShare, "屏幕共享"),
    "insurance": (InsuranceShape, model.Insurance, "医保码页面"),
    "notice": (NoticeShape, model.Notice, "提示页面"),
    "phone_home": (HomeShape, model.Home, "手机主屏"),
    "document": (DocumentShape, model.Document, "一张纸"),
}
