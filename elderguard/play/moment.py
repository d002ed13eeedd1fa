"""What can stand on the screen while a story is played."""

from __future__ import annotations

from dataclasses import dataclass

from elderguard.play.state import State
from elderguard.scenario.model import Choice, End, Line, Question, Show

NEIGHBOUR = "王大妈"  # who comes for advice when a self story is played as helper
NEIGHBOUR_PORTRAIT = "old-woman"  # her face, wherever she is shown


@dataclass(frozen=True)
class Spot:
    """Where in a scenario a moment stands: a scene id and the index of a step in it."""

    scene: str
    index: int


@dataclass(frozen=True)
class Framed:
    """Before the first step: a neighbour comes and asks for advice on a story of her own."""

    state: State
    at: Spot
    neighbour: str = NEIGHBOUR


@dataclass(frozen=True)
class Told:
    """Somebody, or the narrator, says a line."""

    line: Line
    state: State
    at: Spot


@dataclass(frozen=True)
class Shown:
    """Something happens on a phone, or a paper is held up."""

    show: Show
    state: State
    at: Spot


@dataclass(frozen=True)
class Asked:
    """The learner is to decide; `choices` are those of the question that are open to her now."""

    question: Question
    choices: tuple[Choice, ...]
    state: State
    at: Spot


@dataclass(frozen=True)
class Answered:
    """She has decided and reads the feedback. Choices without feedback skip this moment."""

    question: Question
    choice: Choice
    state: State
    at: Spot


@dataclass(frozen=True)
class Ended:
    """The story is over. `left`: she walked away, and the ending was made from her state."""

    end: End
    left: bool
    state: State
    at: Spot


StoryMoment = Framed | Told | Shown | Asked | Answered


@dataclass(frozen=True)
class Paused:
    """先停一停 over the moment it was pressed on. `hint` is the author's word for this scene.
    `can_leave`: she may walk away; once she has done so there is nothing more to walk away from."""

    hint: str | None
    under: StoryMoment
    can_leave: bool = True

    @property
    def state(self) -> State:
        """What has become of her; a pause changes nothing."""
        return self.under.state

    @property
    def at(self) -> Spot:
        """Where the moment stands that the pause lies over."""
        return self.under.at


Moment = StoryMoment | Paused | Ended
