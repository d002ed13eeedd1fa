"""A pack brought up to date: what is missing or stale is rendered, clip by clip, so that it can be stopped or
killed at any moment and goes on from there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.measure import active_level, pace, windows
from elderguard.voice.pack import Clip, Pack
from elderguard.voice.packing import PARTIAL, write_pack, write_whole
from elderguard.voice.pronunciation import pronounced
from elderguard.voice.render.craft import EDITION, craft
from elderguard.voice.render.opus import SUFFIX, coded
from elderguard.voice.render.voicer import Voicer
from elderguard.voice.utterance import NORMAL, Utterance

_NOTED = 5  # clips after which the manifest is written


@dataclass(frozen=True)
class Work:
    """What there is to do in a pack: the clips to render by key, and the keys nobody asks for any more."""

    due: Mapping[str, Utterance]
    unasked: frozenset[str]


def made_from(utterance: Utterance, who: str) -> str:
    """What a clip is made from, in 16 hexadecimal digits: another value means that it would sound
    different. `who` is the voicer's description of the voice."""
    said = " ".join(syllable for syllables in pronounced(utterance.spoken) for syllable in syllables)
    content = "\n".join((EDITION, who, utterance.spoken, said))
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]


def work(pack: Pack, wanted: Iterable[Utterance], voices: Mapping[Voice, str]) -> Work:
    """What is missing or stale in a pack that shall hold the `wanted` utterances."""
    asked = {utterance.key(NORMAL): utterance for utterance in wanted}
    due = {
        key: utterance
        for key, utterance in asked.items()
        if not _is_current(pack.clips.get(key), made_from(utterance, voices[utterance.voice]))
    }
    return Work(due, frozenset(pack.clips) - frozenset(asked))


def render(
    folder: Path, pack: Pack, due: Mapping[str, Utterance], voicer: Voicer, done: Callable[[Clip], None]
) -> Pack:
    """The pack with the clips that were due, each in its file before the manifest names it. `done` is told
    of every clip; what it raises ends the work, and what is finished by then is kept.

    Raises VoicerError and OSError."""
    clips = dict(pack.clips)
    told = {voice.value: who for voice, who in voicer.voices.items()}
    pack = replace(pack, engine=voicer.engine, rate=voicer.rate, voices=told, clips=clips)
    noted = len(clips)
    try:
        for key, utterance in due.items():
            clips[key] = _clip(folder, key, utterance, voicer)
            done(clips[key])
            noted += 1
            if noted % _NOTED == 0:
                write_pack(folder, pack)
    finally:
        write_pack(folder, pack)
    return pack


def pruned(folder: Path, pack: Pack, unasked: Iterable[str]) -> Pack:
    """The pack without those clips, and the folder without any file that no clip needs. Raises OSError."""
    gone = frozenset(unasked)
    pack = replace(pack, clips={key: clip for key, clip in pack.clips.items() if key not in gone})
    write_pack(folder, pack)
    needed = {clip.path for clip in pack.clips.values()}
    for file in (*folder.glob(f"*/*{SUFFIX}"), *folder.glob(f"**/{PARTIAL}*")):
        if file not in needed:
            file.unlink()
    return pack


def _is_current(clip: Clip | None, made: str) -> bool:
    return clip is not None and clip.made == made and clip.path.is_file()


def _clip(folder: Path, key: str, utterance: Utterance, voicer: Voicer) -> Clip:
    crafted = craft(voicer, utterance.spoken, utterance.voice)
    data = coded(crafted.pcm)
    path = folder / key[:2] / f"{key[:32]}{SUFFIX}"
    write_whole(path, data)
    loudness = windows(crafted.pcm)
    return Clip(
        path,
        utterance.spoken,
        utterance.voice.value,
        round(crafted.pcm.seconds, 3),
        hashlib.sha256(data).hexdigest(),
        crafted.starts,
        round(pace(utterance.spoken, loudness), 1),
        round(active_level(loudness), 2),
        made_from(utterance, voicer.voices[utterance.voice]),
    )


def in_order(utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """The utterances, the same sound once, in the order they are come across."""
    found: dict[str, Utterance] = {}
    for utterance in utterances:
        found.setdefault(utterance.key(NORMAL), utterance)
    return tuple(found.values())
