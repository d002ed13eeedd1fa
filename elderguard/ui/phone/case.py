"""How the phone itself is drawn: her rounded one, somebody else's squarer one, and the back of both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from elderguard.ui.picture import draw_picture, icon_file
from elderguard.ui.theme import Theme

BEZEL = 9
HERS_RADIUS, OTHERS_RADIUS = 40, 16
LIGHT_HILLS = ("#FBEBC4", "#DCE9EC", "#CFE3D6")
DARK_HILLS = ("#3A3A2A", "#1F313C", "#233A3A")
STATUS = 30  # px of the screen that hold camera, signal and battery


@dataclass(frozen=True)
class Case:
    """A phone to draw: its outline in px, whether it is another's, and whether it is hers in
    another's hand."""

    box: QRectF
    other: bool
    taken: bool

    def radius(self, theme: Theme) -> float:
        """The radius of its corners in px."""
        return float(theme.px(OTHERS_RADIUS if self.other else HERS_RADIUS))

    def screen(self, theme: Theme) -> QRectF:
        """Where its screen lies, in px."""
        bezel = theme.px(BEZEL)
        return self.box.adjusted(bezel, bezel, -bezel, -bezel)


def draw_front(painter: QPainter, case: Case, theme: Theme) -> None:
    """The body and an empty screen with its camera."""
    _draw_body(painter, case, theme)
    screen = case.screen(theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.palette.phone_screen))
    radius = max(4.0, case.radius(theme) - theme.px(BEZEL))
    painter.drawRoundedRect(screen, radius, radius)
    painter.setBrush(QColor(_body(case, theme) if case.other else "#15171C"))
    middle = QPointF(screen.center().x(), screen.top() + theme.px(STATUS / 2))
    if case.other:
        notch = QRectF(0, 0, theme.px(92), theme.px(20))
        notch.moveCenter(QPointF(middle.x(), screen.top() + theme.px(8)))
        painter.drawRoundedRect(notch, theme.px(8), theme.px(8))
    else:
        painter.drawEllipse(middle, theme.px(7), theme.px(7))


def draw_status(painter: QPainter, case: Case, theme: Theme) -> None:
    """Signal and battery; no clock, since nobody speaks it."""
    screen, side = case.screen(theme), theme.px(20)
    inset, top = theme.px(20), round(screen.top()) + theme.px(6)
    lefts = {
        "line-signal": round(screen.left()) + inset,
        "line-battery": round(screen.right()) - inset - side,
    }
    for icon, left in lefts.items():
        draw_picture(painter, icon_file(icon), QRect(left, top, side, side), tint=theme.palette.phone_ink)


def draw_wallpaper(painter: QPainter, case: Case, theme: Theme) -> None:
    """Hills and a sun behind the cards of a screen."""
    screen = case.screen(theme)
    radius = max(4.0, case.radius(theme) - theme.px(BEZEL))
    shape = QPainterPath()
    shape.addRoundedRect(screen, radius, radius)
    painter.save()
    painter.setClipPath(shape)
    painter.translate(screen.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    width, height = screen.width(), screen.height()
    sun, *hills = DARK_HILLS if theme.dark else LIGHT_HILLS
    painter.setBrush(QColor(sun))
    painter.drawEllipse(QPointF(width * 0.72, height * 0.56), width * 0.12, width * 0.12)
    for colour, base, lift in zip(hills, (0.66, 0.80), (0.16, -0.12), strict=True):
        hill = QPainterPath(QPointF(0, height))
        hill.lineTo(0, height * base)
        hill.cubicTo(
            QPointF(width * 0.3, height * (base - lift)),
            QPointF(width * 0.62, height * (base + lift * 0.5)),
            QPointF(width, height * (base - 0.04)),
        )
        hill.lineTo(width, height)
        hill.closeSubpath()
        painter.setBrush(QColor(colour))
        painter.drawPath(hill)
    painter.restore()


def draw_back(painter: QPainter, case: Case, theme: Theme) -> None:
    """The phone seen from behind: a plain back with its lenses."""
    _draw_body(painter, case, theme)
    inner = case.box.adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#6E5A86" if case.other else "#3C4654"))
    radius = max(4.0, case.radius(theme) - theme.px(4))
    painter.drawRoundedRect(inner, radius, radius)
    island = QRectF(inner.left() + theme.px(18), inner.top() + theme.px(18), theme.px(84), theme.px(84))
    painter.setBrush(QColor("#55446B" if case.other else "#2B333E"))
    painter.drawRoundedRect(island, theme.px(20), theme.px(20))
    for across, down in ((0.3, 0.3), (0.3, 0.7), (0.7, 0.3)):
        spot = QPointF(island.left() + island.width() * across, island.top() + island.height() * down)
        for colour, size in (("#0E1116", 14), ("#3A4B63", 8), ("#8FA9C9", 3)):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(spot, theme.px(size), theme.px(size))
    painter.setBrush(QColor("#FFF3C4"))
    flash = QPointF(island.left() + island.width() * 0.7, island.top() + island.height() * 0.7)
    painter.drawEllipse(flash, theme.px(6), theme.px(6))


def _body(case: Case, theme: Theme) -> str:
    return theme.palette.other_phone_body if case.other else theme.palette.phone_body


def _draw_body(painter: QPainter, case: Case, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    radius = case.radius(theme)
    body = QColor(_body(case, theme))
    painter.setBrush(body)
    button = QRectF(case.box.right() - 1, case.box.top() + case.box.height() * 0.2, theme.px(4), theme.px(64))
    painter.drawRoundedRect(button, theme.px(2), theme.px(2))
    rim = QColor(theme.palette.alert) if case.taken else body.lighter(260 if not case.other else 130)
    width = theme.px(5 if case.taken else 2)
    painter.setPen(QPen(rim, width))
    half = width / 2
    painter.drawRoundedRect(case.box.adjusted(half, half, -half, -half), radius, radius)
