"""A paper or card that somebody holds up: letter, notice, work badge, identity card, poster."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elderguard.scenario.model import Document
from elderguard.scenario.screen_text import screen_text
from elderguard.scenario.vocabulary import DocumentForm
from elderguard.ui.phone.part import Figure, Ornament, PhoneText, Room
from elderguard.ui.phone.sheet import CARD_FORMS, draw_sheet, star
from elderguard.ui.picture import draw_picture, icon_file, portrait_file
from elderguard.ui.theme import Text, Theme

INK = "#221B12"  # paper is light in every theme


class DocumentPage(QWidget):
    """A document, whatever its form; its shape is drawn behind the words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form = DocumentForm.LETTER
        self.column = QVBoxLayout(self)
        self.column.setSpacing(theme.px(8))
        self._face = Face(theme)
        self._title = PhoneText(theme, Text.TITLE, bold=True, centred=True, ink=INK)
        self._text = PhoneText(theme, ink=INK)
        self._signed = PhoneText(theme, bold=True, centred=True, ink=INK)
        self._seal = Seal(theme)
        self._call = Figure(theme, "loudspeaker", least=60, most=120)
        for part in (self._face, self._title, self._call, self._text):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self._signed)
        self.column.addWidget(self._seal)
        self.column.addStretch(1)

    @property
    def slenderness(self) -> float:
        """The height of the sheet over its width, where there is room."""
        return 0.7 if self._form is DocumentForm.ID_CARD else 1.4

    def show_document(self, document: Document) -> None:
        """Show that document from now on."""
        words = screen_text(document)
        self._form = document.form
        self._title.say(words.heading)
        self._text.say(words.rows[0])
        self._signed.say(words.foot[0] if words.foot else "")
        self._face.show_form(document.form)
        self._call.want(document.form is DocumentForm.POSTER)
        self._seal.want(document.form is DocumentForm.LETTER and bool(words.foot))
        self.set_room(Room.WIDE)
        self.update()

    def set_room(self, room: Room) -> None:
        """Let wide margins, then ornaments give way to the words."""
        for ornament in (self._face, self._call, self._seal):
            ornament.give_way(room)
        px, plain = self._theme.px, room > Room.WIDE
        side = px(16 if plain else 26)
        top = px((80 if plain else 92) if self._form is DocumentForm.BADGE else (22 if plain else 34))
        self.column.setContentsMargins(side, top, side, px(14 if plain else 26))
        self.column.setSpacing(px(2 if plain else 8))
        self.column.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet or card behind the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sheet(painter, QRectF(self.rect()), self._form, self._theme)


class Face(Ornament):
    """The little photograph on a badge; on an identity card, whose it may be is left open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._form = DocumentForm.BADGE
        self.setFixedHeight(theme.px(96))

    def show_form(self, form: DocumentForm) -> None:
        """Show the photograph of that kind of card, or none."""
        self._form = form
        self.want(form in CARD_FORMS)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photograph."""
        painter = QPainter(self)
        side = self.height()
        box = QRectF((self.width() - side) / 2, 0, side, side)
        painter.fillRect(box, QColor("#DCE7F2"))
        if self._form is DocumentForm.ID_CARD:
            draw_picture(painter, icon_file("bust"), box.toRect())
            return
        painter.setClipRect(box)
        portrait = QRect(round(box.left()), round(side * 0.06), side, side * 5 // 4)
        draw_picture(painter, portrait_file("clerk"), portrait)


class Seal(Ornament):
    """A round red stamp with a star, and no words in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(84))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring and star."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        red = QColor("#C8372D")
        radius = self.height() / 2 - self._theme.px(4)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(red, self._theme.px(4)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        dashes = QPen(red, self._theme.px(5))
        dashes.setDashPattern([0.9, 1.1])
        painter.setPen(dashes)
        painter.drawEllipse(middle, radius * 0.74, radius * 0.74)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(red)
        painter.drawPath(star(middle, radius * 0.42))
