"""What to do once something is out of one's hands: the same few steps whatever the story was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AftercareStep:
    """One thing to do: a title of a few words, a text in plain words, and whom to call by hotline id."""

    title: str
    text: str
    hotlines: tuple[str, ...] = ()


AFTERCARE = (
    AftercareStep("先停手", "不再转钱，不再报数。电话挂断，共享的屏幕关掉。"),
    AftercareStep("打 110", "钱少也要报警。早一分钟打，多一分追回来的指望。", ("police",)),
    AftercareStep(
        "冻住账户",
        "银行的电话，就印在卡的背面。支付宝和微信，也有人接电话。",
        ("bank-card", "alipay", "wechat-pay"),
    ),
    AftercareStep("短信别删", "短信、聊天、来电，全都留着。那是证据。"),
    AftercareStep("告诉家里人", "打儿女的老号码。这不丢人，也不怪您。"),
    AftercareStep("谁说能追钱，谁又来骗", "先要手续费，先要验证码，都别理。追钱只找派出所。", ("police",)),
)
