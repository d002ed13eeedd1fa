"""Twenty lines of a pack as a small story that the real program can play: every voice, amounts of money,
hotlines and codes digit by digit, and a question with its choices.

Clips are found by their content, so a line that is said here is the clip that the shipped stories play.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from elderguard.scenario.loader import load
from elderguard.scenario.model import Question, Scenario, Speaker
from elderguard.scenario.vocabulary import Voice
from elderguard.voice.pack import Clip, Pack
from elderguard.voice.reading import interface, numbered
from elderguard.voice.spoken import spoken
from elderguard.voice.utterance import NORMAL, Utterance
from tests.listen.syllables import units

STORY = "sample"
LINES = 20
"""Lines in the sample, names of who speaks not counted."""
_LENGTHS = range(7, 25)  # syllables of a line
_AMOUNT, _CODE = re.compile("[十百千万两](?:块|元)"), re.compile("[零幺二三四五六七八九]{3}")
_SPOKEN_NUMBERS = 2  # lines with an amount, and as many with digits


@dataclass(frozen=True)
class Sample:
    """The story as a script, and the words of it that are played, in their order. `lines` are those that
    count as lines; the others are the names of who speaks."""

    script: str
    words: tuple[str, ...]
    lines: tuple[str, ...]


def sample(pack: Pack, stories: Sequence[Scenario]) -> Sample:
    """The sample of a pack. Raises ValueError if the pack has too little for one."""
    cast = _cast(pack, stories)
    question = _question(pack, stories)
    asked = (interface(question.text, question.say), *_offered(question))
    narrated = _narrated(pack, LINES - len(cast) - len(asked))
    spoken_lines = [(speaker, _lines(pack, speaker.voice)[0]) for speaker in cast]
    words = [
        *narrated,
        *(word for speaker, line in spoken_lines for word in (f"{spoken(speaker.name)}说", line)),
        *(each.spoken for each in asked),
    ]
    lines = (*narrated, *(line for _, line in spoken_lines), *(each.spoken for each in asked))
    return Sample(_script(narrated, spoken_lines, question), tuple(words), lines)


def stories(folder: Path) -> tuple[Scenario, ...]:
    """The scenarios in a folder of stories."""
    loaded = [load(file).scenario for file in sorted(folder.glob("*/scenario.yaml"))]
    return tuple(scenario for scenario in loaded if scenario is not None)


def _cast(pack: Pack, stories: Sequence[Scenario]) -> tuple[Speaker, ...]:
    """For every voice that speaks in the stories but the narrator's, somebody who has it and whose name and
    lines are in the pack."""
    found: dict[Voice, Speaker] = {}
    for speaker in (speaker for story in stories for speaker in story.speakers):
        if speaker.voice is Voice.NARRATOR or speaker.voice in found:
            continue
        name = Utterance(speaker.name, f"{spoken(speaker.name)}说")
        if name.key(NORMAL) in pack.clips and _lines(pack, speaker.voice):
            found[speaker.voice] = speaker
    return tuple(found.values())


def _lines(pack: Pack, voice: Voice) -> list[str]:
    """What is said in that voice, of a good length, the shortest first."""
    clips = [clip for clip in pack.clips.values() if clip.voice == voice.value and _fits(clip)]
    return [clip.spoken for clip in sorted(clips, key=lambda clip: (clip.seconds, clip.spoken))]


def _fits(clip: Clip) -> bool:
    """Whether a clip makes a line: of a good length, and the same when it stands in a script."""
    return len(units(clip.spoken)) in _LENGTHS and interface(clip.spoken).spoken == clip.spoken


def _narrated(pack: Pack, many: int) -> list[str]:
    texts = [text for text in _lines(pack, Voice.NARRATOR) if text[1:2] != "，"]  # not a choice
    numbers = [text for text in texts if _CODE.search(text)][:_SPOKEN_NUMBERS]
    amounts = [text for text in texts if _AMOUNT.search(text) and text not in numbers][:_SPOKEN_NUMBERS]
    chosen = [*numbers, *amounts]
    chosen += [text for text in texts if text not in chosen][: many - len(chosen)]
    if len(chosen) < many:
        raise ValueError("the pack has too few lines of the narrator")
    return chosen[:many]


def _question(pack: Pack, stories: Sequence[Scenario]) -> Question:
    """The shortest question with three choices, all of which are in the pack."""
    questions = [step for story in stories for scene in story.scenes for step in _steps(scene.steps)]
    lengths: dict[float, Question] = {}
    for question in questions:
        said = (interface(question.text, question.say), *_offered(question))
        clips = [pack.clips[key] for each in said if (key := each.key(NORMAL)) in pack.clips]
        if len(question.choices) == 3 and len(clips) == len(said):
            lengths.setdefault(sum(clip.seconds for clip in clips), question)
    if not lengths:
        raise ValueError("the pack has no question with three choices")
    return lengths[min(lengths)]


def _steps(steps: Iterable[object]) -> list[Question]:
    return [step for step in steps if isinstance(step, Question)]


def _offered(question: Question) -> tuple[Utterance, ...]:
    return numbered([each.text for each in question.choices], [each.say for each in question.choices])


def _script(narrated: Sequence[str], spoken_lines: Sequence[tuple[Speaker, str]], question: Question) -> str:
    ids = {speaker: f"speaker-{at}" for at, (speaker, _) in enumerate(spoken_lines)}
    speakers = {
        ids[speaker]: {"name": speaker.name, "portrait": "clerk", "voice": speaker.voice.value}
        for speaker, _ in spoken_lines
    }
    steps: list[dict[str, object]] = [{"narrator": text} for text in narrated]
    steps += [{ids[speaker]: line} for speaker, line in spoken_lines]
    choices = [
        {
            "id": f"choice-{at}",
            "text": choice.text,
            **({"say": choice.say} if choice.say else {}),
            "response": "verify",
            "route": "family",
            "feedback": "好。",
            "goto": "end",
        }
        for at, choice in enumerate(question.choices)
    ]
    asked = {"question": question.text, **({"say": question.say} if question.say else {}), "choices": choices}
    scenario = {
        "schema": 1,
        "id": STORY,
        "title": "二十句话",
        "kind": "benign",
        "twin": "home-visit",
        "channel": "face-to-face",
        "asks": [],
        "difficulty": 1,
        "minutes": 2,
        "safe_line": "听听看",
        "hotlines": ["police"],
        "sources": [{"name": "试验用的", "date": "原文未写年份", "material": "invented"}],
        "speakers": speakers,
        "start": "lines",
        "scenes": {
            "lines": {"place": "village-road", "steps": [*steps, asked]},
            "end": {
                "place": "village-road",
                "steps": [{"end": "kept", "title": "说完了", "text": "说完了。"}],
            },
        },
    }
    return yaml.safe_dump(scenario, allow_unicode=True, sort_keys=False)
