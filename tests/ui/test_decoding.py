"""The decoder with its real child process, and with children that misbehave."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from elderguard.ui import decoding
from elderguard.ui.decoding import NO_READER, Decoder
from elderguard.voice.source import Recording
from tests.voice.packing import PITCH, clip, hum, pitch_of

QUICKLY = 8000  # ms that a test waits for something that takes a fraction of it
Make = Callable[..., Decoder]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """Makes decoders, with the real child process or with one that runs a script, and closes them."""
    made: list[Decoder] = []

    def decoder(script: str | None = None) -> Decoder:
        command = None if script is None else (sys.executable, "-S", "-c", f"import sys, os, time\n{script}")
        made.append(Decoder(command))
        return made[-1]

    yield decoder
    for each in made:
        each.close()


@pytest.fixture
def clips(tmp_path: Path) -> list[Recording]:
    recordings = []
    for number in range(3):
        clip(hum(0.5 + number / 10), tmp_path / f"{number}.opus")
        recordings.append(Recording("架子", tmp_path / f"{number}.opus"))
    return recordings


def read(qtbot: QtBot, decoder: Decoder, recording: Recording) -> decoding.Decoded:
    assert decoder.ask(recording) is None
    with qtbot.waitSignal(decoder.decoded, timeout=QUICKLY):
        pass
    found = decoder.ask(recording)
    assert found is not None
    return found


def test_a_clip_comes_from_the_child_process_and_is_kept(
    qtbot: QtBot, make: Make, clips: list[Recording]
) -> None:
    decoder = make()
    found = read(qtbot, decoder, clips[0])
    assert found.sound.seconds == pytest.approx(0.5, abs=0.02)
    assert decoder.ask(clips[0]) is found


def test_a_slower_clip_has_the_same_pitch(qtbot: QtBot, make: Make, clips: list[Recording]) -> None:
    slow = read(qtbot, make(), Recording("架子", clips[0].path, 170 / 130))
    assert slow.sound.seconds == pytest.approx(0.5 * 170 / 130, rel=0.05)
    assert slow.stretch == pytest.approx(170 / 130, rel=0.05)
    assert pitch_of(slow.sound) == pytest.approx(PITCH, rel=0.03)


def test_what_is_prepared_is_there_at_once(qtbot: QtBot, make: Make, clips: list[Recording]) -> None:
    decoder = make()
    done: list[Recording] = []
    decoder.decoded.connect(done.append)
    decoder.prepare(clips)
    qtbot.waitUntil(lambda: len(done) == 3, timeout=QUICKLY)
    assert all(decoder.ask(each) for each in clips)


def test_what_is_wanted_goes_before_what_may_be_wanted(
    qtbot: QtBot, make: Make, clips: list[Recording]
) -> None:
    decoder = make()
    done: list[Recording] = []
    decoder.decoded.connect(done.append)
    decoder.prepare(clips)
    decoder.ask(clips[2])
    qtbot.waitUntil(lambda: len(done) == 3, timeout=QUICKLY)
    assert done == [clips[0], clips[2], clips[1]]


def test_no_more_is_kept_than_there_is_room_for(
    qtbot: QtBot, make: Make, clips: list[Recording], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "KEPT", 60_000)
    decoder = make()
    for each in clips:
        read(qtbot, decoder, each)
    assert decoder.ask(clips[2]) is not None
    assert decoder.ask(clips[0]) is None


def test_a_spoilt_clip_fails_and_the_next_one_is_read(
    qtbot: QtBot, make: Make, clips: list[Recording], tmp_path: Path
) -> None:
    (tmp_path / "spoilt.opus").write_bytes(b"OggS")
    decoder = make()
    with qtbot.waitSignal(decoder.failed, timeout=QUICKLY) as failed:
        decoder.ask(Recording("架子", tmp_path / "spoilt.opus"))
    assert "spoilt.opus" in str(failed.args)
    assert read(qtbot, decoder, clips[0])


@pytest.mark.parametrize(
    "script", ["os.abort()", "sys.exit(0)", "print('what?', flush=True); time.sleep(600)"]
)
def test_a_child_process_that_dies_or_babbles_fails_its_clip(
    script: str, qtbot: QtBot, make: Make, clips: list[Recording]
) -> None:
    decoder = make(script)
    for each in clips[:2]:  # the second one gets a child process of its own
        with qtbot.waitSignal(decoder.failed, timeout=QUICKLY) as failed:
            decoder.ask(each)
        assert failed.args == [each, NO_READER]


def test_a_child_process_that_hangs_is_given_up(
    qtbot: QtBot, make: Make, clips: list[Recording], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "LIMIT_S", 0.3)
    decoder = make("time.sleep(600)")
    with qtbot.waitSignal(decoder.failed, timeout=QUICKLY):
        decoder.ask(clips[0])


def test_a_program_that_is_not_there_fails(qtbot: QtBot, clips: list[Recording], tmp_path: Path) -> None:
    decoder = Decoder((str(tmp_path / "no-such-program"),))
    with qtbot.waitSignal(decoder.failed, timeout=QUICKLY):
        decoder.ask(clips[0])
    decoder.close()


def test_nothing_is_started_before_the_first_clip(make: Make) -> None:
    decoder = make("open('started', 'w')")
    decoder.prepare([])
    assert decoder.findChildren(decoding.QProcess) == []
