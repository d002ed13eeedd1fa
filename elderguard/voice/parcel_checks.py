"""What a file of recordings from elsewhere must be before anything of it is believed.

It may be made to do harm: sizes are bounded before anything is unpacked and again while it is, names are
those that our own files have and no others, the words must belong to their key, and every clip must be
sound of a plausible length.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.consent import Consent, consent_of
from elderguard.voice.engine import syllables
from elderguard.voice.pack import FORMAT, MANIFEST
from elderguard.voice.pcm import Pcm, SoundError, read
from elderguard.voice.utterance import NORMAL, Utterance

MOST_BYTES = 256 * 1024 * 1024  # of the whole file, and of all that is in it
MOST_CLIPS = 5000
MOST_MANIFEST = 4 * 1024 * 1024  # bytes
MOST_CLIP = 12 * 1024 * 1024  # bytes; two minutes of WAV
LONGEST = 120.0  # seconds of a clip
_MOST_DIRECTORY = 1024 * 1024  # bytes of the list of contents
_MOST_BRACKETS = 4 * MOST_CLIPS
_LONGEST_TEXT = 500  # characters spoken in a clip
_RATES = (8000, 12000, 16000, 24000, 48000)
_FASTEST, _SLOWEST, _PAUSES = 0.06, 2.5, 8.0  # seconds a syllable, and on top: elders speak slowly
_FILE = re.compile(r"[0-9a-f]{64}\.(opus|wav)")
_END, _END_SIZE = b"PK\x05\x06", 22


class UnsafeError(Exception):
    """Something in the file is not as ours are. The message is Chinese, without a full stop."""


@dataclass(frozen=True)
class ClaimedClip:
    """A recording as the manifest describes it."""

    file: str
    spoken: str
    voice: Voice
    seconds: float

    @property
    def sha256(self) -> str:
        """The checksum that its name is."""
        return self.file.partition(".")[0]

    @property
    def utterance(self) -> Utterance:
        """What is said in it."""
        return Utterance(self.spoken, self.spoken, self.voice)


@dataclass(frozen=True)
class ClaimedPack:
    """A manifest that has been read and believed so far."""

    consent: Consent
    clips: Mapping[str, ClaimedClip]

    @property
    def keys(self) -> frozenset[tuple[str, str]]:
        """Key and checksum of each clip."""
        return frozenset((key, clip.sha256) for key, clip in self.clips.items())


@dataclass
class Opened:
    """A file whose list of contents has been checked; its parts are read one by one, bounded."""

    parcel: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]
    _left: int = field(default=MOST_BYTES)

    def read(self, name: str) -> bytes:
        """One part, not longer than it says. Raises UnsafeError."""
        if name not in self.entries:
            raise UnsafeError("里面缺了东西")
        most = min(self._left, MOST_MANIFEST if name == MANIFEST else MOST_CLIP)
        try:
            with self.parcel.open(self.entries[name]) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
            raise UnsafeError("文件坏了") from error
        if len(data) > most:
            raise UnsafeError("里面的东西太大")
        self._left -= len(data)
        return data

    def expect(self, names: set[str]) -> None:
        """Nothing else may be in it. Raises UnsafeError."""
        if set(self.entries) - names:
            raise UnsafeError("里面有不认识的东西")


@contextlib.contextmanager
def open_parcel(path: Path) -> Iterator[Opened]:
    """The file with its list of contents checked. Raises UnsafeError, OSError."""
    if not path.is_file():
        raise UnsafeError("没有这个文件")
    if path.stat().st_size > MOST_BYTES:
        raise UnsafeError("文件太大")
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as parcel:
            yield Opened(parcel, _entries(parcel.infolist()))
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise UnsafeError("文件坏了") from error


def _check_directory(path: Path) -> None:
    """Looks at the size of the list of contents before a library takes all of it into memory."""
    with path.open("rb") as file:
        file.seek(-min(path.stat().st_size, _END_SIZE), 2)
        end = file.read(_END_SIZE)
    if len(end) < _END_SIZE or not end.startswith(_END):  # ours have no comment after it
        raise UnsafeError("这不是一份录音")
    count, size = struct.unpack_from("<HI", end, 10)
    if count > MOST_CLIPS + 1 or size > _MOST_DIRECTORY:  # also what ZIP64 puts there
        raise UnsafeError("里面的东西太多")


def _entries(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The parts by name. Each is a plain file with one of our names, said once, of a size that is allowed."""
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.orig_filename != MANIFEST and not _FILE.fullmatch(info.orig_filename):
            raise UnsafeError("里面有不认识的东西")
        if kind not in (0, stat.S_IFREG) or info.flag_bits & 1:
            raise UnsafeError("里面有不认识的东西")
        if info.filename in entries:
            raise UnsafeError("里面有重复的东西")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnsafeError("里面有不认识的东西")
        entries[info.filename] = info
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise UnsafeError("里面的东西太大")
    return entries


def check_manifest(data: bytes) -> ClaimedPack:
    """The manifest, every field of it checked. Raises UnsafeError."""
    try:
        text = data.decode("utf-8")
        if text.count("[") + text.count("{") > _MOST_BRACKETS:
            raise ValueError("too deep or too much")
        content: Any = json.loads(text)
        if not isinstance(content, dict) or not isinstance(content.get("clips"), dict):
            raise ValueError("no list of clips")
        if content.get("format") != FORMAT:
            raise UnsafeError("这份录音是新版本的，这个程序还不认得")
        clips = content["clips"]
        if not 0 < len(clips) <= MOST_CLIPS:
            raise ValueError("too many clips or none")
        return ClaimedPack(_consent(content), {key: _claimed(key, entry) for key, entry in clips.items()})
    except (ValueError, RecursionError) as error:
        raise UnsafeError("清单不对") from error


def _consent(content: Mapping[str, Any]) -> Consent:
    try:
        return consent_of(content)
    except ValueError as error:
        raise UnsafeError("里面没有记下录音的人同意过") from error


def _claimed(key: str, entry: Any) -> ClaimedClip:
    if not isinstance(entry, dict):
        raise ValueError("no clip")
    file, spoken, voice = entry.get("file"), entry.get("spoken"), entry.get("voice")
    seconds: Any = entry.get("seconds")
    if not isinstance(file, str) or not _FILE.fullmatch(file) or entry.get("sha256") != file[:64]:
        raise ValueError("no file")
    if not isinstance(spoken, str) or not 0 < len(spoken) <= _LONGEST_TEXT or not spoken.isprintable():
        raise ValueError("no words")
    if voice not in [each.value for each in Voice]:
        raise ValueError("no voice")
    if type(seconds) not in (int, float) or not 0 < seconds <= LONGEST:
        raise ValueError("no length")
    clip = ClaimedClip(file, spoken, next(each for each in Voice if each.value == voice), float(seconds))
    if clip.utterance.key(NORMAL) != key:
        raise ValueError("the words are others than the key says")
    return clip


def check_clip(path: Path, data: bytes, clip: ClaimedClip) -> Pcm:
    """The sound that has been unpacked to `path`, if it is what was promised. Raises UnsafeError."""
    if hashlib.sha256(data).hexdigest() != clip.sha256:
        raise UnsafeError("有一段声音和清单对不上")
    try:
        if _seconds(path) > LONGEST:
            raise UnsafeError("有一段声音太长")
        sound = read(path)
    except SoundError as error:
        raise UnsafeError("有一段声音放不出来") from error
    count = syllables(clip.spoken)
    if abs(sound.seconds - clip.seconds) > 0.1 or sound.rate not in _RATES:
        raise UnsafeError("有一段声音和清单对不上")
    if not _FASTEST * count <= sound.seconds <= _SLOWEST * count + _PAUSES:
        raise UnsafeError("有一段声音的长短不对")
    return sound


def _seconds(path: Path) -> float:
    """How long a file says that it lasts, before it is decoded. Raises SoundError."""
    if path.suffix == ".wav":
        return 0.0  # never longer than its bytes
    try:
        import soundfile  # type: ignore[import-untyped]  # it brings numpy

        about = soundfile.info(str(path))
    except (ImportError, OSError, RuntimeError) as error:
        raise SoundError("not a sound") from error
    if (about.format, about.subtype) != ("OGG", "OPUS"):
        raise SoundError("another kind of sound")
    seconds: float = about.frames / max(1, about.samplerate)
    return seconds
