"""Two ways of playing: straight through, and through a file that is closed and opened at every step."""

from __future__ import annotations

from pathlib import Path

from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Role


class Straight:
    """A playthrough in memory."""

    def __init__(self, scenario: Scenario, role: Role | None) -> None:
        self.play = Playthrough(scenario, role)

    def moved(self) -> None:
        """Nothing has to be done after a move."""


class Reloading:
    """A playthrough that is thrown away after every move and rebuilt from the records."""

    def __init__(self, scenario: Scenario, role: Role | None, path: Path) -> None:
        self._path = path
        store = Store(path)
        self._session = store.begin(scenario, role or scenario.role)
        self.play = Playthrough(scenario, role, journal=store.journal(self._session))
        self._store = store

    def moved(self) -> None:
        """Save, load, and check that nothing is different."""
        before = self.play
        self._store.close()
        self._store = Store(self._path)
        assert self._store.keeping, self._store.reason
        (unfinished,) = self._store.unfinished()
        assert unfinished.session == self._session
        self.play = Playthrough(
            before.scenario,
            unfinished.role,
            journal=self._store.journal(self._session),
            events=self._store.events(self._session),
        )
        assert self.play.way == before.way
        assert self.play.events == before.events
        assert self.play.answers == before.answers
        assert (self.play.beat, self.play.beats) == (before.beat, before.beats)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()
