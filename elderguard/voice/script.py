"""Everything a story can say, whoever plays it and whichever way it goes: one list for all who need it.

The checker holds recordings against it, and whoever records a story reads it from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elderguard.play.course import roles_of
from elderguard.play.explore import explore
from elderguard.play.moment import Ended, Moment, Paused
from elderguard.play.outcome import debrief
from elderguard.play.playthrough import Playthrough
from elderguard.play.retelling import told_for
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Role
from elderguard.voice.cards import debrief_cards, done_card, pause_cards
from elderguard.voice.reading import reading
from elderguard.voice.utterance import Utterance


@dataclass(frozen=True)
class Spoken:
    """Something a story says, and a moment it is said at."""

    utterance: Utterance
    moment: Moment


def script(scenario: Scenario) -> tuple[Utterance, ...]:
    """Every utterance the story can say, in the order it is come across, the same sound once: its
    moments in every role it can be played in, 先停一停, and all of the debrief."""
    return tuple(said.utterance for said in spoken_parts(scenario))


def spoken_parts(scenario: Scenario) -> tuple[Spoken, ...]:
    """The same, each with the first moment it is said at."""
    found: dict[tuple[str, str], Spoken] = {}
    for role in roles_of(scenario):
        for said in _in_role(scenario, role):
            found.setdefault((said.utterance.voice.value, said.utterance.spoken), said)
    return tuple(found.values())


def _in_role(scenario: Scenario, role: Role) -> Iterator[Spoken]:
    scenario = told_for(scenario, role)
    for picture in explore(scenario, role).pictured:
        moment = picture.moment
        if isinstance(moment, Ended):
            playthrough = Playthrough(scenario, role, events=picture.route)
            cards = debrief_cards(debrief(playthrough), playthrough.can_retry)
            # Whether there is a question to go back to depends on the way that led here.
            cards = (*cards, done_card(True), done_card(False))
            utterances = tuple(said for words in cards for said in words.aloud())
        elif isinstance(moment, Paused):
            utterances = tuple(said for words in pause_cards(moment, scenario) for said in words.aloud())
        else:
            utterances = reading(moment, scenario)
        yield from (Spoken(utterance, moment) for utterance in utterances)
