"""One session: a scenario practised in a role, from its beginning to its end, with all its events."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import datetime

from elderguard.play.event import Event, from_json, to_json
from elderguard.scenario.vocabulary import Outcome, Role

_ROLES = {role.value: role for role in Role}


@dataclass
class Session:
    """A session in memory, which is what counts; the file follows it as far as it can be written.

    Of `log`, pairs of time and event as JSON, the first `written` are in the file; `headed` tells
    whether its head is there as it stands here.
    """

    id: str
    scenario: str
    digest: str
    role: Role
    began: str
    finished: str | None = None
    outcome: Outcome | None = None
    set_aside: bool = False
    log: list[tuple[str, str]] = field(default_factory=list)
    written: int = 0
    headed: bool = False

    def add(self, event: Event, now: datetime) -> None:
        """One more event. A session that goes on after its end is not finished any more."""
        self.log.append((stamp(now), to_json(event)))
        if self.finished is not None:
            self.finished = self.outcome = None
            self.headed = False

    def finish(self, outcome: Outcome, now: datetime) -> None:
        """The story has ended like this."""
        self.finished, self.outcome, self.headed = stamp(now), outcome, False

    def put_aside(self) -> None:
        """It will not be gone on with."""
        self.set_aside, self.headed = True, False

    def events(self) -> tuple[Event, ...]:
        """All its events; BrokenEvent if the file held something else."""
        return tuple(from_json(text) for _, text in self.log)

    @property
    def is_open(self) -> bool:
        """Whether it can be gone on with: begun in earnest, neither finished nor put aside."""
        return bool(self.log) and self.finished is None and not self.set_aside

    def forget_file(self, new_id: str | None = None) -> None:
        """Nothing of it is in the file now; under `new_id` it will be a session of its own."""
        self.id = new_id or self.id
        self.written, self.headed = 0, False

    def write(self, connection: sqlite3.Connection) -> None:
        """Bring the file up to date, in one transaction. sqlite3.IntegrityError if somebody else has
        gone on with this session meanwhile; any other sqlite3.Error if it cannot be written."""
        if self.headed and self.written == len(self.log):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            self._write(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # some errors have rolled it back already
                connection.execute("ROLLBACK")
            raise
        self.written, self.headed = len(self.log), True

    def _write(self, connection: sqlite3.Connection) -> None:
        if not self.headed:
            connection.execute(
                "INSERT INTO session (id, scenario, digest, role, began, finished, outcome, set_aside)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " finished = excluded.finished, outcome = excluded.outcome, set_aside = excluded.set_aside",
                (
                    self.id,
                    self.scenario,
                    self.digest,
                    self.role.value,
                    self.began,
                    self.finished,
                    None if self.outcome is None else self.outcome.value,
                    self.set_aside,
                ),
            )
        connection.executemany(
            "INSERT INTO event (session, number, at, event) VALUES (?, ?, ?, ?)",
            [(self.id, number, *self.log[number]) for number in range(self.written, len(self.log))],
        )


def open_sessions(connection: sqlite3.Connection) -> list[Session]:
    """The sessions in the file that can be gone on with, oldest first."""
    heads = connection.execute(
        "SELECT id, scenario, digest, role, began FROM session"
        " WHERE finished IS NULL AND NOT set_aside ORDER BY number"
    ).fetchall()
    sessions = []
    for session_id, scenario, digest, role, began in heads:
        log = connection.execute(
            "SELECT at, event FROM event WHERE session = ? ORDER BY number", (session_id,)
        ).fetchall()
        if role in _ROLES and log:
            session = Session(session_id, scenario, digest, _ROLES[role], began, log=log)
            session.written, session.headed = len(log), True
            sessions.append(session)
    return sessions


def stamp(now: datetime) -> str:
    """A time as it is written: ISO 8601 to the millisecond."""
    return now.isoformat(timespec="milliseconds")
