"""What the head of a script says, read without YAML: enough to list a story on the screen.

Only plain `key: word` lines at the left edge are understood. Whatever is written more cleverly is left
to the real reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from elderguard.scenario.vocabulary import Channel, Kind, Role, Word

W = TypeVar("W", bound=Word)

_PLAIN = re.compile(r"^([a-z_]+): +([0-9A-Za-z一-鿿“”《》（），。！？、：·-]+) *(?: #.*)?\r?$", re.MULTILINE)
_BODY = re.compile(r"^(?:speakers|start|scenes)[ ]*:", re.MULTILINE)


@dataclass(frozen=True)
class Head:
    """What a list of stories shows of one."""

    id: str
    title: str
    kind: Kind
    role: Role
    channel: Channel
    difficulty: int
    minutes: int
    twin: str | None


def skim(data: bytes) -> Head | None:
    """The head of a script, or None when it takes more than a glance to read it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    body = _BODY.search(text)
    text = text[: body.start()] if body else text
    pairs = _PLAIN.findall(text)
    said = dict(pairs)
    try:
        head = Head(
            said["id"],
            said["title"],
            _word(Kind, said["kind"]),
            _word(Role, said.get("role", Role.SELF.value)),
            _word(Channel, said["channel"]),
            int(said["difficulty"]),
            int(said["minutes"]),
            said.get("twin"),
        )
    except (KeyError, ValueError, StopIteration):
        return None
    optional = sum(f"\n{key}:" in text for key in ("role", "twin"))
    return head if len(pairs) == len(said) and optional == len({"role", "twin"} & said.keys()) else None


def _word(words: type[W], said: str) -> W:
    return next(word for word in words if word.value == said)
