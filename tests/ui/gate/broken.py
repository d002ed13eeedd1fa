"""Pages that are wrong on purpose, one for each criterion and each way of failing it; and one that is right.

A check that lets its broken page through would let anything through.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from elderguard.ui.font import font, font_of
from elderguard.ui.screen import Button, Card, Paragraph, Screen
from elderguard.ui.theme import LIGHT, Text, Theme, Tone
from elderguard.ui.widgets.button import BigButton, Face
from elderguard.ui.widgets.text import TextBlock
from elderguard.ui.wrap import Mark, draw, lay_out
from elderguard.voice.reading import interface
from tests.ui.gate.page import Page
from tests.ui.gate.visit import fonts
from tests.ui.gate.words import Exhibit
from tests.ui.gate.words import Text as Shown

THEME = Theme(motion_ms=0)
SENTENCE = "手机要在您自己手里，不交给别人。"


class Sheet(QWidget):
    """A page with a ground of one colour, a text and two buttons, all as they should be."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 500)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = TextBlock(self)
        self.text.setObjectName("text-1")
        self.text.show_text(SENTENCE, THEME, Text.BODY)
        self.text.setGeometry(40, 40, 800, 60)
        self.first, self.second = BigButton(self), BigButton(self)
        self.first.show_face(Face("给他", 1, tone=Tone.CHOICE, role=Text.CHOICE, least=96), THEME, "choice:a")
        self.second.show_face(
            Face("不给", 2, tone=Tone.CHOICE, role=Text.CHOICE, least=96), THEME, "choice:b"
        )
        self.first.setGeometry(40, 200, 800, 100)
        self.second.setGeometry(40, 320, 800, 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(LIGHT.ground))


Spoiler = Callable[[Sheet], object]


def look_at(spoil: Spoiler | None = None) -> Page:
    """The sheet on show, spoiled if that is wanted."""
    fonts()
    sheet = Sheet()
    if spoil is not None:
        spoil(sheet)
    sheet.show()
    sheet.activateWindow()
    sheet.setFocus()
    QApplication.processEvents()
    return Page(sheet)


# --- what spoils it ------------------------------------------------------------------------------------


def _refill(sheet: Sheet, button: BigButton, **changed: object) -> None:
    box = button.geometry()
    button.show_face(replace(button.face, **changed), THEME, button.action)  # type: ignore[arg-type]
    button.setGeometry(box)


def small_text(sheet: Sheet) -> None:
    sheet.text.show_text(SENTENCE, THEME, Text.TITLE)


def small_print(sheet: Sheet) -> None:
    sheet.text.setObjectName("result-1")
    sheet.text.setFont(font_of(23))


def endless_line(sheet: Sheet) -> None:
    sheet.text.hide()
    label = QLabel("这一行字太长了老人看完一行就找不到下一行在哪里了", sheet)
    label.setFont(font_of(32))
    label.setGeometry(10, 40, 880, 60)


class _Tight(TextBlock):
    """A text whose lines touch."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.drawText(0, 40, "上面一行")
        painter.drawText(0, 78, "下面一行")


def tight_lines(sheet: Sheet) -> None:
    tight = _Tight(sheet)
    tight.show_text("上面一行下面一行", THEME, Text.BODY)
    tight.setGeometry(40, 100, 400, 90)


def another_font(sheet: Sheet) -> None:
    sheet.text.show_text("您好，ᄀ 𓀀 ༀ", THEME, Text.BODY)


def pale_text(sheet: Sheet) -> None:
    sheet.text.show_text(SENTENCE, THEME, Text.BODY, ink="#8A8378")


def pale_under_a_mark(sheet: Sheet) -> None:
    sheet.text.show_text(SENTENCE, THEME, Text.BODY)
    sheet.text._mark = ("#FFE39A", "#A08A50")
    sheet.text.set_spoken([Mark(2, 5)])


class _Flat(BigButton):
    """A button without an edge and without a ring."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = lay_out(self.face.text, self.font(), self.width())
        draw(painter, layout, self.rect().toRectF().adjusted(60, 0, 0, 0), LIGHT.ink)


class _ThinRing(BigButton):
    """A button whose ring one hardly sees."""

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.hasFocus()
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(6, 6, -6, -6), QColor(LIGHT.choice))
        if focused:
            painter.setPen(QColor(LIGHT.ink))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _instead(kind: type[BigButton]) -> Spoiler:
    def spoil(sheet: Sheet) -> None:
        made = kind(sheet)
        made.show_face(sheet.first.face, THEME, "choice:a")
        made.setGeometry(sheet.first.geometry())
        sheet.first.hide()

    return spoil


def small_choice(sheet: Sheet) -> None:
    sheet.first.setGeometry(40, 200, 800, 90)


def small_button(sheet: Sheet) -> None:
    _refill(sheet, sheet.first, number=None)
    sheet.first.show_face(Face("帮助"), THEME, "help")
    sheet.first.setGeometry(40, 200, 79, 100)


def crowded(sheet: Sheet) -> None:
    sheet.second.setGeometry(40, 315, 800, 100)


def four_choices(sheet: Sheet) -> None:
    for number, left in ((3, 40), (4, 340)):
        more = BigButton(sheet)
        more.show_face(Face("再想想" * (number - 2), number), THEME, f"choice:{number}")
        more.setGeometry(left, 440, 280, 96)


def nameless(sheet: Sheet) -> None:
    sheet.text.setAccessibleName("")
    sheet.text.setText("")
    label = _Silent(sheet)
    label.setText(" ")
    label.setGeometry(40, 40, 100, 40)


class _Silent(QLabel):
    """A text without a name."""


def two_of_a_name(sheet: Sheet) -> None:
    _refill(sheet, sheet.second, name="给他")


def no_object_name(sheet: Sheet) -> None:
    sheet.first.setObjectName("")


class _Painted(QWidget):
    """Writes by itself; a screen reader knows nothing of it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(THEME, Text.BODY))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "按这里")


def self_painted(sheet: Sheet) -> None:
    painted = _Painted(sheet)
    painted.setGeometry(500, 100, 200, 60)


def too_narrow(sheet: Sheet) -> None:
    sheet.text.setGeometry(800, 40, 200, 180)


def out_of_the_button(sheet: Sheet) -> None:
    _refill(sheet, sheet.first, text="这个按钮上的字太多了", role=Text.HUGE)
    sheet.first.setGeometry(40, 190, 100, 120)


def too_low(sheet: Sheet) -> None:
    sheet.text.setGeometry(40, 40, 300, 30)


def shortened(sheet: Sheet) -> None:
    class Elided(TextBlock):
        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.setFont(self.font())
            short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, 200)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft, short)

    elided = Elided(sheet)
    elided.show_text("这一句话没有写完就被省略了", THEME, Text.BODY)
    elided.setGeometry(40, 110, 700, 60)


def scrolling(sheet: Sheet) -> None:
    area = QScrollArea(sheet)
    area.setGeometry(700, 100, 100, 80)


def covered(sheet: Sheet) -> None:
    cover = QWidget(sheet)
    cover.setGeometry(100, 30, 60, 60)


def one_on_another(sheet: Sheet) -> None:
    other = TextBlock(sheet)
    other.setObjectName("text-2")
    other.show_text("压在上面的字", THEME, Text.BODY)
    other.setGeometry(QRect(60, 50, 300, 60))


SPOILERS: dict[str, tuple[Spoiler, ...]] = {
    "letters are large enough": (small_text, small_print),
    "no line is longer than twenty characters": (endless_line,),
    "lines stand apart": (tight_lines,),
    "one font draws a sentence": (another_font,),
    "text stands out from its ground": (pale_text, pale_under_a_mark),
    "buttons have an edge": (_instead(_Flat),),
    "the ring of the focus is thick and bright": (_instead(_Flat), _instead(_ThinRing)),
    "what is pressed is large enough": (small_choice, small_button),
    "what is pressed stands apart": (crowded,),
    "there are at most three choices": (four_choices,),
    "buttons and texts have names of their own": (nameless, two_of_a_name, no_object_name),
    "buttons are buttons and texts are texts": (self_painted,),
    "nothing sticks out": (too_narrow, out_of_the_button),
    "every text is drawn whole": (too_low, shortened, scrolling),
    "nothing covers a text": (covered, one_on_another),
}
"""What fails each criterion of a page."""


# --- screens whose words are wrong -----------------------------------------------------------------------

LONG = "这一句话从头到尾一个停顿也没有听的人喘不过气来"
_CARD = Card("先停一停", (Paragraph(SENTENCE),), buttons=(Button("next", "知道了"),))
_SCREEN = Screen(
    "card", "题目", _CARD, (Button("help", "帮助"),), (interface("先停一停"), interface(SENTENCE))
)
_PAGES = (
    (
        Shown(("先停一停",), "body"),
        Shown((SENTENCE,), "body"),
        Shown(("知道了",), "button"),
        Shown(("帮助",), "button"),
    ),
)
SOUND = Exhibit(_SCREEN, _PAGES)
_LONG_CARD = replace(_CARD, paragraphs=(Paragraph(LONG),))

BROKEN_EXHIBITS: dict[str, tuple[Exhibit, ...]] = {
    "every text stands on a page": (
        Exhibit(_SCREEN, (_PAGES[0][:1] + _PAGES[0][2:],)),
        Exhibit(_SCREEN, (_PAGES[0][:3],)),
    ),
    "sentences are short": (Exhibit(replace(_SCREEN, body=_LONG_CARD), _PAGES),),
    "what is spoken is shown": (
        Exhibit(replace(_SCREEN, spoken=(*_SCREEN.spoken, interface("这句没写出来"))), _PAGES),
    ),
    "what is shown is spoken": (Exhibit(replace(_SCREEN, spoken=_SCREEN.spoken[:1]), _PAGES),),
}
"""What fails each criterion of a screen's words."""
