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
from tests.ui.gate import words
from tests.ui.gate.broken import BROKEN_EXHIBITS, SOUND, SPOILERS, Spoiler, look_at
from tests.ui.gate.criterion import Criterion
from tests.ui.gate.survey import AS_HELPER, CRITERIA, PAGE_CRITERIA, PICTURES, PROGRAM, Room, stories, survey
from tests.ui.gate.visit import Setting

FULL = os.environ.get("ELDERGUARD_GATE") == "full"
DESIGN = Setting()
EVERY_SETTING = (
    *(Setting(*size, percent) for size, percent in product(((1366, 768), (1024, 768)), TEXT_SIZES)),
    Setting(1280, 800),
    Setting(1920, 1080),
    Setting(dark=True),
    Setting(percent=200, dark=True),
)
NARROWEST = (  # where there is least room for words, and where the colours or the scale are others
    Setting(percent=150),
    Setting(percent=200),
    Setting(1024, 768, 100),
    Setting(1024, 768, 125),
    Setting(1024, 768, 200),
    Setting(1920, 1080),
    Setting(dark=True),
)
STORIES = tuple(stories())
HELPED = tuple(f"{story}{AS_HELPER}" for story in STORIES)


def rooms() -> list[Room]:
    """Everything that is looked at in this run."""
    places = (PROGRAM, *STORIES)
    if FULL:
        return [Room(setting, place, True) for setting in EVERY_SETTING for place in (*places, *HELPED)]
    found = [Room(DESIGN, place, True) for place in places]
    found += [Room(setting, place, place == PROGRAM) for setting in NARROWEST for place in places]
    return [*found, *(Room(DESIGN, place, False) for place in HELPED)]


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


def test_a_page_that_is_right_passes_every_criterion(qapp: QApplication) -> None:
    page = look_at()
    assert [f"{each}: {fault}" for each in PAGE_CRITERIA for fault in each.look(page)] == []
    assert [f"{each}: {fault}" for each in words.CRITERIA for fault in each.look(SOUND)] == []


@pytest.mark.parametrize(
    ("criterion", "spoil"),
    [
        pytest.param(criterion, spoil, id=f"{criterion}, {number}")
        for criterion in PAGE_CRITERIA
        for number, spoil in enumerate(SPOILERS.get(criterion.sentence, (None,)), 1)
    ],
)
def test_a_broken_page_fails(criterion: Criterion, spoil: Spoiler, qapp: QApplication) -> None:
    assert list(criterion.look(look_at(spoil)))


@pytest.mark.parametrize("criterion", words.CRITERIA, ids=str)
def test_a_screen_with_the_wrong_words_fails(criterion: words.WordCriterion) -> None:
    for exhibit in BROKEN_EXHIBITS[criterion.sentence]:
        assert list(criterion.look(exhibit))
