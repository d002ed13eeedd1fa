"""The sample that proves the player: twenty lines, told to the program as a story that it can play."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from elderguard.play.moment import Asked
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.loader import load_text
from elderguard.scenario.model import Line, Question, Scenario
from elderguard.scenario.vocabulary import Voice
from elderguard.voice.pack import Clip, Pack
from elderguard.voice.reading import interface, numbered, reading
from elderguard.voice.spoken import spoken
from elderguard.voice.utterance import NORMAL, Utterance
from tests.listen.sample import LINES, STORY, Sample, sample, stories

CHECKOUT = Path(__file__).resolve().parent.parent.parent
STORIES = stories(CHECKOUT / "scenarios")
HOTLINE, CODE = "拨打九六幺幺零，问一问。", "验证码三八二九零幺，不说。"


def told(scenario: Scenario) -> list[Utterance]:
    """What a story says: lines, names and choices, as far as a sample is made of them."""
    said: list[Utterance] = []
    for step in (step for scene in scenario.scenes for step in scene.steps):
        match step:
            case Line(speaker=None):
                said.append(interface(step.text, step.say))
            case Line(speaker=str(who)):
                speaker = scenario.speaker(who)
                said.append(Utterance(speaker.name, f"{spoken(speaker.name)}说"))
                said.append(Utterance(step.text, spoken(step.say or step.text), speaker.voice))
            case Question():
                said.append(interface(step.text, step.say))
                said += numbered([each.text for each in step.choices], [each.say for each in step.choices])
    return said


def pack_of(said: list[Utterance]) -> Pack:
    clips = {
        each.key(NORMAL): Clip(Path("x"), each.spoken, each.voice.value, len(each.spoken) / 3, "")
        for each in said
    }
    return Pack("pack", "MIT", clips)


@pytest.fixture(scope="module")
def chosen() -> Sample:
    said = [each for story in STORIES for each in told(story)]
    return sample(pack_of([*said, interface(HOTLINE), interface(CODE)]), STORIES)


def test_it_has_twenty_lines_with_hotlines_and_codes(chosen: Sample) -> None:
    assert len(chosen.lines) == LINES
    assert {HOTLINE, CODE} <= set(chosen.lines)
    assert [line[:2] for line in chosen.lines[-3:]] == ["一，", "二，", "三，"]


def test_every_voice_of_the_stories_speaks_in_it(chosen: Sample) -> None:
    scenario = load_text(chosen.script, Path(STORY) / "scenario.yaml").scenario
    assert scenario is not None
    spoken_by = {speaker.voice for speaker in scenario.speakers}
    assert spoken_by == {speaker.voice for story in STORIES for speaker in story.speakers} - {Voice.NARRATOR}


def test_the_program_says_just_these_words_up_to_the_question(chosen: Sample) -> None:
    scenario = load_text(chosen.script, Path(STORY) / "scenario.yaml").scenario
    assert scenario is not None
    playthrough = Playthrough(scenario)
    words = list(reading(playthrough.current, scenario))
    while not isinstance(playthrough.current, Asked):
        playthrough.advance()
        words += reading(playthrough.current, scenario)
    assert tuple(word.spoken for word in words) == chosen.words


def test_a_pack_without_a_question_gives_no_sample() -> None:
    said = [each for story in STORIES for each in told(story) if not each.spoken.startswith("三，")]
    with pytest.raises(ValueError, match="no question"):
        sample(pack_of(said), STORIES)


def test_a_pack_with_few_lines_gives_no_sample() -> None:
    (question, *_) = [each for each in told(STORIES[0]) if each.spoken.startswith("三，")]
    said = [each for each in told(STORIES[0]) if each.voice is Voice.NARRATOR]
    at = said.index(question)
    few = [dataclasses.replace(each) for each in said[at - 3 : at + 1]]
    with pytest.raises(ValueError, match="too few"):
        sample(pack_of(few), STORIES)
