"""The child process that reads clips, run as the window runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from elderguard.voice.engine import reader_command
from elderguard.voice.pcm import Pcm
from tests.voice.packing import PITCH, clip, hum, pitch_of

READ = (sys.executable, "-c")
BEGIN = "from elderguard.voice import reader; "


def answers(*requests: object, command: tuple[str, ...] | None = None) -> list[dict[str, object] | Pcm]:
    """What the child process answers to these requests, samples as Pcm."""
    lines = "".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in requests)
    done = subprocess.run(command or reader_command(), input=lines.encode(), capture_output=True, check=True)
    rest, found = done.stdout, []
    while rest:
        head, _, rest = rest.partition(b"\n")
        told = json.loads(head)
        if "error" in told:
            found.append(told)
            continue
        found += [told, Pcm(told["rate"], rest[: told["bytes"]])]
        rest = rest[told["bytes"] :]
    return found


@pytest.fixture(scope="module")
def opus(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("clips") / "a.opus"
    clip(hum(2.0), path)
    return path


def test_a_clip_is_decoded_as_it_was_recorded(opus):
    head, sound = answers({"path": str(opus), "stretch": 1})
    assert head["stretch"] == 1.0
    assert sound.seconds == pytest.approx(2.0, abs=0.01)
    assert pitch_of(sound) == pytest.approx(PITCH, rel=0.02)


@pytest.mark.parametrize("rate", [130, 200])
def test_a_clip_is_slower_or_quicker_at_the_same_pitch(rate, opus):
    stretch = 170 / rate
    head, sound = answers({"path": str(opus), "stretch": stretch})
    assert sound.seconds == pytest.approx(2.0 * stretch, rel=0.02)
    assert head["stretch"] == pytest.approx(stretch, rel=0.02)
    assert pitch_of(sound) == pytest.approx(PITCH, rel=0.02)


def test_without_the_stretching_library_a_clip_is_played_as_it_is(opus):
    script = "import sys; sys.modules['speechwarp'] = None; " + BEGIN + "reader.main()"
    head, sound = answers({"path": str(opus), "stretch": 1.3}, command=(*READ, script))
    assert head["stretch"] == 1.0
    assert sound.seconds == pytest.approx(2.0, abs=0.01)


def test_a_spoilt_clip_is_told_and_the_next_one_is_read(opus, tmp_path):
    (tmp_path / "b.opus").write_bytes(b"OggS and nothing more")
    wrong = [
        {"path": str(tmp_path / "b.opus"), "stretch": 1},
        {"path": str(tmp_path / "none.opus"), "stretch": 1},
    ]
    *errors, _, sound = answers(*wrong, "not JSON", {}, {"path": str(opus), "stretch": 1})
    assert [list(error) for error in errors] == [["error"]] * 4
    assert sound.seconds == pytest.approx(2.0, abs=0.01)


def test_a_clip_that_never_ends_is_not_taken(opus):
    script = BEGIN + "reader.LARGEST = 1000; reader.main()"
    (error,) = answers({"path": str(opus), "stretch": 1}, command=(*READ, script))
    assert "error" in error


def test_it_ends_with_the_one_who_started_it():
    process = subprocess.Popen(reader_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    assert process.stdout is not None
    process.stdout.close()


def test_in_a_frozen_program_it_is_an_argument_of_the_program(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader_command()[1:] == ("--voice-reader",)


def test_the_program_knows_that_argument(opus):
    command = (sys.executable, "-m", "elderguard", "--voice-reader")
    _, sound = answers({"path": str(opus), "stretch": 1}, command=command)
    assert sound.seconds == pytest.approx(2.0, abs=0.01)
