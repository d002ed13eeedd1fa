"""Stories that do not hold together."""

from __future__ import annotations

import pytest

from elderguard.check.examine import Surroundings, examine, judge
from elderguard.check.flow import check_flow
from elderguard.scenario.vocabulary import Kind
from tests.scenario.scripts import SOUND, changed, read

FIRST = "      - narrator: 赶集的日子，村口摆了个摊。\n"
HARMED = SOUND[SOUND.index("        title: 手机离了手\n") : SOUND.index("  kept:\n")]
CHOICES = SOUND[SOUND.index("        choices:\n") : SOUND.index("  gone:\n")]


def faults(text: str) -> list[str]:
    loaded = read(text)
    judge(loaded)
    return [f"{one.place.line} {one.code.id}" for one in loaded.diagnostics]


def said(text: str, code: str) -> str:
    loaded = read(text)
    judge(loaded)
    return next(one.message for one in loaded.diagnostics if one.code.id == code)


def test_a_sound_story_has_no_faults_and_its_moments_are_counted() -> None:
    loaded = read(SOUND)
    assert loaded.scenario is not None
    found = check_flow(loaded.scenario, loaded.findings)
    assert found is not None
    assert found.states > 5
    assert faults(SOUND) == []


def test_scenes_that_send_each_other_around_without_a_word_are_found() -> None:
    circle = "  round:\n    place: road\n    steps:\n      - goto: about\n"
    circle += "  about:\n    place: road\n    steps:\n      - goto: round\n"
    text = changed(("goto: kept", "goto: round")).replace("  gone:\n", f"{circle}  gone:\n")
    assert "E404" in {fault.split()[1] for fault in faults(text)}


def test_a_scene_without_steps_is_empty() -> None:
    text = SOUND[: SOUND.index("      - end: kept")].rstrip().removesuffix("steps:") + "steps: []\n"
    assert faults(text) == ["48 E205"]


def test_a_scene_whose_last_goto_may_not_count_runs_out_in_some_states() -> None:
    last = "      - goto: kept\n        when: {not_exposed: phone}\n"
    text = changed(("      - end: harmed\n", f"      - narrator: 走了。\n{last}")).replace(
        "        title: 手机离了手\n        text: 手机要回来，什么时候都不晚。\n        cites: free-eggs\n",
        "",
    )
    assert "43 E405" in faults(text)


def test_more_than_three_choices_at_once_are_found_where_they_come_together() -> None:
    more = "".join(
        f"          - {{id: m{n}, text: 再看看, response: refuse, when: {{not_flag: gone}}, goto: kept}}\n"
        for n in (1, 2)
    )
    text = changed(
        ("          - id: ask-son\n", f"{more}          - id: ask-son\n"),
        ("      - end: harmed\n", "      - end: harmed\n        sets: gone\n"),
    )
    assert said(text, "E402").startswith("什么都还没发生的时候，这一问会出现 4 个选项。")


def test_the_state_in_which_no_safe_choice_is_left_is_described() -> None:
    text = changed(
        (FIRST, f"{FIRST}        exposes: [phone, code]\n        loses: 20\n        sets: talked\n"),
        ("          - id: ask-son\n", "          - id: ask-son\n            when: {not_exposed: phone}\n"),
    )
    assert said(text, "E401").startswith("手机、验证码交出去了，丢了钱，记下了talked的时候，这一问没有稳妥")


def test_complying_is_safe_in_an_honest_story() -> None:
    text = SOUND.replace("response: verify", "response: comply").replace("            route: family\n", "")
    assert "E401" in said_codes(text)
    assert "E401" not in said_codes(text.replace("kind: scam", "kind: benign"))


def said_codes(text: str) -> set[str]:
    return {fault.split()[1] for fault in faults(text)}


def test_a_script_with_a_broken_structure_is_not_walked_but_looked_at() -> None:
    text = changed(
        ("goto: gone", "goto: nowhere"),
        ("      - end: harmed\n", "      - narrator: 走了。\n"),
        (HARMED, ""),
    )
    assert faults(text) == ["32 E301", "42 E405"]


def test_a_question_without_a_safe_way_is_found_beside_an_error_elsewhere() -> None:
    text = changed(
        ("      - end: kept\n", "      - end: keep\n"),
        ("            response: verify\n            route: family\n", "            response: comply\n"),
    )
    assert faults(text) == ["25 E401", "48 E204"]


def test_the_last_question_of_a_scene_closes_it_only_if_every_choice_goes_somewhere() -> None:
    open_end = CHOICES.replace("            goto: kept\n", "")
    text = changed(("start: stall", "start: stal")).replace(CHOICES, open_end)
    assert faults(text) == ["16 E301", "25 E405"]


def test_an_error_that_does_not_touch_the_ways_does_not_keep_them_from_being_walked() -> None:
    text = changed(("portrait: clerk", "portrait: clark"), ("goto: kept", "goto: gone"))
    assert said_codes(text) == {"E304", "E403", "W512"}


def test_an_ending_made_by_walking_away_is_not_the_authors_fault() -> None:
    text = changed(
        (FIRST, f"{FIRST}        exposes: phone\n"), ("      - end: kept\n", "      - end: close-call\n")
    )
    assert faults(text) == []


@pytest.mark.parametrize("text", ["", "a: [", "- x"])
def test_what_is_no_story_at_all_is_not_looked_at(text: str) -> None:
    loaded = read(text)
    before = len(loaded.diagnostics)
    judge(loaded)
    assert examine(loaded, Surroundings()) == 0
    assert before


def examined(text: str) -> list[str]:
    loaded = read(text)
    examine(loaded, Surroundings({"market-day": Kind.BENIGN}))
    return [one.message for one in loaded.diagnostics]


def test_the_way_to_an_ending_that_disagrees_is_told() -> None:
    [message] = examined(changed(("start: stall\n", "start: stall\nleave: kept\n")))
    assert "比如这样走：选“把手机给她”，再按“先停一停”走开。" in message
    assert "一般不要写 leave" in message


def test_an_ending_that_disagrees_without_any_choice_is_just_listened_to() -> None:
    text = changed((FIRST, f"{FIRST}      - goto: gone\n        when: {{not_flag: x}}\n        sets: x\n"))
    assert any("一路往下听" in message for message in examined(text))


def test_only_the_last_choices_of_a_long_way_are_named() -> None:
    question = (
        "      - question: 去吗？\n        choices:\n"
        "          - {{id: y{n}, text: 去{n}, response: refuse}}\n"
        "          - {{id: n{n}, text: 不去{n}, response: refuse}}\n"
    )
    text = changed((FIRST, FIRST + "".join(question.format(n=n) for n in range(5))))
    text = text.replace("            exposes: phone\n", "")
    [message] = [one for one in examined(text) if "结局" in one]
    assert "比如这样走：……选“去2”，再选“去3”，再选“去4”，再选“把手机给她”。" in message


AWAY = "      - phone: {held_by: girl, turned_away: true}\n"
SCAN = "      - face_scan: {app: 某软件, purpose: 认证, move: 眨眨眼}\n"


@pytest.mark.parametrize(
    ("steps", "unseen"),
    [
        (AWAY + SCAN, True),
        (AWAY + "      - phone: {held_by: girl}\n" + SCAN, False),
        (AWAY + SCAN + "        caption: 手机嗡地响了一声。\n", False),
        (AWAY + SCAN + "        say: 手机嗡地响了一声。\n", False),
        (AWAY + "      - document: {form: letter, title: 介绍信, text: 兹介绍}\n", False),
    ],
)
def test_a_screen_nobody_can_see_is_found(steps: str, unseen: bool) -> None:
    messages = examined(changed((FIRST, steps + "      - phone: {held_by: self}\n" + FIRST)))
    assert any("谁也看不见" in message for message in messages) == unseen
