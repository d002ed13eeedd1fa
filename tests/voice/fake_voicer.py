"""An engine that hums: a tone for every syllable, quiet at every stop. What is made of it is real sound."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.engine import syllables
from elderguard.voice.pcm import Pcm, of_samples
from elderguard.voice.render.voicer import VoicerError

RATE = 24000


@dataclass
class Hummer:
    """`comma` is the seconds of quiet it makes at a comma, `loud` its amplitude, `syllable` seconds each."""

    comma: float = 0.1
    loud: int = 4000
    syllable: float = 0.2
    wanted: float = 172.0
    who: str = "somebody"
    mute: str = ""
    asked: list[str] = field(default_factory=list)
    engine: str = "hum 1.0"
    rate: int = RATE

    @property
    def voices(self) -> Mapping[Voice, str]:
        return dict.fromkeys(Voice, self.who)

    def pace(self, voice: Voice) -> float:
        return self.wanted

    def speak(self, words: str, voice: Voice) -> Pcm:
        if self.mute and self.mute in words:
            raise VoicerError("嗓子哑了")
        self.asked.append(words)
        samples = array("h", bytes(2 * RATE // 4))
        for character in words:
            if syllables(character):
                samples.extend(self._tone(self.syllable))
            elif character in "，、：；":
                samples.extend(array("h", bytes(2 * round(self.comma * RATE))))
        samples.extend(array("h", bytes(2 * RATE // 4)))
        return of_samples(RATE, samples)

    def _tone(self, seconds: float) -> array[int]:
        count = round(seconds * RATE)
        return array("h", (int(self.loud * math.sin(math.pi * at / 60)) for at in range(count)))
