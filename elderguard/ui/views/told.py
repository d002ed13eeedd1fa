"""Somebody speaks on the stage, the pretend phone beside it; with large text both take pages in turn."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elderguard.ui.flow import split_to_fit
from elderguard.ui.font import font
from elderguard.ui.picture import Fit, Picture
from elderguard.ui.screen import Button, Told
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.views.phones import PhoneRow, hold_plate
from elderguard.ui.views.view import GAP, MARGIN, MORE, MORE_TEXT, View
from elderguard.ui.widgets.button import Face
from elderguard.ui.widgets.stage import StagePicture
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.wrap import text_size

LEAST_STAGE = 190
GO_ON_WIDTH = 200
PORTRAIT = 200
PHONE_ACTION = "see-phone"


class ToldView(View[Told]):
    """Stage and speech on the right, phone on the left; from 150 % text on, one after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = StagePicture(self)
        self._bubble = Surface(self)
        self._portrait = Picture(self, fit=Fit.COVER, radius=20)
        self.phones = PhoneRow(self)
        self.phones.acted.connect(self.acted)
        self._phone_opened = False

    def lay_out_body(self, body: Told) -> None:
        """Choose between side by side and page by page, and place everything."""
        if not self._side_by_side(body):
            self._page_by_page(body)

    # --- side by side ------------------------------------------------------------------------------

    def _side_by_side(self, body: Told) -> bool:
        theme = self.theme
        if theme.big:
            return False
        margin, gap, pad = theme.px(MARGIN), theme.px(GAP), theme.px(26)
        height = self.height() - 2 * margin
        phones = self.phones.wanted_width(theme, body.phones)
        left = margin + phones + (theme.px(MARGIN) if phones else 0)
        width = self.width() - left - margin
        face = self.main_face(body.go_on)
        go_on = max(theme.px(GO_ON_WIDTH), self.natural(face))
        speech_width = width - go_on - gap - 2 * pad
        name = body.person.name if body.person else ""
        name_height = self._height(name, Text.BUTTON, speech_width, bold=True) if name else 0
        text_height = self._height(body.text, Text.SPEECH, speech_width)
        bubble = max(text_height + name_height + 2 * pad - theme.px(8), theme.px(130))
        if (
            speech_width < theme.px(320)
            or bubble + gap + theme.px(LEAST_STAGE) > height
            or self.phones.needed_height(theme, body.phones, phones) > height
        ):
            return False
        self.pages, self.page = 1, 0
        self._portrait.hide()
        self.phones.show_phones(theme, body.phones, QRect(margin, margin, phones, height))
        stage_height = height - bubble - gap
        self._stage.show_stage(theme, body.scenery, body.person)
        self._stage.setGeometry(left, margin, width, stage_height)
        top = margin + stage_height + gap
        self._bubble.show_tone(theme, Tone.CARD)
        self._bubble.setGeometry(left, top, width - go_on - gap, bubble)
        y = top + (bubble - text_height - name_height) // 2
        if name:
            self.place_text(
                name,
                Text.BUTTON,
                QRect(left + pad, y, speech_width, name_height),
                bold=True,
                ink=theme.palette.quiet,
            )
            y += name_height
        self.place_text(
            body.text, Text.SPEECH, QRect(left + pad, y, speech_width, text_height), quote=body.quote
        )
        self.place_button(face, body.go_on.action, QRect(left + width - go_on, top, go_on, bubble))
        return True

    # --- page by page ------------------------------------------------------------------------------

    def _page_by_page(self, body: Told) -> None:
        theme = self.theme
        self._stage.hide()
        margin, gap, pad = theme.px(MARGIN), theme.px(GAP), theme.px(22)
        face = self.main_face(Button(MORE, MORE_TEXT, filled=True))
        last_face = self.main_face(body.go_on)
        bar = max(self.measure(face, 1 << 14), self.measure(last_face, 1 << 14))
        room = self.height() - 2 * margin - gap - bar
        side = theme.px(PORTRAIT) if self.width() >= theme.px(1200) else theme.px(150)
        column = side + theme.px(MARGIN) if body.person else 0
        width = self.width() - 2 * margin - column
        used = font(theme, Text.SPEECH)
        parts = split_to_fit(
            body.text, lambda text: text_size(text, used, width - 2 * pad)[1], room - 2 * pad
        )
        first_phone = 1 if body.phone_first and body.phones else 0
        self.pages = len(parts) + first_phone
        self.page = min(self.page, self.pages - 1)
        on_phone = self._phone_opened or self.page < first_phone
        self._bubble.setVisible(not on_phone)
        self._portrait.setVisible(not on_phone and body.person is not None)
        if on_phone:
            beside = max(self.natural(face), self.natural(last_face), theme.px(GO_ON_WIDTH)) + gap
            whole = QRect(margin, margin, self.width() - 2 * margin - beside, self.height() - 2 * margin)
            self.phones.show_phones(theme, body.phones, whole)
        else:
            self.phones.hide()
            if body.person:
                self._portrait.show_picture(body.person.portrait)
                name_height = self._height(body.person.name, Text.CAPTION, side, bold=True, centred=True)
                high = max(0, min(room - name_height, round(side * 1.25)))
                self._portrait.setGeometry(margin, margin, side, high)
                box = QRect(margin, margin + high, side, name_height)
                self.place_text(
                    body.person.name, Text.CAPTION, box, bold=True, centred=True, ink=theme.palette.quiet
                )
            left = margin + column
            self._bubble.show_tone(theme, Tone.CARD)
            self._bubble.setGeometry(left, margin, width, room)
            text = parts[self.page - first_phone]
            text_height = self._height(text, Text.SPEECH, width - 2 * pad)
            y = margin + (room - text_height) // 2
            box = QRect(left + pad, y, width - 2 * pad, text_height)
            self.place_text(text, Text.SPEECH, box, quote=body.quote)
        self._place_bar(body, on_phone, face, last_face, bar)

    def _place_bar(self, body: Told, on_phone: bool, face: Face, last_face: Face, height: int) -> None:
        margin = self.theme.px(MARGIN)
        top = self.height() - margin - height
        last = self.page == self.pages - 1 and not self._phone_opened
        shown, action = (last_face, body.go_on.action) if last else (face, MORE)
        wide = max(self.theme.px(GO_ON_WIDTH), self.natural(shown))
        self.place_button(shown, action, QRect(self.width() - margin - wide, top, wide, height))
        if body.phones and not on_phone:
            plate = self.main_face(Button(PHONE_ACTION, hold_plate(body.phones[0]), filled=False))
            room = self.width() - 2 * margin - wide - self.theme.px(GAP)
            if self.natural(plate) > room:
                plate = self.main_face(Button(PHONE_ACTION, "看手机", filled=False))
            self.place_button(plate, PHONE_ACTION, QRect(margin, top, min(room, self.natural(plate)), height))

    def show_body(self, body: Told, theme: Theme, page: int = 0) -> None:
        """Show that body; the phone is closed again."""
        self._phone_opened = False
        super().show_body(body, theme, page)

    def turn(self, by: int) -> bool:
        """Close the opened phone first."""
        if self._phone_opened:
            self._phone_opened = False
            self.arrange()
            self.paged.emit()
            return True
        return super().turn(by)

    def _pressed(self, action: str) -> None:
        if action == PHONE_ACTION:
            self._phone_opened = True
            self.arrange()
            self.paged.emit()
            return
        super()._pressed(action)

    def _height(self, text: str, role: Text, width: int, *, bold: bool = False, centred: bool = False) -> int:
        return text_size(text, font(self.theme, role, bold=bold), width, centred=centred)[1]
