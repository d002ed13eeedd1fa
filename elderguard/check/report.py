"""`elderguard check`: which scripts are meant, what was found in them, and how that is said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from elderguard import paths as places
from elderguard.check.examine import Surroundings, examine
from elderguard.scenario import codes
from elderguard.scenario.catalogue import catalogue
from elderguard.scenario.diagnostic import Diagnostic, Place
from elderguard.scenario.findings import Findings
from elderguard.scenario.library import OWN_FOLDER, misnamed, misnamed_in, scripts_in
from elderguard.scenario.loader import FILE_NAME, load, read_bytes
from elderguard.scenario.skim import skim
from elderguard.scenario.vocabulary import Kind
from elderguard.voice.pack import read_packs

SOUND, FAULTY, NOT_CHECKED = 0, 1, 2  # exit codes


@dataclass(frozen=True)
class Report:
    """What a check came to: the scripts looked at, the findings in their order, and how many distinct
    moments of the stories were seen."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    moments: int

    @property
    def errors(self) -> int:
        """How many findings keep a script from being played."""
        return sum(found.is_error for found in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many findings are advice."""
        return len(self.diagnostics) - self.errors


class NothingToCheckError(Exception):
    """There is no script where one was said to be. The message is the Chinese sentence to show."""


def check(named: Sequence[Path] = ()) -> Report:
    """Look at these scripts: files, script folders, folders of script folders, or ids of stories;
    without any, at the person's own, or at the shipped ones if there are none. Raises
    NothingToCheckError, MissingFilesError."""
    shipped, own = places.scenarios_folder(), places.data_folder() / OWN_FOLDER
    if named:
        meant = [_scripts(path, (shipped, own)) for path in named]
    else:
        meant = [_scripts_in(own) or _scripts_in(shipped)]
    files = tuple(dict.fromkeys(_short(file) for scripts in meant for file in scripts))
    roots = dict.fromkeys((shipped, own, *(file.absolute().parent.parent for file in files)))
    stories = _kinds((*(file for root in roots for file in scripts_in(root)), *files))
    assets = places.assets_folder()
    beside = Surroundings(stories)
    # The computer's own voice reads what somebody wrote at home: only what is shipped has to be recorded.
    recorded = replace(beside, packs=read_packs(assets / "voices")[0])
    pictures = catalogue(assets)
    taken = {file.parent.name for file in scripts_in(shipped)}
    diagnostics: list[Diagnostic] = []
    moments = 0
    for file in files:
        loaded = load(file, pictures)
        if name := misnamed(file):
            loaded.findings.at_place(Place(), codes.UNREADABLE, why=name, remedy="")
        kept_in = file.absolute().parent.parent
        if kept_in == own.absolute():
            around = replace(beside, taken=taken)
        else:
            around = recorded if kept_in == shipped.absolute() else beside
        moments += examine(loaded, around)
        diagnostics += loaded.diagnostics
    return Report(files, tuple(diagnostics), moments)


def run_check(named: Sequence[Path], as_json: bool = False, strict: bool = False) -> tuple[str, int]:
    """What `elderguard check` prints, and its exit code: 0 without errors, 1 with errors (`strict`: or
    warnings), 2 when there was nothing to check. Raises MissingFilesError."""
    try:
        report = check(named)
    except NothingToCheckError as nothing:
        return str(nothing), NOT_CHECKED
    faulty = report.errors or (strict and report.warnings)
    return (_as_json(report) if as_json else _in_words(report)), FAULTY if faulty else SOUND


def _as_json(report: Report) -> str:
    content = {
        "files": [str(file) for file in report.files],
        "errors": report.errors,
        "warnings": report.warnings,
        "moments": report.moments,
        "diagnostics": [found.as_json() for found in report.diagnostics],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _in_words(report: Report) -> str:
    counted = [f"{report.errors} 处错误"] if report.errors else ["没有错误"]
    if report.warnings:
        counted.append(f"{report.warnings} 处警告")
    walked = f"，走过 {report.moments} 种情形" if report.moments else ""
    summary = f"查了 {len(report.files)} 个剧本{walked}：{'，'.join(counted)}。"
    return "\n".join([*map(str, report.diagnostics), summary])


def _scripts(path: Path, roots: Sequence[Path]) -> tuple[Path, ...]:
    """The script files a path stands for, or the story of that id. Raises NothingToCheckError."""
    if not path.exists():
        may_be_id = path.name == str(path)
        for root in roots:
            if may_be_id and (root / path).is_dir():
                return _scripts(root / path, ())
        also = "，也没有这个故事。全部故事见 elderguard list" if may_be_id else ""
        raise NothingToCheckError(f"没有“{path}”这个文件或者文件夹{also}。")
    if not path.is_dir():
        return (path,)
    files = (path / FILE_NAME,) if (path / FILE_NAME).exists() else _scripts_in(path)
    if not files:
        files = tuple(file for file in misnamed_in(path.absolute().parent) if file.parent == path.absolute())
    if not files:
        raise NothingToCheckError(f"“{path}”里没有剧本。剧本叫 {FILE_NAME}，放在和故事同名的文件夹里。")
    return files


def _scripts_in(root: Path) -> tuple[Path, ...]:
    """The scripts in the folders of `root`, and what was meant to be one but is called otherwise."""
    return (*scripts_in(root), *misnamed_in(root))


def _kinds(files: Iterable[Path]) -> dict[str, Kind | None]:
    """The kinds of the stories in these files, by id; None where a glance does not tell."""
    kinds: dict[str, Kind | None] = {}
    for file in files:
        data = read_bytes(file, Findings(str(file)))
        head = skim(data) if data is not None else None
        kinds[head.id if head else file.parent.name] = head.kind if head else None
    return kinds


def _short(file: Path) -> Path:
    """The path as seen from the current folder, if the file is in it."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
