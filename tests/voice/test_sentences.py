"""Which part of a text on the screen is being spoken."""

from __future__ import annotations

import pytest

from elderguard.voice.sentences import at, spans


def parts(text: str, count: int) -> list[str]:
    return [text[start:end] for start, end in spans(text, count)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("有人敲门。", ["有人敲门。"]),
        ("有人敲门。您去开。", ["有人敲门。", "您去开。"]),
        ("他说：“开门！”您去开。", ["他说：“开门！”", "您去开。"]),
        ("真的吗？！好", ["真的吗？！", "好"]),
        ("别怕；慢慢来。", ["别怕；", "慢慢来。"]),
        ("我……我不去。", ["我……我不去。"]),
        ("我……我不去。", ["我……", "我不去。"]),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text, sentences):
    assert parts(text, len(sentences)) == sentences


def test_a_text_with_another_number_of_sentences_is_lit_whole():
    assert parts("拨打110。", 2) == ["拨打110。"]
    assert parts("", 1) == [""]


def test_a_sentence_sounds_from_its_start_to_the_next():
    starts = (0.2, 1.5, 3.0)
    assert [at(starts, seconds) for seconds in (0, 0.2, 1.4, 1.5, 9)] == [0, 0, 0, 1, 2]
