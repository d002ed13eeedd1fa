"""Every screen of every shipped story fits the boxes that the window gives a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from elderguard import paths
from elderguard.scenario.loader import load
from elderguard.scenario.model import SELF, TABLE, Hold, Scenario, Screen, Show
from elderguard.scenario.screen_text import screen_text
from elderguard.ui.theme import Theme
from tests.ui.phone.conftest import MakeFrame
from tests.ui.phone.looking import cut_off, overlaps

# Text size, width and height of the box: beside a speech, and on a page of its own at 1024×768.
BOXES = [(100, 356, 560), (125, 900, 575), (150, 700, 590), (200, 640, 575)]


def scenarios() -> Iterator[Scenario]:
    for file in sorted(paths.scenarios_folder().glob("*/scenario.yaml")):
        scenario = load(file).scenario
        assert scenario is not None, file
        yield scenario


def screens() -> Iterator[tuple[str, Screen, str, str]]:
    """Each screen with its step's id, and the longest name a holder and an owner of it may have."""
    for scenario in scenarios():
        names = {speaker.id: speaker.name for speaker in scenario.speakers}
        longest = max(names.values(), key=len, default="您")
        for scene in scenario.scenes:
            for step in scene.steps:
                if isinstance(step, Show):
                    owner = names.get(step.whose, "您")
                    yield f"{scenario.id}:{step.id}", step.screen, longest, owner


SHOWN = list(screens())


def test_the_stories_show_something() -> None:
    assert len(SHOWN) > 5


@pytest.mark.parametrize(("percent", "width", "height"), BOXES)
@pytest.mark.parametrize(
    ("screen", "holder", "owner"), [shown[1:] for shown in SHOWN], ids=[s[0] for s in SHOWN]
)
def test_every_screen_is_whole_in_the_box_it_gets(
    make_frame: MakeFrame, screen: Screen, holder: str, owner: str, percent: int, width: int, height: int
) -> None:
    frame = make_frame(width, height, Theme(percent=percent, motion_ms=0))
    presses = {press: press.chinese for press in screen_text(screen).presses}
    for hold in (Hold(), Hold("x"), Hold(TABLE)) if owner == "您" else (Hold("x", "x"),):
        name = "您" if hold.held_by == SELF else holder
        frame.show_screen(screen, hold, holder_name=name, owner_name=owner, presses=presses)
        assert cut_off(frame) == [], hold
        assert overlaps(frame) == [], hold
