"""What a screen says, as plain values: the pages describe, the views draw.

A screen is a title, a body of one of a few kinds, a bar of buttons, and what is spoken. An action is
the word a button sends back; the page that made the screen knows what it means.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from elderguard.scenario.model import Hold
from elderguard.scenario.model import Screen as PhoneScreen
from elderguard.scenario.vocabulary import Press
from elderguard.ui.theme import Tone
from elderguard.voice.utterance import Utterance


class Saying(Enum):
    """What the voice does: nothing, speak, or wait in the middle until it may go on."""

    NOTHING = auto()
    SPEAKING = auto()
    HELD = auto()


@dataclass(frozen=True)
class Button:
    """Something to press. `short` is the label where there is no room for `text`."""

    action: str
    text: str
    icon: Path | None = None
    tone: Tone = Tone.CARD
    filled: bool = False
    short: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """A text of a card. `quote` is the part that deserves notice."""

    text: str
    quote: str | None = None
    large: bool = False


@dataclass(frozen=True)
class Card:
    """One idea: a picture, a heading, some sentences, and up to three buttons.

    `numbered` buttons answer to the keys 1 to 3; the others are one button "go on".
    """

    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    picture: Path | None = None
    tone: Tone = Tone.CARD
    buttons: tuple[Button, ...] = ()
    numbered: bool = False


@dataclass(frozen=True)
class PhoneSight:
    """A pretend phone (or a document) as it stands: what it shows, who holds it, what can be pressed."""

    screen: PhoneScreen
    hold: Hold
    holder_name: str
    owner_name: str
    presses: tuple[tuple[Press, str, str], ...] = ()
    """Live buttons: the press, its accessible name, the action it sends."""


@dataclass(frozen=True)
class Person:
    """Who is on the stage: the name shown and the portrait in the right mood. `by_phone`: not in
    this place, only at the other end of the call."""

    name: str
    portrait: Path | None
    by_phone: bool = False


@dataclass(frozen=True)
class Scenery:
    """The place behind the people: its picture and its name."""

    name: str
    picture: Path | None


@dataclass(frozen=True)
class Told:
    """Somebody speaks, or something shows on a phone; one button goes on."""

    scenery: Scenery
    person: Person | None
    text: str
    phones: tuple[PhoneSight, ...]
    go_on: Button
    phone_first: bool = False
    quote: str | None = None


@dataclass(frozen=True)
class Asked:
    """The learner decides: a question, two or three numbered choices, the phone beside them."""

    scenery: Scenery
    person: Person | None
    question: str
    choices: tuple[Button, ...]
    phones: tuple[PhoneSight, ...]


@dataclass(frozen=True)
class Tile:
    """A large card to press on home or in a list."""

    button: Button
    lines: tuple[str, ...] = ()
    badge: str | None = None


@dataclass(frozen=True)
class Tiles:
    """Large cards side by side under a sentence that matters."""

    banner: str | None
    tiles: tuple[Tile, ...]
    tone: Tone = Tone.SAFE


@dataclass(frozen=True)
class GuardSight:
    """What became of one of the four guards: its picture, its name, and the result in words."""

    text: str
    result: str
    icon: Path | None
    mark: Path | None
    tone: Tone


@dataclass(frozen=True)
class Guards:
    """The four guards side by side, and one button that goes on."""

    heading: str
    items: tuple[GuardSight, ...]
    go_on: Button


@dataclass(frozen=True)
class Row:
    """One setting: its name, its present value, and the buttons that change it."""

    name: str
    value: str
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class Rows:
    """A list of settings."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Recorder:
    """A line that is read into the microphone. `progress` is how far the list is, `about` what to do or
    what came of it, `open` whether the microphone listens (then the meter shows). The filled
    button is the one "go on"."""

    person: Person
    progress: str
    text: str
    about: str
    buttons: tuple[Button, ...]
    open: bool = False


Body = Card | Told | Asked | Tiles | Guards | Rows | Recorder


@dataclass(frozen=True)
class Screen:
    """A whole screen. `kind` names it (for help, pictures and tests), `done` and `total` are
    the steps of a story (0, 0: none), `ahead` is what may be said soon, `bar` the buttons along the
    bottom, the last one at the right."""

    kind: str
    title: str
    body: Body
    bar: tuple[Button, ...]
    spoken: tuple[Utterance, ...] = ()
    ahead: tuple[Utterance, ...] = ()
    sound: str | None = None
    done: int = 0
    total: int = 0
