from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elderguard.voice.spoken import digits, quantity, spoken

SENTENCES = {
    "您花呗支出460块。": "您花呗支出四百六十块。",
    "拨打96110，或者110。": "拨打九六幺幺零，或者幺幺零。",
    "登录验证码 382901，请勿告诉任何人。": "登录验证码三八二九零幺，请勿告诉任何人。",
    "国家医保局（010-89061396）举报。": "国家医保局，零幺零，八九零六幺三九六，举报。",
    "客服 400-123-4567。": "客服四零零，幺二三，四五六七。",
    "一共3460元": "一共三千四百六十元",
    "100,000元": "十万元",
    "12,345": "一万二千三百四十五",
    "10500元，1010元，10000户": "一万零五百元，一千零一十元，一万户",
    "100000001个": "一亿零一个",
    "100010000个": "一亿零一万个",
    "0元": "零元",
    "12:30 到 8:05，21:00 关门": "十二点三十分到八点零五分，二十一点关门",
    "2024-10-25 宣判": "二零二四年十月二十五日宣判",
    "2023-05 起": "二零二三年五月起",
    "2023年5月上旬，2个人，2月2号": "二零二三年五月上旬，两个人，二月二号",
    "1-2分钟，3—5天": "一到两分钟，三到五天",
    "涨了50%，3.5倍，大约 2.25": "涨了百分之五十，三点五倍，大约二点二五",
    "尾号6688的卡，密码：1234": "尾号六六八八的卡，密码，幺二三四",
    "打2个电话": "打两个电话",
    "¥3,460.50": "三千四百六十点五零元",
    "“我自己拿着，您别动”": "我自己拿着，您别动",
    "他说……好的——行": "他说，好的，行",
    "第 3 步，第2条，第 2 句": "第三步，第二条，第二句",
    "号码 021": "号码零二幺",
    "共 007 号": "共七号",
    "写信到 ybd@nhsa.gov.cn": "写信到ybd艾特nhsa点gov点cn",
    "装 APP，插 SIM 卡": "装APP，插SIM卡",
    "只有7": "只有七",
    "编号 99999999999999999": "编号九九九九九九九九九九九九九九九九九",
    "": "",
}


@pytest.mark.parametrize(("text", "said"), SENTENCES.items())
def test_a_text_is_said_as_people_say_it(text, said):
    assert spoken(text) == said


def test_no_amount_is_too_large_to_be_said():
    assert quantity("12345678901234567890") == "幺二三四五六七八九零幺二三四五六七八九零"
    assert quantity("1000000000000") == "一万亿"


def test_a_code_is_said_digit_by_digit_with_pauses():
    assert digits("382 901") == "三八二，九零幺"


@given(st.text(alphabet="我的手机110,.元块：:（）“”-—…%¥ 2个年月日号\n", max_size=40))
def test_saying_it_twice_changes_nothing(text):
    once = spoken(text)
    assert spoken(once) == once
    assert not any(character.isdigit() and character.isascii() for character in once)
