"""Whether everything a scenario names is there: scenes, people, hotlines, pictures, cues, choices.

Values that did not fit are blank by now; a blank names nothing and is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any

from elderguard.scenario import codes, walk
from elderguard.scenario.called import HOLDER_CALLED, PLACE_CALLED, PORTRAIT_CALLED, PORTRAIT_NAMES
from elderguard.scenario.catalogue import Catalogue
from elderguard.scenario.diagnostic import Code
from elderguard.scenario.findings import Findings
from elderguard.scenario.hotlines import HOTLINES
from elderguard.scenario.model import (
    SELF,
    TABLE,
    AnyStep,
    End,
    Goto,
    Handover,
    Hold,
    Line,
    Path,
    Question,
    Scenario,
    Show,
)
from elderguard.scenario.picture import is_picture_name, picture_fault
from elderguard.scenario.places import PLACE_NAMES
from elderguard.scenario.screen_text import screen_text
from elderguard.scenario.tactics import TACTICS

SAFE_LINE_LIMIT = 12  # hanzi said in one breath
_HOTLINE_CALLED = {
    name: hotline.id for hotline in HOTLINES.values() for name in (hotline.name, *hotline.numbers)
}


def check_references(
    scenario: Scenario, folder: FilePath, catalogue: Catalogue | None, findings: Findings
) -> None:
    """Report every name that leads nowhere. `catalogue` None: pictures of ours are not looked at."""
    _References(scenario, findings).check()
    _check_pictures(scenario, folder, catalogue, findings)
    spoken = [character for character in scenario.safe_line if character.isalnum()]
    if len(spoken) > SAFE_LINE_LIMIT:
        findings.at(
            ("safe_line",),
            codes.SAFE_LINE_TOO_LONG,
            text=scenario.safe_line,
            count=len(spoken),
            limit=SAFE_LINE_LIMIT,
        )


class _References:
    """The names one scenario defines, held against those it uses."""

    def __init__(self, scenario: Scenario, findings: Findings) -> None:
        self._scenario = scenario
        self._findings = findings
        self._scenes = [scene.id for scene in scenario.scenes]
        self._people = [speaker.id for speaker in scenario.speakers]
        self._cues = [step.id for step in walk.steps(scenario) if step.cue]
        self._choices = [choice.id for choice in walk.choices(scenario)]

    def check(self) -> None:
        scenario = self._scenario
        if scenario.scenes:  # else that is the finding
            self._scene(scenario.start, ("start",))
            self._scene(scenario.leave, ("leave",))
        for number, hotline in enumerate(scenario.hotlines):
            if hotline not in HOTLINES:
                hint = self._findings.meant(hotline, HOTLINES, _HOTLINE_CALLED)
                known = "、".join(f"{one.id}（{one.shown}）" for one in HOTLINES.values())
                at = ("hotlines", number)
                self._findings.at(at, codes.UNKNOWN_HOTLINE, hotline=hotline, hint=hint, known=known)
        for scene in scenario.scenes:
            self._scene(scene.leave, (*scene.path, "leave"))
            if scene.hold:
                self._hold(scene.hold, (*scene.path, "phone"))
        for step in walk.steps(scenario):
            self._step(step)
        for choice in walk.choices(scenario):
            self._scene(choice.goto, (*choice.path, "goto"))
            self._tactics(choice.covers, choice.path)
        self._conditions()

    def _step(self, step: AnyStep) -> None:
        self._tactics(step.covers, step.path)
        if isinstance(step, Goto):
            self._scene(step.scene, (*step.path, "goto"))
        elif isinstance(step, Handover):
            self._hold(step.hold, (*step.path, "phone"))
        elif isinstance(step, Show) and step.whose != SELF:
            self._person(step.whose, (*step.path, "whose"), [SELF])
        elif isinstance(step, End):
            self._names(step.cites, self._cues, (*step.path, "cites"), codes.UNKNOWN_CUE, "step")
        if step.cue and step.cue.quote and not any(step.cue.quote in text for text in texts_of(step)):
            at = (*step.path, "cue", "quote")
            self._findings.at(at, codes.CUE_NOT_IN_TEXT, quote=step.cue.quote)

    def _conditions(self) -> None:
        effects = tuple(walk.effects(self._scenario))
        flags = {flag for effect in effects for flag in effect.sets}
        counters = {name for effect in effects for name, _ in effect.adds}
        sound = not self._findings.has_errors  # a flag may be set in what did not fit
        for condition, path in walk.conditions(self._scenario):
            self._names(condition.seen, self._cues, (*path, "seen"), codes.UNKNOWN_CUE, "step")
            for key, chosen in (("chose", condition.chosen), ("not_chose", condition.not_chosen)):
                self._names(chosen, self._choices, (*path, key), codes.UNKNOWN_CHOICE, "choice")
            if not sound:
                continue
            for key, named in (("flag", condition.flags), ("not_flag", condition.not_flags)):
                self._never_set(named, flags, (*path, key), "记号", "用 sets 记下")
            counted = [name for name, _ in condition.at_least]
            self._never_set(counted, counters, (*path, "counter"), "计数", "用 adds 加过")

    def _never_set(
        self, used: Iterable[str], known: Collection[str], path: Path, what: str, how: str
    ) -> None:
        for name in used:
            if name not in known:
                hint = self._findings.meant(name, known)
                self._findings.at(path, codes.NEVER_SET, what=what, name=name, how=how, hint=hint)

    def _names(self, used: Iterable[str], known: Collection[str], path: Path, code: Code, fact: str) -> None:
        for number, name in enumerate(used):
            if name and name not in known:
                facts: dict[str, Any] = {fact: name, "hint": self._findings.meant(name, known)}
                self._findings.at((*path, number), code, **facts)

    def _tactics(self, covers: Iterable[str], path: Path) -> None:
        self._names(covers, TACTICS, (*path, "covers"), codes.UNKNOWN_TACTIC, "tactic")

    def _scene(self, scene: str | None, path: Path) -> None:
        if scene and scene not in self._scenes and not self._findings.is_elsewhere(scene, "scenes"):
            hint = self._findings.meant(scene, self._scenes)
            self._findings.at(path, codes.UNKNOWN_SCENE, scene=scene, hint=hint)

    def _hold(self, hold: Hold, path: Path) -> None:
        self._person(hold.held_by, (*path, "held_by"), [SELF, TABLE])
        self._person(hold.owner, (*path, "whose"), [SELF])

    def _person(self, name: str, path: Path, others: list[str]) -> None:
        known = [*self._people, *others]
        if name not in known and not self._findings.is_elsewhere(name, "speakers"):
            names = {speaker.name: speaker.id for speaker in self._scenario.speakers}
            hint = self._findings.meant(name, known, names | HOLDER_CALLED)
            self._findings.at(path, codes.UNKNOWN_SPEAKER, speaker=name, hint=hint)


def texts_of(step: AnyStep) -> tuple[str, ...]:
    """The texts of a step a cue may quote."""
    if isinstance(step, (Line, Question)):
        return (step.text,)
    if isinstance(step, End):
        return (step.title, step.text)
    if isinstance(step, Show):
        return screen_text(step.screen).in_order()
    return ()


def _check_pictures(
    scenario: Scenario, folder: FilePath, catalogue: Catalogue | None, findings: Findings
) -> None:
    for speaker in scenario.speakers:
        portrait, at = speaker.portrait, (*speaker.path, "portrait")
        if is_picture_name(portrait):
            _check_own_picture(folder, portrait, at, findings)
        elif portrait and catalogue and portrait not in catalogue.portraits:
            hint = findings.meant(portrait, catalogue.portraits, PORTRAIT_CALLED)
            known = _named(catalogue.portraits, PORTRAIT_NAMES)
            findings.at(at, codes.UNKNOWN_PORTRAIT, portrait=portrait, hint=hint, known=known)
    for scene in scenario.scenes:
        place, at = scene.place, (*scene.path, "place")
        if is_picture_name(place):
            _check_own_picture(folder, place, at, findings)
        elif place and catalogue and place not in catalogue.places:
            hint = findings.meant(place, catalogue.places, PLACE_CALLED)
            known = _named(catalogue.places, PLACE_NAMES)
            findings.at(at, codes.UNKNOWN_PLACE, place=place, hint=hint, known=known)


def _check_own_picture(folder: FilePath, name: str, at: Path, findings: Findings) -> None:
    if fault := picture_fault(folder, name):
        why, remedy = fault
        findings.at(at, codes.BAD_PICTURE, picture=name, why=why, remedy=remedy)


def _named(known: Iterable[str], names: Mapping[str, str]) -> str:
    """The words of a list, each with its Chinese name if it has one."""
    return "、".join(f"{word}（{names[word]}）" if word in names else word for word in sorted(known))
