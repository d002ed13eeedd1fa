from __future__ import annotations

from elderguard.voice.sheet import sheet
from elderguard.voice.utterance import NORMAL, Utterance

LINES = [Utterance(f"第{at}句。", f"第{at}句。") for at in "一二三"]
KEYS = [line.key(NORMAL) for line in LINES]


def test_without_lines_there_is_no_list():
    assert sheet([], ()) is None


def test_the_same_sound_stands_in_the_list_once_at_its_first_place():
    made = sheet([*LINES, LINES[0]], ())
    assert made.lines == tuple(LINES)


def test_it_opens_at_the_first_line_that_is_not_recorded():
    assert sheet(LINES, [KEYS[0], KEYS[2]]).line == LINES[1]


def test_it_opens_at_the_beginning_when_all_is_recorded():
    opened = sheet(LINES, KEYS)
    assert opened.at == 0
    assert opened.recorded


def test_progress_is_told_in_a_sentence():
    made = sheet(LINES, [KEYS[0], "of another story"])
    assert made.progress == "第2句，共3句，已录1句。"
    assert made.with_done(KEYS).progress == "第2句，共3句，已录3句。"


def test_it_moves_line_by_line_and_not_beyond_its_ends():
    first = sheet(LINES, ())
    assert first.moved(-1) is None
    assert first.moved(2).line == LINES[2]
    assert first.moved(3) is None


def test_from_the_end_it_goes_back_to_what_is_open():
    assert sheet(LINES, [KEYS[0]]).moved(1).at_first_open().line == LINES[1]
