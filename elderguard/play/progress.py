"""How far a story has come. A beat is what ends at a question, at something shown, or at the ending."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from contextlib import suppress
from functools import partial

from elderguard.play.course import advanced, chosen
from elderguard.play.error import StoryStuck
from elderguard.play.moment import Answered, Asked, Ended, Moment, Shown, StoryMoment
from elderguard.play.relevance import Relevance
from elderguard.scenario.model import Scenario

MOMENTS = 5_000  # how many moments to look at before giving up on an ending


def closes_beat(moment: Moment) -> bool:
    """Whether a beat ends with this moment."""
    return isinstance(moment, (Asked, Shown, Ended))


def beats_ahead(scenario: Scenario, relevance: Relevance, start: StoryMoment | Ended) -> int:
    """The beats from this moment to the nearest ending, both counted; 0 if no ending was found.
    `relevance` is that of the scenario."""
    queue = deque([(start, int(closes_beat(start)))])
    seen: set[Hashable] = set()
    for _ in range(MOMENTS):
        if not queue:
            return 0
        moment, beats = queue.popleft()
        if isinstance(moment, Ended):
            return beats
        for after in following(scenario, moment):
            choice = after.choice.id if isinstance(after, Answered) else None
            key = (after.at, choice, relevance.ahead(after.state))
            if key in seen:
                continue
            seen.add(key)
            # Moments that end no beat go to the front, so that beats never fall along the queue.
            if closes_beat(after):
                queue.append((after, beats + 1))
            else:
                queue.appendleft((after, beats))
    return 0


def following(scenario: Scenario, moment: StoryMoment) -> Iterator[StoryMoment | Ended]:
    """The moments that can come next without a pause, going back or walking away."""
    moves = [partial(advanced, scenario, moment)]
    if isinstance(moment, Asked):
        moves = [partial(chosen, scenario, moment, choice.id) for choice in moment.choices]
    for move in moves:
        with suppress(StoryStuck):
            yield move()
