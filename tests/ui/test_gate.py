"""The gate: every criterion of the design, over every screen of the program and of every shipped story.

Here every screen stands once in the design size; in the other sizes, text steps and in the dark theme, those
with the most words of each kind. With ELDERGUARD_GATE=full (`make gate`) every screen is looked at in all of
them. Pictures of what fails are kept in ELDERGUARD_GATE_PICTURES (else in the temporary folder).
"""

from __future__ import annotations

import os
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from elderguard.settings import TEXT_SIZES
from tests.ui.gate.survey import AS_HELPER, CRITERIA, PICTURES, PROGRAM, Room, stories, survey
from tests.ui.gate.visit import Setting

FULL = os.environ.get("ELDERGUARD_GATE") == "full"
DESIGN = Setting()
SMALL_WINDOWS = ((1366, 768), (1024, 768))
SETTINGS = (
    *(Setting(*size, percent) for size, percent in product(SMALL_WINDOWS, TEXT_SIZES)),
    Setting(1280, 800),
    Setting(1920, 1080),
    Setting(dark=True),
    Setting(percent=200, dark=True),
)
STORIES = tuple(stories())
HELPED = tuple(f"{story}{AS_HELPER}" for story in STORIES)


def rooms() -> list[Room]:
    """Everything that is looked at in this run."""
    found = [Room(DESIGN, place, everything=True) for place in (PROGRAM, *STORIES)]
    found += [Room(setting, PROGRAM, everything=True) for setting in SETTINGS if setting != DESIGN]
    found += [
        Room(setting, story, FULL) for setting in SETTINGS for story in STORIES if FULL or setting != DESIGN
    ]
    found += [Room(setting, story, FULL) for setting in (SETTINGS if FULL else (DESIGN,)) for story in HELPED]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("room", "criterion"),
    [
        pytest.param(
            room, str(criterion), marks=pytest.mark.xdist_group(str(room)), id=f"{criterion} [{room}]"
        )
        for room in rooms()
        for criterion in CRITERIA
    ],
)
def test_on_every_screen(room: Room, criterion: str, qapp: QApplication) -> None:
    faults = survey(room).faults[criterion]
    assert not faults, "\n".join(
        [f"{len(faults)} faults, pictures in {PICTURES}", *(fault for fault in faults[:20])]
    )
