"""What a person can set, and that a broken file harms nobody."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import pytest

from elderguard import settings
from elderguard.settings import Settings

CHANGED = Settings(
    text_size=150,
    speech_rate=130,
    volume=35,
    muted=True,
    output="耳机 {0.0.0}",
    theme="dark",
    reduced_motion=True,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "settings.json"


def written(file: Path, content: bytes) -> Path:
    file.parent.mkdir()
    file.write_bytes(content)
    return file


def test_what_was_set_is_kept(file: Path) -> None:
    assert settings.save(CHANGED, file) is None
    assert settings.load(file) == (CHANGED, None)


def test_nothing_set_yet_is_no_fault(file: Path) -> None:
    assert settings.load(file) == (Settings(), None)


def test_saving_again_replaces_the_file_and_leaves_nothing_else(file: Path) -> None:
    settings.save(CHANGED, file)
    settings.save(Settings(), file)
    assert settings.load(file) == (Settings(), None)
    assert list(file.parent.iterdir()) == [file]


def test_keys_of_another_version_are_kept(file: Path) -> None:
    written(file, json.dumps({"volume": 10, "dialect": {"name": "河南话"}}).encode())
    read, said = settings.load(file)
    assert (read.volume, said) == (10, None)
    assert read.unknown == {"dialect": {"name": "河南话"}}
    settings.save(read, file)
    assert json.loads(file.read_text(encoding="utf-8"))["dialect"] == {"name": "河南话"}


def test_an_unknown_key_cannot_stand_in_for_a_known_one(file: Path) -> None:
    settings.save(Settings(volume=20, unknown=MappingProxyType({"volume": 99})), file)
    assert settings.load(file)[0].volume == 20


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text_size", 110),
        ("text_size", "150"),
        ("text_size", True),
        ("text_size", 10**4000),
        ("speech_rate", 170.0),
        ("speech_rate", None),
        ("volume", -1),
        ("volume", 101),
        ("volume", [50]),
        ("muted", 1),
        ("output", ""),
        ("output", "x" * 501),
        ("output", "\ud800"),
        ("output", {"id": 1}),
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("reduced_motion", "no"),
    ],
)
def test_one_wrong_value_costs_only_itself(file: Path, key: str, value: object) -> None:
    written(file, json.dumps({"volume": 35, "theme": "dark", key: value}).encode())
    read, said = settings.load(file)
    expected = {"volume": 35, "theme": "dark", key: getattr(Settings(), key)}
    assert {name: getattr(read, name) for name in expected} == expected
    assert said == "以前的设置有几项不对，那几项先用原来的样子。"
    assert settings.save(read, file) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"\xff\xfe{}",
        b"{",
        b"[]",
        b'"volume"',
        b"[" * 60000,
        b'{"a":' * 10000 + b"1" + b"}" * 10000,
        b'{"volume": ' + b"9" * 5000 + b"}",
        b'{"volume": 5}' + b" " * 70000,
    ],
    ids=[
        "empty",
        "zeros",
        "utf-16",
        "cut off",
        "list",
        "text",
        "deep",
        "deep whole",
        "endless number",
        "huge",
    ],
)
def test_a_broken_or_hostile_file_gives_the_defaults_and_says_so(file: Path, content: bytes) -> None:
    written(file, content)
    assert settings.load(file) == (Settings(), "以前的设置读不出来，先用原来的样子。")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_does_not_hang_the_start(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    assert settings.load(file) == (Settings(), "以前的设置读不出来，先用原来的样子。")


def test_a_folder_in_the_files_place_is_said(file: Path) -> None:
    file.mkdir(parents=True)
    assert settings.load(file) == (Settings(), "以前的设置读不出来，先用原来的样子。")
    assert settings.save(CHANGED, file) == "设置这次有用，但是没能存下来：写文件出了错。"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EROFS, "这个磁盘只能读"),
        (errno.EACCES, "这个文件夹不让写"),
        (errno.EIO, "写文件出了错"),
    ],
)
def test_a_disk_that_does_not_take_it_keeps_the_old_file_and_says_why(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    settings.save(CHANGED, file)

    def refuse(handle: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    assert settings.save(Settings(), file) == f"设置这次有用，但是没能存下来：{why}。"
    assert settings.load(file) == (CHANGED, None)
    assert list(file.parent.iterdir()) == [file]


def test_no_folder_can_be_made_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    said = settings.save(Settings(), tmp_path / "plain" / "settings.json")
    assert said == "设置这次有用，但是没能存下来：写文件出了错。"
