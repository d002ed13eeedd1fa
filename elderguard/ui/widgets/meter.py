"""How loud the voice comes in: a track of three fields, a bar that fills it, a pointer over the field."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from elderguard.ui.theme import Theme
from elderguard.voice.loudness import LOUD, SOFT, Loudness, zone

ZONES = (Loudness.SOFT, Loudness.RIGHT, Loudness.LOUD)
SHARES = (0.4, 0.4, 0.2)  # of the track's width
FIRST_MS = 1500  # somebody who has not begun to speak yet is not told that she is too soft
HELD_MS = 800  # a word stands this long at least: what flickers cannot be read
_QUIETEST = -54.0  # dBFS at the left end
_POINTER = 22  # px


class Meter(QWidget):
    """The fields lie side by side in the order of ZONES; `words` under them are somebody else's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._peak = _QUIETEST
        self._loudest = _QUIETEST
        self._zone: Loudness | None = None
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)

    @property
    def zone(self) -> Loudness | None:
        """The field it points at; None before anything was heard."""
        return self._zone

    def clear(self, theme: Theme) -> None:
        """Start afresh in that theme."""
        self._theme, self._peak, self._loudest, self._zone = theme, _QUIETEST, _QUIETEST, None
        self._hold.start(FIRST_MS)
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Take on another theme and go on."""
        self._theme = theme
        self.update()

    def show_level(self, peak: float) -> bool:
        """Take in the peak (dBFS) of the last moment. True when the pointer moved to another field:
        between the syllables of a voice that is right the meter must not say that it is too soft."""
        self._peak = max(_QUIETEST, peak)
        self._loudest = max(self._loudest, self._peak)
        moved = False
        begun = self._zone is None and self._loudest >= SOFT
        if begun or not self._hold.isActive():
            moved = self._zone is not zone(self._loudest)
            self._zone = zone(self._loudest)
            self._loudest = _QUIETEST
            self._hold.start(HELD_MS)
        self.update()
        return moved

    def field(self, at: Loudness) -> QRectF:
        """Where a field of the track is."""
        number = ZONES.index(at)
        left = self.width() * sum(SHARES[:number])
        top = self._theme.px(_POINTER)
        return QRectF(left, top, self.width() * SHARES[number], self.height() - top)

    def _along(self) -> float:
        """How far the bar reaches, in px."""
        ends = ((_QUIETEST, 0.0), (SOFT, SHARES[0]), (LOUD, SHARES[0] + SHARES[1]), (0.0, 1.0))
        for (low, start), (high, end) in pairwise(ends):
            if self._peak <= high:
                return self.width() * (start + (end - start) * (self._peak - low) / (high - low))
        return float(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, bar, the lines between the fields, and the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        stroke = theme.px(3)
        top = theme.px(_POINTER)
        track = QRectF(stroke / 2, top, self.width() - stroke, self.height() - top - stroke / 2)
        painter.fillRect(track, QColor(theme.palette.card))
        bar = QRectF(track.x(), track.y(), min(self._along(), track.width()), track.height())
        painter.fillRect(bar, QColor(theme.palette.safe))
        painter.setPen(QPen(QColor(theme.palette.ink), stroke))
        painter.drawRect(track)
        for each in ZONES[1:]:
            x = self.field(each).x()
            painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
        if self._zone is not None:
            middle, half = self.field(self._zone).center().x(), theme.px(16)
            painter.setBrush(QColor(theme.palette.ink))
            tip = [
                QPointF(middle - half, stroke),
                QPointF(middle + half, stroke),
                QPointF(middle, top - stroke),
            ]
            painter.drawPolygon(QPolygonF(tip))
