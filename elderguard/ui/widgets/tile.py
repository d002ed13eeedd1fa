"""A large card that is pressed as a whole: a picture, a title, a line or two."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elderguard.ui.font import font
from elderguard.ui.picture import draw_picture
from elderguard.ui.screen import Tile
from elderguard.ui.theme import Text, Theme
from elderguard.ui.widgets.button import RING, BigButton, Face
from elderguard.ui.wrap import draw, height_of, lay_out, text_size

PAD = 22
LEAST_PICTURE = 96
MOST_PICTURE = 200


def tile_name(tile: Tile) -> str:
    """What a tile is called: all that stands on it."""
    return "，".join((tile.button.text, *tile.lines))


class TileButton(BigButton):
    """A card as one button; standing (picture on top) or lying (picture at the left)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile: Tile | None = None

    def show_tile(self, tile: Tile, theme: Theme, number: int) -> None:
        """Refill the card. `number` is the key that presses it."""
        self._tile = tile
        button = tile.button
        face = Face(button.text, number, button.icon, button.tone, role=Text.HEADING, name=tile_name(tile))
        self.show_face(face, theme, button.action)

    def _texts(self, width: int) -> tuple[int, int, int]:
        """Heights in px of the title and of all lines at that width, and the gap between."""
        theme, tile = self._theme, self._tile
        if tile is None:
            return 0, 0, 0
        title = text_size(self._label(), font(theme, Text.HEADING, bold=True), width, centred=True)[1]
        lines = sum(text_size(line, font(theme, Text.BUTTON), width, centred=True)[1] for line in tile.lines)
        return title, lines, theme.px(12)

    def _label(self) -> str:
        return self._face.text

    def stands_in(self, width: int, height: int) -> bool:
        """Whether picture, title and lines have room under each other in a card of that size."""
        theme = self._theme
        pad = theme.px(PAD) + theme.px(RING)
        inner = width - 2 * pad
        if inner < theme.font_px(Text.HEADING) * 3:
            return False
        title, lines, gap = self._texts(inner)
        return title + lines + 3 * gap + theme.px(LEAST_PICTURE) + 2 * pad <= height

    def lies_in(self, width: int, height: int) -> bool:
        """Whether number, picture, title and lines have room beside each other in a card of that size."""
        title, lines, gap = self._texts(int(self._lying(QRectF(0, 0, width, height))[2].width()))
        return title + (lines + gap if lines else 0) + 2 * self._theme.px(RING + 6) <= height

    def _lying(self, card: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Where number, picture and texts go in a card that lies."""
        theme = self._theme
        pad = theme.px(PAD)
        number = self._number_side()
        side = max(0.0, min(theme.px(MOST_PICTURE), card.height() - 2 * theme.px(RING + 8), card.width() / 4))
        middle = card.center().y()
        left = card.x() + pad
        spot = QRectF(left, middle - number / 2, number, number)
        picture = QRectF(spot.right() + pad, middle - side / 2, side, side)
        texts = QRectF(
            picture.right() + pad, card.y(), card.right() - pad - picture.right() - pad, card.height()
        )
        return spot, picture, texts

    def _number_side(self) -> int:
        return self._theme.px(50 if not self._theme.big else 72)

    def sizeHint(self) -> QSize:
        """A card as it stands at the design size."""
        return QSize(self._theme.px(400), self._theme.px(420))

    def heightForWidth(self, width: int) -> int:
        """The least height in px that shows everything: the card lying, or standing where it is tall."""
        pad = self._theme.px(PAD) + self._theme.px(RING)
        if self.stands_in(width, self.height()):
            title, lines, gap = self._texts(width - 2 * pad)
            return title + lines + 3 * gap + self._theme.px(LEAST_PICTURE) + 2 * pad
        texts = self._lying(QRectF(0, 0, width, self.height()))[2]
        title, lines, gap = self._texts(int(texts.width()))
        return title + (lines + gap if lines else 0) + 2 * self._theme.px(RING + 6)

    def minimumSizeHint(self) -> QSize:
        """What is needed at the present size: a card smaller than this is cut off."""
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, picture, title and lines, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        ring = theme.px(RING)
        radius = theme.px(26)
        box = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        pressed = self.isDown() or self._lit
        painter.setPen(QPen(QColor(theme.edge(self._face.tone)), theme.px(4)))
        painter.setBrush(QColor(theme.fill(self._face.tone) if pressed else theme.palette.card))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() or self._lit:
            painter.setPen(QPen(QColor(theme.palette.ring), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(around, radius + ring / 2, radius + ring / 2)
        if self._tile is not None:
            if self.stands_in(self.width(), self.height()):
                self._paint_standing(painter, box)
            else:
                self._paint_lying(painter, box)
        self._paint_number(painter, box)

    def _paint_standing(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        pad = theme.px(PAD)
        inner = box.adjusted(pad, pad, -pad, -pad)
        title, lines, gap = self._texts(int(inner.width()))
        side = min(theme.px(MOST_PICTURE), inner.height() - title - lines - 3 * gap, inner.width())
        total = side + title + lines + 2 * gap
        top = inner.y() + (inner.height() - total) / 2
        self._paint_picture(painter, QRectF(inner.center().x() - side / 2, top, side, side))
        self._paint_texts(painter, inner.x(), top + side + gap, inner.width(), centred=True)

    def _paint_lying(self, painter: QPainter, box: QRectF) -> None:
        _, picture, texts = self._lying(QRectF(self.rect()))
        self._paint_picture(painter, picture)
        title, lines, gap = self._texts(int(texts.width()))
        top = texts.center().y() - (title + (lines + gap if lines else 0)) / 2
        self._paint_texts(painter, texts.x(), top, texts.width(), centred=False)

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        if self._face.icon is not None:
            draw_picture(painter, self._face.icon, box.toRect())

    def _paint_texts(
        self, painter: QPainter, left: float, top: float, width: float, *, centred: bool
    ) -> None:
        theme, tile = self._theme, self._tile
        if tile is None:
            return
        rows = [(self._label(), Text.HEADING, True, theme.palette.ink)]
        rows += [(line, Text.BUTTON, False, theme.palette.quiet) for line in tile.lines]
        for at, (text, role, bold, ink) in enumerate(rows):
            layout = lay_out(text, font(theme, role, bold=bold), int(width), centred=centred)
            height = height_of(layout)
            draw(painter, layout, QRectF(left, top, width, height), ink)
            top += height + (theme.px(12) if at == 0 else 0)

    def _paint_number(self, painter: QPainter, box: QRectF) -> None:
        theme, number = self._theme, self._face.number
        if number is None:
            return
        side = self._number_side()
        spot = QRectF(box.x() + theme.px(14), box.y() + theme.px(14), side, side)
        if not self.stands_in(self.width(), self.height()):
            spot = self._lying(QRectF(self.rect()))[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.edge(self._face.tone)))
        painter.drawEllipse(spot)
        painter.setPen(QColor(theme.palette.card))
        painter.setFont(font(theme, Text.BUTTON, bold=True))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(number))
