"""Whether the sentences are short enough to be heard and read at eighty."""

from __future__ import annotations

import re

from elderguard.check.texts import Voice, pieces
from elderguard.scenario import codes, walk
from elderguard.scenario.findings import Findings
from elderguard.scenario.model import Scenario

SENTENCE_LIMIT = 22  # characters said in one go, between two pauses
# At text size 200 % a choice is set in about 68 px; beside its number that leaves 17 characters a line on
# a screen of 1366 px and 12 on 1024 px. Up to 14, a choice is one line on the first and never more than
# two on the second, so three choices and the question still stand on one page.
CHOICE_LIMIT = 14

_PAUSE = re.compile(r"[，。！？；：、…—,.!?;:\n]+")


def check_sentences(scenario: Scenario, findings: Findings) -> None:
    """Report long sentences and long choices. What only the volunteer reads is not measured."""
    for piece in pieces(scenario):
        if piece.voice is Voice.NOTE:
            continue
        for sentence in _PAUSE.split(piece.text):
            said = [character for character in sentence if character.isalnum()]
            if len(said) > SENTENCE_LIMIT:
                start, count = "".join(said[:6]), len(said)
                findings.at(piece.path, codes.LONG_SENTENCE, start=start, count=count, limit=SENTENCE_LIMIT)
    for choice in walk.choices(scenario):
        if len(choice.text) > CHOICE_LIMIT:
            at, start, count = (*choice.path, "text"), choice.text[:6], len(choice.text)
            findings.at(at, codes.LONG_CHOICE, start=start, count=count, limit=CHOICE_LIMIT)
