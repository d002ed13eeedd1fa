"""How a clip is coded: Opus in Ogg, at most 3.5 kB for a second of speech."""

from __future__ import annotations

import io

from elderguard.voice.pcm import Pcm

SUFFIX = ".opus"
_COMPRESSION = 0.93  # of libsndfile: 24 kbit/s; measured 3.05 kB for a second of clips at 24 kHz, mono


def coded(pcm: Pcm) -> bytes:
    """The sound as the bytes of a file."""
    import soundfile  # type: ignore[import-untyped]  # brings numpy, and only authors need it

    made = io.BytesIO()
    settings = {"format": "OGG", "subtype": "OPUS", "compression_level": _COMPRESSION}
    with soundfile.SoundFile(made, "w", pcm.rate, 1, **settings) as file:
        file.buffer_write(pcm.data, "int16")
    return made.getvalue()
