"""What a script's YAML file says, as plain text, lists and mappings, and where each of them stands.

Files are hostile input. Every scalar stays the text it was written as (0755, no, 96110, 12:30);
anchors, aliases and tags are refused; size, depth and number of values are limited; invisible
characters are found, written plainly or as escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from elderguard.scenario import codes, syntax
from elderguard.scenario.diagnostic import Place
from elderguard.scenario.findings import LIMIT, Findings
from elderguard.scenario.model import Path

MAX_BYTES = 256 * 1024
MAX_DEPTH = 16
MAX_VALUES = 20_000

Value = str | list[Any] | dict[str, Any]

# C0 and C1 controls, invisible and direction-changing marks, private use, non-characters
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ue000-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
)
_FOLDED_SPACE = re.compile(
    "(?<=[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]) (?=[\u2014-\u2026\u3000-\u9fff\uff00-\uffef])"
)
_LINE_END = re.compile("\r\n|\r|\n")
_LOST = re.compile("[ \t]+(#(?=[^\n]*[\u4e00-\u9fff])[^\\s#][^\n]*)")
_CUT = re.compile("(?![A-Za-z_]+[:：]).*[\u4e00-\u9fff]")
_TIGHT_COLON = re.compile("([A-Za-z_]+)([:：])(?=.)")
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Marks:
    """Where a value stands, where its keys stand, and the marks of what is inside."""

    at: Place
    keys: dict[str, Place] = field(default_factory=dict)
    inside: dict[str | int, Marks] = field(default_factory=dict)


@dataclass(frozen=True)
class Tree:
    """A file read: its value and the positions of everything in it."""

    value: Value
    marks: Marks

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The position of the value (or key) at `path`, or of the nearest thing around it."""
        marks = self.marks
        for depth, part in enumerate(path):
            if key and depth == len(path) - 1 and part in marks.keys:
                return marks.keys[str(part)]
            if part not in marks.inside:
                return marks.keys.get(str(part), marks.at)
            marks = marks.inside[part]
        return marks.at

    def rename(self, path: Path, written: str, meant: str) -> None:
        """Know a key of the mapping at `path` by another name too."""
        marks = self.marks
        for part in path:
            marks = marks.inside[part]
        marks.keys[meant], marks.inside[meant] = marks.keys[written], marks.inside[written]


def read(data: bytes, findings: Findings, parser: Any = _PARSER) -> Tree | None:
    """The tree of a YAML file's bytes, or None when it cannot be read; what is wrong goes to
    `findings`. `parser` is PyYAML's parser class."""
    text = _decoded(data, findings)
    if text is None or _has_hidden(text, findings):
        return None
    try:
        return _Composer(yaml.parse(text, Loader=parser), text, findings).tree()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        place, why, remedy = syntax.explain(text, line, column)
        findings.at_place(place, codes.SYNTAX, why=why, remedy=remedy)
    except _StopReadingError:
        pass
    return None


def _decoded(data: bytes, findings: Findings) -> str | None:
    if len(data) > MAX_BYTES:
        findings.at_place(Place(), codes.TOO_MUCH, what=f"文件超过 {MAX_BYTES // 1024} KB")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        findings.at_place(
            Place(before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode()) + 1),
            codes.UNREADABLE,
            why="它不是 UTF-8 编码。",
            remedy="请用记事本打开，点“另存为”，编码选 UTF-8，再保存。",
        )
        return None


def _has_hidden(text: str, findings: Findings) -> bool:
    """Whether there are characters that look like nothing, or like the blanks and dashes of YAML."""
    found = False
    for place, why, remedy in islice(syntax.odd_lines(text), LIMIT):
        found = True
        findings.at_place(place, codes.SYNTAX, why=why, remedy=remedy)
    for match in islice(_HIDDEN.finditer(text), LIMIT + 1):
        found = True
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        findings.at_place(Place(line, column), codes.HIDDEN_CHARACTER, code_point=f"U+{ord(match[0]):04X}")
    return found


class _StopReadingError(Exception):
    """Reading ends here; the reason has been reported."""


class _Composer:
    """Builds the tree out of the parser's events, without recursion in the parser."""

    def __init__(self, events: Iterator[Any], text: str, findings: Findings) -> None:
        self._events = events
        self._lines = _LINE_END.split(text)
        self._findings = findings
        self._path: list[str | int] = []
        self._values = 0
        self._depth = 0

    def tree(self) -> Tree | None:
        tree: Tree | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and tree is not None:
                self._findings.at_place(
                    _place(event),
                    codes.SYNTAX,
                    why="“---”后面又开始了一份。",
                    remedy="一个文件只写一个故事。",
                )
                raise _StopReadingError
            if isinstance(event, yaml.NodeEvent):
                value, marks = self._node(event)
                tree = Tree(value, marks)
        if tree is None or tree.value == "":
            self._findings.at_place(
                Place(), codes.UNREADABLE, why="它是空的。", remedy="请照着 README 里的例子写。"
            )
            raise _StopReadingError
        return tree

    def _node(self, event: Any) -> tuple[Value, Marks]:
        self._values += 1
        if self._values > MAX_VALUES:
            self._too_much(event, f"内容超过 {MAX_VALUES} 项")
        self._refuse_tricks(event)
        marks = Marks(_place(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event), marks
        if isinstance(event, yaml.AliasEvent):
            return "？", marks
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._too_much(event, f"一层套一层，超过了 {MAX_DEPTH} 层")
        value: Value
        if isinstance(event, yaml.SequenceStartEvent):
            value = self._list(marks)
        else:
            value = self._mapping(marks, in_braces=bool(event.flow_style))
        self._depth -= 1
        return value, marks

    def _list(self, marks: Marks) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            value, marks.inside[len(items)] = self._inside(len(items), event)
            items.append(value)
        return items

    def _inside(self, part: str | int, event: Any) -> tuple[Value, Marks]:
        self._path.append(part)
        node = self._node(event)
        self._path.pop()
        return node

    def _mapping(self, marks: Marks, in_braces: bool) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, at = self._node(event)
            value, inside = self._inside(str(key), next(self._events))
            if in_braces and isinstance(key, str) and value == "":
                before = next(reversed(items), None)
                if before is not None and isinstance(items[before], str) and _CUT.match(key):
                    items[before] += self._cut_off(key, at.at)
                    continue
                key, value = self._tightened(key, at.at)
            if not isinstance(key, str):
                self._findings.at_place(
                    at.at, codes.SYNTAX, why="冒号前面要写一个词。", remedy="请把方括号、花括号和问号去掉。"
                )
            elif key in items:
                first = marks.keys[key].line
                remedy = self._remedy_of_two()
                self._findings.at_place(at.at, codes.DUPLICATE_KEY, key=key, line=first, remedy=remedy)
            else:
                items[key], marks.inside[key], marks.keys[key] = value, inside, at.at
        return items

    def _cut_off(self, key: str, at: Place) -> str:
        """What stands in braces without a value and is the rest of the sentence before it."""
        self._findings.at_place(
            at,
            codes.SYNTAX,
            why="花括号里的英文逗号“,”把一句话切断了。",
            remedy="请把前面那个逗号换成中文的“，”，或者用双引号把整句话括起来。",
        )
        return f"，{key}"

    def _tightened(self, key: str, at: Place) -> tuple[str, str]:
        """Key and value of what stands in braces without a value: a colon that YAML does not take for
        one is put right."""
        colon = _TIGHT_COLON.match(key)
        if colon is None:
            return key, ""
        why = "这里的冒号是中文的“：”。" if colon[2] == "：" else "冒号后面少了一个空格。"
        place = Place(at.line, at.column + colon.start(2))
        self._findings.at_place(place, codes.SYNTAX, why=why, remedy="请用英文的冒号“:”，后面空一格。")
        return colon[1], key[colon.end() :].strip()

    def _remedy_of_two(self) -> str:
        """What to do about a key written twice in the mapping that is being read."""
        if self._path == ["scenes"]:
            return "请给其中一个场景换个名字。"
        if self._path == ["speakers"]:
            return "请给其中一个人物换个代号。"
        if self._path[2:3] == ["steps"] and len(self._path) == len(("scenes", "", "steps", 0)):
            return "要是两步，请在第二步前面加“- ”，另起一步；要不就合并成一个。"
        return "请删掉一个，或者合并成一个。"

    def _text(self, event: Any) -> str:
        text: str = event.value
        if event.style is None or event.style == "":
            self._look_behind(event.end_mark)
        if event.style == '"' and (match := _HIDDEN.search(text)):
            self._findings.at_place(
                _place(event), codes.HIDDEN_CHARACTER, code_point=f"U+{ord(match[0]):04X}"
            )
            text = _HIDDEN.sub("", text)
        if event.style != "|" and event.start_mark.line != event.end_mark.line:
            text = _FOLDED_SPACE.sub("", text)  # YAML joins lines with a space, Chinese has none
        return text.strip()

    def _look_behind(self, end: Any) -> None:
        """Report a comment right behind a text that looks as if it were a part of it."""
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        if lost := _LOST.match(line, end.column):
            at = Place(end.line + 1, lost.start(1) + 1)
            self._findings.at_place(at, codes.LOST_TEXT, lost=lost[1])

    def _refuse_tricks(self, event: Any) -> None:
        place = _place(event)
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._findings.at_place(
                place,
                codes.YAML_TRICK,
                what=f"“{sign}”开头的记号",
                remedy="请把内容直接写出来；要是正文就是这样开头，请用双引号括起来。",
            )
        if getattr(event, "tag", None) is not None:
            self._findings.at_place(
                place,
                codes.YAML_TRICK,
                what="“!”开头的记号",
                remedy="请去掉它；要是正文就是这样开头，请用双引号括起来。",
            )

    def _too_much(self, event: Any, what: str) -> None:
        self._findings.at_place(_place(event), codes.TOO_MUCH, what=what)
        raise _StopReadingError


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)
