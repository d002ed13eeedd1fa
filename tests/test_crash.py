"""An error nobody foresaw: one sentence for the person, everything for the log."""

from __future__ import annotations

from pathlib import Path

from elderguard import __version__
from elderguard.crash import write_down


def caught(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_the_log_has_version_and_traceback(tmp_path: Path) -> None:
    log = tmp_path / "new" / "elderguard.log"
    assert write_down(caught("怪事"), log) == f"程序出了没料到的错，详情记在 {log} 里。"
    written = log.read_text(encoding="utf-8")
    assert f"elderguard {__version__}" in written
    assert written.endswith("ValueError: 怪事\n")
    assert "in caught" in written


def test_errors_are_added_to_those_before(tmp_path: Path) -> None:
    log = tmp_path / "elderguard.log"
    for text in ("one", "two"):
        write_down(caught(text), log)
    assert log.read_text(encoding="utf-8").count("Traceback") == 2


def test_a_log_that_has_grown_large_starts_afresh(tmp_path: Path) -> None:
    log = tmp_path / "elderguard.log"
    log.write_bytes(b"x" * (1024 * 1024 + 1))
    write_down(caught("fresh"), log)
    assert log.stat().st_size < 10_000


def test_text_that_cannot_be_encoded_is_logged_all_the_same(tmp_path: Path) -> None:
    log = tmp_path / "elderguard.log"
    write_down(caught("\ud800"), log)
    assert "\\ud800" in log.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    said = write_down(caught("x"), tmp_path / "plain" / "elderguard.log")
    assert said == "程序出了没料到的错（ValueError），而且没能记下来。"
