"""What a learner did, one value per press: the log a playthrough is rebuilt from."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from elderguard.play.error import BrokenEvent


@dataclass(frozen=True)
class Advanced:
    """She went on."""


@dataclass(frozen=True)
class Chosen:
    """She took a choice of a question."""

    question: str
    choice: str


@dataclass(frozen=True)
class PauseBegan:
    """She pressed 先停一停."""


@dataclass(frozen=True)
class PauseEnded:
    """She went on from 先停一停 where she had been."""


@dataclass(frozen=True)
class Left:
    """She walked away from 先停一停. It counts as verifying."""


@dataclass(frozen=True)
class WentBack:
    """She went one moment back."""


@dataclass(frozen=True)
class Retried:
    """She went from the ending back to the question that decided it."""

    question: str


Event = Advanced | Chosen | PauseBegan | PauseEnded | Left | WentBack | Retried

_NAMES: dict[str, type[Event]] = {
    "advanced": Advanced,
    "chosen": Chosen,
    "pause-began": PauseBegan,
    "pause-ended": PauseEnded,
    "left": Left,
    "went-back": WentBack,
    "retried": Retried,
}
_NAME_OF = {kind: name for name, kind in _NAMES.items()}


def to_json(event: Event) -> str:
    """The event as one line of JSON, with keys in a fixed order."""
    return json.dumps({"event": _NAME_OF[type(event)], **asdict(event)}, ensure_ascii=False)


def from_json(text: str) -> Event:
    """The event that `to_json` wrote; BrokenEvent if the text is not one."""
    try:
        values = json.loads(text)
        event = _NAMES[values.pop("event")](**values)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenEvent(f"not an event: {text!r}") from error
    if not all(isinstance(value, str) for value in values.values()):
        raise BrokenEvent(f"not an event: {text!r}")
    return event
