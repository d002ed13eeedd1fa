"""Texts spread over pages and broken into lines: nothing is lost, nothing is too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from elderguard.ui.flow import paginate, split_to_fit
from elderguard.ui.font import font_of
from elderguard.ui.wrap import MAX_CHARACTERS, lay_out, text_size
from tests.ui.gate.visit import fonts

ROOM, GAP = 100, 10
HEIGHTS = st.lists(st.integers(1, 90), max_size=8)
TAILS = st.integers(0, 90)
TEXT = st.text(st.sampled_from("手机在谁里，。！？：“”12"), max_size=60)


@pytest.fixture(scope="module", autouse=True)
def our_fonts(qapp: QApplication) -> None:
    fonts()


@given(HEIGHTS, TAILS, st.integers(0, 30))
def test_every_block_stands_on_one_page_in_its_order(heights: list[int], tail: int, more: int) -> None:
    pages = paginate(heights, ROOM, tail, more, GAP)
    assert [index for page in pages for index in page] == list(range(len(heights)))
    assert pages, "there is always a page for the buttons"


@given(HEIGHTS, TAILS, st.integers(0, 30))
def test_no_page_is_fuller_than_its_room_unless_one_block_is(
    heights: list[int], tail: int, more: int
) -> None:
    pages = paginate(heights, ROOM, tail, more, GAP)
    for at, page in enumerate(pages):
        below = tail if at == len(pages) - 1 else more
        taken = sum(heights[index] for index in page) + GAP * len(page) + below
        assert taken <= ROOM or len(page) <= 1


def test_what_fits_on_one_page_is_not_spread() -> None:
    assert paginate([30, 30], ROOM, 20, 0, GAP) == [[0, 1]]


def test_the_buttons_take_the_last_text_along() -> None:
    assert paginate([40, 40], ROOM, 30, 0, GAP) == [[0], [1]]


def test_buttons_that_need_a_page_have_it() -> None:
    assert paginate([90], ROOM, 90, 0, GAP) == [[0], []]


@given(TEXT, st.integers(1, 12))
def test_splitting_a_text_loses_nothing(text: str, room: int) -> None:
    assert "".join(split_to_fit(text, len, room)) == text


@given(TEXT, st.integers(1, 12))
def test_a_part_is_too_tall_only_if_it_is_a_single_clause(text: str, room: int) -> None:
    for part in split_to_fit(text, len, room):
        words = part.strip("，。！？：“”")
        assert len(part) <= room or not any(mark in words for mark in "，。！？")


def test_a_text_is_cut_after_sentences_and_only_then_after_clauses() -> None:
    assert split_to_fit("一二。三四。五，六七。", len, 6) == ["一二。三四。", "五，六七。"]
    assert split_to_fit("一二三，四五六。", len, 5) == ["一二三，", "四五六。"]
    assert split_to_fit("他说：“走。”好。", len, 6) == ["他说：", "“走。”好。"]


@given(TEXT, st.integers(80, 900))
def test_lines_lose_nothing_and_keep_within_the_width(text: str, width: int) -> None:
    font = font_of(34)
    layout = lay_out(text, font, width)
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    assert "".join(text[line.textStart() : line.textStart() + line.textLength()] for line in lines) == text
    for line in lines:
        assert line.naturalTextWidth() <= max(width, font.pixelSize() * 1.5) + 1 or line.textLength() == 1
        assert line.textLength() <= 2 * MAX_CHARACTERS + 1  # digits are half as wide


@given(TEXT, st.integers(80, 900))
def test_a_text_is_as_tall_as_all_its_lines(text: str, width: int) -> None:
    font = font_of(34)
    lines = lay_out(text, font, width).lineCount()
    assert text_size(text, font, width)[1] >= lines * font.pixelSize() * 1.3
