"""What a mistyped or a Chinese word was meant to be."""

from __future__ import annotations

import pytest

from elderguard.scenario.called import key_called
from elderguard.scenario.findings import LIMIT, Findings
from elderguard.scenario.guess import did_you_mean, guess, surely

VOICES = {"中年女声": "woman", "老年女声": "old-woman", "小姑娘": "girl"}


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("womn", "您是不是想写“woman”？"),
        ("小姑娘", "您是不是想写“girl”？"),
        ("女", "您是不是想写“woman”或者“old-woman”？"),
        ("中年妇女声", "您是不是想写“woman”？"),
        ("机器人", ""),
        ("", ""),
        ("x", ""),
        ("女" * 61, ""),
    ],
)
def test_a_word_is_guessed_by_its_letters_and_by_its_names(word: str, told: str) -> None:
    assert did_you_mean(word, VOICES.values(), VOICES) == told


def test_nothing_is_sure_that_is_only_near() -> None:
    known = ["choices", "feedback"]
    assert surely("feedbak", known, {}) == "feedback"
    assert surely("选项", known, key_called(known)) == "choices"
    assert guess("chicest", known) == "choices"
    assert surely("feeling", known, {}) is None


def test_of_keys_with_the_same_name_the_one_that_may_stand_here_is_meant() -> None:
    assert key_called(["name", "portrait"])["名字"] == "name"
    assert key_called(["title", "id"])["名字"] == "title"


def test_when_no_more_is_told_nothing_is_missed() -> None:
    findings = Findings("x.yaml")
    assert not findings.is_elsewhere("stall", "scenes")
    for number in range(LIMIT + 1):
        findings.misspelt((number,), "feedbak", ["feedback"], f"第 {number} 步")
    assert findings.is_elsewhere("stall", "scenes")


def test_a_slip_is_reported_where_no_position_is_known() -> None:
    findings = Findings("x.yaml")
    assert findings.misspelt((), "feedbak", ["feedback"], "这一步") == "feedback"
    assert [found.code.id for found in findings.diagnostics] == ["E201"]
