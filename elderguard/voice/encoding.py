"""A recording as the bytes of a file: Opus, or WAV where there is no encoder; named by its checksum."""

from __future__ import annotations

import hashlib
import io
import wave
from typing import Any

from elderguard.voice.pcm import Pcm

OPUS, WAV = ".opus", ".wav"
OPUS_RATES = (8000, 12000, 16000, 24000, 48000)
SHIPPED = 0.93
"""Compression of libsndfile: 24 kbit/s; the shipped clips have 3.09 kB for a second."""
_RECORDED = 0.9  # a microphone in a room brings noise along, which costs bits


def opus(pcm: Pcm, compression: float = SHIPPED) -> bytes:
    """The sound as Opus in Ogg, as shipped at most 3.5 kB for a second of speech; its samples a second
    are one of OPUS_RATES. Raises ImportError, OSError or RuntimeError where there is no encoder."""
    import soundfile  # type: ignore[import-untyped]  # only where a clip is made: it brings numpy

    target = io.BytesIO()
    form: dict[str, Any] = {"format": "OGG", "subtype": "OPUS", "compression_level": compression}
    with soundfile.SoundFile(target, "w", samplerate=pcm.rate, channels=1, **form) as file:
        file.buffer_write(pcm.data, dtype="int16")
    return target.getvalue()


def encoded(pcm: Pcm) -> tuple[bytes, str]:
    """The sound as the bytes of a file, and how its name ends: Opus, or WAV where there is no encoder."""
    if pcm.rate not in OPUS_RATES:
        pcm = pcm.resampled(48000)
    try:
        return opus(pcm, _RECORDED), OPUS
    except (ImportError, OSError, RuntimeError):
        return _as_wav(pcm), WAV


def file_name(data: bytes, suffix: str) -> str:
    """The name of a clip: its checksum, so that another sound is another file."""
    return hashlib.sha256(data).hexdigest() + suffix


def _as_wav(pcm: Pcm) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(pcm.rate)
        file.writeframes(pcm.data)
    return target.getvalue()
