"""A notice that drops in at the top of the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from elderguard.ui.phone.part import Card, Figure, PhoneText
from elderguard.ui.theme import Theme


class Banner(Card):
    """A card with a small picture and a title in its first row."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme)
        self.title = PhoneText(theme, bold=True)
        picture = Figure(theme, icon, least=30, most=34)
        picture.setFixedWidth(theme.px(34))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(picture)
        row.addWidget(self.title, 1)
        self.column.addLayout(row)
