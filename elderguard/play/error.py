"""What can go wrong while a scenario is played.

PlayError
├── NotNow            the move does not fit the moment on the screen
├── UnknownChoice     the question on the screen offers no such choice
├── RoleNotOffered    the scenario cannot be played in that role
├── StoryStuck        the scenario goes nowhere from here (`elderguard check` finds these beforehand)
└── BrokenLog         recorded events cannot be replayed
    └── BrokenEvent   one recorded event cannot even be read
"""

# The names say what is the matter, in the words of the field; "Error" at their ends would add nothing.
# ruff: noqa: N818

from __future__ import annotations

from enum import Enum


class PlayError(Exception):
    """The root of all errors of playing."""


class NotNow(PlayError):
    """A move that does not fit the moment on the screen."""


class UnknownChoice(PlayError):
    """A choice that the question on the screen does not offer."""


class RoleNotOffered(PlayError):
    """A role in which the scenario cannot be played."""


class Stuck(str, Enum):
    """Why a story cannot go on."""

    BREAKS_OFF = "breaks-off"  # a scene has no steps left
    CIRCLE = "circle"  # scenes send the story to one another without a word said
    NO_SUCH_SCENE = "no-such-scene"  # a goto leads nowhere
    NO_CHOICE = "no-choice"  # a question has no choice open


class StoryStuck(PlayError):
    """A story that cannot go on: why, and the id of the scene it is stuck in or was sent to."""

    def __init__(self, why: Stuck, scene: str) -> None:
        super().__init__(f"{why.value} at scene {scene}")
        self.why = why
        self.scene = scene


class BrokenLog(PlayError):
    """Recorded events that do not fit the scenario (any more). The practice has to begin anew."""


class BrokenEvent(BrokenLog):
    """A recorded event that cannot be read."""
