"""The learner decides: the question, two or three numbered choices, the pretend phone beside them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elderguard.scenario.model import Document
from elderguard.ui.font import font
from elderguard.ui.picture import Fit, Picture
from elderguard.ui.screen import Asked, Button, PhoneSight
from elderguard.ui.theme import Text, Tone
from elderguard.ui.views.phones import PhoneRow
from elderguard.ui.views.view import GAP, MARGIN, MORE, MORE_TEXT, View
from elderguard.ui.widgets.button import Face
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.wrap import text_size

PORTRAIT = 150
GO_ON_WIDTH = 300


class AskedView(View[Asked]):
    """Side by side where it fits; else the phone, the question and the choices take pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bubble = Surface(self)
        self._portrait = Picture(self, fit=Fit.COVER, radius=20)
        self.phones = PhoneRow(self)
        self.phones.acted.connect(self.acted)

    def said(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Light up what is being spoken; where it is not in the speech, it is on a phone."""
        here = super().said(text, start, end)
        return self.phones.said("" if here else text) or here

    def lay_out_body(self, body: Asked) -> None:
        """Choose between one page and several, and place everything."""
        margin, theme = self.theme.px(MARGIN), self.theme
        height = self.height() - 2 * margin
        phones = self.phones.wanted_width(theme, body.phones)
        if not theme.big and self.phones.needed_height(theme, body.phones, phones) <= height:
            left = margin + phones + (margin if phones else 0)
            if self._fits(body, QRect(left, margin, self.width() - left - margin, height)):
                self.pages, self.page = 1, 0
                self.phones.show_phones(theme, body.phones, QRect(margin, margin, phones, height))
                return
        whole = QRect(margin, margin, self.width() - 2 * margin, height)
        # What is decided about has a page of its own each: a paper held up, a phone with live buttons.
        on_phone = [sight for sight in body.phones if sight.presses or isinstance(sight.screen, Document)]
        first = len(on_phone)
        together = self._needed(body, whole.width()) <= height
        self.pages = first + (1 if together else 2)
        self.page = min(self.page, self.pages - 1)
        if self.page < first:
            self._show_phone_page((on_phone[self.page],), whole)
            return
        self.phones.hide()
        if together:
            self._fits(body, whole)
        elif self.page == first:
            self._show_question_page(body, whole)
        else:
            self._bubble.hide()
            self._portrait.hide()
            self.place_stack(self._faces(body), whole)

    def _faces(self, body: Asked) -> list[tuple[Face, str]]:
        return [(self.choice_face(button, at), button.action) for at, button in enumerate(body.choices, 1)]

    def _portrait_side(self, body: Asked) -> int:
        if body.person is None or self.theme.big:
            return 0
        return self.theme.px(PORTRAIT)

    def _question_height(self, body: Asked, width: int) -> int:
        """The height of the bubble with the question at that width of the whole row."""
        side = self._portrait_side(body)
        pad = self.theme.px(24 if not self.theme.big else 16)
        room = width - 2 * pad - (side + self.theme.px(GAP) if side else 0)
        used = font(self.theme, Text.QUESTION, bold=True)
        return max(text_size(body.question, used, room)[1] + 2 * pad, side)

    def _needed(self, body: Asked, width: int) -> int:
        faces = self._faces(body)
        return self._question_height(body, width) + self.theme.px(GAP) + self.stack_height(faces, width)

    def _fits(self, body: Asked, box: QRect) -> bool:
        """Place question and choices under each other in the box, if it is large enough."""
        if box.width() < self.theme.px(360) or self._needed(body, box.width()) > box.height():
            return False
        faces = self._faces(body)
        choices = self.stack_height(faces, box.width())
        gap = self.theme.px(GAP)
        spare = box.height() - self._needed(body, box.width())
        question = self._question_height(body, box.width()) + min(spare // 3, self.theme.px(60))
        self._place_question(body, QRect(box.x(), box.y(), box.width(), question))
        rest = box.height() - question - gap
        grown = min(rest, choices + len(faces) * self.theme.px(28))
        self.place_stack(faces, QRect(box.x(), box.y() + question + gap, box.width(), grown))
        return True

    def _place_question(self, body: Asked, box: QRect) -> None:
        theme = self.theme
        side = self._portrait_side(body)
        pad = theme.px(24 if not theme.big else 16)
        left = box.x()
        self._portrait.setVisible(bool(side))
        if side and body.person is not None:
            self._portrait.show_picture(body.person.portrait, words=body.person.name)
            self._portrait.setGeometry(left, box.y(), side, box.height())
            left += side + theme.px(GAP)
        width = box.right() + 1 - left
        self._bubble.show_tone(theme, Tone.CARD)
        self._bubble.setGeometry(left, box.y(), width, box.height())
        used = font(theme, Text.QUESTION, bold=True)
        height = text_size(body.question, used, width - 2 * pad)[1]
        top = box.y() + (box.height() - height) // 2
        self.place_text(
            body.question, Text.QUESTION, QRect(left + pad, top, width - 2 * pad, height), bold=True
        )

    def _show_question_page(self, body: Asked, box: QRect) -> None:
        face = self.main_face(Button(MORE, MORE_TEXT, filled=True))
        wide = max(self.theme.px(GO_ON_WIDTH), self.natural(face))
        high = self.measure(face, wide)
        self._place_question(
            body, QRect(box.x(), box.y(), box.width(), box.height() - high - self.theme.px(GAP))
        )
        self.place_button(face, MORE, QRect(box.right() + 1 - wide, box.bottom() + 1 - high, wide, high))

    def _show_phone_page(self, phones: tuple[PhoneSight, ...], box: QRect) -> None:
        self._bubble.hide()
        self._portrait.hide()
        face = self.main_face(Button(MORE, MORE_TEXT, filled=True))
        wide = max(self.theme.px(GO_ON_WIDTH), self.natural(face))
        high = self.measure(face, wide)
        room = QRect(box.x(), box.y(), box.width() - wide - self.theme.px(GAP), box.height())
        self.phones.show_phones(self.theme, phones, room)
        self.place_button(face, MORE, QRect(box.right() + 1 - wide, box.bottom() + 1 - high, wide, high))
