"""The child process, against fake engines that misbehave and against the real one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from elderguard.scenario.vocabulary import Voice
from elderguard.voice import worker
from elderguard.voice.cache import Cache
from elderguard.voice.engine import NO_ENGINE, NO_SOUND, NO_VOICE, EngineSource
from elderguard.voice.pcm import read
from elderguard.voice.source import Recording, SourceError, Task
from elderguard.voice.utterance import NORMAL, QUICK, SLOW, Utterance

FAKES = Path(__file__).parent / "fakes"
ROOT = Path(__file__).parents[2]
QUESTION = Utterance("他要您的手机。您怎么做？", "他要您的手机。您怎么做？")
ESPEAK = shutil.which("espeak-ng") or shutil.which("espeak")
real_engine = pytest.mark.skipif(ESPEAK is None, reason="espeak-ng is not installed, no engine to test")


def carry_out(task: Task, kind: str | None, limit: float = 30.0) -> tuple[int, str]:
    """What the window does with a task, without a window: exit code and output, -1 when killed."""
    # the last entry keeps coverage's own start-up file of the parent in force
    path = [str(FAKES)] if kind else []
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*path, str(ROOT)])}
    environment.update({"FAKE_ENGINE": kind} if kind else {})
    try:
        done = subprocess.run(
            task.command, input=task.request.encode(), capture_output=True, env=environment, timeout=limit
        )
    except subprocess.TimeoutExpired:
        return -1, ""
    return done.returncode if done.returncode >= 0 else -1, done.stdout.decode()


def made(folder: Path, kind: str | None, utterance: Utterance = QUESTION, rate: int = NORMAL) -> Recording:
    source = EngineSource(Cache(folder))
    task = source.offer(utterance, rate)
    assert isinstance(task, Task)
    return source.receive(task, *carry_out(task, kind, 3.0 if kind == "hangs" else 30.0))


def failure(folder: Path, kind: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        made(folder, kind)
    assert not list(folder.glob("*")), "nothing unchecked stays behind"
    return caught.value


@pytest.mark.parametrize("kind", ["sound", "slow", "loses-first", "forgetful"])
def test_a_wayward_engine_is_brought_to_speak(tmp_path, kind):
    recording = made(tmp_path, kind)
    assert read(recording.path).seconds > 1


@pytest.mark.parametrize(
    "kind", ["hangs", "crashes", "raises", "writes-half", "mute", "too-short", "ignores-voice"]
)
def test_what_an_engine_spoils_is_not_played(tmp_path, kind):
    error = failure(tmp_path, kind)
    assert error.reason == NO_SOUND
    assert not error.final


def test_an_engine_that_writes_nothing_is_asked_twice_and_given_up(tmp_path, monkeypatch):
    assert failure(tmp_path, "writes-nothing").reason == NO_SOUND


def test_an_engine_that_keeps_its_own_speed_still_speaks(tmp_path):
    assert read(made(tmp_path, "stubborn").path).seconds > 1


def test_an_engine_that_only_speaks_english_is_never_given_chinese(tmp_path):
    error = failure(tmp_path, "english")
    assert error.reason == NO_VOICE
    assert error.final


def test_an_engine_that_does_not_take_the_voice_over_is_not_used(tmp_path):
    assert failure(tmp_path, "deaf").reason == NO_VOICE


@pytest.mark.parametrize("kind", ["missing", "init-fails"])
def test_a_missing_engine_is_said_to_be_missing(tmp_path, kind):
    error = failure(tmp_path, kind)
    assert error.reason == NO_ENGINE
    assert error.final


@pytest.mark.parametrize(("kind", "code"), [("sound", worker.DONE), ("english", worker.NO_VOICE)])
def test_the_list_names_the_voice_that_will_speak(tmp_path, kind, code):
    listing = Task("", (sys.executable, "-m", worker.__name__, "--list"), "", tmp_path, 9, QUESTION, NORMAL)
    exit_code, output = carry_out(listing, kind)
    assert exit_code == code
    assert json.loads(output)["narrator"] == ("Microsoft Huihui Desktop" if code == worker.DONE else None)


@real_engine
def test_the_real_engine_says_a_question(tmp_path):
    sound = read(made(tmp_path, None).path)
    assert 2 < sound.seconds < 6


@real_engine
def test_the_real_engine_speaks_slower_when_asked(tmp_path):
    long = Utterance("", "手机自己拿着谁来也不交给他")
    slow, normal, quick = (
        read(made(tmp_path, None, long, rate).path).seconds for rate in (SLOW, NORMAL, QUICK)
    )
    assert slow > 1.1 * normal > 1.2 * quick


@real_engine
def test_the_real_engine_tells_people_apart(tmp_path):
    man = made(tmp_path, None, Utterance("", "把手机给我", Voice.OLD_MAN))
    girl = made(tmp_path, None, Utterance("", "把手机给我", Voice.GIRL))
    assert man.path.read_bytes() != girl.path.read_bytes()


@real_engine
def test_the_first_file_of_every_process_is_the_one_that_was_asked_for(tmp_path):
    """The fault of pyttsx3 2.99: of two files in one process the first is lost or holds the second's
    words. Each of ours holds its own: a longer text is longer, every time."""
    texts = ["好", "好的，我知道了", "我先给村委会打个电话，问一问这件事"]
    for round_ in range(3):
        seconds = [
            read(made(tmp_path / str(round_), None, Utterance("", text)).path).seconds for text in texts
        ]
        assert seconds == sorted(seconds)
        assert seconds[0] < 1.2 < seconds[2]


@real_engine
def test_the_real_engine_lists_a_mandarin_voice():
    done = subprocess.run(
        (sys.executable, "-m", worker.__name__, "--list"), capture_output=True, check=True, cwd=ROOT
    )
    assert "Mandarin" in json.loads(done.stdout)["narrator"]


def test_a_child_whose_parent_is_gone_ends_itself(tmp_path):
    request = {
        "limit": 0.5,
        "voice": "narrator",
        "rate": NORMAL,
        "text": "您好。",
        "target": str(tmp_path / "a.wav"),
    }
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(FAKES), str(ROOT)]),
        "FAKE_ENGINE": "hangs",
    }
    command = [sys.executable, "-m", "elderguard.voice.worker"]
    done = subprocess.run(
        command, input=json.dumps(request).encode(), env=environment, timeout=30, check=False
    )
    assert done.returncode == 1  # it has ended by itself, long before the test's own limit


def test_a_child_that_is_asked_nothing_ends_in_silence():
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(FAKES), str(ROOT)]),
        "FAKE_ENGINE": "works",
    }
    command = [sys.executable, "-m", "elderguard.voice.worker"]
    done = subprocess.run(command, input=b"", env=environment, capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (worker.DONE, b"", b"")


@real_engine
def test_the_command_of_a_frozen_program_reaches_the_child():
    command = [sys.executable, "-m", "elderguard", "--voice-worker", "--list"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert "Mandarin" in json.loads(done.stdout)["narrator"]
