"""The search through every way of a scenario."""

from __future__ import annotations

import pytest

from elderguard.play.error import RoleNotOffered, Stuck
from elderguard.play.event import Advanced, Chosen, Left, PauseBegan
from elderguard.play.exploration import Exploration
from elderguard.play.explore import explore
from elderguard.play.judgement import is_safe, outcome_fits
from elderguard.play.moment import Framed, Paused, Told
from elderguard.play.playthrough import Playthrough
from elderguard.play.progress import beats_ahead
from elderguard.play.relevance import Relevance
from elderguard.play.state import State
from elderguard.scenario.model import Condition, Effect, Goto, Question, Scenario
from elderguard.scenario.vocabulary import Asset, Kind, Outcome, Response, Role
from tests.play.stories import NOTHING, choice, end, exposing, home_visit, line, scenario, scene

STORY = home_visit()
REFUSE = choice("refuse", Response.REFUSE)
VERIFY = choice("verify", Response.VERIFY)


def ends(found: Exploration) -> list[str]:
    return [ending.moment.end.id for ending in found.endings]


def counting(times: int, loses: int = 0) -> Scenario:
    """A scene that can be gone through again and again, losing money each time, and that can end
    after so many times."""
    effect = Effect(adds=(("n", 1),), loses=loses)
    again = choice("again", Response.VERIFY, "a", effect, feedback=None)
    stop = choice("stop", Response.REFUSE, "b", when=Condition(at_least=(("n", times),)))
    return scenario(
        scene("a", line("l"), Question("q", choices=(again, stop))), scene("b", end("e", Outcome.KEPT))
    )


def test_every_ending_is_found_those_of_leaving_included() -> None:
    found = explore(STORY)
    assert sorted(ends(found)) == [
        "close",
        "harmed",
        "kept",
        "leave/close-call",
        "leave/harmed",
        "leave/kept",
    ]
    assert not found.truncated
    assert all(ending.fits for ending in found.endings)


def test_a_scene_for_leaving_takes_the_place_of_the_made_endings() -> None:
    found = explore(home_visit(leave="away"))
    assert {"kept", "close", "harmed", "away-kept"} == set(ends(found))
    assert found.unreached_scenes == ()


def test_an_ending_that_does_not_fit_what_has_happened_is_told_apart() -> None:
    found = explore(home_visit(leave="away"))
    assert {(ending.moment.end.id, ending.fits) for ending in found.endings} >= {
        ("away-kept", True),
        ("away-kept", False),
    }


def test_every_route_leads_where_it_says() -> None:
    for role in (Role.SELF, Role.HELPER):
        found = explore(STORY, role)
        places = (*found.pictured, *found.endings, *found.thin_questions, *found.dead_ends)
        assert len(places) > 20
        for place in places:
            assert Playthrough(STORY, role, events=place.route).current == place.moment


def test_every_kind_of_screen_is_pictured() -> None:
    kinds = {type(found.moment).__name__ for found in explore(STORY, Role.HELPER).pictured}
    assert kinds == {"Framed", "Told", "Shown", "Asked", "Answered", "Paused", "Ended"}


def test_a_screen_is_pictured_once_however_often_it_is_reached() -> None:
    found = explore(counting(5, loses=1), limit=500)
    lines = [place for place in found.pictured if isinstance(place.moment, Told)]
    assert len(lines) == 1
    assert lines[0].route == ()
    assert found.states > len(found.pictured)


def test_a_pause_is_pictured_for_each_hint() -> None:
    pauses = [found.moment for found in explore(STORY).pictured if isinstance(found.moment, Paused)]
    assert [pause.hint for pause in pauses] == ["他要的是手机。", None]


def test_a_helper_story_is_pictured_from_its_frame_on() -> None:
    assert isinstance(explore(STORY, Role.HELPER).pictured[0].moment, Framed)


def test_what_is_never_reached_is_listed() -> None:
    lost = scene("lost", line("lost-line"), end("lost-end", Outcome.KEPT))
    shut = choice("shut", Response.REFUSE, when=Condition(flags=("never",)))
    question = Question("q", choices=(REFUSE, VERIFY, shut))
    found = explore(scenario(scene("a", question, end("e", Outcome.KEPT)), lost))
    assert found.unreached_scenes == ("lost",)
    assert found.unreached_steps == ("lost-line", "lost-end")
    assert found.unreached_choices == (("q", "shut"),)


def test_a_scene_that_only_sends_on_counts_as_reached() -> None:
    found = explore(
        scenario(
            scene("a", line("l"), Goto("g", scene="b")),
            scene("b", Goto("h", scene="c")),
            scene("c", end("e", Outcome.KEPT)),
        )
    )
    assert found.unreached_scenes == ()
    assert found.unreached_steps == ()


def test_all_of_the_story_can_be_reached_but_for_the_line_that_never_holds() -> None:
    assert explore(STORY).unreached_steps == ("never",)
    assert explore(STORY).unreached_choices == ()


def test_states_are_searched_and_not_just_scenes() -> None:
    assert explore(counting(1)).states == 10
    assert explore(counting(5)).states == 26
    assert "e" in ends(explore(counting(5)))


def test_what_no_condition_asks_about_makes_no_further_states() -> None:
    plain, noted = (
        choice("again", Response.VERIFY, "a", Effect(sets=flags, adds=adds))
        for flags, adds in (((), ()), (("f",), (("n", 1),)))
    )
    stop = choice("stop", Response.REFUSE, "b")
    counts = {
        explore(
            scenario(scene("a", Question("q", choices=(again, stop))), scene("b", end("e", Outcome.KEPT)))
        ).states
        for again in (plain, noted)
    }
    assert len(counts) == 1


def test_a_counter_that_can_fall_is_followed_all_the_way() -> None:
    up = choice("up", Response.VERIFY, "a", Effect(adds=(("n", 1),)))
    down = choice("down", Response.REFUSE, "b", Effect(adds=(("n", -1),)))
    end_now = end("e", Outcome.KEPT, effect=NOTHING)
    story = scenario(
        scene("a", Question("q", choices=(up, down))),
        scene("b", Goto("g", scene="a", when=Condition(at_least=(("n", 3),))), end_now),
    )
    assert explore(story, limit=50).truncated


def test_the_search_stops_at_its_bound_and_says_so() -> None:
    found = explore(counting(2, loses=1), limit=100)
    assert found.truncated
    assert 100 <= found.states < 110
    assert "e" in ends(found)
    assert found.endless == ()


def test_a_state_in_which_no_choice_is_safe_is_found() -> None:
    trap = choice("trap", Response.COMPLY, "a", Effect(sets=("trapped",)))
    way_out = choice("out", Response.REFUSE, "b", when=Condition(not_flags=("trapped",)))
    deeper = choice("deeper", Response.COMPLY, "b")
    found = explore(
        scenario(
            scene("a", Question("q", choices=(trap, way_out, deeper))), scene("b", end("e", Outcome.KEPT))
        )
    )
    (thin,) = found.thin_questions
    assert [one.id for one in thin.moment.choices] == ["trap", "deeper"]
    assert thin.safe == 0
    assert thin.route == (Chosen("q", "trap"), Advanced())


def test_a_state_in_which_only_one_choice_is_open_is_found() -> None:
    gone = choice("gone", Response.COMPLY, when=Condition(flags=("never",)))
    found = explore(scenario(scene("a", Question("q", choices=(REFUSE, gone)), end("e", Outcome.KEPT))))
    assert [(thin.moment.choices, thin.safe) for thin in found.thin_questions] == [((REFUSE,), 1)]
    assert found.dead_ends == ()


def test_a_question_without_any_choice_open_is_a_dead_end() -> None:
    gone = choice("gone", Response.REFUSE, when=Condition(flags=("never",)))
    found = explore(scenario(scene("a", Question("q", choices=(gone,)), end("e", Outcome.KEPT))))
    (dead,) = found.dead_ends
    assert (dead.why, dead.scene) == (Stuck.NO_CHOICE, "a")
    assert found.endless == ()


def test_a_story_that_breaks_off_is_a_dead_end() -> None:
    found = explore(scenario(scene("a", line("l"), line("m", when=Condition(flags=("never",))))))
    (dead,) = found.dead_ends
    assert (dead.why, dead.scene, dead.route) == (Stuck.BREAKS_OFF, "a", ())
    assert isinstance(dead.moment, Told)


def test_a_story_stuck_at_its_opening_is_a_dead_end() -> None:
    found = explore(scenario(scene("a", Goto("g", scene="a"))))
    (dead,) = found.dead_ends
    assert (dead.moment, dead.why, dead.route) == (None, Stuck.CIRCLE, ())
    assert found.states == 0


def test_the_same_dead_end_in_two_states_is_told_once() -> None:
    one = choice("one", Response.REFUSE, "b", Effect(loses=1))
    found = explore(
        scenario(
            scene("a", Question("q", choices=(one, VERIFY)), Goto("g", scene="b")), scene("b", line("l"))
        )
    )
    assert [dead.scene for dead in found.dead_ends] == ["b"]


def test_leaving_into_nowhere_is_a_dead_end() -> None:
    found = explore(scenario(scene("a", line("l"), end("e", Outcome.KEPT)), leave="nowhere"))
    assert {dead.why for dead in found.dead_ends} == {Stuck.NO_SUCH_SCENE}


def test_a_loop_without_an_ending_is_found() -> None:
    into = choice("into", Response.COMPLY, "loop")
    out = choice("out", Response.REFUSE, "b")
    found = explore(
        scenario(
            scene("a", Question("q", choices=(into, out))),
            scene("loop", line("l"), line("m"), Goto("g", scene="loop")),
            scene("b", end("e", Outcome.KEPT)),
        )
    )
    (endless,) = [place for place in found.endless if place.moment.at.scene == "loop"]
    assert isinstance(endless.moment, Told)
    assert found.dead_ends == ()


def test_a_loop_that_can_be_left_is_fine() -> None:
    assert explore(counting(1), limit=200).endless == ()


def test_walking_away_is_no_way_out_of_a_loop() -> None:
    found = explore(scenario(scene("a", line("l"), Goto("g", scene="a"))))
    assert "leave/kept" in ends(found)
    assert [place.moment.at.scene for place in found.endless] == ["a"]
    (left,) = [ending for ending in found.endings if ending.moment.left]
    assert left.route == (PauseBegan(), Left())


def test_a_role_that_is_not_offered_cannot_be_explored() -> None:
    with pytest.raises(RoleNotOffered):
        explore(STORY, Role.GATEKEEPER)


@pytest.mark.parametrize(
    ("kind", "response", "effect", "safe"),
    [
        (Kind.SCAM, Response.VERIFY, Effect(), True),
        (Kind.SCAM, Response.REFUSE, Effect(), True),
        (Kind.SCAM, Response.COMPLY, Effect(), False),
        (Kind.BENIGN, Response.COMPLY, Effect(), True),
        (Kind.BENIGN, Response.COMPLY, exposing(Asset.CODE), False),
        (Kind.BENIGN, Response.COMPLY, Effect(loses=1), False),
        (Kind.BENIGN, Response.COMPLY, Effect(borrows=1), False),
        (Kind.BENIGN, Response.VERIFY, Effect(), True),
    ],
)
def test_which_choices_are_safe(kind: Kind, response: Response, effect: Effect, safe: bool) -> None:
    assert is_safe(kind, choice("c", response, effect=effect)) is safe


@pytest.mark.parametrize(
    ("kind", "outcome", "state", "fits"),
    [
        (Kind.SCAM, Outcome.KEPT, State("s", "p"), True),
        (Kind.SCAM, Outcome.KEPT, State("s", "p", exposed=frozenset({Asset.CODE})), False),
        (Kind.SCAM, Outcome.KEPT, State("s", "p", lost=5, recovered=5), False),
        (Kind.SCAM, Outcome.CLOSE_CALL, State("s", "p", lost=5, recovered=5), True),
        (Kind.SCAM, Outcome.CLOSE_CALL, State("s", "p", borrowed=5), False),
        (Kind.SCAM, Outcome.HARMED, State("s", "p"), False),
        (Kind.SCAM, Outcome.HARMED, State("s", "p", borrowed=5), True),
        (Kind.BENIGN, Outcome.HARMED, State("s", "p"), True),
    ],
)
def test_which_endings_fit(kind: Kind, outcome: Outcome, state: State, fits: bool) -> None:
    assert outcome_fits(kind, outcome, state) is fits


def test_the_way_to_the_nearest_ending_is_not_looked_for_without_end() -> None:
    bottomless = counting(10**9)
    opening = Playthrough(bottomless).current
    assert isinstance(opening, Told)
    assert beats_ahead(bottomless, Relevance(bottomless), opening) == 0


def test_a_choice_that_leads_nowhere_does_not_hide_the_way_to_the_end() -> None:
    broken = choice("broken", Response.COMPLY, "nowhere", feedback=None)
    twins = (
        choice("one", Response.REFUSE, "b", feedback=None),
        choice("two", Response.VERIFY, "b", feedback=None),
    )
    ending = scene("b", line("l"), end("e", Outcome.KEPT))
    story = scenario(scene("a", Question("q", choices=(broken, *twins))), ending)
    assert Playthrough(story).beats == 2


def test_a_circle_without_an_ending_is_gone_round_once() -> None:
    assert Playthrough(scenario(scene("a", line("l"), Goto("g", scene="a")))).beats == 1
