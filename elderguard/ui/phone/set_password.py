"""A page that wants a new password."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elderguard.scenario.model import SetPassword
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.motion import count
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Card, Figure
from elderguard.ui.theme import Theme

LENGTH = 6


class Dots(QWidget):
    """The dots that stand for a password; rings where nothing has been typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._typed = 0
        self.setMinimumHeight(theme.px(44))

    def show_typed(self, typed: int) -> None:
        """Fill that many dots."""
        self._typed = typed
        self.update()

    def sizeHint(self) -> QSize:
        """A row of dots."""
        return QSize(self._theme.px(200), self._theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(self._theme.palette.phone_ink)
        step, radius = self.width() / (LENGTH + 1), self._theme.px(8)
        painter.setPen(ink)
        for index in range(LENGTH):
            painter.setBrush(ink if index < self._typed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(step * (index + 1), self.height() / 2), radius, radius)


class SetPasswordPage(PhonePage[SetPassword]):
    """The app's name, the row of dots, and the button."""

    def build(self) -> None:
        """Make the parts."""
        self._app = self.heading()
        self._title = self.text(bold=True, centred=True)
        self._state = self.text(centred=True)
        box = Card(self.theme, edge=self.theme.palette.edge)
        self._dots = Dots(self.theme)
        box.add(self._dots)
        self.stack(self._app, Figure(self.theme, "locked", least=48, most=84))
        self.stack(self._title, box, self._state, None, self.buttons)

    def fill(self, screen: SetPassword, words: ScreenText) -> None:
        """Put app and state in."""
        self._app.say(words.heading)
        self._title.say(words.rows[0])
        self._state.say(words.rows[1])
        self._dots.show_typed(LENGTH if screen.typed else 0)

    def animate(self, screen: SetPassword) -> None:
        """The dots appear one by one."""
        if screen.typed:
            self.run(count(self, 0, LENGTH, self.theme.motion_ms * 3, self._dots.show_typed))
