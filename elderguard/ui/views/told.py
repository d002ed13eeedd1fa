"""Somebody speaks on the stage, the pretend phone beside it; with large text both take pages in turn."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elderguard.scenario.model import Document
from elderguard.ui.flow import split_to_fit
from elderguard.ui.font import font
from elderguard.ui.phone.part import Room
from elderguard.ui.picture import Fit, Picture
from elderguard.ui.screen import Button, PhoneSight, Told
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.views.phones import PhoneRow, hold_plate
from elderguard.ui.views.view import GAP, MARGIN, MORE, MORE_TEXT, View
from elderguard.ui.widgets.button import Face
from elderguard.ui.widgets.stage import StagePicture
from elderguard.ui.widgets.surface import Surface
from elderguard.ui.wrap import text_size

LEAST_STAGE = 190
GO_ON_WIDTH = 200
ROOMY = 720  # px of speech and button together
PORTRAIT = 200
PHONE_ACTION = "see-phone"
PHONE_SHARES = (0.36, 0.44, 0.52, 0.6)  # of the window's width, for a phone beside its sentence


class ToldView(View[Told]):
    """Stage and speech on the right, phone on the left; from 150 % text on, one after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = StagePicture(self)
        self._bubble = Surface(self)
        self._portrait = Picture(self, fit=Fit.COVER, radius=20)
        self.phones = PhoneRow(self)
        self.phones.acted.connect(self.acted)
        self._opened: int | None = None
        self._phone_pages: list[tuple[PhoneSight, ...]] = []

    def said(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Light up what is being spoken; where it is not in the speech, it is on a phone."""
        here = super().said(text, start, end)
        return self.phones.said("" if here else text) or here

    def lay_out_body(self, body: Told) -> None:
        """Choose between side by side and page by page, and place everything."""
        if self._side_by_side(body) or self._phone_beside(body):
            return
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
        roomy = width >= theme.px(ROOMY)
        go_on = max(theme.px(GO_ON_WIDTH) if roomy else 0, self.natural(face))
        speech_width = width - go_on - gap - 2 * pad
        name = _name(body)
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
        self._place_speech(body, body.text, QRect(left, top, width - go_on - gap, bubble), pad)
        self.place_button(face, body.go_on.action, QRect(left + width - go_on, top, go_on, bubble))
        return True

    def _place_speech(self, body: Told, text: str, box: QRect, pad: int) -> None:
        """A bubble with who speaks and what is said, in the middle of its height."""
        theme, name = self.theme, _name(body)
        self._bubble.show_tone(theme, Tone.CARD)
        self._bubble.setGeometry(box)
        width = box.width() - 2 * pad
        name_height = self._height(name, Text.BUTTON, width, bold=True) if name else 0
        text_height = self._height(text, Text.SPEECH, width)
        y = box.y() + (box.height() - text_height - name_height) // 2
        if name:
            spot = QRect(box.x() + pad, y, width, name_height)
            shown = self.place_text(name, Text.BUTTON, spot, bold=True, ink=theme.palette.quiet, part="name")
            shown.setAccessibleName(f"{name}说")
        spot = QRect(box.x() + pad, y + name_height, width, text_height)
        self.place_text(text, Text.SPEECH, spot, quote=body.quote)

    # --- large text: a phone with its sentence beside it -----------------------------------------------

    def _phone_beside(self, body: Told) -> bool:
        """A phone at full height and what is said of it, on one page; False where that is too narrow."""
        if not body.phone_first or len(body.phones) != 1 or self._opened is not None:
            return False
        theme = self.theme
        margin, gap, pad = theme.px(MARGIN), theme.px(GAP), theme.px(22)
        height = self.height() - 2 * margin
        face = self.main_face(body.go_on)
        phone = self._phone_width(body, height, pad)
        if not phone:
            return False
        left = margin + phone + margin
        width = self.width() - left - margin
        bar = self.measure(face, width)
        bubble = self._height(body.text, Text.SPEECH, width - 2 * pad) + 2 * pad
        room = height - bar - gap
        self.pages, self.page = 1, 0
        self._portrait.hide()
        self.phones.show_phones(theme, body.phones, QRect(margin, margin, phone, height))
        stage = room - bubble - gap
        self._stage.setVisible(stage >= theme.px(LEAST_STAGE))
        if stage >= theme.px(LEAST_STAGE):
            self._stage.show_stage(theme, body.scenery, body.person)
            self._stage.setGeometry(left, margin, width, stage)
            self._place_speech(body, body.text, QRect(left, margin + stage + gap, width, bubble), pad)
        else:
            self._place_speech(body, body.text, QRect(left, margin, width, room), pad)
        self.place_button(face, body.go_on.action, QRect(left, margin + height - bar, width, bar))
        return True

    def _phone_width(self, body: Told, height: int, pad: int) -> int:
        """The width for the phone beside its sentence: the least at which its buttons are in sight too,
        else the least at which all words are; 0 where there is none."""
        theme = self.theme
        face = self.main_face(body.go_on)
        wide_enough = []
        for share in PHONE_SHARES:
            phone = round(self.width() * share)
            width = self.width() - phone - 3 * theme.px(MARGIN)
            bubble = self._height(body.text, Text.SPEECH, width - 2 * pad) + 2 * pad
            legible = self.natural(face) <= width and width - 2 * pad >= theme.font_px(Text.SPEECH) * 6
            if legible and bubble + self.measure(face, width) + theme.px(GAP) <= height:
                wide_enough.append(phone)
        paper = isinstance(body.phones[0].screen, Document)
        for room in Room if paper else (Room.CLOSE, Room.BARE):
            for phone in wide_enough:
                if self.phones.needed_height(theme, body.phones, phone, room) <= height:
                    return phone
        return 0

    # --- large text: page by page ------------------------------------------------------------------

    def _page_by_page(self, body: Told) -> None:
        theme = self.theme
        margin, gap, pad = theme.px(MARGIN), theme.px(GAP), theme.px(22)
        face = self.main_face(Button(MORE, MORE_TEXT, filled=True))
        last_face = self.main_face(body.go_on)
        bar = max(self.measure(face, 1 << 14), self.measure(last_face, 1 << 14))
        room = QRect(margin, margin, self.width() - 2 * margin, self.height() - 2 * margin - gap - bar)
        speech, column = room, 0
        stage = self._stage_height(body, room, pad)
        if not stage and _name(body):
            column = theme.px(PORTRAIT if self.width() >= theme.px(1200) else 150)
            speech = room.adjusted(column + margin, 0, 0, 0)
        parts = [body.text]
        if not stage:
            used, width = font(theme, Text.SPEECH), speech.width() - 2 * pad
            parts = split_to_fit(
                body.text, lambda text: text_size(text, used, width)[1], room.height() - 2 * pad
            )
        beside = max(self.natural(face), self.natural(last_face), theme.px(GO_ON_WIDTH)) + gap
        whole = QRect(margin, margin, self.width() - 2 * margin - beside, self.height() - 2 * margin)
        self._phone_pages = self.phones.pages(theme, body.phones, whole)
        first_phone = len(self._phone_pages) if body.phone_first and body.phones else 0
        self.pages = len(parts) + first_phone
        self.page = min(self.page, self.pages - 1)
        on_phone = self._opened is not None or self.page < first_phone
        self._bubble.setVisible(not on_phone)
        self._portrait.setVisible(not on_phone and bool(column))
        self._stage.setVisible(not on_phone and bool(stage))
        if on_phone:
            at = self.page if self._opened is None else min(self._opened, len(self._phone_pages) - 1)
            self.phones.show_phones(theme, self._phone_pages[at], whole)
        else:
            self.phones.hide()
            if stage:
                self._stage.show_stage(theme, body.scenery, body.person)
                self._stage.setGeometry(room.x(), room.y(), room.width(), stage)
                self._place_speech(body, body.text, room.adjusted(0, stage + gap, 0, 0), pad)
            else:
                self._place_portrait(body, QRect(room.x(), room.y(), column, room.height()))
                self._place_alone(parts[self.page - first_phone], speech, pad, body.quote)
        self._place_bar(body, on_phone, face, last_face, bar)

    def _stage_height(self, body: Told, room: QRect, pad: int) -> int:
        """The height that is left for the stage above the whole speech; 0 if that is too little."""
        width = room.width() - 2 * pad
        name = _name(body)
        speech = self._height(body.text, Text.SPEECH, width) + 2 * pad
        speech += self._height(name, Text.BUTTON, width, bold=True) if name else 0
        left = room.height() - speech - self.theme.px(GAP)
        return left if left >= self.theme.px(LEAST_STAGE) else 0

    def _place_portrait(self, body: Told, box: QRect) -> None:
        """Who speaks, small, with the name below."""
        if not box.width() or body.person is None:
            return
        self._portrait.show_picture(body.person.portrait)
        name = self._height(body.person.name, Text.CAPTION, box.width(), bold=True, centred=True)
        high = max(0, min(box.height() - name, round(box.width() * 1.25)))
        self._portrait.setGeometry(box.x(), box.y(), box.width(), high)
        spot = QRect(box.x(), box.y() + high, box.width(), name)
        ink = self.theme.palette.quiet
        shown = self.place_text(
            body.person.name, Text.CAPTION, spot, bold=True, centred=True, ink=ink, part="name"
        )
        shown.setAccessibleName(f"{body.person.name}说")

    def _place_alone(self, text: str, box: QRect, pad: int, quote: str | None) -> None:
        """A bubble with nothing but what is said."""
        self._bubble.show_tone(self.theme, Tone.CARD)
        self._bubble.setGeometry(box)
        height = self._height(text, Text.SPEECH, box.width() - 2 * pad)
        y = box.y() + (box.height() - height) // 2
        self.place_text(
            text, Text.SPEECH, QRect(box.x() + pad, y, box.width() - 2 * pad, height), quote=quote
        )

    def _place_bar(self, body: Told, on_phone: bool, face: Face, last_face: Face, height: int) -> None:
        margin = self.theme.px(MARGIN)
        top = self.height() - margin - height
        last = self.page == self.pages - 1 and self._opened is None
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
        self._opened = None
        super().show_body(body, theme, page)

    def turn(self, by: int) -> bool:
        """Turn from an opened phone to the other one, and close it first."""
        if self._opened is not None:
            another = self._opened + by
            self._open(another if 0 <= another < len(self._phone_pages) else None)
            return True
        return super().turn(by)

    @property
    def opened(self) -> int | None:
        """Which page of the phones lies open over the speech, if one does."""
        return self._opened

    def _open(self, phone: int | None) -> None:
        """Open a page of the phones over the speech; None closes it."""
        self._opened = phone
        self.arrange_anew()

    def _pressed(self, action: str) -> None:
        if action == PHONE_ACTION:
            self._open(0)
            return
        super()._pressed(action)

    def _height(self, text: str, role: Text, width: int, *, bold: bool = False, centred: bool = False) -> int:
        return text_size(text, font(self.theme, role, bold=bold), width, centred=centred)[1]


def _name(body: Told) -> str:
    """Who speaks; nobody where something shows on a phone."""
    return body.person.name if body.person is not None and not body.phone_first else ""
