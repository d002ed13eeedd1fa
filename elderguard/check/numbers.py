"""Telephone numbers in the texts of a script: only those of the hotline table, or plainly invented ones.

A real-looking number that is not ours may belong to a stranger, or to nobody. What is plainly invented
stays possible: a number with four noughts in a row (138 0000 1234) or with starred-out digits
(138****1234). Codes, amounts and dates are no telephone numbers; the name a message comes from
(10086, 银行) is part of the scenery.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elderguard.check.texts import pieces
from elderguard.scenario import codes
from elderguard.scenario.diagnostic import Code
from elderguard.scenario.findings import Findings
from elderguard.scenario.hotlines import HOTLINES, WITHHELD, Way
from elderguard.scenario.model import Scenario

_DIGITS = re.compile(r"(?<![0-9A-Za-z*×])[0-9][0-9*× -]*[0-9](?![0-9A-Za-z*×])")
_SHAPES = re.compile(
    r"1[3-9]\d{9}"  # a mobile phone
    r"|0\d{2,3}[2-9]\d{6,7}"  # a landline with its area code
    r"|[48]00\d{7}"  # a company's service number
    r"|12[0-9]{3}|96\d{3,4}|95\d{3}|100(?:00|10|86)"  # a public or company hotline
)
_COUNTED = re.compile(r"\s*(?:[元块万个人户次页岁天年月斤条号]|公里|多)")
_CODE_BEFORE = re.compile(r"(?:码|尾号|编号|单号|卡号)(?:[是为：:“ ]|就)*$")
_DIALLED = re.compile(r"(?:打|拨|拨打|拨通|打给|call)[“ ]*$")

_TABLE = {number.replace("-", ""): hotline for hotline in HOTLINES.values() for number in hotline.numbers}
_WITHHELD = {
    form.replace("-", ""): why
    for number, why in WITHHELD.items()
    for form in (number, number.partition("-")[2])
    if form
}


def check_numbers(scenario: Scenario, findings: Findings) -> None:
    """Report numbers that may not be named, that nobody answers, or that belong to nobody knows whom."""
    for piece in pieces(scenario):
        for number, code, why, remedy in number_faults(piece.text, piece.sender):
            findings.at(piece.path, code, number=number, why=why, remedy=remedy)


def number_faults(text: str, is_sender: bool = False) -> Iterator[tuple[str, Code, str, str]]:
    """What is wrong with the numbers in a text: the number, the code, why, what to do."""
    for match in _DIGITS.finditer(text):
        number = match[0].strip()
        digits = re.sub("[ -]", "", number)
        before, after = text[: match.start()], text[match.end() :]
        if digits in _WITHHELD:
            yield number, codes.WITHHELD_NUMBER, _WITHHELD[digits], ""
        elif digits in _TABLE:
            if _TABLE[digits].way is Way.TEXTS_ONLY and _DIALLED.search(before):
                yield number, codes.UNLISTED_NUMBER, "是发预警短信的，不用打过去", "要打，请打110或者96110。"
        elif is_sender or _COUNTED.match(after) or _CODE_BEFORE.search(before):
            continue
        elif _looks_real(digits):
            why = "看着像一个真的电话号码，热线表里没有它"
            remedy = "热线请写在 hotlines 里；编出来的号码请写成 138****1234 或者 138 0000 1234 这样。"
            yield number, codes.UNLISTED_NUMBER, why, remedy


def _looks_real(digits: str) -> bool:
    return _SHAPES.fullmatch(digits) is not None and "0000" not in digits
