"""How the papers and cards themselves are drawn, without their words."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from elderguard.scenario.vocabulary import DocumentForm
from elderguard.ui.theme import Theme

CARD_FORMS = (DocumentForm.BADGE, DocumentForm.ID_CARD)
PAPER = {
    DocumentForm.LETTER: ("#FFFDF6", "#B8A98A"),
    DocumentForm.NOTICE: ("#FDF3D0", "#BFA252"),
    DocumentForm.BADGE: ("#FFFFFF", "#3B6EA8"),
    DocumentForm.ID_CARD: ("#EAF3F4", "#6E98A0"),
    DocumentForm.POSTER: ("#FFF6EC", "#C9722F"),
}
RED, RIBBON, METAL = "#C8372D", "#2A5FA5", "#8A94A3"


def draw_sheet(painter: QPainter, box: QRectF, form: DocumentForm, theme: Theme) -> None:
    """Draw a sheet or card of that form into the box."""
    px = theme.px
    fill, edge = PAPER[form]
    sheet = box.adjusted(px(6), px(6), -px(6), -px(6))
    if form is DocumentForm.BADGE:
        sheet.setTop(box.top() + px(58))
        _draw_lanyard(painter, box, sheet, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 40))
    radius = px(20 if form in CARD_FORMS else 6)
    painter.drawRoundedRect(sheet.translated(px(3), px(4)), radius, radius)
    painter.setBrush(QColor(fill))
    painter.setPen(QPen(QColor(edge), px(4)))
    painter.drawRoundedRect(sheet, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    if form is DocumentForm.LETTER:
        painter.setBrush(QColor(RED))
        painter.drawRect(QRectF(sheet.left() + px(20), sheet.top() + px(16), sheet.width() - px(40), px(4)))
    elif form is DocumentForm.NOTICE:
        _draw_pins(painter, sheet, theme)
    elif form is DocumentForm.POSTER:
        _draw_bunting(painter, sheet, theme)
    elif form is DocumentForm.ID_CARD:
        painter.setBrush(QColor("#CFE3E6"))
        for share in (0.3, 0.5, 0.7):
            painter.drawEllipse(
                QPointF(sheet.left() + sheet.width() * share, sheet.bottom() - px(30)), px(60), px(12)
            )


def _draw_lanyard(painter: QPainter, box: QRectF, sheet: QRectF, theme: Theme) -> None:
    px = theme.px
    middle = sheet.center().x()
    painter.setPen(QPen(QColor(RIBBON), px(12), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(middle - px(70), box.top()), QPointF(middle, sheet.top() - px(12)))
    painter.drawLine(QPointF(middle + px(70), box.top()), QPointF(middle, sheet.top() - px(12)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(METAL))
    painter.drawRoundedRect(QRectF(middle - px(10), sheet.top() - px(22), px(20), px(34)), px(5), px(5))


def _draw_pins(painter: QPainter, sheet: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(RED))
    for across in (sheet.left() + theme.px(18), sheet.right() - theme.px(18)):
        painter.drawEllipse(QPointF(across, sheet.top() + theme.px(16)), theme.px(7), theme.px(7))


def _draw_bunting(painter: QPainter, sheet: QRectF, theme: Theme) -> None:
    width = sheet.width() / 9
    for index in range(9):
        flag = QPainterPath(QPointF(sheet.left() + index * width, sheet.top()))
        flag.lineTo(sheet.left() + (index + 1) * width, sheet.top())
        flag.lineTo(sheet.left() + (index + 0.5) * width, sheet.top() + theme.px(22))
        flag.closeSubpath()
        painter.setBrush(QColor(("#D9573F", "#E9B44C", "#5B9A7C")[index % 3]))
        painter.drawPath(flag)


def star(middle: QPointF, radius: float) -> QPainterPath:
    """A five-pointed star standing on two points."""
    path = QPainterPath()
    for index in range(10):
        reach = radius if index % 2 == 0 else radius * 0.4
        angle = math.radians(index * 36 - 90)
        point = QPointF(middle.x() + reach * math.cos(angle), middle.y() + reach * math.sin(angle))
        if index:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path
