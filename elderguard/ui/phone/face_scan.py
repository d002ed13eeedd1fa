"""A face scan, drawn: there is no camera, and the screen says so."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen

from elderguard.scenario.model import FaceScan
from elderguard.scenario.screen_text import ScreenText
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.part import Ornament
from elderguard.ui.picture import draw_picture, portrait_file
from elderguard.ui.theme import Text, Theme

HEAD = 2.3  # how much taller than the ring the half-length portrait is, so that the face fills it
FACE_AT = 0.28  # where in the portrait the middle of the face is


class DrawnFace(Ornament):
    """A drawn face in a dashed ring, as a scanning page shows it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumHeight(theme.px(104))
        self.setMaximumHeight(theme.px(240))

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(self._theme.px(240), self._theme.px(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
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
        tall = round(side * HEAD)
        face = QRect(0, 0, tall * 4 // 5, tall)
        middle = box.center().toPoint()
        face.moveTopLeft(QPoint(middle.x() - face.width() // 2, middle.y() - round(tall * FACE_AT)))
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
        self._purpose = self.text(centred=True)
        self._drawn = self.text(centred=True)
        self.stack(self._title, DrawnFace(self.theme), self._move, self._purpose)
        self.stack(None, self._drawn, self.buttons)

    def fill(self, screen: FaceScan, words: ScreenText) -> None:
        """Put move and purpose in."""
        self._title.say(words.heading)
        self._move.say(words.big)
        for part, text in zip((self._purpose, self._drawn), words.foot, strict=True):
            part.say(text)
