"""Recorded clips as a source: what was rendered or recorded ahead, found by its content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from elderguard.voice.pack import Pack
from elderguard.voice.source import Recording, SourceError, Task
from elderguard.voice.utterance import NORMAL, Utterance

NAME = "录好的语音"


class ClipSource:
    """The clips of some packs, the first pack that has the words wins. Words recorded only at the
    normal rate are stretched to another. A clip whose file is gone is none: `elderguard voice
    check` tells of it, and the other clips are as good as before."""

    def __init__(self, packs: Sequence[Pack], name: str = NAME) -> None:
        self._packs, self._name = tuple(packs), name

    @property
    def name(self) -> str:
        """What it is called."""
        return self._name

    def offer(self, utterance: Utterance, rate: int) -> Recording | Task | None:
        """The clip of these words."""
        for recorded in dict.fromkeys((rate, NORMAL)):
            for pack in self._packs:
                clip = pack.clips.get(utterance.key(recorded))
                if clip is not None and clip.path.is_file():
                    return Recording(self._name, clip.path, recorded / rate, clip.starts)
        return None

    def receive(self, task: Task, exit_code: int, output: str) -> NoReturn:
        """Clips need no task."""
        raise SourceError(f"“{self._name}”没有要做的事。")
