"""Whether everybody in a story can be told apart by ear: each has a voice of his own."""

from __future__ import annotations

from elderguard.scenario import codes
from elderguard.scenario.findings import Findings, shown
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Voice


def check_cast(scenario: Scenario, findings: Findings) -> None:
    """Report who speaks in the narrator's voice, or in that of somebody before him."""
    owners = {Voice.NARRATOR: "是旁白的"}
    taken = {Voice.NARRATOR, *(speaker.voice for speaker in scenario.speakers)}
    free = "、".join(f"{voice.value}（{voice.chinese}）" for voice in Voice if voice not in taken)
    for speaker in scenario.speakers:
        if not findings.is_sound(speaker.path):
            continue  # what he was meant to have is not known
        if speaker.voice in owners:
            facts = {"voice": speaker.voice.value, "whose": owners[speaker.voice], "known": free or "没有了"}
            at = (*speaker.path, "voice")
            findings.at(at, codes.NO_VOICE_OF_HIS_OWN, name=speaker.name, **facts)
        else:
            owners[speaker.voice] = f"“{shown(speaker.name)}”已经用了"
