"""One playing of a scenario."""

from __future__ import annotations

import pytest

from elderguard.play.error import BrokenLog, NotNow, PlayError, RoleNotOffered, UnknownChoice
from elderguard.play.event import Advanced, Chosen, Event, Left, PauseBegan, PauseEnded, Retried, WentBack
from elderguard.play.moment import Asked, Ended, Framed, Paused, Shown, Told
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.vocabulary import Asset, Kind, Response, Role
from tests.play.stories import home_visit, scenario, scene

STORY = home_visit()


class Listening:
    """A journal that also notes what stood on the screen when it was told."""

    def __init__(self) -> None:
        self.play: Playthrough | None = None
        self.heard: list[tuple[Event, object]] = []

    def append(self, event: Event) -> None:
        assert self.play is not None
        self.heard.append((event, self.play.current))


def to_question(play: Playthrough) -> Asked:
    while not isinstance(play.current, Asked):
        play.advance()
    return play.current


def to_end(play: Playthrough, *choices: str) -> Ended:
    for choice in choices:
        to_question(play)
        play.choose(choice)
    while not isinstance(play.current, Ended):
        play.advance()
    return play.current


def test_a_new_playthrough_stands_at_the_opening() -> None:
    play = Playthrough(STORY)
    assert isinstance(play.current, Told)
    assert play.role is Role.SELF
    assert play.events == ()
    assert not play.can_back
    assert not play.can_retry


def test_a_helper_sees_the_frame_first() -> None:
    play = Playthrough(STORY, Role.HELPER)
    assert isinstance(play.current, Framed)
    assert play.role is Role.HELPER
    play.pause()
    play.resume()
    play.advance()
    assert isinstance(play.current, Told)


def test_a_role_that_is_not_offered_is_refused() -> None:
    with pytest.raises(RoleNotOffered):
        Playthrough(STORY, Role.GATEKEEPER)


def test_the_journal_hears_of_a_press_before_the_screen_moves() -> None:
    journal = Listening()
    play = journal.play = Playthrough(STORY, journal=journal)
    before = play.current
    play.advance()
    assert journal.heard == [(Advanced(), before)]
    assert play.current != before


def test_the_journal_does_not_hear_of_what_cannot_be_done() -> None:
    journal = Listening()
    play = journal.play = Playthrough(STORY, journal=journal)
    for move in (play.resume, play.leave, play.back, play.retry, lambda: play.choose("hand-over")):
        with pytest.raises(NotNow):
            move()
    to_question(play)
    with pytest.raises(UnknownChoice):
        play.choose("dance")
    with pytest.raises(NotNow):
        play.advance()
    assert [event for event, _ in journal.heard] == list(play.events)
    assert set(play.events) == {Advanced()}


def test_replayed_events_are_not_journalled_again() -> None:
    journal = Listening()
    play = journal.play = Playthrough(STORY, journal=journal, events=[Advanced()])
    assert isinstance(play.current, Shown)
    assert journal.heard == []
    play.advance()
    assert len(journal.heard) == 1


def test_going_back_undoes_a_choice_and_what_it_did() -> None:
    play = Playthrough(STORY)
    asked = to_question(play)
    play.choose("hand-over")
    assert play.current.state.exposed == {Asset.PHONE}
    play.back()
    assert play.current == asked
    assert play.current.state.exposed == frozenset()
    assert play.events[-2:] == (Chosen("give-phone", "hand-over"), WentBack())


def test_going_back_leads_to_the_very_beginning() -> None:
    play = Playthrough(STORY)
    to_end(play, "hand-over", "read-out")
    while play.can_back:
        play.back()
    assert play.current == Playthrough(STORY).current
    with pytest.raises(NotNow):
        play.back()


def test_a_pause_lies_over_the_moment_and_changes_nothing() -> None:
    play = Playthrough(STORY)
    asked = to_question(play)
    play.pause()
    assert isinstance(play.current, Paused)
    assert play.current.under == asked
    play.resume()
    assert play.current == asked
    assert play.events[-2:] == (PauseBegan(), PauseEnded())


def test_going_back_from_a_pause_ends_it() -> None:
    play = Playthrough(STORY)
    play.pause()
    play.back()
    assert play.current == Playthrough(STORY).current


def test_going_back_passes_over_old_pauses() -> None:
    play = Playthrough(STORY)
    play.pause()
    play.resume()
    play.advance()
    play.back()
    assert isinstance(play.current, Told)


def test_going_back_after_leaving_leads_to_where_she_paused() -> None:
    play = Playthrough(STORY)
    asked = to_question(play)
    play.pause()
    play.leave()
    assert isinstance(play.current, Ended)
    play.back()
    assert play.current == asked


def test_leaving_counts_as_verifying_the_question_she_left() -> None:
    play = Playthrough(STORY)
    asked = to_question(play)
    play.pause()
    play.leave()
    (answer,) = play.answers
    assert (answer.question, answer.choice, answer.response) == (asked.question, None, Response.VERIFY)


def test_leaving_before_anything_is_asked_counts_as_verifying_too() -> None:
    play = Playthrough(STORY)
    play.pause()
    play.leave()
    (answer,) = play.answers
    assert (answer.question, answer.response) == (None, Response.VERIFY)
    assert not play.can_retry


def test_the_choice_after_a_pause_decides() -> None:
    play = Playthrough(STORY)
    to_question(play)
    play.pause()
    play.resume()
    play.choose("hand-over")
    assert [answer.response for answer in play.answers] == [Response.COMPLY]


def test_trying_again_leads_to_the_last_question_complied_with() -> None:
    play = Playthrough(STORY)
    to_end(play, "hand-over", "take-back")
    assert play.can_retry
    play.retry()
    assert isinstance(play.current, Asked)
    assert play.current.question.id == "give-phone"
    assert play.current.state.exposed == frozenset()
    assert play.events[-1] == Retried("give-phone")


def test_trying_again_after_complying_twice_leads_to_the_second() -> None:
    play = Playthrough(STORY)
    to_end(play, "hand-over", "read-out")
    play.retry()
    assert isinstance(play.current, Asked)
    assert play.current.question.id == "tell-code"
    play.back()
    assert isinstance(play.current, Told)


def test_trying_again_without_complying_leads_to_the_last_question() -> None:
    play = Playthrough(STORY)
    to_end(play, "decline")
    play.retry()
    assert isinstance(play.current, Asked)
    assert play.current.question.id == "give-phone"


def test_trying_again_after_leaving_leads_to_the_question_she_left() -> None:
    play = Playthrough(STORY)
    to_question(play)
    play.pause()
    play.leave()
    play.retry()
    assert isinstance(play.current, Asked)


def test_the_ending_only_goes_back_or_again() -> None:
    play = Playthrough(STORY)
    to_end(play, "decline")
    for move in (play.advance, play.pause, play.resume, play.leave, lambda: play.choose("decline")):
        with pytest.raises(NotNow):
            move()


def test_the_log_keeps_everything() -> None:
    play = Playthrough(STORY)
    to_end(play, "hand-over", "read-out")
    length = len(play.events)
    play.retry()
    play.choose("take-back")
    play.back()
    assert len(play.events) == length + 3
    assert [answer.response for answer in play.answers] == [Response.COMPLY, Response.COMPLY, Response.REFUSE]


def test_a_playthrough_is_rebuilt_from_its_events() -> None:
    play = Playthrough(STORY)
    to_end(play, "hand-over", "read-out")
    play.retry()
    play.pause()
    again = Playthrough(STORY, events=play.events)
    assert again.way == play.way
    assert again.events == play.events
    assert again.answers == play.answers


@pytest.mark.parametrize(
    "events",
    [
        [PauseEnded()],
        [Left()],
        [WentBack()],
        [Retried("give-phone")],
        [Chosen("give-phone", "hand-over")],
        [Advanced()] * 9,
        [Advanced()] * 3 + [Chosen("other", "hand-over")],
        [Advanced()] * 3 + [Chosen("give-phone", "dance")],
        [Advanced()] * 3 + [Chosen("give-phone", "decline"), Advanced(), Retried("tell-code")],
    ],
)
def test_events_that_do_not_fit_the_story_are_a_broken_log(events: list[Event]) -> None:
    with pytest.raises(BrokenLog) as broken:
        Playthrough(STORY, events=events)
    assert isinstance(broken.value.__cause__, PlayError)


def test_progress_counts_beats_on_the_shortest_way() -> None:
    play = Playthrough(STORY)
    assert (play.beat, play.beats) == (1, 3)  # the paper, the question, the ending
    play.advance()
    assert (play.beat, play.beats) == (1, 3)
    to_question(play)
    assert (play.beat, play.beats) == (2, 3)
    play.pause()
    assert (play.beat, play.beats) == (2, 3)
    play.resume()
    play.choose("hand-over")
    assert (play.beat, play.beats) == (3, 5)  # the message, the question, the ending
    to_end(play, "take-back")
    assert (play.beat, play.beats) == (5, 5)


def test_progress_of_a_story_without_an_ending_does_not_fail() -> None:
    play = Playthrough(scenario(scene("a", *(home_visit().scenes[0].steps[:1]))))
    assert (play.beat, play.beats) == (1, 1)


def test_an_honest_story_that_is_left_was_kept() -> None:
    play = Playthrough(home_visit(kind=Kind.BENIGN))
    play.pause()
    play.leave()
    assert isinstance(play.current, Ended)
    assert play.current.end.outcome.value == "kept"


def test_progress_can_be_asked_for_again() -> None:
    play = Playthrough(STORY)
    assert play.beats == play.beats
