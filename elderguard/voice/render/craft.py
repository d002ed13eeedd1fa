"""How a text becomes a clip: sentence by sentence, at the right pace, with pauses that can be heard.

An engine is asked for whole sentences, because only so they sound like one. Where it hardly pauses at a
comma, its own short silence there is widened; where it does not pause at all, the parts are spoken apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.engine import syllables
from elderguard.voice.measure import PAUSE, WINDOW, Pause, pauses, speaking, windows
from elderguard.voice.pcm import Pcm
from elderguard.voice.render.shape import at_level, joined, trimmed, widened
from elderguard.voice.render.voicer import Voicer, VoicerError
from elderguard.voice.tempo import paced

EDITION = "1"
"""Raised when the same words are made into a clip in another way, so that old clips count as stale."""

SENTENCE_PAUSE, COMMA_PAUSE = 0.74, 0.34
"""Seconds; a little over the gate's 0.7 and 0.3, because coding blurs the edges of a silence."""
_STOPS, _COMMAS = "。！？!?", "，、：；"
_SENTENCE = re.compile(rf"[^{_STOPS}]+[{_STOPS}]*")
_PART = re.compile(rf"[^{_COMMAS}]+[{_COMMAS}]*")
_SHORTEST = 0.04  # seconds of quiet that may be a comma
_NEAR = 1.6  # syllables that a comma may be heard away from where it is reckoned
_TRIES, _NEAR_ENOUGH = 5, 0.015  # of the wanted pace
_SLOWEST, _QUICKEST = 0.42, 1.15  # times as fast as the engine: beyond, no longer understood


@dataclass(frozen=True)
class Crafted:
    """A finished clip before it is coded, and the second at which each of its sentences begins."""

    pcm: Pcm
    starts: tuple[float, ...]


def sentences(spoken: str) -> tuple[str, ...]:
    """The sentences of a spoken text, each with its stop."""
    return tuple(sentence for sentence in _SENTENCE.findall(spoken) if syllables(sentence))


def parts(sentence: str) -> tuple[str, ...]:
    """What stands between the commas of a sentence, each with what follows it."""
    return tuple(part for part in _PART.findall(sentence) if syllables(part))


def craft(voicer: Voicer, spoken: str, voice: Voice) -> Crafted:
    """The clip of these words at that voice's pace. Raises VoicerError if nothing can be said."""
    said = sentences(spoken)
    if not said:
        raise VoicerError(f"“{spoken}”里没有可以念的字")
    engine = _Engine(voicer, voice)
    wanted, faster = voicer.pace(voice), 1.0
    tried: dict[float, list[Pcm]] = {}
    for _ in range(_TRIES):  # what counts as a pause changes with the pace
        pieces = [engine.sentence(sentence, faster) for sentence in said]
        reached = 60 * syllables(spoken) / sum(speaking(windows(piece)) for piece in pieces)
        tried.setdefault(abs(reached / wanted - 1), pieces)
        if min(tried) <= _NEAR_ENOUGH:
            break
        faster = min(max(faster * wanted / reached, _SLOWEST), _QUICKEST)
    pcm, starts = joined([at_level(piece) for piece in tried[min(tried)]], SENTENCE_PAUSE)
    return Crafted(pcm, starts)


class _Engine:
    """A voicer in one voice, asked once for the same words."""

    def __init__(self, voicer: Voicer, voice: Voice) -> None:
        self._voicer, self._voice = voicer, voice
        self._spoken: dict[str, Pcm] = {}

    def words(self, words: str, faster: float) -> Pcm:
        """These words without the silence around them, `faster` times as fast as they came."""
        if words not in self._spoken:
            pcm = trimmed(at_level(self._voicer.speak(words, self._voice)))
            if not pcm.data:
                raise VoicerError(f"“{words}”念不出声音来")
            self._spoken[words] = pcm
        return trimmed(paced(self._spoken[words], faster))

    def sentence(self, sentence: str, faster: float) -> Pcm:
        """A sentence with a pause at each of its commas."""
        return _with_pauses(self.words(sentence, faster), sentence, lambda part: self.words(part, faster))


def _with_pauses(whole: Pcm, sentence: str, apart: Callable[[str], Pcm]) -> Pcm:
    """The sentence with a pause at each of its commas; `apart` speaks a part of it alone."""
    inside = parts(sentence)
    if len(inside) == 1:
        return whole
    loudness = windows(whole)
    heard = _commas_heard(inside, pauses(loudness, _SHORTEST), len(loudness) * WINDOW)
    if heard is None:
        return joined([apart(part) for part in inside], COMMA_PAUSE)[0]
    short = [pause for pause in heard if pause.seconds < COMMA_PAUSE]
    return widened(whole, ((pause.at + pause.seconds / 2, COMMA_PAUSE - pause.seconds) for pause in short))


def _commas_heard(inside: Sequence[str], quiet: Sequence[Pause], seconds: float) -> tuple[Pause, ...] | None:
    """The silence that belongs to each comma, found by how many syllables have been said before it; None
    if one comma has none."""
    total = sum(map(syllables, inside))
    speaking = seconds - sum(pause.seconds for pause in quiet)
    found: list[Pause] = []
    said = 0
    for part in inside[:-1]:
        said += syllables(part)
        near = [pause for pause in quiet if not found or pause.at > found[-1].at]
        if not near:
            return None
        away = {pause: abs(_said_before(pause, quiet) / speaking * total - said) for pause in near}
        best = min(near, key=lambda pause: away[pause] - 10 * min(pause.seconds, PAUSE))
        if away[best] > _NEAR:
            return None
        found.append(best)
    return tuple(found)


def _said_before(pause: Pause, quiet: Sequence[Pause]) -> float:
    """Seconds of speaking before that silence."""
    return pause.at - sum(other.seconds for other in quiet if other.at < pause.at)
