"""How soon a click is heard, and that speaking never holds up the window.

The clips are hums, as long as the words would be, in a pack of the run's own: decoding, stretching,
sending and playing cost the same as with words. What is heard is listened to at a null sink.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from elderguard import paths
from elderguard.scenario.library import Library
from elderguard.ui.shots import own_sights, story_sights
from elderguard.voice.engine import syllables
from tests.desktop.virtual import Desktop
from tests.voice.packing import hum, opus_pack

CHECKOUT = Path(__file__).resolve().parent.parent.parent
STORY = "home-visit"
SECONDS_A_SYLLABLE = 0.35  # 170 字/分
RATE = 16000
LOUD = 500  # of 32,767
GAP_S = 0.15  # of silence before a sound that counts as begun


def pack(desktop: Desktop) -> None:
    """Puts a voice pack for the story and the program's own screens where the program looks for it."""
    library = Library([paths.scenarios_folder()])
    screens = [sight.screen for sight in (*story_sights(library.load(STORY)), *own_sights())]
    utterances = {utterance for screen in screens for utterance in screen.spoken}
    lengths = {each: max(1, round(2 * SECONDS_A_SYLLABLE * syllables(each.spoken))) for each in utterances}
    sounds = {length: hum(length / 2) for length in set(lengths.values())}
    voices = Path(desktop.environment["ELDERGUARD_HOME"]) / "voices" / "bench"
    opus_pack(voices, {each: sounds[length] for each, length in lengths.items()})


class Ear:
    """Listens at the null sink; `begun` are the moments (s of the monotonic clock) when a sound began."""

    def __init__(self, desktop: Desktop) -> None:
        command = ["parec", "-d", "ear.monitor", "--latency-msec=10", "--channels=1", f"--rate={RATE}"]
        self._process = desktop.start(command, stdout=subprocess.PIPE)
        self.begun: list[float] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        raw = self._process.stdout.buffer
        quiet_since = 0.0
        while chunk := raw.read(RATE // 100 * 2):
            now = time.monotonic()
            if max(map(abs, memoryview(chunk[: len(chunk) // 2 * 2]).cast("h")), default=0) > LOUD:
                if now - quiet_since > GAP_S:
                    self.begun.append(now)
                quiet_since = now

    def close(self) -> None:
        """Stop listening."""
        self._process.terminate()
        self._thread.join(5)

    def after(self, moment: float) -> float | None:
        """Seconds from that moment until a sound began."""
        return next((begun - moment for begun in self.begun if begun > moment), None)


def hanging(desktop: Desktop) -> dict[str, Any]:
    """What the window notices of a speaking engine that hangs, and of stopping it."""
    script = str(CHECKOUT / "tests" / "ui" / "speaking.py")
    command = [sys.executable, script, str(desktop.home / "hang"), "hang", "没听过的话。"]
    process = desktop.start(command, stdout=subprocess.PIPE, cwd=CHECKOUT, env={"PYTHONPATH": str(CHECKOUT)})
    told, _ = process.communicate(timeout=60)
    notes: dict[str, Any] = json.loads(told.splitlines()[-1])
    return notes
