"""The whole program in a test: started, pressed by keys, ended as a kill would end it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from elderguard.app import Program
from elderguard.ui.pages.story import StoryPage
from elderguard.ui.screen import Asked, Screen

STORY = "home-visit"
OTHER = "village-meeting"
Start = Callable[[], Program]


def stop(running: list[Program]) -> None:
    """End it as a kill would: nothing is asked, nothing is saved any more."""
    for program in running:
        program.store.close()
        program.window.close()
        program.window.deleteLater()
    running.clear()


def shown(program: Program) -> Screen:
    assert program.window.shown is not None
    return program.window.shown


def key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window, which)


def on_to(program: Program, *kinds: str) -> None:
    """Press Enter, and 1 where something is asked, until a screen of one of these kinds is on show."""
    for _ in range(300):
        if shown(program).kind in kinds:
            return
        key(program, Qt.Key.Key_1 if isinstance(shown(program).body, Asked) else Qt.Key.Key_Return)
    raise AssertionError(f"never came to {kinds}")


def story(program: Program, at: int = -1) -> StoryPage:
    page = program.navigator.stack[at]
    assert isinstance(page, StoryPage)
    return page
