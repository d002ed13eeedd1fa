"""How a moment of a story becomes a screen. The only ui module that knows `play`, besides the debrief."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from elderguard.play import course
from elderguard.play import moment as play
from elderguard.play.error import StoryStuck
from elderguard.play.judgement import is_safe
from elderguard.play.playthrough import Playthrough
from elderguard.play.state import State
from elderguard.scenario.model import (
    SELF,
    TABLE,
    Chat,
    Choice,
    CreditNotice,
    Document,
    Handover,
    Hold,
    Line,
    Notice,
    Scenario,
    Show,
    Sms,
)
from elderguard.scenario.model import Call as CallScreen
from elderguard.scenario.places import place_name
from elderguard.scenario.vocabulary import CallState, Guard, Press
from elderguard.ui import screen as sight
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.picture import icon_file, place_file, portrait_file
from elderguard.ui.screen import Button, Card, Paragraph, Person, PhoneSight, Scenery, Screen
from elderguard.ui.theme import Tone
from elderguard.ui.worded import answering, worded
from elderguard.voice.cards import pause_cards
from elderguard.voice.reading import caption, frame, reading
from elderguard.voice.utterance import Utterance

RESUME, LEAVE = "resume", "leave"
FIRST_WORDS = 2  # utterances of each next moment made ready; the rest is made while these are heard
GUARD_ICONS = {
    Guard.PHONE: "mobile-phone",
    Guard.CODE: "envelope",
    Guard.FACE: "selfie",
    Guard.ID: "identification-card",
}


def press_name(press: Press) -> str:
    """What a live button of a pretend phone is called."""
    return f"手机上：{press.chinese}"


@dataclass(frozen=True)
class Stage:
    """A scenario on the stage, told in the words for its role, and where its own pictures lie."""

    scenario: Scenario
    folder: Path | None = None

    def present(self, playthrough: Playthrough, pause_card: int = 0) -> Screen:
        """The screen for the current moment; `pause_card` is the card of 先停一停 on show.
        The ending has a page of its own and is not presented here."""
        moment = playthrough.current
        match moment:
            case play.Framed():
                body: sight.Body = self._framed(moment)
                kind = "frame"
            case play.Told():
                body, kind = self._told(moment), "line"
            case play.Shown():
                body, kind = self._shown(moment), "phone"
            case play.Asked():
                body, kind = self._asked(moment), "question"
            case play.Answered():
                body, kind = self._answered(moment), "feedback"
            case play.Paused():
                body, kind = self._paused(moment, pause_card), "pause"
            case play.Ended():
                raise ValueError("an ending is shown by the debrief")
        spoken = aloud(body) if kind == "pause" else reading(moment, self.scenario)
        bar = buttons.plain_bar() if kind == "pause" else buttons.story_bar()
        return Screen(
            kind,
            self.scenario.title,
            body,
            bar,
            spoken,
            self.ahead(playthrough),
            self._sound(moment),
            playthrough.beat,
            max(playthrough.beats, playthrough.beat),
        )

    def ahead(self, playthrough: Playthrough) -> tuple[Utterance, ...]:
        """The first words of whatever can be pressed to from here, to be made ready while she listens."""
        moment = playthrough.current
        try:
            match moment:
                case play.Asked(choices=choices):
                    following = [course.chosen(self.scenario, moment, choice.id) for choice in choices]
                case play.Paused() | play.Ended():
                    following = []
                case _:
                    following = [course.advanced(self.scenario, moment)]
        except StoryStuck:
            return ()  # the press itself will say so
        readings = [reading(next_one, self.scenario)[:FIRST_WORDS] for next_one in following]
        return tuple(utterance for words in readings for utterance in words)

    # --- moments -----------------------------------------------------------------------------------

    def _framed(self, moment: play.Framed) -> Card:
        heading, *texts = frame(moment.neighbour)
        return Card(
            heading,
            tuple(map(Paragraph, texts)),
            portrait_file(play.NEIGHBOUR_PORTRAIT),
            buttons=(buttons.go_on("听她说"),),
        )

    def _told(self, moment: play.Told) -> sight.Told:
        line = moment.line
        return sight.Told(
            self._scenery(moment.state),
            self._speaker(line, moment.state),
            line.text,
            self._phones(moment),
            buttons.go_on("接着听"),
        )

    def _shown(self, moment: play.Shown) -> sight.Told:
        phones = self._phones(moment)
        return sight.Told(
            self._scenery(moment.state),
            None if moment.state.said is None else self._speaker(moment.state.said, moment.state),
            caption(moment.show, self.scenario, moment.state.hold(moment.show.whose)),
            phones,
            buttons.go_on("接着看"),
            phone_first=True,
        )

    def _asked(self, moment: play.Asked) -> sight.Asked:
        said = moment.state.said
        choices = tuple(Button(buttons.choice(choice.id), choice.text) for choice in moment.choices)
        return sight.Asked(
            self._scenery(moment.state),
            None if said is None else self._speaker(said, moment.state),
            moment.question.text,
            choices,
            self._phones(moment, moment.choices),
        )

    def _answered(self, moment: play.Answered) -> Card:
        choice = moment.choice
        good = is_safe(self.scenario.kind, choice)
        return Card(
            choice.text,
            (Paragraph(choice.feedback or ""),),
            icon_file("thumbs-up" if good else "light-bulb"),
            Tone.SAFE if good else Tone.REHEARSE,
            (buttons.go_on("接着看"),),
        )

    def pause_cards(self, moment: play.Paused) -> tuple[Card, ...]:
        """先停一停, card by card: the four guards one by one, the author's hint, and the way on."""
        *guards, last = pause_cards(moment, self.scenario)
        cards = [
            worded(words, icon_file(icon), Tone.SAFE, buttons.go_on("下一样" if at < 3 else "想好了"))
            for at, (words, icon) in enumerate(zip(guards, GUARD_ICONS.values(), strict=True))
        ]
        return (*cards, answering(last, icon_file("raised-hand"), (RESUME, LEAVE), Tone.SAFE))

    def _paused(self, moment: play.Paused, at: int) -> Card:
        cards = self.pause_cards(moment)
        return cards[min(at, len(cards) - 1)]

    # --- parts -------------------------------------------------------------------------------------

    def _scenery(self, state: State) -> Scenery:
        return Scenery(place_name(state.place), place_file(state.place, state.daytime, self.folder))

    def _speaker(self, line: Line, state: State) -> Person | None:
        if line.speaker is None:
            return None
        speaker = self.scenario.speaker(line.speaker)
        by_phone = line.speaker == self._voice(state)
        return Person(speaker.name, portrait_file(speaker.portrait, line.mood, self.folder), by_phone)

    def _voice(self, state: State) -> str | None:
        """The speaker at the other end of the call on her phone: the one whose name the call shows,
        else whoever spoke first after it."""
        call = state.screen()
        if not isinstance(call, CallScreen) or call.state is not CallState.TALKING:
            return None
        for speaker in self.scenario.speakers:
            if call.caller in speaker.name or speaker.name in call.caller:
                return speaker.id
        steps = iter(self.scenario.scene(state.scene).steps)
        called = any(isinstance(step, Show) and step.screen == call for step in steps)
        spoken = (step.speaker for step in steps if isinstance(step, Line) and step.speaker is not None)
        return next(spoken, None) if called else None

    def _phones(self, moment: play.StoryMoment, choices: tuple[Choice, ...] = ()) -> tuple[PhoneSight, ...]:
        """Her own phone or the paper that is held up, and another's phone for as long as it matters."""
        state = moment.state
        presses = tuple(
            (choice.press, press_name(choice.press), buttons.choice(choice.id))
            for choice in choices
            if choice.press is not None
        )
        own = self._sight(state, SELF, presses)
        if choices and state.document is not None:  # what is decided about must be in sight too
            phone = self._sight(replace(state, document=None), SELF, presses)
            return (self._sight(state, SELF, ()), phone)
        other = None if state.document is not None else self._other_phone(moment)
        return (own,) if other is None else (own, self._sight(state, other, ()))

    def _other_phone(self, moment: play.StoryMoment) -> str | None:
        """Whose phone besides hers was the last that was taken up or that something happened on in this
        scene, if any."""
        steps = self.scenario.scene(moment.at.scene).steps[: moment.at.index + 1]
        reached = dict(moment.state.screens)
        for step in reversed(steps):
            if isinstance(step, Show) and not isinstance(step.screen, Document) and step.whose in reached:
                return None if step.whose == SELF else step.whose
            if isinstance(step, Handover) and step.hold.owner != SELF and self._still(step, moment.state):
                return step.hold.owner
        return None

    def _still(self, step: Handover, state: State) -> bool:
        """Whether that phone is where this step put it."""
        return state.hold(step.hold.owner) == step.hold.settled

    def _sight(self, state: State, owner: str, presses: tuple[tuple[Press, str, str], ...]) -> PhoneSight:
        document = state.document if owner == SELF else None
        hold = state.hold(owner)
        shown = document if document is not None else state.screen(owner)
        return PhoneSight(
            shown,
            hold,
            self._holder(hold),
            self._name(owner),
            presses,
        )

    def _holder(self, hold: Hold) -> str:
        return "桌上" if hold.held_by == TABLE else self._name(hold.held_by)

    def _name(self, person: str) -> str:
        return self.scenario.you if person == SELF else self.scenario.speaker(person).name

    def _sound(self, moment: play.Moment) -> str | None:
        """The effect that goes with what arrives on the phone, or with an answer."""
        if isinstance(moment, play.Answered):
            return "soft-right" if is_safe(self.scenario.kind, moment.choice) else "think-again"
        if not isinstance(moment, play.Shown):
            return None
        match moment.show.screen:
            case Sms() | Chat() | CreditNotice() | Notice():
                return "sms"
            case CallScreen(state=CallState.RINGING):
                return "ring"
            case _:
                return None
