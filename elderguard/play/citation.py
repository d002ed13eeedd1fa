"""The signs worth noticing that she came across, in the words they had in the story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elderguard.play.moment import Moment
from elderguard.scenario.model import (
    SELF,
    TABLE,
    AnyStep,
    Call,
    Chat,
    CreditNotice,
    Document,
    End,
    Goto,
    Handover,
    Line,
    Notice,
    Question,
    Scenario,
    Screen,
    Show,
    Sms,
)
from elderguard.scenario.screen_text import hold_text, screen_text

NARRATOR = "旁白"


@dataclass(frozen=True)
class CitedCue:
    """A sign worth noticing: the step, who said or what showed it, the words, the part of the words
    that carries it (None: all of them), and why it matters."""

    step: str
    who: str
    text: str
    quote: str | None
    why: str


def cited(scenario: Scenario, end: End, moments: Iterable[Moment]) -> tuple[CitedCue, ...]:
    """The cues the ending names, as far as she came across them on the way of these moments; all
    she came across if that leaves none. In the order of the ending's list, else of the story."""
    met = cues_met(scenario, moments)
    named = tuple(cue for step in end.cites for cue in met if cue.step == step)
    return named or met


def cues_met(scenario: Scenario, moments: Iterable[Moment]) -> tuple[CitedCue, ...]:
    """Every cue come across, in the order of the story."""
    cues = {}
    for scene in scenario.scenes:
        for step in scene.steps:
            if step.cue is not None:
                who, text = words_of(scenario, step)
                cues[step.id] = CitedCue(step.id, who, text, step.cue.quote, step.cue.why)
    order: dict[str, None] = {}
    for moment in moments:
        # What was passed between two moments (a phone changing hands) is new in the second one.
        order.update((step, None) for step in cues if step in moment.state.seen and step not in order)
    return tuple(cues[step] for step in order)


def words_of(scenario: Scenario, step: AnyStep) -> tuple[str, str]:
    """Who says or what shows a step, and its words."""
    match step:
        case Line(speaker=speaker, text=text):
            return NARRATOR if speaker is None else scenario.speaker(speaker).name, text
        case Question(text=text):
            return NARRATOR, text
        case Show(screen=screen, whose=whose):
            who, words = _words_on(screen)
            return who if whose == SELF else f"{scenario.speaker(whose).name}的手机", words
        case Handover(hold=hold):
            return NARRATOR, hold_text(hold, _name(scenario, hold.held_by), _name(scenario, hold.owner))
        case Goto():
            return NARRATOR, ""
        case _:  # End
            return NARRATOR, step.text


def _words_on(screen: Screen) -> tuple[str, str]:
    match screen:
        case Sms(sender=who, text=text):
            return f"{who}的短信", text
        case Chat(sender=who, text=text) | CreditNotice(lender=who, text=text):
            return who, text
        case Notice(title=who, text=text) | Document(title=who, text=text):
            return who, text
        case Call(caller=caller):
            return "来电", caller
        case _:
            heading, *rest = screen_text(screen).in_order()
            return heading, "，".join(rest)


def _name(scenario: Scenario, who: str) -> str:
    return scenario.you if who in (SELF, TABLE) else scenario.speaker(who).name
