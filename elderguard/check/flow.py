"""Whether a story holds together: every way of it is walked, in every state it can be in."""

from __future__ import annotations

from elderguard.play.error import Stuck
from elderguard.play.event import Chosen, Left
from elderguard.play.exploration import DeadEnd, Exploration, FoundEnding, Route
from elderguard.play.explore import explore
from elderguard.play.judgement import is_safe
from elderguard.play.moment import Asked, Shown
from elderguard.play.state import State
from elderguard.scenario import codes, walk
from elderguard.scenario.findings import Findings, shown
from elderguard.scenario.model import AnyStep, Document, End, Goto, Path, Question, Scenario, Scene

MOST = 3  # choices a page can show
_LATEST = 4  # choices named on the way to an ending
_REMEDY_OF_LEAVING = (
    "走到这里的人，有的已经交出了东西。一般不要写 leave，程序会照实收尾；要写，就给结局加上 when。"
)
_STRUCTURE = ("start", "leave", "scenes", "speakers")  # where an error may change the ways of the story
_HARMLESS = (  # errors there that do not
    codes.UNKNOWN_PORTRAIT,
    codes.BAD_PICTURE,
    codes.UNKNOWN_PLACE,
    codes.UNKNOWN_TACTIC,
    codes.CUE_NOT_IN_TEXT,
    codes.WITHHELD_NUMBER,
)


def check_flow(scenario: Scenario, findings: Findings) -> Exploration | None:
    """Report what is wrong with the ways of a story. A script with errors in its structure is not
    walked (None): only what can be seen without walking is reported then."""
    if not all(findings.is_sound((part,), _HARMLESS) for part in _STRUCTURE):
        _check_standing(scenario, findings)
        return None
    found = explore(scenario)
    _check_choices(found, findings, scenario)
    for dead_end in found.dead_ends:
        _report_dead_end(dead_end, findings, scenario)
    for ending in found.endings:
        if not ending.fits:
            _report_ending(ending, findings, scenario)
    for circle in found.endless:
        at = circle.moment.at
        findings.at(_path_at(scenario, at.scene, at.index), codes.NO_ENDING, scene=at.scene)
    _check_sights(found, findings)
    if found.truncated:
        findings.at(("scenes",), codes.NOT_ALL_SEARCHED, on_key=True, count=found.states)
    else:
        _check_reached(found, findings, scenario)
    return found


def _check_standing(scenario: Scenario, findings: Findings) -> None:
    """What can be told of the parts without errors when the whole cannot be walked."""
    for step in walk.steps(scenario):
        if not isinstance(step, Question) or not step.choices or not findings.is_sound(step.path):
            continue
        if not any(is_safe(scenario.kind, choice) for choice in step.choices):
            findings.at(step.path, codes.NO_SAFE_CHOICE, when="")
    for scene in scenario.scenes:
        if findings.is_sound(scene.path) and not (scene.steps and _closes(scene.steps[-1])):
            findings.at(_last(scene), codes.RUNS_OUT, scene=scene.id)


def _closes(step: AnyStep) -> bool:
    if isinstance(step, Question):
        return all(choice.goto for choice in step.choices)
    return isinstance(step, (Goto, End))


def _check_choices(found: Exploration, findings: Findings, scenario: Scenario) -> None:
    for thin in found.thin_questions:
        path, asked = thin.moment.question.path, thin.moment
        if not thin.safe:
            findings.at(path, codes.NO_SAFE_CHOICE, when=_state_in_words(asked))
        if len(asked.choices) < 2:
            findings.at(path, codes.SHOWN_CHOICES, when=_state_in_words(asked), count=len(asked.choices))
    for picture in found.pictured:
        moment = picture.moment
        if isinstance(moment, Asked) and len(moment.choices) > MOST:
            when, count = _state_in_words(moment), len(moment.choices)
            findings.at(moment.question.path, codes.SHOWN_CHOICES, when=when, count=count)


def _state_in_words(asked: Asked) -> str:
    """In which state a question is asked, if that makes a difference to its choices."""
    if all(choice.when is None for choice in asked.question.choices):
        return ""
    parts = _happened(asked.state)
    if asked.state.flags:
        parts.append("记下了" + "、".join(sorted(asked.state.flags)))
    return f"{'，'.join(parts)}的时候，" if parts else "什么都还没发生的时候，"


def _happened(state: State) -> list[str]:
    exposed = "、".join(sorted(asset.chinese for asset in state.exposed))
    parts = [f"{exposed}交出去了"] if exposed else []
    return [*parts, "丢了钱"] if state.lost or state.borrowed else parts


def _report_dead_end(dead_end: DeadEnd, findings: Findings, scenario: Scenario) -> None:
    if dead_end.why is Stuck.CIRCLE:
        findings.at(scenario.scene(dead_end.scene).path, codes.NO_ENDING, on_key=True, scene=dead_end.scene)
    elif dead_end.why is Stuck.BREAKS_OFF:
        findings.at(_last(scenario.scene(dead_end.scene)), codes.RUNS_OUT, scene=dead_end.scene)


def _report_ending(ending: FoundEnding, findings: Findings, scenario: Scenario) -> None:
    end, state = ending.moment.end, ending.moment.state
    what = "，".join(_happened(state)) or "什么都没有交出去，也没有丢钱"
    outcome = end.outcome
    facts = {"what": what, "outcome": outcome.value, "meaning": outcome.chinese}
    facts["way"] = _way(ending.route, scenario)
    facts["remedy"] = _REMEDY_OF_LEAVING if Left() in ending.route else "请换一个结局，或者给它加上 when。"
    findings.at((*end.path, "end"), codes.ENDING_DISAGREES, on_key=False, **facts)


def _way(route: Route, scenario: Scenario) -> str:
    """How one gets there, by the choices to take, the last few if there are many."""
    texts = {choice.id: choice.text for choice in walk.choices(scenario)}
    taken: list[str] = []
    for event in route:
        if isinstance(event, Chosen):
            taken.append(f"选“{shown(texts[event.choice])}”")
        elif isinstance(event, Left):
            taken.append("按“先停一停”走开")
    way = "，再".join(taken[-_LATEST:]) or "一路往下听"
    return f"……{way}" if len(taken) > _LATEST else way


def _check_sights(found: Exploration, findings: Findings) -> None:
    """Report screens that only ever come while the phone is turned away from her."""
    seen: dict[str, bool] = {}
    steps: dict[str, Shown] = {}
    for picture in found.pictured:
        moment = picture.moment
        if isinstance(moment, Shown) and not isinstance(moment.show.screen, Document):
            away = moment.state.hold(moment.show.whose).turned_away
            seen[moment.show.id] = seen.get(moment.show.id, False) or not away
            steps[moment.show.id] = moment
    for step_id, was_seen in seen.items():
        show = steps[step_id].show
        if not was_seen and not show.caption and not show.say:
            findings.at(show.path, codes.NOBODY_SEES)


def _check_reached(found: Exploration, findings: Findings, scenario: Scenario) -> None:
    for scene_id in found.unreached_scenes:
        findings.at(scenario.scene(scene_id).path, codes.UNREACHABLE_SCENE, on_key=True, scene=scene_id)
    unreached = set(found.unreached_steps)
    for scene in scenario.scenes:
        if scene.id in found.unreached_scenes:
            continue
        for step in scene.steps:
            if step.id in unreached:
                findings.at(step.path, codes.UNREACHED_STEP, what="这一步")
            elif isinstance(step, Question):
                for choice in step.choices:
                    if (step.id, choice.id) in found.unreached_choices:
                        findings.at(choice.path, codes.UNREACHED_STEP, what="这个选项")


def _path_at(scenario: Scenario, scene_id: str, index: int) -> Path:
    scene = scenario.scene(scene_id)
    return scene.steps[index].path if 0 <= index < len(scene.steps) else scene.path


def _last(scene: Scene) -> Path:
    return scene.steps[-1].path if scene.steps else (*scene.path, "steps")
