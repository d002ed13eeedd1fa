"""Whatever somebody writes, the checker answers with findings and never with a traceback."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elderguard.check.examine import Surroundings, examine
from tests.scenario.scripts import BROKEN, SOUND, read

EVERYTHING = (BROKEN.parent / "everything" / "scenario.yaml").read_text(encoding="utf-8")
LINES = [*SOUND.splitlines(), *EVERYTHING.splitlines()]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, SOUND.count("\n") - 1), st.sampled_from(LINES)), min_size=1, max_size=4)
)
def test_lines_in_the_wrong_place(changes: list[tuple[int, str]]) -> None:
    lines = SOUND.splitlines()
    for at, line in changes:
        lines[at] = line
    answered("\n".join(lines))


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, EVERYTHING.count("\n")), st.integers(1, 12))
def test_lines_that_are_missing(at: int, count: int) -> None:
    lines = EVERYTHING.splitlines()
    answered("\n".join([*lines[:at], *lines[at + count :]]))


def answered(text: str) -> None:
    loaded = read(text)
    examine(loaded, Surroundings())
    assert loaded.playable or loaded.reason
    assert all(one.place.line <= text.count("\n") + 2 for one in loaded.diagnostics)
