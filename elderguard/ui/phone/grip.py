"""How hands hold the phone, and the table it may lie on; drawn so that the shape alone tells who has it.

Her hand comes from below: a bare hand with a bracelet, thumb at the left, fingers at the right.
Anybody else's arm comes from the right in a dark sleeve with a cuff, the thumb over the edge.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from elderguard.scenario.model import SELF, TABLE
from elderguard.ui.theme import Theme

SKIN, SHADE, NAIL = "#F0BE96", "#C98A5E", "#FBE0D0"
HIS_SKIN, HIS_SHADE = "#E3AB80", "#B0764A"
JADE, SLEEVE, SLEEVE_FOLD, CUFF = "#6FB79A", "#2E3F5C", "#22304A", "#F4F1EA"
ELBOW = 0.64  # where his hand is, as a share of the height of the phone
WOOD, GRAIN = "#C79A63", "#A67B48"


def draw_behind(painter: QPainter, holder: str, box: QRectF, room: QRectF, theme: Theme) -> None:
    """What lies behind the phone in `box`: a hand and an arm, or the table; within `room`."""
    if holder == TABLE:
        draw_table(painter, box, room, theme)
    elif holder == SELF:
        draw_her_palm(painter, box, room.bottom(), theme)
    else:
        draw_his_arm(painter, box, room.right(), theme)


def draw_before(painter: QPainter, holder: str, box: QRectF, theme: Theme) -> None:
    """What lies before the phone: thumb and finger tips."""
    if holder == SELF:
        draw_her_fingers(painter, box, theme)
    elif holder != TABLE:
        draw_his_thumb(painter, box, theme)


def draw_her_palm(painter: QPainter, box: QRectF, foot: float, theme: Theme) -> None:
    """What of her hand is behind the phone: the heel of the hand and the wrist, down to `foot`."""
    px = theme.px
    palm = QPainterPath(QPointF(box.left() + px(26), box.bottom() - px(90)))
    palm.cubicTo(
        QPointF(box.left() - px(6), box.bottom() - px(10)),
        QPointF(box.left() + px(40), box.bottom() + px(18)),
        QPointF(box.left() + px(46), foot),
    )
    palm.lineTo(box.right() - px(46), foot)
    palm.cubicTo(
        QPointF(box.right() - px(40), box.bottom() + px(18)),
        QPointF(box.right() + px(6), box.bottom() - px(10)),
        QPointF(box.right() - px(26), box.bottom() - px(90)),
    )
    _shape(painter, palm, SKIN, SHADE, theme)
    painter.setPen(QPen(QColor(JADE), px(9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(box.left() + px(44), foot - px(5)), QPointF(box.right() - px(44), foot - px(5)))


def draw_her_fingers(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """What of her hand is before the phone: the thumb at the left, four finger tips at the right."""
    px = theme.px
    reach = min(px(230), box.height() * 0.42)
    for index in range(4):
        top = box.bottom() - reach + index * reach * 0.2
        finger = QPainterPath()
        finger.addRoundedRect(QRectF(box.right() - px(11), top, px(26), reach * 0.175), px(11), px(11))
        _shape(painter, finger, SKIN, SHADE, theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(NAIL))
        painter.drawRoundedRect(
            QRectF(box.right() - px(8), top + reach * 0.05, px(7), reach * 0.08), px(3), px(3)
        )
    thumb = QPainterPath(QPointF(box.left() - px(8), box.bottom() - px(30)))
    thumb.cubicTo(
        QPointF(box.left() - px(22), box.bottom() - reach * 0.7),
        QPointF(box.left() - px(2), box.bottom() - reach),
        QPointF(box.left() + px(7), box.bottom() - reach * 0.97),
    )
    thumb.cubicTo(
        QPointF(box.left() + px(18), box.bottom() - reach * 0.85),
        QPointF(box.left() + px(6), box.bottom() - reach * 0.5),
        QPointF(box.left() + px(16), box.bottom() - px(14)),
    )
    thumb.closeSubpath()
    _shape(painter, thumb, SKIN, SHADE, theme)


def draw_his_arm(painter: QPainter, box: QRectF, edge: float, theme: Theme) -> None:
    """What of his arm is behind the phone: back of the hand, cuff, and a sleeve that ends at `edge`."""
    px = theme.px
    middle, right = box.top() + box.height() * ELBOW, box.right()
    back = QPainterPath()
    back.addRoundedRect(QRectF(right - px(40), middle - px(56), px(56), px(112)), px(20), px(20))
    _shape(painter, back, HIS_SKIN, HIS_SHADE, theme)
    sleeve = QPainterPath(QPointF(right + px(18), middle - px(64)))
    sleeve.lineTo(edge, middle - px(54))
    sleeve.lineTo(edge, middle + px(104))
    sleeve.lineTo(right + px(18), middle + px(68))
    sleeve.closeSubpath()
    _shape(painter, sleeve, SLEEVE, SLEEVE_FOLD, theme)
    cuff = QPainterPath()
    cuff.addRoundedRect(QRectF(right + px(10), middle - px(60), px(10), px(124)), px(4), px(4))
    _shape(painter, cuff, CUFF, SLEEVE_FOLD, theme)


def draw_his_thumb(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """What of his hand is before the phone: finger tips at the left, the thumb over the right edge."""
    px = theme.px
    middle = box.top() + box.height() * ELBOW
    for index in range(4):
        tip = QPainterPath()
        top = middle - px(72) + index * px(36)
        tip.addRoundedRect(QRectF(box.left() - px(8), top, px(19), px(32)), px(9), px(9))
        _shape(painter, tip, HIS_SKIN, HIS_SHADE, theme)
    thumb = QPainterPath(QPointF(box.right() + px(8), middle + px(34)))
    thumb.cubicTo(
        QPointF(box.right() + px(14), middle - px(20)),
        QPointF(box.right() + px(4), middle - px(80)),
        QPointF(box.right() - px(8), middle - px(92)),
    )
    thumb.cubicTo(
        QPointF(box.right() - px(16), middle - px(80)),
        QPointF(box.right() - px(9), middle - px(20)),
        QPointF(box.right() - px(10), middle + px(30)),
    )
    thumb.closeSubpath()
    _shape(painter, thumb, HIS_SKIN, HIS_SHADE, theme)


def draw_table(painter: QPainter, box: QRectF, room: QRectF, theme: Theme) -> None:
    """A wooden table under the lower half of the phone."""
    px = theme.px
    top = box.top() + box.height() * 0.55
    table = QRectF(room.left() + px(2), top, room.width() - px(4), room.bottom() - top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(WOOD))
    painter.drawRoundedRect(table, px(14), px(14))
    painter.setPen(QPen(QColor(GRAIN), px(2)))
    for share in (0.2, 0.45, 0.7, 0.93):
        height = table.top() + table.height() * share
        painter.drawLine(QPointF(table.left() + px(8), height), QPointF(table.right() - px(8), height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 60))
    painter.drawRoundedRect(box.translated(0, px(5)), px(40), px(40))


def _shape(painter: QPainter, path: QPainterPath, fill: str, edge: str, theme: Theme) -> None:
    painter.setPen(QPen(QColor(edge), theme.px(2)))
    painter.setBrush(QColor(fill))
    painter.drawPath(path)
