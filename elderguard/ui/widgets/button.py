"""The one button of the program: large, wrapped, named, with a ring when it has the focus."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from elderguard.ui.font import font
from elderguard.ui.picture import draw_picture
from elderguard.ui.second_press import SECOND_CLICK_S
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.wrap import draw, lay_out, text_size

LEAST_SIDE = 80  # px at scale 1; choices are at least 96
CHOICE_SIDE = 96
RING = 5


@dataclass(frozen=True)
class Face:
    """How a button looks: its text, an optional number or picture before it, its tone.

    `filled` buttons carry the tone as their ground (the one to press next), others as their edge.
    `name` is the accessible name where it differs from the text.
    """

    text: str
    number: int | None = None
    icon: Path | None = None
    tone: Tone = Tone.CARD
    filled: bool = False
    role: Text = Text.BUTTON
    centred: bool = True
    name: str = ""
    least: int = LEAST_SIDE


class BigButton(QPushButton):
    """A button that wraps its text, never elides it, and takes a double click as one press."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = Face("")
        self._theme = Theme()
        self._action = ""
        self._lit = False
        self._last = float("-inf")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the ring is for the keys; a mouse leaves none behind
        self.setAutoDefault(False)
        self.clicked.connect(self._pressed)

    def show_face(self, face: Face, theme: Theme, action: str) -> None:
        """Refill the button: what it looks like and which action it stands for."""
        if action != self._action:
            self._last = float("-inf")
        self._face, self._theme, self._action = face, theme, action
        self._lit = False
        self.setFont(font(theme, face.role, bold=True))
        self.setText(face.text.replace("&", "&&"))
        self.setAccessibleName(face.name or face.text)
        self.setObjectName(f"button-{action}")
        if self.parentWidget() is not None:  # without one it only measures, and would be a window of its own
            self.show()
        self.updateGeometry()
        self.update()

    @property
    def action(self) -> str:
        """The action that a press emits."""
        return self._action

    @property
    def face(self) -> Face:
        """How it looks now."""
        return self._face

    @property
    def lit(self) -> bool:
        """Whether it is being read out."""
        return self._lit

    def set_lit(self, lit: bool) -> None:
        """Light the button up while it is being read out."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def _pressed(self) -> None:
        now = monotonic()
        again = now - self._last < SECOND_CLICK_S
        self._last = now
        if not again:
            self.acted.emit(self._action)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click is no press of its own."""
        event.accept()

    # --- measuring -----------------------------------------------------------------------------

    def _padding(self) -> int:
        return self._theme.px(20 if not self._theme.big else 14)

    def _before(self) -> int:
        """The width of the number or picture with its gap."""
        if self._face.number is None and self._face.icon is None:
            return 0
        return self._mark_side() + self._theme.px(14)

    def _mark_side(self) -> int:
        return round(self._theme.font_px(self._face.role) * (1.55 if self._face.number is not None else 1.3))

    def natural_width(self) -> int:
        """The width in px that keeps the text on one line."""
        text, _ = text_size(self._face.text, self.font(), 1 << 20)
        return max(self._theme.px(self._face.least), text + self._before() + 2 * self._padding())

    def heightForWidth(self, width: int) -> int:
        """The height in px that the wrapped text needs at this width."""
        room = max(1, width - 2 * self._padding() - self._before())
        _, text = text_size(self._face.text, self.font(), room)
        inner = max(text, self._mark_side() if self._before() else 0)
        return max(self._theme.px(self._face.least), inner + 2 * self._theme.px(10))

    def hasHeightForWidth(self) -> bool:
        """Yes: a narrower button is taller."""
        return True

    def sizeHint(self) -> QSize:
        """The size that keeps the text on one line."""
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """What is needed at the present width."""
        return QSize(self._theme.px(self._face.least), self.heightForWidth(self.width()))

    # --- painting ------------------------------------------------------------------------------

    def _colours(self) -> tuple[str, str, str]:
        """Fill, edge and ink in the present state."""
        theme, tone = self._theme, self._face.tone
        edge = theme.edge(tone)
        if self._face.filled:
            ink = {Tone.SAFE: theme.palette.safe_ink, Tone.ALERT: theme.palette.alert_ink}
            return edge, edge, ink.get(tone, theme.palette.card)
        pressed = self.isDown() or self._lit
        return (theme.fill(tone) if pressed else theme.palette.card), edge, theme.palette.ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, number or picture, text, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        fill, edge, ink = self._colours()
        inset = theme.px(RING)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = theme.px(20)
        painter.setPen(QPen(QColor(edge), theme.px(3.5)))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() or self._lit:
            ring = theme.px(RING)
            painter.setPen(QPen(QColor(theme.palette.ring), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = ring / 2
            around = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(around, radius + half, radius + half)
        self._paint_inside(painter, ink, edge)

    def _paint_inside(self, painter: QPainter, ink: str, edge: str) -> None:
        theme, face = self._theme, self._face
        padding, before = self._padding(), self._before()
        room = max(1, self.width() - 2 * padding - before)
        layout = lay_out(face.text, self.font(), room, centred=face.centred and not before)
        taken = text_size(face.text, self.font(), room)[0]
        left = padding + (max(0, room - taken) // 2 if face.centred else 0)
        side = self._mark_side()
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        if face.number is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(edge))
            painter.drawEllipse(spot)
            painter.setPen(QColor(theme.palette.card))
            painter.setFont(font(theme, face.role, bold=True))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(face.number))
        elif face.icon is not None:
            tint = ink if face.icon.name.startswith("line-") else ""  # a stroke is ink, an emoji is not
            draw_picture(painter, face.icon, spot.toRect(), tint=tint)
        text_left = padding if face.centred and not before else left + before
        draw(painter, layout, QRectF(text_left, 0, room, self.height()), ink)
