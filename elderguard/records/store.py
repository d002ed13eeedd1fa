"""Where sessions are kept. Whatever befalls the file, the practice goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from elderguard.play.event import Event
from elderguard.records.file import LOCK_WAIT, copy_to_read, move_aside, open_file
from elderguard.records.session import Session, open_sessions, stamp
from elderguard.records.trouble import MOVED_ASIDE, RecordsError, is_damage, reason
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Outcome, Role


@dataclass(frozen=True)
class Unfinished:
    """A session that can be gone on with: which, of what scenario (and the digest the scenario had
    then), in what role, begun when (as the clock said, ISO 8601), after how many events."""

    session: str
    scenario: str
    digest: str
    role: Role
    began: str
    events: int


class SessionJournal:
    """What a playthrough tells its events to, so that they are kept in a session."""

    def __init__(self, append: Callable[[Event], None]) -> None:
        self._append = append

    def append(self, event: Event) -> None:
        """Keep one more event; never raises."""
        self._append(event)


class Store:
    """The records, open for as long as the program runs.

    Sessions live in memory; after every change the file is brought up to date before the call
    returns. If that fails, `keeping` is False, `reason` says why, and every later change tries
    again to write all that is missing. No method raises because of the file.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        new_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        self._path = path
        self._clock = clock
        self._new_id = new_id
        self._sessions: dict[str, Session] = {}
        self._file: sqlite3.Connection | None = None
        self._trouble = ""
        self._notice = ""
        self._save()

    @property
    def keeping(self) -> bool:
        """Whether all that has happened so far is in the file."""
        return not self._trouble

    @property
    def reason(self) -> str:
        """Why nothing can be kept now, or what else is to be said about the records, in one Chinese
        sentence; empty if all is well."""
        return self._trouble or self._notice

    def begin(self, scenario: Scenario, role: Role) -> str:
        """A new session; returns its id."""
        session = Session(self._new_id(), scenario.id, scenario.digest, role, stamp(self._clock()))
        self._sessions[session.id] = session
        self._save()
        return session.id

    def journal(self, session: str) -> SessionJournal:
        """The journal of a session begun or unfinished; KeyError if there is none such."""
        kept = self._sessions[session]

        def append(event: Event) -> None:
            kept.add(event, self._clock())
            self._save()

        return SessionJournal(append)

    def finish(self, session: str, outcome: Outcome) -> None:
        """The story has ended. If its journal is told of more, it is unfinished again."""
        self._sessions[session].finish(outcome, self._clock())
        self._save()

    def put_aside(self, session: str) -> None:
        """An unfinished session is not to be offered any more; it stays in the records."""
        self._sessions[session].put_aside()
        self._save()

    def unfinished(self) -> tuple[Unfinished, ...]:
        """The sessions that can be gone on with, the latest first; not those without any event."""
        return tuple(
            Unfinished(name, kept.scenario, kept.digest, kept.role, kept.began, len(kept.log))
            for name, kept in reversed(self._sessions.items())
            if kept.is_open
        )

    def events(self, session: str) -> tuple[Event, ...]:
        """The events of a session begun or unfinished. BrokenEvent (a PlayError) if what the file holds
        cannot be read, KeyError if there is no such session."""
        return self._sessions[session].events()

    def close(self) -> None:
        """Close the file. Nothing is kept after that."""
        if self._file is not None:
            self._file.close()
        self._file = None

    def _save(self) -> None:
        """Bring the file up to date, or note what stands in the way."""
        try:
            self._write_all()
        except (sqlite3.Error, OSError, RecordsError) as error:
            self.close()
            if is_damage(error):
                self._begin_anew(error)
            else:
                self._give_up(error)

    def _write_all(self) -> None:
        if self._file is None:
            # Once in trouble she is not made to wait again at every press.
            self._file = open_file(self._path, 0 if self._trouble else LOCK_WAIT)
            self._remember(open_sessions(self._file))
        for session in self._sessions.values():
            self._write(session, self._file)
        self._trouble = ""

    def _write(self, session: Session, file: sqlite3.Connection) -> None:
        try:
            session.write(file)
        except sqlite3.IntegrityError:  # another window has gone on with it: part ways
            session.forget_file(self._new_id())
            session.write(file)

    def _begin_anew(self, error: Exception) -> None:
        """Put the damaged file aside, unharmed, and write all that is in memory to a new one."""
        try:
            move_aside(self._path, self._clock())
            self._notice = MOVED_ASIDE
            for session in self._sessions.values():
                session.forget_file()
            self._write_all()
        except (sqlite3.Error, OSError, RecordsError):
            self.close()
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Nothing can be written now. What is in the file may still be read."""
        if not self._trouble:
            with suppress(sqlite3.Error, OSError, RecordsError), copy_to_read(self._path) as copy:
                self._remember(open_sessions(copy))
        self._trouble = reason(error)

    def _remember(self, found: list[Session]) -> None:
        """Take up sessions found in the file; they are older than those begun since."""
        known = {session.id for session in self._sessions.values()}
        older = {session.id: session for session in found if session.id not in known}
        self._sessions = {**older, **self._sessions}
