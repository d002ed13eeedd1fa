"""Keeping sessions where nothing goes wrong."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from elderguard.play.error import BrokenEvent
from elderguard.play.event import Advanced, Chosen, Event, PauseBegan
from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store
from elderguard.scenario.vocabulary import Outcome, Role
from tests.play.stories import home_visit
from tests.records.conftest import Clock

STORY = home_visit()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_what_was_kept_is_there_after_a_restart(path: Path, clock: Clock) -> None:
    store = Store(path, clock)
    session = store.begin(STORY, Role.HELPER)
    journal = store.journal(session)
    events: list[Event] = [Advanced(), PauseBegan(), Chosen("q", "念给他听")]
    for event in events:
        journal.append(event)
    store.close()
    again = Store(path, clock)
    (unfinished,) = again.unfinished()
    assert unfinished.session == session
    assert (unfinished.scenario, unfinished.digest, unfinished.role) == ("story", "d1", Role.HELPER)
    assert unfinished.began == "2026-11-22T09:00:01.000+08:00"
    assert unfinished.events == 3
    assert again.events(session) == tuple(events)
    assert again.keeping
    assert again.reason == ""


def test_every_event_is_in_the_file_before_append_returns(path: Path) -> None:
    store = Store(path)
    journal = store.journal(store.begin(STORY, Role.SELF))
    for count in range(1, 4):
        journal.append(Advanced())
        assert rows(path, "SELECT count(*) FROM event") == [(count,)]


def test_the_file_says_which_version_it_is_and_writes_safely(path: Path) -> None:
    store = Store(path)
    store.begin(STORY, Role.SELF)
    assert rows(path, "PRAGMA user_version") == [(1,)]
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]
    assert rows(path, "PRAGMA foreign_key_list('event')")[0][2:5] == ("session", "session", "id")


def test_nothing_is_unfinished_in_a_new_file(path: Path) -> None:
    assert Store(path).unfinished() == ()


def test_a_session_without_a_press_is_not_offered(path: Path) -> None:
    store = Store(path)
    store.begin(STORY, Role.SELF)
    assert store.unfinished() == ()
    store.close()
    assert Store(path).unfinished() == ()


def test_the_latest_unfinished_session_comes_first(path: Path) -> None:
    store = Store(path)
    first, second = (store.begin(STORY, Role.SELF) for _ in range(2))
    store.journal(second).append(Advanced())
    store.journal(first).append(Advanced())
    assert [one.session for one in store.unfinished()] == [second, first]
    store.close()
    assert [one.session for one in Store(path).unfinished()] == [second, first]


def test_a_finished_session_is_not_offered_but_kept(path: Path, clock: Clock) -> None:
    store = Store(path, clock)
    session = store.begin(STORY, Role.SELF)
    store.journal(session).append(Advanced())
    store.finish(session, Outcome.KEPT)
    assert store.unfinished() == ()
    store.close()
    assert Store(path, clock).unfinished() == ()
    assert rows(path, "SELECT finished, outcome FROM session") == [
        ("2026-11-22T09:00:03.000+08:00", "kept"),
    ]


def test_a_finished_session_that_goes_on_is_unfinished_again(path: Path) -> None:
    store = Store(path)
    session = store.begin(STORY, Role.SELF)
    store.journal(session).append(Advanced())
    store.finish(session, Outcome.HARMED)
    store.journal(session).append(Advanced())
    assert [one.events for one in store.unfinished()] == [2]
    assert rows(path, "SELECT finished, outcome FROM session") == [(None, None)]


def test_a_session_put_aside_is_not_offered_but_kept(path: Path) -> None:
    store = Store(path)
    session = store.begin(STORY, Role.SELF)
    store.journal(session).append(Advanced())
    store.close()
    store = Store(path)
    store.put_aside(session)
    assert store.unfinished() == ()
    store.close()
    assert Store(path).unfinished() == ()
    assert rows(path, "SELECT count(*) FROM event") == [(1,)]


def test_an_unfinished_session_is_gone_on_with(path: Path) -> None:
    store = Store(path)
    session = store.begin(STORY, Role.SELF)
    play = Playthrough(STORY, journal=store.journal(session))
    play.advance()
    store.close()
    store = Store(path)
    again = Playthrough(STORY, journal=store.journal(session), events=store.events(session))
    again.advance()
    store.close()
    assert Store(path).events(session) == again.events == (Advanced(), Advanced())


def test_a_clock_that_is_set_back_changes_nothing_but_the_times(path: Path, clock: Clock) -> None:
    store = Store(path, clock)
    first = store.begin(STORY, Role.SELF)
    store.journal(first).append(Advanced())
    clock.now -= timedelta(days=4000)
    store.journal(first).append(PauseBegan())
    second = store.begin(STORY, Role.SELF)
    store.journal(second).append(Advanced())
    store.close()
    again = Store(path, clock)
    assert again.events(first) == (Advanced(), PauseBegan())
    assert [one.session for one in again.unfinished()] == [second, first]


def test_the_clock_of_the_computer_is_used_by_itself(path: Path) -> None:
    store = Store(path)
    store.journal(store.begin(STORY, Role.SELF)).append(Advanced())
    ((began,),) = rows(path, "SELECT began FROM session")
    assert str(began)[10] == "T"
    assert str(began)[-6] in "+-"


def test_an_event_that_cannot_be_read_is_said_so(path: Path) -> None:
    store = Store(path)
    session = store.begin(STORY, Role.SELF)
    store.journal(session).append(Advanced())
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE event SET event = x'ff'")
        connection.commit()
    with pytest.raises(BrokenEvent):
        Store(path).events(session)


def test_a_session_in_an_unknown_role_is_passed_over(path: Path) -> None:
    store = Store(path)
    store.journal(store.begin(STORY, Role.SELF)).append(Advanced())
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE session SET role = 'swindler'")
        connection.commit()
    again = Store(path)
    assert again.keeping
    assert again.unfinished() == ()


def test_a_session_nobody_knows_is_an_error(path: Path) -> None:
    with pytest.raises(KeyError):
        Store(path).journal("nobody")


def test_closing_twice_is_fine(path: Path) -> None:
    store = Store(path)
    store.close()
    store.close()
