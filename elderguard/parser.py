"""An argument parser whose help and errors are short and Chinese."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable, Sequence
from typing import NoReturn


class UnusableError(Exception):
    """A command that cannot be carried out as given; the message is the Chinese sentence to show."""


class _Formatter(argparse.HelpFormatter):
    """Help whose fixed words are Chinese too."""

    def add_usage(self, usage: str | None, actions, groups, prefix: str | None = None) -> None:  # type: ignore[no-untyped-def]  # the types are private
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class ChineseParser(argparse.ArgumentParser):
    """A parser whose help and errors are short and Chinese."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self.arguments = self.add_argument_group("参数")
        self.switches = self.add_argument_group("选项")
        self.switches.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and one Chinese sentence."""
        raise UnusableError(f"{_in_chinese(message)}。用法见 {self.prog} --help")


_ERRORS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"unrecognized arguments: (.+)", lambda found: f"看不懂“{found[1]}”"),
    (r"the following arguments are required: (.+)", lambda found: f"还缺 {found[1]}"),
    (r"argument (\S+): expected .*", lambda found: f"{found[1]} 后面还缺内容"),
    (r"argument (\S+): invalid int value: '(.*)'", lambda found: f"{found[1]} 要写数字，不能是“{found[2]}”"),
    (r"argument (\S+): ignored explicit argument .*", lambda found: f"{found[1]} 后面不用跟内容"),
    (
        r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        lambda found: _unknown(*found.groups()),
    ),
    (r"argument (\S+): (\S*[\u4e00-\u9fff].*)", lambda found: f"{found[1]}：{found[2]}"),
)


def _in_chinese(message: str) -> str:
    """What argparse says in English, in Chinese."""
    for pattern, say in _ERRORS:
        found = re.fullmatch(pattern, message)
        if found:
            return say(found)
    return "这条命令看不懂"


def _unknown(name: str, given: str, choices: str) -> str:
    known = [choice.strip(" '") for choice in choices.split(",")]
    what = "没有这个命令" if name == "命令" else f"{name} 不能是"
    return f"{what}“{given}”{meant(given, known) or '，可以是 ' + '、'.join(known)}"


def meant(given: str, known: Sequence[str]) -> str:
    """“，您是不是想写 …”, or nothing when nothing is near."""
    near = [] if given.isdigit() else difflib.get_close_matches(given, known, n=1)
    return f"，您是不是想写 {near[0]}" if near else ""
