"""A program that speaks through the real loudspeaker and prints, as JSON, what it noticed.

python speaking.py CACHE normal|hang|clips TEXT…

`clips`: from the voice packs in CACHE/packs, and nothing else. A line with "began" comes when the first
utterance sounds, the JSON in the last line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QTimer

from elderguard.ui.audio import Speaker
from elderguard.ui.loudspeaker import Loudspeaker
from elderguard.voice.cache import Cache
from elderguard.voice.clips import ClipSource
from elderguard.voice.engine import EngineSource
from elderguard.voice.narrator import Narrator
from elderguard.voice.pack import read_packs
from elderguard.voice.reading import interface
from elderguard.voice.source import Source

HANG = (sys.executable, "-c", "import time; time.sleep(600)")
notes: dict[str, object] = {}


class Watched(Loudspeaker):
    """A loudspeaker that notes when the first samples went out."""

    first = 0.0

    def play(self, sound: object) -> None:
        super().play(sound)  # type: ignore[arg-type]
        if self._buffer is not None and self._buffer.pos() and not self.first:
            self.first = perf_counter()


def memory() -> float:
    """Resident megabytes of this process; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def main(cache: str, mode: str, *texts: str) -> None:
    app = QCoreApplication([])
    loudspeaker = Watched()
    source: Source = EngineSource(Cache(Path(cache)), HANG if mode == "hang" else None)
    if mode == "clips":
        source = ClipSource(read_packs(Path(cache) / "packs")[0])
    speaker = Speaker(Narrator([source]), loudspeaker=loudspeaker, volume=100)
    began: list[float] = []
    sentences: list[float] = []
    last = perf_counter()
    longest = 0.0

    def tick() -> None:
        nonlocal last, longest
        now = perf_counter()
        longest = max(longest, now - last)
        last = now

    beat = QTimer()
    beat.timeout.connect(tick)
    notes["memory_before"] = memory()
    loading = perf_counter()
    speaker.warm_up()
    notes["warm_up_ms"] = (perf_counter() - loading) * 1000
    notes["memory_ready"] = memory()
    notes["outputs"] = [output.name for output in speaker.outputs()]

    def end() -> None:
        stopping = perf_counter()
        speaker.stop()
        notes["stop_ms"] = (perf_counter() - stopping) * 1000
        QTimer.singleShot(100, app.quit)

    def speak() -> None:
        nonlocal last
        beat.start(2)
        last = perf_counter()
        speaker.speak([interface(text) for text in texts])
        notes["speak_ms"] = (perf_counter() - last) * 1000
        if mode == "hang":
            QTimer.singleShot(1500, end)

    speaker.utterance_began.connect(lambda _: began.append(perf_counter()))
    speaker.utterance_began.connect(lambda index: index or print("began", flush=True))
    speaker.sentence_began.connect(lambda *_: sentences.append(perf_counter()))
    speaker.finished.connect(end)
    speaker.silent.connect(lambda reason: (notes.update(silent=reason), end()))
    started = perf_counter() + 0.3
    QTimer.singleShot(300, speak)
    QTimer.singleShot(60_000, app.quit)
    app.exec()
    notes["first_pcm_ms"] = (loudspeaker.first - started) * 1000 if loudspeaker.first else None
    notes["began_ms"] = [(moment - started) * 1000 for moment in began]
    notes["sentences_ms"] = [(moment - started) * 1000 for moment in sentences]
    notes["numpy"] = "numpy" in sys.modules
    notes["longest_gap_ms"] = longest * 1000
    notes["memory_after"] = memory()
    speaker.close()
    print(json.dumps(notes, ensure_ascii=False))


main(*sys.argv[1:])
