"""Recordings carried from one computer to another by typed commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard import cli, paths
from elderguard.voice.own import OwnPacks
from tests.voice.recorded import two_lines


@pytest.fixture
def stick(data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A file on a stick, given out by the program; its recordings are here."""
    two_lines(paths.voices_folder())
    assert cli.main(["voice", "export", "own-1", str(tmp_path / "stick")]) == 0
    assert "存好了，2 句" in capsys.readouterr().out
    return tmp_path / "stick"


def test_recordings_are_given_out_and_read_in(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    OwnPacks(paths.voices_folder()).delete(1)
    assert cli.main(["voice", "import", str(stick)]) == 0
    assert capsys.readouterr().out == "读进来了，2 句，叫 own-1\n"
    assert len(OwnPacks(paths.voices_folder()).find(1).keys) == 2


def test_what_is_not_there_is_named_with_what_is(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["voice", "export", "own-2", "x"]) == 2
    assert capsys.readouterr().err == "没有叫“own-2”的录音，现在有 own-1\n"


def test_before_anything_is_recorded_the_way_there_is_told(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["voice", "export", "own-1", "x"]) == 2
    assert "请到“设置”里录" in capsys.readouterr().err


def test_a_file_that_is_there_is_never_written_over(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = stick.read_bytes()
    assert cli.main(["voice", "export", "own-1", str(stick)]) == 2
    assert "请换个名字" in capsys.readouterr().err
    assert stick.read_bytes() == before


def test_a_damaged_pack_is_not_given_out(
    stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paths.voices_folder() / "own-1" / "manifest.json").write_text("{", encoding="utf-8")
    assert cli.main(["voice", "export", "own-1", str(tmp_path / "other")]) == 1
    assert "读不出来" in capsys.readouterr().err


def test_a_file_that_is_none_of_ours_is_refused(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photo").write_bytes(b"something else entirely, of some length")
    assert cli.main(["voice", "import", str(tmp_path / "photo")]) == 1
    assert capsys.readouterr().err == "这个文件不能用：这不是一份录音。\n"


def test_voice_alone_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["voice"]) == 2
    assert capsys.readouterr().err == "还缺 命令。用法见 elderguard voice --help\n"
