"""Reading a list into the microphone, line by line: it opens after a press and closes after the next."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import QuestionPage
from elderguard.ui.pages.page import Back, Go, Home, Move, Stay
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Button, Card, Paragraph, Person, Recorder, Screen
from elderguard.ui.theme import Tone
from elderguard.voice.loudness import Loudness
from elderguard.voice.own import OwnError
from elderguard.voice.pcm import Pcm
from elderguard.voice.reading import interface, numbered
from elderguard.voice.sheet import Sheet
from elderguard.voice.utterance import Utterance

START, STOP, HEAR, AGAIN, NEXT_LINE, SKIP, ENOUGH = (
    "start",
    "stop",
    "hear",
    "anew",
    "next-line",
    "skip",
    "enough",
)
READ_IT = "按“开始录”，念完按“停”。"
RECORDED = "这一句录过了。"
SPEAK = "请念。"
MUTED = "现在没开声音，听不见。请到设置里打开。"
CAME_IN = {
    Loudness.RIGHT: "录好了，声音正好。",
    Loudness.SOFT: "录好了，就是太轻。靠近一点，再录一遍更好。",
    Loudness.LOUD: "录好了，就是太响。离远一点，再录一遍更好。",
}


class Listener(Protocol):
    """A microphone."""

    def start(self) -> None:
        """Open it."""

    def stop(self) -> Pcm:
        """Close it and give what was said."""

    def close(self) -> None:
        """Close it and forget what was said."""


class Place(Protocol):
    """What the page records with: for one person, into her pack."""

    def keep(self, utterance: Utterance, pcm: Pcm) -> Loudness:
        """Keep a recording. Raises OwnError."""

    def keys(self) -> frozenset[str]:
        """The keys of what she has recorded."""

    def person(self, utterance: Utterance) -> Person:
        """Whose words they are."""

    def muted(self) -> bool:
        """Whether nothing can be heard."""


class _At(Enum):
    LINE = "a line is on show, nothing has happened yet"
    OPENING = "the microphone has been switched on"
    LISTENING = "it hears"
    DONE = "it has been recorded just now"
    HEARING = "she listens to it"
    FAILED = "it could not be recorded"


class RecorderPage:
    """One list being read. The microphone's `opened` and `broken` come in through the methods of that
    name; after them the page is to be shown again."""

    def __init__(self, title: str, sheet: Sheet, microphone: Listener, place: Place) -> None:
        self._title, self.sheet = title, sheet
        self._microphone, self._place = microphone, place
        self._state, self._about = _At.LINE, ""
        self._show(sheet)

    @property
    def listening(self) -> bool:
        """Whether the microphone is on."""
        return self._state in (_At.OPENING, _At.LISTENING)

    # --- what is shown -----------------------------------------------------------------------------------

    def screen(self) -> Screen:
        """The line, what to do, and the buttons for it."""
        line, open_ = self.sheet.line, self.listening
        progress = "" if open_ else self.sheet.progress
        body = Recorder(
            self._place.person(line), progress, line.text, self._about, self._buttons(), open=open_
        )
        return Screen("recorder", self._title, body, self._bar(), self._spoken(body), done=0, total=0)

    def _spoken(self, body: Recorder) -> tuple[Utterance, ...]:
        """All of it, as long as the microphone does not hear it."""
        if self.listening:
            return ()
        line = self.sheet.line
        if self._state is _At.HEARING:
            return (line,)
        about = (interface(self._about), *numbered([button.text for button in body.buttons]))
        if self._state is not _At.LINE:
            return about
        return (interface(body.progress), interface(f"{body.person.name}："), line, *about)

    def _buttons(self) -> tuple[Button, ...]:
        if self.listening:
            return (Button(STOP, "停", tone=Tone.ALERT, filled=True),)
        if self.sheet.recorded:
            go_on = Button(NEXT_LINE, "下一句", tone=Tone.SAFE, filled=True)
            return (
                Button(HEAR, "听一听", tone=Tone.CHOICE),
                Button(AGAIN, "再录一遍", tone=Tone.CHOICE),
                go_on,
            )
        return (Button(START, "开始录", tone=Tone.SAFE, filled=True), Button(SKIP, "跳过", tone=Tone.CHOICE))

    def _bar(self) -> tuple[Button, ...]:
        enough = Button(ENOUGH, "先录到这里", icon_file("line-check"), short="不录了")
        if self.listening:
            return (buttons.back(), buttons.home(), buttons.help_(), enough)
        return (buttons.voice(), buttons.slower(), buttons.back(), buttons.home(), buttons.help_(), enough)

    # --- what is pressed ---------------------------------------------------------------------------------

    def act(self, action: str) -> Move:
        """Record, listen, move on. Whatever leads away from a recording throws it away."""
        if self.listening and action != STOP:
            self.left()
            if action == buttons.BACK:
                return Stay()
        match action:
            case "start" | "anew":
                self._state, self._about = _At.OPENING, ""
                self._microphone.start()
            case "stop" if self.listening:
                self._keep(self._microphone.stop())
            case "hear":
                muted = self._place.muted()
                self._state, self._about = (_At.DONE, MUTED) if muted else (_At.HEARING, self._about)
            case "next-line" | "skip":
                return self._moved(1)
            case buttons.BACK:
                return self._moved(-1)
            case "enough":
                return Back()
            case buttons.HOME:
                return Home()
        return Stay()

    def _moved(self, by: int) -> Move:
        moved = self.sheet.moved(by)
        if moved is not None:
            self._show(moved)
            return Stay()
        return Back() if by < 0 else Go(self._end())

    def _show(self, sheet: Sheet) -> None:
        self.sheet = sheet.with_done(self._place.keys())
        self._state, self._about = _At.LINE, RECORDED if self.sheet.recorded else READ_IT

    def _keep(self, sound: Pcm) -> None:
        try:
            loudness = self._place.keep(self.sheet.line, sound)
        except OwnError as error:
            self._state, self._about = _At.FAILED, str(error)
        else:
            self._state, self._about = _At.DONE, CAME_IN[loudness]
        self.sheet = self.sheet.with_done(self._place.keys())

    def _end(self) -> QuestionPage:
        """After the last line: what is still open, and the way to it."""
        left = len(self.sheet.lines) - self.sheet.count
        answers: list[tuple[Button, Callable[[], Move]]] = [(Button("enough-recorded", "好了"), Home)]
        if left:
            answers.insert(0, (Button("open-lines", "去录没录的"), self._to_open))
        told = f"还有{left}句没录。" if left else "这一份全录好了，谢谢您。"
        card = Card("到最后一句了", (Paragraph(told),), icon_file("microphone"))
        return QuestionPage("recorded", self._title, card, answers)

    def _to_open(self) -> Move:
        self._show(self.sheet.at_first_open())
        return Back()

    # --- what the microphone says ------------------------------------------------------------------------

    def opened(self) -> None:
        """It hears: now she can speak."""
        if self._state is _At.OPENING:
            self._state, self._about = _At.LISTENING, SPEAK

    def broken(self, reason: str) -> None:
        """It has gone, or could not be opened."""
        if self.listening:
            self._state, self._about = _At.FAILED, reason

    def left(self) -> None:
        """Something else is on show, or soon will be: the microphone closes, what it heard is forgotten."""
        if self.listening:
            self._microphone.close()
            self._show(self.sheet)
