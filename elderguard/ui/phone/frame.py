"""A pretend phone, or a paper held up: what it shows, and who has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elderguard.scenario.model import SELF, TABLE, Document, Hold, Home, Screen
from elderguard.scenario.screen_text import away_text, hold_text
from elderguard.scenario.vocabulary import Press
from elderguard.ui.phone.case import BEZEL, STATUS, Case, draw_back, draw_front, draw_status, draw_wallpaper
from elderguard.ui.phone.document import DocumentPage
from elderguard.ui.phone.grip import draw_before, draw_behind
from elderguard.ui.phone.page import PhonePage
from elderguard.ui.phone.pages import PAGES
from elderguard.ui.phone.part import Card, Figure, PhoneText, Room
from elderguard.ui.phone.plate import Plate
from elderguard.ui.theme import Theme, Tone

LEAST_WIDTH, LEAST_HEIGHT = 300, 420
GUTTER = 10  # px at either side for finger tips
ARM = 38  # px at the right for an arm that comes in from there
TABLE_EDGE = 24  # px at either side that show the table
SLIM = 0.56  # width over height of a phone that has room enough
BARE_STATUS = 20  # px of the screen above the words when there is no room for signal and battery
EDGE = 1  # px above and below the case, for its outline
OVERLAP = 18  # px that the plate covers of the case


class PhoneFrame(QWidget):
    """One phone or paper on the stage. Two of them side by side are two of these."""

    pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Screen = Home()
        self._hold = Hold()
        self._names = ("", "")
        self._presses: dict[Press, str] = {}
        self._pages: dict[type, PhonePage[Any]] = {}
        self._measured: dict[tuple[int, Room, int], int] = {}
        self._room = Room.WIDE
        self._parts()

    def _parts(self) -> None:
        self._away = Card(self._theme, edge=self._theme.palette.alert)
        self._away.setParent(self)
        self._away_text = PhoneText(self._theme, bold=True, centred=True)
        self._away.add(Figure(self._theme, "eyes", least=40, most=64), self._away_text)
        self._paper = DocumentPage(self._theme, self)
        self._plate = Plate(self._theme, self)
        for part in (self._away, self._paper, self._plate):
            part.hide()

    # --- what it shows -------------------------------------------------------------------------

    def show_screen(
        self,
        screen: Screen,
        hold: Hold,
        *,
        holder_name: str,
        owner_name: str,
        presses: Mapping[Press, str] | None = None,
    ) -> None:
        """Show that screen in those hands.

        `holder_name` and `owner_name` are as the learner would say them (您, 他, 办事员小胡).
        `presses` are the live buttons with their accessible names; `pressed` tells which was pressed.
        """
        new = screen != self._shown or hold != self._hold
        self._shown, self._hold, self._names = screen, hold, (holder_name, owner_name)
        self._presses = dict(presses or {})
        self._fill()
        self._arrange()
        page = self._page()
        if new and page is not None and self._theme.motion_ms > 0 and self.isVisible():
            page.animate(screen)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in that theme from now on."""
        if theme == self._theme:
            return
        self._theme = theme
        for part in (*self._pages.values(), self._away, self._paper, self._plate):
            part.hide()
            part.deleteLater()
        self._pages.clear()
        self._parts()
        self._fill()
        self._arrange()

    def _page(self) -> PhonePage[Any] | None:
        """The page in sight; None where there is a paper or the back of the phone."""
        if isinstance(self._shown, Document) or self._hold.turned_away:
            return None
        kind = type(self._shown)
        if kind not in self._pages:
            page = PAGES[kind](self._theme)
            page.setParent(self)
            page.pressed.connect(self.pressed)
            self._pages[kind] = page
        return self._pages[kind]

    def _fill(self) -> None:
        self._measured.clear()
        page = self._page()
        for other in self._pages.values():
            if other is not page:
                other.hide()
        paper = isinstance(self._shown, Document)
        self._paper.setVisible(paper)
        self._plate.setVisible(not paper)
        self._away.setVisible(page is None and not paper)
        if isinstance(self._shown, Document):
            self._paper.show_document(self._shown)
        if page is not None:
            page.show_screen(self._shown, self._presses)
            page.show()
        holder, owner = self._names
        self._away_text.say(away_text(self._hold, owner))
        self._plate.show_plate(hold_text(self._hold, holder, owner), *self._sign(), self._theme)
        self._plate.raise_()
        self.updateGeometry()
        self.update()

    def _taken(self) -> bool:
        return self._hold.held_by not in (SELF, TABLE)

    def _sign(self) -> tuple[Tone, str]:
        """The tone and the picture of the plate."""
        if self._taken():
            return Tone.ALERT, "eyes"
        return (Tone.SAFE, "stop-hand") if self._hold.held_by == SELF else (Tone.CARD, "guard-phone")

    # --- how large it is -----------------------------------------------------------------------

    def needed_height(self, width: int, room: Room = Room.BARE) -> int:
        """The height in px below which more than that `room` allows would give way at that width; for
        the barest, below which something would be cut off."""
        return self._needs(width, room, width)

    def _needs(self, width: int, room: Room, whole: int) -> int:
        """The height needed by a phone of that width, with that much room, in a frame `whole` px wide."""
        key = (width, room, whole)
        known = self._measured.get(key)
        if known is None:
            page = self._page()
            if isinstance(self._shown, Document):
                self._paper.set_room(room)
                known = self._paper.column.minimumHeightForWidth(width)
            else:
                if page is not None:
                    page.set_room(room)
                known = self._case_height(width, room) + self._below(whole)
            self._measured[key] = known
            self._restore(page)
        return known

    def _restore(self, page: PhonePage[Any] | None) -> None:
        """Give back what measuring took away."""
        if page is not None:
            if page.room != self._room:
                page.set_room(self._room)
                page.arrange()
        elif isinstance(self._shown, Document):
            self._paper.set_room(self._room)

    def hasHeightForWidth(self) -> bool:
        """Yes: a narrower phone is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The same as the height that is needed."""
        return max(self.needed_height(width), self._theme.px(LEAST_HEIGHT))

    def sizeHint(self) -> QSize:
        """A slim phone."""
        width = self._theme.px(318)
        return QSize(width, max(self._theme.px(560), self._needs(width, Room.WIDE, width)))

    def minimumSizeHint(self) -> QSize:
        """What is needed at the present width."""
        width = max(self.width(), self._theme.px(LEAST_WIDTH))
        return QSize(self._theme.px(LEAST_WIDTH), self.needed_height(width))

    def _sides(self) -> tuple[int, int]:
        """The room left and right of the case."""
        if self._hold.held_by == TABLE:
            return self._theme.px(TABLE_EDGE), self._theme.px(TABLE_EDGE)
        return self._theme.px(GUTTER), self._theme.px(ARM if self._taken() else GUTTER)

    def _plate_size(self, width: int) -> QSize:
        plate = min(width, self._plate.natural_width())
        return QSize(plate, self._plate.heightForWidth(plate))

    def _below(self, width: int) -> int:
        """The room under the case that the plate needs."""
        return self._plate_size(width).height() - self._theme.px(OVERLAP)

    def _case_height(self, width: int, room: Room) -> int:
        """The height that a case of a frame of that width needs for what it shows."""
        left, right = self._sides()
        bezels = 2 * self._theme.px(BEZEL)
        inner = width - left - right - bezels
        page = self._page()
        if page is None:
            shown = self._away.column.minimumHeightForWidth(inner) + self._theme.px(30 if room else 240)
        else:
            shown = page.column.minimumHeightForWidth(inner) + self._status(room)
        return shown + bezels + 2 * EDGE

    def _status(self, room: Room) -> int:
        """The room for signal and battery, or only for the camera."""
        return self._theme.px(BARE_STATUS if room else STATUS)

    def _fit(self) -> tuple[int, Room]:
        """The slimmest width at which everything is in sight, and what must give way for it."""
        width, height = self.width(), self.height()
        slim = max(round(height * SLIM), self._theme.px(318) * self._theme.percent // 100)
        step = self._theme.px(40)
        tries = [*range(min(slim, width), width, step), width]
        for room in Room:
            for tried in tries:
                if self._needs(tried, room, width) <= height:
                    return tried, room
        return width, Room.BARE

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Arrange the parts anew."""
        self._arrange()

    def _arrange(self) -> None:
        if isinstance(self._shown, Document):
            rooms = (room for room in Room if self._needs(self.width(), room, self.width()) <= self.height())
            self._room = next(rooms, Room.BARE)
            needed = self._needs(self.width(), self._room, self.width())
            self._paper.set_room(self._room)
            tall = max(needed, round(self.width() * self._paper.slenderness))
            tall = min(self.height(), tall)
            self._paper.setGeometry(0, (self.height() - tall) // 2, self.width(), tall)
            return
        width, self._room = self._fit()
        start = (self.width() - width) // 2
        left, right = self._sides()
        tall = self.height() - self._below(self.width()) - 2 * EDGE
        case = QRect(start + left, EDGE, width - left - right, tall)
        self._case = Case(QRectF(case), self._hold.owner != SELF, self._taken() and self._hold.owner == SELF)
        inner = self._case.screen(self._theme).toRect()
        page = self._page()
        if page is None:
            wide = inner.width() - 2 * self._theme.px(16)
            tall = self._away.column.totalHeightForWidth(wide)
            self._away.setGeometry(
                inner.left() + self._theme.px(16), inner.center().y() - tall // 3, wide, tall
            )
        else:
            page.set_room(self._room)
            inner.setTop(inner.top() + self._status(self._room))
            page.setGeometry(inner)
            page.arrange()
        plate = self._plate_size(self.width())
        self._plate.setGeometry(
            QRect(
                (self.width() - plate.width()) // 2,
                self.height() - plate.height(),
                plate.width(),
                plate.height(),
            )
        )
        self.update()

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the phone and the hands that hold it."""
        if isinstance(self._shown, Document):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, theme = self._case.box, self._theme
        room = QRectF(box.left() - self._sides()[0], 0, 0, self.height() - 1)
        room.setRight(box.right() + self._sides()[1])
        draw_behind(painter, self._hold.held_by, box, room, theme)
        page = self._page()
        if page is None:
            draw_back(painter, self._case, theme)
        else:
            draw_front(painter, self._case, theme)
            if page.wallpaper:
                draw_wallpaper(painter, self._case, theme)
            if self._room == Room.WIDE:
                draw_status(painter, self._case, theme)
        draw_before(painter, self._hold.held_by, box, theme)
