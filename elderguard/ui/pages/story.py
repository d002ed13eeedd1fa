"""A story being played: its moments one by one, 先停一停 over them, and the way out."""

from __future__ import annotations

from collections.abc import Callable

from elderguard.play.moment import Asked, Ended, Paused
from elderguard.play.playthrough import Playthrough
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import QuestionPage
from elderguard.ui.pages.debrief import DebriefPage
from elderguard.ui.pages.page import Back, Go, Home, Instead, Move, Stay
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Button, Card, Paragraph, Screen
from elderguard.ui.stage import LEAVE, RESUME, Stage


class StoryPage:
    """One playthrough on the stage. `restart` makes the page that plays the same story afresh."""

    def __init__(
        self,
        stage: Stage,
        playthrough: Playthrough,
        restart: Callable[[], Move],
        finished: Callable[[], None] = lambda: None,
    ) -> None:
        self._stage, self.playthrough = stage, playthrough
        self._restart, self._finished = restart, finished
        self._pause_card = 0

    def screen(self) -> Screen:
        """The current moment."""
        return self._stage.present(self.playthrough, self._pause_card)

    def act(self, action: str) -> Move:
        """Send the press to the playthrough."""
        moment = self.playthrough.current
        if isinstance(moment, Paused):
            return self._in_pause(action, moment)
        match action:
            case buttons.HOME:
                return Go(leaving_page(self._stage.scenario.title))
            case buttons.BACK if self.playthrough.can_back:
                self.playthrough.back()
            case buttons.BACK:
                return Go(leaving_page(self._stage.scenario.title))
            case buttons.PAUSE:
                self._pause_card = 0
                self.playthrough.pause()
            case buttons.NEXT if not isinstance(moment, Asked):
                self.playthrough.advance()
            case str() if action.startswith(buttons.CHOICE) and isinstance(moment, Asked):
                self.playthrough.choose(action.removeprefix(buttons.CHOICE))
        return self._shown()

    def _in_pause(self, action: str, moment: Paused) -> Move:
        cards = len(self._stage.pause_cards(moment))
        match action:
            case buttons.NEXT if self._pause_card + 1 < cards:
                self._pause_card += 1
            case buttons.BACK if self._pause_card > 0:
                self._pause_card -= 1
            case buttons.BACK:
                self.playthrough.resume()
            case buttons.HOME:
                return Go(leaving_page(self._stage.scenario.title))
            case _ if action == RESUME:
                self.playthrough.resume()
            case _ if action == LEAVE and moment.can_leave:
                self.playthrough.leave()
        return self._shown()

    def _shown(self) -> Move:
        """Show the story again, or the debrief once it is over."""
        if not isinstance(self.playthrough.current, Ended):
            return Stay()
        self._finished()
        return Instead(self.debrief())

    def debrief(self) -> DebriefPage:
        """The page after the ending; trying again comes back here."""
        return DebriefPage(self._stage, self.playthrough, lambda: Instead(self), self._restart)


def leaving_page(title: str) -> QuestionPage:
    """Asked before a story is left; nothing is lost either way. There is no other way home from here:
    a second press of the same key must not answer for her."""
    card = Card("要回首页吗？", (Paragraph("这个故事给您留着，下回接着练。"),), icon_file("house"))
    answers: list[tuple[Button, Callable[[], Move]]] = [
        (Button("stay", "接着练"), Back),
        (Button("leave-story", "回首页"), lambda: Home(asked=True)),
    ]
    bar = tuple(button for button in buttons.plain_bar() if button.action != buttons.HOME)
    return QuestionPage("leaving", title, card, answers, bar=bar)


def resume_page(
    title: str,
    go_on: Callable[[], Move],
    afresh: Callable[[], Move],
    not_this_one: Callable[[], Move] | None = None,
) -> QuestionPage:
    """The offer to go on where the last session stopped. The title is the header too, so that it is in
    sight beside the answers also where these have a page of their own."""
    card = Card("上回没练完，接着练吗？", (Paragraph(f"故事：{title}"),), icon_file("open-book"))
    answers = [(Button("go-on", "接着练"), go_on), (Button("afresh", "从头练"), afresh)]
    if not_this_one is not None:
        answers.append((Button("later", "不练这个了"), not_this_one))
    return QuestionPage("resume", title, card, answers)
