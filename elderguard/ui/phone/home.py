"""The phone's home screen: a few apps over a wallpaper."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from elderguard.scenario.model import Home
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Figure, PhoneText
from elderguard.ui.theme import Theme

ICONS = ("telephone", "guard-code", "framed-picture", "settings")


class AppTile(QWidget):
    """An app's picture with its name under it; it is part of the picture and opens nothing."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self.name = PhoneText(theme, centred=True)
        column.addWidget(Figure(theme, icon, least=52, most=72))
        column.addWidget(self.name)


class HomePage(PhonePage[Home]):
    """The screen when nothing is open."""

    wallpaper = True

    def build(self) -> None:
        """Make a tile for each app."""
        self._tiles = [AppTile(self.theme, icon) for icon in ICONS]
        grid = QGridLayout()
        grid.setSpacing(self.theme.px(16))
        for index, tile in enumerate(self._tiles):
            grid.addWidget(tile, index // 2, index % 2)
        self.column.addStretch(1)
        self.column.addLayout(grid)
        self.column.addStretch(2)
        self.stack(self.buttons)

    def fill(self, screen: Home, words: ScreenText) -> None:
        """Put the names under the pictures."""
        for tile, name in zip(self._tiles, words.rows, strict=True):
            tile.name.say(name)
