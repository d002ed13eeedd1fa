"""How a story goes on."""

from __future__ import annotations

import pytest

from elderguard.play import course
from elderguard.play.error import NotNow, RoleNotOffered, StoryStuck, Stuck, UnknownChoice
from elderguard.play.moment import Answered, Asked, Ended, Framed, Moment, Shown, Told
from elderguard.play.state import State
from elderguard.scenario.model import SELF, Condition, Effect, Goto, Hold, Question, Scenario
from elderguard.scenario.vocabulary import Asset, Guard, Kind, Outcome, Response, Role
from tests.play.stories import LETTER, SMS, choice, end, exposing, home_visit, line, scenario, scene

STORY = home_visit()


def at(*choices: str, story: Scenario = STORY) -> Moment:
    """The moment right after these choices, everything else advanced."""
    moment: Moment = course.opening(story)
    for chosen in choices:
        while not isinstance(moment, Asked):
            moment = course.advanced(story, moment)
        moment = course.chosen(story, moment, chosen)
    return moment


def until(kind: type[Moment], moment: Moment, story: Scenario = STORY) -> Moment:
    """The next moment of that kind."""
    while not isinstance(moment, kind):
        moment = course.advanced(story, moment)
    return moment


def test_a_story_begins_with_its_first_line() -> None:
    opening = course.opening(STORY)
    assert isinstance(opening, Told)
    assert opening.line.id == "hello"
    assert opening.state.said == opening.line


def test_a_self_story_for_a_helper_begins_with_the_neighbour() -> None:
    opening = course.opening(STORY, Role.HELPER)
    assert isinstance(opening, Framed)
    assert opening.neighbour == "王大妈"
    assert course.advanced(STORY, opening) == course.opening(STORY)


def test_a_helper_story_needs_no_frame() -> None:
    story = scenario(scene("a", line("l"), end("e", Outcome.KEPT)), role=Role.HELPER)
    assert isinstance(course.opening(story, Role.HELPER), Told)
    with pytest.raises(RoleNotOffered):
        course.opening(story, Role.SELF)


def test_nobody_else_can_play_the_gatekeeper() -> None:
    with pytest.raises(RoleNotOffered):
        course.opening(STORY, Role.GATEKEEPER)


def test_a_paper_is_held_up_while_the_question_is_asked() -> None:
    asked = until(Asked, course.opening(STORY))
    assert isinstance(asked, Asked)
    assert asked.state.document == LETTER
    assert asked.state.said is not None
    assert asked.state.said.id == "money"


def test_a_question_meets_the_guards_it_offers_to_drop() -> None:
    opening = course.opening(STORY)
    assert opening.state.met == frozenset()
    assert until(Asked, opening).state.met == {Guard.PHONE}


def test_feedback_comes_before_the_story_goes_on() -> None:
    answered = at("hand-over")
    assert isinstance(answered, Answered)
    assert answered.state.exposed == {Asset.PHONE}
    shown = course.advanced(STORY, answered)
    assert isinstance(shown, Shown)
    assert shown.show.screen == SMS


def test_a_choice_without_feedback_goes_straight_on() -> None:
    bye = at("decline")
    assert isinstance(bye, Told)
    assert bye.line.id == "bye"


def test_a_choice_without_goto_goes_on_in_its_scene() -> None:
    close = course.advanced(STORY, at("hand-over", "take-back"))
    assert isinstance(close, Ended)
    assert close.end.id == "close"
    assert close.state.hold() == Hold()


def test_a_phone_that_was_handed_over_stays_with_him_across_lines() -> None:
    shown = course.advanced(STORY, at("hand-over"))
    assert shown.state.hold() == Hold("clerk", turned_away=True)
    told = course.advanced(STORY, shown)
    assert told.state.hold() == Hold("clerk", turned_away=True)
    assert told.state.screen(SELF) == SMS


def test_lines_whose_condition_fails_are_passed_over() -> None:
    told = course.advanced(STORY, course.advanced(STORY, at("hand-over")))
    assert isinstance(told, Told)
    assert told.line.id == "only-exposed"
    assert isinstance(course.advanced(STORY, told), Asked)


def test_the_effect_of_an_ending_counts() -> None:
    harmed = until(Ended, at("hand-over", "read-out"))
    assert (harmed.state.borrowed, harmed.state.recovered, harmed.state.missing) == (460, 60, 400)


def test_only_choices_whose_condition_holds_are_open() -> None:
    shut = choice("shut", Response.REFUSE, when=Condition(flags=("f",)))
    open_one = choice("open", Response.COMPLY, effect=exposing(Asset.ID))
    unmet = choice("unmet", Response.COMPLY, effect=exposing(Asset.FACE), when=Condition(flags=("f",)))
    story = scenario(scene("a", Question("q", choices=(shut, open_one, unmet)), end("e", Outcome.KEPT)))
    asked = course.opening(story)
    assert isinstance(asked, Asked)
    assert asked.choices == (open_one,)
    assert asked.state.met == {Guard.ID}
    with pytest.raises(UnknownChoice):
        course.chosen(story, asked, "shut")


def test_a_question_does_not_go_on_by_itself() -> None:
    with pytest.raises(NotNow):
        course.advanced(STORY, until(Asked, course.opening(STORY)))


def test_nothing_can_be_chosen_where_nothing_is_asked() -> None:
    with pytest.raises(NotNow):
        course.chosen(STORY, course.opening(STORY), "hand-over")


def test_a_pause_shows_the_hint_of_the_scene() -> None:
    pause = course.paused(STORY, course.opening(STORY))
    assert pause.hint == "他要的是手机。"
    assert pause.state == course.opening(STORY).state
    assert pause.at == course.opening(STORY).at
    assert course.paused(STORY, at("hand-over", "take-back")).hint is None


def test_there_is_no_pause_on_a_pause_or_on_the_ending() -> None:
    for moment in (course.paused(STORY, course.opening(STORY)), until(Ended, at("decline"))):
        with pytest.raises(NotNow):
            course.paused(STORY, moment)


def test_leaving_goes_to_the_scene_written_for_it() -> None:
    story = home_visit(leave="away")
    walked = course.left(story, course.paused(story, course.opening(story)))
    assert isinstance(walked, Told)
    assert walked.line.id == "walked"
    assert walked.state.left
    assert not course.paused(story, walked).can_leave


def test_one_cannot_leave_twice() -> None:
    story = home_visit(leave="away")
    walked = course.left(story, course.paused(story, course.opening(story)))
    with pytest.raises(NotNow):
        course.left(story, course.paused(story, walked))


def test_one_can_only_leave_from_a_pause() -> None:
    with pytest.raises(NotNow):
        course.left(STORY, course.opening(STORY))


@pytest.mark.parametrize(
    ("kind", "effect", "outcome"),
    [
        (Kind.SCAM, Effect(), Outcome.KEPT),
        (Kind.SCAM, exposing(Asset.CODE), Outcome.CLOSE_CALL),
        (Kind.SCAM, Effect(loses=1), Outcome.HARMED),
        (Kind.SCAM, Effect(borrows=1), Outcome.HARMED),
        (Kind.SCAM, Effect(loses=2, recovers=1), Outcome.HARMED),
        (Kind.SCAM, Effect(loses=2, recovers=2), Outcome.CLOSE_CALL),
        (Kind.SCAM, Effect(borrows=2, recovers=2), Outcome.CLOSE_CALL),
        (Kind.BENIGN, Effect(exposes=(Asset.CODE,), loses=20), Outcome.KEPT),
    ],
)
def test_leaving_where_no_scene_is_written_ends_as_it_stands(
    kind: Kind, effect: Effect, outcome: Outcome
) -> None:
    story = scenario(scene("a", line("l", effect=effect), end("e", Outcome.KEPT)), kind=kind)
    ended = course.left(story, course.paused(story, course.opening(story)))
    assert isinstance(ended, Ended)
    assert ended.left
    assert ended.end.outcome is outcome
    assert ended.end.title
    assert ended.end.text


def test_a_scene_that_runs_out_of_steps_is_an_error() -> None:
    with pytest.raises(StoryStuck) as stuck:
        course.opening(scenario(scene("a")))
    assert (stuck.value.why, stuck.value.scene) == (Stuck.BREAKS_OFF, "a")


def test_scenes_that_only_send_on_are_an_error() -> None:
    with pytest.raises(StoryStuck) as stuck:
        course.opening(scenario(scene("a", Goto("g", scene="b")), scene("b", Goto("h", scene="a"))))
    assert stuck.value.why is Stuck.CIRCLE


def test_a_goto_to_nowhere_is_an_error() -> None:
    with pytest.raises(StoryStuck) as stuck:
        course.opening(scenario(scene("a", Goto("g", scene="nowhere"))))
    assert (stuck.value.why, stuck.value.scene) == (Stuck.NO_SUCH_SCENE, "nowhere")


def test_a_few_gotos_in_a_row_are_fine() -> None:
    again = Goto("again", scene="a", when=Condition(not_flags=("enough",)), effect=Effect(adds=(("n", 1),)))
    enough = line("enough", when=Condition(at_least=(("n", 1),)))
    story = scenario(scene("a", enough, again, end("e", Outcome.KEPT)))
    opening = course.opening(story)
    assert isinstance(opening, Told)
    assert opening.state.counter("n") == 1


def test_passed_steps_include_what_cannot_be_seen() -> None:
    passed: list[object] = []
    course.advanced(STORY, at("hand-over"), passed)  # type: ignore[arg-type]
    assert [step.id for step in passed] == ["handed", "sms"]  # type: ignore[attr-defined]


def test_a_fresh_state_has_lost_nothing() -> None:
    assert State("a", "b").missing == 0
