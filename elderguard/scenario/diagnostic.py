"""What a finding about a script is: where, how bad, which code, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad a finding is. An error keeps the script from being played."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def chinese(self) -> str:
        """The word an author reads."""
        return "错误" if self is Severity.ERROR else "警告"


@dataclass(frozen=True)
class Code:
    """One kind of finding: its stable id, its name, what is said (with places for the facts of the
    single finding) and what to do about it."""

    id: str
    name: str
    says: str
    remedy: str

    @property
    def severity(self) -> Severity:
        """E… is an error, W… a warning."""
        return Severity.ERROR if self.id.startswith("E") else Severity.WARNING


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file: line and column, both counted from 1, the column in characters."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Diagnostic:
    """One finding: a code at a place of a file, worded for the author."""

    file: str
    place: Place
    code: Code
    message: str

    @property
    def is_error(self) -> bool:
        """Whether it keeps the script from being played."""
        return self.code.severity is Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.file}:{self.place.line}:{self.place.column}"
        return f"{where}: {self.code.severity.chinese} {self.code.id} {self.message}"

    def as_json(self) -> dict[str, str | int]:
        """The same as plain data, for `check --json`."""
        return {
            "file": self.file,
            "line": self.place.line,
            "column": self.place.column,
            "severity": self.code.severity.value,
            "code": self.code.id,
            "name": self.code.name,
            "message": self.message,
        }
