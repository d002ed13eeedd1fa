"""The hotlines a story may name: number, how it is said aloud, what it is for, where that is from.

One checked table. A script names a hotline by its id and never writes a number of its own, because a
wrong number sends somebody who was just robbed to nobody, or to the next swindler.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

_SPOKEN = str.maketrans("0123456789", "零幺二三四五六七八九")


class Way(Enum):
    """What one does with a number."""

    DIAL = "dial"  # you ring it
    ANSWER = "answer"  # it may ring you, and then you answer; you may ring it too
    TEXTS_ONLY = "texts-only"  # it sends messages; they need no answer and no call
    ON_THE_CARD = "on-the-card"  # the number differs and stands on the card


@dataclass(frozen=True)
class Hotline:
    """A public number: `purpose` is one spoken sentence, `source` and `date` say where it was read."""

    id: str
    name: str
    numbers: tuple[str, ...]
    purpose: str
    way: Way
    source: str
    date: str

    @property
    def shown(self) -> str:
        """The numbers as they are printed."""
        return " 或 ".join(self.numbers) if self.numbers else "卡背面的号码"

    @property
    def spoken(self) -> str:
        """The numbers as they are said, digit by digit, with 幺 for one."""
        return "，或者，".join(map(say_number, self.numbers)) if self.numbers else "卡背面的号码"


def say_number(number: str) -> str:
    """A telephone number as it is said aloud: 96110 is 九六幺幺零, a hyphen is a pause."""
    return number.replace("-", "，").translate(_SPOKEN)


HOTLINES = {
    hotline.id: hotline
    for hotline in (
        Hotline(
            "police",
            "报警电话",
            ("110",),
            "丢了钱、受了威胁、门口有生人，都可以打。",
            Way.DIAL,
            "绍兴网：被骗后怎么办",
            "2025-06-01",
        ),
        Hotline(
            "anti-fraud",
            "反诈专线",
            ("96110",),
            "它打来，一定要接；拿不准，也可以打过去问。",
            Way.ANSWER,
            "公安部刑侦局、国家反诈中心提醒，环球网",
            "2020-09-21",
        ),
        Hotline(
            "anti-fraud-sms",
            "反诈预警短信",
            ("12381",),
            "它发短信提醒您，不用回，也不用打。",
            Way.TEXTS_ONLY,
            "工业和信息化部、公安部启用，新华社",
            "2021-07-14",
        ),
        Hotline(
            "medical-insurance-report",
            "国家医保局举报电话",
            ("010-89061396", "010-89061397"),
            "有人借医保的名义骗人，可以打这个电话举报。",
            Way.DIAL,
            "国家医疗保障局严正声明，看看新闻 Knews",
            "2024-12-25",
        ),
        Hotline(
            "social-security",
            "人社服务热线",
            ("12333",),
            "养老金认证、社保卡的事，打这个电话问。",
            Way.DIAL,
            "人力资源和社会保障部",
            "2024-11-26",
        ),
        Hotline(
            "government",
            "政务服务热线",
            ("12345",),
            "政府办的事，包括医保，都可以打这个电话问。",
            Way.DIAL,
            "国务院办公厅关于政务服务便民热线的指导意见，新华社",
            "2021-01-06",
        ),
        Hotline(
            "consumer",
            "消费者投诉电话",
            ("12315",),
            "买保健品、买东西吃了亏，打这个电话投诉。",
            Way.DIAL,
            "市场监管部门启用“一号对外”",
            "2020-01-01",
        ),
        Hotline(
            "alipay",
            "支付宝客服",
            ("95188",),
            "支付宝里的钱不对，打这个电话挂失、冻结。",
            Way.DIAL,
            "网页转载，未见支付宝原文",
            "2025年",
        ),
        Hotline(
            "wechat-pay",
            "微信支付客服",
            ("95017",),
            "微信里的钱不对，打这个电话冻结。",
            Way.DIAL,
            "网页转载，未见微信支付原文",
            "原文未写日期",
        ),
        Hotline(
            "bank-card",
            "银行客服",
            (),
            "银行卡的钱不对，打卡背面印的号码挂失。",
            Way.ON_THE_CARD,
            "各银行卡背面",
            "长期有效",
        ),
    )
}

# Numbers that may not be named at all, and why.
WITHHELD = {
    "12393": "这个号码还没有核实过",
    "12321": "这个号码还没有核实过",
    "12337": "这个号码还没有核实过",
    "12318": "这是新闻网页页脚的号码，和这件事没有关系",
    "021-62870000": "这是新闻网页页脚的号码，和这件事没有关系",
    "021-64334547": "这是新闻网页页脚的号码，和这件事没有关系",
}
