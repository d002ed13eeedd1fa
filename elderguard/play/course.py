"""How a story goes on: from one moment to the next, as plain functions of the scenario.

Nothing is remembered here. `Playthrough` keeps the way she went, `explore` walks every way there is.
Where a list `passed` is given, every step the story comes to is added to it, those included that
cannot be seen.
"""

from __future__ import annotations

from dataclasses import replace

from elderguard.play.condition import holds
from elderguard.play.error import NotNow, RoleNotOffered, StoryStuck, Stuck, UnknownChoice
from elderguard.play.leaving import ending_of_leaving
from elderguard.play.moment import (
    Answered,
    Asked,
    Ended,
    Framed,
    Moment,
    Paused,
    Shown,
    Spot,
    StoryMoment,
    Told,
)
from elderguard.play.retelling import retold_end
from elderguard.play.state import State, entered, handed, hung_up, offered, reached, shown, taken, told
from elderguard.scenario.model import AnyStep, End, Handover, Line, Question, Scenario, Scene, Show
from elderguard.scenario.vocabulary import Role

GOTOS_IN_A_ROW = 1000  # scenes passed through without a word said: more than any story needs


def role_of(scenario: Scenario, role: Role | None) -> Role:
    """The role played: the scenario's own unless another is asked for. A self story can also be
    played as helper; RoleNotOffered for anything else."""
    if role is None:
        return scenario.role
    if role in roles_of(scenario):
        return role
    raise RoleNotOffered(f"{scenario.id} is a story for {scenario.role}, not for {role}")


def roles_of(scenario: Scenario) -> tuple[Role, ...]:
    """Every role it can be played in, its own first."""
    return (Role.SELF, Role.HELPER) if scenario.role is Role.SELF else (scenario.role,)


def opening(
    scenario: Scenario, role: Role | None = None, passed: list[AnyStep] | None = None
) -> StoryMoment | Ended:
    """The first moment; StoryStuck if the story has none."""
    scene = _scene(scenario, scenario.start)
    state = entered(State(scene=scene.id, place=scene.place), scene)
    if role_of(scenario, role) is scenario.role:
        return _go(scenario, state, scene, 0, passed)
    return Framed(state, Spot(scene.id, -1))


def advanced(scenario: Scenario, moment: Moment, passed: list[AnyStep] | None = None) -> StoryMoment | Ended:
    """The moment after a line, screen, frame or feedback; NotNow after anything else."""
    match moment:
        case Answered(choice=choice) if choice.goto is not None:
            return _enter(scenario, moment.state, choice.goto, passed)
        case Framed() | Told() | Shown() | Answered():
            scene = scenario.scene(moment.at.scene)
            return _go(scenario, moment.state, scene, moment.at.index + 1, passed)
        case _:
            raise NotNow(f"{type(moment).__name__} does not go on by itself")


def chosen(
    scenario: Scenario, moment: Moment, choice_id: str, passed: list[AnyStep] | None = None
) -> StoryMoment | Ended:
    """The moment after a choice: its feedback, or what follows if it has none.
    NotNow if no question is on the screen, UnknownChoice if it does not offer this choice."""
    if not isinstance(moment, Asked):
        raise NotNow(f"nothing is asked at {type(moment).__name__}")
    for choice in moment.choices:
        if choice.id == choice_id:
            answered = Answered(moment.question, choice, taken(moment.state, choice), moment.at)
            return advanced(scenario, answered, passed) if choice.feedback is None else answered
    raise UnknownChoice(f"{moment.question.id} does not offer {choice_id!r}")


def paused(scenario: Scenario, moment: Moment) -> Paused:
    """先停一停 over a moment of the story; NotNow on a pause and on the ending."""
    if isinstance(moment, (Paused, Ended)):
        raise NotNow(f"no pause at {type(moment).__name__}")
    return Paused(scenario.scene(moment.at.scene).hint, moment, can_leave=not moment.state.left)


def left(scenario: Scenario, moment: Moment, passed: list[AnyStep] | None = None) -> StoryMoment | Ended:
    """Where she comes when she walks away from a pause: the scene written for it, or an ending made
    from her state. NotNow unless the moment is a pause she can leave from."""
    if not isinstance(moment, Paused) or not moment.can_leave:
        raise NotNow(f"no leaving from {type(moment).__name__}")
    state = hung_up(replace(moment.state, left=True))
    target = scenario.scene(moment.at.scene).leave or scenario.leave
    if target is not None:
        return _enter(scenario, state, target, passed)
    ending = retold_end(ending_of_leaving(scenario.kind, state), scenario.you)
    return Ended(ending, True, state, moment.at)


def _enter(
    scenario: Scenario, state: State, scene_id: str, passed: list[AnyStep] | None
) -> StoryMoment | Ended:
    scene = _scene(scenario, scene_id)
    return _go(scenario, entered(state, scene), scene, 0, passed)


def _scene(scenario: Scenario, scene_id: str) -> Scene:
    try:
        return scenario.scene(scene_id)
    except KeyError:
        raise StoryStuck(Stuck.NO_SUCH_SCENE, scene_id) from None


def _go(
    scenario: Scenario, state: State, scene: Scene, index: int, passed: list[AnyStep] | None
) -> StoryMoment | Ended:
    """The first moment that can be seen from this step on."""
    gotos = 0
    while index < len(scene.steps):
        step = scene.steps[index]
        at = Spot(scene.id, index)
        index += 1
        if not holds(step.when, state):
            continue
        if passed is not None:
            passed.append(step)
        state = reached(state, step)
        match step:
            case Line():
                return Told(step, told(state, step), at)
            case Show():
                return Shown(step, shown(state, step), at)
            case Question():
                choices = tuple(choice for choice in step.choices if holds(choice.when, state))
                return Asked(step, choices, offered(state, choices), at)
            case End():
                return Ended(step, False, state, at)
            case Handover():
                state = handed(state, step.hold)
            case _:  # Goto
                gotos += 1
                if gotos > GOTOS_IN_A_ROW:
                    raise StoryStuck(Stuck.CIRCLE, scene.id)
                scene = _scene(scenario, step.scene)
                state, index = entered(state, scene), 0
    raise StoryStuck(Stuck.BREAKS_OFF, scene.id)
