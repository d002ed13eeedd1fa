"""Why a line of YAML cannot be understood, in an author's words.

The reason is read off the line itself, not off the parser's English message, so that both of
PyYAML's parsers give the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elderguard.scenario.diagnostic import Place

_LEADING = re.compile("^[ \t\u3000\u00a0]*")
_WIDE_COLON = re.compile(r"^[ ]*(?:- +)?[\w-]+(：)")
_TIGHT_COLON = re.compile(r"^[ ]*(?:- +)?([\w-]+):(?=[^\s/])")
_TIGHT_DASH = re.compile(r"^[ ]*-(?=[^\s-])")
_SECOND_COLON = re.compile(r"^[ ]*(?:- +)?[\w-]+: +[^\"'{\[|>].*?(: )")
_SIGN_FIRST = re.compile(r"^[ ]*(?:- +)?(?:[\w-]+: +)?([@`%])")
_WIDE_INDENT = re.compile(r"^[ ]*([\u3000\u00a0])[ \u3000\u00a0]*(?:- |[\w-]+ *[:：])", re.MULTILINE)


def explain(text: str, line: int, column: int) -> tuple[Place, str, str]:
    """Where (the line the parser stopped at or the one before it), why and what to do.
    `line` and `column` count from 0."""
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line, column = line - 1, 0
    for number in (line, line - 1):
        if number >= 0 and (found := _fault(lines[number])):
            at, why, remedy = found
            return Place(number + 1, at + 1), why, remedy
    return (
        Place(line + 1, min(column, len(lines[line])) + 1),
        "缩进或者标点不对。",
        "同一组的各行要左边对齐，冒号后面要空一格，引号和括号要成对。",
    )


def wide_indents(text: str) -> Iterator[tuple[Place, str, str]]:
    """Lines that are moved in by full-width spaces: YAML would take these for a part of the key."""
    for match in _WIDE_INDENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield explain(text, line - 1, 0)


def _fault(line: str) -> tuple[int, str, str] | None:
    """The first known fault of a line: its column from 0, why, what to do."""
    leading = _LEADING.match(line)
    assert leading is not None  # the pattern matches the empty string
    for at, character in enumerate(leading[0]):
        if character != " ":
            name = {"\t": "Tab 键", "\u3000": "全角空格"}.get(character, "网页上的空格")
            return at, f"这一行开头用了{name}。", "请换成普通的空格（英文状态下按空格键）。"
    if match := _WIDE_COLON.match(line):
        return match.start(1), "这里的冒号是中文的“：”。", "请换成英文的冒号“:”，后面空一格。"
    if match := _TIGHT_COLON.match(line):
        return match.end(), "冒号后面少了一个空格。", "请在英文冒号“:”后面空一格。"
    if match := _TIGHT_DASH.match(line):
        return match.end(), "短横后面少了一个空格。", "请在“-”后面空一格。"
    if match := _SECOND_COLON.match(line):
        return (
            match.start(1),
            "一行里有两个英文冒号。",
            "请把后面那一整句用双引号括起来，或者换成中文的冒号。",
        )
    for mark, name in (('"', "双引号"), ("'", "单引号")):
        if line.count(mark) % 2:
            return line.rindex(mark), f"{name}没有成对。", f"请在这句话的前后都加上{name}。"
    for opening, closing, name in (("[", "]", "方括号"), ("{", "}", "花括号")):
        if line.count(opening) != line.count(closing):
            at = line.find(opening) if opening in line else line.find(closing)
            return at, f"{name}没有成对。", f"“{opening}”和“{closing}”要成对。"
        if opening in line and "，" in line:
            return (
                line.index("，"),
                "括号里的逗号是中文的“，”。",
                "请换成英文的逗号“,”，或者用双引号把整句话括起来。",
            )
    if match := _SIGN_FIRST.match(line):
        return match.start(1), f"一句话不能用“{match[1]}”开头。", "请用双引号把整句话括起来。"
    return None
