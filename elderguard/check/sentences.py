"""Whether the sentences are short enough to be heard and read at eighty."""

from __future__ import annotations

import re

from elderguard.check.texts import Voice, pieces
from elderguard.play.retelling import told_for
from elderguard.scenario import codes, walk
from elderguard.scenario.diagnostic import Code
from elderguard.scenario.findings import Findings
from elderguard.scenario.model import Path, Scenario
from elderguard.scenario.vocabulary import Role

SENTENCE_LIMIT = 22  # characters said in one go, between two pauses
# At text size 200 % a choice is set in about 68 px; beside its number that leaves 17 characters a line on
# a screen of 1366 px and 12 on 1024 px. Up to 14, a choice is one line on the first and never more than
# two on the second, so three choices and the question still stand on one page.
CHOICE_LIMIT = 14

_PAUSE = re.compile(r"[，。！？；：、…—,.!?;:\n]+")


def check_sentences(scenario: Scenario, findings: Findings) -> None:
    """Report long sentences and long choices, as they stand and as a helper gets them. What only the
    volunteer reads is not measured."""
    helper = _too_long(told_for(scenario, Role.HELPER))
    for (path, code, limit), (start, count) in {**helper, **_too_long(scenario)}.items():
        findings.at(path, code, start=start, count=count, limit=limit)


def _too_long(scenario: Scenario) -> dict[tuple[Path, Code, int], tuple[str, int]]:
    """What is too long, by where it stands and the limit: how it begins, and its length."""
    found: dict[tuple[Path, Code, int], tuple[str, int]] = {}
    for piece in pieces(scenario):
        if piece.voice is Voice.NOTE:
            continue
        for sentence in _PAUSE.split(piece.text):
            said = "".join(character for character in sentence if character.isalnum())
            if len(said) > SENTENCE_LIMIT:
                found.setdefault((piece.path, codes.LONG_SENTENCE, SENTENCE_LIMIT), (said[:6], len(said)))
    for choice in walk.choices(scenario):
        if len(choice.text) > CHOICE_LIMIT:
            at = (*choice.path, "text")
            found[at, codes.LONG_CHOICE, CHOICE_LIMIT] = (choice.text[:6], len(choice.text))
    return found
