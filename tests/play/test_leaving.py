"""How a story ends when she walks away and no scene was written for that."""

from __future__ import annotations

import pytest

from elderguard.play.leaving import ending_of_leaving
from elderguard.play.state import State
from elderguard.scenario.vocabulary import Asset, Daytime, Kind, Outcome


def state(lost: int = 0, borrowed: int = 0, recovered: int = 0, *exposed: Asset) -> State:
    return State(
        scene="a",
        place="road",
        daytime=Daytime.DAY,
        exposed=frozenset(exposed),
        lost=lost,
        borrowed=borrowed,
        recovered=recovered,
    )


@pytest.mark.parametrize(
    ("after", "outcome", "words"),
    [
        (state(), Outcome.KEPT, "没有当场答应"),
        (state(0, 0, 0, Asset.CODE), Outcome.CLOSE_CALL, "有东西出过手"),
        (state(300), Outcome.HARMED, "钱少了一些"),
        (state(300, 400), Outcome.HARMED, "钱少了一些"),
        (state(0, 400), Outcome.HARMED, "有一笔借的钱，记在您名下"),
        (state(0, 400, 100), Outcome.HARMED, "有一笔借的钱，记在您名下"),
        (state(0, 400, 400), Outcome.CLOSE_CALL, "一步也不晚"),
    ],
)
def test_the_ending_tells_what_has_become_of_her(after: State, outcome: Outcome, words: str) -> None:
    end = ending_of_leaving(Kind.SCAM, after)
    assert end.outcome is outcome
    assert words in end.text


def test_a_loan_is_not_called_money_that_is_gone() -> None:
    assert "少了" not in ending_of_leaving(Kind.SCAM, state(0, 400)).text


def test_in_an_honest_story_going_to_ask_first_costs_nothing() -> None:
    assert ending_of_leaving(Kind.BENIGN, state(0, 0, 0, Asset.PHONE)).outcome is Outcome.KEPT
