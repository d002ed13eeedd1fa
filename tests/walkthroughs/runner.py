"""Plays a walkthrough and compares, line by line, what is written with what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from elderguard.play.error import PlayError
from elderguard.play.moment import Asked, Ended, Paused
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.model import Scenario
from tests.walkthroughs import afterwards, facts
from tests.walkthroughs.notation import NUMERALS, plain, written
from tests.walkthroughs.script import Entry, Mismatch, Walkthrough


class Stage(Protocol):
    """Where it is played."""

    play: Playthrough

    def moved(self) -> None:
        """A move has been made."""


def run(walkthrough: Walkthrough, stage: Stage) -> frozenset[str]:
    """Play it to its end and return the ids of the endings reached; Mismatch at the first line that
    differs."""
    run = _Run(walkthrough, stage)
    run.all()
    return frozenset(run.endings)


class _Run:
    """A walkthrough being played. `fresh`: what stands on the screen has not been written down yet.
    `again`: it has been, but may be written once more (after a pause)."""

    def __init__(self, walkthrough: Walkthrough, stage: Stage) -> None:
        self.walkthrough = walkthrough
        self.stage = stage
        self.entries = list(walkthrough.entries)
        self.fresh = True
        self.again = False
        self.debriefed = False
        self.endings: set[str] = set()
        self.last = f"{walkthrough.path}:1"

    @property
    def scenario(self) -> Scenario:
        return self.stage.play.scenario

    def all(self) -> None:
        while self.entries:
            entry = self.entries.pop(0)
            self.last = entry.where
            self.one(entry)
        if not isinstance(self.stage.play.current, Ended) or self.fresh:
            raise Mismatch(self.last, "走到结局", written(self.scenario, self.stage.play.current))
        if not self.debriefed:
            raise Mismatch(self.last, "结局后面有复盘", "没有复盘")

    def one(self, entry: Entry) -> None:
        match entry.word:
            case "答":
                self.answer(entry)
            case "停一停":
                self.settle(entry)
                self.move(entry, self.stage.play.pause)
                self.same(entry, _pause(entry), written(self.scenario, self.stage.play.current))
            case "接着走":
                self.move(entry, self.stage.play.resume)
                self.again = True
            case "走开":
                self.move(entry, self.stage.play.leave)
                self.fresh = True
            case "退回":
                self.settle(entry)
                self.move(entry, self.stage.play.back)
                self.fresh = True
            case "再试":
                self.settle(entry)
                self.move(entry, self.stage.play.retry)
                self.fresh = True
            case "状态":
                self.settle(entry)
                facts.check(entry, self.scenario, self.stage.play.current.state)
            case "复盘":
                self.settle(entry)
                afterwards.check(entry, self.take(afterwards.WORDS), self.stage.play)
                self.debriefed = True
            case _:
                self.see(entry)

    def see(self, entry: Entry) -> None:
        """A line that stands for what is on the screen."""
        if isinstance(self.stage.play.current, Paused):
            raise Mismatch(entry.where, "接着走 / 走开 / 退回", entry.text)
        if self.again and entry.text == written(self.scenario, self.stage.play.current):
            self.fresh = True
        if not self.fresh:
            self.move(entry, self.stage.play.advance)
        self.fresh = self.again = False
        current = self.stage.play.current
        expected = entry.text if entry.word != "结局" else f"结局（{entry.bracket}）：{entry.rest}"
        self.same(entry, expected, written(self.scenario, current))
        self.debriefed = False
        if isinstance(current, Asked):
            self.choices(entry, current)
        if isinstance(current, Ended):
            self.endings.add(current.end.id)
            text = self.take(("后来",))
            told = f"后来：{text[0].rest}" if text else "没有“后来：”"
            self.same(entry, told, plain(f"后来：{current.end.text}") if current.end.text else "没有“后来：”")

    def choices(self, entry: Entry, asked: Asked) -> None:
        """All open choices stand below the question, in order."""
        offered = self.take(NUMERALS)
        expected = [f"{choice.word}、{choice.rest}" for choice in offered]
        open_now = [
            f"{numeral}、{plain(choice.text)}"
            for numeral, choice in zip(NUMERALS, asked.choices, strict=False)
        ]
        self.same(entry, "　".join(expected), "　".join(open_now))

    def answer(self, entry: Entry) -> None:
        self.settle(entry)
        current = self.stage.play.current
        if not isinstance(current, Asked):
            raise Mismatch(entry.where, entry.text, f"没有在问，是{written(self.scenario, current)}")
        for choice in current.choices:
            if plain(choice.text) == entry.rest:
                break
        else:
            raise Mismatch(entry.where, entry.rest, " / ".join(plain(c.text) for c in current.choices))
        response, *route = entry.bracket.split("，")
        self.same(entry, response, choice.response.chinese)
        if route:
            self.same(entry, route[0], choice.route.chinese if choice.route else "没有写路")
        self.move(entry, lambda: self.stage.play.choose(choice.id))
        self.fresh = True

    def settle(self, entry: Entry) -> None:
        """What is on the screen must have been written down before anything else is done there."""
        if self.fresh:
            raise Mismatch(
                entry.where, entry.text, f"先写这一屏：{written(self.scenario, self.stage.play.current)}"
            )

    def move(self, entry: Entry, make: Callable[[], None]) -> None:
        self.again = False
        before = self.stage.play.current
        try:
            make()
        except PlayError as error:
            shown = written(self.scenario, before)
            raise Mismatch(entry.where, entry.text, f"在“{shown}”不能这样走（{error}）") from error
        self.stage.moved()

    def same(self, entry: Entry, expected: str, actual: str) -> None:
        if expected != actual:
            raise Mismatch(entry.where, expected, actual)

    def take(self, words: tuple[str, ...]) -> list[Entry]:
        """The next lines as far as they begin with these words."""
        taken = []
        while self.entries and self.entries[0].word in words:
            taken.append(self.entries.pop(0))
        return taken


def _pause(entry: Entry) -> str:
    return f"停一停：{entry.rest}" if entry.rest else "停一停"
