"""The sources of a run by rank: what was recorded here, what was shipped, the computer's own voice."""

from __future__ import annotations

from pathlib import Path

from elderguard.voice.cache import Cache
from elderguard.voice.clips import ClipSource
from elderguard.voice.engine import EngineSource
from elderguard.voice.narrator import Narrator
from elderguard.voice.own_clips import OwnClips
from elderguard.voice.pack import read_packs


def narrator(cache: Path, *packs: Path, own: Path | None = None) -> Narrator:
    """The narrator of a run. `cache` is the folder for sounds made here, `packs` are folders that hold
    voice packs, the one that ranks highest first, `own` is the folder of what is recorded here, before
    them all. Unreadable packs are left out."""
    found = [pack for folder in packs for pack in read_packs(folder)[0]]
    recorded = (OwnClips(own),) if own is not None else ()
    return Narrator((*recorded, ClipSource(found), EngineSource(Cache(cache))))
