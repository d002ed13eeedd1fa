"""`pronunciation.txt` has the sentences, each with the syllables below it, checked by ear and dictionary."""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard.voice import pronunciation
from elderguard.voice.pinyin import to_pinyin
from elderguard.voice.pronunciation import pronounced

LINES = Path(__file__).with_name("pronunciation.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = dict(zip(LINES[::2], (line.strip() for line in LINES[1::2]), strict=True))


def said(text: str) -> str:
    return " ".join(syllable for syllables in pronounced(text) for syllable in syllables)


@pytest.mark.parametrize(("sentence", "syllables"), SENTENCES.items())
def test_characters_with_several_readings_are_read_as_they_are_meant(sentence, syllables):
    assert said(sentence) == syllables


def test_there_are_enough_sentences_to_mean_something():
    assert len(SENTENCES) >= 60
    wrong_without_the_table = [text for text in SENTENCES if _listed(text) != SENTENCES[text]]
    assert len(wrong_without_the_table) >= 40, "the table is what puts them right"


def _listed(text: str) -> str:
    from pypinyin import Style, lazy_pinyin

    listed = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=lambda _: None)
    return " ".join(listed)


def test_every_character_has_its_own_place():
    assert pronounced("付APP，好。") == (("fu4",), ("ei1",), ("pi4",), ("pi4",), (), ("hao3",), ())
    assert pronounced("") == ()


def test_a_word_may_count_only_at_the_end_or_the_beginning_of_a_clause(tmp_path, monkeypatch):
    (tmp_path / "words.txt").write_text("# words\n还 huan2 不还$\n和 he4 ^和了\n", encoding="utf-8")
    monkeypatch.setattr(pronunciation, "_TABLE", tmp_path / "words.txt")
    pronunciation._table.cache_clear()
    try:
        assert said("借了不还。不还好") == "jie4 le5 bu4 huan2 bu4 hai2 hao3"
        assert said("和了，我和了他") == "he4 le5 wo3 hu2 le5 ta1"
    finally:
        pronunciation._table.cache_clear()


def test_the_engine_that_reads_pinyin_is_given_the_same_readings():
    assert to_pinyin("手机还我，装APP。") == "shou3 ji1 huan2 wo3 , zhuang1 ei1 pi4 pi4 ."
