"""What somebody sees who types a command, right or wrong."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from elderguard import __version__, cli, paths
from elderguard.parser import ChineseParser, UnusableError

CHECKOUT = Path(__file__).resolve().parent.parent
ALL_COMMANDS = ("play", "list", "check", "shots", "doctor", "schema", "voice")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as typed."""
    return subprocess.run(
        [sys.executable, "-m", "elderguard", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a wrong command line is answered with."""
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err.strip()


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"elderguard {__version__}\n"


def test_help_names_every_command_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    out = capsys.readouterr().out
    assert ended.value.code == 0
    assert [command for command in ALL_COMMANDS if f"    {command} " not in out] == []
    assert not [word for word in ("usage", "options", "positional", "show this", "command") if word in out]


@pytest.mark.parametrize("command", ALL_COMMANDS)
def test_every_command_has_chinese_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    out = capsys.readouterr().out
    assert ended.value.code == 0
    assert out.startswith(f"用法：elderguard {command} ")
    assert not [word for word in ("usage", "options", "positional", "show this") if word in out]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("chek", "没有这个命令“chek”，您是不是想写 check。用法见 elderguard --help"),
        (
            "xyz",
            "没有这个命令“xyz”，可以是 play、list、check、shots、voice、doctor、icon、schema。"
            "用法见 elderguard --help",
        ),
        ("--fullscreen", "看不懂“--fullscreen”。用法见 elderguard --help"),
        ("play", "还缺 故事。用法见 elderguard play --help"),
        ("play nobody-knows", "没有叫“nobody-knows”的故事。全部故事见 elderguard list"),
        ("shots", "还缺 --out。用法见 elderguard shots --help"),
        ("shots --out", "--out 后面还缺内容。用法见 elderguard shots --help"),
        ("shots --out x --size big", "--size：大小要写成 1366x768 这样。用法见 elderguard shots --help"),
        (
            "shots --out x --size 100x70000",
            "--size：宽和高要在 320 到 7680 之间。用法见 elderguard shots --help",
        ),
        (
            "shots --out x --text 120",
            "--text 不能是“120”，可以是 100、125、150、200。用法见 elderguard shots --help",
        ),
        ("shots --out x --text big", "--text 要写数字，不能是“big”。用法见 elderguard shots --help"),
        (
            "shots --out x --theme drak",
            "--theme 不能是“drak”，您是不是想写 dark。用法见 elderguard shots --help",
        ),
        ("shots --out x nobody-knows", "没有叫“nobody-knows”的故事。全部故事见 elderguard list"),
        ("voice", "还缺 做什么。用法见 elderguard voice --help"),
        ("voice rendr", "做什么 不能是“rendr”，您是不是想写 render。用法见 elderguard voice --help"),
        ("voice render home-visit --prune", "--prune 要看全部故事才知道哪些没人念，请不要写故事"),
        ("list --jsn", "看不懂“--jsn”。用法见 elderguard --help"),
        ("list --json=yes", "--json 后面不用跟内容。用法见 elderguard list --help"),
    ],
)
def test_a_wrong_command_line_gets_one_chinese_sentence(
    typed: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, *typed.split()) == answer


def test_an_unheard_of_complaint_still_comes_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    parser = ChineseParser("elderguard", "")
    with pytest.raises(UnusableError, match=r"^这条命令看不懂。用法见 elderguard --help$"):
        parser.error("something argparse never said before")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["list"], ["list", "--json"], ["schema"]])
def test_small_commands_do_not_load_qt(arguments: list[str]) -> None:
    program = (
        "import sys; from elderguard import cli\n"
        "try: cli.main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print('loaded:', sorted(loaded & {'PySide6', 'pyttsx3', 'numpy'}))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "loaded: []"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a desktop may be missing")
def test_without_a_desktop_the_window_says_so_in_one_sentence() -> None:
    result = run(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr == "这里没有图形桌面，窗口打不开；想看看样子，可以在程序的文件夹里运行 make demo。\n"


def test_an_unforeseen_error_is_one_sentence_and_a_log(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "scenarios_folder", lambda: 1 // 0)
    assert cli.main(["play", "home-visit"]) == 1
    assert capsys.readouterr().err == f"程序出了没料到的错，详情记在 {data_folder / 'elderguard.log'} 里。\n"
    logged = (data_folder / "elderguard.log").read_text(encoding="utf-8")
    assert f"elderguard {__version__}" in logged
    assert "ZeroDivisionError" in logged


def test_shipped_files_that_are_gone_are_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone() -> Path:
        raise paths.MissingFilesError

    monkeypatch.setattr(paths, "scenarios_folder", gone)
    assert refused(capsys, "play", "home-visit") == "程序自带的故事和图片找不到了，请重新安装。"


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt() -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(paths, "scenarios_folder", interrupt)
    assert cli.main(["play", "home-visit"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows reports a closed pipe in other ways")
def test_a_reader_who_has_read_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "elderguard", "list"],
            cwd=CHECKOUT,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_console_without_chinese_does_not_stop_the_program() -> None:
    result = run("list", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_program_without_console_can_still_fail_politely(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["chek"]) == 2


def test_output_into_something_odd_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stderr", heard)
    assert cli.main(["chek"]) == 2
    assert heard.getvalue().startswith("没有这个命令")
