"""The protocol of everything that can speak the sentences of a clip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.pcm import Pcm


class VoicerError(Exception):
    """Something that should speak cannot. The message is Chinese and says what to do."""


class Voicer(Protocol):
    """An engine that speaks, or a box of recordings."""

    @property
    def engine(self) -> str:
        """What it is, with the versions of its parts, as the manifest of a pack names it."""
        ...

    @property
    def rate(self) -> int:
        """Samples a second."""
        ...

    @property
    def voices(self) -> Mapping[Voice, str]:
        """For each voice who it is; another text means that it sounds different."""
        ...

    def pace(self, voice: Voice) -> float:
        """How fast that voice shall be in a clip, in 字/分 without the pauses."""
        ...

    def speak(self, words: str, voice: Voice) -> Pcm:
        """A sentence (or a part of one) with its stop, in that voice, as fast as it comes. The silence
        around it does not matter. Raises VoicerError."""
        ...
