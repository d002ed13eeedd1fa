from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from datetime import date

import pytest

from elderguard.scenario.hotlines import HOTLINES
from elderguard.ui import doctor
from elderguard.ui.doctor import Examination, examine, screen, sound
from elderguard.ui.finding import Finding, Grade, data_folder, hotlines, report, versions, voice
from elderguard.ui.loudspeaker import NO_OUTPUT, Output
from elderguard.voice.worker import DONE, NO_ENGINE, NO_VOICE

# Where no sound server runs, Qt says so in a category of no name.
pytestmark = pytest.mark.qt_log_ignore("PulseAudioService", extend=True)
POLICE = HOTLINES["police"]
LISTING = json.dumps({"engine": "sapi5", "narrator": "Microsoft Huihui", "mandarin": ["Microsoft Huihui"]})


def test_every_trouble_comes_with_what_to_do(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    troubled = [
        screen((0, 0), "这里没有图形桌面"),
        sound(NO_OUTPUT, ()),
        voice(NO_VOICE, ""),
        voice(NO_ENGINE, ""),
        voice(-1, ""),
        data_folder(blocked / "data"),
    ]
    assert [finding.grade for finding in troubled] == [Grade.TROUBLE] * len(troubled)
    assert all(finding.advice for finding in troubled)


def test_what_works_is_said_in_few_words(tmp_path):
    good = [
        screen((1366, 728), None),
        sound("", [Output("a", "耳机")]),
        voice(DONE, LISTING),
        data_folder(tmp_path / "not" / "yet"),
        hotlines(date(2025, 7, 1), [POLICE]),
        versions("6.11"),
    ]
    assert {finding.grade for finding in good} == {Grade.GOOD}
    assert not any(finding.advice for finding in good)
    assert "Huihui" in good[2].seen
    assert not (tmp_path / "not").exists(), "looking changes nothing"


def test_a_small_screen_is_worth_a_word():
    assert screen((1024, 600), None).grade is Grade.MIND


def test_hotlines_unchecked_for_over_a_year_are_named():
    assert hotlines(date(2026, 5, 31), [POLICE]).grade is Grade.GOOD
    finding = hotlines(date(2026, 6, 3), [POLICE, replace(POLICE, date="原文未写日期")])
    assert finding.grade is Grade.MIND
    assert POLICE.name in finding.seen


def test_a_full_disk_is_worth_a_word(tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=5_000_000))
    finding = data_folder(tmp_path)
    assert finding.grade is Grade.MIND
    assert "5 MB" in finding.seen


@pytest.mark.parametrize(("grade", "well"), [(Grade.GOOD, True), (Grade.MIND, True), (Grade.TROUBLE, False)])
def test_only_trouble_fails(grade, well):
    said, all_well = report([Finding("声音设备", grade, "看见的", "做这个")])
    assert all_well is well
    assert f"【{grade.value}】声音设备：看见的" in said
    assert "怎么办：做这个" in said


def test_the_window_can_ask_without_waiting(qtbot):
    listing = f"print({LISTING!r})"
    examination = Examination(command=(sys.executable, "-c", listing))
    with qtbot.waitSignal(examination.done, timeout=8000) as done:
        examination.begin()
    names = [finding.name for finding in done.args[0]]
    assert names == ["程序", "屏幕", "字体", "声音设备", "存记录的文件夹", "热线电话表", "普通话语音"]
    assert done.args[0][-1].grade is Grade.GOOD


@pytest.mark.parametrize(
    "command", [("no-such-program",), (sys.executable, "-c", "import time; time.sleep(99)")]
)
def test_a_voice_that_does_not_answer_is_a_trouble(qtbot, monkeypatch, command):
    monkeypatch.setattr(doctor, "VOICE_LIMIT_S", 0.2)
    examination = Examination(command=command)
    with qtbot.waitSignal(examination.done, timeout=8000) as done:
        examination.begin()
    assert done.args[0][-1].grade is Grade.TROUBLE


def test_the_fonts_that_come_with_the_program_are_found(qapp):
    assert doctor.fonts().grade is Grade.GOOD


def test_a_terminal_gets_all_of_it(qapp):
    said, well = examine()
    assert said.count("【") == 7
    assert well == ("【不行】" not in said)
