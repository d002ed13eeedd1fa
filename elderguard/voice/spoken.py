"""How a text is said: numbers that are codes digit by digit, numbers that are amounts as amounts,
dates, times, brackets, quotes. Chinese in, Chinese out; saying it twice changes nothing more."""

from __future__ import annotations

import re

DIGITS = str.maketrans("0123456789", "零幺二三四五六七八九")
_PLAIN = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿")

# A number before one of these is an amount; after one of those it is a code.
_MEASURES = (
    "块|元|角|毛|分钱|分钟|分|秒|小时|个|户|人|岁|次|天|周|月|年|日|号|万|亿|千|百|条|张|步|句|件|样|名|位|家|只|斤|公斤|"
    "米|里|公里|度|倍|折|层|楼|栋|间|集|页|题|遍|种|格|多|来|余"
)
_UNIT_NAMES = {
    "km/h": "公里每小时",
    "km": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "m": "米",
    "kg": "公斤",
    "mg": "毫克",
    "g": "克",
    "ml": "毫升",
    "L": "升",
    "h": "小时",
    "min": "分钟",
    "℃": "度",
    "°C": "度",
    "°": "度",
    "㎡": "平方米",
    "m²": "平方米",
    "亩": "亩",
}
_UNIT = "|".join(sorted(map(re.escape, _UNIT_NAMES), key=len, reverse=True))
_WORDS = {
    "WiFi": "无线网",
    "Wi-Fi": "无线网",
    "WIFI": "无线网",
    "App": "APP",
    "app": "APP",
    "VIP": "贵宾",
    "OK": "好",
}
_TWO_OF = (
    "块|元|角|毛|分钟|小时|个|户|人|岁|次|天|周|年|条|张|步|句|件|样|名|位|家|只|斤|公斤|里|公里|"
    "倍|层|间|遍|种|格|千|万|亿"
)
_CODES = "验证码|校验码|取件码|号码|尾号|编号|单号|代码|房号|工号|卡号|密码|电话|热线|拨打|拨|打"
_HOTLINES = ("110", "119", "120", "122")
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"


def spoken(text: str) -> str:
    """The text as it is said. Words that are not numbers or signs stay as they are."""
    for pattern, say in _RULES:
        text = pattern.sub(say, text)
    return _tidy(text)


def quantity(number: str) -> str:
    """Digits as an amount: 460 is 四百六十, 10.5 is 十点五. Commas between thousands are allowed."""
    whole, _, fraction = number.replace(",", "").partition(".")
    said = _whole(int(whole))
    return said + "点" + "".join(_PLAIN[int(digit)] for digit in fraction) if fraction else said


def digits(code: str) -> str:
    """Digits one by one, with 幺 for 1; hyphens and spaces are pauses."""
    return re.sub(r"[-－— ]+", "，", code.strip()).translate(DIGITS)


def _whole(number: int) -> str:
    if number == 0:
        return "零"
    said, group = "", 0
    rest = number
    while rest and group < len(_GROUPS):
        rest, four = divmod(rest, 10_000)
        if four:
            gap = "零" if said and _needs_zero(number, group) else ""
            said = _four(four) + _GROUPS[group] + gap + said
        group += 1
    if rest:  # beyond any amount: a code after all
        return str(number).translate(DIGITS)
    return said[1:] if said.startswith("一十") else said


def _needs_zero(number: int, group: int) -> bool:
    """Whether a 零 stands between this group of four digits and what follows it."""
    unit: int = 10_000**group
    return number % unit < unit // 10


def _four(number: int) -> str:
    said, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if zero and said else "") + _PLAIN[digit] + _UNITS[place]
        zero = digit == 0
    return said


def _year(found: re.Match[str]) -> str:
    return "".join(_PLAIN[int(digit)] for digit in found[1])


def _date(found: re.Match[str]) -> str:
    day = f"{_whole(int(found[3]))}日" if found[3] else ""
    return f"{_year(found)}年{_whole(int(found[2]))}月{day}"


def _time(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), int(found[2])
    if minute == 0:
        return f"{_whole(hour)}点"
    return f"{_whole(hour)}点{'零' if minute < 10 else ''}{_whole(minute)}分"


def _money(found: re.Match[str]) -> str:
    return f"{quantity(re.sub(r'[.]0+$', '', found[1]))}{found[2]}元"


def _amount(found: re.Match[str]) -> str:
    return "两" if found[0] == "2" else quantity(found[0])


def _other(found: re.Match[str]) -> str:
    """A number that nothing around it explains: short ones are amounts, long ones codes."""
    number = found[0]
    coded = number in _HOTLINES or (number.startswith("0") and len(number) > 1) or len(number) >= 5
    return number.translate(DIGITS) if coded and "," not in number else quantity(number)


def _unit(found: re.Match[str]) -> str:
    number = "两" if found[1] == "2" else quantity(found[1])
    return f"{number}{_UNIT_NAMES[found[2]]}"


_RULES = tuple(
    (re.compile(pattern), say)
    for pattern, say in (
        (rf"(?<![A-Za-z])({'|'.join(_WORDS)})(?![A-Za-z])", lambda found: _WORDS[found[1]]),
        (r"(\d{1,2}[:：]\d{2})\s*[-–—~～至]\s*(?=\d{1,2}[:：]\d{2})", r"\1到"),
        (rf"(?<![\d.A-Za-z])({_NUMBER})\s*({_UNIT})(?![A-Za-z²])", _unit),
        (r"(?<=[\d块元个])\s*[×xX*]\s*(?=\d)", "乘"),
        (r"\+86[-\s]?(?=\d)", "加八六，"),
        (
            rf"({_NUMBER})\s*[-–—~～至]\s*(?={_NUMBER}\s*(?:{_MEASURES}))",
            lambda found: f"{quantity(found[1])}到",
        ),
        (r"[“”‘’「」『』《》〈〉\"'＂＇*_#]", ""),
        (r"[（(\[【]([^（）()\[\]【】]*)[）)\]】]", r"，\1，"),
        (r"(?:\.{3,}|…+|—+|──+|\n|[;；|/])", "，"),
        (r"@", "艾特"),
        (r"(?<=[A-Za-z])\.(?=[A-Za-z])", "点"),
        (rf"(?:[¥￥]|人民币|RMB)\s*({_NUMBER})([万亿]?)(?:\s*元)?", _money),
        (r"(\d+)\.0+(?=\s*[万亿]?[元块])", r"\1"),
        (r"(?<!\d)1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)", lambda found: digits(re.sub("[- ]", "", found[0]))),
        (r"\b0\d{2,3}[-－]\d{7,8}\b", lambda found: digits(found[0])),
        (r"\b[48]00[-－]\d{3,4}[-－]\d{3,4}\b", lambda found: digits(found[0])),
        (r"(?<!\d)(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?![\d%])", _date),
        (r"(?<!\d)((?:19|20)\d{2})(?=年(?!来|多))", _year),
        (r"(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)", _time),
        (rf"({_NUMBER})\s*%", lambda found: f"百分之{quantity(found[1])}"),
        (
            rf"((?:{_CODES})(?:是|为|：|:|\s)*)(\d[\d\s-]*\d)(?!\d|[.,]\d|\s*(?:{_MEASURES}))",
            lambda found: found[1] + digits(found[2]),
        ),
        (rf"(?<![\d.,第])(?<!第 )2(?=\s*(?:{_TWO_OF}))", _amount),
        (rf"(?<![\d.]){_NUMBER}(?=\s*(?:{_MEASURES}))", lambda found: quantity(found[0])),
        (r"\d+\.\d+", lambda found: quantity(found[0])),
        (r"\d+(?:,\d{3})*", _other),
    )
)


def _tidy(text: str) -> str:
    """No blanks between hanzi, one stop where several met, none at the beginning."""
    text = re.sub(r"[：:,]", "，", text)
    text = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text)
    text = re.sub(r"[，、]+(?=[。！？!?，、])|(?<=[。！？!?])[，、]+", "", text)
    return text.strip("，、 \t")
