"""Looks at every screen of a story, or of the program itself, with every criterion, and keeps the faults."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from elderguard.scenario.library import Library
from elderguard.scenario.vocabulary import Role
from elderguard.ui.screen import Asked, Told
from elderguard.ui.shots import Sight, own_sights, story_sights
from tests.ui.gate import colours, layout, letters, names, targets, words
from tests.ui.gate.criterion import Criterion, Fault
from tests.ui.gate.visit import Setting, open_window, pages_of

PAGE_CRITERIA: tuple[Criterion, ...] = (
    *letters.CRITERIA,
    *colours.CRITERIA,
    *targets.CRITERIA,
    *names.CRITERIA,
    *layout.CRITERIA,
)
CRITERIA = (*PAGE_CRITERIA, *words.CRITERIA)
PROGRAM = "the program"
AS_HELPER = " as helper"
PICTURES = Path(os.environ.get("ELDERGUARD_GATE_PICTURES") or Path(tempfile.gettempdir()) / "elderguard-gate")


@dataclass(frozen=True)
class Room:
    """What one survey looks at: the screens of a story or of the program in one setting, all of them,
    or of each kind those with the most words."""

    setting: Setting
    story: str
    everything: bool

    def __str__(self) -> str:
        return f"{self.setting}, {self.story}, {'every screen' if self.everything else 'the longest screens'}"


@dataclass(frozen=True)
class Survey:
    """What was found: how many screens and pages were on show, and the faults by criterion."""

    screens: int
    pages: int
    faults: dict[str, list[str]]


@cache
def _story(name: str) -> tuple[Sight, ...]:
    role = Role.HELPER if name.endswith(AS_HELPER) else None
    return tuple(story_sights(Library.of_folders().load(name.removesuffix(AS_HELPER)), role))


def screens(room: Room) -> list[Sight]:
    """The screens of a room."""
    everything = list(own_sights(room.setting.percent)) if room.story == PROGRAM else list(_story(room.story))
    return everything if room.everything else _longest(everything)


def _longest(sights: Iterable[Sight]) -> list[Sight]:
    """Of each kind of screen, and of each kind of phone screen on it, the one with the most words."""
    best: dict[str, tuple[int, int, Sight]] = {}
    for at, sight in enumerate(sights):
        body = sight.screen.body
        phones = body.phones if isinstance(body, Told | Asked) else ()
        shown = "+".join(type(phone.screen).__name__ for phone in phones)
        longest = sum(map(len, words.body_texts(body)))
        for key in (sight.name, f"{sight.name} {shown}"):
            if key not in best or longest > best[key][0]:
                best[key] = longest, at, sight
    return [sight for _, sight in sorted({at: sight for _, at, sight in best.values()}.items())]


@cache
def survey(room: Room) -> Survey:
    """Show all screens of a room and look at all their pages."""
    window = open_window(room.setting)
    faults: dict[str, list[str]] = {str(criterion): [] for criterion in CRITERIA}
    found = screens(room)
    heard = "\n".join("".join(words.clauses(each.text)) for sight in found for each in sight.screen.spoken)
    if not room.everything and room.story != PROGRAM:
        heard = "\n".join(
            "".join(words.clauses(each.text)) for sight in _story(room.story) for each in sight.screen.spoken
        )
    count = 0
    for at, sight in enumerate(found):
        pages = []
        for number, page in enumerate(pages_of(window, sight.screen)):
            count += 1
            name = f"{at:03d}-{number}-{sight.name}"
            failed = {str(each): list(each.look(page)) for each in PAGE_CRITERIA}
            _note(faults, failed, name, room)
            if any(failed.values()):
                folder = PICTURES / re.sub(r"[^\w]+", "-", str(room))
                folder.mkdir(parents=True, exist_ok=True)
                window.grab().save(str(folder / f"{name}.png"))
            pages.append(tuple(words.texts(page)))
        exhibit = words.Exhibit(sight.screen, tuple(pages), heard, room.setting.percent)
        _note(
            faults,
            {str(each): list(each.look(exhibit)) for each in words.CRITERIA},
            f"{at:03d}-{sight.name}",
            room,
        )
    window.close()
    return Survey(len(found), count, faults)


def _note(faults: dict[str, list[str]], found: dict[str, list[Fault]], name: str, room: Room) -> None:
    for criterion, each in found.items():
        faults[criterion] += [f"{name}: {fault}" for fault in each]


def stories() -> Iterator[str]:
    """The stories that are shipped."""
    yield from (entry.id for entry in Library.of_folders().entries() if entry.problem is None)
