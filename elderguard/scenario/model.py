"""What a scenario says, as frozen values; the screens of the phone are in `screens`.

`path` on a value is where it stands in its YAML file, as keys and indices from the root
(`("scenes", "at-the-door", "steps", 2)`); it takes no part in comparisons. The loader keeps the line
and column of every path.

Texts are plain: `text` is what is shown, `say` what is spoken when that differs (None: the same).
Money is in whole yuan.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from elderguard.scenario.screens import AccountOpened as AccountOpened
from elderguard.scenario.screens import Balance as Balance
from elderguard.scenario.screens import Call as Call
from elderguard.scenario.screens import Chat as Chat
from elderguard.scenario.screens import CreditNotice as CreditNotice
from elderguard.scenario.screens import Document as Document
from elderguard.scenario.screens import FaceScan as FaceScan
from elderguard.scenario.screens import Home as Home
from elderguard.scenario.screens import Install as Install
from elderguard.scenario.screens import Insurance as Insurance
from elderguard.scenario.screens import Login as Login
from elderguard.scenario.screens import Notice as Notice
from elderguard.scenario.screens import Payment as Payment
from elderguard.scenario.screens import Permission as Permission
from elderguard.scenario.screens import PhoneScreen as PhoneScreen
from elderguard.scenario.screens import Screen as Screen
from elderguard.scenario.screens import ScreenShare as ScreenShare
from elderguard.scenario.screens import SetPassword as SetPassword
from elderguard.scenario.screens import Sms as Sms
from elderguard.scenario.vocabulary import (
    Ask,
    Asset,
    Channel,
    Daytime,
    Kind,
    Material,
    Mood,
    Outcome,
    Press,
    Response,
    Role,
    Route,
    Voice,
)

Path = tuple[str | int, ...]
SELF = "self"  # the holder or owner of a phone: the learner (in a helper story: the neighbour)
YOU = "您"  # how the program calls her
TABLE = "table"  # the holder of a phone: nobody, it lies on the table


def _path() -> Path:
    return field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class Source:
    """Where the story comes from. `date` is free text, so that 原文未写年份 can be said."""

    name: str
    date: str
    material: Material


@dataclass(frozen=True)
class VolunteerNote:
    """What the volunteer is told about a scenario or about one step. `wait` is in seconds."""

    aim: str | None = None
    ask_the_room: str | None = None
    wait: int | None = None
    explain: str | None = None
    local_story: str | None = None


@dataclass(frozen=True)
class Speaker:
    """A person who talks: the name shown, a portrait id or picture file, and a voice."""

    id: str
    name: str
    portrait: str
    voice: Voice
    path: Path = _path()


@dataclass(frozen=True)
class Condition:
    """When a step, a choice or a goto counts: every part that is given must hold.

    `any_of` holds when one of its conditions does. `at_least` are pairs of counter name and number.
    `seen` are ids of cues the learner has come across, `chosen` ids of choices taken.
    """

    exposed: tuple[Asset, ...] = ()
    not_exposed: tuple[Asset, ...] = ()
    flags: tuple[str, ...] = ()
    not_flags: tuple[str, ...] = ()
    at_least: tuple[tuple[str, int], ...] = ()
    seen: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    not_chosen: tuple[str, ...] = ()
    lost_money: bool | None = None
    any_of: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Cue:
    """A spoken or shown sign worth noticing: why, and which words of the step carry it
    (`quote`, a part of the step's text; None: the whole step)."""

    why: str
    quote: str | None = None


@dataclass(frozen=True)
class Effect:
    """What a step or choice changes. `loses` and `borrows` are yuan; `adds` are counter, amount."""

    exposes: tuple[Asset, ...] = ()
    loses: int = 0
    borrows: int = 0
    recovers: int = 0
    sets: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    adds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Hold:
    """Where a phone is: who holds it (SELF, TABLE or a speaker id), whose it is, and
    whether its screen is turned away from the learner. `home`: it goes back to its home screen
    without a word, because a call is over or a day has passed."""

    held_by: str = SELF
    owner: str = SELF
    turned_away: bool = False
    home: bool = False

    @property
    def settled(self) -> Hold:
        """The same place, once the home screen is there."""
        return replace(self, home=False)


@dataclass(frozen=True)
class Step:
    """What every step has. `id` is unique in the scenario and stable; a step with a `cue` is
    worth noticing, and the cue says why. `covers` are tactic ids played on this very step."""

    id: str
    when: Condition | None = None
    covers: tuple[str, ...] = ()
    cue: Cue | None = None
    effect: Effect = Effect()
    note: VolunteerNote | None = None
    path: Path = _path()


@dataclass(frozen=True)
class Line(Step):
    """Somebody says something; `speaker` None is the narrator."""

    speaker: str | None = None
    text: str = ""
    say: str | None = None
    mood: Mood = Mood.CALM


@dataclass(frozen=True)
class Show(Step):
    """Something happens on a pretend phone, or a document is held up. `whose` is SELF or the
    speaker id whose phone shows it: another's phone is the 'meanwhile' the learner could not see.
    `say` replaces the words spoken for it, `caption` the sentence that stands beside it."""

    screen: Screen = field(default_factory=Home)
    whose: str = SELF
    say: str | None = None
    caption: str | None = None


@dataclass(frozen=True)
class Handover(Step):
    """The phone changes hands, from this step on."""

    hold: Hold = Hold()


@dataclass(frozen=True)
class Choice:
    """One answer to a question. `goto` None goes on with the next step of the scene."""

    id: str
    text: str
    response: Response
    say: str | None = None
    press: Press | None = None
    route: Route | None = None
    feedback: str | None = None
    feedback_say: str | None = None
    effect: Effect = Effect()
    goto: str | None = None
    when: Condition | None = None
    covers: tuple[str, ...] = ()
    path: Path = _path()


@dataclass(frozen=True)
class Question(Step):
    """The learner decides. Two or three choices."""

    text: str = ""
    say: str | None = None
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Goto(Step):
    """Go on in another scene."""

    scene: str = ""


@dataclass(frozen=True)
class End(Step):
    """An ending: outcome, one sentence as its title, and what became of it afterwards.
    `cites` are ids of steps with a cue that the debrief names (empty: all that were met)."""

    outcome: Outcome = Outcome.KEPT
    title: str = ""
    text: str = ""
    say: str | None = None
    cites: tuple[str, ...] = ()


AnyStep = Line | Show | Handover | Question | Goto | End


@dataclass(frozen=True)
class Scene:
    """A place with its steps. `hint` is what 先停一停 adds here to the four assets, `leave` the scene
    that leaving from there leads to (None: the scenario's)."""

    id: str
    place: str
    steps: tuple[AnyStep, ...]
    daytime: Daytime = Daytime.DAY
    hold: Hold | None = None
    hint: str | None = None
    path: Path = _path()
    leave: str | None = None


@dataclass(frozen=True)
class Scenario:
    """A practised moment, whole. `leave` is the scene reached by leaving from 先停一停
    (None: an ending made from the state). `you` is whom it is about: 您, or the neighbour once retold.
    `helper_words` are texts and what stands in their place then."""

    id: str
    schema: Literal[1]
    title: str
    kind: Kind
    role: Role
    channel: Channel
    asks: tuple[Ask, ...]
    difficulty: int
    minutes: int
    safe_line: str
    sources: tuple[Source, ...]
    speakers: tuple[Speaker, ...]
    start: str
    scenes: tuple[Scene, ...]
    twin: str | None = None
    safe_line_say: str | None = None
    hotlines: tuple[str, ...] = ()
    notes: VolunteerNote = VolunteerNote()
    leave: str | None = None
    helper_words: tuple[tuple[str, str], ...] = ()
    you: str = YOU
    digest: str = field(default="", compare=False)

    def scene(self, scene_id: str) -> Scene:
        """The scene of that id; KeyError if there is none."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)

    def speaker(self, speaker_id: str) -> Speaker:
        """The speaker of that id; KeyError if there is none."""
        for speaker in self.speakers:
            if speaker.id == speaker_id:
                return speaker
        raise KeyError(speaker_id)
