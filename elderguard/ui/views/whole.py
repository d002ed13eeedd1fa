"""A whole screen: header, body and bar, whatever the body is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from elderguard.ui.screen import Asked, Card, Guards, Recorder, Rows, Screen, Tiles, Told
from elderguard.ui.theme import Theme
from elderguard.ui.views.asked import AskedView
from elderguard.ui.views.card import CardView
from elderguard.ui.views.guards import GuardsView
from elderguard.ui.views.recorder import RecorderView
from elderguard.ui.views.rows import RowsView
from elderguard.ui.views.tiles import TilesView
from elderguard.ui.views.told import ToldView
from elderguard.ui.views.view import View
from elderguard.ui.widgets.bar import Bar
from elderguard.ui.widgets.header import Header
from elderguard.ui.widgets.notes import NoteStrip

_VIEWS: dict[type, type[View[Any]]] = {
    Card: CardView,
    Told: ToldView,
    Asked: AskedView,
    Tiles: TilesView,
    Guards: GuardsView,
    Rows: RowsView,
    Recorder: RecorderView,
}


class WholeScreen(QWidget):
    """Shows any screen; views are made when first needed and filled again after that."""

    acted = Signal(str)
    paged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("screen")
        self._theme = Theme()
        self._screen: Screen | None = None
        self._header = Header(self)
        self._notes = NoteStrip(self)
        self._note = ""
        self._bar = Bar(self)
        self._bar.acted.connect(self.acted)
        self._views: dict[type, View[Any]] = {}
        self._view: View[Any] | None = None

    def show_screen(self, screen: Screen, theme: Theme) -> None:
        """Show that screen from its first page on; one of the same kind as it stands on show, with other
        values, on the page that the view keeps to."""
        view = self._view_for(type(screen.body))
        again = view is self._view and self._screen is not None and self._screen.kind == screen.kind
        self._screen, self._theme = screen, theme
        if self._view is not None and self._view is not view:
            self._view.hide()
        self._view = view
        self._arrange()
        if again:
            view.show_again(screen.body, theme)
        else:
            view.show_body(screen.body, theme)
        view.show()
        self.update()

    def set_note(self, text: str) -> None:
        """Say what does not work just now ("" when all does)."""
        if text != self._note:
            self._note = text
            self._arrange()

    @property
    def view(self) -> View[Any] | None:
        """The view on show."""
        return self._view

    @property
    def bar(self) -> Bar:
        """The bar along the bottom."""
        return self._bar

    @property
    def note(self) -> str:
        """What is said not to work."""
        return self._note

    def ring(self) -> list[QWidget]:
        """What can have the focus, in the order a person reads: the body, then the bar."""
        body = [] if self._view is None else [w for w in self._view.findChildren(QWidget) if _pressable(w)]
        body.sort(key=lambda widget: self._place(widget))
        return [*body, *self._bar.buttons]

    def _place(self, widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(self, widget.rect().topLeft())
        return corner.y(), corner.x()

    def _view_for(self, kind: type) -> View[Any]:
        if kind not in self._views:
            view = _VIEWS[kind](self)
            view.acted.connect(self.acted)
            view.paged.connect(self.paged)
            view.hide()
            self._views[kind] = view
        return self._views[kind]

    def _arrange(self) -> None:
        screen, theme = self._screen, self._theme
        if screen is None or self._view is None:
            return
        width = self.width()
        top = self._header.height_for(screen.title, screen.total, theme, width)
        bottom = self._bar.height_for(screen.bar, theme, width)
        self._header.setGeometry(QRect(0, 0, width, top))
        self._header.show_header(screen.title, screen.done, screen.total, theme)
        self._bar.setGeometry(QRect(0, self.height() - bottom, width, bottom))
        self._bar.show_bar(screen.bar, theme)
        self._bar.setVisible(bool(screen.bar))
        strip = self._notes.height_for(self._note, theme, width)
        self._notes.setVisible(bool(self._note))
        self._notes.setGeometry(QRect(0, top, width, strip))
        self._notes.show_note(self._note, theme)
        top += strip
        self._view.setGeometry(QRect(0, top, width, self.height() - top - bottom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place header, body and bar again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.palette.ground))


def _pressable(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.isVisible() and widget.isEnabled()
