"""Events as they are written down."""

from __future__ import annotations

import pytest

from elderguard.play.error import BrokenEvent
from elderguard.play.event import (
    Advanced,
    Chosen,
    Event,
    Left,
    PauseBegan,
    PauseEnded,
    Retried,
    WentBack,
    from_json,
    to_json,
)

WRITTEN: dict[str, Event] = {
    '{"event": "advanced"}': Advanced(),
    '{"event": "chosen", "question": "q", "choice": "念给他听"}': Chosen("q", "念给他听"),
    '{"event": "pause-began"}': PauseBegan(),
    '{"event": "pause-ended"}': PauseEnded(),
    '{"event": "left"}': Left(),
    '{"event": "went-back"}': WentBack(),
    '{"event": "retried", "question": "q"}': Retried("q"),
}


@pytest.mark.parametrize(("text", "event"), WRITTEN.items())
def test_what_is_written_is_read_again(text: str, event: Event) -> None:
    assert to_json(event) == text
    assert from_json(text) == event


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        "[]",
        "null",
        '{"question": "q"}',
        '{"event": "danced"}',
        '{"event": ["left"]}',
        '{"event": "chosen", "question": "q"}',
        '{"event": "left", "why": "tired"}',
        '{"event": "retried", "question": 7}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_a_broken_event(text: str) -> None:
    with pytest.raises(BrokenEvent):
        from_json(text)
