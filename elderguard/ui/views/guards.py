"""The four guards and what became of each, side by side or two by two."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elderguard.ui.flow import paginate
from elderguard.ui.font import font
from elderguard.ui.picture import Picture
from elderguard.ui.screen import Button, Guards, GuardSight
from elderguard.ui.theme import Text
from elderguard.ui.views.view import GAP, MARGIN, MORE, MORE_TEXT, View, bare
from elderguard.ui.widgets.pool import Pool
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.wrap import Mark, text_size

ICON = 110
MARK = 44
GO_ON_WIDTH = 300


class GuardsView(View[Guards]):
    """A heading and a small card for each guard; rows that do not fit take a further page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Pool[Surface] = Pool(lambda: Surface(self))
        self._pictures: Pool[Picture] = Pool(lambda: Picture(self))

    def said(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Light up what is being spoken; of a card, its name and its own result, not that of the others."""
        lit = super().said(text, start, end)
        for name, result in pairwise(self.texts.used):
            if result.objectName().startswith("result"):
                mine = bare(name.text() + result.text()) == bare(text)
                result.set_spoken([Mark(0, len(result.text()))] if mine else [])
        return lit

    def lay_out_body(self, body: Guards) -> None:
        """Place heading, the cards of the page on show, and the button."""
        self._cards.begin()
        self._pictures.begin()
        theme = self.theme
        margin, gap = theme.px(MARGIN), theme.px(GAP)
        width = self.width() - 2 * margin
        across = self._across(body, width, gap)
        card_width = (width - gap * (across - 1)) // across
        rows = [body.items[at : at + across] for at in range(0, len(body.items), across)]
        heights = [max(self._card_height(item, card_width) for item in row) for row in rows]
        heading = text_size(body.heading, font(theme, Text.HEADING, bold=True), width)[1]
        faces = self.main_face(body.go_on), self.main_face(Button(MORE, MORE_TEXT, filled=True))
        bar = max(self.measure(face, theme.px(GO_ON_WIDTH)) for face in faces)
        room = self.height() - 2 * margin
        pages = paginate([heading, *heights], room, bar, bar, gap)
        self.pages = len(pages)
        self.page = min(self.page, self.pages - 1)
        y = margin
        for index in pages[self.page]:
            if index == 0:
                self.place_text(body.heading, Text.HEADING, QRect(margin, y, width, heading), bold=True)
                y += heading + gap
                continue
            height = self._grown(heights[index - 1], room - heading - bar - 2 * gap, len(rows), len(pages))
            for at, item in enumerate(rows[index - 1]):
                self._place_card(item, QRect(margin + at * (card_width + gap), y, card_width, height))
            y += height + gap
        last = self.page == self.pages - 1
        face, action = (faces[0], body.go_on.action) if last else (faces[1], MORE)
        wide = max(theme.px(GO_ON_WIDTH), self.natural(face))
        self.place_button(face, action, QRect(margin + width - wide, self.height() - margin - bar, wide, bar))
        self._cards.end()
        self._pictures.end()

    def _grown(self, height: int, room: int, rows: int, pages: int) -> int:
        """The height of a row of cards: up to half as much again where all rows have room for it."""
        share = room // rows - self.theme.px(GAP) if rows > 1 else room
        return max(height, min(share, round(height * 1.5))) if pages == 1 else height

    def _across(self, body: Guards, width: int, gap: int) -> int:
        """Four beside each other if their names stay on one line, else two."""
        longest = max(
            text_size(item.text, font(self.theme, Text.BODY, bold=True), 1 << 20)[0] for item in body.items
        )
        need = longest + 2 * self.theme.px(20)
        return next((count for count in (4, 2) if need * count + gap * (count - 1) <= width), 1)

    def _parts(self, item: GuardSight, width: int) -> tuple[int, int, int, int]:
        theme = self.theme
        inner = width - 2 * theme.px(16)
        icon = theme.px(ICON if theme.percent < 200 else 70)
        name = text_size(item.text, font(theme, Text.BODY, bold=True), inner, centred=True)[1]
        result = text_size(item.result, font(theme, Text.BUTTON, bold=True), inner, centred=True)[1]
        return icon, name, max(result, theme.px(MARK)), inner

    def _card_height(self, item: GuardSight, width: int) -> int:
        icon, name, result, _ = self._parts(item, width)
        return icon + name + result + 2 * self.theme.px(16) + 2 * self.theme.px(8)

    def _place_card(self, item: GuardSight, box: QRect) -> None:
        theme = self.theme
        card = self._cards.take()
        card.show_tone(theme, item.tone)
        card.setGeometry(box)
        icon, name, result, inner = self._parts(item, box.width())
        total = icon + name + result + 2 * theme.px(8)
        y = box.y() + (box.height() - total) // 2
        self._picture(item.icon, QRect(box.x() + (box.width() - icon) // 2, y, icon, icon))
        y += icon + theme.px(8)
        left = box.x() + (box.width() - inner) // 2
        self.place_text(item.text, Text.BODY, QRect(left, y, inner, name), bold=True, centred=True)
        y += name + theme.px(8)
        used = font(theme, Text.BUTTON, bold=True)
        words = text_size(item.result, used, inner)
        mark = theme.px(MARK) if item.mark is not None else 0
        start = box.x() + (box.width() - words[0] - mark - theme.px(8)) // 2
        if mark:
            self._picture(item.mark, QRect(start, y + (result - mark) // 2, mark, mark))
            start += mark + theme.px(8)
        box_words = QRect(start, y + (result - words[1]) // 2, words[0] + 2, words[1])
        shown = self.place_text(item.result, Text.BUTTON, box_words, bold=True, part="result")
        shown.setAccessibleName(f"{item.text}：{item.result}")

    def _picture(self, file: Path | None, box: QRect) -> None:
        picture = self._pictures.take()
        picture.show_picture(file)
        picture.setGeometry(box)
        picture.show()
        picture.raise_()
