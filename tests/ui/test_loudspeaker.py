"""What a person in the room would hear: the real speaker through a real PulseAudio with a null sink."""

from __future__ import annotations

import json
import math
import os
import shutil
import signal
import subprocess
import sys
import time
from array import array
from pathlib import Path

import pytest

from elderguard.voice.cache import Cache
from elderguard.voice.engine import EngineSource
from elderguard.voice.pcm import Pcm, decibels, read
from elderguard.voice.reading import interface
from tests.voice.packing import hum, opus_pack

MISSING = [
    program for program in ("pulseaudio", "parecord", "pactl", "espeak-ng") if not shutil.which(program)
]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"to hear something it takes {', '.join(MISSING)}")
ROOT = Path(__file__).parents[2]
SENTENCES = ("手机自己拿着。", "验证码谁要都不说。")


class Room:
    """A program that speaks clips in a room with a sound server, and the means to spoil it."""

    def __init__(self, environment: dict[str, str], folder: Path, server: subprocess.Popen[bytes]) -> None:
        self.environment, self.folder, self.server = environment, folder, server

    def start(self, sounds: dict[str, Pcm], starts: dict[str, list[float]] | None = None) -> None:
        """Start speaking these, and come back when the first of them sounds."""
        spoken = {interface(text): sound for text, sound in sounds.items()}
        sentences = {interface(text): begin for text, begin in (starts or {}).items()}
        opus_pack(self.folder / "cache" / "packs" / "hum", spoken, sentences)
        script = str(Path(__file__).with_name("speaking.py"))
        self.program = subprocess.Popen(
            [sys.executable, script, str(self.folder / "cache"), "clips", *sounds],
            env=self.environment, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.program.stdout is not None
        assert self.program.stdout.readline() == "began\n"

    def pactl(self, *arguments: str) -> str:
        return subprocess.run(
            ["pactl", *arguments], env=self.environment, check=True, capture_output=True, text=True
        ).stdout.strip()

    def end(self) -> dict[str, object]:
        """Hear it out, and come back with what it noticed."""
        told, _ = self.program.communicate(timeout=60)
        notes: dict[str, object] = json.loads(told.splitlines()[-1])
        return notes


@pytest.fixture
def room(ear, tmp_path) -> Room:
    return Room(ear, tmp_path, ear.server)


class Ear(dict[str, str]):
    """The environment, and the server in it."""

    server: subprocess.Popen[bytes]


@pytest.fixture
def ear(tmp_path):
    """The environment of a PulseAudio of our own, with a sink named ear that can be recorded."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = Ear(
        {
            **os.environ,
            "XDG_RUNTIME_DIR": str(runtime),
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "PULSE_LATENCY_MSEC": "30",  # else a null sink nobody hurries renders two seconds at a time
        }
    )
    environment.server = server = subprocess.Popen(
        ["pulseaudio", "-n", "--exit-idle-time=-1", "-L", "module-native-protocol-unix",
         "-L", "module-null-sink sink_name=ear"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(100):
        if subprocess.run(["pactl", "info"], env=environment, capture_output=True).returncode == 0:
            break
        time.sleep(0.05)
    yield environment
    server.send_signal(signal.SIGCONT)
    server.terminate()
    server.wait(timeout=10)


def speak(environment: dict[str, str], folder: Path, mode: str, *texts: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("speaking.py")), str(folder / "cache"), mode, *texts],
        env=environment, capture_output=True, check=True, text=True,
    )  # fmt: skip
    notes: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return notes


def loudness(recording: Path) -> list[float]:
    """dBFS of every 10 ms."""
    sound = read(recording)
    samples = array("h", sound.data)
    size = sound.rate // 100
    windows = (samples[at : at + size] for at in range(0, len(samples) - size, size))
    return [decibels(math.sqrt(sum(sample * sample for sample in window) / size)) for window in windows]


def test_sentences_are_heard_whole_and_in_time(ear, tmp_path):
    cache = tmp_path / "cache"
    speak(ear, tmp_path, "normal", *SENTENCES)  # makes the sounds
    source = EngineSource(Cache(cache))
    expected = sum(read(source.offer(interface(text), 170).path).seconds for text in SENTENCES)

    heard = tmp_path / "heard.wav"
    record = [
        "parecord",
        "-d",
        "ear.monitor",
        "--file-format=wav",
        "--channels=1",
        "--rate=16000",
        str(heard),
    ]
    recorder = subprocess.Popen(record, env=ear)
    try:
        notes = speak(ear, tmp_path, "normal", *SENTENCES)
    finally:
        time.sleep(0.3)
        recorder.send_signal(signal.SIGINT)
        recorder.wait(timeout=10)

    assert "silent" not in notes
    loud = [at for at, level in enumerate(loudness(heard)) if level > -45]
    assert loud, "nothing was heard"
    pause = 0.7
    duration = (loud[-1] - loud[0] + 1) / 100
    assert duration == pytest.approx(expected + pause, abs=0.35), "something was swallowed or stretched"


def test_the_window_is_never_blocked(ear, tmp_path):
    speak(ear, tmp_path, "normal", *SENTENCES)
    for notes in (speak(ear, tmp_path, "normal", *SENTENCES), speak(ear, tmp_path, "hang", "没听过的话。")):
        assert notes["longest_gap_ms"] < 150  # 50 on a quiet machine, see the bench; this one is shared
        assert notes["stop_ms"] < 50


def test_the_first_samples_go_out_as_soon_as_a_sound_is_there(ear, tmp_path):
    speak(ear, tmp_path, "normal", SENTENCES[0])
    firsts = sorted(
        float(str(speak(ear, tmp_path, "normal", SENTENCES[0])["first_pcm_ms"])) for _ in range(3)
    )
    assert firsts[1] < 100


def test_without_a_sound_system_the_reason_is_said(tmp_path):
    nowhere = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    nowhere["PULSE_SERVER"] = f"unix:{tmp_path}/none"
    notes = speak(nowhere, tmp_path, "normal", SENTENCES[0])
    if notes["outputs"]:
        pytest.skip("this machine has a sound card that is not PulseAudio's")
    assert notes["silent"] == "没有找到喇叭或耳机，请看屏幕上的字。"


def test_clips_are_heard_one_after_the_other_and_numpy_stays_outside(room):
    room.start({"一句。": hum(0.6), "两句。三句。": hum(1.2)}, {"两句。三句。": [0, 0.7]})
    notes = room.end()
    assert "silent" not in notes
    assert notes["numpy"] is False
    assert len(notes["began_ms"]) == 2
    second, third = notes["sentences_ms"][1:]
    assert third - second == pytest.approx(200 + 700, abs=150), "the lead-in, then the first sentence"


def test_an_output_that_is_pulled_out_while_it_speaks_is_replaced_by_another(room):
    other = room.pactl("load-module", "module-null-sink", "sink_name=other")
    room.pactl("set-default-sink", "other")
    room.start({"一句很长的话。": hum(2.0), "后一句。": hum(0.3)})
    room.pactl("unload-module", other)
    notes = room.end()
    assert "silent" not in notes
    assert len(notes["began_ms"]) == 2
    assert notes["longest_gap_ms"] < 150


def test_a_sound_server_that_hangs_leaves_captions_and_does_not_hold_up_the_window(room):
    room.start({"一句话。": hum(0.5), "后一句。": hum(0.3)})
    room.server.send_signal(signal.SIGSTOP)
    assert room.program.stdout is not None
    told = room.program.stdout.readline()
    room.server.send_signal(signal.SIGCONT)
    room.program.communicate(timeout=60)
    notes = json.loads(told)
    assert notes["silent"] == "喇叭没有反应，请看屏幕上的字。"
    assert notes["longest_gap_ms"] < 150
