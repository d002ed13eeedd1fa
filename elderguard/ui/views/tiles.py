"""Large cards side by side under a sentence that matters: home, and the list of stories."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elderguard.ui.font import font
from elderguard.ui.screen import Button, Tile, Tiles
from elderguard.ui.theme import Text
from elderguard.ui.views.view import GAP, MARGIN, MORE, MORE_TEXT, View
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.widgets.tile import TileButton
from elderguard.ui.wrap import text_size


class TilesView(View[Tiles]):
    """The banner on top, the cards sharing the rest; in a column where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Surface(self)
        self._tiles: list[TileButton] = []

    @property
    def tiles(self) -> list[TileButton]:
        """The cards on show."""
        return [tile for tile in self._tiles if not tile.isHidden()]

    def lay_out_body(self, body: Tiles) -> None:
        """Banner and cards together where they fit, else the banner on a page of its own."""
        theme = self.theme
        margin, pad = theme.px(MARGIN), theme.px(18)
        box = QRect(margin, margin, self.width() - 2 * margin, self.height() - 2 * margin)
        used = font(theme, Text.BODY, bold=True)
        text = text_size(body.banner or "", used, box.width() - 2 * pad, centred=True)[1]
        banner = text + 2 * pad if body.banner else 0
        below = box.adjusted(0, banner + margin if banner else 0, 0, 0)
        together = self._stand(body.tiles, below) or self._lie(body.tiles, below)
        self.pages = 1 if together else 2
        self.page = min(self.page, self.pages - 1)
        on_banner = not together and self.page == 0
        self._banner.setVisible(bool(banner) and (together or on_banner))
        if on_banner:
            self._place_banner_page(body, box)
            return
        if together and body.banner:
            self._banner.show_tone(theme, body.tone)
            self._banner.setGeometry(box.x(), box.y(), box.width(), banner)
            inner = QRect(box.x() + pad, box.y() + pad, box.width() - 2 * pad, text)
            self.place_text(body.banner, Text.BODY, inner, bold=True, centred=True)
        self._place_tiles(body.tiles, below if together else box)

    def _place_banner_page(self, body: Tiles, box: QRect) -> None:
        for tile in self._tiles:
            tile.hide()
        theme = self.theme
        face = self.main_face(Button(MORE, MORE_TEXT, filled=True))
        wide = max(theme.px(300), self.natural(face))
        high = self.measure(face, wide)
        pad = theme.px(24)
        room = box.adjusted(0, 0, 0, -high - theme.px(GAP))
        self._banner.show_tone(theme, body.tone)
        self._banner.setGeometry(room)
        used = font(theme, Text.BODY, bold=True)
        text = text_size(body.banner or "", used, room.width() - 2 * pad, centred=True)[1]
        middle = room.y() + (room.height() - text) // 2
        inner = QRect(room.x() + pad, middle, room.width() - 2 * pad, text)
        self.place_text(body.banner or "", Text.BODY, inner, bold=True, centred=True)
        self.place_button(face, MORE, QRect(box.right() + 1 - wide, box.bottom() + 1 - high, wide, high))

    def _gap(self) -> int:
        return self.theme.px(GAP if self.theme.big else MARGIN)

    def _across(self, count: int, box: QRect) -> int:
        return (box.width() - self._gap() * (count - 1)) // max(1, count)

    def _down(self, count: int, box: QRect) -> int:
        return (box.height() - self._gap() * (count - 1)) // max(1, count)

    def _stand(self, tiles: tuple[Tile, ...], box: QRect) -> bool:
        """Whether all cards can stand side by side in the box."""
        self._fill(tiles)
        across = self._across(len(tiles), box)
        return all(self._tiles[at].stands_in(across, box.height()) for at in range(len(tiles)))

    def _lie(self, tiles: tuple[Tile, ...], box: QRect) -> bool:
        """Whether all cards can lie under each other in the box."""
        down = self._down(len(tiles), box)
        return all(self._tiles[at].lies_in(box.width(), down) for at in range(len(tiles)))

    def _fill(self, tiles: tuple[Tile, ...]) -> None:
        while len(self._tiles) < len(tiles):
            made = TileButton(self)
            made.acted.connect(self._pressed)
            self._tiles.append(made)
        for at, tile in enumerate(tiles):
            self._tiles[at].show_tile(tile, self.theme, at + 1)
        for spare in self._tiles[len(tiles) :]:
            spare.hide()

    def _place_tiles(self, tiles: tuple[Tile, ...], box: QRect) -> None:
        count, gap = len(tiles), self._gap()
        standing = self._stand(tiles, box)
        across, down = self._across(count, box), self._down(count, box)
        for at in range(count):
            if standing:
                place = QRect(box.x() + at * (across + gap), box.y(), across, box.height())
            else:
                place = QRect(box.x(), box.y() + at * (down + gap), box.width(), down)
            self._tiles[at].setGeometry(place)
            self._tiles[at].show()

    def said(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Light up the card being read out."""
        lit = super().said(text, start, end)
        for tile in self.tiles:
            tile.set_lit(bool(text) and tile.face.text in text)
            lit = lit or tile.lit
        return lit
