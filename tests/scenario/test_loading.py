"""From a script to a scenario."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elderguard import paths
from elderguard.scenario.catalogue import catalogue
from elderguard.scenario.diagnostic import Severity
from elderguard.scenario.loader import FILE_NAME, load, load_text
from elderguard.scenario.model import (
    Balance,
    Condition,
    Cue,
    Effect,
    Handover,
    Hold,
    Home,
    Line,
    Login,
    Question,
    Show,
    Sms,
    VolunteerNote,
)
from elderguard.scenario.places import place_name
from elderguard.scenario.source import MAX_BYTES
from elderguard.scenario.vocabulary import Asset, Mood, Response, Role, Route, Voice
from elderguard.voice.reading import caption
from tests.scenario.scripts import BROKEN, PICTURES, SOUND, changed, found, read, scenario_of

FIRST = "      - narrator: 赶集的日子，村口摆了个摊。\n"


def first_step(step: str) -> object:
    return scenario_of(changed((FIRST, step))).scenes[0].steps[0]


def test_a_sound_script_becomes_a_scenario() -> None:
    scenario = scenario_of(SOUND)
    assert (scenario.id, scenario.title, scenario.role) == ("egg-stall", "村口送鸡蛋", Role.SELF)
    assert scenario.speaker("girl").voice is Voice.YOUNG_WOMAN
    assert [scene.id for scene in scenario.scenes] == ["stall", "gone", "kept"]
    assert len(scenario.digest) == 64
    question = scenario.scene("stall").steps[2]
    assert isinstance(question, Question)
    assert [choice.response for choice in question.choices] == [Response.COMPLY, Response.VERIFY]
    assert question.choices[0].effect == Effect(exposes=(Asset.PHONE,))
    assert question.choices[1].route is Route.FAMILY


def test_what_a_scenario_does_not_have_it_does_not_give() -> None:
    scenario = scenario_of(SOUND)
    assert scenario.scene("kept").id == "kept"
    with pytest.raises(KeyError):
        scenario.scene("nowhere")
    with pytest.raises(KeyError):
        scenario.speaker("nobody")
    assert str(scenario.kind) == "scam"


def test_steps_without_an_id_are_numbered_within_their_scene() -> None:
    steps = scenario_of(SOUND).scene("stall").steps
    assert [step.id for step in steps] == ["stall/1", "free-eggs", "stall/3"]


def test_a_step_knows_where_it_stands() -> None:
    loaded = read(SOUND)
    assert loaded.scenario is not None
    step = loaded.scenario.scene("stall").steps[1]
    assert step.path == ("scenes", "stall", "steps", 1)
    assert str(loaded.findings.place(step.path, on_key=True)) == "Place(line=22, column=9)"


def test_a_line_with_everything() -> None:
    step = first_step(
        """      - girl: 扫码登记96110，鸡蛋白送。
        id: 白送
        say: 扫码登记九六幺幺零，鸡蛋白送。
        mood: friendly
        covers: A03
        cue: 白送的东西最贵。
        note: {ask_the_room: 谁拿过鸡蛋？, wait: 5}
        when: {not_exposed: [phone, code], not_flag: went, any: [{lost_money: false}, {counter: {looks: 2}}]}
        exposes: [face]
        loses: 5
        borrows: 6
        recovers: 7
        sets: went
        clears: [left]
        adds: {looks: 2}
"""
    )
    assert step == Line(
        id="白送",
        speaker="girl",
        text="扫码登记96110，鸡蛋白送。",
        say="扫码登记九六幺幺零，鸡蛋白送。",
        mood=Mood.FRIENDLY,
        covers=("A03",),
        cue=Cue("白送的东西最贵。"),
        note=VolunteerNote(ask_the_room="谁拿过鸡蛋？", wait=5),
        when=Condition(
            not_exposed=(Asset.PHONE, Asset.CODE),
            not_flags=("went",),
            any_of=(Condition(lost_money=False), Condition(at_least=(("looks", 2),))),
        ),
        effect=Effect((Asset.FACE,), 5, 6, 7, ("went",), ("left",), (("looks", 2),)),
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("sms: {from: 10086, text: 0755}", Sms("10086", "0755")),
        ("login: {app: 支付宝, code: 382901}", Login("支付宝", "382901")),
        ("balance: {account: 存折, amount: 100, before: 560}", Balance("存折", 100, 560)),
        ("phone_home: {}", Home()),
        ("phone_home:", Home()),
    ],
)
def test_screens(written: str, shown: object) -> None:
    step = first_step(f"      - {written}\n        whose: girl\n")
    assert isinstance(step, Show)
    assert (step.screen, step.whose) == (shown, "girl")


def test_a_handover() -> None:
    step = first_step("      - phone: {held_by: girl, turned_away: true}\n")
    assert isinstance(step, Handover)
    assert step.hold == Hold("girl", "self", True)


def test_a_scene_may_have_a_way_out_of_its_own() -> None:
    text = changed(
        ("    place: home\n", "    place: home\n    leave: gone\n    phone: {held_by: table, home: true}\n")
    )
    scene = scenario_of(text).scene("kept")
    assert (scene.leave, scene.hold) == ("gone", Hold("table", home=True))
    assert found(text.replace("leave: gone", "leave: away")) == ["48:12 E301"]


def test_chinese_names_for_scenes_people_and_choices() -> None:
    text = SOUND.replace("girl", "姑娘").replace("kept\n", "守住了\n").replace("kept:", "守住了:")
    scenario = scenario_of(text.replace("end: 守住了", "end: kept").replace("id: give", "id: 给她"))
    assert [scene.id for scene in scenario.scenes] == ["stall", "gone", "守住了"]


def test_more_than_three_choices_may_be_written_if_not_all_are_always_there() -> None:
    more = "".join(
        f"          - {{id: m{n}, text: 再看看, response: refuse, when: {{flag: f{n}}}, goto: kept}}\n"
        for n in (1, 2)
    )
    text = changed(("          - id: ask-son\n", f"{more}          - id: ask-son\n"), (FIRST, FIRST + SETS))
    assert found(text) == []


SETS = "        sets: [f1, f2]\n"


def test_a_scam_must_say_what_is_asked_for() -> None:
    assert found(changed(("asks: [phone, id]\n", ""))) == ["1:1 E202"]
    assert found(changed(("asks: [phone, id]\n", ""), ("kind: scam", "kind: benign"))) == []


def test_one_broken_value_does_not_hide_the_others() -> None:
    text = changed(
        ("difficulty: 1", "difficulty: leicht"),
        ("portrait: clerk", "portrait: clark"),
        ("goto: kept", "goto: nowhere"),
        ("cites: free-eggs", "cites: nothing"),
        ("response: verify", "response: vérify"),
        ("hotlines: [police]", "hotlines: [911]"),
    )
    assert found(text) == ["8:13 E203", "11:12 E302", "15:34 E304", "35:23 E204", "38:19 E301", "45:16 E307"]


@pytest.mark.parametrize(
    "text", ["just words", "- a\n- b\n", "{}", "scenes: []", "speakers: 7", "a: {b: [c, {d: e}]}"]
)
def test_a_file_that_is_something_else_altogether_is_not_playable(text: str) -> None:
    assert not read(text).playable


def test_parts_of_the_wrong_kind_are_named_and_the_rest_is_read() -> None:
    text = changed(
        ("    place: home\n    steps:\n", "    place: home\n    steps: nothing\n    hint:\n"),
        ("{name: 送鸡蛋的姑娘, portrait: clerk, voice: young-woman}", "姑娘"),
        (
            "        cue: {quote: 鸡蛋白送, why: 白送的东西，要的是您的手机。}\n",
            "        cue: {quote: 鸡蛋白送}\n",
        ),
        (
            "            exposes: phone\n",
            "            exposes: {phone: yes}\n            loses: -5\n            when: later\n",
        ),
    )
    text = text[: text.index("      - end: kept")]
    assert found(text) == [
        "15:9 E203",
        "24:14 E202",
        "30:22 E203",
        "31:20 E203",
        "32:19 E203",
        "50:12 E203",
        "51:5 E205",
    ]


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        ("question: 去吗？\n        cue: {quote: 去吗, why: x}\n        choices: []", ["23:9 E209"]),
        ("sms: {from: 银行, text: 您好}\n        cue: {quote: 您好, why: x}", []),
        ("goto: stall\n        cue: {quote: 您好, why: x}", ["22:22 E308"]),
        ("smss: {from: 银行, text: 您好}", ["21:9 E201"]),
        ("surprise: {a: b}", ["21:9 E201"]),
        ("text: 您好", ["21:9 E206"]),
        ("gril: 您好\n        moood: calm", ["21:9 E303", "22:9 E201"]),
    ],
)
def test_odd_steps(step: str, fault: list[str]) -> None:
    assert found(changed((FIRST, f"      - {step}\n"))) == fault


def test_the_words_of_an_ending_can_be_quoted() -> None:
    assert (
        found(changed(("      - end: kept\n", "      - end: kept\n        cue: {quote: 吃得香, why: x}\n")))
        == []
    )


def test_the_reason_of_an_unplayable_script_names_the_line() -> None:
    assert read(changed(("goto: kept", "goto: kpet"))).reason.startswith("第 38 行：要去的场景“kpet”没有写。")
    assert read(SOUND).reason == ""


def test_findings_as_plain_data() -> None:
    [one] = read(changed(("goto: kept", "goto: kpet"))).diagnostics
    assert one.code.severity is Severity.ERROR
    assert one.as_json() == {
        "file": "script.yaml",
        "line": 38,
        "column": 19,
        "severity": "error",
        "code": "E301",
        "name": "去向不存在",
        "message": one.message,
    }


# --- files --------------------------------------------------------------------------------------


def script(folder: Path, text: str = SOUND) -> Path:
    folder.mkdir(parents=True)
    file = folder / FILE_NAME
    file.write_text(text, encoding="utf-8")
    return file


def test_the_folder_must_be_called_like_the_story(tmp_path: Path) -> None:
    assert load(script(tmp_path / "egg-stall"), PICTURES).playable
    assert not load(script(tmp_path / "eggs"), PICTURES).playable


def test_a_picture_of_the_folder_is_a_portrait(tmp_path: Path) -> None:
    file = script(tmp_path / "egg-stall", SOUND.replace("portrait: clerk", "portrait: 姑娘.PNG"))
    assert not load(file, PICTURES).playable
    picture = file.parent / "姑娘.PNG"
    picture.write_bytes(b"\x89PNG")
    assert load(file, PICTURES).playable
    picture.write_bytes(b"\x89PNG" * 600_000)
    assert "2 MB" in load(file, PICTURES).reason


@pytest.mark.parametrize(
    "name",
    ["../a.png", "/etc/a.png", "sub/a.png", "..\\a.png", "C:a.png", "a.png/", ".png/..", "a?.png", "/"],
)
def test_a_picture_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    file = script(tmp_path / "egg-stall", SOUND.replace("portrait: clerk", f"portrait: '{name}'"))
    assert [one.code.id for one in load(file, PICTURES).diagnostics] == ["E305"]


def link(target: Path, at: Path) -> None:
    try:
        at.symlink_to(target)
    except OSError:
        pytest.skip("no symbolic links here")


def test_a_picture_that_is_a_link_is_refused(tmp_path: Path) -> None:
    file = script(tmp_path / "egg-stall", SOUND.replace("portrait: clerk", "portrait: a.png"))
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    link(tmp_path / "a.png", file.parent / "a.png")
    assert "不是一个普通的文件" in load(file, PICTURES).reason


def test_a_script_that_lies_elsewhere_is_refused_where_it_matters(tmp_path: Path) -> None:
    file = script(tmp_path / "elsewhere" / "egg-stall")
    inside = tmp_path / "inside" / "egg-stall"
    inside.mkdir(parents=True)
    link(file, inside / FILE_NAME)
    assert load(inside / FILE_NAME, PICTURES).playable
    assert "别的文件夹" in load(inside / FILE_NAME, PICTURES, within=tmp_path / "inside").reason


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    assert "没有这个文件" in load(tmp_path / "nothing.yaml").reason
    assert "打不开" in load(tmp_path).reason or "普通的文件" in load(tmp_path).reason
    assert "打不开" in load(Path("a\0b")).reason
    loop = tmp_path / "loop"
    link(loop, loop)
    assert "打不开" in load(loop).reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "普通的文件" in load(tmp_path / "pipe.yaml").reason


def test_nothing_heavy_is_imported_before_a_script_is_loaded() -> None:
    modules = "elderguard.scenario.loader, elderguard.scenario.library, elderguard.check.examine"
    code = f"import sys, {modules}\nprint(*sorted({{'yaml', 'pydantic', 'difflib'}} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


# --- strangers ------------------------------------------------------------------------------------

WORDS = [
    "scenes",
    "steps",
    "end",
    "kept",
    "goto",
    "question",
    "choices",
    "girl",
    "id",
    "when",
    "any",
    "sms",
    "*",
    "1",
]
VALUES = st.recursive(
    st.sampled_from([*WORDS, "", "true", "大妈"]),
    lambda inside: st.one_of(
        st.lists(inside, max_size=4), st.dictionaries(st.sampled_from(WORDS), inside, max_size=4)
    ),
    max_leaves=12,
)


def as_yaml(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {as_yaml(inside)}' for key, inside in value.items()) + "}"
    return f'"{value}"'


LINES = SOUND.splitlines()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(LINES) - 1), VALUES)
def test_no_value_anywhere_makes_the_loader_stumble(line: int, value: object) -> None:
    key = LINES[line].partition(":")[0]
    lines = [*LINES[:line], f"{key}: {as_yaml(value)}", *LINES[line + 1 :]]
    loaded = read("\n".join(lines))
    assert loaded.playable or loaded.reason


@settings(deadline=None)
@given(st.integers(0, len(SOUND)), st.integers(0, 40), st.text(max_size=8))
def test_no_cut_or_insertion_makes_the_loader_stumble(at: int, length: int, text: str) -> None:
    loaded = read(SOUND[:at] + text + SOUND[at + length :])
    assert loaded.playable or loaded.reason


@pytest.mark.parametrize("file", sorted(BROKEN.rglob("*.yaml")), ids=lambda file: file.stem)
def test_messages_are_one_line_each(file: Path) -> None:
    assert all(len(str(one).splitlines()) == 1 for one in load(file, PICTURES).diagnostics)


def test_as_much_is_read_as_is_needed_to_see_that_it_is_too_much(tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    file.write_bytes(b"#" * MAX_BYTES)
    assert "它是空的" in load(file).reason
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert "256 KB" in load(file).reason


# --- what was hard for authors ---------------------------------------------------------------------


def test_a_place_may_have_a_picture_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "barn.png").write_bytes(b"x")
    text = changed(("place: home", "place: barn.png"), ("place: road", "place: shed.png"))
    [one] = read(text, tmp_path).diagnostics
    assert (one.code.id, one.place.line) == ("E305", 19)
    assert (place_name("barn.png"), place_name("village-road")) == ("眼前的地方", "村里的路上")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("place: home", "place: 村口"), "您是不是想写“village-road”？"),
        (("place: home", "place: 村委会里"), "您是不是想写“committee-room”？"),
        (("portrait: clerk", "portrait: 警察"), "您是不是想写“police”？"),
    ],
)
def test_a_picture_is_guessed_by_its_chinese_name(change: tuple[str, str], told: str) -> None:
    text = changed(change).replace("place: road", "place: village-road")
    drawn = catalogue(paths.assets_folder())
    assert any(told in one.message for one in load_text(text, Path("script.yaml"), drawn).diagnostics)


def test_a_screen_may_come_with_a_sentence_of_the_authors() -> None:
    text = changed((FIRST, "      - sms: {from: 银行, text: 您好}\n        caption: 手机响了一声。\n"))
    scenario = scenario_of(text)
    step = scenario.scenes[0].steps[0]
    assert isinstance(step, Show)
    assert caption(step, scenario) == "手机响了一声。"
    assert caption(step, scenario, Hold("girl", turned_away=True)) == "手机响了一声。"


def test_what_was_written_wrong_is_not_said_to_be_missing() -> None:
    assert found(changed(("asks: [phone, id]", "asks: [手机]"))) == ["7:8 E204"]
    assert found(changed(("steps:", "stpes:"))) == ["20:5 E201"]
    assert found(changed(("speakers:", "speaker:"), ("scenes:", "scene:"))) == ["14:1 E201", "17:1 E201"]
    assert found(changed(("  girl: {", "  - girl: {"))) == ["15:3 E203"]


def test_a_key_of_another_group_is_no_slip() -> None:
    [one] = read(changed(("    place: home\n", "    place: home\n    difficulty: 2\n"))).diagnostics
    assert "它是剧本开头里的一行：请把它向左挪" in one.message


def test_a_text_torn_apart_in_braces_is_put_together_again() -> None:
    text = changed(("why: 白送的东西，要的是您的手机。", "why: 白送的东西, 要的是您的手机。"))
    loaded = read(text)
    assert [one.code.id for one in loaded.diagnostics] == ["E104"]
    assert loaded.scenario is not None
    cue = loaded.scenario.scene("stall").steps[1].cue
    assert cue == Cue("白送的东西，要的是您的手机。", "鸡蛋白送")
    assert found(changed(("hotlines: [police]", "hotlines: {a: [b], 好}"))) == ["11:11 E203"]
