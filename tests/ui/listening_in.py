"""A program that opens the real microphone, waits until it hears, and prints, as JSON, what came of it.

python listening_in.py FILE SECONDS      what it heard in that time is written to FILE as WAV
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QTimer

from elderguard.ui.microphone import Microphone
from elderguard.voice.pcm import write_wav

notes: dict[str, object] = {"levels": []}


def main(file: str, seconds: str) -> None:
    app = QCoreApplication([])
    microphone = Microphone()
    notes["multimedia_before"] = "PySide6.QtMultimedia" in sys.modules
    started = perf_counter()

    def opened() -> None:
        notes["opened_ms"] = (perf_counter() - started) * 1000
        print("listening", flush=True)
        QTimer.singleShot(round(1000 * float(seconds)), stop)

    def stop() -> None:
        sound = microphone.stop()
        notes["open_after"] = microphone.is_open
        notes["rate"], notes["seconds"] = sound.rate, sound.seconds
        write_wav(sound, Path(file))
        QTimer.singleShot(200, app.quit)

    def broken(reason: str) -> None:
        notes["broken"] = reason
        notes["open_after"] = microphone.is_open
        app.quit()

    microphone.opened.connect(opened)
    microphone.broken.connect(broken)
    microphone.level.connect(notes["levels"].append)  # type: ignore[attr-defined]
    microphone.start()
    QTimer.singleShot(20_000, app.quit)
    app.exec()
    print(json.dumps(notes, ensure_ascii=False))


main(*sys.argv[1:])
