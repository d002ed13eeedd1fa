"""A face scan, drawn: there is no camera, and the screen says so."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elderguard.scenario.model import FaceScan
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.picture import draw_picture, portrait_file
from elderguard.ui.theme import Text, Theme


class DrawnFace(QWidget):
    """A drawn face in a dashed ring, as a scanning page shows it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumHeight(theme.px(104))
        self.setMaximumHeight(theme.px(240))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as there is room."""
        return QSize(self._theme.px(240), self._theme.px(240))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw face and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._theme.px(8)
        side = min(self.width(), self.height()) - 2 * pen
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        circle = QPainterPath()
        circle.addEllipse(box)
        painter.fillPath(circle, QColor("#E9DFC9"))
        painter.save()
        painter.setClipPath(circle)
        zoom = round(side * 1.35)
        face = QRect(0, 0, zoom, zoom)
        face.moveCenter(box.center().toPoint())
        face.translate(0, round(side * 0.17))
        draw_picture(painter, portrait_file("old-woman"), face)
        painter.restore()
        painter.setPen(
            QPen(QColor(self._theme.palette.choice), pen, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)


class FaceScanPage(PhonePage[FaceScan]):
    """The ring with the face, the move asked for, and what it is for."""

    def build(self) -> None:
        """Make the parts."""
        self._title = self.heading()
        self._move = self.text(Text.PHONE_BIG, bold=True, centred=True)
        self._app = self.text(centred=True)
        self._purpose = self.text(centred=True)
        self._drawn = self.text(centred=True)
        self.stack(self._title, DrawnFace(self.theme), self._move, self._app, self._purpose)
        self.stack(None, self._drawn, self.buttons)

    def fill(self, screen: FaceScan, words: ScreenText) -> None:
        """Put move and purpose in."""
        self._title.say(words.heading)
        self._move.say(words.big)
        for part, text in zip((self._app, self._purpose, self._drawn), words.foot, strict=True):
            part.say(text)
