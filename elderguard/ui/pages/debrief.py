"""After a story: what became of it, the four guards, the cues, the safe line aloud, and what next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from elderguard.play.citation import CitedCue
from elderguard.play.outcome import Debrief, GuardState, debrief
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.hotlines import HOTLINES
from elderguard.scenario.model import Line
from elderguard.scenario.vocabulary import Kind, Outcome
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import aftercare_page
from elderguard.ui.pages.page import Back, Go, Home, Move, Stay
from elderguard.ui.picture import icon_file, portrait_file
from elderguard.ui.screen import Body, Button, Card, Guards, GuardSight, Paragraph, Screen
from elderguard.ui.stage import GUARD_ICONS, Stage
from elderguard.ui.theme import Tone

POLICE = "police"  # of all hotlines the one that always stands there
RETRY, AGAIN, OTHERS, SEE_AFTERCARE = "retry", "again", "others", "see-aftercare"
_OUTCOME_TONE = {Outcome.KEPT: Tone.SAFE, Outcome.CLOSE_CALL: Tone.REHEARSE, Outcome.HARMED: Tone.REHEARSE}
_GUARD_WORDS = {
    GuardState.KEPT: ("守住了", "check-mark-button", Tone.SAFE),
    GuardState.EXPOSED: ("再想想", "light-bulb", Tone.REHEARSE),
    GuardState.NOT_MET: ("这回没遇到", None, Tone.QUIET),
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
        self._bodies = self._all(debrief(playthrough))
        self._at = 0

    def screen(self) -> Screen:
        """The page on show."""
        kind, body = self._bodies[self._at]
        title = f"{self._stage.scenario.title}：回头看"
        return Screen(
            kind, title, body, buttons.plain_bar(), aloud(body), done=self._at + 1, total=len(self._bodies)
        )

    @property
    def has_next(self) -> bool:
        """Whether there is another page."""
        return self._at + 1 < len(self._bodies)

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

    def _all(self, found: Debrief) -> list[tuple[str, Body]]:
        pages: list[tuple[str, Body]] = [("ending", self._ending(found)), ("guards", self._guards(found))]
        pages += [("cue", self._cue(cue, at, len(found.cues))) for at, cue in enumerate(found.cues)]
        pages.append(("rehearse", self._rehearse(found)))
        if found.aftercare or self._stage.scenario.kind is Kind.SCAM:
            pages.append(("care", self._care(found)))  # after a good ending too: next time it is real
        pages.append(("done", self._done()))
        return pages

    def _ending(self, found: Debrief) -> Card:
        texts = [found.text] if found.text else []
        if found.lost or found.borrowed:
            texts.append(_money(found))
        return Card(
            found.title,
            tuple(Paragraph(text) for text in texts),
            _picture(found.outcome),
            _OUTCOME_TONE[found.outcome],
            (buttons.go_on("回头看看"),),
        )

    def _guards(self, found: Debrief) -> Guards:
        items = []
        for entry in found.guards:
            words, mark, tone = _GUARD_WORDS[entry.result]
            items.append(
                GuardSight(
                    entry.guard.chinese,
                    words,
                    icon_file(GUARD_ICONS[entry.guard]),
                    icon_file(mark) if mark else None,
                    tone,
                )
            )
        return Guards("真的假的都一样，四样不出手。", tuple(items), buttons.go_on())

    def _cue(self, cue: CitedCue, at: int, count: int) -> Card:
        heading = "哪一处该留心？" if count == 1 else f"该留心的地方，第{_NUMBER[at]}处"
        who = f"{cue.who}：" if cue.who else ""
        return Card(
            heading,
            (Paragraph(f"{who}“{cue.text}”", quote=cue.quote or cue.text), Paragraph(cue.why)),
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

    def _rehearse(self, found: Debrief) -> Card:
        return Card(
            "跟我大声说",
            (Paragraph(found.safe_line, large=True),),
            icon_file("megaphone"),
            Tone.REHEARSE,
            (buttons.go_on("我说完了"),),
        )

    def _care(self, found: Debrief) -> Card:
        ids = dict.fromkeys((POLICE, *found.hotlines))
        numbers = [HOTLINES[hotline] for hotline in ids if hotline in HOTLINES]
        texts = [Paragraph("钱少也要报警。谁说能追钱，谁又来骗。")]
        texts += [Paragraph(f"{hotline.name}：{hotline.shown}") for hotline in numbers[:2]]
        return Card(
            "真遇上了，怎么办？",
            tuple(texts),
            icon_file("telephone"),
            Tone.SAFE,
            (Button(SEE_AFTERCARE, "一步一步看"), buttons.go_on("知道了")),
        )

    def _done(self) -> Card:
        answers = [Button(AGAIN, "从头再练一遍"), Button(OTHERS, "看别的故事")]
        if self._playthrough.can_retry:
            answers.insert(0, Button(RETRY, "换个做法试试"))
        return Card("这个故事练完了", (), icon_file("star"), buttons=tuple(answers), numbered=True)


def _picture(outcome: Outcome) -> Path | None:
    """A thumb, a light, or a seedling: never a reproach."""
    match outcome:
        case Outcome.KEPT:
            return icon_file("thumbs-up")
        case Outcome.CLOSE_CALL:
            return icon_file("light-bulb")
        case _:
            return icon_file("seedling")


def _money(found: Debrief) -> str:
    """What went and what came back, in one calm sentence."""
    parts = []
    if found.lost:
        parts.append(f"自己的钱少了{found.lost}块")
    if found.borrowed:
        parts.append(f"名下多了{found.borrowed}块借款")
    gone = "，".join(parts)
    if found.recovered:
        return f"{gone}。后来追回了{found.recovered}块。"
    return f"{gone}。"


_NUMBER = "一二三四五六七八九十"
