"""Why a line of YAML is not understood, as an author would be told."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from elderguard.scenario.findings import Findings
from elderguard.scenario.source import read
from elderguard.scenario.syntax import explain

PARSERS = [parser for parser in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)) if parser]

SLIPS = {
    "a: 1\n\tb: 2\n": ("2:1", "Tab 键"),
    "a: 1\n　b: 2\n": ("2:1", "全角空格"),
    "a:\n\u00a0\u00a0- b: 2\n  - c\n": ("2:1", "网页上的空格"),
    "a: 1\nb：2\nc: 3\n": ("2:2", "中文的“：”"),
    "a: 1\nb:2\nc: 3\n": ("2:3", "冒号后面少了一个空格"),
    "a:\n  - b: 1\n  -c: 2\n": ("3:4", "短横后面少了一个空格"),
    "a: 她说: 好: 行\n": ("1:6", "两个英文冒号"),
    'a: "大妈\nb: 1\n': ("1:4", "双引号没有成对"),
    "a: '大妈\nb: 1\n": ("1:4", "单引号没有成对"),
    "a: [1, 2\nb: 3\n": ("1:4", "方括号没有成对"),
    "a: 1\nb: }\n": ("2:4", "花括号没有成对"),
    "a: @大妈\n": ("1:4", "“@”开头"),
    "`a: 1\n": ("1:1", "“`”开头"),
    "a: 1\n  b: 2\n    c: 3\n": ("2:3", "有 2 个空格，同组没有空格"),
    "a:\n  - b: 1\n  — c: 2\n": ("3:3", "短横是“—”"),
    'a:\n  text: "不扫"，我自己买\n': ("2:9", "只括住了一句话的一部分"),
    'a:\n  - {b: 1, text: "不扫"，我买, c: 2}\n': ("2:18", "只括住了一句话的一部分"),
    'a:\n  text: "大妈\n\n  # x\n  b: "x"\n': ("2:9", "双引号没有成对"),
    'a:\n  text: "大妈\n  b: x\n  c: 1\n  d: 2\n': ("2:9", "双引号没有成对"),
    'a: "大妈，\n  您好"\nb: @1\n': ("3:4", "“@”开头"),
    "a:\n  text: [笑]大妈\n  b: 1\n": ("2:9", "“[”开头"),
    "a:\n  - {小胡}您好\n": ("2:5", "“{”开头"),
    "a:\n  text: *大妈\n": ("2:9", "“*”开头"),
    "a:\n  text: &大妈\n": ("2:9", "“&”开头"),
    "a:\n  text: !大妈\n": ("2:9", "“!”开头"),
    "a:\n  text: |大妈\n": ("2:9", "“|”开头"),
    "a:\n  text: > 大妈\n": ("2:9", "“>”开头"),
    "a:\n  text: %大妈\n": ("2:9", "“%”开头"),
    "a:\n  text: - 大妈\n": ("2:9", "“-”开头"),
    "a: ｛name: 小胡, b: c｝\n": ("1:4", "括号是中文的"),
    "s:\n  - narrator: a\n  narrator: b\n": ("3:3", "少了“- ”"),
    "s:\n  - narrator: a\n\n  # c\n  narrator: b\n": ("5:3", "少了“- ”"),
    "s:\n  - a: b\n    choices:\n      id: a\n      text: b\n      - id: c\n": ("4:7", "少了“- ”"),
    "s:\n  a:\n    place: x\n    - narrator: y\n": ("4:5", "少了“steps:”"),
    "s:\n  a:\n    steps:\n      - b: x\n      守住:\n        place: y\n": ("5:7", "像另一个场景"),
    "s:\n  - id: a\n  response: x\n": ("3:3", "有 2 个空格，同组是 4 个"),
    "s:\n      - a: b\n    - c: d\n": ("3:5", "有 4 个空格，同组是 6 个"),
    "s:\n  a:\n    place: x\n    steps:\n      - b: a\n    - c: d\n": ("6:5", "有 4 个空格，同组是 6 个"),
    "s:\n  a:\n    steps:\n      - b: a\n       - c: d\n": ("5:8", "有 7 个空格，同组是 6 个"),
    "s:\n  a:\n    place: x\n      steps:\n": ("4:7", "有 6 个空格，同组是 4 个"),
    "scenes:\n  a:\n    place: x\n   b:\n    place: y\n": ("4:4", "有 3 个空格，同组是 2 个"),
    "scenes:\n  a:\n    place: x\n b:\n    place: y\n": ("4:2", "有 1 个空格，同组是 2 个"),
    "  a: 1\nb: 2\n": ("2:1", "这一行前面没有空格，同组是 2 个"),
    "s:\n  a:\n    steps\n      - b: a\n": ("3:10", "“steps”后面少了冒号"),
    "s:\n  a:\n    place: x\n    steps\n      - b: a\n": ("4:10", "“steps”后面少了冒号"),
    "kind: scam\ntitle 村口\ntwin: a\n": ("2:6", "“title”后面少了冒号"),
    "a: 1\nkind scam\nb: c\n": ("2:5", "“kind”后面少了冒号"),
    "a: 1\ntwo words\nb: c\n": ("3:1", "缩进或者标点"),
    "a: }\n": ("1:4", "花括号没有成对"),
    "a: 1\nb: ]\n": ("2:4", "方括号没有成对"),
}


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_named_where_it_is(text: str, parser: Any) -> None:
    findings = Findings("x.yaml")
    assert read(text.encode(), findings, parser) is None
    [found] = findings.diagnostics
    where, why = SLIPS[text]
    assert f"{found.place.line}:{found.place.column}" == where
    assert why in found.message


def test_chinese_commas_in_brackets_are_named() -> None:
    place, why, _ = explain("a: {b: 一， c: 二}\n", 0, 9)
    assert (place.line, place.column) == (1, 9)
    assert "逗号是中文的" in why


def test_a_comment_that_swallows_a_bracket_is_named() -> None:
    place, why, _ = explain("a: {text: 二斤 #十块, b: c}\nd: e\n", 1, 0)
    assert (place.line, place.column) == (1, 14)
    assert "“#”和它后面的都不算" in why


def test_blank_lines_before_the_place_are_passed_over() -> None:
    place, why, _ = explain("a: [1, 2\n\n\n", 3, 0)
    assert (place.line, place.column) == (1, 4)
    assert "方括号" in why
