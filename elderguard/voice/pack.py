"""A voice pack: a folder of recorded clips and the manifest that names each by its content."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
FORMAT = 1
_LARGEST = 32 * 1024 * 1024  # bytes of a manifest
_LONGEST = 600.0  # seconds of a clip
_KEY = re.compile(r"[0-9a-f]{64}")
# Names of ours, inside the folder: what somebody else packed must not lead anywhere else.
_FILE = re.compile(r"(?:[A-Za-z0-9_-]{1,80}/){0,3}[A-Za-z0-9_-]{1,80}\.(?:opus|ogg|wav|flac)", re.ASCII)


class PackError(Exception):
    """A folder that is no voice pack. The message is Chinese."""


@dataclass(frozen=True)
class Clip:
    """One recording: the file, the words and voice in it, how long it lasts in seconds, its checksum, at
    which second each of its sentences begins (empty: not known), how fast it is spoken (字/分 without
    the pauses), how loud (dBFS while somebody speaks), and what it was made from (see `render`)."""

    path: Path
    spoken: str
    voice: str
    seconds: float
    sha256: str
    starts: tuple[float, ...] = ()
    speed: float = 0.0
    level: float = 0.0
    made: str = ""


@dataclass(frozen=True)
class Pack:
    """A folder of clips. `clips` are by `Utterance.key`; `engine` says what spoke them, with versions,
    `rate` is samples a second, `voices` says for each voice who it is."""

    name: str
    licence: str
    clips: Mapping[str, Clip]
    engine: str = ""
    rate: int = 0
    voices: Mapping[str, str] = field(default_factory=dict)


def read_pack(folder: Path) -> Pack:
    """The pack in that folder. Raises PackError; a clip outside of the folder is one reason."""
    manifest = folder / MANIFEST
    try:
        if manifest.stat().st_size > _LARGEST:
            raise PackError(f"语音包 {folder.name} 的清单太大")
        content: Any = json.loads(manifest.read_text(encoding="utf-8"))
        if content.get("format", FORMAT) != FORMAT:
            raise PackError(f"语音包 {folder.name} 是新版本的，这个程序还不认得")
        clips = {_key(key): _clip(folder, entry) for key, entry in content["clips"].items()}
        voices = {str(voice): str(told) for voice, told in content.get("voices", {}).items()}
        return Pack(
            str(content["pack"]),
            str(content["licence"]),
            clips,
            str(content.get("engine", "")),
            int(content.get("rate", 0)),
            voices,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PackError(f"语音包 {folder.name} 的清单读不出来") from error


def read_packs(folder: Path) -> tuple[tuple[Pack, ...], tuple[str, ...]]:
    """All packs in the folders of a folder, by name, and the Chinese reasons of those unreadable."""
    packs: list[Pack] = []
    troubles: list[str] = []
    for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
        pack = _read_or_reason(manifest.parent)
        if isinstance(pack, Pack):
            packs.append(pack)
        else:
            troubles.append(pack)
    return tuple(packs), tuple(troubles)


def _read_or_reason(folder: Path) -> Pack | str:
    try:
        return read_pack(folder)
    except PackError as error:
        return str(error)


def _key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError(key)
    return key


def _clip(folder: Path, entry: Mapping[str, Any]) -> Clip:
    file = str(entry["file"])
    if not _FILE.fullmatch(file):
        raise PackError(f"语音包 {folder.name} 的清单指到文件夹外面去了")
    seconds = float(entry["seconds"])
    starts = tuple(map(float, entry.get("starts", ())))
    if not 0 <= seconds <= _LONGEST or len(starts) > _LONGEST or not all(map(math.isfinite, starts)):
        raise ValueError(seconds)
    return Clip(
        folder / file,
        str(entry["spoken"]),
        str(entry["voice"]),
        seconds,
        str(entry["sha256"]),
        starts,
        float(entry.get("speed", 0)),
        float(entry.get("level", 0)),
        str(entry.get("made", "")),
    )
