"""What is wrong with where the lines of a script begin: a dash or a colon that is missing, or the wrong
number of blanks before a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from elderguard.scenario.diagnostic import Place
from elderguard.scenario.schema import ChoiceShape, SceneShape, ScriptShape, SpeakerShape
from elderguard.scenario.step_kinds import MODIFIERS, RESERVED

_DEEPEST = 40  # groups in one another; only a hostile file has more
_DASH = re.compile(r"- +|-$")
_BARE = re.compile(r"[\w-]+: *(?:#.*)?$")
_NO_COLON = re.compile(r"(?:- +)?([\w-]+) *$")
_NO_COLON_TEXT = re.compile(r"(?:- +)?([a-z_]+) +(?:[\u4e00-\u9fff“]|[^\s:]+$)")
_OF_SCENE = re.compile(r"(?:place|daytime|hint|leave|phone):")
_SHAPES = (ScriptShape, SceneShape, SpeakerShape, ChoiceShape)
_KEYS = RESERVED.union(("schema",), *(shape.model_fields for shape in _SHAPES))
_FOLLOWING = MODIFIERS | frozenset(ChoiceShape.model_fields)  # keys that say more about an item
_GROUPS = (
    "schema",
    "sources",
    "notes",
    "speakers",
    "scenes",
    "steps",
    "choices",
    "phone",
    "cue",
    "when",
    "note",
)


@dataclass(frozen=True)
class _Level:
    """A group that is open: the column its lines begin at, and whether these begin with dashes."""

    column: int
    dashes: bool


def next_written(lines: Sequence[str], number: int) -> int | None:
    """The next line with anything on it but a comment."""
    return next((n for n in range(number + 1, len(lines)) if _written(lines[n])), None)


def layout_fault(lines: Sequence[str], line: int) -> tuple[Place, str, str] | None:
    """What is wrong at or shortly before that line (from 0), and what to do."""
    return _colon_missing(lines, line) or _dash_missing(lines, line) or _moved(lines, line)


def _colon_missing(lines: Sequence[str], line: int) -> tuple[Place, str, str] | None:
    for number in range(line, max(-1, line - 3), -1):
        column, text = _begun(lines[number])
        following = next_written(lines, number)
        deeper = following is not None and _begun(lines[following])[0] > column
        match = (_NO_COLON.match(text) if deeper else None) or _NO_COLON_TEXT.match(text)
        if match and (deeper or match[1] in _KEYS):
            at = column + match.end(1)
            return Place(number + 1, at + 1), f"“{match[1]}”后面少了冒号。", "请加上英文的冒号“:”。"
    return None


def _dash_missing(lines: Sequence[str], line: int) -> tuple[Place, str, str] | None:
    column, text = _begun(lines[line])
    group = _group(lines, line, column)
    if not group:
        return None
    first = group[-1]
    dashed = _DASH.match(text) is not None
    if dashed == (_DASH.match(_begun(lines[group[0]])[1]) is not None):
        return None
    if not dashed and _is_scene(text):
        why = "“{}”看着像另一个场景，却和步骤对齐了。".format(text.partition(":")[0])
        return Place(line + 1, column + 1), why, "请把它和它下面的各行一起向左挪，和别的场景对齐。"
    if not dashed:
        items = [_begun(lines[number])[1] for number in group]
        starts = {_DASH.sub("", item, count=1).partition(":")[0] for item in items}
        key = text.partition(":")[0]
        if key in _FOLLOWING and key not in starts:
            inside = _DASH.match(items[0])
            return _shifted(line, column, column + inside.end()) if inside else None
        return Place(line + 1, column + 1), "这一行前面少了“- ”。", "列表里每一项都用“- ”开头。"
    if _OF_SCENE.match(_begun(lines[first])[1]):
        if any(_begun(lines[number])[1].startswith("steps:") for number in group):
            return None
        return Place(line + 1, column + 1), "这一步前面少了“steps:”那一行。", "请在上面加一行“steps:”。"
    return Place(first + 1, column + 1), "这一行前面少了“- ”。", "列表里每一项都用“- ”开头。"


def _moved(lines: Sequence[str], line: int) -> tuple[Place, str, str] | None:
    """A line that begins where no group does."""
    column, text = _begun(lines[line])
    levels = _levels(lines[:line])
    dashes = _DASH.match(text) is not None
    fitting = sorted({level.column for level in levels if level.dashes == dashes})
    if not fitting or column in fitting:
        return None
    if not dashes and _is_scene(text):
        fitting = [one for one in fitting if one] or fitting
        meant = min(fitting, key=lambda one: (abs(one - column), one))
    else:
        meant = min(fitting, key=lambda one: (abs(one - column), -one))
    return _shifted(line, column, meant)


def _shifted(line: int, column: int, meant: int) -> tuple[Place, str, str]:
    """What to say of a line that begins in one column and ought to begin in another."""
    why = f"这一行前面{_blanks(column)}，同组{f'是 {meant} 个' if meant else '没有空格'}。"
    side = "左" if column > meant else "右"
    remedy = f"请把它（连同它下面的各行）向{side}挪 {abs(column - meant)} 格，和同组的对齐。"
    return Place(line + 1, column + 1), why, remedy


def _blanks(count: int) -> str:
    return f"有 {count} 个空格" if count else "没有空格"


def _levels(lines: Sequence[str]) -> list[_Level]:
    """The groups that are open after those lines, the outermost first."""
    levels: list[_Level] = []
    for line in filter(_written, lines):
        column, text = _begun(line)
        levels = [level for level in levels if level.column <= column]
        while len(levels) < _DEEPEST and (dash := _DASH.match(text)):
            _open(levels, _Level(column, True))
            column, text = column + dash.end(), text[dash.end() :]
        if text and ":" in text:
            _open(levels, _Level(column, False))
    return levels


def _open(levels: list[_Level], level: _Level) -> None:
    if level not in levels:
        levels.append(level)


def _group(lines: Sequence[str], line: int, column: int) -> list[int]:
    """The lines above that begin in the same column, the nearest first, as far as their group goes."""
    group: list[int] = []
    for number in range(line - 1, -1, -1):
        if _written(lines[number]):
            at = _begun(lines[number])[0]
            if at < column:
                break
            if at == column:
                group.append(number)
    return group


def _is_scene(text: str) -> bool:
    """Whether a line may be the head of a scene."""
    return _BARE.match(text) is not None and text.partition(":")[0] not in _GROUPS


def _begun(line: str) -> tuple[int, str]:
    """The column a line begins at, and what is on it."""
    text = line.strip()
    return len(line) - len(line.lstrip()), text


def _written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
