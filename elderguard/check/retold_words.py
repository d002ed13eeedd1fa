"""Whether what an author wrote for helpers is of use in the story."""

from __future__ import annotations

from elderguard.check.texts import pieces
from elderguard.play.retelling import idle_helper_words
from elderguard.scenario import codes
from elderguard.scenario.findings import Findings, shown
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Role


def check_helper_words(scenario: Scenario, findings: Findings) -> None:
    """Report words for helpers that stand for nothing the program says."""
    for text in idle_helper_words(scenario):
        why, remedy = "只有“自己”的故事，才有人帮着拿主意", "请删掉它。"
        if scenario.role is Role.SELF:
            why = "故事里没有这句旁白、问题、说明或者结局"
            texts = [piece.text for piece in pieces(scenario)]
            remedy = findings.meant(text, texts) or "请照着故事里的字，一字不差地写。"
        at = ("helper_words", text)
        findings.at(at, codes.IDLE_HELPER_WORDS, on_key=True, text=shown(text), why=why, remedy=remedy)
