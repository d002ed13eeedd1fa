"""What a scenario says, as frozen values.

`path` on a value is where it stands in its YAML file, as keys and indices from the root
(`("scenes", "at-the-door", "steps", 2)`); it takes no part in comparisons. The loader keeps the line
and column of every path.

Texts are plain: `text` is what is shown, `say` what is spoken when that differs (None: the same).
Money is in whole yuan.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Union

from elderguard.scenario.vocabulary import (
    Ask,
    Asset,
    CallState,
    Channel,
    Daytime,
    DocumentForm,
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

Path = tuple[Union[str, int], ...]
SELF = "self"  # the holder or owner of a phone: the learner (in a helper story: the neighbour)
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
    whether its screen is turned away from the learner."""

    held_by: str = SELF
    owner: str = SELF
    turned_away: bool = False


# --- screens of the pretend phone -------------------------------------------------------------


@dataclass(frozen=True)
class Home:
    """The phone's home screen."""


@dataclass(frozen=True)
class Sms:
    """A text message arrives."""

    sender: str
    text: str


@dataclass(frozen=True)
class Call:
    """A call. `known` tells whether the caller's name is saved in the phone."""

    caller: str
    known: bool
    state: CallState


@dataclass(frozen=True)
class Chat:
    """A chat message arrives; `group` is the name of the group, if it came in one."""

    sender: str
    text: str
    group: str | None = None


@dataclass(frozen=True)
class Permission:
    """An app asks to be allowed something."""

    app: str
    wants: str


@dataclass(frozen=True)
class Install:
    """The page that installs an app. `maker` is what it says about its maker."""

    app: str
    maker: str


@dataclass(frozen=True)
class Login:
    """A login page; `code` is what has been typed into its code box, if anything."""

    app: str
    code: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SetPassword:
    """A page that wants a new password; `typed` says whether one has been typed."""

    app: str
    typed: bool = False


@dataclass(frozen=True)
class FaceScan:
    """A face scan, drawn (no camera): the app, what it is for in small print, the move asked."""

    app: str
    purpose: str
    move: str


@dataclass(frozen=True)
class AccountOpened:
    """An account has been opened: in which app, in whose name."""

    app: str
    holder: str


@dataclass(frozen=True)
class Payment:
    """A payment: to whom, how many yuan, out of which purse; `done` once it has gone."""

    payee: str
    amount: int
    purse: str
    done: bool = False


@dataclass(frozen=True)
class Balance:
    """What an account holds, in yuan; `before` if it is to count down from there."""

    account: str
    amount: int
    before: int | None = None


@dataclass(frozen=True)
class CreditNotice:
    """A notice that borrowed money was spent, e.g. by 花呗."""

    lender: str
    amount: int
    text: str


@dataclass(frozen=True)
class ScreenShare:
    """The phone's screen is being shown to somebody else."""

    watcher: str


@dataclass(frozen=True)
class Insurance:
    """The medical-insurance code page: activated or not."""

    active: bool


@dataclass(frozen=True)
class Notice:
    """Any other short page: a title and a text (新设备登录成功, …)."""

    title: str
    text: str


@dataclass(frozen=True)
class Document:
    """A paper or card held up instead of a phone: form, title, text, who signed or stamped it."""

    form: DocumentForm
    title: str
    text: str
    signed: str | None = None


PhoneScreen = Union[
    Home,
    Sms,
    Call,
    Chat,
    Permission,
    Install,
    Login,
    SetPassword,
    FaceScan,
    AccountOpened,
    Payment,
    Balance,
    CreditNotice,
    ScreenShare,
    Insurance,
    Notice,
]
Screen = Union[PhoneScreen, Document]


# --- steps ------------------------------------------------------------------------------------


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
    `say` replaces the words spoken for it."""

    screen: Screen = Home()
    whose: str = SELF
    say: str | None = None


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


AnyStep = Union[Line, Show, Handover, Question, Goto, End]


@dataclass(frozen=True)
class Scene:
    """A place with its steps. `hint` is what 先停一停 adds here to the four assets."""

    id: str
    place: str
    steps: tuple[AnyStep, ...]
    daytime: Daytime = Daytime.DAY
    hold: Hold | None = None
    hint: str | None = None
    path: Path = _path()


@dataclass(frozen=True)
class Scenario:
    """A practised moment, whole. `leave` is the scene reached by leaving from 先停一停
    (None: an ending made from the state). `neighbour` names whom the learner advises
    when a self story is played as helper."""

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
