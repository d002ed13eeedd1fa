"""What was recorded on this computer as a source of its own, before all others: a new recording is heard
at once, a deleted one never again."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NoReturn

from elderguard.voice.clips import ClipSource
from elderguard.voice.pack import MANIFEST, Pack, PackError, read_pack
from elderguard.voice.source import Recording, Task
from elderguard.voice.utterance import Utterance

NAME = "自己录的声音"


class OwnClips:
    """The packs in a folder, the one changed last first; read again as soon as a manifest has changed.
    What cannot be read or has lost its file is left to the next source."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[tuple[int, int, str], ...] = ()
        self._clips = ClipSource((), NAME)

    @property
    def name(self) -> str:
        """What it is called."""
        return NAME

    def offer(self, utterance: Utterance, rate: int) -> Recording | Task | None:
        """The recording of these words, as it is now."""
        self._look()
        return self._clips.offer(utterance, rate)

    def receive(self, task: Task, exit_code: int, output: str) -> NoReturn:
        """Clips need no task."""
        self._clips.receive(task, exit_code, output)

    def _look(self) -> None:
        """A few files are asked for their dates, no more, while nothing changes."""
        seen = []
        for manifest in self._folder.glob(f"*/{MANIFEST}"):
            with contextlib.suppress(OSError):  # deleted just now
                known = manifest.stat()
                seen.append((known.st_mtime_ns, known.st_size, manifest.parent.name))
        seen.sort(reverse=True)
        if tuple(seen) != self._seen:
            self._seen = tuple(seen)
            packs = filter(None, map(self._read, (name for _, _, name in seen)))
            self._clips = ClipSource(tuple(packs), NAME)

    def _read(self, name: str) -> Pack | None:
        try:
            return read_pack(self._folder / name)
        except PackError:
            return None
