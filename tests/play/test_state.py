"""What becomes of the learner."""

from __future__ import annotations

from elderguard.play.condition import holds
from elderguard.play.state import State, affected, entered, guards_of, handed, reached, shown, taken, told
from elderguard.scenario.model import SELF, TABLE, Condition, Cue, Effect, Hold, Home, Show
from elderguard.scenario.vocabulary import Asset, Daytime, Guard, Response
from tests.play.stories import LETTER, SMS, choice, line, scene

START = State(scene="door", place="farmhouse-door")


def test_effects_add_up() -> None:
    effect = Effect(
        exposes=(Asset.CODE,),
        loses=10,
        borrows=400,
        recovers=60,
        sets=("a", "b"),
        clears=("b",),
        adds=(("n", 2), ("m", 1)),
    )
    twice = affected(affected(START, effect), effect)
    assert (twice.lost, twice.borrowed, twice.recovered, twice.missing) == (20, 800, 120, 700)
    assert twice.exposed == {Asset.CODE}
    assert twice.met == {Guard.CODE}
    assert twice.flags == {"a"}
    assert (twice.counter("n"), twice.counter("m"), twice.counter("other")) == (4, 2, 0)


def test_the_same_things_in_another_order_make_an_equal_state() -> None:
    one = affected(affected(START, Effect(adds=(("a", 1),))), Effect(adds=(("b", 1),)))
    other = affected(affected(START, Effect(adds=(("b", 1),))), Effect(adds=(("a", 1),)))
    assert one == other
    assert hash(one) == hash(other)


def test_more_recovered_than_lost_leaves_nothing_missing() -> None:
    assert affected(START, Effect(loses=5, recovers=9)).missing == 0


def test_each_guard_stands_for_its_assets() -> None:
    assert guards_of([]) == frozenset()
    assert guards_of([Asset.SCREEN, Asset.CARD]) == {Guard.PHONE, Guard.ID}


def test_a_phone_stays_where_it_was_put() -> None:
    state = handed(START, Hold("clerk", turned_away=True))
    assert told(state, line("x")).hold() == Hold("clerk", turned_away=True)
    assert entered(state, scene("other")).hold() == Hold("clerk", turned_away=True)
    assert entered(state, scene("other", hold=Hold(TABLE))).hold() == Hold(TABLE)


def test_phones_of_two_owners_do_not_mix() -> None:
    state = shown(handed(START, Hold(SELF, owner="clerk")), Show("s", screen=SMS, whose="clerk"))
    assert state.hold() == Hold()
    assert state.hold("clerk") == Hold(SELF, owner="clerk")
    assert state.hold("other") == Hold("other", owner="other")
    assert state.screen() == Home()
    assert state.screen("clerk") == SMS


def test_a_paper_is_put_away_by_the_next_screen_and_by_the_next_scene() -> None:
    state = shown(START, Show("paper", screen=LETTER))
    assert state.document == LETTER
    assert told(state, line("x")).document == LETTER
    assert shown(state, Show("s", screen=SMS)).document is None
    assert entered(state, scene("other")).document is None


def test_a_scene_brings_its_place_and_light_and_silence() -> None:
    yard = scene("yard")
    state = entered(told(START, line("x")), yard)
    assert (state.scene, state.place, state.daytime, state.said) == (
        "yard",
        "farmhouse-door",
        Daytime.DAY,
        None,
    )


def test_only_steps_with_a_cue_are_noted_as_seen() -> None:
    assert reached(START, line("plain")).seen == frozenset()
    assert reached(START, line("telling", cue=Cue("因为。"))).seen == {"telling"}


def test_a_choice_is_remembered_with_its_effect() -> None:
    state = taken(START, choice("c", Response.COMPLY, effect=Effect(sets=("f",))))
    assert state.chosen == {"c"}
    assert state.flags == {"f"}


def test_no_condition_always_holds() -> None:
    assert holds(None, START)
    assert holds(Condition(), START)


def test_every_part_of_a_condition_counts() -> None:
    state = State(
        scene="s",
        place="p",
        exposed=frozenset({Asset.PHONE}),
        flags=frozenset({"f"}),
        counters=(("n", 2),),
        seen=frozenset({"cue"}),
        chosen=frozenset({"c"}),
        lost=1,
    )
    true = (
        Condition(exposed=(Asset.PHONE,)),
        Condition(not_exposed=(Asset.CODE,)),
        Condition(flags=("f",)),
        Condition(not_flags=("g",)),
        Condition(at_least=(("n", 2),)),
        Condition(at_least=(("unknown", 0),)),
        Condition(seen=("cue",)),
        Condition(chosen=("c",)),
        Condition(not_chosen=("d",)),
        Condition(lost_money=True),
        Condition(any_of=(Condition(flags=("g",)), Condition(flags=("f",)))),
    )
    false = (
        Condition(exposed=(Asset.PHONE, Asset.CODE)),
        Condition(not_exposed=(Asset.PHONE, Asset.CODE)),
        Condition(flags=("f", "g")),
        Condition(not_flags=("f",)),
        Condition(at_least=(("n", 3),)),
        Condition(seen=("other",)),
        Condition(chosen=("c", "d")),
        Condition(not_chosen=("c",)),
        Condition(lost_money=False),
        Condition(any_of=(Condition(flags=("g",)),)),
    )
    assert [holds(condition, state) for condition in true] == [True] * len(true)
    assert [holds(condition, state) for condition in false] == [False] * len(false)


def test_borrowed_money_counts_as_lost_until_it_is_recovered() -> None:
    borrowed = affected(START, Effect(borrows=460))
    assert holds(Condition(lost_money=True), borrowed)
    assert holds(Condition(lost_money=False), affected(borrowed, Effect(recovers=460)))
