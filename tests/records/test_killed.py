"""A program that is killed at any moment goes on where its learner was."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from elderguard.play.event import from_json, to_json
from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store
from tests.play.stories import home_visit

STORY = home_visit()

PLAY = """
import random, sys; from pathlib import Path
from elderguard.play.event import to_json
from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store
from elderguard.scenario.vocabulary import Role
from tests.play.stories import home_visit
from tests.play.test_random_play import press
store = Store(Path(sys.argv[1]))
story = home_visit()
session = store.begin(story, Role.SELF)
play = Playthrough(story, journal=store.journal(session))
chance = random.Random(int(sys.argv[2]))
print(session, flush=True)
while True:
    press(play, chance.randrange(8))
    print(to_json(play.events[-1]), flush=True)  # what can be seen
"""


@pytest.mark.parametrize("seed", range(12))
def test_what_was_on_the_screen_is_in_the_records(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    program = subprocess.Popen(
        [sys.executable, "-c", PLAY, str(path), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None
    with program.stdout:
        session = program.stdout.readline().strip()
        seen = [program.stdout.readline() for _ in range(chance.randrange(1, 40))]
        program.kill()
        seen += program.stdout.readlines()
    program.wait()
    seen = [line for line in seen if line.endswith("\n")]
    store = Store(path)
    events = store.events(session)
    assert store.keeping
    assert events[: len(seen)] == tuple(map(from_json, seen))
    assert len(seen) <= len(events) <= len(seen) + 1
    assert Playthrough(STORY, events=events).events == events


KILL = """
import os, random, signal, sys; from pathlib import Path
from elderguard.play.event import to_json
from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store
from elderguard.scenario.vocabulary import Role
from tests.play.stories import home_visit
from tests.play.test_random_play import press

class Fatal:
    def __init__(self, journal, after):
        self.journal, self.after = journal, after
    def append(self, event):
        self.journal.append(event)
        self.after -= 1
        if not self.after:
            print(to_json(event), flush=True)
            os.kill(os.getpid(), signal.SIGKILL)

store = Store(Path(sys.argv[1]))
story = home_visit()
journal = Fatal(store.journal(store.begin(story, Role.SELF)), int(sys.argv[2]))
play = Playthrough(story, journal=journal)
chance = random.Random(int(sys.argv[2]))
while True:
    press(play, chance.randrange(8))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
@pytest.mark.parametrize("after", [1, 2, 3, 5, 8, 13, 21, 34])
def test_killed_between_writing_and_moving_the_press_counts(path: Path, after: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILL, str(path), str(after)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == -9
    store = Store(path)
    (unfinished,) = store.unfinished()
    events = store.events(unfinished.session)
    assert len(events) == after
    assert to_json(events[-1]) == done.stdout.strip()
    assert Playthrough(STORY, events=events).events == events
