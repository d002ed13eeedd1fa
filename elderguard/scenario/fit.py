"""Whether a mapping of a script fits its shape, and what to say when it does not.

Every misfit is reported, and what does fit is kept: a shape always comes back, with blanks where the
script gave nothing usable, so that the rest of the script can still be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from elderguard.scenario import codes
from elderguard.scenario.called import WORD_CALLED, key_called
from elderguard.scenario.findings import Findings
from elderguard.scenario.model import Path
from elderguard.scenario.schema import WHAT, Shape
from elderguard.scenario.schema_words import FOLDER_PATTERN
from elderguard.scenario.stray import stray
from elderguard.scenario.vocabulary import Word

S = TypeVar("S", bound=Shape)

_NOT_THAT = {
    "string_type": ("这里要写一句话，不是一组。", "请写在冒号后面，同一行里。"),
    "list_type": ("这里要写一串，每项一行。", "每一行用“- ”开头。"),
    "dict_type": ("这里要写一组“键: 值”。", "请分行写，每行一个“键: 值”。"),
    "model_type": ("这里要写一组“键: 值”。", "请分行写，每行一个“键: 值”。"),
    "bool_parsing": ("这里只能写 true（是）或者 false（不是）。", "请改成其中一个。"),
    "bool_type": ("这里只能写 true（是）或者 false（不是）。", "请改成其中一个。"),
    "int_parsing": ("这里要写一个整数。", "请用 0 到 9 的数字写，不加单位。"),
    "int_type": ("这里要写一个整数。", "请用 0 到 9 的数字写，不加单位。"),
    "int_parsing_size": ("这个数太大了。", "请改小一点。"),
    "enum": ("这里只能写一个词。", "请只留一个。"),
}
_TRUTH = {
    **dict.fromkeys(("是", "是的", "对", "有", "真"), "true"),
    **dict.fromkeys(("不是", "不", "否", "没有", "无", "假"), "false"),
}


def fit(
    shape: type[S],
    raw: object,
    path: Path,
    findings: Findings,
    *,
    where: str,
    what_key: str = WHAT,
) -> S:
    """The shape filled from `raw`, which stands at `path`. `where` names the mapping for the author;
    `what_key` is the key in the file that the shape calls WHAT."""
    raw = _respelt(shape, raw, path, findings, where)
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            _report(shape, raw, path, findings, where, what_key, problem)
    return _partly(shape, raw if isinstance(raw, Mapping) else {})


def _respelt(shape: type[Shape], raw: object, path: Path, findings: Findings, where: str) -> object:
    """What was written, with keys that are plainly slips (reported here) put right."""
    known = _aliases(shape)
    if not isinstance(raw, Mapping) or raw.keys() <= known.keys():
        return raw
    respelt: dict[str, Any] = {}
    free = [key for key in known if key not in raw and key != WHAT]
    for key, value in raw.items():
        strange = key not in known and not stray(key, value, path)
        meant = findings.misspelt(path, key, free, where) if strange else None
        respelt.setdefault(meant or key, value)
    return respelt


def _report(
    shape: type[Shape],
    raw: object,
    path: Path,
    findings: Findings,
    where: str,
    what_key: str,
    problem: Mapping[str, Any],
) -> None:
    inner = tuple(part for part in problem["loc"] if part != "[key]")
    at = path + tuple(what_key if part == WHAT else part for part in inner)
    names = [part for part in at if isinstance(part, str)]
    key = names[-1] if names else where
    kind, given, facts = problem["type"], problem["input"], problem.get("ctx", {})
    if len(inner) > 1:
        where = f"“{at[len(path)]}”"
    if kind == "extra_forbidden":
        known = [name for name in _aliases(_inside(shape, inner[:-1])) if name != WHAT]
        remedy = stray(key, problem["input"], at[:-1])
        hint = "" if remedy else findings.meant(key, known, key_called(known))
        remedy = remedy or ("" if hint else "请删掉它，或者照着 README 改。")
        findings.at(at, codes.UNKNOWN_KEY, on_key=True, key=key, where=where, hint=hint, remedy=remedy)
    elif kind == "missing":
        meaning = _field(_inside(shape, inner[:-1]), inner[-1]).description
        findings.at(at[:-1], codes.MISSING_KEY, key=key, where=where, meaning=meaning)
    elif given == "" or kind == "too_short":
        findings.at(at, codes.EMPTY, on_key=True, key=key)
    elif kind == "word":
        words: type[Word] = facts["words"]
        _unknown_word(findings, at, key, given, words)
    elif kind == "string_pattern_mismatch":
        why, remedy = bad_id(given, facts["pattern"] == FOLDER_PATTERN)
        findings.at(at, codes.BAD_ID, given=given, why=why, remedy=remedy)
    else:
        why, remedy = _why(kind, facts)
        if kind == "bool_parsing" and given in _TRUTH:
            remedy = f"请写 {_TRUTH[given]}。"
        findings.at(at, codes.WRONG_TYPE, key=key, why=why, remedy=remedy)


def _unknown_word(findings: Findings, at: Path, key: str, given: str, words: type[Word]) -> None:
    values = [word.value for word in words]
    called = {word.chinese: word.value for word in words}
    several = any(mark in given for mark in "，、")
    hint = (
        "几样东西之间，请用英文的逗号“,”隔开。"
        if several
        else findings.meant(given, values, called | WORD_CALLED)
    )
    known = "、".join(f"{word.value}（{word.chinese}）" for word in words)
    findings.at(at, codes.UNKNOWN_WORD, key=key, given=given, hint=hint, known=known)


def bad_id(given: str, of_folder: bool = False) -> tuple[str, str]:
    """Why a text cannot be an id, and what to do. An id `of_folder` is narrower."""
    if any(character.isspace() for character in given):
        return "里面有空格。", "请把空格换成短横“-”。"
    if of_folder:
        return "它也是文件夹的名字。", "请只用小写字母、数字和短横“-”。"
    return "里面有不能用的符号。", "请只用字母、数字、汉字和短横“-”。"


def _why(kind: str, facts: Mapping[str, Any]) -> tuple[str, str]:
    if kind == "string_too_long":
        return f"太长了，最多 {facts['max_length']} 个字。", "请写短一点。"
    if kind == "greater_than_equal":
        return f"这个数太小，最小是 {facts['ge']}。", "请改大一点。"
    if kind == "less_than_equal":
        return f"这个数太大，最大是 {facts['le']}。", "请改小一点。"
    return _NOT_THAT.get(kind, ("这里看不懂。", "请照着 README 里的例子改。"))


# --- walking over shapes ----------------------------------------------------------------------------


def _aliases(shape: type[Shape]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in shape.model_fields.items()}


def _field(shape: type[Shape], key: object) -> FieldInfo:
    return _aliases(shape)[str(key)]


def _inside(shape: type[Shape], inner: tuple[object, ...]) -> type[Shape]:
    """The shape that stands at `inner` in `shape`."""
    for part in inner:
        known = _aliases(shape)
        shape = (part in known and _shape_in(known[str(part)].annotation)) or shape
    return shape


def _shape_in(annotation: Any) -> type[Shape] | None:
    if get_origin(annotation) is None and isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next((found for part in get_args(annotation) if (found := _shape_in(part))), None)


def _partly(shape: type[S], raw: Mapping[str, Any]) -> S:
    """A shape with every value of `raw` that fits, and blanks for the rest."""
    partial = shape.model_construct()
    for name, field in shape.model_fields.items():
        alias = field.alias or name
        if alias in raw:
            try:
                shape.__pydantic_validator__.validate_assignment(partial, name, raw[alias])
                continue
            except ValidationError:
                pass
        if alias in raw or field.is_required():
            partial.__dict__[name] = _blank(field, raw.get(alias))
    return partial


def _blank(field: FieldInfo, given: object) -> Any:
    kind = get_origin(field.annotation) or field.annotation
    inside = _shape_in(field.annotation)
    if not field.is_required() and (inside is None or field.default is not None):
        return field.get_default(call_default_factory=True)
    if inside is not None and kind is not list:
        return _partly(inside, given if isinstance(given, Mapping) else {})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return {str: "", int: 0, bool: False, dict: {}}.get(kind, []) if isinstance(kind, type) else []
