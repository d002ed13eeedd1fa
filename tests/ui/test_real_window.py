"""The real program in a real window on a virtual desktop, touched only from outside.

Every ending of every story is reached by the keyboard alone, by the mouse alone, and by the
accessibility bus alone, each after a walkthrough; what the walkthrough says is read off the screen.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.player import UNREAD_S, Bus, Hands, Keys, Mouse, Player
from tests.desktop.virtual import Desktop, missing
from tests.walkthroughs.script import Walkthrough, read

CHECKOUT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not here: {missing()}")


def walkthroughs() -> list[Walkthrough]:
    """For every ending of every shipped story, the shortest walkthrough that ends there."""
    chosen: dict[tuple[str, str], Walkthrough] = {}
    for folder in sorted(path.parent for path in CHECKOUT.glob("scenarios/*/scenario.yaml")):
        files = (CHECKOUT / "tests" / "walkthroughs" / folder.name).glob("*.txt")
        for walkthrough in sorted(map(read, files), key=lambda each: (len(each.entries), each.name)):
            endings = [entry.rest for entry in walkthrough.entries if entry.word == "结局"]
            chosen.setdefault((folder.name, endings[-1]), walkthrough)
    return sorted(set(chosen.values()), key=lambda each: each.name)


WALKTHROUGHS = walkthroughs()


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def program(desktop: Desktop, data_folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The program, silent, on its first page, with nothing kept from before."""
    data_folder.mkdir()
    (data_folder / "settings.json").write_text('{"muted": true}', encoding="utf-8")
    process = start(desktop, data_folder)
    yield process
    process.kill()
    process.wait()


def start(desktop: Desktop, data_folder: Path) -> subprocess.Popen[str]:
    return desktop.elderguard(env={"ELDERGUARD_HOME": str(data_folder)})


@pytest.mark.parametrize("hands", [Keys(), Mouse(), Bus()], ids=["keys", "mouse", "bus"])
@pytest.mark.parametrize(
    "walkthrough", WALKTHROUGHS, ids=lambda each: f"{each.story}-{WALKTHROUGHS.index(each) + 1}"
)
def test_every_ending_is_reached(
    walkthrough: Walkthrough, hands: Hands, desktop: Desktop, program: subprocess.Popen[str]
) -> None:
    player = Player(desktop, hands)
    player.ready()
    player.enter(walkthrough)
    player.play(walkthrough)
    player.turn_to("again")
    assert program.poll() is None


def test_a_killed_program_offers_to_go_on_at_the_same_step(desktop: Desktop, data_folder: Path) -> None:
    (first, *_) = WALKTHROUGHS
    data_folder.mkdir()
    (data_folder / "settings.json").write_text('{"sound_checked": true}', encoding="utf-8")
    process = start(desktop, data_folder)
    player = Player(desktop, Keys())
    player.ready()
    player.enter(first)
    for _ in range(3):
        player.press("next")
    before = player.text()
    process.kill()
    process.wait()
    desktop.wait_for(lambda: not desktop.glance(), "the end")
    process = start(desktop, data_folder)
    again = Player(desktop, Keys())
    again.ready()
    again.press("go-on")
    assert again.text() == before
    process.kill()
    process.wait()


def test_a_second_start_opens_no_second_window(
    desktop: Desktop, program: subprocess.Popen[str], data_folder: Path
) -> None:
    Player(desktop, Keys()).ready()
    second = start(desktop, data_folder)
    assert second.wait(20) == 0
    assert program.poll() is None


def test_a_hand_that_clicks_twice_slowly_answers_no_question(
    desktop: Desktop, program: subprocess.Popen[str]
) -> None:
    (first, *_) = WALKTHROUGHS
    player = Player(desktop, Mouse())
    player.ready()
    player.enter(first)
    while not any(action.startswith("choice:") for action in player.buttons()):
        player.press("next")
    question = player.text()
    player.press("back")
    since = time.monotonic()
    x, y = player.buttons()["next"].centre
    desktop.wait_for(lambda: time.monotonic() > since + UNREAD_S, "a press of its own")
    desktop.run("xdotool", "mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "700", "1")
    player.look()
    assert player.text() == question


def test_quitting_asks_first_and_ends_well(desktop: Desktop, program: subprocess.Popen[str]) -> None:
    player = Player(desktop, Keys())
    player.ready()
    player.press("quit")
    desktop.key("2")
    assert program.wait(10) == 0


def test_something_is_heard(desktop: Desktop, data_folder: Path, tmp_path: Path) -> None:
    with desktop.hearing(tmp_path / "heard.wav"):
        process = start(desktop, data_folder)
        Player(desktop, Keys()).ready()
        desktop.wait_for(lambda: loudest(tmp_path / "heard.wav") > 1000, "the voice")
        process.kill()
        process.wait()


def loudest(file: Path) -> int:
    samples = memoryview(file.read_bytes()[44:])
    return max(map(abs, samples[: len(samples) // 2 * 2].cast("h")), default=0)
