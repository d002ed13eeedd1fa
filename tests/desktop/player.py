"""Plays a walkthrough on the real window with one pair of hands: keys, mouse, or the accessibility bus.

What to do is read from the walkthrough, what can be done from the screen; the engine is never asked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Protocol

from elderguard.scenario.vocabulary import Role
from tests.desktop.virtual import Desktop, Thing, Timeout
from tests.walkthroughs.script import Entry, Walkthrough

SECOND_PRESS_S = 0.65  # within 600 ms the program takes a second press for a trembling hand
SAME_PLACE_S = 0.9  # on a new page, where the pointer rests, for longer
UNREAD_S = 1.6  # and where something would be decided, for longer still
STILL = 60  # px that the pointer may have moved and still rests
BUTTON = "button-"
BAR = (
    "voice",
    "slower",
    "back",
    "home",
    "help",
    "pause",
    "bigger",
    "smaller",
    "settings",
    "quit",
    "more-stories",
)
ON_PHONE = "手机上："  # how the name of a button on the pretend phone begins
_BESIDE = {"状态", "复盘"}  # lines of a walkthrough that stand for nothing on the screen
_ALOUD = {"短信", "聊天", "提示", "信函", "通知", "海报"}  # screens whose words stand on them as written
_KEYS = {
    "next": "Return",
    "more": "Return",
    "back": "BackSpace",
    "pause": "0",
    "home": "Escape",
    "help": "F1",
}


class Hands(Protocol):
    """One way of pressing what is on the screen."""

    def press(self, desktop: Desktop, thing: Thing, body: list[Thing]) -> None:
        """Press that button; `body` are the buttons that the number keys count."""

    def patience(self, thing: Thing, before: Thing | None) -> float:
        """Seconds after the press on `before` until one on that button is a press of its own."""


class Keys:
    """The keyboard alone: 1 to 3, Enter and the keys of the bar; Tab to what has no key."""

    def press(self, desktop: Desktop, thing: Thing, body: list[Thing]) -> None:
        """By its number or its key."""
        action = thing.id.removeprefix(BUTTON)
        if action in _KEYS:
            desktop.key(_KEYS[action])
        elif thing in body[:3]:
            desktop.key(str(body.index(thing) + 1))
        else:
            self._by_ring(desktop, thing)

    def _by_ring(self, desktop: Desktop, thing: Thing) -> None:
        for _ in range(20):
            desktop.key("Tab")
            desktop.wait_for(lambda: any(seen.focused for seen in desktop.look()), "the ring")
            if any(seen.focused and seen.id == thing.id for seen in desktop.look()):
                desktop.key("Return")
                return
        raise Timeout(f"the ring never came to {thing.name}")

    def patience(self, thing: Thing, before: Thing | None) -> float:
        """A key that is down and up again has been pressed."""
        return 0.0


class Mouse:
    """The left button of the mouse alone, in the middle of what it presses."""

    def press(self, desktop: Desktop, thing: Thing, body: list[Thing]) -> None:
        """One click."""
        desktop.click(*thing.centre)

    def patience(self, thing: Thing, before: Thing | None) -> float:
        """Longest where the pointer rests and something would be decided."""
        if (
            before is None
            or sum(abs(a - b) for a, b in zip(thing.centre, before.centre, strict=True)) > STILL
        ):
            return SECOND_PRESS_S
        action = thing.id.removeprefix(BUTTON)
        return SAME_PLACE_S if action in (*BAR, "next", "more") else UNREAD_S


class Bus:
    """The accessibility bus alone, as a switch or a screen reader presses."""

    def press(self, desktop: Desktop, thing: Thing, body: list[Thing]) -> None:
        """By its name."""
        if not desktop.press(thing.name):
            raise Timeout(f"{thing.name} could not be pressed")

    def patience(self, thing: Thing, before: Thing | None) -> float:
        """The same button twice at once is one press, however it is done."""
        return SECOND_PRESS_S


class Player:
    """Somebody in front of the window. `seen` is called after every press with what is on the screen."""

    def __init__(
        self, desktop: Desktop, hands: Hands, seen: Callable[[list[Thing]], None] = lambda things: None
    ) -> None:
        self._desktop, self._hands, self._seen = desktop, hands, seen
        self._screen: list[Thing] = []  # as it was last looked at; it changes only when something is pressed
        self._pressed = 0.0
        self._last: Thing | None = None

    # --- the screen --------------------------------------------------------------------------------------

    def ready(self) -> None:
        """Wait for the window with something to press."""
        self._desktop.wait_for(
            lambda: any(BUTTON in identity for identity, _ in self._desktop.glance()), "the window"
        )
        self.look()

    def look(self) -> None:
        """Look at the screen again, as it is after what others did."""
        self._screen = self._desktop.look()
        self._seen(self._screen)

    def buttons(self) -> dict[str, Thing]:
        """What can be pressed, by action, in the order a person reads."""
        found = [thing for thing in self._screen if thing.presses and thing.id.startswith(BUTTON)]
        found.sort(key=lambda thing: (thing.box[1], thing.box[0]))
        return {
            thing.id.removeprefix(BUTTON): thing for thing in found if not thing.name.startswith(ON_PHONE)
        }

    def text(self) -> str:
        """All that can be read on the screen, without spaces."""
        return plain("".join(thing.name for thing in self._screen))

    def press(self, action: str) -> None:
        """Press the button of that action, and wait until the screen is another."""
        buttons = self.buttons()
        if action not in buttons:
            raise Timeout(f"{action} is not there; there are {[thing.name for thing in buttons.values()]}")
        body = [thing for name, thing in buttons.items() if name not in BAR]
        before = self._desktop.glance()
        wait = self._hands.patience(buttons[action], self._last) - (time.monotonic() - self._pressed)
        if wait > 0:
            time.sleep(wait)
        self._hands.press(self._desktop, buttons[action], body)
        self._desktop.wait_for(
            lambda: self._desktop.glance() != before, f"a screen after {buttons[action].name}"
        )
        self._last = buttons[action]
        self._pressed = time.monotonic()  # by now the program has noticed the press
        self.look()

    def turn_to(self, action: str) -> None:
        """Go on through pages and cards until that button is there."""
        for _ in range(12):
            buttons = self.buttons()
            if action in buttons:
                return
            self.press("more" if "more" in buttons else "next")
        raise Timeout(f"{action} never came")

    # --- the play ----------------------------------------------------------------------------------------

    def enter(self, walkthrough: Walkthrough) -> None:
        """From the first page into its story."""
        self.press("advise" if walkthrough.role is Role.HELPER else "practise")
        self.press(f"story:{walkthrough.story}")

    def play(self, walkthrough: Walkthrough) -> None:
        """Do and see all that is written, up to the last ending. Timeout where it goes another way."""
        shown, entries = "", [entry for entry in walkthrough.entries if entry.word not in _BESIDE]
        last = max(at for at, entry in enumerate(entries) if entry.word == "结局")
        fresh = True  # what is on the screen has not been compared yet
        for entry in entries[: last + 1]:
            match entry.word:
                case "答":
                    self._answer(entry)
                    fresh = True
                case "停一停":
                    self.press("pause")
                case "接着走" | "走开":
                    action = "resume" if entry.word == "接着走" else "leave"
                    self.turn_to(action)
                    self.press(action)
                    fresh = fresh or action == "leave"
                case "退回":
                    self.press("back")
                    fresh = True
                case "再试":
                    self.turn_to("retry")
                    self.press("retry")
                    fresh = True
                case "一" | "二" | "三":
                    self._read(entry, entry.rest)
                case _ if words(entry) is not None:
                    if not fresh and entry.text != shown:
                        self.press("next")
                    self._read(entry, *(words(entry) or ()))
                    shown, fresh = entry.text, False

    def _answer(self, entry: Entry) -> None:
        wanted = plain(entry.rest)
        self._read(entry, entry.rest)
        for action, thing in self.buttons().items():
            if wanted in plain(thing.name):
                self.press(action)
                return
        raise Timeout(f"{entry.where}: no choice {entry.rest}")

    def _read(self, entry: Entry, *sought: str) -> None:
        """All these words stand on this screen, or on its further pages."""
        missing = [plain(word) for word in sought]
        for _ in range(6):
            on_screen = self.text()
            missing = [word for word in missing if word not in on_screen]
            if not missing or "more" not in self.buttons():
                break
            self.press("more")
        if missing:
            raise Timeout(f"{entry.where}: {missing} not on the screen: {self.text()}")


def words(entry: Entry) -> tuple[str, ...] | None:
    """What of a line of a walkthrough stands on the screen; None for a line that is no screen."""
    match entry.word:
        case "后来" | "因为" | "留心" | "损失" | "借款" | "追回" | "善后" | "停过" | "最初" | "最后":
            return None
        case "手机不离手" | "验证码不说" | "脸不随便刷" | "证件不交人":
            return None
        case "【】":
            name, _, rest = entry.rest.removeprefix("【").partition("】")
            text = re.sub(r"，署名：.*$", "", rest.partition("：")[2])
            return (
                (text,) if name.rpartition("·")[0] == "" and name.partition("·")[0] in _ALOUD and text else ()
            )
        case _:
            return (entry.rest,)


def plain(text: str) -> str:
    """A text without its spaces and line breaks."""
    return "".join(text.split())
