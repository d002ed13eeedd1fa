"""The computer's own voice as a source: pyttsx3 in a child process, its work checked and cached."""

from __future__ import annotations

import contextlib
import json
import re
import sys

from elderguard.voice import reader, worker
from elderguard.voice.cache import Cache
from elderguard.voice.pcm import SoundError, read
from elderguard.voice.source import Recording, SourceError, Task
from elderguard.voice.utterance import Utterance

NAME = "电脑语音"
WORKER_ARGUMENT = "--voice-worker"
"""What a frozen program is started with to be the child process that speaks."""
READER_ARGUMENT = "--voice-reader"
"""What it is started with to be the one that reads clips."""

NO_ENGINE = "电脑的语音程序没装好，请看屏幕上的字。"
NO_VOICE = "这台电脑没有普通话语音，请看屏幕上的字。"
NO_SOUND = "电脑语音没有反应，请看屏幕上的字。"

_EDITION = "1"  # raised when the same request sounds different, so that no old sound is played
_SHORTEST, _LONGEST, _PAUSES = 0.06, 1.2, 4.0  # seconds a syllable, and on top


def worker_command(*arguments: str) -> tuple[str, ...]:
    """The command line of the child process that speaks, in a checkout, installed or in a frozen bundle."""
    return _command(WORKER_ARGUMENT, worker.__name__, *arguments)


def reader_command() -> tuple[str, ...]:
    """The command line of the child process that reads clips."""
    return _command(READER_ARGUMENT, reader.__name__)


def _command(argument: str, module: str, *arguments: str) -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return (sys.executable, argument, *arguments)
    return (sys.executable, "-m", module, *arguments)


class EngineSource:
    """Speaks any text, with the Mandarin voice of this computer."""

    def __init__(self, cache: Cache, command: tuple[str, ...] | None = None) -> None:
        self._cache = cache
        self._command = command or worker_command()

    @property
    def name(self) -> str:
        """What it is called."""
        return NAME

    def offer(self, utterance: Utterance, rate: int) -> Recording | Task | None:
        """The sound from the cache, or the task of making it; nothing for words without a syllable."""
        count = syllables(utterance.spoken)
        if count == 0:
            return None
        key = _key(utterance, rate)
        cached = self._cache.find(key)
        if cached is not None:
            return Recording(NAME, cached)
        try:
            target = self._cache.place(key)
        except OSError as error:
            raise SourceError(NO_SOUND) from error
        limit = 8.0 + 0.1 * count
        request = {
            "limit": limit,
            "text": utterance.spoken,
            "voice": utterance.voice.value,
            "rate": rate,
            "target": str(target),
        }
        return Task(NAME, self._command, json.dumps(request), target, limit, utterance, rate)

    def receive(self, task: Task, exit_code: int, output: str) -> Recording:
        """The sound, once it is known to be one and about as long as these words take."""
        try:
            if exit_code == worker.NO_ENGINE:
                raise SourceError(NO_ENGINE, final=True)
            if exit_code == worker.NO_VOICE:
                raise SourceError(NO_VOICE, final=True)
            if exit_code != worker.DONE or not _plausible(task):
                raise SourceError(NO_SOUND)
            return Recording(NAME, self._cache.keep(_key(task.utterance, task.rate), task.target))
        except OSError as error:
            raise SourceError(NO_SOUND) from error
        finally:
            with contextlib.suppress(OSError):
                task.target.unlink(missing_ok=True)


def syllables(spoken: str) -> int:
    """How many syllables there are to say: hanzi, digits and letters."""
    return len(re.findall(r"[\u3400-\u9fffA-Za-z0-9]", spoken))


def _key(utterance: Utterance, rate: int) -> str:
    return f"{utterance.key(rate)}-{sys.platform}-{_EDITION}"


def _plausible(task: Task) -> bool:
    try:
        seconds = read(task.target).seconds
    except SoundError:
        return False
    count = syllables(task.utterance.spoken)
    return _SHORTEST * count <= seconds <= _LONGEST * count + _PAUSES
