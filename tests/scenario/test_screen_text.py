from __future__ import annotations

from typing import get_args

import pytest

from elderguard.scenario.model import SELF, TABLE, Balance, Document, Hold, PhoneScreen, Screen
from elderguard.scenario.screen_text import away_text, hold_text, screen_text
from elderguard.scenario.vocabulary import Press
from tests.ui.phone.screens import SCREENS

WORDS: dict[str, tuple[str, ...]] = {
    "home": ("电话", "短信", "相册", "设置"),
    "sms": ("支付平台", "登录验证码 382901，请勿告诉任何人。"),
    "ringing": ("正在响铃", "170 0000 1234", "通讯录里没有这个号码"),
    "talking": ("正在通话", "女儿", "通讯录里有这个人"),
    "ended": ("已经挂断", "96110", "通讯录里没有这个号码"),
    "group": ("任营村通知群", "村医老李", "明天上午九点，带身份证到村委会。"),
    "chat": ("女儿", "妈，别给别人看验证码。"),
    "permission": ("要您点头", "“医保助手”想要：", "读取您的全部短信"),
    "install": ("安装软件", "支付平台", "来自：某某科技公司"),
    "login": ("支付平台", "登录要填验证码：", "382901", "新设备登录"),
    "login-empty": ("支付平台", "登录要填验证码：", "还没有填"),
    "password": ("支付平台", "设置登录密码", "密码已经填好"),
    "password-empty": ("支付平台", "设置登录密码", "密码还没有填"),
    "face": ("人脸认证（支付账户）", "请眨眨眼", "正在为支付账户开通实名", "演示画面，没有摄像头"),
    "account": ("支付平台", "账户开通成功", "户名：王桂英"),
    "payment": ("付款", "付给：某某商贸店", "460 元", "从花呗付"),
    "paid": ("付款成功", "付给：某某商贸店", "460 元", "从花呗付"),
    "balance": ("银行卡 4471", "余额", "1240 元", "刚才是 1700 元"),
    "credit": ("花呗", "借款支出", "460 元", "您今日消费 460 元，请按时还款。"),
    "sharing": ("正在共享屏幕", "客服小陈看得见您的屏幕"),
    "insured": ("医保码", "已经激活"),
    "uninsured": ("医保码", "还没有激活"),
    "notice": ("新设备登录成功", "这台手机已登录您的账户。"),
    "letter": ("介绍信", "兹介绍工作人员到你处办理医保码，请予配合。", "某某市医保局"),
    "badge": ("工作证", "姓名：胡小勇\n单位：某某科技公司"),
}


def test_there_is_an_example_of_every_kind_of_screen() -> None:
    assert {type(screen) for screen in SCREENS.values()} == {*get_args(PhoneScreen), Document}


@pytest.mark.parametrize(("name", "words"), WORDS.items(), ids=WORDS)
def test_a_screen_is_read_from_top_to_bottom(name: str, words: tuple[str, ...]) -> None:
    assert screen_text(SCREENS[name]).in_order() == words


def test_a_balance_that_did_not_change_names_one_sum_only() -> None:
    assert screen_text(Balance("存折", 500)).in_order() == ("存折", "余额", "500 元")


@pytest.mark.parametrize(
    ("name", "presses"),
    [
        ("ringing", (Press.HANG_UP, Press.ANSWER)),
        ("talking", (Press.HANG_UP,)),
        ("ended", ()),
        ("permission", (Press.DENY, Press.ALLOW)),
        ("install", (Press.CANCEL, Press.INSTALL)),
        ("login", (Press.CONFIRM,)),
        ("password", (Press.CONFIRM,)),
        ("payment", (Press.CANCEL, Press.PAY)),
        ("paid", ()),
        ("sharing", (Press.STOP_SHARING,)),
        ("sms", ()),
    ],
)
def test_a_screen_has_the_buttons_that_a_real_one_has(name: str, presses: tuple[Press, ...]) -> None:
    screen: Screen = SCREENS[name]
    assert screen_text(screen).presses == presses


@pytest.mark.parametrize(
    ("hold", "holder", "owner", "words"),
    [
        (Hold(), "您", "您", "手机在您手里"),
        (Hold("xiaohu"), "小胡", "您", "手机在小胡手里"),
        (Hold(TABLE), "", "您", "手机在桌上"),
        (Hold(TABLE, "xiaohu"), "", "小胡", "小胡的手机，在桌上"),
        (Hold("xiaohu", "xiaohu"), "小胡", "小胡", "小胡的手机"),
        (Hold(SELF, "xiaohu"), "您", "小胡", "小胡的手机，在您手里"),
    ],
)
def test_the_plate_says_who_has_the_phone(hold: Hold, holder: str, owner: str, words: str) -> None:
    assert hold_text(hold, holder, owner) == words


def test_the_back_of_a_phone_says_whom_it_is_turned_from() -> None:
    assert away_text(Hold("xiaohu", turned_away=True), "王大妈") == "屏幕背着王大妈"
    assert away_text(Hold("xiaohu", "xiaohu", turned_away=True), "小胡") == "屏幕看不见"
