"""Numbers, sentences, kindness and teaching."""

from __future__ import annotations

import pytest

from elderguard.check.clips import check_clips
from elderguard.check.kindness import hurtful_words
from elderguard.check.numbers import number_faults
from elderguard.check.teaching import check_twin
from elderguard.check.texts import Voice, pieces
from elderguard.scenario.hotlines import HOTLINES
from elderguard.scenario.vocabulary import Kind
from elderguard.voice.pack import Pack
from tests.scenario.scripts import SOUND, changed, read, scenario_of


def faulty(text: str, is_sender: bool = False) -> list[str]:
    return [f"{code.id} {number}" for number, code, _, _ in number_faults(text, is_sender)]


@pytest.mark.parametrize(
    "text",
    [
        "登录验证码382901，请勿告诉任何人。",
        "验证码是95588，请勿告诉他人。",
        "取件码5-2-3018",
        "尾号9558的银行卡",
        "一共12000元，12345块也有",
        "2023年6月至8月，近12000个",
        "电话138****1234、138 0000 1234、400-0000-000",
        "快打110！也可以打96110问问。",
        "国家医保局 010-89061396，010 89061397",
        "12381发来了短信",
        "身份证 11010519491231002X",
        "房号3021，血压120",
        "微信号abc13912345678",
    ],
)
def test_what_is_no_strangers_number_passes(text: str) -> None:
    assert faulty(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("打13912345678找小胡", "13912345678"),
        ("请打 139 1234 5678", "139 1234 5678"),
        ("客服400-812-3456", "400-812-3456"),
        ("公司在021-5437 8912", "021-5437 8912"),
        ("打12389问问", "12389"),
        ("银行是95599", "95599"),
        ("拨10086", "10086"),
        ("打96123", "96123"),
    ],
)
def test_a_number_that_looks_real_and_is_not_ours_is_found(text: str, number: str) -> None:
    assert faulty(text) == [f"W509 {number}"]
    assert faulty(text, is_sender=True) == []


@pytest.mark.parametrize(
    "number", ["12393", "12321", "12337", "12318", "021-62870000", "62870000", "021 64334547"]
)
def test_withheld_numbers_are_errors_even_as_senders(number: str) -> None:
    assert faulty(f"打{number}") == [f"E313 {number}"]
    assert faulty(number, is_sender=True) == [f"E313 {number}"]


@pytest.mark.parametrize(
    "number", [number for one in HOTLINES.values() for number in one.numbers if number != "12381"]
)
def test_every_number_of_the_table_may_be_named(number: str) -> None:
    assert faulty(f"请打{number}。") == []


def test_nobody_is_told_to_ring_a_number_that_only_writes() -> None:
    assert faulty("您打12381吧") == ["W509 12381"]


@pytest.mark.parametrize(
    "text",
    ["报警不丢人。", "不是您傻。", "没什么丢人的。", "不怪您。", "别怕丢人，", "笨鸡下的蛋", "张婶傻眼了"],
)
def test_comforting_words_do_not_hurt(text: str) -> None:
    assert list(hurtful_words(text)) == []


@pytest.mark.parametrize("text", ["您真傻。", "不说了，丢人。", "这下血本无归。", "都怪您贪心"])
def test_hurtful_words_are_found(text: str) -> None:
    assert list(hurtful_words(text))


def examined(text: str) -> list[str]:
    from elderguard.check.examine import Surroundings, examine

    loaded = read(text)
    examine(loaded, Surroundings({"market-day": Kind.BENIGN}))
    return [f"{one.place.line}:{one.place.column} {one.code.id}" for one in loaded.diagnostics]


def test_people_of_the_story_may_say_what_such_people_say() -> None:
    assert examined(changed(("大妈，扫个码，鸡蛋白送。", "不扫就血本无归，鸡蛋白送。"))) == []
    assert examined(changed(("赶集的日子", "可怕的日子"))) == ["21:19 W506"]
    assert examined(changed(("sources:", "notes: {explain: 她太傻了。}\nsources:"))) == ["12:18 W506"]


def test_what_only_the_volunteer_reads_may_be_long() -> None:
    long = "一" * 30
    assert examined(changed(("sources:", f"notes: {{aim: {long}}}\nsources:"))) == []
    step = f"      - sms: {{from: 银行, text: {long}}}\n      - narrator: 赶集"
    assert examined(changed(("      - narrator: 赶集", step))) == ["21:31 W501"]


def test_every_text_is_looked_at_where_it_stands() -> None:
    step = """      - document: {form: letter, title: 介绍信, text: 兹介绍, signed: 某公司}
        note: {wait: 5, ask_the_room: 谁见过？}
      - narrator: 赶集"""
    text = changed(
        ("      - narrator: 赶集", step), ("    place: home\n", "    place: home\n    hint: 想一想。\n")
    )
    scenario = scenario_of(text)
    loaded = read(text)
    lines = text.splitlines()
    for piece in pieces(scenario):
        place = loaded.findings.place(piece.path)
        assert piece.text in lines[place.line - 1][place.column - 1 :]
    texts = {piece.text: piece for piece in pieces(scenario)}
    assert texts["某公司"].voice is Voice.THEIRS
    assert texts["谁见过？"].voice is Voice.NOTE
    assert texts["想一想。"].voice is Voice.OURS
    assert texts["先问问儿子"].voice is Voice.HERS


@pytest.mark.parametrize(
    ("twin", "told"),
    [
        ("twin: market-day", None),
        ("twin: egg-fraud", "都是骗局"),
        ("twin: market-dai", "您是不是想写“market-day”？"),
        ("twin: unread", None),
        ("", "没有写 twin"),
    ],
)
def test_twins(twin: str, told: str | None) -> None:
    loaded = read(changed(("twin: market-day\n", f"{twin}\n")))
    assert loaded.scenario is not None
    stories = {"market-day": Kind.BENIGN, "egg-fraud": Kind.SCAM, "unread": None}
    check_twin(loaded.scenario, stories, loaded.findings)
    assert [told in one.message for one in loaded.diagnostics] == ([] if told is None else [True])


def test_a_story_nobody_recorded_is_told_once_and_none_without_packs() -> None:
    loaded = read(SOUND)
    assert loaded.scenario is not None
    check_clips(loaded.scenario, (), loaded.findings)
    assert loaded.diagnostics == ()
    check_clips(loaded.scenario, (Pack("other", "CC0", {}),), loaded.findings)
    [one] = loaded.diagnostics
    assert (one.code.id, one.place.line) == ("W508", 3)
    assert "整个故事" in one.message
