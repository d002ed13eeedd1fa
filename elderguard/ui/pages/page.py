"""What a page is: it says its screen, and what an action of that screen leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from elderguard.ui.screen import Screen


class Page(Protocol):
    """Something that can be on show."""

    def screen(self) -> Screen:
        """What stands on the screen now."""

    def act(self, action: str) -> Move:
        """What a press leads to."""


@dataclass(frozen=True)
class Stay:
    """The page has changed by itself; show it again."""


@dataclass(frozen=True)
class Go:
    """Show another page, this one stays below it."""

    page: Page


@dataclass(frozen=True)
class Instead:
    """Show another page in the place of this one."""

    page: Page


@dataclass(frozen=True)
class Back:
    """Close this page; the one below shows again."""


@dataclass(frozen=True)
class Home:
    """Close everything down to the first page. Unless she has been `asked`, every page below is told so
    first and may ask: a story under its help is not left without a question."""

    asked: bool = False


@dataclass(frozen=True)
class Quit:
    """End the program."""


Move = Stay | Go | Instead | Back | Home | Quit
