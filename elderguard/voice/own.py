"""The voice packs recorded on this computer: one for each person who spoke, numbered, without names."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from elderguard.settings import why
from elderguard.voice.consent import Consent, consent_of
from elderguard.voice.loudness import Loudness, verdict
from elderguard.voice.pack import MANIFEST, Pack, PackError, read_pack
from elderguard.voice.pack_writing import PART, Write, encoded, file_name, write_manifest, write_whole
from elderguard.voice.pcm import Pcm
from elderguard.voice.utterance import NORMAL, Utterance

PACK = "自己录的声音"
LICENCE = "只在这台电脑上用，录音的人随时可以删掉"
NO_SOUND = "没有录到声音。离麦克风近一点，再录一遍。"
_NAME = re.compile(r"own-([1-9][0-9]{0,5})")
_BESIDE = "voices-"  # begins the folders beside the packs in which something is put together or thrown away


class OwnError(Exception):
    """A recording that could not be kept, deleted, read in or given out. The message is Chinese."""


@dataclass(frozen=True)
class OwnPack:
    """What one person recorded here. `consent` is None where nothing is recorded yet, or where the
    manifest is broken; then `trouble` says so and all that can be done is to delete it."""

    number: int
    folder: Path
    consent: Consent | None = None
    pack: Pack = field(default_factory=lambda: Pack("", LICENCE, {}))
    trouble: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of what is recorded."""
        return frozenset(self.pack.clips)


class OwnPacks:
    """The folder of these packs. Every change is on the disk, whole, when a method returns; `write`
    puts bytes in a file."""

    def __init__(self, folder: Path, write: Write = write_whole) -> None:
        self.folder = folder
        self._write = write

    def all(self) -> tuple[OwnPack, ...]:
        """Every pack, the one that was changed last first: it has the say where two have the same line."""
        found = [(_changed(path), number, path) for number, path in self._folders()]
        return tuple(_read(number, path) for _, number, path in sorted(found, reverse=True))

    def find(self, number: int) -> OwnPack:
        """The pack of that number; one with nothing in it if there is none."""
        path = self._path(number)
        return _read(number, path) if path.is_dir() else OwnPack(number, path)

    def new_number(self) -> int:
        """The number of the next person."""
        return max((number for number, _ in self._folders()), default=0) + 1

    def keep(self, number: int, consent: Consent, utterance: Utterance, pcm: Pcm) -> Loudness:
        """Keeps a recording of that utterance, in the place of an earlier one. Returns how loud it came
        in. Raises OwnError, and then all is as it was."""
        loudness, kept = verdict(pcm)
        if loudness is Loudness.NONE:
            raise OwnError(NO_SOUND)
        if trouble := self.find(number).trouble:
            raise OwnError(trouble)
        folder = self._path(number)
        data, suffix = encoded(kept)
        name = file_name(data, suffix)
        before: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            content = _content(folder) or _empty(consent)
            before = {entry["file"] for entry in content["clips"].values()}
            content["clips"][utterance.key(NORMAL)] = {
                "file": name,
                "sha256": Path(name).stem,
                "spoken": utterance.spoken,
                "voice": utterance.voice.value,
                "speed": NORMAL,
                "seconds": round(kept.seconds, 3),
            }
            self._write(folder / name, data)
            write_manifest(folder, content, self._write)
        except OSError as error:
            _undo(folder, name if name not in before else "")
            raise OwnError(f"这一句没存下来：{why(error)}。以前录的都在。") from error
        for old in before - {entry["file"] for entry in content["clips"].values()}:
            with contextlib.suppress(OSError):  # only room is lost
                (folder / old).unlink()
        return loudness

    def delete(self, number: int) -> None:
        """Deletes a pack with every file of it. Raises OwnError if something of it is left."""
        folder = self._path(number)
        try:
            away = self.beside() / folder.name
            folder.replace(away)  # from here on nothing of it is played
            shutil.rmtree(away.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise OwnError(f"没有删干净：{why(error)}。请再删一次。") from error

    def take_in(self, prepared: Path) -> OwnPack:
        """Makes a finished folder (in `beside`) the newest pack. Raises OSError."""
        number = self.new_number()
        self.folder.mkdir(parents=True, exist_ok=True)
        prepared.replace(self._path(number))
        (self._path(number) / MANIFEST).touch()
        return self.find(number)

    def beside(self) -> Path:
        """An empty folder on the same disk, where nothing is looked for. What earlier ones were left is
        thrown away. Raises OSError."""
        parent = self.folder.parent
        parent.mkdir(parents=True, exist_ok=True)
        for left in parent.glob(f"{_BESIDE}*{PART}"):
            shutil.rmtree(left, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=_BESIDE, suffix=PART, dir=parent))

    def _path(self, number: int) -> Path:
        return self.folder / f"own-{number}"

    def _folders(self) -> list[tuple[int, Path]]:
        named = [(_NAME.fullmatch(path.name), path) for path in self.folder.glob("own-*")]
        return [(int(name[1]), path) for name, path in named if name and path.is_dir()]


def _changed(folder: Path) -> int:
    try:
        return (folder / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


def _read(number: int, folder: Path) -> OwnPack:
    try:
        pack = read_pack(folder)
        return OwnPack(number, folder, consent_of(_content(folder) or {}), pack)
    except (PackError, OSError, ValueError) as error:
        reason = str(error) if isinstance(error, PackError) else "没有记下录音的人同意过"
        return OwnPack(number, folder, trouble=f"{reason}。")


def _content(folder: Path) -> dict[str, Any] | None:
    """What stands in the manifest; None if there is none. Raises OSError, ValueError."""
    try:
        content: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return content


def _empty(consent: Consent) -> dict[str, Any]:
    return {"pack": PACK, "licence": LICENCE, "consent": consent.as_content(), "clips": {}}


def _undo(folder: Path, name: str) -> None:
    """Removes a file that is in no manifest, and a folder in which nothing was ever kept."""
    with contextlib.suppress(OSError):
        if name:
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
