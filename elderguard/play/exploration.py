"""What a search through every way of a scenario found."""

from __future__ import annotations

from dataclasses import dataclass

from elderguard.play.error import Stuck
from elderguard.play.event import Event
from elderguard.play.moment import Asked, Ended, Moment

Route = tuple[Event, ...]


@dataclass(frozen=True)
class Found:
    """A moment, and the presses that lead there from the opening: Playthrough(…, events=route)."""

    moment: Moment
    route: Route


@dataclass(frozen=True)
class FoundEnding:
    """An ending with one of the states it is reached in. `fits` tells whether its outcome and that
    state agree: in a scam nothing is exposed where it is kept, no money is missing in a close call,
    and something has been exposed or lost where it is harmed."""

    moment: Ended
    route: Route
    fits: bool


@dataclass(frozen=True)
class ThinQuestion:
    """A question in a state in which fewer than two choices are open, or none of them is safe."""

    moment: Asked
    safe: int
    route: Route


@dataclass(frozen=True)
class DeadEnd:
    """A moment after which the story cannot go on, why, and the id of the scene it is stuck in or was
    sent to. `moment` is None if already the opening is stuck. The last press is not on the route."""

    moment: Moment | None
    scene: str
    why: Stuck
    route: Route


@dataclass(frozen=True)
class Exploration:
    """All of it. `states` counts the distinct moments with their states that were seen.

    If `truncated`, the search stopped at its bound: what was found was found, but `scenes`, `steps`
    and `choices` not reached and `endless` moments may be so only because the rest was not seen.
    `pictured` holds every distinct screen once, the shortest way to it first; `endings` each ending
    once for every fit; `endless` one moment for each scene, from which only circles lead on.
    Ids of choices not reached are pairs of question and choice.
    """

    states: int
    truncated: bool
    pictured: tuple[Found, ...]
    endings: tuple[FoundEnding, ...]
    unreached_scenes: tuple[str, ...]
    unreached_steps: tuple[str, ...]
    unreached_choices: tuple[tuple[str, str], ...]
    dead_ends: tuple[DeadEnd, ...]
    thin_questions: tuple[ThinQuestion, ...]
    endless: tuple[Found, ...]
