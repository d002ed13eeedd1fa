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


class PlayError(Exception):
    """The root of all errors of playing."""


class NotNow(PlayError):
    """A move that does not fit the moment on the screen."""


class UnknownChoice(PlayError):
    """A choice that the question on the screen does not offer."""


class RoleNotOffered(PlayError):
    """A role in which the scenario cannot be played."""


class StoryStuck(PlayError):
    """A scene that runs out of steps, or scenes that send the story round in a circle."""


class BrokenLog(PlayError):
    """Recorded events that do not fit the scenario (any more). The practice has to begin anew."""


class BrokenEvent(BrokenLog):
    """A recorded event that cannot be read."""
