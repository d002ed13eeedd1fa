"""How a voice pack is written, so that it can be killed at any moment without harm."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from elderguard.voice.pack import FORMAT, MANIFEST, Clip, Pack


def write_pack(folder: Path, pack: Pack) -> None:
    """Writes the manifest, a line for each clip, at once or not at all. Raises OSError."""
    head = {
        "format": FORMAT,
        "pack": pack.name,
        "licence": pack.licence,
        "engine": pack.engine,
        "rate": pack.rate,
        "voices": dict(pack.voices),
    }
    by_words = sorted(pack.clips.items(), key=lambda item: (item[1].voice, item[1].spoken, item[0]))
    lines = (f'  "{key}": {json.dumps(_entry(folder, clip), ensure_ascii=False)}' for key, clip in by_words)
    top = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    whole = f'{top},\n "clips": {{\n' + ",\n".join(lines) + "\n }\n}\n"
    write_whole(folder / MANIFEST, whole.encode("utf-8"))


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that, whenever this process is killed, the old one or the new one is there.
    Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=PARTIAL, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)  # a temporary file is readable by nobody else
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


PARTIAL = ".part-"
"""What the name of a file begins with that is still being written."""


def _entry(folder: Path, clip: Clip) -> dict[str, object]:
    return {
        "file": clip.path.relative_to(folder).as_posix(),
        "spoken": clip.spoken,
        "voice": clip.voice,
        "seconds": clip.seconds,
        "sha256": clip.sha256,
        "starts": clip.starts,
        "speed": clip.speed,
        "level": clip.level,
        "made": clip.made,
    }
