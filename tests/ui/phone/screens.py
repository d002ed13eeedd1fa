"""One example of everything a pretend phone can show, with texts of a usual length."""

from __future__ import annotations

from elderguard.scenario.model import (
    AccountOpened,
    Balance,
    Call,
    Chat,
    CreditNotice,
    Document,
    FaceScan,
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
from elderguard.scenario.vocabulary import CallState, DocumentForm

SCREENS: dict[str, Screen] = {
    "home": Home(),
    "sms": Sms("支付平台", "登录验证码 382901，请勿告诉任何人。"),
    "ringing": Call("170 0000 1234", False, CallState.RINGING),
    "talking": Call("女儿", True, CallState.TALKING),
    "ended": Call("96110", False, CallState.ENDED),
    "group": Chat("村医老李", "明天上午九点，带身份证到村委会。", "任营村通知群"),
    "chat": Chat("女儿", "妈，别给别人看验证码。"),
    "permission": Permission("医保助手", "读取您的全部短信"),
    "install": Install("支付平台", "某某科技公司"),
    "login": Login("支付平台", "382901", "新设备登录"),
    "login-empty": Login("支付平台"),
    "password": SetPassword("支付平台", True),
    "password-empty": SetPassword("支付平台"),
    "face": FaceScan("支付账户", "正在为支付账户开通实名", "请眨眨眼"),
    "account": AccountOpened("支付平台", "王桂英"),
    "payment": Payment("某某商贸店", 460, "花呗"),
    "paid": Payment("某某商贸店", 460, "花呗", True),
    "balance": Balance("银行卡 4471", 1240, 1700),
    "credit": CreditNotice("花呗", 460, "您今日消费 460 元，请按时还款。"),
    "sharing": ScreenShare("客服小陈"),
    "insured": Insurance(True),
    "uninsured": Insurance(False),
    "notice": Notice("新设备登录成功", "这台手机已登录您的账户。"),
    "letter": Document(
        DocumentForm.LETTER, "介绍信", "兹介绍工作人员到你处办理医保码，请予配合。", "某某市医保局"
    ),
    "pinned": Document(DocumentForm.NOTICE, "通知", "明天上午九点，请带好身份证。", "任营村村委会"),
    "badge": Document(DocumentForm.BADGE, "工作证", "姓名：胡小勇\n单位：某某科技公司"),
    "id-card": Document(DocumentForm.ID_CARD, "居民身份证", "姓名：王桂英\n住址：柳树村三组"),
    "poster": Document(DocumentForm.POSTER, "激活医保码", "只有今天，人人有份。"),
}
