"""All that is looked at in one script: first what keeps it from being played, then what could be better."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from elderguard.check.clips import check_clips
from elderguard.check.flow import check_flow
from elderguard.check.kindness import check_kindness
from elderguard.check.numbers import check_numbers
from elderguard.check.retold_words import check_helper_words
from elderguard.check.sentences import check_sentences
from elderguard.check.teaching import check_choices, check_twin
from elderguard.scenario import codes
from elderguard.scenario.loader import Loaded
from elderguard.scenario.vocabulary import Kind
from elderguard.voice.pack import Pack


@dataclass(frozen=True)
class Surroundings:
    """What a script is looked at beside: the kinds of all stories by id, the voice packs, and the ids
    of the stories that are played in its place if it has the same."""

    stories: Mapping[str, Kind | None] = field(default_factory=dict)
    packs: Sequence[Pack] = ()
    taken: Collection[str] = ()


def judge(loaded: Loaded) -> None:
    """Add to the findings whatever else keeps a script from being played."""
    if loaded.scenario is not None:
        check_numbers(loaded.scenario, loaded.findings)
        check_flow(loaded.scenario, loaded.findings)


def examine(loaded: Loaded, beside: Surroundings) -> int:
    """Add everything there is to say about a script to its findings. Returns how many distinct moments
    of the story were seen."""
    scenario, findings = loaded.scenario, loaded.findings
    if scenario is None:
        return 0
    if scenario.id in beside.taken:
        findings.at(("id",), codes.SAME_ID, id=scenario.id)
    found = check_flow(scenario, findings)
    check_numbers(scenario, findings)
    check_sentences(scenario, findings)
    check_kindness(scenario, findings)
    check_choices(scenario, findings)
    check_helper_words(scenario, findings)
    check_twin(scenario, beside.stories, findings)
    if found is None:
        return 0
    check_clips(scenario, beside.packs, findings)
    return found.states
