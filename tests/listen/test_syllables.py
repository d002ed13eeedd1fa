"""What counts as heard right: the syllables, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.listen.syllables import distance, nearest, split, units

TEXTS = st.text("大妈手机验证码不说一二三", max_size=12)


def errors(said: str, heard: str) -> int:
    return distance(units(said), nearest(units(said), heard))


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("大妈，手机您自己拿。", "大妈手机您自己拿", 0),
        ("大黄还蹲在门口", "大皇还蹲在门口", 0),  # the same syllable, another character
        ("手机不离手", "手機不離手", 0),  # a listener may write the old characters
        ("手机不离手", "手机不离", 1),
        ("手机不离手", "一手机不离手", 1),
        ("手机不离手", "手机不给手", 1),
        ("手机不离手", "", 5),
        ("", "谢谢", 2),
    ],
)
def test_syllables_are_counted_that_are_other_missing_or_too_many(said: str, heard: str, wrong: int) -> None:
    assert errors(said, heard) == wrong


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("拨打九六幺幺零", "拨打96110"),
        ("请打幺幺零", "请打110"),
        ("大妈，四百六十块也该报", "大妈,460块也该报"),
        ("三千四百六十元", "3,460元"),
        ("登录验证码三八二九零幺", "登录验证码382901"),
        ("尾号幺二三", "尾号123"),
        ("两万块", "2万块"),
        ("他数到幺二三，一共一百二十三户", "他数到123,一共123户"),
        ("二零二五年十月十一日", "2025年10月11日"),
        ("打开APP", "打开app"),
    ],
)
def test_numbers_are_the_same_in_digits_and_in_words(said: str, heard: str) -> None:
    assert errors(said, heard) == 0


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [("四百六十块", "450块", 1), ("九六幺幺零", "96120", 1), ("九六幺幺零", "九六一一零", 2)],
)
def test_another_number_is_wrong(said: str, heard: str, wrong: int) -> None:
    assert errors(said, heard) == wrong


@given(TEXTS, TEXTS)
def test_the_distance_is_one_of_both_ways(one: str, other: str) -> None:
    there = distance(units(one), units(other))
    assert there == distance(units(other), units(one))
    assert (there == 0) == ([u.sound for u in units(one)] == [u.sound for u in units(other)])
    assert there <= max(len(units(one)), len(units(other)))


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_what_was_heard_is_cut_without_losing_or_adding_an_error(texts: list[str], heard: str) -> None:
    said = [units(text) for text in texts]
    pieces = split(said, units(heard))
    assert [unit for piece in pieces for unit in piece] == list(units(heard))
    whole = distance([unit for text in said for unit in text], units(heard))
    assert sum(map(distance, said, pieces)) == whole


def test_what_was_heard_is_cut_where_the_texts_meet() -> None:
    said = [units(text) for text in ("一，念给他听", "二，不说", "三，挂电话")]
    heard = split(said, units("一念给他听二不收三挂"))
    assert ["".join(unit.written for unit in piece) for piece in heard] == ["一念给他听", "二不收", "三挂"]
