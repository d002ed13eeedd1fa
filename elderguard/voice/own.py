"""The voice packs recorded on this computer: one for each person who spoke, numbered, without names."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from elderguard.settings import why
from elderguard.voice.consent import Consent, consent_of
from elderguard.voice.encoding import encoded, file_name
from elderguard.voice.loudness import Loudness, verdict
from elderguard.voice.measure import active_level, pace, windows
from elderguard.voice.pack import MANIFEST, Clip, Pack, PackError, read_pack
from elderguard.voice.packing import Write, write_pack, write_whole
from elderguard.voice.pcm import Pcm
from elderguard.voice.utterance import NORMAL, Utterance

PACK = "自己录的声音"
LICENCE = "只在这台电脑上用，录音的人随时可以删掉"
NO_SOUND = "没有录到声音。离麦克风近一点，再录一遍。"
_NAME = re.compile(r"own-([1-9][0-9]{0,5})")
_BESIDE, _PART = (
    "voices-",
    ".part",
)  # begin and end the names of folders beside the packs in which something is put together or thrown away

_AT_WORK = 600.0  # seconds that putting together or throwing away may take


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
        known = self.find(number)
        clips = {**known.pack.clips, utterance.key(NORMAL): recorded(folder / name, utterance, kept)}
        before = {clip.path for clip in known.pack.clips.values()}
        try:
            self._write(folder / name, data)
            about = {"consent": (known.consent or consent).as_content()}
            write_pack(folder, Pack(PACK, LICENCE, clips), about, self._write)
        except OSError as error:
            _undo(folder, name if folder / name not in before else "")
            raise OwnError(f"这一句没存下来：{why(error)}。以前录的都在。") from error
        for old in before - {clip.path for clip in clips.values()}:
            with contextlib.suppress(OSError):  # only room is lost
                old.unlink()
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
        """An empty folder on the same disk, where nothing is looked for. Raises OSError."""
        self.tidy()
        parent = self.folder.parent
        parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=_BESIDE, suffix=_PART, dir=parent))

    def tidy(self) -> None:
        """Throws away what a program that was killed left of a pack it was deleting or reading in."""
        for left in self.folder.parent.glob(f"{_BESIDE}*{_PART}"):
            with contextlib.suppress(OSError):
                if time.time() - left.stat().st_mtime > _AT_WORK:  # else somebody may be at it
                    shutil.rmtree(left)

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
        return OwnPack(number, folder, consent_of(_noted(folder)), pack)
    except (PackError, OSError, ValueError) as error:
        reason = str(error) if isinstance(error, PackError) else "没有记下录音的人同意过"
        return OwnPack(number, folder, trouble=f"{reason}。")


def recorded(path: Path, utterance: Utterance, sound: Pcm) -> Clip:
    """What a manifest says of a recording in that file, which is named by its checksum."""
    loudness = windows(sound)
    return Clip(
        path,
        utterance.spoken,
        utterance.voice.value,
        round(sound.seconds, 3),
        path.stem,
        speed=round(pace(utterance.spoken, loudness), 1),
        level=round(active_level(loudness), 1),
    )


def _noted(folder: Path) -> dict[str, Any]:
    """What stands in the manifest beside the clips. Raises OSError, ValueError."""
    content: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return content


def _undo(folder: Path, name: str) -> None:
    """Removes a file that is in no manifest, and a folder in which nothing was ever kept."""
    with contextlib.suppress(OSError):
        if name:
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
