"""The place of a scene with the person who speaks in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elderguard.ui.picture import Fit, draw_picture, icon_file
from elderguard.ui.screen import Person, Scenery
from elderguard.ui.theme import Theme

PORTRAIT_SHAPE = 0.8  # width of a half-length portrait over its height


class StagePicture(QWidget):
    """A picture of the place, a half-length person standing before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._scenery = Scenery("", None)
        self._person: Person | None = None

    def show_stage(self, theme: Theme, scenery: Scenery, person: Person | None) -> None:
        """Show that place and person."""
        self._theme, self._scenery, self._person = theme, scenery, person
        words = scenery.name if person is None else f"{scenery.name}，{person.name}"
        self.setAccessibleName(f"画面：{words}")
        self.setObjectName("stage")
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the place into the whole widget and the person at its foot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        edge = theme.px(3)
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        rounded = QPainterPath()
        rounded.addRoundedRect(box, theme.px(24), theme.px(24))
        painter.setClipPath(rounded)
        draw_picture(painter, self._scenery.picture, self.rect(), fit=Fit.COVER)
        if self._person is not None and self._person.portrait is not None:
            if self._person.by_phone:
                self._paint_voice(painter, self._person.portrait)
            else:
                height = round(self.height() * 0.94)
                size = QSize(round(height * PORTRAIT_SHAPE), height)
                left = (self.width() - size.width()) // 2
                draw_picture(
                    painter, self._person.portrait, QRect(QPoint(left, self.height() - height), size)
                )
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.palette.line), edge))
        painter.drawRoundedRect(box, theme.px(24), theme.px(24))

    def _paint_voice(self, painter: QPainter, portrait: Path) -> None:
        """A face in a round frame with a telephone beside it: a voice, not somebody standing here."""
        theme = self._theme
        side = round(self.height() * 0.74)
        frame = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        circle = QPainterPath()
        circle.addEllipse(frame)
        painter.save()
        painter.fillPath(circle, QColor(theme.palette.card))
        painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
        head = QSize(round(side * 1.3), round(side * 1.3 / PORTRAIT_SHAPE))
        corner = QPoint(round(frame.center().x() - head.width() / 2), round(frame.y() + side * 0.04))
        draw_picture(painter, portrait, QRect(corner, head))
        painter.restore()
        painter.setPen(QPen(QColor(theme.palette.edge), theme.px(4)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(frame)
        mark = max(theme.px(40), side // 4)
        spot = QRect(round(frame.right()) - mark // 2, round(frame.bottom()) - mark, mark, mark)
        draw_picture(painter, icon_file("telephone-receiver"), spot)
