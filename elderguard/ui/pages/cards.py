"""Pages that are a few cards one after the other: help, aftercare, a message, a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from elderguard.play.aftercare import AFTERCARE
from elderguard.scenario.hotlines import HOTLINES
from elderguard.scenario.vocabulary import Mood
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.page import Back, Home, Move, Stay
from elderguard.ui.picture import icon_file, portrait_file
from elderguard.ui.screen import Button, Card, Paragraph, Screen
from elderguard.ui.theme import Tone


class CardsPage:
    """Cards in a row. The last one's "go on" closes the page, or does what `finish` says."""

    def __init__(
        self, kind: str, title: str, cards: Sequence[Card], finish: Callable[[], Move] = Back
    ) -> None:
        self._kind, self._title, self._cards, self._finish = kind, title, tuple(cards), finish
        self._at = 0

    def screen(self) -> Screen:
        """The card on show."""
        card = self._cards[self._at]
        total = len(self._cards) if len(self._cards) > 1 else 0
        done = self._at + 1 if total else 0
        return Screen(self._kind, self._title, card, buttons.plain_bar(), aloud(card), done=done, total=total)

    @property
    def has_next(self) -> bool:
        """Whether there is another card."""
        return self._at + 1 < len(self._cards)

    def act(self, action: str) -> Move:
        """On, back, or out."""
        match action:
            case buttons.NEXT if self.has_next:
                self._at += 1
                return Stay()
            case buttons.NEXT:
                return self._finish()
            case buttons.BACK if self._at > 0:
                self._at -= 1
                return Stay()
            case buttons.BACK:
                return Back()
            case buttons.HOME:
                return Home()
            case _:
                return Stay()


class QuestionPage:
    """One card with two or three numbered answers, each with where it leads."""

    def __init__(
        self,
        kind: str,
        title: str,
        card: Card,
        answers: Sequence[tuple[Button, Callable[[], Move]]],
        *,
        bar: tuple[Button, ...] | None = None,
    ) -> None:
        self._kind, self._title = kind, title
        self._bar = buttons.plain_bar() if bar is None else bar
        self._answers = {button.action: move for button, move in answers}
        shown = tuple(button for button, _ in answers)
        self._card = Card(card.heading, card.paragraphs, card.picture, card.tone, shown, numbered=True)

    def screen(self) -> Screen:
        """The question."""
        return Screen(self._kind, self._title, self._card, self._bar, aloud(self._card))

    def act(self, action: str) -> Move:
        """Where the answer leads."""
        if action in self._answers:
            return self._answers[action]()
        match action:
            case buttons.BACK:
                return Back()
            case buttons.HOME:
                return Home()
            case _:
                return Stay()


def message_page(kind: str, title: str, heading: str, *texts: str, picture: str = "information") -> CardsPage:
    """One card that says something; "知道了" closes it."""
    paragraphs = tuple(Paragraph(text) for text in texts)
    card = Card(heading, paragraphs, icon_file(picture), buttons=(buttons.go_on("知道了"),))
    return CardsPage(kind, title, [card])


def aftercare_page(finish: Callable[[], Move] = Back) -> CardsPage:
    """已经上当了？ One step a card, the numbers large."""
    pictures = ("raised-hand", "telephone", "locked", "envelope", "people-hugging", "shield")
    cards = []
    for at, step in enumerate(AFTERCARE):
        paragraphs = [Paragraph(step.text)]
        for hotline_id in step.hotlines:
            hotline = HOTLINES[hotline_id]
            paragraphs.append(Paragraph(f"{hotline.name}：{hotline.shown}", large=False))
        last = at == len(AFTERCARE) - 1
        go_on = buttons.go_on("我记住了" if last else "下一步")
        cards.append(
            Card(
                f"{_COUNT[at]}，{step.title}", tuple(paragraphs), icon_file(pictures[at]), Tone.SAFE, (go_on,)
            )
        )
    first = Card(
        "别慌，一步一步来",
        (Paragraph("这不怪您。多少有文化的人，也遇上过。"), Paragraph("下面六步，照着做就行。")),
        portrait_file("daughter", Mood.FRIENDLY),
        Tone.SAFE,
        (buttons.go_on("开始"),),
    )
    return CardsPage("aftercare", "已经上当了？", [first, *cards], finish)


_COUNT = ("第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八")
