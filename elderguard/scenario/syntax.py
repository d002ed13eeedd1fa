"""Why a line of YAML cannot be understood, in an author's words.

The reason is read off the lines themselves, not off the parser's English message, so that both of
PyYAML's parsers give the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elderguard.scenario.diagnostic import Place
from elderguard.scenario.layout import layout_fault, next_written

Fault = tuple[int, str, str]  # the column from 0, why, what to do

_LEADING = re.compile("^[ \t\u3000\u00a0]*")
_WIDE_COLON = re.compile(r"^[ ]*(?:- +)?[\w-]+(：)")
_TIGHT_COLON = re.compile(r"^[ ]*(?:- +)?([\w-]+):(?=[^\s/])")
_TIGHT_DASH = re.compile(r"^[ ]*-(?=[^\s-])")
_LONG_DASH = re.compile(r"^[ ]*([\u2012-\u2015\u2212\uff0d\ufe63]+) *[\w-]+ *[:：]", re.MULTILINE)
_SECOND_COLON = re.compile(r"^[ ]*(?:- +)?[\w-]+: +[^\"'{\[|>].*?(: )")
_PARTLY = re.compile(r"(?:^ *|[:,\[{-] +)(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*') *[^\s,}\]:#]")
_OPEN_QUOTE = re.compile(r"(?:^ *|[:,\[{-] +)(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$")
_LOOKS_NEW = re.compile(r"^[ ]*(?:- |-$|[\w-]+:(?: |$))")
_SIGN_FIRST = re.compile(r"(?:^ *|[:,\[{-] +)([@`%]|[&*!](?=[^\s\w]|[\u4e00-\u9fff]))")
_BLOCK_SIGN = re.compile(r"^[ ]*(?:- +)?[\w-]+: +([|>](?![-+0-9]* *(?:#.*)?$)|- )")
_BRACKET_FIRST = re.compile(r"^[ ]*(?:- +)?(?:[\w-]+: +)?([\[{])")
_WIDE_COMMA = re.compile(r"(，)\s*[A-Za-z_]\w*: |(，) *[\w-]+: ")
_COMMENT = re.compile(r" (#)\S")
_WIDE_BRACKET = re.compile(r"^[ ]*(?:- +)?(?:[\w-]+: +)?([｛［【])")
_WIDE_INDENT = re.compile(r"^[ ]*([\u3000\u00a0])[ \u3000\u00a0]*(?:- |[\w-]+ *[:：])", re.MULTILINE)

_QUOTE_ALL = "请用双引号把整句话括起来。"


def explain(text: str, line: int, column: int) -> tuple[Place, str, str]:
    """Where (the line the parser stopped at or one before it), why and what to do.
    `line` and `column` count from 0."""
    lines = [written.rstrip("\r") for written in text.split("\n")]
    line = min(line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line, column = line - 1, 0
    for number in range(line + 1):
        if (at := _open_quote(lines, number)) is not None:
            mark = "双引号" if lines[number][at] == '"' else "单引号"
            why = f"这里的{mark}没有成对。"
            return Place(number + 1, at + 1), why, f"请在这句话的前后都加上{mark}，或者都换成中文的引号“”。"
    for number in (line, line - 1):
        if number >= 0 and (found := _fault(lines[number])):
            at, why, remedy = found
            return Place(number + 1, at + 1), why, remedy
    if misplaced := layout_fault(lines, line):
        return misplaced
    return (
        Place(line + 1, min(column, len(lines[line])) + 1),
        "缩进或者标点不对。",
        "同一组的各行要左边对齐，冒号后面要空一格，引号和括号要成对。",
    )


def odd_lines(text: str) -> Iterator[tuple[Place, str, str]]:
    """Lines that YAML would take for something else without complaint: moved in by full-width spaces
    (a part of the key), or begun with a long dash."""
    matches = [*_WIDE_INDENT.finditer(text), *_LONG_DASH.finditer(text)]
    for number in sorted({text.count("\n", 0, match.start(1)) for match in matches}):
        yield explain(text, number, 0)


def _open_quote(lines: list[str], number: int) -> int | None:
    """Where a quote opens in a line that the next line can hardly belong to."""
    opened = _OPEN_QUOTE.search(lines[number])
    following = next_written(lines, number) if opened else None
    if opened is None or (following is not None and not _LOOKS_NEW.match(lines[following])):
        return None
    return opened.start() + len(re.split("[\"']", opened[0], maxsplit=1)[0])


def _fault(line: str) -> Fault | None:
    """The first known fault of a line."""
    leading = _LEADING.match(line)
    assert leading is not None  # the pattern matches the empty string
    for at, character in enumerate(leading[0]):
        if character != " ":
            name = {"\t": "Tab 键", "\u3000": "全角空格"}.get(character, "网页上的空格")
            return at, f"这一行开头用了{name}。", "请换成普通的空格（英文状态下按空格键）。"
    if match := _WIDE_COLON.match(line):
        return match.start(1), "这里的冒号是中文的“：”。", "请换成英文的冒号“:”，后面空一格。"
    if match := _LONG_DASH.match(line):
        return match.start(1), f"这里的短横是“{match[1]}”。", "请换成英文的短横“-”，后面空一格。"
    if match := _TIGHT_COLON.match(line):
        return match.end(), "冒号后面少了一个空格。", "请在英文冒号“:”后面空一格。"
    if match := _TIGHT_DASH.match(line):
        return match.end(), "短横后面少了一个空格。", "请在“-”后面空一格。"
    return _fault_of_text(line) or _fault_of_brackets(line)


def _fault_of_text(line: str) -> Fault | None:
    """What is wrong with how a sentence begins, or is broken off."""
    if match := _PARTLY.search(line):
        remedy = "请用双引号把整句话括起来，里面的引号换成中文的“”。"
        return match.start(1), "引号只括住了一句话的一部分。", remedy
    if match := _SIGN_FIRST.search(line) or _BLOCK_SIGN.match(line):
        return match.start(1), f"一句话不能用“{match[1].strip()}”开头。", _QUOTE_ALL
    if match := _BRACKET_FIRST.match(line):
        closed = _closed(line, match.start(1))
        if closed is not None and line[closed:].strip() and line[closed:].strip()[0] not in "#:":
            return match.start(1), f"一句话不能用“{match[1]}”开头。", _QUOTE_ALL
    if match := _WIDE_BRACKET.match(line):
        remedy = "请换成英文的括号；要是正文就是这样开头，请用双引号把整句话括起来。"
        return match.start(1), f"这里的括号是中文的“{match[1]}”。", remedy
    if match := _SECOND_COLON.match(line):
        remedy = "请把后面那一整句用双引号括起来，或者换成中文的冒号。"
        return match.start(1), "一行里有两个英文冒号。", remedy
    return None


def _fault_of_brackets(line: str) -> Fault | None:
    comment = _COMMENT.search(line)
    if comment:
        line = line[: comment.start()]
    for opening, closing, name in (("[", "]", "方括号"), ("{", "}", "花括号")):
        if opening in line and (match := _WIDE_COMMA.search(line)):
            remedy = "请换成英文的逗号“,”，或者用双引号把整句话括起来。"
            return match.start(), "括号里的逗号是中文的“，”。", remedy
        if line.count(opening) != line.count(closing):
            if comment:
                return comment.start(1), "“#”和它后面的都不算，括号也就没有收尾。", _QUOTE_ALL
            at = line.find(opening) if opening in line else line.find(closing)
            return at, f"{name}没有成对。", f"“{opening}”和“{closing}”要成对。"
    return None


def _closed(line: str, opened: int) -> int | None:
    """Where what a bracket opened is closed again: the column after it."""
    depth = 0
    for at in range(opened, len(line)):
        depth += (line[at] in "[{") - (line[at] in "]}")
        if depth == 0:
            return at + 1
    return None
