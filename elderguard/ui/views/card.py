"""A card: one idea with its picture, its sentences and what can be pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from elderguard.ui.flow import paginate, split_to_fit
from elderguard.ui.font import font
from elderguard.ui.picture import Picture
from elderguard.ui.screen import Button, Card
from elderguard.ui.theme import Text
from elderguard.ui.views.view import GAP, MARGIN, MORE, MORE_TEXT, View
from elderguard.ui.widgets.button import Face
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.wrap import limit, text_size

PICTURE_SIDE = 240
WIDEST = 1180
GO_ON_WIDTH = 300
LEAST_PAD = 14


@dataclass(frozen=True)
class _Block:
    """A text in a role, as it will stand on a page."""

    text: str
    role: Text
    bold: bool
    quote: str | None = None


@dataclass(frozen=True)
class _Spread:
    """How a card is spread over pages: the blocks on each, and the px that everything takes. `pad` is
    the air around the texts, `side` that of the picture (0: none), `tail` the height of the buttons,
    `go_on` that of the one that turns the page."""

    pages: list[list[int]]
    blocks: list[_Block]
    heights: list[int]
    pad: int
    left: int
    width: int
    room: int
    side: int
    text_left: int
    text_width: int
    tail: int
    go_on: int


def _height_in(used: QFont, width: int) -> Callable[[str], int]:
    return lambda text: text_size(text, used, width)[1]


class CardView(View[Card]):
    """Shows a card; what does not fit goes on further pages, the buttons on the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = Surface(self)
        self._picture = Picture(self)

    def lay_out_body(self, body: Card) -> None:
        """Place picture, texts and buttons of the page on show."""
        theme, gap = self.theme, self.theme.px(GAP)
        spread = self._spread(body)
        self.pages = len(spread.pages)
        self.page = min(self.page, self.pages - 1)
        pad, left, width, room = spread.pad, spread.left, spread.width, spread.room
        shown = spread.pages[self.page]
        last = self.page == self.pages - 1
        picture = spread.side > 0 and bool(shown)

        below = spread.tail if last else spread.go_on
        card_height = room - below - gap if shown else 0
        taken = sum(spread.heights[index] for index in shown) + gap * max(0, len(shown) - 1)
        needed = max(taken, spread.side) + 2 * pad
        if shown:
            card_height = min(card_height, max(needed, min(card_height, theme.px(420))))
        spare = room - card_height - (gap if shown else 0) - below
        top = theme.px(MARGIN) + max(0, spare // 2 if not body.numbered else 0)
        self._surface.setVisible(bool(shown))
        self._picture.setVisible(picture)
        if shown:
            self._surface.show_tone(theme, body.tone)
            self._surface.setGeometry(left, top, width, card_height)
        if picture:
            side = min(spread.side, card_height - pad)
            self._picture.show_picture(body.picture)
            corner = (left + pad + (spread.side - side) // 2, top + (card_height - side) // 2)
            self._picture.setGeometry(*corner, side, side)
            self._picture.raise_()
        y = top + (card_height - taken) // 2
        for index in shown:
            block = spread.blocks[index]
            box = QRect(spread.text_left, y, spread.text_width, spread.heights[index])
            self.place_text(block.text, block.role, box, bold=block.bold, quote=block.quote)
            y += spread.heights[index] + gap
        bottom = top + card_height + (gap if shown else 0)
        if last:
            box = QRect(left, bottom, width, spread.tail + max(0, spare))
            self._place_buttons(self._faces(body), box, body)
        else:
            face = self.main_face(Button(MORE, MORE_TEXT, filled=True))
            wide = max(theme.px(GO_ON_WIDTH), self.natural(face))
            self.place_button(face, MORE, QRect(left + width - wide, bottom, wide, spread.go_on))

    def _spread(self, body: Card) -> _Spread:
        """Over which pages the card goes; with less air around the texts where that saves a page."""
        airy = self._spread_within(body, self.theme.px(32 if not self.theme.big else 22))
        if len(airy.pages) == 1:
            return airy
        tight = self._spread_within(body, self.theme.px(LEAST_PAD))
        return tight if len(tight.pages) < len(airy.pages) else airy

    def _spread_within(self, body: Card, pad: int) -> _Spread:
        theme = self.theme
        margin, gap = theme.px(MARGIN), theme.px(GAP)
        width = min(self.width() - 2 * margin, theme.px(WIDEST))
        left = (self.width() - width) // 2
        room = self.height() - 2 * margin
        beside = body.picture is not None and not theme.big and width >= theme.px(900)
        side = theme.px(PICTURE_SIDE) if beside else 0
        before = side + pad if beside else 0
        text_width = width - 2 * pad - before
        faces = self._faces(body)
        tail = self._buttons_height(faces, width, body) if faces else 0
        go_on = self.measure(self.main_face(Button(MORE, MORE_TEXT, filled=True)), theme.px(GO_ON_WIDTH))
        text_room = room - 2 * pad - gap
        blocks = self._blocks(body, text_width, text_room - go_on)
        heights = [self._height(block, text_width) for block in blocks]
        pages = paginate(heights, text_room, tail, go_on, gap)
        return _Spread(
            pages, blocks, heights, pad, left, width, room, side, left + pad + before, text_width, tail, go_on
        )

    def _faces(self, body: Card) -> list[tuple[Face, str]]:
        if body.numbered:
            return [
                (self.choice_face(button, at), button.action) for at, button in enumerate(body.buttons, 1)
            ]
        return [(self.main_face(button), button.action) for button in body.buttons]

    def _across(self, faces: list[tuple[Face, str]], width: int, body: Card) -> list[int]:
        """The widths of the buttons side by side; none where they stand under each other."""
        widths = [max(self.theme.px(GO_ON_WIDTH), self.natural(face)) for face, _ in faces]
        fit = sum(widths) + self.theme.px(GAP) * (len(widths) - 1) <= width
        return widths if fit and not body.numbered else []

    def _buttons_height(self, faces: list[tuple[Face, str]], width: int, body: Card) -> int:
        widths = self._across(faces, width, body)
        if not widths:
            return self.stack_height(faces, width)
        return max(self.measure(face, wide) for (face, _), wide in zip(faces, widths, strict=True))

    def _place_buttons(self, faces: list[tuple[Face, str]], box: QRect, body: Card) -> None:
        widths = self._across(faces, box.width(), body)
        if not widths:
            self.place_stack(faces, box)
            return
        right = box.right() + 1
        for (face, action), wide in zip(reversed(faces), reversed(widths), strict=True):
            self.place_button(face, action, QRect(right - wide, box.y(), wide, self.measure(face, wide)))
            right -= wide + self.theme.px(GAP)

    def _blocks(self, body: Card, width: int, room: int) -> list[_Block]:
        blocks = [_Block(body.heading, Text.HEADING, True)] if body.heading else []
        for paragraph in body.paragraphs:
            role = Text.HUGE if paragraph.large else Text.BODY
            used = font(self.theme, role, bold=paragraph.large)
            parts = split_to_fit(paragraph.text, _height_in(used, width), room)
            blocks += [_Block(part, role, paragraph.large, paragraph.quote) for part in parts]
        return blocks

    def _height(self, block: _Block, width: int) -> int:
        used = font(self.theme, block.role, bold=block.bold)
        return text_size(block.text, used, min(width, limit(used)))[1]
