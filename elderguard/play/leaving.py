"""How a story ends when she walks away from 先停一停 and its author wrote no scene for that."""

from __future__ import annotations

from elderguard.play.state import State
from elderguard.scenario.model import End
from elderguard.scenario.vocabulary import Kind, Outcome

_KEPT = End(
    id="leave/kept",
    outcome=Outcome.KEPT,
    title="先走开，一样也没出手",
    text="没有当场答应，这就对了。要办，自己去问清楚。",
)
_CLOSE_CALL = End(
    id="leave/close-call",
    outcome=Outcome.CLOSE_CALL,
    title="停得及时，钱没有少",
    text="有东西出过手。回家就跟家里人说，一起看一看手机。",
)
_REPAID = End(
    id="leave/close-call",
    outcome=Outcome.CLOSE_CALL,
    title="钱追回来了，人也停住了",
    text="停下来，一步也不晚。回家就跟家里人说。",
)
_HARMED = End(
    id="leave/harmed",
    outcome=Outcome.HARMED,
    title="停下来，就没有再往下丢",
    text="钱少了一些，不怪您。现在就去报警，还有办法。",
)
_BORROWED = End(
    id="leave/harmed",
    outcome=Outcome.HARMED,
    title="停下来，就没有再往下借",
    text="有一笔借的钱，记在您名下，不怪您。现在就去报警，还有办法。",
)
_BENIGN = End(
    id="leave/kept",
    outcome=Outcome.KEPT,
    title="先走开，问清楚再来",
    text="这回是正当事。先问一问，一点也不耽误。",
)


def ending_of_leaving(kind: Kind, state: State) -> End:
    """The ending that fits what has become of her: money missing, her own or borrowed in her name, is
    harm; an asset out of hand or money that came back is a close call; anything else is kept. In an
    honest story nothing is lost by going to ask first."""
    if kind is Kind.BENIGN:
        return _BENIGN
    if state.missing:
        return _HARMED if state.lost else _BORROWED
    if state.lost or state.borrowed:
        return _REPAID
    return _CLOSE_CALL if state.exposed else _KEPT
