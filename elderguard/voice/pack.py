"""A voice pack: a folder of recorded clips and the manifest that names each by its content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
_LARGEST = 32 * 1024 * 1024  # bytes of a manifest


class PackError(Exception):
    """A folder that is no voice pack. The message is Chinese."""


@dataclass(frozen=True)
class Clip:
    """One recording: the file, the words and voice in it, how long it lasts in seconds, and at which
    second each of its sentences begins (empty: not known)."""

    path: Path
    spoken: str
    voice: str
    seconds: float
    sha256: str
    starts: tuple[float, ...] = ()


@dataclass(frozen=True)
class Pack:
    """A folder of clips. `clips` are by `Utterance.key`."""

    name: str
    licence: str
    clips: Mapping[str, Clip]


def read_pack(folder: Path) -> Pack:
    """The pack in that folder. Raises PackError; a clip outside of the folder is one reason."""
    manifest = folder / MANIFEST
    try:
        if manifest.stat().st_size > _LARGEST:
            raise PackError(f"语音包 {folder.name} 的清单太大")
        content: Any = json.loads(manifest.read_text(encoding="utf-8"))
        clips = {str(key): _clip(folder, entry) for key, entry in content["clips"].items()}
        return Pack(str(content["pack"]), str(content["licence"]), clips)
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


def _clip(folder: Path, entry: Mapping[str, Any]) -> Clip:
    path = (folder / str(entry["file"])).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise PackError(f"语音包 {folder.name} 的清单指到文件夹外面去了")
    seconds = float(entry["seconds"])
    starts = tuple(float(start) for start in entry.get("starts", ()))
    return Clip(path, str(entry["spoken"]), str(entry["voice"]), seconds, str(entry["sha256"]), starts)
