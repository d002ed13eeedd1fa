"""Whatever befalls the file: the practice goes on, and nothing kept before is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from elderguard.play.event import Advanced, PauseBegan, PauseEnded
from elderguard.play.moment import Ended
from elderguard.play.playthrough import Playthrough
from elderguard.records import store as store_module
from elderguard.records.store import Store
from elderguard.records.trouble import MOVED_ASIDE, reason
from elderguard.scenario.vocabulary import Role
from tests.play.stories import home_visit
from tests.records.conftest import Clock

STORY = home_visit()
GOES_ON = "先不记，练习照常。"


def kept(path: Path) -> str:
    """Records with one session of two events; its id."""
    store = Store(path)
    session = store.begin(STORY, Role.SELF)
    for event in (Advanced(), PauseBegan()):
        store.journal(session).append(event)
    store.close()
    return session


def practised(store: Store) -> str:
    """A new session of one event; its id."""
    session = store.begin(STORY, Role.SELF)
    play = Playthrough(STORY, journal=store.journal(session))
    play.advance()
    assert play.events == (Advanced(),)
    return session


def run(code: str, path: Path) -> str:
    """What a program that is given this path prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return done.stdout


PRACTISE = """
import sys; from pathlib import Path
import os
from tests.records.test_trouble import STORY, Store, practised
if os.geteuid() == 0:
    os.setuid(65534)  # root may write where nobody else may
store = Store(Path(sys.argv[1]))
print(store.keeping, store.reason, [one.events for one in store.unfinished()])
practised(store)
print(store.keeping, store.reason, [one.events for one in store.unfinished()])
"""


@pytest.fixture
def path() -> Iterator[Path]:
    """Where the records are to lie, in a folder that everybody may go into: pytest closes the ones
    it makes to others, and does so again whenever another run of it begins."""
    with tempfile.TemporaryDirectory(prefix="elderguard-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder / "data" / "records.sqlite"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise there")
class TestReadOnlyDisk:
    def test_what_is_there_is_read_and_the_practice_goes_on(self, path: Path) -> None:
        kept(path)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        said = run(PRACTISE, path).splitlines()
        path.parent.chmod(0o755)
        assert said == [
            f"False 放记录的地方只能看，不能写，{GOES_ON} [2]",
            f"False 放记录的地方只能看，不能写，{GOES_ON} [1, 2]",
        ]

    def test_events_of_a_killed_program_are_read_too(self, path: Path) -> None:
        store = Store(path)
        session = store.begin(STORY, Role.SELF)
        store.journal(session).append(Advanced())
        left = {one.name: one.read_bytes() for one in path.parent.iterdir()}
        store.close()
        for name, content in left.items():
            (path.parent / name).write_bytes(content)
        assert len(left["records.sqlite-wal"]) > 0
        (path.parent / "records.sqlite-shm").unlink()
        for one in path.parent.iterdir():
            one.chmod(0o444)
        path.parent.chmod(0o555)
        said = run(PRACTISE, path).splitlines()
        path.parent.chmod(0o755)
        assert said[0].startswith("False")
        assert said[0].endswith("[1]")

    def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(self, path: Path) -> None:
        path.parent.mkdir()
        path.parent.chmod(0o555)
        said = run(PRACTISE, path.parent / "deeper" / "records.sqlite").splitlines()
        path.parent.chmod(0o755)
        assert said[1] == f"False 放记录的地方只能看，不能写，{GOES_ON} [1]"


def test_a_folder_in_the_place_of_the_file_is_no_reason_to_stop(path: Path) -> None:
    path.mkdir(parents=True)
    store = Store(path)
    assert (store.keeping, store.reason) == (False, f"放记录的地方打不开，{GOES_ON}")
    practised(store)
    assert path.is_dir()


class TestFullDisk:
    def test_it_is_said_and_the_practice_goes_on(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        session = kept(path)
        pages = int(_one(path, "PRAGMA page_count"))
        monkeypatch.setattr(store_module, "open_file", _opened_with_room_for(pages))
        store = Store(path)
        journal = store.journal(session)
        for _ in range(400):
            journal.append(PauseEnded())
            journal.append(PauseBegan())
        assert (store.keeping, store.reason) == (False, f"电脑的磁盘满了，{GOES_ON}")
        assert len(store.events(session)) == 802
        store.close()
        monkeypatch.undo()
        assert len(Store(path).events(session)) >= 2

    def test_when_there_is_room_again_all_of_it_is_written(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = kept(path)
        monkeypatch.setattr(
            store_module, "open_file", _opened_with_room_for(int(_one(path, "PRAGMA page_count")))
        )
        store = Store(path)
        journal = store.journal(session)
        while store.keeping:
            journal.append(PauseEnded())
        monkeypatch.undo()
        journal.append(PauseBegan())
        assert (store.keeping, store.reason) == (True, "")
        store.close()
        assert Store(path).events(session) == store.events(session)

    def test_a_file_that_may_not_grow_is_no_reason_to_stop(self, path: Path) -> None:
        session = kept(path)
        code = """
import resource, sys; from pathlib import Path
from tests.records.test_trouble import Advanced, Store
path = Path(sys.argv[1]); store = Store(path)
size = path.stat().st_size + 8192
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
(one,) = store.unfinished()
journal = store.journal(one.session)
for _ in range(200):
    journal.append(Advanced())
print(store.keeping, store.reason, len(store.events(one.session)))
"""
        keeping, why, count = run(code, path).split()
        assert keeping == "False"
        assert why.endswith(GOES_ON)
        assert count == "202"
        recovered = Store(path)
        assert recovered.events(session)[:2] == (Advanced(), PauseBegan())
        assert set(recovered.events(session)[2:]) <= {Advanced()}

    def test_a_disk_that_is_really_full_is_no_reason_to_stop(self, tmp_path: Path) -> None:
        disk = tmp_path / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)], capture_output=True, check=False
        )
        if mounted.returncode != 0:
            pytest.skip("only root can make a disk")
        try:
            session = kept(disk / "records.sqlite")
            store = Store(disk / "records.sqlite")
            (disk / "ballast").write_bytes(b"x" * _free(disk))
            while store.keeping:
                store.journal(session).append(Advanced())
            assert store.reason.endswith(GOES_ON)
            store.journal(session).append(Advanced())
            (disk / "ballast").unlink()
            store.journal(session).append(Advanced())
            assert store.keeping
            store.close()
            assert Store(disk / "records.sqlite").events(session) == store.events(session)
        finally:
            subprocess.run(["umount", "--lazy", str(disk)], check=True)


class TestDamagedFile:
    @pytest.mark.parametrize("damage", ["not a database", "torn", "no tables"])
    def test_it_is_moved_aside_and_a_new_one_begun(self, path: Path, clock: Clock, damage: str) -> None:
        kept(path)
        _damage(path, damage)
        content = path.read_bytes()
        store = Store(path, clock)
        assert (store.keeping, store.reason) == (True, MOVED_ASIDE)
        session = practised(store)
        store.close()
        assert Store(path).events(session) == (Advanced(),)
        aside = path.with_name("records-damaged-20261122-090001.sqlite")
        assert aside.read_bytes() == content

    def test_what_lies_beside_it_is_moved_with_it(self, path: Path, clock: Clock) -> None:
        kept(path)
        _damage(path, "torn")
        with closing(sqlite3.connect(path)) as other:  # keeps the files beside it in being
            other.execute("PRAGMA user_version").fetchone()
            assert path.with_name("records.sqlite-wal").exists()
            assert Store(path, clock).keeping
        names = {one.name.removeprefix("records-damaged-20261122-090001.") for one in path.parent.iterdir()}
        assert {"sqlite", "sqlite-wal", "sqlite-shm"} <= names

    def test_a_second_damaged_file_does_not_replace_the_first(self, path: Path, clock: Clock) -> None:
        stopped = clock()
        for content in (b"first" * 200, b"second" * 200, b"third" * 200):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            Store(path, lambda: stopped).close()
        aside = sorted(one.name for one in path.parent.glob("*damaged*"))
        stem = "records-damaged-20261122-090001"
        assert aside == [f"{stem}-2.sqlite", f"{stem}-3.sqlite", f"{stem}.sqlite"]

    def test_damage_while_practising_loses_nothing_of_this_session(self, path: Path, clock: Clock) -> None:
        store = Store(path, clock)
        session = practised(store)
        store.close()
        path.write_bytes(b"not a database" * 100)
        store.journal(session).append(PauseBegan())
        assert (store.keeping, store.reason) == (True, MOVED_ASIDE)
        store.close()
        assert Store(path).events(session) == (Advanced(), PauseBegan())

    def test_where_it_cannot_be_moved_it_is_left(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path.parent.mkdir()
        path.write_bytes(b"not a database" * 100)

        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(store_module, "move_aside", refuse)
        store = Store(path)
        assert (store.keeping, store.reason) == (False, f"记录写不进去，{GOES_ON}")
        practised(store)
        assert path.read_bytes() == b"not a database" * 100


class TestOtherPrograms:
    def test_a_locked_file_is_no_reason_to_stop(self, path: Path) -> None:
        session = kept(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            store = Store(path)
            assert (store.keeping, store.reason) == (False, f"记录正被别的程序占着，{GOES_ON}")
            new = practised(store)
            other.execute("ROLLBACK")
        store.journal(new).append(PauseBegan())
        assert store.keeping
        assert {one.session for one in store.unfinished()} == {session, new}
        assert store.unfinished()[0].session == new
        store.close()
        assert Store(path).events(new) == (Advanced(), PauseBegan())

    def test_a_file_locked_while_practising_is_written_later(self, path: Path) -> None:
        store = Store(path)
        session = practised(store)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            store.journal(session).append(PauseBegan())
            assert not store.keeping
            other.execute("ROLLBACK")
        store.journal(session).append(PauseEnded())
        assert store.keeping
        assert _one(path, "SELECT count(*) FROM event") == 3

    def test_two_windows_that_go_on_with_one_session_part_ways(self, path: Path) -> None:
        session = kept(path)
        one, other = Store(path), Store(path)
        one.journal(session).append(PauseEnded())
        other.journal(session).append(Advanced())
        other.journal(session).append(Advanced())
        assert one.keeping
        assert other.keeping
        other.close()
        other.journal(session).append(Advanced())
        one.close()
        other.close()
        lengths = sorted(unfinished.events for unfinished in Store(path).unfinished())
        assert lengths == [3, 5]
        assert Store(path).events(session) == (Advanced(), PauseBegan(), PauseEnded())

    def test_the_file_of_another_program_is_left_alone(self, path: Path) -> None:
        path.parent.mkdir()
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE recipe (name TEXT)")
        store = Store(path)
        assert (store.keeping, store.reason) == (False, f"放记录的地方有别的文件，不去动它，{GOES_ON}")
        practised(store)
        assert _one(path, "SELECT name FROM sqlite_master") == "recipe"

    def test_records_of_a_newer_version_are_left_alone(self, path: Path) -> None:
        kept(path)
        with closing(sqlite3.connect(path)) as newer:
            newer.execute("PRAGMA user_version = 2")
        store = Store(path)
        assert (store.keeping, store.reason) == (False, f"记录是更新的版本留下的，不去动它，{GOES_ON}")
        practised(store)
        assert _one(path, "SELECT count(*) FROM session") == 1


def test_a_whole_story_can_be_played_where_nothing_can_be_kept(path: Path) -> None:
    path.mkdir(parents=True)
    store = Store(path)
    play = Playthrough(STORY, journal=store.journal(store.begin(STORY, Role.SELF)))
    while not isinstance(play.current, Ended):
        if hasattr(play.current, "choices"):
            play.choose("decline")
        else:
            play.advance()
    assert not store.keeping


def test_a_disk_full_for_making_a_folder_is_called_full() -> None:
    assert reason(OSError(28, "No space left on device")) == f"电脑的磁盘满了，{GOES_ON}"


def _one(path: Path, query: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchone()[0]


def _opened_with_room_for(pages: int) -> object:
    """An `open_file` whose files cannot have more pages than that: SQLite's own full disk."""
    real = store_module.open_file

    def open_file(path: Path, wait: float) -> sqlite3.Connection:
        connection = real(path, wait)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    return open_file


def _damage(path: Path, damage: str) -> None:
    if damage == "not a database":
        path.write_bytes(b"not a database" * 100)
    elif damage == "torn":
        content = bytearray(path.read_bytes())
        content[4096:8192] = b"\xa5" * 4096
        path.write_bytes(content)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TABLE event")


def _free(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize
