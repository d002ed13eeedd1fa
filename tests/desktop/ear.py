"""Listens to the recording of a virtual desktop while it grows: whether anybody is speaking just now."""

from __future__ import annotations

import struct
import time
from pathlib import Path

HEADER = 44  # bytes of a WAV file before the sound
QUIET = 60  # of 32,767: below this nobody speaks
START_S = 2.5  # a voice that has not begun by now will not
_TICK = 0.1


class Ear:
    """An ear at a WAV file of 16-bit mono that is being written."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def hear_out(self, pause: float, longest: float) -> None:
        """Wait until nobody has spoken for `pause` seconds, or for START_S from the beginning if nobody
        begins; at most `longest` seconds."""
        began = quiet_since = time.monotonic()
        position, spoken = self._file.stat().st_size, False
        while time.monotonic() - began < longest:
            time.sleep(_TICK)
            position, loud = self._loudest_since(position)
            now = time.monotonic()
            if loud > QUIET:
                spoken, quiet_since = True, now
            if now - quiet_since > (pause if spoken else START_S):
                return

    def _loudest_since(self, position: int) -> tuple[int, int]:
        with self._file.open("rb") as file:
            file.seek(max(HEADER, position) // 2 * 2)
            raw = file.read()
        count = len(raw) // 2
        samples = struct.unpack(f"<{count}h", raw[: 2 * count])
        return max(HEADER, position) // 2 * 2 + 2 * count, max(map(abs, samples), default=0)
