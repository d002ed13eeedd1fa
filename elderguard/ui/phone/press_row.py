"""The buttons of a pretend screen, live or only drawn."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from elderguard.scenario.vocabulary import Press
from elderguard.ui.phone.part import Room
from elderguard.ui.picture import icon_file
from elderguard.ui.theme import Theme, Tone
from elderguard.ui.widgets.button import BigButton, Face

GAP = 16  # px between two buttons
TONES = {
    Press.ANSWER: Tone.SAFE,
    Press.HANG_UP: Tone.ALERT,
    Press.STOP_SHARING: Tone.ALERT,
    Press.ALLOW: Tone.CHOICE,
    Press.DENY: Tone.CHOICE,
    Press.INSTALL: Tone.CHOICE,
    Press.CANCEL: Tone.CHOICE,
    Press.CONFIRM: Tone.CHOICE,
    Press.PAY: Tone.CHOICE,
}
PRESSES = {press.value: press for press in Press}
ICONS = {Press.ANSWER: "call-answer", Press.HANG_UP: "call-hang-up"}


class PressRow(QWidget):
    """The buttons of a screen: side by side where their texts fit, else one under the other.

    Live ones are filled and can be pressed; the others belong to the picture of the screen only.
    """

    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[BigButton] = []
        self._used = 0
        self._bare = False
        self._shown: tuple[Press, ...] = ()
        self._live: dict[Press, str] = {}

    def show_presses(self, shown: tuple[Press, ...], live: Mapping[Press, str]) -> None:
        """Show these buttons, and all live ones with their accessible names."""
        self._shown, self._live = shown, dict(live)
        self._refill()

    def give_way(self, room: Room) -> None:
        """Show the live buttons only, where nothing but the words has room."""
        if (room == Room.BARE) != self._bare:
            self._bare = room == Room.BARE
            self._refill()

    def _refill(self) -> None:
        live = self._live
        shown = tuple(press for press in self._shown if press in live or not self._bare)
        presses = (*shown, *(press for press in live if press not in shown))
        while len(self._buttons) < len(presses):
            button = BigButton(self)
            button.acted.connect(lambda action: self.pressed.emit(PRESSES[action]))
            self._buttons.append(button)
        for button in self._buttons[len(presses) :]:
            button.hide()
        for button, press in zip(self._buttons, presses, strict=False):
            self._show_press(button, press, live)
        self._used = len(presses)
        self.setVisible(bool(presses))
        self.updateGeometry()
        self._arrange()

    def _show_press(self, button: BigButton, press: Press, live: Mapping[Press, str]) -> None:
        icon = icon_file(ICONS[press]) if press in ICONS else None
        face = Face(
            press.chinese,
            icon=icon,
            tone=TONES[press] if press in live else Tone.QUIET,
            filled=press in live and icon is None,
            name=live.get(press, press.chinese),
        )
        button.show_face(face, self._theme, press.value)
        button.setEnabled(press in live)

    def _live_buttons(self) -> list[BigButton]:
        return self._buttons[: self._used]

    def _beside(self, width: int) -> int:
        """The width of each button when they stand side by side; 0 if they cannot."""
        buttons = self._live_buttons()
        if not buttons:
            return 0
        each = (width - self._theme.px(GAP) * (len(buttons) - 1)) // len(buttons)
        return each if all(button.natural_width() <= each for button in buttons) else 0

    def hasHeightForWidth(self) -> bool:
        """Yes: where they do not fit side by side they take more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px the buttons take at this width."""
        buttons = self._live_buttons()
        each = self._beside(width)
        if each:
            return max(button.heightForWidth(each) for button in buttons)
        gaps = self._theme.px(GAP) * max(0, len(buttons) - 1)
        return sum(button.heightForWidth(width) for button in buttons) + gaps

    def sizeHint(self) -> QSize:
        """The size at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of it may be cut off."""
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Arrange the buttons anew."""
        self._arrange()

    def _arrange(self) -> None:
        each = self._beside(self.width())
        left = top = 0
        for button in self._live_buttons():
            width = each or self.width()
            height = button.heightForWidth(width)
            button.setGeometry(left, top, width, height)
            if each:
                left += each + self._theme.px(GAP)
            else:
                top += height + self._theme.px(GAP)
