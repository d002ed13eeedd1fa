"""While somebody speaks into the microphone the program does not talk over her."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from elderguard.settings import Settings
from elderguard.ui.audio import Speaker
from elderguard.ui.effects import Effects
from elderguard.ui.speech import Speech
from elderguard.voice.narrator import Narrator
from elderguard.voice.reading import interface

HELLO = (interface("您好。"),)


class Listened(Speaker):
    """A speaker that only writes down what it was asked for."""

    def __init__(self) -> None:
        super().__init__(Narrator([]))
        self.asked: list[object] = []

    def speak(self, utterances: object) -> None:
        """Write it down."""
        self.asked.append(utterances)

    def stop(self) -> None:
        """Write it down."""
        if hasattr(self, "asked"):
            self.asked.append("silence")


class Ding(Effects):
    """Effects that only write down."""

    played: list[str] = []  # noqa: RUF012 - one test, one list

    def play(self, name: str) -> None:
        """Write it down."""
        self.played.append(name)


def test_nothing_is_said_as_long_as_the_microphone_listens(qapp: QApplication, tmp_path: Path) -> None:
    speech = Speech(lambda: Narrator([]), Settings)
    speaker, effects = Listened(), Ding(tmp_path)
    speech._speaker, speech._effects = speaker, effects
    speech.keep_silent(True)
    speech.say(HELLO)
    speech.effect("ding")
    assert speaker.asked == ["silence", "silence"]
    assert effects.played == []
    speech.keep_silent(False)
    speech.say(HELLO)
    speech.effect("ding")
    assert speaker.asked[-1] == HELLO
    assert effects.played == ["ding"]
