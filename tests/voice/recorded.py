"""Sounds and packs as somebody at a microphone makes them, for the tests of recordings."""

from __future__ import annotations

import math
from array import array
from pathlib import Path

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.consent import TELLING, Consent
from elderguard.voice.own import OwnPack, OwnPacks
from elderguard.voice.pcm import Pcm
from elderguard.voice.utterance import Utterance

AGREED = Consent("2026-11-25", TELLING)
HELLO = Utterance("您好。", "您好。")
CODE = Utterance("验证码不说。", "验证码不说。", Voice.OLD_WOMAN)


def voice(seconds: float = 0.8, amplitude: float = 9000, rate: int = 24000, pitch: float = 220) -> Pcm:
    """Something like a voice, with a little silence around it."""
    count = round(seconds * rate)
    tone = array("h", (round(amplitude * math.sin(2 * math.pi * pitch * at / rate)) for at in range(count)))
    return Pcm(rate, bytes(rate // 2) + tone.tobytes() + bytes(rate // 2))


def two_lines(folder: Path) -> tuple[OwnPacks, OwnPack]:
    """The packs of a folder with one in it, in which two lines are recorded."""
    packs = OwnPacks(folder)
    packs.keep(1, AGREED, HELLO, voice())
    packs.keep(1, AGREED, CODE, voice(1.2, pitch=180))
    return packs, packs.find(1)
