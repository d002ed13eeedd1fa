"""One list of everything a story says, and the words of the cards around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elderguard.play.explore import explore
from elderguard.play.moment import Asked, Ended, Paused
from elderguard.play.outcome import debrief
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.library import Library
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Role
from elderguard.voice.cards import debrief_cards, pause_cards
from elderguard.voice.script import script, spoken_parts
from tests.play.stories import home_visit

STORIES = ("home-visit", "village-meeting")


def shipped(story_id: str) -> Scenario:
    scenario = Library.of_folders().load(story_id).scenario
    assert scenario is not None
    return scenario


def sounds(scenario: Scenario) -> set[tuple[str, str]]:
    return {(said.voice.value, said.spoken) for said in script(scenario)}


@pytest.mark.parametrize("story_id", STORIES)
def test_nothing_is_listed_twice_and_what_a_story_begins_with_comes_first(story_id: str) -> None:
    scenario = shipped(story_id)
    listed = script(scenario)
    assert len(listed) == len(sounds(scenario)) > 100
    first = Playthrough(scenario).current
    assert spoken_parts(scenario)[0].moment == first


def test_every_part_of_a_story_is_in_its_list() -> None:
    texts = [said.spoken for said in script(home_visit())]
    for expected in (
        "王大妈来问您怎么办",
        "停得好。一样一样想。",
        "二，离开这里，去问问",
        "真的假的都一样，四样不出手。",
        "跟我大声说",
        "一，换个做法试试",
        "一，从头再练一遍",
    ):
        assert expected in texts


def test_the_words_of_a_helper_are_no_part_of_a_story_written_for_another_role() -> None:
    listed = sounds(replace(home_visit(), role=Role.GATEKEEPER))
    assert not any("王大妈" in spoken for _, spoken in listed)


def test_whichever_way_a_story_is_played_all_that_is_said_is_in_its_list() -> None:
    scenario = home_visit()
    listed = sounds(scenario)
    for role in (Role.SELF, Role.HELPER):
        for found in explore(scenario, role).endings:
            play = Playthrough(scenario, role, events=found.route)
            cards = debrief_cards(debrief(play), play.can_retry)
            assert {(said.voice.value, said.spoken) for card in cards for said in card.aloud()} <= listed


def played(scenario: Scenario, *choices: str) -> Playthrough:
    play, left = Playthrough(scenario), list(choices)
    while not isinstance(play.current, Ended):
        play.choose(left.pop(0)) if isinstance(play.current, Asked) else play.advance()
    return play


def test_the_debrief_says_title_signs_safe_line_and_hotlines_in_this_order() -> None:
    scenario = replace(home_visit(), hotlines=("police", "nobody"), safe_line_say="医保码，我去窗口办")
    play = played(scenario, "hand-over", "read-out")
    found = replace(debrief(play), text_say="念出来的话。", lost=300, borrowed=460, recovered=760)
    ending, guards, *cues, rehearse, care, done = debrief_cards(found, can_retry=True)
    assert ending.heading.text == found.title
    assert ending.texts[0].spoken == "念出来的话。"
    assert "七百六十" in ending.texts[-1].spoken
    assert len(guards.texts) == 4
    assert [card.heading.text for card in cues][:2] == ["该留心的地方，第一处", "该留心的地方，第二处"]
    assert rehearse.texts[0].spoken == "医保码，我去窗口办"
    assert len(care.texts) == 2  # a hotline that is in no table has no words
    assert [answer.spoken for answer in done.answers] == [
        "一，换个做法试试",
        "二，从头再练一遍",
        "三，看别的故事",
    ]


def test_one_sign_is_not_counted_and_a_sign_of_nobody_has_no_name() -> None:
    found = debrief(played(home_visit(), "decline"))
    nobody = replace(found.cues[0], who="")
    cue = debrief_cards(replace(found, cues=(nobody,), text="", borrowed=20), can_retry=False)[2]
    assert cue.heading.text == "哪一处该留心？"
    assert cue.texts[0].text.startswith("“")
    bare = replace(found, cues=(), text="")
    assert debrief_cards(bare, can_retry=False)[0].texts == ()
    [money] = debrief_cards(replace(bare, lost=20), can_retry=False)[0].texts
    assert money.spoken == "您自己的钱，少了二十块。"


def test_the_pause_has_a_card_for_each_guard_and_one_with_the_way_on() -> None:
    moment = Playthrough(home_visit()).current
    assert not isinstance(moment, (Paused, Ended))
    *guards, last = pause_cards(Paused("他要的是手机。", moment), home_visit())
    assert [len(card.texts) for card in guards] == [2, 1, 1, 1]
    assert [text.text for text in last.texts] == ["他要的是手机。"]
    assert [answer.text for answer in last.answers] == ["回去接着看", "离开这里，去问问"]
    [*_, alone] = pause_cards(Paused(None, moment, can_leave=False), home_visit())
    assert (alone.texts, len(alone.answers)) == ((), 1)
