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
from elderguard.ui.screen import Saying, Screen
from elderguard.ui.second_press import FRESH_S
from elderguard.ui.stage import RESUME
from elderguard.ui.window import Window
from elderguard.voice.reading import interface
from elderguard.voice.utterance import Utterance

IDLE_S = 30  # after this long without a press the prompt is read again, and nothing else happens
REPEATS = 2  # a room that talks for ten minutes is not to be nagged
FOLLOW_S = 1.5  # between the last word of a line and the next line, where lines follow each other
FOLLOWED = frozenset({"line"})  # a phone wants to be looked at, everything else to be answered
# After one of these she is looking back or resting: then the story waits for her to go on.
_RESTING = frozenset({buttons.REPEAT, buttons.VOICE, buttons.SLOWER, buttons.BACK, buttons.HELP, RESUME})

LARGEST_TEXT, SMALLEST_TEXT = "已经是最大的字了。", "已经是最小的字了。"


def size_told(percent: int) -> str:
    """What is said when the text has become that large."""
    return f"字，现在是百分之{percent}。"


class Voice(Protocol):
    """Whoever reads a screen aloud."""

    def say(self, utterances: tuple[Utterance, ...]) -> None:
        """Read these, and nothing that was being read before."""

    def prepare(self, utterances: tuple[Utterance, ...]) -> None:
        """Make ready what may be said soon."""

    def effect(self, name: str) -> None:
        """Play a short sound."""

    @property
    def saying(self) -> Saying:
        """Whether something is being said, or held in the middle."""

    def hold(self) -> None:
        """Be silent in the middle."""

    def go_on(self) -> None:
        """Go on after `hold`."""

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
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(round(FOLLOW_S * 1000))
        self._follow.timeout.connect(self._go_on_by_itself)
        self._may_follow = True
        self._reading = False
        window.acted.connect(self.act)
        window.ringed.connect(self._ringed)
        window.whole.paged.connect(self._follow.stop)
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.setInterval(round(FRESH_S * 1000))

    @property
    def stack(self) -> tuple[Page, ...]:
        """The pages, the one on show last."""
        return tuple(self._stack)

    def start(self, *pages: Page) -> None:
        """Begin with these pages, the last one on show."""
        self._stack = list(pages)
        self._show()

    def act(self, action: str) -> None:
        """Do what a press means: here if it means the same everywhere, else on the page."""
        if action == buttons.NEXT and self._fresh.isActive():
            return  # it was meant for the line that has just gone on by itself
        self._prompts = 0
        self._follow.stop()
        self._may_follow = action not in _RESTING
        match action:
            case buttons.REPEAT:
                self._read_aloud()
            case buttons.VOICE:
                self._press_voice()
            case buttons.SLOWER:
                self._slower()
            case buttons.BIGGER | buttons.SMALLER:
                self._resize_text(action)
            case buttons.HELP:
                kind = self._screen.kind if self._screen else ""
                if kind != "help":
                    self._move(Go(help_page(kind)))
            case _:
                self._move(self._stack[-1].act(action))
        self._idle.start()

    def refresh(self) -> None:
        """Show the page as it is now, where something it tells of has changed by itself."""
        if self._stack and self._sight() != self._screen:
            self._refresh()

    def heard_all(self) -> None:
        """The reading has come to its end; from now on it is quiet. A line that was heard to its end is
        followed by the next, unless she has that switched off, looks back, or has not seen all of it."""
        self._idle.start()
        line = self._screen is not None and self._screen.kind in FOLLOWED
        if line and self._reading and self._may_follow and self._read().follow and self._window.seen_all:
            self._follow.start()

    def _go_on_by_itself(self) -> None:
        self._fresh.start()
        self._move(self._stack[-1].act(buttons.NEXT))

    def _press_voice(self) -> None:
        match self._voice.saying:
            case Saying.SPEAKING:
                self._voice.hold()
            case Saying.HELD:
                self._voice.go_on()
            case Saying.NOTHING:
                self._read_aloud()

    def _read_aloud(self) -> None:
        """Read the screen from its beginning."""
        if self._screen is not None:
            self._reading = True
            self._voice.say(self._screen.spoken)

    def _say(self, *utterances: Utterance) -> None:
        """Say something that does not stand on the screen."""
        self._reading = False
        self._voice.say(utterances)

    def _move(self, move: Move) -> None:
        match move:
            case Go(page=page):
                self._stack.append(page)
            case Instead(page=page):
                self._stack[-1] = page
            case Back():
                self._may_follow = False
                if len(self._stack) > 1:
                    self._stack.pop()
            case Home(asked=False) if len(self._stack) > 2:
                self._stack.pop()
                self._move(self._stack[-1].act(buttons.HOME))
                return
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
        screen = self._sight()
        same = screen == self._screen
        self._screen = screen
        self._window.show_screen(screen)
        if screen.sound and not same:
            self._voice.effect(screen.sound)
        self._read_aloud()
        self._voice.prepare(screen.ahead)
        self.moved.emit()

    def _sight(self) -> Screen:
        """The screen of the page on show, as the settings are now."""
        screen = self._stack[-1].screen()
        return replace(screen, bar=buttons.as_set(screen.bar, self._read().speech_rate))

    def _refresh(self) -> None:
        """Show the page as the settings are now; what is being read goes on."""
        self._screen = self._sight()
        self._window.refresh(self._screen)

    def _slower(self) -> None:
        """Slower by one step, and from the start; at the slowest, back to normal: one button does both."""
        now = self._read()
        slower = [rate for rate in SPEECH_RATES if rate < now.speech_rate]
        rate = max(slower) if slower else SPEECH_RATES[1]
        self._change(replace(now, speech_rate=rate))
        self._refresh()
        self._read_aloud()

    def _resize_text(self, action: str) -> None:
        now = self._read()
        at = TEXT_SIZES.index(now.text_size) + (1 if action == buttons.BIGGER else -1)
        if 0 <= at < len(TEXT_SIZES):
            self._change(replace(now, text_size=TEXT_SIZES[at]))
            self._refresh()
            self._say(interface(size_told(TEXT_SIZES[at])))
        else:
            self._say(interface(LARGEST_TEXT if at else SMALLEST_TEXT))

    def _ringed(self, name: str) -> None:
        """Say the name of a button; one that the screen reads out, a numbered choice, just as there."""
        self._follow.stop()
        self._may_follow = False
        spoken = self._screen.spoken if self._screen else ()
        self._say(next((said for said in reversed(spoken) if said.text == name), interface(name)))

    def _prompt_again(self) -> None:
        if self._prompts < REPEATS and self._voice.saying is Saying.NOTHING:
            self._prompts += 1
            self._read_aloud()
