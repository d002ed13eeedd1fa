"""What a person can set, and how it is kept as JSON.

Reading never fails: what is broken counts as not set, and a Chinese sentence says so. Keys that this
version does not know are kept, so that an older program does not wipe what a newer one set.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

TEXT_SIZES = (100, 125, 150, 200)  # per cent
SPEECH_RATES = (130, 170, 200)  # 字 a minute
THEMES = ("light", "dark")
VOLUMES = range(101)  # 0 is silent, 100 the loudest
_LARGEST_FILE = 64 * 1024  # bytes; ours has a few hundred
_MOST_BRACKETS = 400  # so that nothing nests deeper than JSON can be written again
_LONGEST_OUTPUT = 500  # characters of the id of a sound output

_NOT_READABLE = "以前的设置读不出来，先用原来的样子。"
_PARTLY_READABLE = "以前的设置有几项不对，那几项先用原来的样子。"
_NOT_KEPT = "设置这次有用，但是没能存下来：{why}。"


@dataclass(frozen=True)
class Settings:
    """How the program is set for the people in front of it. `output` is the id of the sound output
    (None: the one the system prefers); `follow`: a line that was heard to its end is followed by the next;
    `sound_checked`: it was asked once whether the voice can be heard; `unknown` holds keys of other
    versions."""

    text_size: int = 100
    speech_rate: int = 170
    volume: int = 80
    muted: bool = False
    output: str | None = None
    theme: str = "light"
    reduced_motion: bool = False
    follow: bool = True
    sound_checked: bool = False
    unknown: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def _one_of(allowed: tuple[int, ...] | range) -> Callable[[object], bool]:
    return lambda value: type(value) is int and value in allowed


def _is_output(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_OUTPUT and value.isprintable()


_ALLOWED: dict[str, Callable[[object], bool]] = {
    "text_size": _one_of(TEXT_SIZES),
    "speech_rate": _one_of(SPEECH_RATES),
    "volume": _one_of(VOLUMES),
    "muted": lambda value: isinstance(value, bool),
    "output": lambda value: value is None or _is_output(value),
    "theme": lambda value: value in THEMES,
    "reduced_motion": lambda value: isinstance(value, bool),
    "follow": lambda value: isinstance(value, bool),
    "sound_checked": lambda value: isinstance(value, bool),
}


def _read(path: Path) -> dict[str, object]:
    """The object in the file. Raises OSError or ValueError when there is none."""
    if not path.is_file():  # a pipe or a device would never end
        raise ValueError("not a file")
    with path.open("rb") as file:
        raw = file.read(_LARGEST_FILE + 1)
    if len(raw) > _LARGEST_FILE:
        raise ValueError("too large")
    text = raw.decode("utf-8")
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        raise ValueError("too deep")
    content: Any = json.loads(text)
    if not isinstance(content, dict):
        raise ValueError("not an object")
    return content


def load(path: Path) -> tuple[Settings, str | None]:
    """The settings in a file, and a Chinese sentence if they could not all be read."""
    try:
        if not os.path.lexists(path):
            return Settings(), None
        content = _read(path)
    except (OSError, ValueError):
        return Settings(), _NOT_READABLE
    good = {key: value for key, value in content.items() if key in _ALLOWED and _ALLOWED[key](value)}
    unknown = {key: value for key, value in content.items() if key not in _ALLOWED}
    settings = Settings(**good, unknown=MappingProxyType(unknown))  # type: ignore[arg-type]  # checked above
    return settings, None if len(good) + len(unknown) == len(content) else _PARTLY_READABLE


def save(settings: Settings, path: Path) -> str | None:
    """Keep the settings: wholly or not at all, even if the power fails. Returns None, or a Chinese
    sentence that says why they are not kept."""
    known = {entry.name: getattr(settings, entry.name) for entry in fields(settings)}
    content = {**known.pop("unknown"), **known}
    text = json.dumps(content, indent=2, sort_keys=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(text, path)
    except OSError as error:
        return _NOT_KEPT.format(why=why(error))
    return None


def _write_whole(text: str, path: Path) -> None:
    """Put the text in the file in one stroke: a reader sees the old file or the new one."""
    handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def why(error: OSError) -> str:
    """What hinders writing, in a few Chinese words."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return "这个文件夹不让写"
        case errno.ENOSPC | errno.EDQUOT:
            return "磁盘满了"
        case errno.EROFS:
            return "这个磁盘只能读"
        case _:
            return "写文件出了错"
