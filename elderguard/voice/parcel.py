"""Own recordings as one file: given out to a USB stick, read in on another computer, whole or not at all.

The file is a ZIP with `manifest.json` and, beside it, each clip under the checksum of its content.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import zipfile
from pathlib import Path

from elderguard.settings import why
from elderguard.voice.own import LICENCE, PACK, OwnError, OwnPack, OwnPacks, recorded
from elderguard.voice.pack import MANIFEST, Clip, Pack
from elderguard.voice.packing import Write, write_pack, write_whole
from elderguard.voice.parcel_checks import MOST_BYTES, UnsafeError, check_clip, check_manifest, open_parcel

SUFFIX = ".elderguard-voice"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # no date in the file: who recorded when is nobody's business


def give_out(pack: OwnPack, target: Path, write: Write = write_whole) -> None:
    """Writes a pack as one file, in the place of an older one. Raises OwnError."""
    if pack.consent is None or not pack.keys:
        raise OwnError(pack.trouble or "还没有录音，没有可以拿走的。")
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as parcel:
            for name in (MANIFEST, *sorted({clip.path.name for clip in pack.pack.clips.values()})):
                parcel.writestr(zipfile.ZipInfo(name, _LONG_AGO), (pack.folder / name).read_bytes())
        if packed.tell() > MOST_BYTES:
            raise OwnError("录音太多，一个文件装不下。")
        write(target, packed.getvalue())
    except OSError as error:
        raise OwnError(f"没有存到那里：{why(error)}。") from error


def take_in(parcel: Path, packs: OwnPacks) -> OwnPack:
    """Reads such a file, checked as if a stranger had made it to do harm. Raises OwnError, and then
    nothing of it is on the disk."""
    folder: Path | None = None
    try:
        folder = packs.beside()
        prepared = folder / "pack"
        prepared.mkdir()
        with open_parcel(parcel) as opened:
            manifest = check_manifest(opened.read(MANIFEST))
            opened.expect({MANIFEST, *(clip.file for clip in manifest.clips.values())})
            clips: dict[str, Clip] = {}
            for key, clip in manifest.clips.items():
                data, path = opened.read(clip.file), prepared / clip.file
                write_whole(path, data)
                clips[key] = recorded(path, clip.utterance, check_clip(path, data, clip))
        if any(_same(pack, manifest.keys) for pack in packs.all()):
            raise OwnError("这份录音已经在这台电脑里了。")
        write_pack(prepared, Pack(PACK, LICENCE, clips), {"consent": manifest.consent.as_content()})
        return packs.take_in(prepared)
    except UnsafeError as error:
        raise OwnError(f"这个文件不能用：{error}。") from error
    except OSError as error:
        raise OwnError(f"没有读进来：{why(error)}。") from error
    finally:
        if folder is not None:
            with contextlib.suppress(OSError):
                shutil.rmtree(folder)


def _same(pack: OwnPack, keys: frozenset[tuple[str, str]]) -> bool:
    """Whether a pack holds all of these recordings already."""
    return keys <= {(key, clip.sha256) for key, clip in pack.pack.clips.items()}
