"""The speaker, with real child processes and a loudspeaker that keeps still unless told otherwise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer

from elderguard.ui.audio import Speaker
from elderguard.ui.effects import Effects
from elderguard.ui.loudspeaker import DEAD_OUTPUT, NO_OUTPUT, Loudspeaker
from elderguard.voice.cache import Cache
from elderguard.voice.clips import ClipSource
from elderguard.voice.engine import NO_SOUND, NO_VOICE, EngineSource
from elderguard.voice.narrator import FAILURES_ALLOWED, Narrator
from elderguard.voice.pack import read_pack
from elderguard.voice.pcm import Pcm, write_wav
from elderguard.voice.reading import interface
from elderguard.voice.source import Recording, Source, SourceError, Task
from elderguard.voice.utterance import Utterance
from tests.voice.packing import hum, opus_pack

SOUND = Pcm(8000, bytes([0, 30, 0, 226]) * 400)
LINES = tuple(interface(text) for text in ("有人敲门。", "手机给他吗？", "念给他听"))
QUICKLY = 4000  # ms that a test waits for something that takes a fraction of it


class Box(Loudspeaker):
    """A loudspeaker whose listener says when a sound is over."""

    def __init__(self) -> None:
        super().__init__()
        self.playing: list[Pcm] = []
        self.stopped = 0
        self.missing = ""
        self.heard = 0.0

    def open(self) -> str:
        return self.missing

    @property
    def position(self) -> float:
        return self.heard

    def play(self, sound: Pcm) -> None:
        self.playing.append(sound)
        self.heard = 0.0

    def stop(self) -> None:
        self.stopped += 1


class Shelf:
    """A source of finished recordings, some of which are spoilt."""

    name = "架子"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spoilt = False

    def offer(self, utterance, rate) -> Recording:
        path = self.folder / f"{utterance.key(rate)}.wav"
        path.write_bytes(b"spoilt") if self.spoilt else write_wav(SOUND, path)
        return Recording(self.name, path)

    def receive(self, task: Task, exit_code: int, output: str) -> Recording:
        raise SourceError("没有任务")


def child(script: str) -> tuple[str, ...]:
    """A child process that runs these lines; `request` and `target` are there, and `speak()`."""
    opening = (
        "import json, sys, time, os, wave\n"
        "request = json.loads(sys.stdin.buffer.read()); target = request['target']\n"
        "def speak():\n"
        "    file = wave.open(target, 'wb'); file.setnchannels(1); file.setsampwidth(2)\n"
        "    file.setframerate(8000); file.writeframes(bytes([0, 30, 0, 226]) * 6000); file.close()\n"
    )
    return (sys.executable, "-S", "-c", opening + script)


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def make(qtbot, box):
    """Makes the speaker of a test on one source, and closes it."""
    speakers: list[Speaker] = []

    def make_speaker(source: Source) -> Speaker:
        speakers.append(Speaker(Narrator([source]), loudspeaker=box))
        return speakers[-1]

    yield make_speaker
    for speaker in speakers:
        speaker.close()


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    return Shelf(tmp_path)


def engine(tmp_path: Path, script: str) -> EngineSource:
    return EngineSource(Cache(tmp_path / "cache"), child(script))


def test_utterances_are_said_one_after_the_other(qtbot, make, box, shelf):
    speaker = make(shelf)
    began: list[int] = []
    speaker.utterance_began.connect(began.append)
    with qtbot.waitSignal(speaker.finished, timeout=QUICKLY):
        speaker.utterance_began.connect(lambda _: QTimer.singleShot(0, box.played.emit))
        speaker.speak(LINES)
    assert began == [0, 1, 2]
    assert not speaker.speaking


def test_stopping_is_silence_at_once_and_for_good(qtbot, make, box, shelf):
    speaker = make(shelf)
    speaker.speak(LINES)
    stops = box.stopped
    speaker.stop()
    assert box.stopped == stops + 1
    assert not speaker.speaking
    assert len(box.playing) == 1


def test_a_new_text_cuts_off_the_old_one(qtbot, make, box, shelf):
    speaker = make(shelf)
    began: list[int] = []
    speaker.utterance_began.connect(began.append)
    speaker.speak(LINES)
    speaker.speak(LINES[1:])
    assert began == [0, 0]


def test_repeating_says_the_last_sequence_again(qtbot, make, box, shelf):
    speaker = make(shelf)
    speaker.speak(LINES[:1])
    box.played.emit()
    speaker.repeat()
    assert len(box.playing) == 2


def test_nothing_to_say_is_no_trouble(qtbot, make, box, shelf):
    speaker = make(shelf)
    speaker.speak(())
    speaker.repeat()
    assert box.playing == []


def test_without_a_sound_device_the_screen_is_told_why(qtbot, make, box, shelf):
    box.missing = NO_OUTPUT
    speaker = make(shelf)
    with qtbot.waitSignal(speaker.silent) as silent, qtbot.assertNotEmitted(speaker.finished):
        speaker.speak(LINES)
    assert silent.args == [NO_OUTPUT]
    assert speaker.reason == NO_OUTPUT
    assert not speaker.speaking


def test_a_device_that_comes_back_is_noticed(qtbot, make, box, shelf):
    box.missing = NO_OUTPUT
    speaker = make(shelf)
    speaker.warm_up()
    assert speaker.reason == NO_OUTPUT
    box.missing = ""
    with qtbot.waitSignals([speaker.audible, speaker.outputs_changed]):
        box.outputs_changed.emit()
    assert speaker.reason == ""


def test_a_device_lost_while_speaking_ends_in_captions(qtbot, make, box, shelf):
    speaker = make(shelf)
    speaker.speak(LINES)
    with qtbot.waitSignal(speaker.silent) as silent, qtbot.assertNotEmitted(speaker.finished):
        box.broken.emit(DEAD_OUTPUT)
    assert silent.args == [DEAD_OUTPUT]
    assert not speaker.speaking
    with qtbot.waitSignal(speaker.audible):
        speaker.repeat()


def test_spoilt_recordings_disable_their_source(qtbot, make, box, shelf):
    shelf.spoilt = True
    speaker = make(shelf)
    reasons: list[str] = []
    speaker.silent.connect(reasons.append)
    with qtbot.assertNotEmitted(speaker.finished):
        speaker.speak(LINES)
    assert len(reasons) == FAILURES_ALLOWED
    assert box.playing == []


def test_what_the_child_process_made_is_played(qtbot, make, box, tmp_path):
    speaker = make(engine(tmp_path, "speak()"))
    with qtbot.waitSignal(speaker.utterance_began, timeout=QUICKLY):
        speaker.speak(LINES[:1])
    assert box.playing[0].seconds == pytest.approx(1.5)


def test_the_next_utterances_are_made_while_one_is_heard(qtbot, make, box, tmp_path):
    speaker = make(engine(tmp_path, "speak()"))
    speaker.speak(LINES)
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache").glob("*-1.wav"))) == 3, timeout=2 * QUICKLY)
    assert len(box.playing) == 1


def test_what_was_prepared_needs_no_process_any_more(qtbot, make, box, tmp_path):
    speaker = make(engine(tmp_path, "speak()"))
    speaker.prepare(LINES[1:2])
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache").glob("*-1.wav"))) == 1, timeout=QUICKLY)
    speaker.speak(LINES[1:2])
    assert len(box.playing) == 1


def test_words_being_prepared_are_waited_for_not_made_twice(qtbot, make, box, tmp_path):
    script = f"open(r'{tmp_path / 'count'}', 'a').write('x'); time.sleep(0.2); speak()"
    speaker = make(engine(tmp_path, script))
    speaker.prepare(LINES[:1])
    with qtbot.waitSignal(speaker.utterance_began, timeout=QUICKLY):
        speaker.speak(LINES[:1])
    assert (tmp_path / "count").read_text() == "x"


def test_stopping_kills_a_child_process_that_hangs(qtbot, make, box, tmp_path):
    speaker = make(engine(tmp_path, f"open(r'{tmp_path / 'up'}', 'w').close(); time.sleep(600)"))
    speaker.speak(LINES)
    qtbot.waitUntil((tmp_path / "up").exists, timeout=QUICKLY)
    run = speaker._supply._synthesis._runs[0]
    timer = QElapsedTimer()
    timer.start()
    with qtbot.waitSignal(run.process.finished, timeout=QUICKLY):
        speaker.stop()
        assert timer.elapsed() < 50


def test_a_child_process_that_hangs_is_given_up_after_its_time(qtbot, make, box, tmp_path, monkeypatch):
    source = engine(tmp_path, "time.sleep(600)")
    patient = source.offer
    monkeypatch.setattr(
        source, "offer", lambda *words: Task(**{**vars(patient(*words)), "limit": 0.3}), raising=True
    )
    speaker = make(source)
    with qtbot.waitSignal(speaker.silent, timeout=QUICKLY):
        speaker.speak(LINES[:1])


@pytest.mark.parametrize("script", ["os.abort()", "sys.exit(1)", "pass", "open(target, 'w').write('RIFF')"])
def test_bad_work_three_times_leaves_captions(qtbot, make, box, tmp_path, script):
    speaker = make(engine(tmp_path, script))
    reasons: list[str] = []
    speaker.silent.connect(reasons.append)
    with qtbot.assertNotEmitted(speaker.finished):
        speaker.speak(LINES)
        qtbot.waitUntil(lambda: len(reasons) == len(LINES), timeout=2 * QUICKLY)
    assert set(reasons) == {NO_SOUND}
    assert not speaker.speaking


def test_without_a_mandarin_voice_only_one_process_is_tried(qtbot, make, box, tmp_path):
    script = f"open(r'{tmp_path / 'count'}', 'a').write('x'); sys.exit(4)"
    speaker = make(engine(tmp_path, script))
    reasons: list[str] = []
    speaker.silent.connect(reasons.append)
    speaker.speak(LINES)
    qtbot.waitUntil(lambda: len(reasons) == len(LINES), timeout=QUICKLY)
    assert set(reasons) == {NO_VOICE}
    assert (tmp_path / "count").read_text() == "x"


def test_a_program_that_is_not_there_leaves_captions(qtbot, make, box, tmp_path):
    source = EngineSource(Cache(tmp_path / "cache"), (str(tmp_path / "no-such-program"),))
    speaker = make(source)
    with qtbot.waitSignal(speaker.silent, timeout=QUICKLY):
        speaker.speak(LINES[:1])


def test_closing_ends_every_child_process(qtbot, make, box, tmp_path):
    speaker = make(engine(tmp_path, f"open(r'{tmp_path / 'up'}', 'w').close(); time.sleep(600)"))
    speaker.speak(LINES)
    qtbot.waitUntil((tmp_path / "up").exists, timeout=QUICKLY)
    run = speaker._supply._synthesis._runs[0]
    with qtbot.waitSignal(run.process.finished, timeout=QUICKLY):
        speaker.close()


def test_a_slower_rate_holds_from_the_next_words_on(qtbot, make, box, shelf):
    speaker = make(shelf)
    speaker.set_rate(130)
    speaker.speak(LINES[:1])
    assert speaker.rate == 130
    assert list(shelf.folder.glob(f"{LINES[0].key(130)}.wav"))


def test_a_sound_is_played_by_its_name_and_a_missing_one_is_let_pass(qtbot, make, box, tmp_path):
    write_wav(SOUND, tmp_path / "sms.wav")
    effects = Effects(tmp_path, loudspeaker=box)
    effects.play("sms")
    effects.play("sms")
    effects.play("nothing")
    effects.stop()
    assert box.playing == [SOUND, SOUND]


def in_two_sentences(tmp_path: Path) -> tuple[ClipSource, Utterance]:
    """A source with one clip of two sentences, the second from 0.6 s on, and its utterance."""
    utterance = interface("有人敲门。您去开。")
    folder = opus_pack(tmp_path / "pack", {utterance: hum(1.0)}, {utterance: [0, 0.6]})
    return ClipSource([read_pack(folder)]), utterance


def test_a_clip_is_decoded_and_its_sentences_are_told_as_they_begin(qtbot, make, box, tmp_path):
    source, utterance = in_two_sentences(tmp_path)
    speaker = make(source)
    told: list[tuple[int, int, int]] = []
    speaker.sentence_began.connect(lambda *which: told.append(which))
    speaker.speak([utterance])
    qtbot.waitUntil(lambda: told == [(0, 0, 2)], timeout=2 * QUICKLY)
    assert box.playing[0].seconds == pytest.approx(1.0, abs=0.02)
    box.heard = 0.65
    qtbot.waitUntil(lambda: told == [(0, 0, 2), (0, 1, 2)], timeout=QUICKLY)


def test_the_sentences_of_a_slower_clip_begin_later(qtbot, make, box, tmp_path):
    source, utterance = in_two_sentences(tmp_path)
    speaker = make(source)
    speaker.set_rate(130)
    speaker.speak([utterance])
    qtbot.waitUntil(lambda: bool(box.playing), timeout=2 * QUICKLY)
    assert box.playing[0].seconds == pytest.approx(170 / 130, rel=0.05)
    assert speaker._starts == pytest.approx((0, 0.6 * 170 / 130), rel=0.05)


def test_pausing_is_silence_at_once_and_goes_on_with_the_sentence_cut_off(qtbot, make, box, tmp_path):
    source, utterance = in_two_sentences(tmp_path)
    speaker = make(source)
    speaker.speak([utterance])
    qtbot.waitUntil(lambda: bool(box.playing), timeout=2 * QUICKLY)
    box.heard = 0.8
    with qtbot.waitSignal(speaker.sentence_began, timeout=QUICKLY):
        pass
    stops = box.stopped
    speaker.pause()
    speaker.pause()
    assert (box.stopped, speaker.held, speaker.speaking) == (stops + 1, True, True)
    speaker.resume()
    speaker.resume()
    assert (len(box.playing), speaker.held) == (2, False)
    assert box.playing[1].seconds == pytest.approx(0.4, abs=0.02), "from the second sentence on"


def test_a_pause_while_the_sound_is_being_made_holds_it_until_it_may_go_on(qtbot, make, box, tmp_path):
    speaker = make(engine(tmp_path, "speak()"))
    speaker.speak(LINES[:1])
    speaker.pause()
    qtbot.waitUntil(lambda: len(list((tmp_path / "cache").glob("*-1.wav"))) == 1, timeout=QUICKLY)
    assert box.playing == []
    speaker.resume()
    assert len(box.playing) == 1


def test_stopping_ends_a_pause(qtbot, make, box, shelf):
    speaker = make(shelf)
    speaker.pause()
    assert not speaker.held, "there is nothing to hold"
    speaker.speak(LINES)
    speaker.pause()
    speaker.stop()
    assert (speaker.held, speaker.speaking) == (False, False)


def test_a_clip_that_cannot_be_decoded_is_spoken_by_the_next_source(qtbot, box, tmp_path):
    source, utterance = in_two_sentences(tmp_path)
    for file in (tmp_path / "pack").glob("*.opus"):
        file.write_bytes(b"OggS")
    speaker = Speaker(Narrator([source, engine(tmp_path, "speak()")]), loudspeaker=box)
    with qtbot.waitSignal(speaker.utterance_began, timeout=3 * QUICKLY):
        speaker.speak([utterance])
    assert box.playing[0].seconds == pytest.approx(1.5)
    speaker.close()
