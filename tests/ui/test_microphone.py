"""The real microphone part through a real PulseAudio whose microphone hears what is played to it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from elderguard.voice.loudness import Loudness, verdict, zone
from elderguard.voice.pcm import read, write_wav
from tests.voice.recorded import voice

MISSING = [program for program in ("pulseaudio", "paplay", "pactl") if not shutil.which(program)]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"to record something it takes {', '.join(MISSING)}")
ROOT = Path(__file__).parents[2]
Environment = dict[str, str]


@pytest.fixture
def mouth(tmp_path: Path) -> Iterator[Environment]:
    """The environment of a PulseAudio of our own: its one microphone hears what is played to `mouth`."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "PULSE_LATENCY_MSEC": "30",
    }
    server = subprocess.Popen(
        ["pulseaudio", "-n", "--exit-idle-time=-1", "-L", "module-native-protocol-unix",
         "-L", "module-null-sink sink_name=mouth rate=48000",
         "-L", "module-remap-source master=mouth.monitor source_name=mic"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(100):
        done = subprocess.run(["pactl", "set-default-source", "mic"], env=environment, capture_output=True)
        if done.returncode == 0:
            break
        time.sleep(0.05)
    yield environment
    server.terminate()
    server.wait(timeout=10)


def listen(
    environment: Environment, file: Path, seconds: float, meanwhile: Callable[[], None]
) -> dict[str, object]:
    """What the program noticed that listened for so long while something happened."""
    program = [sys.executable, str(Path(__file__).with_name("listening_in.py")), str(file), str(seconds)]
    process = subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    if first.strip() == "listening":
        meanwhile()
        first = process.stdout.readlines()[-1]
    process.wait(timeout=30)
    process.stdout.close()
    notes: dict[str, object] = json.loads(first)
    return notes


def test_what_is_said_is_recorded_whole(mouth: Environment, tmp_path: Path) -> None:
    write_wav(voice(1.5, rate=48000), tmp_path / "said.wav")
    said = ["paplay", "-d", "mouth", str(tmp_path / "said.wav")]
    notes = listen(mouth, tmp_path / "heard.wav", 3.5, lambda: subprocess.run(said, env=mouth, check=True))  # type: ignore[func-returns-value]
    loudness, kept = verdict(read(tmp_path / "heard.wav"))
    assert notes["rate"] == 24000
    assert loudness is Loudness.RIGHT
    assert kept.seconds == pytest.approx(1.5, abs=0.15), "something was cut off or stretched"
    levels = notes["levels"]
    assert isinstance(levels, list)
    assert zone(max(levels)) is Loudness.RIGHT
    assert notes["open_after"] is False
    assert notes["multimedia_before"] is False, "the sound system is loaded late"


def test_a_microphone_pulled_out_in_the_middle_is_said(mouth: Environment, tmp_path: Path) -> None:
    def pull() -> None:
        subprocess.run(["pactl", "unload-module", "module-null-sink"], env=mouth, check=True)

    notes = listen(mouth, tmp_path / "heard.wav", 15, pull)
    assert "以前录的都在" in str(notes["broken"])
    assert notes["open_after"] is False
    assert not (tmp_path / "heard.wav").exists()


def test_without_a_microphone_the_reason_is_said(tmp_path: Path) -> None:
    nowhere = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    nowhere["PULSE_SERVER"] = f"unix:{tmp_path}/none"
    notes = listen(nowhere, tmp_path / "heard.wav", 0.5, lambda: None)
    if "broken" not in notes:
        pytest.skip("this machine has a microphone that is not PulseAudio's")
    assert notes["broken"] == "没有找到麦克风。插上一个，再按“开始录”。"
