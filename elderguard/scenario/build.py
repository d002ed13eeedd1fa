"""How a script that has been read becomes a scenario."""

from __future__ import annotations

from typing import Any

from elderguard.scenario import codes, model
from elderguard.scenario.diagnostic import Place
from elderguard.scenario.findings import Findings
from elderguard.scenario.fit import bad_id, fit
from elderguard.scenario.model import Path
from elderguard.scenario.schema import (
    ChoiceShape,
    ConditionShape,
    EffectShape,
    EndShape,
    GotoShape,
    HandoverShape,
    HoldShape,
    LineShape,
    NoteShape,
    QuestionShape,
    SceneShape,
    ScriptShape,
    ShowShape,
    SpeakerShape,
    StepShape,
)
from elderguard.scenario.schema_screens import SCREENS
from elderguard.scenario.schema_words import is_id
from elderguard.scenario.shape import Parted, part
from elderguard.scenario.source import Tree
from elderguard.scenario.step_kinds import NARRATOR, RESERVED
from elderguard.scenario.vocabulary import Kind

FEWEST, MOST = 2, 3  # choices of a question; more may be written if some of them have a condition


def build(tree: Tree, findings: Findings, digest: str) -> model.Scenario:
    """The scenario of a tree. What does not fit is reported to `findings` and left blank or out:
    the scenario can be played only if there was no error."""
    script = fit(ScriptShape, tree.value, (), findings, where="剧本开头")
    if script.schema_version not in ("", "1"):
        findings.at(("schema",), codes.SCHEMA_VERSION, given=script.schema_version)
    silent = script.kind is Kind.SCAM and not script.asks and findings.is_sound(("asks",))
    if silent and isinstance(tree.value, dict):
        findings.at((), codes.MISSING_KEY, key="asks", where="剧本开头", meaning="对方要什么")
    builder = _Builder(findings, frozenset(script.speakers))
    return model.Scenario(
        id=script.id,
        schema=1,
        title=script.title,
        kind=script.kind,
        role=script.role,
        channel=script.channel,
        asks=tuple(script.asks),
        difficulty=script.difficulty,
        minutes=script.minutes,
        safe_line=script.safe_line,
        sources=tuple(model.Source(source.name, source.date, source.material) for source in script.sources),
        speakers=tuple(builder.speaker(name, raw) for name, raw in script.speakers.items()),
        start=script.start,
        scenes=tuple(builder.scene(name, raw) for name, raw in script.scenes.items()),
        twin=script.twin,
        safe_line_say=script.safe_line_say,
        hotlines=tuple(script.hotlines),
        notes=_note(script.notes),
        leave=script.leave,
        helper_words=tuple(script.helper_words.items()),
        digest=digest,
    )


class _Builder:
    """Builds the parts of one script, and remembers the ids given so far."""

    def __init__(self, findings: Findings, speakers: frozenset[str]) -> None:
        self._findings = findings
        self._speakers = speakers
        self._ids: dict[tuple[str, str], Place] = {}

    def speaker(self, name: str, raw: object) -> model.Speaker:
        path: Path = ("speakers", name)
        self._check_id(name, path)
        if name in RESERVED:
            remedy = "请给这个人物换个代号。"
            self._findings.at(
                path, codes.BAD_ID, on_key=True, given=name, why="它是剧本里的固定用词。", remedy=remedy
            )
        shape = fit(SpeakerShape, raw, path, self._findings, where=f"人物“{name}”")
        return model.Speaker(name, shape.name, shape.portrait, shape.voice, path)

    def scene(self, name: str, raw: object) -> model.Scene:
        path: Path = ("scenes", name)
        self._check_id(name, path)
        shape = fit(SceneShape, raw, path, self._findings, where=f"场景“{name}”")
        steps = (self._step(step, (*path, "steps", n), name) for n, step in enumerate(shape.steps))
        return model.Scene(
            id=name,
            place=shape.place,
            steps=tuple(step for step in steps if step is not None),
            daytime=shape.daytime,
            hold=_hold(shape.phone) if shape.phone else None,
            hint=shape.hint,
            leave=shape.leave,
            path=path,
        )

    def _step(self, raw: object, path: Path, scene: str) -> model.AnyStep | None:
        parted = part(raw, path, self._speakers, self._findings)
        if parted is None:
            return None
        shape = fit(parted.shape, parted.raw, path, self._findings, where="这一步", what_key=parted.what)
        if shape.id is not None:
            self._check_unique("步骤的代号", shape.id, (*path, "id"))
        common: dict[str, Any] = {
            "id": shape.id or f"{scene}/{int(path[-1]) + 1}",
            "when": _condition(shape.when),
            "covers": tuple(shape.covers),
            "cue": model.Cue(shape.cue.why, shape.cue.quote) if shape.cue else None,
            "effect": _effect(shape),
            "note": _note(shape.note) if shape.note else None,
            "path": path,
        }
        return self._finished(shape, parted, common, path)

    def _finished(
        self, shape: StepShape, parted: Parted, common: dict[str, Any], path: Path
    ) -> model.AnyStep:
        if isinstance(shape, LineShape):
            speaker = None if parted.what == NARRATOR else parted.what
            return model.Line(**common, speaker=speaker, text=shape.what, say=shape.say, mood=shape.mood)
        if isinstance(shape, QuestionShape):
            choices = tuple(self._choice(raw, (*path, "choices", n)) for n, raw in enumerate(shape.choices))
            always = sum(choice.when is None for choice in choices)
            if (len(choices) < FEWEST or always > MOST) and "choices" in parted.raw:
                at = (*path, "choices")
                self._findings.at(at, codes.CHOICE_COUNT, on_key=True, count=len(choices))
            return model.Question(**common, text=shape.what, say=shape.say, choices=choices)
        if isinstance(shape, GotoShape):
            return model.Goto(**common, scene=shape.what)
        if isinstance(shape, EndShape):
            common.update(title=shape.title, text=shape.text, say=shape.say)
            return model.End(**common, outcome=shape.what, cites=tuple(shape.cites))
        if isinstance(shape, HandoverShape):
            return model.Handover(**common, hold=_hold(shape.what))
        assert isinstance(shape, ShowShape)  # the last kind there is
        screen = self._screen(parted, path)
        common.update(whose=shape.whose, say=shape.say, caption=shape.caption)
        return model.Show(**common, screen=screen)

    def _screen(self, parted: Parted, path: Path) -> Any:
        written, becomes, chinese = SCREENS[parted.what]
        raw = parted.raw["*"]
        if raw == "" and not written.model_fields:
            raw = {}
        shape = fit(written, raw, (*path, parted.what), self._findings, where=chinese)
        return becomes(**{name: getattr(shape, name) for name in written.model_fields})

    def _choice(self, raw: object, path: Path) -> model.Choice:
        shape = fit(ChoiceShape, raw, path, self._findings, where="这个选项")
        if shape.id:
            self._check_unique("选项的代号", shape.id, (*path, "id"))
        return model.Choice(
            id=shape.id,
            text=shape.text,
            response=shape.response,
            say=shape.say,
            press=shape.press,
            route=shape.route,
            feedback=shape.feedback,
            feedback_say=shape.feedback_say,
            effect=_effect(shape),
            goto=shape.goto,
            when=_condition(shape.when),
            covers=tuple(shape.covers),
            path=path,
        )

    def _check_id(self, name: str, path: Path) -> None:
        if not is_id(name):
            why, remedy = bad_id(name)
            self._findings.at(path, codes.BAD_ID, on_key=True, given=name, why=why, remedy=remedy)

    def _check_unique(self, what: str, id_: str, path: Path) -> None:
        place = self._findings.place(path)
        first = self._ids.setdefault((what, id_), place)
        if first != place:
            self._findings.at(path, codes.DUPLICATE_ID, what=what, id=id_, line=first.line)


def _note(shape: NoteShape) -> model.VolunteerNote:
    return model.VolunteerNote(shape.aim, shape.ask_the_room, shape.wait, shape.explain, shape.local_story)


def _hold(shape: HoldShape) -> model.Hold:
    return model.Hold(shape.held_by, shape.whose, shape.turned_away, shape.home)


def _effect(shape: EffectShape) -> model.Effect:
    return model.Effect(
        tuple(shape.exposes),
        shape.loses,
        shape.borrows,
        shape.recovers,
        tuple(shape.sets),
        tuple(shape.clears),
        tuple(shape.adds.items()),
    )


def _condition(shape: ConditionShape | None) -> model.Condition | None:
    if shape is None:
        return None
    return model.Condition(
        tuple(shape.exposed),
        tuple(shape.not_exposed),
        tuple(shape.flag),
        tuple(shape.not_flag),
        tuple(shape.counter.items()),
        tuple(shape.seen),
        tuple(shape.chose),
        tuple(shape.not_chose),
        shape.lost_money,
        tuple(inner for inner in map(_condition, shape.any) if inner is not None),
    )
