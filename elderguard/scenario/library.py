"""Which stories there are: the shipped ones and the person's own, listed cheaply, loaded when played.

A story that cannot be played is listed with its reason, and the others still play.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from elderguard import paths
from elderguard.scenario.catalogue import Catalogue, catalogue
from elderguard.scenario.findings import Findings
from elderguard.scenario.loader import FILE_NAME, Loaded, load, read_bytes
from elderguard.scenario.model import Scenario
from elderguard.scenario.skim import Head, skim
from elderguard.scenario.vocabulary import Channel, Kind, Role

OWN_FOLDER = "scenarios"  # in the data folder: what somebody here wrote
SAME_ID = "已经有一个同名的故事。请给文件夹和 id 换个名字。"
_MISNAMED = {"scenario", *(f"scenario.{end}" for end in ("yaml", "txt", "yml", "yaml.txt", "yml.txt"))}
Judge = Callable[[Loaded], None]  # adds to the findings of a script that has been loaded


@dataclass(frozen=True)
class Entry:
    """A story in the list. `problem` is why it cannot be played (None: nothing is known against it);
    a story with a problem may have no title but its id."""

    id: str
    title: str
    kind: Kind | None
    role: Role | None
    channel: Channel | None
    difficulty: int
    minutes: int
    twin: str | None
    folder: Path
    problem: str | None


@dataclass(frozen=True)
class Story:
    """A story that was asked for. `scenario` is None if it cannot be played, and `problem` says why."""

    folder: Path
    scenario: Scenario | None
    problem: str | None


class Library:
    """The stories of some folders, each `<folder>/<id>/scenario.yaml`; of two with the same id the
    first counts. `judge` looks at each script that loads and may find more errors in it."""

    def __init__(
        self, folders: tuple[Path, ...], pictures: Catalogue | None = None, judge: Judge | None = None
    ) -> None:
        self._folders = folders
        self._pictures = pictures
        self._judge = judge
        self._stories: dict[Path, Story] = {}

    @classmethod
    def of_folders(cls, judge: Judge | None = None) -> Library:
        """The shipped stories and those in the person's data folder. Raises MissingFilesError."""
        folders = (paths.scenarios_folder(), paths.data_folder() / OWN_FOLDER)
        return cls(folders, catalogue(paths.assets_folder()), judge)

    def entries(self) -> tuple[Entry, ...]:
        """All stories. Heads are skimmed; scripts are read only where that does not do."""
        entries: dict[str, Entry] = {}
        clashes: list[Entry] = []
        for root, file in self._files():
            entry = self._entry(root, file)
            if entry.id in entries:
                clashes.append(_broken(file, entry.title, SAME_ID))
            else:
                entries[entry.id] = entry
        return (*entries.values(), *clashes, *self._misnamed())

    def load(self, scenario_id: str) -> Story:
        """The story of that id, read now if it has not been read yet."""
        for root, file in self._files():
            if file.parent.name == scenario_id:
                return self._story(root, file)
        for entry in self._misnamed():
            if entry.id == scenario_id:
                return Story(entry.folder, None, entry.problem)
        return Story(self._folders[0], None, f"没有叫“{scenario_id}”的故事。")

    def examine(self) -> Iterator[Entry]:
        """Read every script, one at a time, and give its entry with what is then known of it."""
        known: set[str] = set()
        for root, file in self._files():
            self._story(root, file)
            entry = self._entry(root, file)
            yield _broken(file, entry.title, SAME_ID) if entry.id in known else entry
            known.add(entry.id)
        yield from self._misnamed()

    def _misnamed(self) -> Iterator[Entry]:
        for root in self._folders:
            for file in misnamed_in(root):
                yield _broken(file, file.parent.name, misnamed(file))

    def _files(self) -> Iterator[tuple[Path, Path]]:
        for root in self._folders:
            for folder in scripts_in(root):
                yield root, folder

    def _story(self, root: Path, file: Path) -> Story:
        if file not in self._stories:
            loaded = load(file, self._pictures, within=root)
            if self._judge is not None and loaded.playable:
                self._judge(loaded)
            scenario = loaded.scenario if loaded.playable else None
            self._stories[file] = Story(file.parent, scenario, loaded.reason or None)
        return self._stories[file]

    def _entry(self, root: Path, file: Path) -> Entry:
        data = read_bytes(file, Findings(str(file)), within=root)
        head = skim(data) if data is not None else None
        if head is None or head.id != file.parent.name:
            scenario = self._story(root, file).scenario
            head = _head(scenario) if scenario else None
        story = self._stories.get(file)
        problem = story.problem if story else None
        if head is None:
            return _broken(file, file.parent.name, problem or "")
        return Entry(
            file.parent.name,
            head.title,
            head.kind,
            head.role,
            head.channel,
            head.difficulty,
            head.minutes,
            head.twin,
            file.parent,
            problem,
        )


def scripts_in(root: Path) -> tuple[Path, ...]:
    """The script files in the folders of `root`, by name; none if there is no such folder."""
    try:
        return tuple(sorted(folder / FILE_NAME for folder in root.iterdir() if (folder / FILE_NAME).exists()))
    except OSError:
        return ()


def misnamed_in(root: Path) -> tuple[Path, ...]:
    """The files in the folders of `root` that were meant to be a script but are called otherwise."""
    try:
        folders = sorted(folder for folder in root.iterdir() if not (folder / FILE_NAME).exists())
    except OSError:
        return ()
    return tuple(file for folder in folders for file in _misnamed_of(folder))


def misnamed(file: Path) -> str:
    """What to do about a script that is called otherwise; nothing if it has the right name."""
    if file.name == FILE_NAME or file.name.lower() not in _MISNAMED:
        return ""
    hidden = "（看不见“.txt”，请在文件夹的“查看”里勾上“文件扩展名”。）" if file.suffix == ".txt" else ""
    return f"这个文件叫“{file.name}”，请改名为 {FILE_NAME}。{hidden}"


def _misnamed_of(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(file for file in folder.iterdir() if misnamed(file)))[:1]
    except OSError:  # it is no folder
        return ()


def _head(scenario: Scenario) -> Head:
    return Head(
        scenario.id,
        scenario.title,
        scenario.kind,
        scenario.role,
        scenario.channel,
        scenario.difficulty,
        scenario.minutes,
        scenario.twin,
    )


def _broken(file: Path, title: str, problem: str) -> Entry:
    return Entry(file.parent.name, title, None, None, None, 0, 0, None, file.parent, problem)
