"""A line for the microphone: whose it is, the sentence large, the meter while it listens, the buttons."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from elderguard.ui.flow import paginate, split_to_fit
from elderguard.ui.font import font
from elderguard.ui.picture import Picture, icon_file
from elderguard.ui.screen import Button, Recorder
from elderguard.ui.theme import Text, Tone
from elderguard.ui.views.view import GAP, MARGIN, MORE, MORE_TEXT, View
from elderguard.ui.widgets.button import CHOICE_SIDE, Face
from elderguard.ui.widgets.meter import ZONES, Meter
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.wrap import Mark, limit, text_size

OPEN = "麦克风开着"
REST = "后面"  # leads to the rest of the sentence while it is being recorded
PORTRAIT_SIDE = 200
LEAST_TRACK = 100  # px; where there is less room the word has to do
TRACK = 70  # px, with its pointer
_Block = tuple[str, Text, bool]


class RecorderView(View[Recorder]):
    """What does not fit goes on further pages; meter and buttons are on the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface, self._portrait = Surface(self), Picture(self)
        self._strip, self._sign = Surface(self), Picture(self)
        self.meter = Meter(self)
        self._words: dict[str, TextBlock] = {}
        self._listening = False

    def lay_out_body(self, body: Recorder) -> None:
        """Place the card, the meter and the buttons of the page on show."""
        theme = self.theme
        if body.open and not self._listening:
            self.meter.clear(theme)
        self._listening = body.open
        margin, gap, pad = theme.px(MARGIN), theme.px(GAP), theme.px(28 if not theme.big else 20)
        width = self.width() - 2 * margin
        room = self.height() - 2 * margin
        beside = not theme.big and width >= theme.px(900)
        side = theme.px(PORTRAIT_SIDE) if beside else 0
        left = margin + pad + (side + pad if beside else 0)
        inner = width - 2 * pad - (side + pad if beside else 0)
        faces = [(self._face(button, at), button.action) for at, button in enumerate(body.buttons, 1)]
        more_face = self.main_face(Button(MORE, REST if body.open else MORE_TEXT, filled=True))
        more = self.measure(more_face, self.natural(more_face))
        tail = self._row_height(faces, width)
        if body.open:  # the sign that it listens is on every page, and so is what stops it
            tail = more = max(tail, more, self._strip_height())
        texts = room - 2 * pad - gap
        blocks = self._blocks(body, beside, inner, texts - tail, texts - more)
        heights = [self._height(block, inner) for block in blocks]
        pages = paginate(heights, texts, tail, more, gap)
        self.pages = len(pages)
        self.page = min(self.page, self.pages - 1)
        shown, last = pages[self.page], self.page == self.pages - 1
        below = tail if last else more
        card = QRect(margin, margin, width, room - below - gap)
        self._surface.setVisible(bool(shown))
        self._portrait.setVisible(beside and bool(shown))
        if shown:
            self._place_card(body, card, side, pad)
            taken = sum(heights[index] for index in shown) + gap * (len(shown) - 1)
            y = card.y() + (card.height() - taken) // 2
            for index in shown:
                text, role, bold = blocks[index]
                self.place_text(text, role, QRect(left, y, inner, heights[index]), bold=bold)
                y += heights[index] + gap
        under = (
            QRect(margin, card.bottom() + 1 + gap, width, below) if shown else card.adjusted(0, 0, 0, below)
        )
        if body.open:
            self._place_open(body, under, [*([] if last else [(more_face, MORE)]), *faces])
            return
        self._place_strip(body, None)
        if last:
            self._place_row(faces, under)
        else:
            wide = max(theme.px(300), self.natural(more_face))
            self.place_button(more_face, MORE, QRect(margin + width - wide, under.y(), wide, more))

    def show_level(self, peak: float) -> None:
        """Move the meter: the peak of the last moment in dBFS."""
        if self._listening and self.meter.show_level(peak):
            self._mark_word()

    # --- the card ----------------------------------------------------------------------------------------

    def _blocks(self, body: Recorder, beside: bool, width: int, room: int, split: int) -> list[_Block]:
        """The texts: the sentence as large as it goes into the `room` beside the buttons, else cut to fit
        on pages without them."""
        progress = body.progress if beside or body.open else f"{body.person.name}：{body.progress}"
        parts: list[_Block] = [(progress, Text.BODY, False)] if progress else []
        after: list[_Block] = [(body.about, Text.BODY, False)] if body.about else []
        if body.open and self.theme.big:
            after = []  # it stands where the meter's word will be
        for role in (Text.HUGE, Text.HEADING, Text.BODY)[1 if self.theme.big else 0 :]:
            blocks = [*parts, (body.text, role, True), *after]
            gaps = self.theme.px(GAP) * (len(blocks) - 1)
            if sum(self._height(block, width) for block in blocks) + gaps <= room:
                return blocks
        used = font(self.theme, Text.HEADING, bold=True)
        fitting = split_to_fit(body.text, lambda text: text_size(text, used, width)[1], split)
        return [*parts, *((text, Text.HEADING, True) for text in fitting), *after]

    def _height(self, block: _Block, width: int) -> int:
        text, role, bold = block
        used = font(self.theme, role, bold=bold)
        return text_size(text, used, min(width, limit(used)))[1]

    def _place_card(self, body: Recorder, card: QRect, side: int, pad: int) -> None:
        theme = self.theme
        self._surface.show_tone(theme, Tone.CARD)
        self._surface.setGeometry(card)
        if not side:
            return
        name = text_size(body.person.name, font(theme, Text.BODY, bold=True), side + pad, centred=True)[1]
        drawn = min(side, card.height() - 2 * pad - name)
        top = card.y() + (card.height() - drawn - name) // 2
        middle = card.x() + pad + side // 2
        self._portrait.show_picture(body.person.portrait or icon_file("open-book"))
        self._portrait.setGeometry(QRect(middle - drawn // 2, top, drawn, drawn))
        self._portrait.raise_()
        label = QRect(middle - (side + pad) // 2, top + drawn, side + pad, name)
        self.place_text(body.person.name, Text.BODY, label, bold=True, centred=True, part="name")

    # --- the meter ---------------------------------------------------------------------------------------

    def _word_height(self) -> int:
        return text_size(ZONES[0].value, font(self.theme, Text.BODY, bold=True), 1 << 20)[1]

    def _strip_height(self) -> int:
        """The words are under the track, large ones beside it."""
        words, track = self._word_height(), self.theme.px(TRACK)
        return 2 * self.theme.px(14) + (max(words, track) if self.theme.big else words + track)

    def _place_open(self, body: Recorder, box: QRect, faces: list[tuple[Face, str]]) -> None:
        """The sign and the meter, and beside them what can be pressed."""
        right, gap = box.right() + 1, self.theme.px(GAP)
        for face, action in reversed(faces):
            wide = self.natural(face)
            self.place_button(face, action, QRect(right - wide, box.y(), wide, box.height()))
            right -= wide + gap
        self._place_strip(body, QRect(box.x(), box.y(), right - box.x(), box.height()))

    def _place_strip(self, body: Recorder, box: QRect | None) -> None:
        """The sign that the microphone is open, and beside it the meter with its words."""
        for part in (self._strip, self._sign, self.meter):
            part.setVisible(box is not None)
        self._words.clear()
        if box is None:
            return
        theme = self.theme
        pad = theme.px(14)
        self._strip.show_tone(theme, Tone.ALERT)
        self._strip.setGeometry(box)
        used = font(theme, Text.BODY, bold=True)
        icon = 0 if theme.big else theme.px(72)
        wide, high = text_size(OPEN, used, 1 << 20)
        self._sign.setVisible(bool(icon))
        self._sign.show_picture(icon_file("microphone"))
        self._sign.setGeometry(box.x() + pad, box.y() + (box.height() - icon) // 2, icon, icon)
        sign_left = box.x() + pad + (icon + pad if icon else 0)
        sign = QRect(sign_left, box.y() + (box.height() - high) // 2, wide + 2, high)
        self.place_text(OPEN, Text.BODY, sign, bold=True, part="sign")
        self.meter.retheme(theme)
        field = QRect(
            sign.right() + 2 * pad, box.y(), box.right() - 2 * pad - sign.right() - 2 * pad, box.height()
        )
        if theme.big:
            self._place_beside(body, field)
        else:
            self._place_under(field)
        self.meter.raise_()
        self._mark_word()

    def _place_under(self, box: QRect) -> None:
        """The track, each word under its field."""
        theme = self.theme
        top = box.y() + theme.px(14)
        self.meter.setGeometry(box.x(), top, box.width(), theme.px(TRACK))
        for zone in ZONES:
            wide = self._word_width(zone.value)
            x = box.x() + round(self.meter.field(zone).center().x()) - wide // 2
            place = QRect(min(x, box.right() - wide), top + theme.px(TRACK), wide, self._word_height())
            self._words[zone.value] = self.place_text(zone.value, Text.BODY, place, centred=True, part="zone")

    def _place_beside(self, body: Recorder, box: QRect) -> None:
        """The track, and one word at its right: that of the field, at first what to do."""
        wide, high = self._word_width(ZONES[0].value), self._word_height()
        track = QRect(box.x(), 0, box.width() - wide - self.theme.px(14), self.theme.px(TRACK))
        track.moveTop(box.y() + (box.height() - track.height()) // 2)
        self.meter.setGeometry(track)
        self.meter.setVisible(track.width() >= self.theme.px(LEAST_TRACK))
        place = QRect(box.right() - wide, box.y() + (box.height() - high) // 2, wide, high)
        first = body.about.rstrip("。")
        if first or self.meter.zone is not None:
            self._words[""] = self.place_text(first, Text.BODY, place, bold=True, centred=True, part="zone")

    def _word_width(self, word: str) -> int:
        return text_size(word, font(self.theme, Text.BODY, bold=True), 1 << 20)[0] + 2

    def _mark_word(self) -> None:
        """Make the word of the field that the meter points at bold on its mark, the others plain."""
        here = self.meter.zone
        if here is None:
            return
        self.meter.setAccessibleName(f"声音{here.value}")
        QAccessible.updateAccessibility(QAccessibleEvent(self.meter, QAccessible.Event.NameChanged))
        for word, block in self._words.items():
            mine = word in ("", here.value)
            marks = [Mark(0, len(here.value))] if mine else []
            shown = word or here.value
            block.show_text(shown, self.theme, Text.BODY, bold=mine, centred=True, marks=marks)

    # --- the buttons -------------------------------------------------------------------------------------

    def _face(self, button: Button, number: int) -> Face:
        return Face(
            button.text,
            number,
            None,
            button.tone,
            filled=button.filled,
            role=Text.CHOICE,
            least=CHOICE_SIDE,
        )

    def _row_height(self, faces: list[tuple[Face, str]], width: int) -> int:
        if self._in_a_row(faces, width):
            return max(self.measure(face, self.natural(face)) for face, _ in faces)
        return self.stack_height(faces, width)

    def _in_a_row(self, faces: list[tuple[Face, str]], width: int) -> bool:
        wide = sum(self.natural(face) for face, _ in faces)
        return wide + self.theme.px(MARGIN) * (len(faces) - 1) <= width

    def _place_row(self, faces: list[tuple[Face, str]], box: QRect) -> None:
        if not self._in_a_row(faces, box.width()):
            self.place_stack(faces, box)
            return
        gap = self.theme.px(MARGIN)
        natural = [self.natural(face) for face, _ in faces]
        spare = (box.width() - sum(natural) - gap * (len(faces) - 1)) // len(faces)
        spare = min(spare, self.theme.px(160))
        left = box.x()
        for (face, action), wide in zip(faces, natural, strict=True):
            high = self.measure(face, wide)
            self.place_button(face, action, QRect(left, box.y(), wide + spare, high))
            left += wide + spare + gap
