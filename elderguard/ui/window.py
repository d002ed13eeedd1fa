"""The one window: shows a screen, and sends back which action was pressed, clicked or keyed."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget

from elderguard.ui import keys
from elderguard.ui.pages import buttons
from elderguard.ui.screen import Asked, Card, Guards, Recorder, Rows, Saying, Screen, Tiles, Told
from elderguard.ui.second_press import SECOND_CLICK_S, SecondPress
from elderguard.ui.theme import Theme, window_scale
from elderguard.ui.views.recorder import RecorderView
from elderguard.ui.views.view import MORE
from elderguard.ui.views.whole import WholeScreen
from elderguard.ui.widgets.button import BigButton

SMALLEST = QSize(1024, 700)


class Window(QMainWindow):
    """`acted` carries the word of a press; `ringed` the name of the button the ring moved to."""

    acted = Signal(str)
    ringed = Signal(str)
    painted = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.setWindowTitle("守护银龄")
        self.setObjectName("window")
        self.setMinimumSize(SMALLEST)
        self._theme = theme
        self._screen: Screen | None = None
        self._mouse = SecondPress(clock)
        self._whole = WholeScreen(self)
        self._whole.acted.connect(self._on_action)
        self._whole.paged.connect(self._on_other_page)
        self.setCentralWidget(self._whole)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QApplication.setDoubleClickInterval(round(SECOND_CLICK_S * 1000))

    @property
    def theme(self) -> Theme:
        """The theme as it is shown, its scale from the window's size."""
        return self._theme

    @property
    def shown(self) -> Screen | None:
        """The screen on show."""
        return self._screen

    @property
    def whole(self) -> WholeScreen:
        """The widget that shows it."""
        return self._whole

    def show_screen(self, screen: Screen) -> None:
        """Show that screen; the ring is put away until a key asks for it. Settings that have changed are
        the same screen with other values."""
        rows = isinstance(screen.body, Rows)
        if rows and self._screen is not None and self._screen.kind == screen.kind:
            self.refresh(screen)
            return
        self._show(screen)
        self._mouse.turned()

    def refresh(self, screen: Screen) -> None:
        """Show the same screen with other values: the ring stays on its button."""
        ringed = self._ringed()
        self._show(screen)
        for widget in self._whole.ring():
            if isinstance(widget, BigButton) and widget.action == ringed:
                widget.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take on another theme at the window's own scale."""
        scaled = self._scaled(theme)
        if scaled != self._theme:
            self._theme = scaled
            self._mouse.turned()
            if self._screen is not None:
                self.refresh(self._screen)

    def _show(self, screen: Screen) -> None:
        self.setFocus()  # before a button that has the ring is hidden: Qt would move the ring by itself
        self._screen = screen
        self._whole.show_screen(screen, self._theme)
        self._on_new_widgets()

    def _ringed(self) -> str:
        """The action of the button that has the ring; "" if none has."""
        focused = QApplication.focusWidget()
        return focused.action if isinstance(focused, BigButton) and focused in self._whole.ring() else ""

    def set_note(self, text: str) -> None:
        """Say in one sentence what does not work just now ("" when all does)."""
        if text != self._whole.note:
            self._whole.set_note(text)
            self._on_other_page()

    def light_up(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Mark what is being spoken: the sentence from `start` to `end` of that text ("" for nothing)."""
        if self._whole.view is not None:
            self._whole.view.said(text, start, end)

    def show_saying(self, saying: Saying) -> None:
        """Let the button of the voice say what a press on it does now."""
        self._whole.bar.show_saying(saying)

    @property
    def seen_all(self) -> bool:
        """Whether the last page of the screen is on show."""
        view = self._whole.view
        return view is None or view.page + 1 >= view.pages

    def show_level(self, peak: float) -> None:
        """Move the meter of the microphone, if there is one: the peak of the last moment in dBFS."""
        if isinstance(self._whole.view, RecorderView):
            self._whole.view.show_level(peak)

    # --- keys ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for on this screen."""
        if not self._on_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys mean the same whichever button has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return isinstance(watched, BigButton) and not self._counts(event, watched)
        return super().eventFilter(watched, event)

    def _counts(self, event: QMouseEvent, button: BigButton) -> bool:
        """Whether a press of the mouse is one of its own."""
        where = event.globalPosition().toPoint()
        goes_on = button.action in (buttons.NEXT, MORE) or button in self._whole.bar.buttons
        setting = self._screen is not None and isinstance(self._screen.body, Rows)
        return self._mouse.counts(where, self._theme.scale, decides=not goes_on and not setting)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves the ring in reading order."""
        self._move_ring(1 if forward else -1)
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
            return True
        if event.isAutoRepeat():  # a finger that rests on a key has pressed once
            return key in keys.ACTIONS or key in keys.ENTER or key in keys.FORWARD or key in keys.NUMBERS
        if key in keys.NUMBERS:
            self._press_number(keys.NUMBERS[key])
        elif key in keys.RING_DOWN:
            self._move_ring(1)
        elif key in keys.RING_UP:
            self._move_ring(-1)
        elif key in keys.ENTER and isinstance(focused := QApplication.focusWidget(), QAbstractButton):
            focused.click()
        elif key in keys.ENTER or key in keys.FORWARD:
            self._go_on()
        elif key in keys.ACTIONS:
            self._on_action(keys.ACTIONS[key])
        else:
            return False
        return True

    def _press_number(self, number: int) -> None:
        if self._screen is None:
            return
        match self._screen.body:
            case Asked(choices=answers) | Card(buttons=answers, numbered=True) | Recorder(buttons=answers):
                actions = [button.action for button in answers]
            case Tiles(tiles=tiles):
                actions = [tile.button.action for tile in tiles]
            case _:
                return
        if number <= len(actions):
            self.acted.emit(actions[number - 1])

    def _go_on(self) -> None:
        """The next page of this screen, else what its one "go on" says."""
        view, screen = self._whole.view, self._screen
        if screen is None or (view is not None and view.page + 1 < view.pages and view.turn(1)):
            return
        match screen.body:
            case Told(go_on=button) | Guards(go_on=button):
                self.acted.emit(button.action)
            case Card(buttons=answers, numbered=False) | Recorder(buttons=answers) if answers:
                self.acted.emit(next((b.action for b in answers if b.filled), answers[-1].action))

    def _on_action(self, action: str) -> None:
        """Pages of the same screen turn here; everything else is for whoever showed the screen."""
        view = self._whole.view
        if action == buttons.BACK and view is not None and view.turn(-1):
            return
        if action == MORE:
            return
        offered = self._screen is not None and any(button.action == action for button in self._screen.bar)
        if action == buttons.PAUSE and not offered:
            return
        self.acted.emit(action)

    # --- ring ------------------------------------------------------------------------------------------

    def _move_ring(self, by: int) -> None:
        ring = self._whole.ring()
        if not ring:
            return
        now = QApplication.focusWidget()
        at = ring.index(now) if now in ring else (-1 if by > 0 else 0)
        target = ring[(at + by) % len(ring)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ringed.emit(target.accessibleName())

    def _on_other_page(self) -> None:
        """Buttons have come to lie elsewhere."""
        self._mouse.turned()
        self._on_new_widgets()

    def _on_new_widgets(self) -> None:
        if QApplication.focusWidget() not in self._whole.ring():
            self.setFocus()
        for widget in self._whole.ring():
            widget.removeEventFilter(self)
            widget.installEventFilter(self)

    # --- size ------------------------------------------------------------------------------------------

    def _scaled(self, theme: Theme) -> Theme:
        return Theme(theme.dark, theme.percent, window_scale(self.width(), self.height()), theme.motion_ms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A larger window is the same picture, larger."""
        super().resizeEvent(event)
        self.set_theme(self._theme)
        self._on_other_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing needs no question: every step has been kept already."""
        event.accept()


def fill_screen(window: QWidget) -> None:
    """Show the window on the whole screen."""
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        window.setGeometry(screen.geometry())
    window.showFullScreen()
