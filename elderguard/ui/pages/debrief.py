"""After a story: what became of it, the four guards, the cues, the safe line aloud, and what next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from elderguard.play.citation import CitedCue
from elderguard.play.outcome import Debrief, GuardState, debrief
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.model import Line
from elderguard.scenario.vocabulary import Outcome
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import aftercare_page
from elderguard.ui.pages.page import Back, Go, Home, Move, Stay
from elderguard.ui.picture import icon_file, portrait_file
from elderguard.ui.screen import Body, Button, Card, Guards, GuardSight, Paragraph, Screen
from elderguard.ui.stage import GUARD_ICONS, Stage
from elderguard.ui.theme import Tone
from elderguard.ui.worded import answering, worded
from elderguard.voice import cards
from elderguard.voice.cards import CardWords

RETRY, AGAIN, OTHERS, SEE_AFTERCARE = "retry", "again", "others", "see-aftercare"
_OUTCOME_TONE = {Outcome.KEPT: Tone.SAFE, Outcome.CLOSE_CALL: Tone.REHEARSE, Outcome.HARMED: Tone.REHEARSE}
_GUARD_MARKS = {
    GuardState.KEPT: ("check-mark-button", Tone.SAFE),
    GuardState.EXPOSED: ("light-bulb", Tone.REHEARSE),
    GuardState.NOT_MET: (None, Tone.QUIET),
}


class DebriefPage:
    """The pages after an ending, one idea each. `tried_again` leads back into the story after
    `retry`, `restart` plays it from the start."""

    def __init__(
        self,
        stage: Stage,
        playthrough: Playthrough,
        tried_again: Callable[[], Move],
        restart: Callable[[], Move],
    ) -> None:
        self._stage, self._playthrough = stage, playthrough
        self._tried_again, self._restart = tried_again, restart
        self._pages = self._all(debrief(playthrough))
        self._at = 0

    def screen(self) -> Screen:
        """The page on show."""
        kind, body, words = self._pages[self._at]
        title = f"{self._stage.scenario.title}：回头看"
        done, total = self._at + 1, len(self._pages)
        return Screen(kind, title, body, buttons.plain_bar(), words.aloud(), done=done, total=total)

    @property
    def has_next(self) -> bool:
        """Whether there is another page."""
        return self._at + 1 < len(self._pages)

    def act(self, action: str) -> Move:
        """On, back, again, or another story."""
        match action:
            case buttons.NEXT if self.has_next:
                self._at += 1
            case buttons.BACK if self._at > 0:
                self._at -= 1
            case buttons.BACK if self._playthrough.can_back:
                self._playthrough.back()
                return self._tried_again()
            case "retry" if self._playthrough.can_retry:
                self._playthrough.retry()
                return self._tried_again()
            case "again":
                return self._restart()
            case "others":
                return Back()
            case "see-aftercare":
                return Go(aftercare_page())
            case buttons.HOME:
                return Home()
        return Stay()

    def _all(self, found: Debrief) -> list[tuple[str, Body, CardWords]]:
        """Kind, body and words of every page."""
        ending, guards = cards.ending_card(found), cards.guards_card(found)
        rehearse, care = cards.rehearse_card(found), cards.care_card(found)
        done = cards.done_card(self._playthrough.can_retry)
        pages: list[tuple[str, Body, CardWords]] = [
            ("ending", self._ending(ending, found.outcome), ending),
            ("guards", self._guards(guards, found), guards),
        ]
        pages += [
            ("cue", self._cue(words, cue), words)
            for words, cue in zip(cards.cue_cards(found), found.cues, strict=True)
        ]
        pages.append(("rehearse", self._rehearse(rehearse), rehearse))
        if cards.shows_care(found):
            pages.append(("care", self._care(care), care))
        pages.append(("done", self._done(done), done))
        return pages

    def _ending(self, words: CardWords, outcome: Outcome) -> Card:
        return worded(words, _picture(outcome), _OUTCOME_TONE[outcome], buttons.go_on("回头看看"))

    def _guards(self, words: CardWords, found: Debrief) -> Guards:
        items = []
        for entry in found.guards:
            mark, tone = _GUARD_MARKS[entry.result]
            items.append(
                GuardSight(
                    entry.guard.chinese,
                    cards.GUARD_RESULTS[entry.result],
                    icon_file(GUARD_ICONS[entry.guard]),
                    icon_file(mark) if mark else None,
                    tone,
                )
            )
        return Guards(words.heading.text, tuple(items), buttons.go_on())

    def _cue(self, words: CardWords, cue: CitedCue) -> Card:
        cited, why = (text.text for text in words.texts)
        return Card(
            words.heading.text,
            (Paragraph(cited, quote=cue.quote or cue.text), Paragraph(why)),
            self._face(cue.step) or icon_file("eyes"),
            buttons=(buttons.go_on(),),
        )

    def _face(self, step_id: str) -> Path | None:
        """The portrait of whoever said that, as it was then."""
        scenario = self._stage.scenario
        for step in (step for scene in scenario.scenes for step in scene.steps):
            if step.id == step_id and isinstance(step, Line) and step.speaker is not None:
                return portrait_file(scenario.speaker(step.speaker).portrait, step.mood, self._stage.folder)
        return None

    def _rehearse(self, words: CardWords) -> Card:
        [line] = words.texts
        return Card(
            words.heading.text,
            (Paragraph(line.text, large=True),),
            icon_file("megaphone"),
            Tone.REHEARSE,
            (buttons.go_on("我说完了"),),
        )

    def _care(self, words: CardWords) -> Card:
        steps = Button(SEE_AFTERCARE, "一步一步看")
        return worded(words, icon_file("telephone"), Tone.SAFE, steps, buttons.go_on("知道了"))

    def _done(self, words: CardWords) -> Card:
        actions = ([RETRY] if self._playthrough.can_retry else []) + [AGAIN, OTHERS]
        return answering(words, icon_file("star"), actions)


def _picture(outcome: Outcome) -> Path | None:
    """A thumb, a light, or a seedling: never a reproach."""
    match outcome:
        case Outcome.KEPT:
            return icon_file("thumbs-up")
        case Outcome.CLOSE_CALL:
            return icon_file("light-bulb")
        case _:
            return icon_file("seedling")
