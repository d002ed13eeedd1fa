"""What every pretend screen has: its words from one place, its buttons, its wallpaper, its motion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QVariantAnimation, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elderguard.scenario.screen_text import ScreenText, screen_text
from elderguard.scenario.vocabulary import Press
from elderguard.ui.phone.part import Card, Ornament, PhoneText, Room
from elderguard.ui.phone.press_row import PressRow
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
        self.buttons = PressRow(theme)
        self.buttons.pressed.connect(self.pressed)
        self.room = Room.WIDE
        self.build()
        self._set_margins()

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
        self.settle()

    def set_room(self, room: Room) -> None:
        """Let gaps, then ornaments, idle buttons and large letters give way to the words."""
        if room == self.room:
            return
        self.room = room
        for ornament in self.findChildren(Ornament):
            ornament.give_way(room)
        for card in self.findChildren(Card):
            card.give_way(room)
        for text in self.findChildren(PhoneText):
            text.give_way(room)
        self.buttons.give_way(room)
        self._set_margins()
        self.settle()

    def _set_margins(self) -> None:
        px = self.theme.px
        side, top, foot, gap = (5, 0, 2, 2) if self.room else (10, 6, 10, 6)
        self.column.setContentsMargins(px(side), px(top), px(side), px(foot + FOOT))
        self.column.setSpacing(px(gap))

    def arrange(self) -> None:
        """Put every part in its place now, from the outside in, not when the event loop comes to it."""
        self.column.activate()
        for part in self.findChildren(QWidget):
            layout = part.layout()
            if layout is not None:
                layout.activate()

    def settle(self) -> None:
        """Forget what was measured before: a layout does not tell the one around it at once."""
        for part in self.findChildren(QWidget):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
                part.updateGeometry()
        self.column.invalidate()

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
