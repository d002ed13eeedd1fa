"""The fixed words of the field: every id a scenario may use, each with its Chinese name.

One word per thing, in YAML, code, screen and report.
"""

from __future__ import annotations

from enum import Enum


class Word(str, Enum):
    """An id as it is written in YAML, which also knows its Chinese name."""

    chinese: str

    def __new__(cls, value: str, chinese: str) -> Word:
        """A member: its id and its name."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.chinese = chinese
        return word

    def __str__(self) -> str:
        return str(self.value)


class Kind(Word):
    """Whether somebody in the story wants what they must not get."""

    SCAM = "scam", "骗局"
    BENIGN = "benign", "正当事"


class Role(Word):
    """Whom the learner plays."""

    SELF = "self", "自己"
    HELPER = "helper", "帮邻居"
    GATEKEEPER = "gatekeeper", "把关人"


class Channel(Word):
    """The way the other side reaches the learner; protection does not carry over between them."""

    FACE_TO_FACE = "face-to-face", "当面"
    PHONE_CALL = "phone-call", "电话"
    SMS = "sms", "短信"
    VIDEO = "video", "视频"
    QR_CODE = "qr-code", "扫码"
    MEETING = "meeting", "会场"


class Response(Word):
    """What a choice amounts to. Verifying earns full marks."""

    COMPLY = "comply", "照做"
    VERIFY = "verify", "核实"
    REFUSE = "refuse", "拒绝"


class Route(Word):
    """By which way of one's own a verify choice verifies. Asking the asker is none."""

    OLD_NUMBER = "old-number", "打老号码"
    OFFICE_WINDOW = "office-window", "去窗口问"
    FAMILY = "family", "问家里人"
    NEIGHBOUR = "neighbour", "问身边的熟人"
    VILLAGE_COMMITTEE = "village-committee", "问村委会"
    POLICE = "police", "问派出所"
    HOTLINE = "hotline", "打公开的热线"
    OWN_EYES = "own-eyes", "自己看清楚"


class Ask(Word):
    """What the other side wants."""

    PHONE = "phone", "手机"
    CODE = "code", "验证码"
    PASSWORD = "password", "密码"
    FACE = "face", "刷脸"
    ID = "id", "身份证"
    CARD = "card", "银行卡"
    MONEY = "money", "钱"
    SCREEN = "screen", "屏幕"
    INSTALL = "install", "装软件"


class Asset(Word):
    """What the learner keeps or exposes."""

    PHONE = "phone", "手机"
    CODE = "code", "验证码"
    PASSWORD = "password", "密码"
    FACE = "face", "脸"
    ID = "id", "身份证"
    CARD = "card", "银行卡"
    SCREEN = "screen", "屏幕"


class Guard(Word):
    """The four things guarded whoever asks; each stands for one or two assets."""

    PHONE = "phone", "手机不离手"
    CODE = "code", "验证码不说"
    FACE = "face", "脸不随便刷"
    ID = "id", "证件不交人"

    @property
    def assets(self) -> frozenset[Asset]:
        """The assets that are exposed when this guard is dropped."""
        return _GUARDED[self]


_GUARDED = {
    Guard.PHONE: frozenset({Asset.PHONE, Asset.SCREEN}),
    Guard.CODE: frozenset({Asset.CODE, Asset.PASSWORD}),
    Guard.FACE: frozenset({Asset.FACE}),
    Guard.ID: frozenset({Asset.ID, Asset.CARD}),
}


class Outcome(Word):
    """How a story ends for the learner."""

    KEPT = "kept", "守住了"
    CLOSE_CALL = "close-call", "差一点"
    HARMED = "harmed", "吃了亏"


class Mood(Word):
    """How a line is said; it changes the portrait's face."""

    CALM = "calm", "平常"
    FRIENDLY = "friendly", "热情"
    WORRIED = "worried", "着急"


class Material(Word):
    """How near a scenario is to its source."""

    REAL = "real", "真实案例"
    ADAPTED = "adapted", "根据真实案例改编"
    INVENTED = "invented", "虚构的日常情景"


class CallState(Word):
    """How far a call on the pretend phone has come."""

    RINGING = "ringing", "正在响铃"
    TALKING = "talking", "正在通话"
    ENDED = "ended", "已经挂断"


class DocumentForm(Word):
    """What kind of paper or card is held up."""

    LETTER = "letter", "信函"
    NOTICE = "notice", "通知"
    BADGE = "badge", "工作牌"
    ID_CARD = "id-card", "身份证"
    POSTER = "poster", "海报"


class Press(Word):
    """A button on the pretend phone that a choice can stand for."""

    ANSWER = "answer", "接听"
    HANG_UP = "hang-up", "挂断"
    ALLOW = "allow", "允许"
    DENY = "deny", "不允许"
    INSTALL = "install", "安装"
    CANCEL = "cancel", "取消"
    CONFIRM = "confirm", "确定"
    PAY = "pay", "付款"
    STOP_SHARING = "stop-sharing", "停止共享"


class Daytime(Word):
    """The light a place is drawn in."""

    DAY = "day", "白天"
    EVENING = "evening", "傍晚"


class Voice(Word):
    """A speaking voice by age and sex; a voice pack says which recording stands for it. The narrator's
    belongs to nobody in a story, and each of the others to one person in it at most. `-b` is another
    person of the same age and sex."""

    NARRATOR = "narrator", "旁白"
    YOUNG_MAN = "young-man", "年轻男声"
    YOUNG_MAN_B = "young-man-b", "另一个年轻男声"
    YOUNG_WOMAN = "young-woman", "年轻女声"
    YOUNG_WOMAN_B = "young-woman-b", "另一个年轻女声"
    MAN = "man", "中年男声"
    MAN_B = "man-b", "另一个中年男声"
    WOMAN = "woman", "中年女声"
    WOMAN_B = "woman-b", "另一个中年女声"
    OLD_MAN = "old-man", "老年男声"
    OLD_MAN_B = "old-man-b", "另一个老年男声"
    OLD_WOMAN = "old-woman", "老年女声"
    OLD_WOMAN_B = "old-woman-b", "另一个老年女声"
    GIRL = "girl", "小姑娘"
    BOY = "boy", "小男孩"
