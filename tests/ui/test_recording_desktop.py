"""Somebody records a line with the real program on a virtual desktop, by its buttons alone.

What she says is played into the real microphone part; what was kept is looked at on the disk and heard
from the program again."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from elderguard.voice.pcm import ACTIVE_LEVEL, decibels, read, write_wav
from tests.desktop.player import Bus, Player
from tests.desktop.virtual import Desktop, missing
from tests.voice.recorded import voice

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not here: {missing()}")
SAID = 4.0  # seconds: no line of the program is said in exactly that time


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with Desktop() as desktop:
        desktop.run("pactl", "load-module", "module-null-sink", "sink_name=mouth", "rate=48000")
        desktop.run("pactl", "load-module", "module-remap-source", "master=mouth.monitor", "source_name=mic")
        desktop.run("pactl", "set-default-source", "mic")
        desktop.run("pactl", "set-default-sink", "ear")
        yield desktop


def start(desktop: Desktop, data_folder: Path) -> tuple[subprocess.Popen[str], Player]:
    desktop.environment["ELDERGUARD_HOME"] = str(data_folder)
    desktop.keep_settings()
    process = desktop.elderguard()
    player = Player(desktop, Bus())
    player.ready()
    return process, player


def to_the_recorder(player: Player) -> None:
    player.press("settings")
    player.turn_to("own-voice")
    player.press("own-voice")
    player.press("record")
    player.turn_to("agree")
    player.press("agree")
    player.turn_to("story:home-visit")
    player.press("story:home-visit")
    player.press("part:all")


def open_microphones(desktop: Desktop) -> int:
    """How many programs listen just now."""
    return desktop.run("pactl", "list", "short", "source-outputs").count("protocol-native")


def test_a_line_is_recorded_kept_and_heard(desktop: Desktop, data_folder: Path, tmp_path: Path) -> None:
    write_wav(voice(SAID, rate=48000), tmp_path / "said.wav")
    process, player = start(desktop, data_folder)
    to_the_recorder(player)
    assert open_microphones(desktop) == 0
    player.press("start")
    desktop.wait_for(lambda: any(name == "请念。" for _, name in desktop.glance()), "the microphone")
    assert open_microphones(desktop) == 1
    desktop.run("paplay", "-d", "mouth", str(tmp_path / "said.wav"))
    desktop.wait_for(lambda: any("正好" in name for _, name in desktop.glance()), "the meter")
    player.press("stop")
    desktop.wait_for(lambda: open_microphones(desktop) == 0, "the microphone closed")
    assert "录好了，声音正好" in player.text()

    manifest = json.loads(next(data_folder.rglob("manifest.json")).read_text(encoding="utf-8"))
    (clip,) = manifest["clips"].values()
    kept = read(data_folder / "voices" / "own-1" / clip["file"])
    assert kept.seconds == pytest.approx(SAID, abs=0.2)
    loudest = max(abs(sample) for sample in memoryview(kept.data).cast("h"))
    assert decibels(loudest) == pytest.approx(ACTIVE_LEVEL + 3, abs=1), "a tone peaks 3 dB over its level"

    with desktop.hearing(tmp_path / "heard.wav"):
        assert desktop.press("听一听")
        desktop.wait_for(
            lambda: (tmp_path / "heard.wav").stat().st_size > 16000 * 2 * (SAID + 1), "her voice"
        )
    assert tone_seconds(tmp_path / "heard.wav") == pytest.approx(SAID, abs=0.4)
    process.kill()
    process.wait()


def tone_seconds(file: Path) -> float:
    """For how long something was heard, of a mono recording with 16000 samples a second."""
    data = file.read_bytes()[44:]
    samples = memoryview(data[: len(data) // 2 * 2]).cast("h")
    return sum(max(map(abs, samples[at : at + 160])) > 300 for at in range(0, len(samples) - 160, 160)) / 100
