"""One thing to say: what is shown, what is spoken for it, and in whose voice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from elderguard.scenario.vocabulary import Voice

SLOW, NORMAL, QUICK = 130, 170, 200
"""Speaking rates in 字/分, measured without the pauses."""

AFTER_SENTENCE = 0.7
"""Seconds of silence between two utterances."""
BEFORE_CHOICES = 1.0
"""Seconds of silence between a question and its first choice."""


@dataclass(frozen=True)
class Utterance:
    """Something to say. `text` stands on the screen, `spoken` is the same in the form that is
    said (hotlines digit by digit), `pause` is the silence before it in seconds (the first of
    a sequence is said at once all the same)."""

    text: str
    spoken: str
    voice: Voice = Voice.NARRATOR
    pause: float = AFTER_SENTENCE

    def key(self, rate: int) -> str:
        """Names the sound of this utterance by its content: the same words in the same voice at
        the same rate (字/分) have the same key, wherever they stand. Hexadecimal, 64 characters."""
        content = "\n".join((self.voice.value, str(rate), self.spoken))
        return hashlib.sha256(content.encode("utf-8")).hexdigest()
