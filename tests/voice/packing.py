"""Makes small voice packs of Opus clips: hums of a known pitch in the place of words."""

from __future__ import annotations

import hashlib
import json
import math
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path

from elderguard.voice.pcm import Pcm
from elderguard.voice.utterance import NORMAL, Utterance

RATE = 24000
PITCH = 180.0  # Hz


def hum(seconds: float, pitch: float = PITCH) -> Pcm:
    """A hum with overtones, as a voice has them."""
    step = 2 * math.pi * pitch / RATE
    samples = (
        round(sum(6000 / tone * math.sin(tone * step * at) for tone in (1, 2, 3)))
        for at in range(round(seconds * RATE))
    )
    return Pcm(RATE, array("h", samples).tobytes())


def pitch_of(sound: Pcm) -> float:
    """The pitch of a hum in Hz: the distance at which it is most like itself."""
    samples = array("h", sound.data)
    middle = len(samples) // 2
    window = samples[middle : middle + 2000]

    def likeness(distance: int) -> int:
        return sum(a * b for a, b in zip(window, samples[middle + distance :], strict=False))

    return sound.rate / max(range(sound.rate // 300, sound.rate // 120), key=likeness)


def clip(sound: Pcm, path: Path) -> None:
    """Writes an Opus clip."""
    import soundfile

    with soundfile.SoundFile(str(path), "w", sound.rate, 1, format="OGG", subtype="OPUS") as file:
        file.buffer_write(sound.data, dtype="int16")


def opus_pack(
    folder: Path,
    sounds: Mapping[Utterance, Pcm],
    starts: Mapping[Utterance, Sequence[float]] | None = None,
) -> Path:
    """A voice pack with these clips at the normal rate; returns its folder. Equal sounds share a file."""
    folder.mkdir(parents=True)
    clips = {}
    for utterance, sound in sounds.items():
        name = f"{hashlib.sha256(sound.data).hexdigest()[:16]}.opus"
        if not (folder / name).exists():
            clip(sound, folder / name)
        clips[utterance.key(NORMAL)] = {
            "file": name,
            "spoken": utterance.spoken,
            "voice": utterance.voice.value,
            "seconds": sound.seconds,
            "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest(),
            "starts": list((starts or {}).get(utterance, ())),
        }
    content = {"pack": "哼的", "licence": "CC0-1.0", "clips": clips}
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    return folder
