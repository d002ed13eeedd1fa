"""The medical-insurance code page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from elderguard.scenario.model import Insurance
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Ornament
from elderguard.ui.theme import Text, Theme

CELLS = 13


class DrawnCode(Ornament):
    """Squares that look like a code and say nothing: no reader can scan them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._active = False
        self.setMinimumHeight(theme.px(130))
        self.setMaximumHeight(theme.px(220))

    def show_active(self, active: bool) -> None:
        """Draw the code, or only its place."""
        self._active = active
        self.update()

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(self._theme.px(220), self._theme.px(220))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the squares."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFFFFF" if self._active else "#C9D2DA"))
        painter.drawRoundedRect(box, side * 0.06, side * 0.06)
        painter.setBrush(QColor("#1D4E6B" if self._active else "#AEBAC4"))
        cell = side / (CELLS + 2)
        for row in range(CELLS):
            for column in range(CELLS):
                if (row * 7 + column * 5 + row * column * 3 + row * row) % 5 < 2 and self._active:
                    left, top = box.left() + (column + 1) * cell, box.top() + (row + 1) * cell
                    painter.drawRoundedRect(
                        QRectF(left, top, cell * 0.92, cell * 0.92), cell * 0.3, cell * 0.3
                    )
        middle = QRectF(0, 0, cell * 4.4, cell * 4.4)
        middle.moveCenter(box.center())
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(middle, cell, cell)
        painter.setBrush(QColor("#2E7D5B" if self._active else "#8C99A4"))
        bar = QRectF(0, 0, cell * 3, cell)
        bar.moveCenter(box.center())
        painter.drawRoundedRect(bar, cell * 0.3, cell * 0.3)
        painter.drawRoundedRect(
            QRectF(bar.center().x() - cell / 2, box.center().y() - cell * 1.5, cell, cell * 3), 2, 2
        )


class InsurancePage(PhonePage[Insurance]):
    """The code, and whether it works."""

    def build(self) -> None:
        """Make the parts."""
        self._title = self.heading()
        self._code = DrawnCode(self.theme)
        self._state = self.text(Text.PHONE_BIG, bold=True, centred=True)
        card = Card(self.theme)
        card.add(self._code, self._state)
        self.stack(self._title, None, card, None, self.buttons)

    def fill(self, screen: Insurance, words: ScreenText) -> None:
        """Say whether it works."""
        self._title.say(words.heading)
        self._code.show_active(screen.active)
        self._state.say(words.big)
