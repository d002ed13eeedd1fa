"""What has become of the learner so far, and how steps and choices change it.

Functions take a state and give the next one; none changes anything in place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from elderguard.scenario.model import (
    SELF,
    AnyStep,
    Call,
    Choice,
    Document,
    Effect,
    Hold,
    Home,
    Line,
    PhoneScreen,
    Scene,
    Show,
)
from elderguard.scenario.vocabulary import Asset, Daytime, Guard

Value = TypeVar("Value")


@dataclass(frozen=True)
class State:
    """What has become of the learner at one moment of a story.

    `met` are the guards that a question she came to offered to drop, or that were dropped. Money is
    in yuan: `lost` of her own, `borrowed` in her name, `recovered` of both. `seen` are the ids of cues
    she came across, `chosen` those of choices on the way that led here. `said` is the line last told
    in this scene. `left` tells whether she has walked away from 先停一停.
    Pairs are sorted by their first part, so that equal states are equal values.
    """

    scene: str
    place: str
    daytime: Daytime = Daytime.DAY
    exposed: frozenset[Asset] = frozenset()
    met: frozenset[Guard] = frozenset()
    lost: int = 0
    borrowed: int = 0
    recovered: int = 0
    seen: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    counters: tuple[tuple[str, int], ...] = ()
    chosen: frozenset[str] = frozenset()
    holds: tuple[tuple[str, Hold], ...] = ()
    screens: tuple[tuple[str, PhoneScreen], ...] = ()
    document: Document | None = None
    said: Line | None = None
    left: bool = False

    @property
    def missing(self) -> int:
        """Yuan that are gone or owed and have not come back."""
        return max(0, self.lost + self.borrowed - self.recovered)

    def counter(self, name: str) -> int:
        """The number of a counter; one never added to stands at 0."""
        return dict(self.counters).get(name, 0)

    def hold(self, owner: str = SELF) -> Hold:
        """Where the phone of `owner` is: in the owner's own hand unless the story said otherwise."""
        return dict(self.holds).get(owner, Hold(held_by=owner, owner=owner))

    def screen(self, owner: str = SELF) -> PhoneScreen:
        """What the phone of `owner` shows: its home screen unless the story said otherwise."""
        return dict(self.screens).get(owner, Home())


def guards_of(assets: Iterable[Asset]) -> frozenset[Guard]:
    """The guards that are dropped when these assets are exposed."""
    exposed = frozenset(assets)
    return frozenset(guard for guard in Guard if guard.assets & exposed)


def entered(state: State, scene: Scene) -> State:
    """She comes into a scene: its place and light; a paper held up before is put away."""
    moved = replace(state, scene=scene.id, place=scene.place, daytime=scene.daytime, document=None, said=None)
    return moved if scene.hold is None else handed(moved, scene.hold)


def affected(state: State, effect: Effect) -> State:
    """An effect takes place."""
    counters = dict(state.counters)
    for name, amount in effect.adds:
        counters[name] = counters.get(name, 0) + amount
    return replace(
        state,
        exposed=state.exposed | set(effect.exposes),
        met=state.met | guards_of(effect.exposes),
        lost=state.lost + effect.loses,
        borrowed=state.borrowed + effect.borrows,
        recovered=state.recovered + effect.recovers,
        flags=(state.flags | set(effect.sets)) - set(effect.clears),
        counters=tuple(sorted(counters.items())),
    )


def reached(state: State, step: AnyStep) -> State:
    """The story comes to a step: its effect, and its cue is noted as come across."""
    after = affected(state, step.effect)
    return after if step.cue is None else replace(after, seen=after.seen | {step.id})


def handed(state: State, hold: Hold) -> State:
    """A phone is somewhere else from now on, and back at its home screen if that was said."""
    moved = replace(state, holds=_put(state.holds, hold.owner, hold.settled))
    return replace(moved, screens=_put(state.screens, hold.owner, Home())) if hold.home else moved


def hung_up(state: State) -> State:
    """Whoever walks away ends the call on her own phone."""
    return handed(state, replace(state.hold(), home=True)) if isinstance(state.screen(), Call) else state


def told(state: State, line: Line) -> State:
    """A line is said; it stays in the ear until the next one."""
    return replace(state, said=line)


def shown(state: State, show: Show) -> State:
    """A phone shows a screen, or a paper is held up; a screen on a phone takes the paper's place."""
    if isinstance(show.screen, Document):
        return replace(state, document=show.screen)
    return replace(state, screens=_put(state.screens, show.whose, show.screen), document=None)


def offered(state: State, choices: Iterable[Choice]) -> State:
    """A question offers choices: the guards that one of them would drop have been met."""
    assets = [asset for choice in choices for asset in choice.effect.exposes]
    return replace(state, met=state.met | guards_of(assets))


def taken(state: State, choice: Choice) -> State:
    """A choice is taken."""
    return affected(replace(state, chosen=state.chosen | {choice.id}), choice.effect)


def _put(pairs: tuple[tuple[str, Value], ...], key: str, value: Value) -> tuple[tuple[str, Value], ...]:
    merged = dict(pairs)
    merged[key] = value
    return tuple(sorted(merged.items(), key=lambda pair: pair[0]))
