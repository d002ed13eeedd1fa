"""What a walkthrough file says, line by line, before it is played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from elderguard.scenario.vocabulary import Role

DEEDS = {"停一停", "接着走", "走开", "退回", "再试", "复盘"}  # lines that are one word


class Mismatch(AssertionError):  # noqa: N818 - it is a finding, not a fault of the program
    """The play does not go as a walkthrough says; the message begins with file:line."""

    def __init__(self, where: str, expected: str, actual: str) -> None:
        super().__init__(f"{where}: 应是「{expected}」，实是「{actual}」")


@dataclass(frozen=True)
class Entry:
    """One line: where it stands, its first word, what is in brackets after that, and the rest.

    `办事员小胡：大妈` is ("办事员小胡", "", "大妈"), `结局（守住了）：好` is ("结局", "守住了", "好"),
    `【短信】甲：乙` is ("【】", "", the whole line), `一、好` is ("一", "", "好").
    """

    where: str
    word: str
    bracket: str
    rest: str

    @property
    def text(self) -> str:
        """The line again, spaces made even."""
        if self.word == "【】":
            return self.rest
        if self.word in DEEDS:
            return self.word
        return f"{self.word}：{self.rest}"


@dataclass(frozen=True)
class Walkthrough:
    """A walkthrough file, read."""

    path: Path
    story: str
    role: Role | None
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """Its scenario and file name, for reports."""
        return f"{self.path.parent.name}/{self.path.name}"


def read(path: Path) -> Walkthrough:
    """Read a walkthrough; Mismatch where its form is not what README.md says."""
    entries = list(_entries(path))
    head = {}
    while entries and entries[0].word in ("故事", "角色"):
        entry = entries.pop(0)
        head[entry.word] = entry
    story = head.get("故事")
    if story is None or story.rest != path.parent.name:
        raise Mismatch(f"{path}:1", f"故事：{path.parent.name}", story.text if story else "没有写故事")
    return Walkthrough(path, story.rest, _role(head.get("角色")), tuple(entries))


def _role(entry: Entry | None) -> Role | None:
    if entry is None:
        return None
    for role in Role:
        if role.chinese == entry.rest:
            return role
    raise Mismatch(entry.where, "、".join(role.chinese for role in Role), entry.rest)


def _entries(path: Path) -> Iterator[Entry]:
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = " ".join(re.sub(r"(^|\s)#.*$", "", raw).split())
        if line:
            yield _entry(f"{path}:{number}", line)


def _entry(where: str, line: str) -> Entry:
    if line.startswith("【"):
        return Entry(where, "【】", "", line)
    if line in DEEDS:
        return Entry(where, line, "", "")
    choice = re.fullmatch(r"([一二三])、(.*)", line)
    if choice:
        return Entry(where, choice[1], "", choice[2])
    ending = re.fullmatch(r"结局（(.*?)）：(.*)", line)
    if ending:
        return Entry(where, "结局", ending[1], ending[2])
    answer = re.fullmatch(r"答：(.*)（([^（）]*)）", line)
    if answer:
        return Entry(where, "答", answer[2], answer[1])
    word, colon, rest = line.partition("：")
    if not colon or word in ("结局", "答"):
        raise Mismatch(where, "“谁：说什么”，或 README.md 里的写法", line)
    return Entry(where, word.strip(), "", rest.strip())
