"""A list of settings, each with its present value and the buttons that change it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elderguard.ui.flow import paginate
from elderguard.ui.font import font
from elderguard.ui.screen import Button, Row, Rows
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.views.view import GAP, MARGIN, MORE, View
from elderguard.ui.widgets.button import Face
from elderguard.ui.widgets.pool import Pool
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.wrap import text_size

NEXT_PAGE = "下一页"
FIRST_PAGE = "第一页"
LEAST_TEXT = 220


def row_button_name(row: Row, button: Button) -> str:
    """What a button of a row is called: alone, it would not say what it changes."""
    return f"{row.name}：{button.text}"


@dataclass(frozen=True)
class _Spread:
    """Which rows stand on which page. `width` is that of a row, `heights` those of all, in px; `rail`
    tells whether the button that turns pages stands beside the rows instead of under them."""

    pages: list[list[int]]
    width: int
    heights: list[int]
    rail: bool


class RowsView(View[Rows]):
    """As many settings on a page as fit; a button leads to the others and round again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Pool[Surface] = Pool(lambda: Surface(self))
        self._row = -1  # the one that was changed last, -1 for none since the page was turned

    def show_body(self, body: Rows, theme: Theme, page: int = 0) -> None:
        """Show that list from its first page on."""
        self._row = -1
        super().show_body(body, theme, page)

    def show_again(self, body: Rows, theme: Theme) -> None:
        """Show the list with other values, on the page with the row that was changed."""
        self.body, self.theme = body, theme
        self.arrange()

    def lay_out_body(self, body: Rows) -> None:
        """Place the rows of the page on show."""
        theme = self.theme
        margin, gap = theme.px(MARGIN), theme.px(GAP)
        spread = self._spread(body)
        self.pages = len(spread.pages)
        if self._row >= 0:
            self.page = next(at for at, page in enumerate(spread.pages) if self._row in page)
        self.page = min(self.page, self.pages - 1)
        y = margin
        self._cards.begin()
        for index in spread.pages[self.page]:
            box = QRect(margin, y, spread.width, spread.heights[index])
            card = self._cards.take()
            card.show_tone(theme, Tone.QUIET)
            card.setGeometry(box)
            inner = box.adjusted(self._pad(), self._pad() // 2, -self._pad(), -self._pad() // 2)
            self._place_row(body.rows[index], inner)
            y += spread.heights[index] + gap
        self._cards.end()
        if self.pages > 1:
            face = self._more_face(NEXT_PAGE if self.page < self.pages - 1 else FIRST_PAGE)
            wide = self._rail() if spread.rail else self.natural(face)
            high = self.measure(face, wide)
            corner = (self.width() - margin - wide, self.height() - margin - high)
            self.place_button(face, MORE, QRect(*corner, wide, high))

    def _spread(self, body: Rows) -> _Spread:
        """The rows over as few pages as can be: the button that turns them is under the rows, or beside
        them where that saves a page."""
        margin, gap = self.theme.px(MARGIN), self.theme.px(GAP)
        width, room = self.width() - 2 * margin, self.height() - 2 * margin
        under = self._over_pages(body, width, room, self.measure(self._more_face(NEXT_PAGE), width))
        if len(under.pages) == 1:
            return under
        beside = self._over_pages(body, width - self._rail() - gap, room, None)
        return beside if len(beside.pages) < len(under.pages) else under

    def _over_pages(self, body: Rows, width: int, room: int, more: int | None) -> _Spread:
        """Over which pages rows of that width go; `more` is the height that the button takes under them,
        None where it stands beside."""
        gap = self.theme.px(GAP)
        heights = [self._height(row, width - 2 * self._pad()) + self._pad() for row in body.rows]
        whole = sum(heights) + gap * (len(heights) - 1) <= room
        taken = 0 if whole else -gap if more is None else more
        pages = paginate(heights, room, taken, taken, gap)
        return _Spread([page for page in pages if page], width, heights, more is None)

    def _rail(self) -> int:
        """The width of the turning button beside the rows."""
        return self.natural(self._more_face(NEXT_PAGE))

    def _pad(self) -> int:
        return self.theme.px(20)

    def turn(self, by: int) -> bool:
        """Another page; from the last one round to the first."""
        self._row = -1
        if by > 0 and self.pages > 1 and self.page == self.pages - 1:
            self.page = 0
            self.arrange_anew()
            return True
        return super().turn(by)

    def _pressed(self, action: str) -> None:
        rows = self.body.rows if self.body is not None else ()
        changed = [at for at, row in enumerate(rows) if action in {button.action for button in row.buttons}]
        self._row = changed[0] if changed else -1
        super()._pressed(action)

    def _more_face(self, text: str) -> Face:
        return self.main_face(Button(MORE, text, filled=True))

    def _faces(self, row: Row) -> list[tuple[Face, str]]:
        return [
            (
                Face(
                    button.text,
                    None,
                    button.icon,
                    button.tone,
                    filled=button.filled,
                    name=row_button_name(row, button),
                ),
                button.action,
            )
            for button in row.buttons
        ]

    def _buttons_width(self, row: Row) -> int:
        return sum(self.natural(face) for face, _ in self._faces(row)) + self.theme.px(GAP) * (
            len(row.buttons) - 1
        )

    def _beside(self, row: Row, width: int) -> bool:
        """Whether the name has room beside the buttons."""
        left = width - self._buttons_width(row) - self.theme.px(MARGIN)
        return left >= self.theme.px(LEAST_TEXT) * self.theme.percent / 100

    def _text_height(self, row: Row, width: int) -> int:
        name = text_size(row.name, font(self.theme, Text.BODY, bold=True), width)[1]
        return name + text_size(row.value, font(self.theme, Text.BODY), width)[1]

    def _height(self, row: Row, width: int) -> int:
        buttons = max(self.measure(face, self.natural(face)) for face, _ in self._faces(row))
        if self._beside(row, width):
            room = width - self._buttons_width(row) - self.theme.px(MARGIN)
            return max(buttons, self._text_height(row, room))
        return buttons + self._text_height(row, width)

    def _place_row(self, row: Row, box: QRect) -> None:
        theme, faces = self.theme, self._faces(row)
        beside = self._beside(row, box.width())
        room = box.width() - self._buttons_width(row) - theme.px(MARGIN) if beside else box.width()
        name_height = text_size(row.name, font(theme, Text.BODY, bold=True), room)[1]
        text_height = self._text_height(row, room)
        y = box.y() + ((box.height() - text_height) // 2 if beside else 0)
        self.place_text(row.name, Text.BODY, QRect(box.x(), y, room, name_height), bold=True)
        value = QRect(box.x(), y + name_height, room, text_height - name_height)
        self.place_text(row.value, Text.BODY, value, ink=theme.palette.quiet)
        left = box.right() + 1 - self._buttons_width(row) if beside else box.x()
        for face, action in faces:
            wide = self.natural(face)
            high = self.measure(face, wide)
            top = box.y() + (box.height() - high) // 2 if beside else box.bottom() + 1 - high
            self.place_button(face, action, QRect(left, top, wide, high))
            left += wide + theme.px(GAP)
