"""How a story about the learner is told when she advises a neighbour: the same story, about the neighbour.

What the program says of 您 (narrator, captions, questions, feedback, signs, endings) is said of 王大妈 and
then of 她; what somebody says aloud, in a line or in “ ”, and what a phone or paper says, stays.
A question's 您怎么做 asks for advice. An author's `helper_words` stand in the place of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from elderguard.play.moment import NEIGHBOUR
from elderguard.scenario.model import (
    YOU,
    AccountOpened,
    AnyStep,
    Choice,
    Cue,
    End,
    Line,
    Question,
    Scenario,
    Scene,
    Show,
)
from elderguard.scenario.vocabulary import Role

SHE = "她"
_SAID_OR_YOU = re.compile(f"“[^”]*”|{YOU}(怎么)?")


def told_for(scenario: Scenario, role: Role | None) -> Scenario:
    """The scenario in the words for that role: another only where a self story is played as helper."""
    if scenario.role is not Role.SELF or role is not Role.HELPER or scenario.you != YOU:
        return scenario
    return _Retelling(dict(scenario.helper_words)).scenario(scenario)


def idle_helper_words(scenario: Scenario) -> tuple[str, ...]:
    """The texts that `helper_words` replaces and that the program never says in this story."""
    retelling = _Retelling(dict(scenario.helper_words))
    if scenario.role is Role.SELF:
        retelling.scenario(scenario)
    return tuple(text for text, _ in scenario.helper_words if text not in retelling.used)


def retold(text: str, you: str = NEIGHBOUR, *, asks: bool = False) -> str:
    """A text of the program about `you` instead of 您: by name first, then 她. `asks`: it is a
    question to the learner, who is asked what she would advise."""
    if you == YOU:
        return text
    named = False

    def swap(found: re.Match[str]) -> str:
        nonlocal named
        if found[0].startswith("“"):
            return found[0]
        who, named = (SHE if named else you), True
        how = found[1] or ""
        return f"{YOU}劝{who}{how}" if asks and how else f"{who}{how}"

    return _SAID_OR_YOU.sub(swap, text)


def retold_end(end: End, you: str) -> End:
    """An ending of the program's own, told about `you`."""
    return replace(end, title=retold(end.title, you), text=retold(end.text, you))


class _Retelling:
    """A story on its way to being told about the neighbour. `own` are the author's words by the text
    they replace, `used` the texts found in the story so far."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self._own = own
        self.used: set[str] = set()

    def scenario(self, scenario: Scenario) -> Scenario:
        """The whole story."""
        return replace(scenario, you=NEIGHBOUR, scenes=tuple(map(self._scene, scenario.scenes)))

    def _scene(self, scene: Scene) -> Scene:
        return replace(scene, hint=self._maybe(scene.hint), steps=tuple(map(self._step, scene.steps)))

    def _step(self, step: AnyStep) -> AnyStep:
        told = self._told(step)
        return told if step.cue is None else replace(told, cue=self._cue(step.cue, told))

    def _told(self, step: AnyStep) -> AnyStep:
        match step:
            case Line(speaker=None):
                return replace(step, text=self._text(step.text), say=self._maybe(step.say))
            case Question():
                say = None if step.say is None else self._text(step.say, asks=True)
                choices = tuple(map(self._choice, step.choices))
                return replace(step, text=self._text(step.text, asks=True), say=say, choices=choices)
            case Show(screen=screen):
                if isinstance(screen, AccountOpened):  # whose account it is, the author tells, not the phone
                    screen = replace(screen, holder=self._text(screen.holder))
                caption, say = self._maybe(step.caption), self._maybe(step.say)
                return replace(step, screen=screen, caption=caption, say=say)
            case End():
                title, text = self._text(step.title), self._text(step.text)
                return replace(step, title=title, text=text, say=self._maybe(step.say))
            case _:  # what somebody says; a phone that changes hands, a goto: no words
                return step

    def _choice(self, choice: Choice) -> Choice:
        return replace(
            choice,
            text=self._text(choice.text),
            say=self._maybe(choice.say),
            feedback=self._maybe(choice.feedback),
            feedback_say=self._maybe(choice.feedback_say),
        )

    def _cue(self, cue: Cue, step: AnyStep) -> Cue:
        """Why it matters, and the words that carry it as they stand in the step now."""
        quote = cue.quote
        if quote is not None and isinstance(step, Line) and quote not in step.text:
            forms = (quote.replace(YOU, NEIGHBOUR), quote.replace(YOU, SHE))
            quote = next((form for form in forms if form in step.text), None)
        return replace(cue, why=self._text(cue.why), quote=quote)

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self._text(text)

    def _text(self, text: str, *, asks: bool = False) -> str:
        self.used.add(text)
        return self._own.get(text) or retold(text, asks=asks)
