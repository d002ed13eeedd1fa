"""Rows 17 and 18: sentences are short, all that is spoken is shown, and all that is shown is spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from elderguard.scenario.model import Document, Home
from elderguard.scenario.screen_text import away_text, hold_text, screen_text
from elderguard.scenario.vocabulary import Press
from elderguard.ui.phone.frame import PhoneFrame
from elderguard.ui.screen import (
    Asked,
    Body,
    Button,
    Card,
    Guards,
    PhoneSight,
    Recorder,
    Rows,
    Screen,
    Tiles,
    Told,
)
from tests.ui.gate.criterion import Fault
from tests.ui.gate.page import Page, Word

LONGEST = 22
_PUNCTUATION = re.compile(r"[，。！？；：、“”‘’「」『』《》（）…—\s,.!?:;()\"']+")
_ONLY_SAID = "按钮"  # introduces the buttons of a phone by ear; the eye sees that they are buttons
_IDLE = frozenset(press.chinese for press in Press)
"""Buttons that belong to the picture of a phone and cannot be pressed. They are named by ear at any text
size; at the larger ones their pictures give way to the words."""
_ICONS = frozenset(screen_text(Home()).in_order())
"""Under the icons of the phone: they belong to the picture of a phone and are no message."""


@dataclass(frozen=True)
class Text:
    """The words of one widget as a page shows them, or those of one phone or paper, widget by widget.
    `where` is the part of the window."""

    parts: tuple[str, ...]
    where: str

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)


def texts(page: Page) -> list[Text]:
    """What a page shows, each widget's words together, those of a phone or paper as one."""
    found: dict[int, dict[int, list[Word]]] = {}
    where: dict[int, str] = {}
    for word in page.words:
        if not word.is_number:
            owner = id(_phone(word.widget) or word.widget)
            found.setdefault(owner, {}).setdefault(id(word.widget), []).append(word)
            where[owner] = word.where
    return [Text(_in_order(parts.values()), where[owner]) for owner, parts in found.items()]


def _in_order(parts: Iterable[list[Word]]) -> tuple[str, ...]:
    def place(word: Word) -> tuple[float, float]:
        return round(word.baseline), word.box.left()

    ordered = sorted((sorted(words, key=place) for words in parts), key=lambda words: place(words[0]))
    return tuple("".join(word.text for word in words) for words in ordered)


def _phone(widget: QWidget) -> PhoneFrame | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, PhoneFrame):
        above = above.parentWidget()
    return above


def clauses(text: str) -> list[str]:
    """The stretches between punctuation marks."""
    return [part for part in _PUNCTUATION.split(text.replace("\u2028", "")) if part]


def body_texts(body: Body) -> list[str]:
    """Every text a body has to show."""
    match body:
        case Card(heading=heading, paragraphs=paragraphs, buttons=buttons):
            return [heading, *(each.text for each in paragraphs), *_labels(buttons)]
        case Told(person=person, text=text, phones=phones, go_on=go_on, phone_first=phone_first):
            name = person.name if person and not phone_first else ""  # the narrator tells what a phone shows
            return [name, text, go_on.text, *_phones(phones)]
        case Asked(question=question, choices=choices, phones=phones):
            live = tuple(phone for phone in phones if phone.presses)
            return [question, *_labels(choices), *_phones(live)]
        case Tiles(banner=banner, tiles=tiles):
            return [banner or "", *(text for tile in tiles for text in (tile.button.text, *tile.lines))]
        case Guards(heading=heading, items=items, go_on=go_on):
            return [heading, go_on.text, *(text for each in items for text in (each.text, each.result))]
        case Recorder(person=person, progress=progress, text=text, about=about, buttons=buttons, open=open_):
            name = "" if open_ else person.name  # now it is the sentence that counts
            return [name, progress, text, about, *_labels(buttons)]
        case Rows(rows=rows):
            return [text for row in rows for text in (row.name, row.value, *_labels(row.buttons))]


def _labels(buttons: Sequence[Button]) -> list[str]:
    return [button.text for button in buttons]


def _phones(phones: Sequence[PhoneSight]) -> list[str]:
    found: list[str] = []
    for sight in phones:
        words = screen_text(sight.screen)
        paper = isinstance(sight.screen, Document)
        if not paper:
            found.append(hold_text(sight.hold, sight.holder_name, sight.owner_name))
        if sight.hold.turned_away and not paper:
            found.append(away_text(sight.hold, sight.owner_name))
        else:
            found += words.in_order()
        found += [press.chinese for press, _, _ in sight.presses]
    return found


def _shown(pages: Sequence[Sequence[Text]]) -> str:
    return "\n".join(_squeezed(text.text) for page in pages for text in page)


def _squeezed(text: str) -> str:
    return "".join(_PUNCTUATION.split(text.replace("\u2028", "")))


@dataclass(frozen=True)
class Exhibit:
    """A screen after all its pages have been on show: its words, and what is said in its story."""

    screen: Screen
    pages: tuple[tuple[Text, ...], ...]
    heard: str = ""
    percent: int = 100


def complete(exhibit: Exhibit) -> Iterator[Fault]:
    """Every text of the screen stands on one of its pages, the buttons of the bar too."""
    shown = _shown(exhibit.pages)
    for text in body_texts(exhibit.screen.body):
        if _squeezed(text) and not all(_squeezed(part) in shown for part in clauses(text)):
            yield Fault(f"“{text}”", "on no page", "on a page")
    for button in exhibit.screen.bar:
        if not {button.text, button.short} & set(shown.split("\n")):
            yield Fault(f"button “{button.text}”", "on no page", "on every page")


def shown_as_spoken(exhibit: Exhibit) -> Iterator[Fault]:
    """What one hears can be read."""
    shown = _shown(exhibit.pages)
    for utterance in exhibit.screen.spoken:
        told, _, idle = utterance.text.partition(_ONLY_SAID)
        for part in (*clauses(told), *clauses(idle)):
            if part not in shown and not (part in clauses(idle) and _gives_way(part, exhibit.percent)):
                yield Fault(f"spoken “{utterance.text}”", f"“{part}” on no page", "on a page")


def _gives_way(part: str, percent: int) -> bool:
    return part in _IDLE and percent > 100


def spoken_as_shown(exhibit: Exhibit) -> Iterator[Fault]:
    """What one reads is heard: now, or, if it was there before (the phone, who speaks, what is being read
    into the microphone), when it came. While a microphone listens nothing is said at all."""
    now = "\n".join(_squeezed(each.text) for each in exhibit.screen.spoken)
    person = exhibit.screen.body.person if isinstance(exhibit.screen.body, Told | Asked) else None
    for page in exhibit.pages:
        for text in page:
            if text.where in ("header", "note", "button"):
                continue
            lasting = text.where == "phone" or (person is not None and text.text == person.name)
            lasting = lasting or isinstance(exhibit.screen.body, Recorder)
            for part in (clause for each in text.parts for clause in clauses(each)):
                if part not in now and not (lasting and part in exhibit.heard) and part not in _ICONS:
                    yield Fault(f"shown “{text.text}”", f"“{part}” is never said", "said")


def short(exhibit: Exhibit) -> Iterator[Fault]:
    """A sentence can be taken in at a breath."""
    for text in body_texts(exhibit.screen.body):
        for part in clauses(text):
            if len(part) > LONGEST:
                yield Fault(f"“{text}”", f"{len(part)} characters without a pause", f"≤ {LONGEST}")


@dataclass(frozen=True)
class WordCriterion:
    """A row of the gate that needs all pages of a screen."""

    number: int
    sentence: str
    look: Callable[[Exhibit], Iterator[Fault]]

    def __str__(self) -> str:
        return f"{self.number:02d} {self.sentence}"


CRITERIA = (
    WordCriterion(10, "every text stands on a page", complete),
    WordCriterion(17, "sentences are short", short),
    WordCriterion(18, "what is spoken is shown", shown_as_spoken),
    WordCriterion(18, "what is shown is spoken", spoken_as_shown),
)
