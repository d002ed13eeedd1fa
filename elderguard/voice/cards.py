"""The words of the cards around a story: 先停一停 and the debrief, as they are shown and as they are said.

The window draws these cards and reads them out; whoever lists or records what a story says takes the
words from here too, so that no card can say something that is in no list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elderguard.play.citation import CitedCue
from elderguard.play.moment import Paused
from elderguard.play.outcome import Debrief, GuardResult, GuardState
from elderguard.play.retelling import retold
from elderguard.scenario.hotlines import HOTLINES
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Guard, Kind
from elderguard.voice.reading import interface, numbered
from elderguard.voice.spoken import quantity
from elderguard.voice.utterance import Utterance

PAUSE_QUESTIONS = {
    Guard.PHONE: ("手机，在谁手里？", "手机要在您自己手里。不在，就先要回来。"),
    Guard.CODE: ("验证码，说出去了吗？", "短信里的数字，谁要都不说。"),
    Guard.FACE: ("有人让您刷脸吗？", "要对着手机眨眼张嘴，就先别动。"),
    Guard.ID: ("证件和银行卡，在谁那里？", "身份证、银行卡，要拿在自己手里。"),
}
GO_BACK, WALK_AWAY = "回去接着看", "离开这里，去问问"
GUARD_RESULTS = {
    GuardState.KEPT: "守住了",
    GuardState.EXPOSED: "再想想",
    GuardState.NOT_MET: "这回没遇到",
}
RETRY, AGAIN, OTHERS = "换个做法试试", "从头再练一遍", "看别的故事"
_ALWAYS_NAMED, _HOTLINES_NAMED = "police", 2  # more than two nobody remembers


@dataclass(frozen=True)
class CardWords:
    """The words of one card, in the order they are read: a heading, sentences, numbered answers."""

    heading: Utterance
    texts: tuple[Utterance, ...] = ()
    answers: tuple[Utterance, ...] = ()

    def aloud(self) -> tuple[Utterance, ...]:
        """All of it."""
        return (self.heading, *self.texts, *self.answers)


def card(heading: str, *texts: str, answers: Iterable[str] = ()) -> CardWords:
    """A card that is said as it is written."""
    return CardWords(interface(heading), tuple(map(interface, texts)), numbered(tuple(answers)))


def pause_cards(moment: Paused, scenario: Scenario) -> tuple[CardWords, ...]:
    """先停一停, card by card: the four guards one by one, then the author's hint and the way on."""
    you = scenario.you
    first = "停得好。一样一样想。"
    guards = [
        card(retold(heading, you), *([first] if guard is Guard.PHONE else []), retold(text, you))
        for guard, (heading, text) in PAUSE_QUESTIONS.items()
    ]
    hint = [moment.hint] if moment.hint else []
    answers = [GO_BACK, *([WALK_AWAY] if moment.can_leave else [])]
    return (*guards, card("想好了，怎么办？", *hint, answers=answers))


def ending_card(found: Debrief) -> CardWords:
    """The ending, and what became of the money."""
    text = (interface(found.text, found.text_say),) if found.text or found.text_say else ()
    money = (interface(_money(found)),) if found.lost or found.borrowed else ()
    return CardWords(interface(found.title), (*text, *money))


def guards_card(found: Debrief) -> CardWords:
    """The four guards, each with what became of it."""
    return card("真的假的都一样，四样不出手。", *map(guard_sentence, found.guards))


def guard_sentence(entry: GuardResult) -> str:
    """One guard with what became of it."""
    return f"{entry.guard.chinese}，{GUARD_RESULTS[entry.result]}。"


def cue_cards(found: Debrief) -> tuple[CardWords, ...]:
    """The signs worth noticing, one card each: who said it, the words, and why."""
    count = len(found.cues)
    return tuple(card(_place(at, count), cited_words(cue), cue.why) for at, cue in enumerate(found.cues))


def cited_words(cue: CitedCue) -> str:
    """A sign in the words it had in the story."""
    return f"{cue.who}：“{cue.text}”" if cue.who else f"“{cue.text}”"


def _place(at: int, count: int) -> str:
    return "哪一处该留心？" if count == 1 else f"该留心的地方，第{quantity(str(at + 1))}处"


def rehearse_card(found: Debrief) -> CardWords:
    """The safe line, to be said aloud."""
    return CardWords(interface("跟我大声说"), (interface(found.safe_line, found.safe_line_say),))


def shows_care(found: Debrief) -> bool:
    """Whether the page with 110 belongs here: after harm, and after every swindle, the one that came to
    nothing too, since the next one is real."""
    return found.aftercare or found.kind is Kind.SCAM


def care_card(found: Debrief) -> CardWords:
    """What to do if it really happened, with the hotlines of the story."""
    ids = dict.fromkeys((_ALWAYS_NAMED, *found.hotlines))
    named = [HOTLINES[hotline] for hotline in ids if hotline in HOTLINES][:_HOTLINES_NAMED]
    numbers = [f"{hotline.name}：{hotline.shown}" for hotline in named]
    return card("真遇上了，怎么办？", "钱少也要报警。谁说能追钱，谁又来骗。", *numbers)


def done_card(can_retry: bool) -> CardWords:
    """What can be done next."""
    answers = [*([RETRY] if can_retry else []), AGAIN, OTHERS]
    return card("这个故事练完了", answers=answers)


def debrief_cards(found: Debrief, can_retry: bool) -> tuple[CardWords, ...]:
    """All cards after an ending, in the order they come."""
    care = (care_card(found),) if shows_care(found) else ()
    first = (ending_card(found), guards_card(found), *cue_cards(found), rehearse_card(found))
    return (*first, *care, done_card(can_retry))


def _money(found: Debrief) -> str:
    """What went and what came back, in one calm sentence."""
    parts = []
    if found.lost:
        parts.append(f"您自己的钱，少了{found.lost}块")
    if found.borrowed:
        parts.append(f"您名下，多了{found.borrowed}块借款")
    back = f"后来追回了{found.recovered}块。" if found.recovered else ""
    return retold(f"{'，'.join(parts)}。{back}", found.you)
