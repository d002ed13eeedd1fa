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


def read(data: bytes, findings: Findings, parser: Any = _PARSER) -> Tree | None:
    """The tree of a YAML file's bytes, or None when it cannot be read; what is wrong goes to
    `findings`. `parser` is PyYAML's parser class."""
    text = _decoded(data, findings)
    if text is None or _has_hidden(text, findings):
        return None
    try:
        return _Composer(yaml.parse(text, Loader=parser), findings).tree()
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
    """Whether there are characters that look like nothing, or like the spaces of an indentation."""
    found = False
    for place, why, remedy in islice(syntax.wide_indents(text), LIMIT):
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

    def __init__(self, events: Iterator[Any], findings: Findings) -> None:
        self._events = events
        self._findings = findings
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
        value = self._list(marks) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(marks)
        self._depth -= 1
        return value, marks

    def _list(self, marks: Marks) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            value, marks.inside[len(items)] = self._node(event)
            items.append(value)
        return items

    def _mapping(self, marks: Marks) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, at = self._node(event)
            value, inside = self._node(next(self._events))
            if not isinstance(key, str):
                self._findings.at_place(
                    at.at, codes.SYNTAX, why="冒号前面要写一个词。", remedy="请把方括号、花括号和问号去掉。"
                )
            elif key in items:
                first = marks.keys[key].line
                self._findings.at_place(at.at, codes.DUPLICATE_KEY, key=key, line=first)
            else:
                items[key], marks.inside[key], marks.keys[key] = value, inside, at.at
        return items

    def _text(self, event: Any) -> str:
        text: str = event.value
        if event.style == '"' and (match := _HIDDEN.search(text)):
            self._findings.at_place(
                _place(event), codes.HIDDEN_CHARACTER, code_point=f"U+{ord(match[0]):04X}"
            )
            text = _HIDDEN.sub("", text)
        if event.style != "|" and event.start_mark.line != event.end_mark.line:
            text = _FOLDED_SPACE.sub("", text)  # YAML joins lines with a space, Chinese has none
        return text.strip()

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
