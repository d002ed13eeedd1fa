"""The table of hotlines, held against the page of facts it comes from."""

from __future__ import annotations

import re

import pytest

from elderguard.scenario.guess import did_you_mean, guess
from elderguard.scenario.hotlines import HOTLINES, WITHHELD, Hotline, Way, say_number
from elderguard.scenario.tactics import TACTICS


def test_the_table_is_this_and_nothing_else() -> None:
    assert {hotline.id: hotline.numbers for hotline in HOTLINES.values()} == {
        "police": ("110",),
        "anti-fraud": ("96110",),
        "anti-fraud-sms": ("12381",),
        "medical-insurance-report": ("010-89061396", "010-89061397"),
        "social-security": ("12333",),
        "government": ("12345",),
        "consumer": ("12315",),
        "alipay": ("95188",),
        "wechat-pay": ("95017",),
        "bank-card": (),
    }


def test_numbers_not_vouched_for_stay_out() -> None:
    listed = {number for hotline in HOTLINES.values() for number in hotline.numbers}
    assert not listed & WITHHELD.keys()
    assert WITHHELD.keys() == {"12393", "12321", "12337", "12318", "021-62870000", "021-64334547"}


@pytest.mark.parametrize("hotline", HOTLINES.values(), ids=lambda hotline: hotline.id)
def test_an_entry_says_what_for_and_from_where(hotline: Hotline) -> None:
    assert hotline.name
    assert hotline.purpose.endswith("。")
    assert hotline.source
    assert hotline.date
    assert not re.search("[0-9]", hotline.spoken)
    assert all(len(part) <= 22 for part in re.split("[，。；]", hotline.purpose))


def test_numbers_are_said_digit_by_digit_with_yao_for_one() -> None:
    assert HOTLINES["police"].spoken == "幺幺零"
    assert HOTLINES["anti-fraud"].spoken == "九六幺幺零"
    assert say_number("010-89061396") == "零幺零，八九零六幺三九六"
    assert HOTLINES["medical-insurance-report"].shown == "010-89061396 或 010-89061397"
    assert "，或者，" in HOTLINES["medical-insurance-report"].spoken
    assert HOTLINES["bank-card"].shown == HOTLINES["bank-card"].spoken == "卡背面的号码"


def test_what_one_does_with_a_number() -> None:
    assert HOTLINES["anti-fraud"].way is Way.ANSWER
    assert HOTLINES["anti-fraud-sms"].way is Way.TEXTS_ONLY
    assert HOTLINES["bank-card"].way is Way.ON_THE_CARD
    assert "接" in HOTLINES["anti-fraud"].purpose


def test_the_tactics_of_both_cases_have_names() -> None:
    assert list(TACTICS) == [f"A{n:02}" for n in range(1, 15)] + [f"B{n:02}" for n in range(1, 16)]


def test_a_near_word_is_guessed() -> None:
    assert guess("Safe_Line", ["safe_line", "title"]) == "safe_line"
    assert did_you_mean("feedbak", ["feedback"]) == "您是不是想写“feedback”？"
    assert did_you_mean("xyz", ["feedback"]) == ""
    assert guess("x" * 1000, ["x" * 1000]) is None
