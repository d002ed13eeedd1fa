"""The sources of a run in order of rank: recorded clips, then the computer's own voice."""

from __future__ import annotations

from pathlib import Path

from elderguard.voice.cache import Cache
from elderguard.voice.clips import ClipSource
from elderguard.voice.engine import EngineSource
from elderguard.voice.narrator import Narrator
from elderguard.voice.pack import read_packs


def narrator(cache: Path, *packs: Path) -> Narrator:
    """The narrator of a run. `cache` is the folder for sounds made here, `packs` are folders that hold
    voice packs, the one that ranks highest first. Unreadable packs are left out."""
    found = [pack for folder in packs for pack in read_packs(folder)[0]]
    return Narrator((ClipSource(found), EngineSource(Cache(cache))))
