"""What can stand in the way of keeping records, each in one sentence for the people in front of it.

RecordsError
├── Damaged           the file is not (or no longer) readable as a database
├── NotOurs           the file is a sound database of some other program
└── FromTheFuture     the file was written by a newer version of this one
"""

# The names say what is the matter; "Error" at their ends would add nothing.
# ruff: noqa: N818

from __future__ import annotations

import errno
import sqlite3

PRACTICE_GOES_ON = "先不记，练习照常。"
MOVED_ASIDE = "以前的记录坏了，已经原样收在旁边，从现在起重新记。"

# SQLite words each of its result codes in one fixed way; Python 3.10 does not pass on the code itself.
_REASONS = {
    "database or disk is full": "电脑的磁盘满了，",
    "attempt to write a readonly database": "放记录的地方只能看，不能写，",
    "database is locked": "记录正被别的程序占着，",
    "unable to open database file": "放记录的地方打不开，",
}
_DAMAGED = ("file is not a database", "malformed", "no such table", "no such column")


class RecordsError(Exception):
    """The root of the errors of the records file."""


class Damaged(RecordsError):
    """The file cannot be read as a database; it is to be moved aside, never deleted."""


class NotOurs(RecordsError):
    """A database of another program lies where the records should be; it is left alone."""


class FromTheFuture(RecordsError):
    """The records were written by a newer version; they are left alone."""


def is_damage(error: Exception) -> bool:
    """Whether the error says that the file itself is broken."""
    if isinstance(error, Damaged):
        return True
    return isinstance(error, sqlite3.DatabaseError) and any(words in str(error) for words in _DAMAGED)


def reason(error: Exception) -> str:
    """Why nothing can be kept now, in one sentence."""
    if isinstance(error, FromTheFuture):
        return "记录是更新的版本留下的，不去动它，" + PRACTICE_GOES_ON
    if isinstance(error, NotOurs):
        return "放记录的地方有别的文件，不去动它，" + PRACTICE_GOES_ON
    if isinstance(error, OSError):
        full = error.errno == errno.ENOSPC
        words = "database or disk is full" if full else "attempt to write a readonly database"
        return _REASONS[words] + PRACTICE_GOES_ON
    return _REASONS.get(str(error), "记录写不进去，") + PRACTICE_GOES_ON
