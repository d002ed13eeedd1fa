"""What every view of a screen body has: a theme, pages, buttons with keys, and words lit while spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from elderguard.ui.screen import Button
from elderguard.ui.theme import Text, Theme, Tone
from elderguard.ui.widgets.button import CHOICE_SIDE, BigButton, Face
from elderguard.ui.widgets.pool import Pool
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.wrap import Mark

B = TypeVar("B")
_BETWEEN = re.compile(r"[\s，。！？；：、]+")
MORE = "more"  # the action of "go on" between the pages of one screen
MORE_TEXT = "接着看"
MARGIN = 24
GAP = 16


class View(QWidget, Generic[B]):
    """Lays out one kind of body. `page` is the part on show where a body needs several."""

    acted = Signal(str)
    paged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = Theme()
        self.body: B | None = None
        self.page = 0
        self.pages = 1
        self.buttons: Pool[BigButton] = Pool(self._make_button)
        self.texts: Pool[TextBlock] = Pool(lambda: TextBlock(self))

    def _make_button(self) -> BigButton:
        button = BigButton(self)
        button.acted.connect(self._pressed)
        return button

    def show_body(self, body: B, theme: Theme, page: int = 0) -> None:
        """Show that body from its first page on."""
        self.body, self.theme, self.page = body, theme, page
        self.arrange()

    def show_again(self, body: B, theme: Theme) -> None:
        """Show the same screen with other values or in another theme; most views begin anew."""
        self.show_body(body, theme)

    def arrange(self) -> None:
        """Lay out the page on show for the present size."""
        if self.body is None or self.width() < 2:
            return
        self.buttons.begin()
        self.texts.begin()
        self.lay_out_body(self.body)
        self.buttons.end()
        self.texts.end()

    def lay_out_body(self, body: B) -> None:
        """Fill and place the widgets; set `pages`. Each view has its own way."""
        raise NotImplementedError

    def turn(self, by: int) -> bool:
        """Go to another page of the same body; False when there is none that way."""
        if not 0 <= self.page + by < self.pages:
            return False
        self.page += by
        self.arrange_anew()
        return True

    def arrange_anew(self) -> None:
        """Lay out another page. A button that had the ring may stand for something else there: the ring
        goes to the one that turns pages, if there is one, and is put away otherwise."""
        ringed = QApplication.focusWidget()
        if ringed is not None and self.isAncestorOf(ringed):
            ringed.clearFocus()
        else:
            ringed = None
        self.arrange()
        more = [button for button in self.buttons.used if button.action == MORE]
        if ringed is not None and more:
            more[0].setFocus()
        self.paged.emit()

    def said(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Light up what is being spoken: of that text ("" for nothing) the sentence from `start` to `end`.
        False if none of it stands here."""
        lit = light_up(self.texts.used, text, start, end)
        for button in self.buttons.used:
            plain = bare(button.face.text)
            button.set_lit(len(plain) > 1 and bare(text).endswith(plain))
            lit = lit or button.lit
        return lit

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again: another size may need other pages."""
        super().resizeEvent(event)
        self.arrange()

    def _pressed(self, action: str) -> None:
        if action != MORE or not self.turn(1):
            self.acted.emit(action)

    # --- parts that several views share -------------------------------------------------------------

    def choice_face(self, button: Button, number: int) -> Face:
        """How a numbered choice looks."""
        return Face(
            button.text,
            number,
            None,
            Tone.CHOICE,
            role=Text.CHOICE,
            centred=False,
            least=CHOICE_SIDE,
            name="",
        )

    def main_face(self, button: Button) -> Face:
        """How the one button that goes on looks."""
        tone = button.tone if button.tone is not Tone.CARD else Tone.SAFE
        return Face(
            button.text, None, button.icon, tone, filled=button.filled, role=Text.CHOICE, least=CHOICE_SIDE
        )

    def stack_height(self, faces: list[tuple[Face, str]], width: int) -> int:
        """The height in px of buttons under each other at that width."""
        return sum(self.measure(face, width) for face, _ in faces) + self.theme.px(GAP) * max(
            0, len(faces) - 1
        )

    def measure(self, face: Face, width: int) -> int:
        """The height in px of one button at that width."""
        self._probe().show_face(face, self.theme, "probe")
        height = self._probe().heightForWidth(width)
        self._probe().hide()
        return height

    def natural(self, face: Face) -> int:
        """The width in px that keeps a button's text on one line."""
        self._probe().show_face(face, self.theme, "probe")
        width = self._probe().natural_width()
        self._probe().hide()
        return width

    def _probe(self) -> BigButton:
        """A button never shown, to measure with."""
        if not hasattr(self, "_measuring"):
            self._measuring = BigButton()
        return self._measuring

    def place_stack(self, faces: list[tuple[Face, str]], box: QRect) -> None:
        """Place buttons under each other in the box, sharing spare height up to half as much again."""
        gap = self.theme.px(GAP)
        heights = [self.measure(face, box.width()) for face, _ in faces]
        spare = max(0, box.height() - sum(heights) - gap * (len(faces) - 1))
        grow = min(spare // max(1, len(faces)), self.theme.px(28))
        top = box.y()
        for (face, action), height in zip(faces, heights, strict=True):
            self.place_button(face, action, QRect(box.x(), top, box.width(), height + grow))
            top += height + grow + gap

    def place_button(self, face: Face, action: str, box: QRect) -> BigButton:
        """Fill the next button and put it there."""
        button = self.buttons.take()
        button.show_face(face, self.theme, action)
        button.setGeometry(box)
        button.raise_()
        return button

    def place_text(
        self,
        text: str,
        role: Text,
        box: QRect,
        *,
        bold: bool = False,
        centred: bool = False,
        ink: str | None = None,
        quote: str | None = None,
        part: str = "text",
    ) -> TextBlock:
        """Fill the next text and put it there; `quote` is marked if it is in the text. `part` names
        what it is: a text that is read, or the label of something."""
        block = self.texts.take()
        block.setObjectName(f"{part}-{len(self.texts.used)}")
        at = text.find(quote) if quote else -1
        marks = [Mark(at, len(quote))] if quote and at >= 0 else []
        block.show_text(text, self.theme, role, bold=bold, centred=centred, ink=ink, marks=marks)
        block.setGeometry(box)
        block.raise_()
        return block


def bare(text: str) -> str:
    """A text without its line breaks and punctuation marks."""
    return _BETWEEN.sub("", text)


def light_up(blocks: Sequence[TextBlock], text: str, start: int = 0, end: int | None = None) -> bool:
    """Mark what is being spoken in these texts: a text that says just this (a name), else the stretch
    that does, else every text that is a part of it. Of a text that is found, the sentence from `start` to
    `end` alone. False if there is none."""
    words = bare(text)
    alone = [block for block in blocks if words and bare(block.text()) == words]
    where = slice(start, end)
    marks = [_stretch(block, text, where) if block in alone or not alone else [] for block in blocks]
    for block, stretch in zip(blocks, marks, strict=True):
        block.set_spoken(stretch)
    return any(marks)


def _stretch(block: TextBlock, text: str, where: slice) -> list[Mark]:
    shown, words, sentence = block.text(), bare(block.text()), text[where]
    at = shown.find(text) if text else -1
    if at >= 0:
        return [Mark(at + (where.start or 0), len(sentence))]
    if sentence != text and bare(sentence):  # a text cut over several pages has its sentence on one of them
        at = shown.find(sentence)
        return [Mark(at, len(sentence))] if at >= 0 else []
    part = len(words) > 1 and words in bare(text) and not block.objectName().startswith("name")
    return [Mark(0, len(shown))] if part else []
