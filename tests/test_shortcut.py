"""The icon on the desktop: one press opens the program."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

from elderguard import cli, shortcut


def read(file: Path) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(file, encoding="utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")  # no xdg-user-dir
    return tmp_path


def test_the_icon_lies_in_the_menu_and_on_the_desktop(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "桌面").mkdir()
    assert cli.main(["icon"]) == 0
    menu, desktop = home / ".local/share/applications/elderguard.desktop", home / "桌面/elderguard.desktop"
    assert read(menu) == read(desktop)
    assert read(desktop)["Name[zh_CN]"] == "守护银龄"
    assert Path(read(desktop)["Icon"]).is_file()
    assert desktop.stat().st_mode & 0o100
    assert str(desktop) in capsys.readouterr().out


def test_without_a_desktop_the_menu_is_enough(home: Path) -> None:
    assert cli.main(["icon"]) == 0
    assert [file.parent.name for file in home.rglob("*.desktop")] == ["applications"]


def test_a_path_with_a_blank_or_a_percent_sign_still_starts(tmp_path: Path) -> None:
    text = shortcut.entry(("/opt/my python/bin/py", "-m", "100%"), tmp_path / "a.svg")
    assert "Exec='/opt/my python/bin/py' -m 100%%\n" in text


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / ".local").write_text("in the way", encoding="utf-8")
    assert cli.main(["icon"]) == 1
    assert "图标没放成" in capsys.readouterr().err


def test_elsewhere_than_linux_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert cli.main(["icon"]) == 1
    assert "run.bat" in capsys.readouterr().err
