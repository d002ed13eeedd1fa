"""Which page is on show: a stack of pages, the window that shows the top one, the voice that reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from elderguard.settings import SPEECH_RATES, TEXT_SIZES, Settings
from elderguard.ui.pages import buttons
from elderguard.ui.pages.help import help_page
from elderguard.ui.pages.page import Back, Go, Home, Instead, Move, Page, Quit, Stay
from elderguard.ui.pages.settings import TRY_SOUND
from elderguard.ui.screen import Screen
from elderguard.ui.window import Window
from elderguard.voice.reading import interface
from elderguard.voice.utterance import Utterance

IDLE_S = 30  # after this long without a press the prompt is read again, and nothing else happens
REPEATS = 2  # a room that talks for ten minutes is not to be nagged


class Voice(Protocol):
    """Whoever reads a screen aloud."""

    def say(self, utterances: tuple[Utterance, ...]) -> None:
        """Read these, and nothing that was being read before."""

    def prepare(self, utterances: tuple[Utterance, ...]) -> None:
        """Make ready what may be said soon."""

    def effect(self, name: str) -> None:
        """Play a short sound."""

    def again(self) -> None:
        """Read the last ones once more."""

    def hush(self) -> None:
        """Be silent."""


class Navigator(QObject):
    """Joins pages, window and voice. `read` and `change` are the settings."""

    quitting = Signal()
    moved = Signal()

    def __init__(
        self,
        window: Window,
        voice: Voice,
        read: Callable[[], Settings],
        change: Callable[[Settings], None],
    ) -> None:
        super().__init__(window)
        self._window, self._voice = window, voice
        self._read, self._change = read, change
        self._stack: list[Page] = []
        self._screen: Screen | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_S * 1000)
        self._idle.timeout.connect(self._prompt_again)
        self._prompts = 0
        window.acted.connect(self.act)
        window.ringed.connect(self._ringed)

    @property
    def stack(self) -> tuple[Page, ...]:
        """The pages, the one on show last."""
        return tuple(self._stack)

    def start(self, *pages: Page) -> None:
        """Begin with these pages, the last one on show."""
        self._stack = list(pages)
        self._show()

    def show_again(self) -> None:
        """The page on show has changed by itself."""
        self._show()

    def act(self, action: str) -> None:
        """Do what a press means: here if it means the same everywhere, else on the page."""
        self._prompts = 0
        match action:
            case buttons.REPEAT:
                self._voice.again()
            case buttons.SLOWER:
                self._slower()
            case buttons.BIGGER | buttons.SMALLER:
                self._resize_text(action)
            case buttons.HELP:
                kind = self._screen.kind if self._screen else ""
                if kind != "help":
                    self._move(Go(help_page(kind)))
            case _ if action == TRY_SOUND:
                self._voice.say((interface("您能听到我说话吗？"),))
            case _:
                self._move(self._stack[-1].act(action))
        self._idle.start()

    def heard_all(self) -> None:
        """The reading has come to its end; from now on it is quiet."""
        self._idle.start()

    def _move(self, move: Move) -> None:
        match move:
            case Go(page=page):
                self._stack.append(page)
            case Instead(page=page):
                self._stack[-1] = page
            case Back():
                if len(self._stack) > 1:
                    self._stack.pop()
            case Home():
                del self._stack[1:]
            case Quit():
                self._voice.hush()
                self.quitting.emit()
                return
            case Stay():
                pass
        self._show()

    def _show(self) -> None:
        screen = self._stack[-1].screen()
        same = screen == self._screen
        self._screen = screen
        self._window.show_screen(screen)
        if screen.sound and not same:
            self._voice.effect(screen.sound)
        self._voice.say(screen.spoken)
        self._voice.prepare(screen.ahead)
        self.moved.emit()

    def _slower(self) -> None:
        """Slower by one step; at the slowest, back to normal: one button does both."""
        now = self._read()
        slower = [rate for rate in SPEECH_RATES if rate < now.speech_rate]
        rate = max(slower) if slower else SPEECH_RATES[1]
        self._change(replace(now, speech_rate=rate))
        self._voice.say((interface("好，我说慢一点。" if slower else "好，我说快一点。"),))

    def _resize_text(self, action: str) -> None:
        now = self._read()
        at = TEXT_SIZES.index(now.text_size) + (1 if action == buttons.BIGGER else -1)
        if 0 <= at < len(TEXT_SIZES):
            self._change(replace(now, text_size=TEXT_SIZES[at]))
            self._voice.say((interface(f"字，现在是百分之{TEXT_SIZES[at]}。"),))
        else:
            self._voice.say((interface("已经是最大的字了。" if at else "已经是最小的字了。"),))

    def _ringed(self, name: str) -> None:
        """Say the name of a button; one that the screen reads out, a numbered choice, just as there."""
        spoken = self._screen.spoken if self._screen else ()
        said = next((utterance for utterance in reversed(spoken) if utterance.text == name), interface(name))
        self._voice.say((said,))

    def _prompt_again(self) -> None:
        if self._prompts < REPEATS:
            self._prompts += 1
            self._voice.again()
