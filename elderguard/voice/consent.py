"""What somebody is told before her voice is recorded, and the note that she agreed. No name is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

HEADING = "先听清楚，再定录不录"
TELLING = (
    "录的是您念这几句话的声音，别的不录。",
    "您按了“开始录”，麦克风才开。按了“停”，它就关。",
    "录音只放在这台电脑上，不往外发。",
    "什么时候不想要了，按一下就能全删掉。",
    "不问您的名字。",
)
MOST_SENTENCES, LONGEST_SENTENCE = 20, 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Consent:
    """That somebody agreed: on which day (YYYY-MM-DD), after hearing which sentences."""

    day: str
    told: tuple[str, ...]

    def as_content(self) -> dict[str, object]:
        """As it stands in a manifest."""
        return {"day": self.day, "told": list(self.told)}


def consent_of(content: Mapping[str, Any]) -> Consent:
    """The consent noted in a manifest. Raises ValueError if there is none that can be read."""
    noted = content.get("consent")
    if not isinstance(noted, dict) or set(noted) != {"day", "told"}:
        raise ValueError("no consent")
    day, told = noted["day"], noted["told"]
    if not isinstance(day, str) or not _DAY.fullmatch(day):
        raise ValueError("no day")
    if not isinstance(told, list) or not 0 < len(told) <= MOST_SENTENCES:
        raise ValueError("nothing told")
    if not all(isinstance(each, str) and 0 < len(each) <= LONGEST_SENTENCE for each in told):
        raise ValueError("no sentence")
    return Consent(day, tuple(told))
