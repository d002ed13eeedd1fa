"""The voice as the pages know it: which words are lit, what the button of the voice says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from elderguard.settings import Settings
from elderguard.ui.loudspeaker import Loudspeaker
from elderguard.ui.screen import Saying
from elderguard.ui.speech import Speech
from elderguard.voice.clips import ClipSource
from elderguard.voice.narrator import Narrator
from elderguard.voice.pack import read_pack
from elderguard.voice.pcm import Pcm
from elderguard.voice.utterance import Utterance
from tests.voice.packing import hum, opus_pack

QUICKLY = 8000
TWO = Utterance("拨打110。别怕。", "拨打幺幺零。别怕。")
OTHER = Utterance("一句话。", "一句。两句。")


class Box(Loudspeaker):
    """A loudspeaker that keeps still; `heard` seconds of the sound have been heard."""

    heard = 0.0
    volume = -1

    def open(self) -> str:
        return ""

    def play(self, sound: Pcm) -> None:
        self.heard = 0.0

    @property
    def position(self) -> float:
        return self.heard

    def set_volume(self, volume: int) -> None:
        self.volume = volume


class Talk:
    """A speech with its settings, its loudspeakers, and what it told."""

    def __init__(self, folder: Path) -> None:
        starts = {TWO: [0, 0.6], OTHER: [0, 0.6]}
        opus_pack(folder, {TWO: hum(1.0), OTHER: hum(1.0)}, starts)
        self.settings = Settings()
        self.boxes: list[Box] = []
        self.lit: list[str] = []
        self.said: list[Saying] = []
        source = ClipSource([read_pack(folder)])
        self.speech = Speech(lambda: Narrator([source]), lambda: self.settings, loudspeaker=self._box)
        self.speech.began.connect(lambda text, start, end: self.lit.append(text[start:end]))
        self.speech.saying_changed.connect(self.said.append)

    def _box(self) -> Box:
        self.boxes.append(Box())
        return self.boxes[-1]

    def change(self, **settings: object) -> None:
        self.settings = replace(self.settings, **settings)  # type: ignore[arg-type]
        self.speech.settings_changed()


@pytest.fixture
def talk(tmp_path: Path, qtbot: QtBot) -> Iterator[Talk]:
    made = Talk(tmp_path / "pack")
    yield made
    made.speech.close()


def started(qtbot: QtBot, talk: Talk, *utterances: Utterance) -> None:
    talk.speech.wake()
    talk.speech.say(utterances)
    qtbot.waitUntil(lambda: talk.lit[-1] != "", timeout=QUICKLY)


def test_one_sentence_after_the_other_is_lit_on_the_screen(talk: Talk, qtbot: QtBot) -> None:
    started(qtbot, talk, TWO)
    assert talk.lit[-1] == "拨打110。"
    talk.boxes[0].heard = 0.7
    qtbot.waitUntil(lambda: talk.lit[-1] == "别怕。", timeout=QUICKLY)
    talk.boxes[0].played.emit()
    assert talk.lit[-1] == ""


def test_where_shown_and_spoken_sentences_differ_the_whole_text_is_lit(talk: Talk, qtbot: QtBot) -> None:
    started(qtbot, talk, OTHER)
    assert talk.lit[-1] == "一句话。"


def test_the_button_of_the_voice_hears_what_the_voice_does(talk: Talk, qtbot: QtBot) -> None:
    started(qtbot, talk, TWO)
    talk.speech.hold()
    talk.speech.go_on()
    talk.speech.hush()
    speaking, held, nothing = Saying.SPEAKING, Saying.HELD, Saying.NOTHING
    assert talk.said == [speaking, held, speaking, nothing]


@pytest.mark.parametrize("silent", [{"muted": True}, {"volume": 0}])
def test_where_silence_is_wished_nothing_is_spoken_and_nothing_ends(
    silent: dict[str, object], talk: Talk, qtbot: QtBot
) -> None:
    talk.change(**silent)
    talk.speech.wake()
    with qtbot.assertNotEmitted(talk.speech.finished, wait=50):
        talk.speech.say((TWO,))
    assert talk.speech.saying is Saying.NOTHING


def test_silence_while_speaking_is_silence_at_once(talk: Talk, qtbot: QtBot) -> None:
    started(qtbot, talk, TWO)
    talk.change(muted=True)
    assert talk.speech.saying is Saying.NOTHING
    assert talk.boxes[0].volume == 0


def test_before_it_is_woken_nothing_happens_and_then_what_waits_is_said(talk: Talk, qtbot: QtBot) -> None:
    talk.speech.say((TWO,))
    talk.speech.hold()
    talk.speech.go_on()
    assert talk.speech.saying is Saying.NOTHING
    talk.speech.wake()
    qtbot.waitUntil(lambda: talk.lit[-1] == "拨打110。", timeout=QUICKLY)
