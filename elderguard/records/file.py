"""The SQLite file: its tables, how it is opened soundly, and how a damaged one is moved aside."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from elderguard.records.trouble import Damaged, FromTheFuture, NotOurs

VERSION = 1  # PRAGMA user_version; a later one comes with a migration
LOCK_WAIT = 0.1  # seconds to wait for another program: the screen must not seem to hang

_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE session (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of beginning, whatever the clock said
    id TEXT NOT NULL UNIQUE,
    scenario TEXT NOT NULL,
    digest TEXT NOT NULL,  -- of the scenario as it was when practised
    role TEXT NOT NULL,
    began TEXT NOT NULL,  -- times as the clock said, ISO 8601 with offset
    finished TEXT,
    outcome TEXT,
    set_aside INTEGER NOT NULL DEFAULT 0  -- not finished, and not to be offered again
);
CREATE TABLE event (
    session TEXT NOT NULL REFERENCES session (id),
    number INTEGER NOT NULL,  -- from 0
    at TEXT NOT NULL,
    event TEXT NOT NULL,  -- JSON
    PRIMARY KEY (session, number)
) WITHOUT ROWID;
PRAGMA user_version = {VERSION};
COMMIT;
"""


def open_file(path: Path, wait: float = LOCK_WAIT) -> sqlite3.Connection:
    """The records at `path`, made if there are none, ready to be written.

    Raises Damaged, NotOurs, FromTheFuture, sqlite3.Error or OSError; nothing is changed then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = _connect(path, wait)
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def copy_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """The records at `path` where they cannot be written. sqlite3.Error, OSError or NotOurs if they
    cannot be read either.

    SQLite cannot read on a read-only disk what a killed program left beside the file (its `-wal`), so
    a copy of both is read.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        beside = path.with_name(f"{path.name}-wal")
        if beside.exists():
            shutil.copyfile(beside, copy.with_name(beside.name))
        with closing(_connect(copy, 0)) as connection:
            if _version(connection) != VERSION:
                raise NotOurs
            yield connection


def move_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged file, and what SQLite laid beside it, so that a new one can begin. Returns the
    new name; OSError if it cannot be done."""
    stem = f"{path.stem}-damaged-{now:%Y%m%d-%H%M%S}"
    number = 1
    aside = path.with_name(f"{stem}{path.suffix}")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    return aside


def _connect(path: Path, wait: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    found = _version(connection)
    if found > VERSION:
        raise FromTheFuture
    if found == 0:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            raise NotOurs
    elif connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise Damaged
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if found == 0:
        connection.executescript(_SCHEMA)
    else:
        connection.execute("BEGIN IMMEDIATE")  # says now, not later, that nothing can be written
        connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
