"""Makes the short sounds of the application, with Python's standard library alone.

    python assets/sounds/make_sounds.py

All tones lie between 300 and 2,000 Hz, where ears of eighty still hear well; they begin and end
softly and stay under -6 dBFS. 16 bit, mono, 24 kHz.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

HERE = Path(__file__).resolve().parent
RATE = 24_000
PEAK = 0.45
LOWEST, HIGHEST = 300.0, 2000.0
ATTACK, RELEASE = 0.008, 0.06

# A tone: when it begins and how long it sounds (s), its pitch (Hz), how loud, how fast it fades (1/s).
Tone = tuple[float, float, float, float, float]

SOUNDS: dict[str, tuple[Tone, ...]] = {
    "sms": ((0.00, 0.40, 880.0, 1.0, 7.0), (0.14, 0.55, 1174.7, 0.9, 6.0)),
    "ring": tuple(
        (start + beat * 0.16, 0.30, pitch, 0.9, 5.0)
        for start in (0.0, 1.5)
        for beat, pitch in enumerate((659.3, 784.0, 987.8, 784.0))
    ),
    "tap": ((0.0, 0.09, 523.3, 0.8, 30.0),),
    "soft-right": (
        (0.00, 0.45, 523.3, 0.8, 5.0),
        (0.13, 0.45, 659.3, 0.8, 5.0),
        (0.26, 0.75, 784.0, 0.9, 4.0),
    ),
    "think-again": ((0.00, 0.50, 440.0, 0.8, 4.5), (0.24, 0.70, 392.0, 0.8, 4.0)),
}
OVERTONES = ((1.0, 1.0), (2.0, 0.18))


def sample(tones: tuple[Tone, ...], moment: float) -> float:
    """The loudness of all tones together at that moment (s)."""
    total = 0.0
    for start, length, pitch, loud, fade in tones:
        at = moment - start
        if 0 <= at < length:
            edge = min(1.0, at / ATTACK, (length - at) / RELEASE)
            shape = loud * edge * math.exp(-fade * at)
            for factor, share in OVERTONES:
                if pitch * factor <= HIGHEST:
                    total += shape * share * math.sin(2 * math.pi * pitch * factor * at)
    return total


def render(tones: tuple[Tone, ...]) -> bytes:
    """The sound as little-endian 16 bit samples."""
    length = max(start + lasting for start, lasting, *_ in tones)
    values = [sample(tones, index / RATE) for index in range(int(length * RATE))]
    loudest = max(abs(value) for value in values)
    samples = array.array("h", (round(value / loudest * PEAK * 32767) for value in values))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()


def main() -> None:
    """Write every sound."""
    for name, tones in SOUNDS.items():
        if any(not LOWEST <= pitch <= HIGHEST for _, _, pitch, _, _ in tones):
            raise ValueError(f"{name}: a tone outside {LOWEST:.0f} to {HIGHEST:.0f} Hz")
        with wave.open(str(HERE / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(render(tones))
    print(f"{len(SOUNDS)} sounds")


if __name__ == "__main__":
    main()
