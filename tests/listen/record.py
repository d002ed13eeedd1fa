"""What the listener heard, clip by clip, kept in the repository: so everybody can read it, what has not
changed is not heard again, and the limits are held against it without a listener at hand.

It lies beside the tests and not in the pack, because what is in assets/ is shipped to learners.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "record"


@dataclass(frozen=True)
class Heard:
    """What was heard of one clip, whole (`plain`) and through the low-pass (`low`). `group` is the name of
    the group in which a short clip was heard and is scored; empty for one that stands for itself."""

    plain: str
    low: str
    group: str = ""


@dataclass
class Record:
    """What one listener heard: clips by the SHA-256 of their file."""

    listener: str
    clips: dict[str, Heard] = field(default_factory=dict)

    def keep_only(self, checksums: Mapping[str, object]) -> None:
        """Forget the clips that are no longer there."""
        self.clips = {each: heard for each, heard in self.clips.items() if each in checksums}


def read(file: Path, listener: str | None = None) -> Record:
    """The record in that file; an empty one if there is none, or if it is of another listener."""
    if not file.is_file():
        return Record(listener or "")
    content = json.loads(file.read_text(encoding="utf-8"))
    if listener not in (None, content["listener"]):
        return Record(str(listener))
    return Record(content["listener"], {each: Heard(**heard) for each, heard in content["clips"].items()})


def write(record: Record, file: Path) -> None:
    """Keep it, one clip a line so that a change is read in a diff; killed halfway, the old one stays."""
    lines = [
        f"  {json.dumps(each)}: {json.dumps(_fields(heard), ensure_ascii=False)}"
        for each, heard in sorted(record.clips.items())
    ]
    text = '{{"listener": {}, "clips": {{\n{}\n}}}}\n'.format(
        json.dumps(record.listener, ensure_ascii=False), ",\n".join(lines)
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    growing = file.with_suffix(".growing")
    growing.write_text(text, encoding="utf-8")
    growing.replace(file)


def _fields(heard: Heard) -> dict[str, str]:
    told = {"plain": heard.plain, "low": heard.low}
    return {**told, "group": heard.group} if heard.group else told
