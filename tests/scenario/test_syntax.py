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
    'a: "大娘\nb: 1\n': ("1:4", "双引号没有成对"),
    "a: '大娘\nb: 1\n": ("1:4", "单引号没有成对"),
    "a: [1, 2\nb: 3\n": ("1:4", "方括号没有成对"),
    "a: 1\nb: }\n": ("2:4", "花括号没有成对"),
    "a: @大娘\n": ("1:4", "“@”开头"),
    "`a: 1\n": ("1:1", "“`”开头"),
    "a: 1\n  b: 2\n    c: 3\n": ("2:4", "缩进或者标点"),
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


def test_blank_lines_before_the_place_are_passed_over() -> None:
    place, why, _ = explain("a: [1, 2\n\n\n", 3, 0)
    assert (place.line, place.column) == (1, 4)
    assert "方括号" in why
