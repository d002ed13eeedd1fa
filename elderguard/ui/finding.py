"""What was found out about this computer, and the part of it that needs no window system."""

from __future__ import annotations

import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from pathlib import Path

from elderguard.scenario.hotlines import HOTLINES, Hotline
from elderguard.voice import worker

ENOUGH_SPACE = 200  # megabytes
OLD = timedelta(days=365)
_PYTHON = (3, 10)


class Grade(Enum):
    """How bad a finding is; the value is the word people read."""

    GOOD = "正常"
    MIND = "留意"
    TROUBLE = "不行"


@dataclass(frozen=True)
class Finding:
    """One thing looked at: its name, how it stands, what was seen, and what to do about it."""

    name: str
    grade: Grade
    seen: str
    advice: str = ""

    def __str__(self) -> str:
        line = f"【{self.grade.value}】{self.name}：{self.seen}"
        return f"{line}\n        怎么办：{self.advice}" if self.advice else line


def report(findings: Iterable[Finding]) -> tuple[str, bool]:
    """The findings as text, and whether nothing is in trouble."""
    found = tuple(findings)
    troubles = sum(finding.grade is Grade.TROUBLE for finding in found)
    last = "都好，可以开始练了。" if not troubles else f"有 {troubles} 处不行，照上面说的办，再看一遍。"
    return "\n".join((*map(str, found), last)), not troubles


def versions(qt: str) -> Finding:
    """The versions that matter when somebody asks for help."""
    seen = f"Python {platform.python_version()}，Qt {qt}，{platform.system()} {platform.machine()}"
    if sys.version_info < _PYTHON:  # pragma: no cover - the program would not have got here
        return Finding("程序", Grade.TROUBLE, seen, "请装 Python 3.10 或更新的版本。")
    return Finding("程序", Grade.GOOD, seen)


def data_folder(folder: Path) -> Finding:
    """Whether what is practised can be kept in that folder."""
    there = next((parent for parent in (folder, *folder.parents) if parent.exists()), folder)
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError:
        return Finding(
            "存记录的文件夹",
            Grade.TROUBLE,
            f"{folder} 不让写",
            "练习照样能做，只是记不下来。请给这个文件夹写的权限，或者用 ELDERGUARD_HOME 换一个。",
        )
    free = shutil.disk_usage(there).free // 1_000_000
    if free < ENOUGH_SPACE:
        return Finding("存记录的文件夹", Grade.MIND, f"磁盘只剩 {free} MB", "删掉一些不用的文件。")
    return Finding("存记录的文件夹", Grade.GOOD, f"{folder} 能写，剩 {_size(free)}")


def hotlines(today: date, table: Iterable[Hotline] = tuple(HOTLINES.values())) -> Finding:
    """Whether the table of hotlines is due to be checked again."""
    dated = [(hotline, day) for hotline in table if (day := _day(hotline.date)) is not None]
    old = [hotline.name for hotline, day in dated if today - day > OLD]
    if old:
        return Finding(
            "热线电话表",
            Grade.MIND,
            f"有 {len(old)} 个号码一年多没核对：{'、'.join(old)}",
            "上课前打一打，或者问问派出所，号码变了请告诉我们。",
        )
    return Finding("热线电话表", Grade.GOOD, "号码都在一年之内核对过")


def voice(exit_code: int, output: str) -> Finding:
    """What the child process that speaks says about itself (`worker --list`)."""
    name = "普通话语音"
    if exit_code == worker.DONE:
        listing = json.loads(output)
        return Finding(name, Grade.GOOD, f"{listing['narrator']}（{listing['engine']}）")
    if exit_code == worker.NO_VOICE:
        return Finding(name, Grade.TROUBLE, "有语音程序，可是没有说普通话的声音", _voice_advice())
    return Finding(name, Grade.TROUBLE, "电脑自带的语音用不了", _voice_advice())


def _voice_advice() -> str:
    if sys.platform == "win32":
        return "在“设置—时间和语言—语音”里添加“中文（简体，中国）”的语音，再重新打开。"
    return "请装 espeak-ng：sudo apt-get install -y espeak-ng。没有它，屏幕上的字照样能看。"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _size(megabytes: int) -> str:
    return f"{megabytes / 1000:.0f} GB" if megabytes >= 1000 else f"{megabytes} MB"
