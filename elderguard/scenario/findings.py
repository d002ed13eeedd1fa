"""What has been found in one file so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from elderguard.scenario import codes
from elderguard.scenario.called import key_called
from elderguard.scenario.diagnostic import Code, Diagnostic, Place, Severity
from elderguard.scenario.guess import did_you_mean, surely
from elderguard.scenario.model import Path

LIMIT = 100  # findings kept for one file: a hostile file must not fill the screen
_SHOWN = 24  # characters of an author's text repeated in a message
_OURS = {
    "hint",
    "how",
    "known",
    "meaning",
    "remedy",
    "way",
    "what",
    "when",
    "where",
    "whose",
    "why",
}  # facts in our own words


class Positions(Protocol):
    """Knows where in a file each path stands."""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The position of the value at `path`, or of its key."""

    def rename(self, path: Path, written: str, meant: str) -> None:
        """Know a key of the mapping at `path` by another name too."""


class Findings:
    """The growing list of findings about one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.positions: Positions | None = None
        self._found: dict[tuple[Place, str, str], Diagnostic] = {}
        self._wrong: set[tuple[Path, Code]] = set()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings in the order of the file."""
        return tuple(self._found[key] for key in sorted(self._found, key=lambda key: key[:2]))

    @property
    def has_errors(self) -> bool:
        """Whether one of them is an error."""
        return any(found.is_error for found in self._found.values())

    @property
    def is_full(self) -> bool:
        """Whether no more findings are kept."""
        return len(self._found) > LIMIT

    def meant(self, word: str, known: Iterable[str], called: Mapping[str, str] | None = None) -> str:
        """“您是不是想写……”, or nothing when nothing is near (or nobody will read it). `called` are names
        that people have for some of the known words."""
        return "" if self.is_full else did_you_mean(word, known, called)

    def misspelt(self, path: Path, key: str, known: Collection[str], where: str) -> str | None:
        """Report a key of the mapping at `path` that is beyond doubt meant to be one of the `known`
        keys, and go on as if that had been written. None: it is no such key."""
        meant = None if self.is_full else surely(key, known, key_called(known))
        if meant:
            facts = {"key": key, "where": where, "hint": f"您是不是想写“{meant}”？", "remedy": ""}
            self.at((*path, key), codes.UNKNOWN_KEY, on_key=True, **facts)
            if self.positions:
                self.positions.rename(path, key, meant)
        return meant

    def at(self, path: Path, code: Code, /, *, on_key: bool = False, **facts: object) -> None:
        """Report `code` at the value (or the key) of `path`."""
        self.at_place(self.place(path, on_key=on_key), code, **facts)
        if code.severity is Severity.ERROR:
            self._wrong.add((path, code))

    def is_elsewhere(self, name: str, group: str) -> bool:
        """Whether a scene or a person of that name is there, but in the wrong place, or their whole
        `group` is not as it should be: then it is not missed a second time."""
        if self.is_full:
            return True  # and nothing more is told anyway
        wrong = ((at[-1:], code) for at, code in self._wrong)
        return ((name,), codes.UNKNOWN_KEY) in wrong or any(at == (group,) for at, _ in self._wrong)

    def is_sound(self, path: Path, but_for: Collection[Code] = ()) -> bool:
        """Whether no error has been reported inside `path`, those of some codes not counted."""
        return not any(at[: len(path)] == path and code not in but_for for at, code in self._wrong)

    def place(self, path: Path, *, on_key: bool = False) -> Place:
        """The position of the value (or the key) of `path`."""
        return self.positions.place(path, key=on_key) if self.positions else Place()

    def at_place(self, place: Place, code: Code, /, **facts: object) -> None:
        """Report `code` at a line and column."""
        if self.is_full:
            return
        if len(self._found) == LIMIT:
            code, facts = codes.TOO_MUCH, {"what": f"毛病超过 {LIMIT} 处，后面的没有列出来"}
        worded = {name: str(fact) if name in _OURS else shown(str(fact)) for name, fact in facts.items()}
        message = (code.says + code.remedy).format(**worded)
        self._found.setdefault((place, code.id, message), Diagnostic(self.file, place, code, message))


def shown(text: str) -> str:
    """An author's text as a message repeats it: one line, no more than a glimpse."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
