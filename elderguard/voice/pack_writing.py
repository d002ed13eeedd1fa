"""How sound and manifest of a voice pack come onto the disk: each file whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import wave
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from elderguard.voice.pack import MANIFEST
from elderguard.voice.pcm import Pcm

OPUS, WAV = ".opus", ".wav"
PART = ".part"
"""The end of a name that is being written; what a killed program leaves has it."""
OPUS_RATES = (8000, 12000, 16000, 24000, 48000)
_COMPRESSION = 0.9  # about 3.4 kB for a second of speech

Write = Callable[[Path, bytes], None]


def write_whole(path: Path, data: bytes) -> None:
    """Puts the bytes in the file in one stroke, even if the power fails. Raises OSError."""
    part = path.with_name(path.name + PART)
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def encoded(pcm: Pcm) -> tuple[bytes, str]:
    """The sound as the bytes of a file, and how its name ends: Opus, or WAV where there is no encoder."""
    if pcm.rate not in OPUS_RATES:
        pcm = pcm.resampled(48000)
    target = io.BytesIO()
    try:
        import soundfile  # type: ignore[import-untyped]  # only where a clip is made: it brings numpy

        form: dict[str, Any] = {"format": "OGG", "subtype": "OPUS", "compression_level": _COMPRESSION}
        with soundfile.SoundFile(target, "w", samplerate=pcm.rate, channels=1, **form) as file:
            file.buffer_write(pcm.data, dtype="int16")
    except (ImportError, OSError, RuntimeError):
        return _as_wav(pcm), WAV
    return target.getvalue(), OPUS


def file_name(data: bytes, suffix: str) -> str:
    """The name of a clip: its checksum, so that another sound is another file."""
    return hashlib.sha256(data).hexdigest() + suffix


def write_manifest(folder: Path, content: Mapping[str, object], write: Write = write_whole) -> None:
    """Puts the manifest of a pack in its folder. Raises OSError."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write(folder / MANIFEST, text.encode("utf-8"))


def _as_wav(pcm: Pcm) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(pcm.rate)
        file.writeframes(pcm.data)
    return target.getvalue()
