"""Whatever a learner presses: nothing fails, nothing is lost, nothing is stuck."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from elderguard.play.event import from_json, to_json
from elderguard.play.moment import Asked, Ended, Paused
from elderguard.play.outcome import debrief
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.model import Condition, Effect, Hold, Question, Scenario
from elderguard.scenario.vocabulary import Asset, Kind, Outcome, Response, Role
from tests.play.stories import choice, end, exposing, home_visit, line, scenario, scene

presses = st.lists(st.integers(0, 7), max_size=60)


@st.composite
def stories(draw: st.DrawFn) -> Scenario:
    """Stories of a few scenes that go on anywhere, at the last to an ending."""
    count = draw(st.integers(1, 4))
    names = [f"s{number}" for number in range(count)]
    scenes = [scene(name, *_steps(draw, name, names), hold=draw(holds)) for name in names]
    last = scene("last", line("last-line"), end("last-end", draw(st.sampled_from(Outcome))))
    leave = draw(st.sampled_from([None, "last"]))
    kind = draw(st.sampled_from(Kind))
    return scenario(*scenes, last, kind=kind, leave=leave)


holds = st.sampled_from([None, Hold("clerk"), Hold("self")])
effects = st.builds(
    Effect,
    exposes=st.lists(st.sampled_from(Asset), max_size=1).map(tuple),
    loses=st.integers(0, 2),
    recovers=st.integers(0, 2),
    sets=st.lists(st.sampled_from(["f", "g"]), max_size=1).map(tuple),
    clears=st.lists(st.sampled_from(["f", "g"]), max_size=1).map(tuple),
)
conditions = st.one_of(
    st.none(),
    st.builds(Condition, flags=st.just(("f",))),
    st.builds(Condition, not_exposed=st.just((Asset.CODE,))),
    st.builds(Condition, lost_money=st.booleans()),
)


def _steps(draw: st.DrawFn, name: str, names: list[str]) -> list[object]:
    """Lines, and a question that always leaves a way to the end."""
    lines = [
        line(f"{name}/{number}", when=draw(conditions), effect=draw(effects))
        for number in range(draw(st.integers(0, 3)))
    ]
    feedback = draw(st.sampled_from([None, "好。"]))
    goto = draw(st.sampled_from([*names, "last"]))
    open_choice = choice(f"{name}-out", Response.VERIFY, "last", draw(effects))
    other = choice(f"{name}-on", Response.COMPLY, goto, draw(effects), feedback, draw(conditions))
    return [*lines, Question(f"{name}-q", text="怎么办？", choices=(other, open_choice))]


def press(play: Playthrough, number: int) -> bool:
    """Press one of what can be pressed now; False if there is nothing."""
    current = play.current
    moves = []
    if isinstance(current, Asked):
        moves = [lambda one=one: play.choose(one.id) for one in current.choices]
    elif isinstance(current, Paused):
        moves = [play.resume] + ([play.leave] if current.can_leave else [])
    elif not isinstance(current, Ended):
        moves = [play.advance, play.advance]
    if not isinstance(current, (Paused, Ended)):
        moves.append(play.pause)
    if play.can_back:
        moves.append(play.back)
    if play.can_retry:
        moves.append(play.retry)
    if moves:
        moves[number % len(moves)]()
    return bool(moves)


@given(stories(), st.sampled_from([Role.SELF, Role.HELPER]), presses)
def test_whatever_is_pressed_there_is_always_something_to_press(
    story: Scenario, role: Role, numbers: list[int]
) -> None:
    play = Playthrough(story, role)
    for number in numbers:
        assert press(play, number)
        assert 1 <= play.beat <= play.beats
        if isinstance(play.current, Ended):
            debrief(play)


@given(stories(), presses)
def test_save_and_load_at_every_step_changes_nothing(story: Scenario, numbers: list[int]) -> None:
    straight, reloaded = Playthrough(story), Playthrough(story)
    for number in numbers:
        press(straight, number)
        press(reloaded, number)
        saved = [to_json(event) for event in reloaded.events]
        reloaded = Playthrough(story, events=map(from_json, saved))
        assert reloaded.way == straight.way
        assert reloaded.answers == straight.answers
        assert reloaded.events == straight.events


@given(stories(), presses)
def test_going_back_undoes_what_was_pressed(story: Scenario, numbers: list[int]) -> None:
    play = Playthrough(story)
    for number in numbers:
        before = play.way
        press(play, number)
        if len(play.way) == len(before) + 1:
            play.back()
            assert play.way == before
            press(play, number)


@given(stories(), presses)
def test_the_log_only_grows(story: Scenario, numbers: list[int]) -> None:
    play = Playthrough(story)
    for number in numbers:
        before = play.events
        press(play, number)
        assert play.events[: len(before)] == before
        assert len(play.events) == len(before) + 1


@given(presses)
def test_the_whole_door_story_can_be_played_at_random(numbers: list[int]) -> None:
    play = Playthrough(home_visit(leave="away"))
    for number in numbers:
        assert press(play, number)


def test_a_choice_that_gives_something_away_is_undone_whole() -> None:
    story = scenario(
        scene(
            "a",
            Question("q", choices=(choice("c", Response.COMPLY, effect=exposing(Asset.ID)),)),
            end("e", Outcome.KEPT),
        )
    )
    play = Playthrough(story)
    play.choose("c")
    play.back()
    assert play.current.state.exposed == frozenset()
