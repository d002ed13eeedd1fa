"""What makes a choice safe, and an ending true to what has happened."""

from __future__ import annotations

from elderguard.play.state import State
from elderguard.scenario.model import Choice
from elderguard.scenario.vocabulary import Kind, Outcome, Response


def is_safe(kind: Kind, choice: Choice) -> bool:
    """Whether a choice is a safe way: verifying and refusing always are, complying is in an honest
    story when nothing is exposed, lost or borrowed by it."""
    effect = choice.effect
    kept = not (effect.exposes or effect.loses or effect.borrows)
    return choice.response is not Response.COMPLY or (kind is Kind.BENIGN and kept)


def outcome_fits(kind: Kind, outcome: Outcome, state: State) -> bool:
    """Whether an outcome agrees with what has become of her: nothing exposed or lost where it is
    kept, no money missing in a close call, something exposed or lost where it is harmed. An honest
    story is not judged."""
    touched = bool(state.exposed or state.lost or state.borrowed)
    fits = {
        Outcome.KEPT: not touched,
        Outcome.CLOSE_CALL: not state.missing,
        Outcome.HARMED: touched,
    }
    return kind is Kind.BENIGN or fits[outcome]
