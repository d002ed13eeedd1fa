"""Shows screens in a real window, at any size, text size and theme, and turns all their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from time import monotonic

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from elderguard import paths
from elderguard.ui.font import use_fonts
from elderguard.ui.screen import Screen
from elderguard.ui.theme import Theme
from elderguard.ui.views.told import PHONE_ACTION, ToldView
from elderguard.ui.window import Window
from tests.ui.gate.page import Page


@dataclass(frozen=True)
class Setting:
    """How the window is looked at: its size in px, the text size in per cent, dark or not."""

    width: int = 1366
    height: int = 768
    percent: int = 100
    dark: bool = False

    def __str__(self) -> str:
        return f"{self.width}x{self.height} {self.percent}% {'dark' if self.dark else 'light'}"


@cache
def fonts() -> None:
    """Load our fonts, once a process."""
    assert not use_fonts(paths.assets_folder() / "fonts")


def open_window(setting: Setting, clock: Callable[[], float] = monotonic) -> Window:
    """A window of that size, shown."""
    fonts()
    theme = Theme(dark=setting.dark, percent=setting.percent, motion_ms=0)
    window = Window(theme, clock)
    window.setMinimumSize(QSize(1, 1))
    window.resize(setting.width, setting.height)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    window.set_theme(theme)
    return window


def pages_of(window: Window, screen: Screen) -> Iterator[Page]:
    """Show the screen and turn its pages; also the page that the plate "who has the phone" opens."""
    window.show_screen(screen)
    view = window.whole.view
    assert view is not None
    while True:
        yield _page(window)
        opener = [button for button in view.buttons.used if button.action == PHONE_ACTION]
        if isinstance(view, ToldView) and opener and view.page + 1 == view.pages:
            opener[0].acted.emit(PHONE_ACTION)
            while view.opened is not None:
                yield _page(window)
                view.turn(1)
        if view.page + 1 >= view.pages or not view.turn(1):
            return


def _page(window: Window) -> Page:
    QApplication.processEvents()
    return Page(window, window.theme.scale, window.theme.percent)
