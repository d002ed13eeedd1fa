"""The child process that speaks: one utterance, one process, one WAV file, with the computer's own voice.

    python -m elderguard.voice.worker          a request as JSON on standard input (see `engine`)
    python -m elderguard.voice.worker --list   which engine and voices there are, as JSON

The only importer of pyttsx3, whose engines lose files, hang, print and stop speaking when asked twice in
one process: so it is asked once, its work is checked, and whoever started this kills it when it is late.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.mandarin import Chosen, EngineVoice, choose, engine_rate, speaks_mandarin
from elderguard.voice.pcm import SoundError, levelled, read, write_wav
from elderguard.voice.pinyin import to_pinyin

DONE, NO_ENGINE, NO_VOICE, NO_SOUND = 0, 3, 4, 5
"""Exit codes. 1 and 2 are Python's own."""

GRACE = 2.0  # seconds after the limit of a request when this process ends itself
_APPLIED = 0.5  # seconds that the engine gets to take a setting over
_WRITTEN = 2.5  # seconds after which a file that is not there is asked for once more
_TICK = 0.01


def main(arguments: Sequence[str]) -> int:
    """Does what the command line asks. The answer goes to standard output as one line of JSON."""
    with contextlib.redirect_stdout(io.StringIO()):  # pyttsx3 prints
        try:
            import pyttsx3  # type: ignore[import-untyped]  # under this roof: it may fail as it loads

            engine = pyttsx3.init()
            voices = _voices(engine)
        except Exception as error:  # each driver fails in its own way
            _answer({"error": f"{type(error).__name__}: {error}"})
            return NO_ENGINE
        if "--list" in arguments:
            return _list(engine, voices)
        if any(voice.reads_pinyin for voice in voices):
            to_pinyin("预")  # loads its tables while there is no hurry yet
        with open(0, "rb", closefd=False) as stdin:  # sys.stdin is None in a windowed bundle
            asked = stdin.read()
        if not asked.strip():
            return DONE  # whoever started this process has gone without a word
        request = json.loads(asked)
        with Path(os.devnull).open("wb") as nowhere:
            # The parent keeps to the limit by killing, but one that was killed itself cannot.
            faulthandler.dump_traceback_later(request["limit"] + GRACE, exit=True, file=nowhere)
            try:
                return _speak(engine, voices, request)
            finally:
                faulthandler.cancel_dump_traceback_later()


def _list(engine: Any, voices: Sequence[EngineVoice]) -> int:
    narrator = choose(voices, Voice.NARRATOR)
    names = [voice.name for voice in voices if speaks_mandarin(voice)]
    speaking = narrator.voice.name if narrator else None
    _answer({"engine": _driver(engine), "mandarin": names, "narrator": speaking})
    return DONE if narrator else NO_VOICE


def _speak(engine: Any, voices: Sequence[EngineVoice], request: dict[str, Any]) -> int:
    chosen = choose(voices, next(voice for voice in Voice if voice.value == request["voice"]))
    if chosen is None:
        _answer({"error": "no Mandarin voice"})
        return NO_VOICE
    rate = engine_rate(_driver(engine), int(request["rate"]))
    if not _set(engine, chosen, rate):
        _answer({"error": f"the engine does not take the voice {chosen.voice.id}"})
        return NO_VOICE
    text = to_pinyin(request["text"]) if chosen.voice.reads_pinyin else request["text"]
    target = Path(request["target"])
    raw = target.with_suffix(".raw.wav")
    try:
        sound = _sound(engine, text, raw)
        if sound is None or _current(engine) != chosen.voice.id:
            _answer({"error": "the engine left no sound"})
            return NO_SOUND
        write_wav(sound, target)
    finally:
        raw.unlink(missing_ok=True)
    _answer({"engine": _driver(engine), "voice": chosen.voice.id})
    return DONE


def _voices(engine: Any) -> list[EngineVoice]:
    return [
        EngineVoice(
            voice.id,
            voice.name or "",
            tuple(map(_tag, voice.languages)),
            voice.gender,
        )
        for voice in engine.getProperty("voices")
    ]


def _tag(tag: object) -> str:
    """A language tag; engines of older versions give bytes."""
    return tag.decode("utf-8", "ignore") if isinstance(tag, bytes) else str(tag)


def _set(engine: Any, chosen: Chosen, rate: int) -> bool:
    """Whether the engine took the voice over, with its rate."""
    wanted: dict[str, object] = {"voice": chosen.voice.id, "rate": rate}
    if _driver(engine) != "espeak":
        _assign(engine, wanted)
        return True
    wanted["pitch"] = chosen.pitch
    # In its first round pyttsx3 sends espeak the settings and "stop" in one breath, and the stop often
    # wins: then it speaks at a speed of its own. So that round goes without text, and from then on
    # settings work at once. A second round without text would never end.
    engine.runAndWait()
    for _ in range(3):
        _assign(engine, wanted)
        if _wait(lambda: all(engine.getProperty(name) == wanted[name] for name in wanted), _APPLIED):
            return True
    return _current(engine) == chosen.voice.id


def _assign(engine: Any, wanted: dict[str, object]) -> None:
    for name, value in wanted.items():
        engine.setProperty(name, value)


def _sound(engine: Any, text: str, raw: Path) -> Any:
    """What the engine says, levelled; None if it does not come to anything."""
    for _ in range(2):
        raw.unlink(missing_ok=True)
        engine.save_to_file(text, str(raw))
        engine.runAndWait()  # may return before the file is there
        if _wait(_whole(raw), _WRITTEN):
            with contextlib.suppress(SoundError):
                sound = levelled(read(raw))
                if sound.data:
                    return sound
    return None


def _whole(file: Path) -> Callable[[], bool]:
    """A question whether the file is written to its end: there, and no longer growing."""
    sizes = [-1]

    def asked() -> bool:
        sizes.append(file.stat().st_size if file.exists() else -1)
        return sizes[-1] > 44 and sizes[-1] == sizes[-2]

    return asked


def _wait(question: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not question():
        if time.monotonic() > end:
            return False
        time.sleep(_TICK)
    return True


def _driver(engine: Any) -> str:
    return str(getattr(engine, "driver_name", "") or engine)


def _current(engine: Any) -> str:
    return str(engine.getProperty("voice"))


def _answer(content: dict[str, object]) -> None:
    os.write(1, (json.dumps(content, ensure_ascii=False) + "\n").encode("utf-8"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
