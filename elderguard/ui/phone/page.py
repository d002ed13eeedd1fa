"""What every pretend screen has: its words from one place, its buttons, its wallpaper, its motion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QVariantAnimation, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elderguard.scenario.screen_text import ScreenText, screen_text
from elderguard.scenario.vocabulary import Press
from elderguard.ui.phone.part import PhoneText, PressRow
from elderguard.ui.theme import Text, Theme

ScreenT = TypeVar("ScreenT")
FOOT = 14  # px at the bottom of the screen that the plate may cover


class PhonePage(QWidget, Generic[ScreenT]):
    """One kind of pretend screen. It is filled again for each screen of its kind."""

    pressed = Signal(object)
    wallpaper = False

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.motion: QVariantAnimation | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(10 + FOOT))
        self.column.setSpacing(theme.px(6))
        self.buttons = PressRow(theme)
        self.buttons.pressed.connect(self.pressed)
        self.build()

    def build(self) -> None:
        """Make the parts, once."""
        raise NotImplementedError

    def fill(self, screen: ScreenT, words: ScreenText) -> None:
        """Put the words of that screen into the parts."""
        raise NotImplementedError

    def animate(self, screen: ScreenT) -> None:
        """Let it move once, when it is new; what moves ends as `fill` left it."""

    def show_screen(self, screen: ScreenT, presses: Mapping[Press, str]) -> None:
        """Show that screen, with these live buttons and their accessible names."""
        if self.motion is not None:
            self.motion.stop()
            self.motion = None
        words = screen_text(screen)  # type: ignore[arg-type]
        self.fill(screen, words)
        self.buttons.show_presses(words.presses, presses)

    def text(self, role: Text = Text.PHONE, *, bold: bool = False, centred: bool = False) -> PhoneText:
        """A new text of this page."""
        return PhoneText(self.theme, role, bold=bold, centred=centred)

    def heading(self) -> PhoneText:
        """A new heading of this page."""
        return self.text(Text.PHONE, bold=True, centred=True)

    def stack(self, *parts: QWidget | None) -> None:
        """Put parts one under the other; None is room that may grow."""
        for part in parts:
            if part is None:
                self.column.addStretch(1)
            else:
                self.column.addWidget(part)

    def run(self, animation: QVariantAnimation) -> None:
        """Start an animation that `show_screen` may stop."""
        self.motion = animation
        animation.start()
