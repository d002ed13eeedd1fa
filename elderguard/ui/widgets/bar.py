"""The bar along the bottom: the buttons that every screen of a kind has, the last one at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elderguard.ui.pages import buttons as bar_buttons
from elderguard.ui.screen import Button, Saying
from elderguard.ui.theme import Theme
from elderguard.ui.widgets.button import BigButton, Face
from elderguard.ui.widgets.pool import Pool

MARGIN = 20
GAP = 16
PAD = 8


@dataclass(frozen=True)
class _Fit:
    """One way to label the buttons: with pictures or without, in full or short, on one line or two."""

    icons: bool
    short: bool
    lines: int


_FITS = (_Fit(True, False, 1), _Fit(False, False, 1), _Fit(False, True, 1), _Fit(False, True, 2))


class Bar(QWidget):
    """Buttons side by side; their labels give way before they would be cut off."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._buttons: tuple[Button, ...] = ()
        self._saying = Saying.NOTHING
        self._pool: Pool[BigButton] = Pool(self._make)
        self._probe = BigButton()
        self._measured: tuple[object, tuple[_Fit, list[tuple[int, int]]]] = (None, (_FITS[0], []))

    def _make(self) -> BigButton:
        button = BigButton(self)
        button.acted.connect(self.acted)
        return button

    @property
    def buttons(self) -> list[BigButton]:
        """The buttons on show, from left to right."""
        return self._pool.used

    def show_bar(self, buttons: tuple[Button, ...], theme: Theme) -> None:
        """Show these buttons. The same ones as before are left alone: most steps change only the body."""
        if (buttons, theme) == (self._buttons, self._theme):
            return
        self._theme, self._buttons = theme, buttons
        self._arrange()
        self.update()

    def show_saying(self, saying: Saying) -> None:
        """Let the button of the voice stand for what a press does now."""
        if saying is not self._saying:
            self._saying = saying
            for widget, button in zip(self._pool.used, self._buttons, strict=False):
                if button.action == bar_buttons.VOICE:
                    self._fill(widget, button)

    def height_for(self, buttons: tuple[Button, ...], theme: Theme, width: int) -> int:
        """The height in px the bar needs at that width; 0 without buttons."""
        if not buttons:
            return 0
        _, sizes = self._sizes(buttons, theme, width)
        return max(high for _, high in sizes) + 2 * theme.px(PAD)

    def _face(self, button: Button, fit: _Fit) -> Face:
        text = button.short if fit.short and button.short else button.text
        if fit.lines == 2 and len(text) > 2:
            half = (len(text) + 1) // 2
            text = f"{text[:half]}\n{text[half:]}"
        icon = button.icon if fit.icons else None
        return Face(text, None, icon, button.tone, filled=button.filled, name=button.text)

    def _sizes(
        self, buttons: tuple[Button, ...], theme: Theme, width: int
    ) -> tuple[_Fit, list[tuple[int, int]]]:
        """The first way of labelling that fits into the width (else the last), and its sizes."""
        key = (buttons, theme, width)
        if key != self._measured[0]:
            self._measured = (key, self._measure(buttons, theme, width))
        return self._measured[1]

    def _measure(
        self, buttons: tuple[Button, ...], theme: Theme, width: int
    ) -> tuple[_Fit, list[tuple[int, int]]]:
        room = width - 2 * theme.px(MARGIN) - theme.px(GAP) * (len(buttons) - 1)
        for fit in _FITS:
            sizes = []
            for button in buttons:
                self._probe.show_face(self._face(button, fit), theme, "probe")
                wide = self._probe.natural_width()
                sizes.append((wide, self._probe.heightForWidth(wide)))
            if sum(wide for wide, _ in sizes) <= room:
                return fit, sizes
        return fit, sizes

    def _arrange(self) -> None:
        self._pool.begin()
        if self._buttons and self.width() > 1:
            _, sizes = self._sizes(self._buttons, self._theme, self.width())
            theme = self._theme
            left, pad = theme.px(MARGIN), theme.px(PAD)
            high = self.height() - 2 * pad
            for at, (button, (wide, _)) in enumerate(zip(self._buttons, sizes, strict=True)):
                widget = self._pool.take()
                self._fill(widget, button)
                last = at == len(self._buttons) - 1 and at > 0
                x = self.width() - theme.px(MARGIN) - wide if last else left
                widget.setGeometry(QRect(x, pad, wide, high))
                left += wide + theme.px(GAP)
        self._pool.end()

    def _fill(self, widget: BigButton, button: Button) -> None:
        if button.action == bar_buttons.VOICE:
            button = bar_buttons.voice(self._saying)
        fit, _ = self._sizes(self._buttons, self._theme, self.width())
        widget.show_face(self._face(button, fit), self._theme, button.action)

    def resizeEvent(self, event: object) -> None:
        """Place the buttons again."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.bar))
        painter.setPen(QPen(QColor(self._theme.palette.line), self._theme.px(2)))
        painter.drawLine(0, 0, self.width(), 0)
