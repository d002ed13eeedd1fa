"""How a script file becomes a scenario that can be played, or a list of what is wrong with it.

PyYAML and pydantic are imported when the first script is loaded: the home screen does not wait for
them.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path as FilePath

from elderguard.scenario import codes
from elderguard.scenario.catalogue import Catalogue
from elderguard.scenario.diagnostic import Diagnostic, Place
from elderguard.scenario.findings import Findings
from elderguard.scenario.model import Scenario

FILE_NAME = "scenario.yaml"
_MAX_READ = 256 * 1024 + 1  # one byte more than is allowed, to tell


@dataclass(frozen=True)
class Loaded:
    """A script that was read. `scenario` is None when it could not be built at all; it must not be
    played unless `playable`. `findings` takes what is found later and knows where things stand."""

    file: FilePath
    scenario: Scenario | None
    findings: Findings

    @property
    def playable(self) -> bool:
        """Whether the script has no errors."""
        return self.scenario is not None and not self.findings.has_errors

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What has been found, in the order of the file."""
        return self.findings.diagnostics

    @property
    def reason(self) -> str:
        """The first error in one sentence and how many more there are, for who wants to play it; empty
        if there is none."""
        errors = [found for found in self.diagnostics if found.is_error]
        if not errors:
            return ""
        more = f"另外还有 {len(errors) - 1} 处错误。" if errors[1:] else ""
        return f"第 {errors[0].place.line} 行：{errors[0].message}{more}"


def load(file: FilePath, catalogue: Catalogue | None = None, *, within: FilePath | None = None) -> Loaded:
    """Read one script. Never raises for what is in the file or whether it is there.

    `catalogue` holds the portraits and places there are (None: they are not looked at); a file that
    turns out to lie outside the folder `within` is refused.
    """
    findings = Findings(str(file))
    data = read_bytes(file, findings, within=within)
    return Loaded(file, None, findings) if data is None else _loaded(file, data, catalogue, findings)


def load_text(text: str, file: FilePath, catalogue: Catalogue | None = None) -> Loaded:
    """Read a script that is given as text, as if it stood in `file`."""
    return _loaded(file, text.encode("utf-8", "surrogatepass"), catalogue, Findings(str(file)))


def _loaded(file: FilePath, data: bytes, catalogue: Catalogue | None, findings: Findings) -> Loaded:
    from elderguard.scenario.build import build
    from elderguard.scenario.cast import check_cast
    from elderguard.scenario.references import check_references
    from elderguard.scenario.source import read

    tree = read(data, findings)
    if tree is None:
        return Loaded(file, None, findings)
    findings.positions = tree
    scenario = build(tree, findings, hashlib.sha256(data).hexdigest())
    check_references(scenario, file.parent, catalogue, findings)
    check_cast(scenario, findings)
    if file.name == FILE_NAME and scenario.id and file.absolute().parent.name != scenario.id:
        findings.at(("id",), codes.FOLDER_NAME, folder=file.absolute().parent.name, id=scenario.id)
    return Loaded(file, scenario, findings)


def read_bytes(file: FilePath, findings: Findings, *, within: FilePath | None = None) -> bytes | None:
    """The bytes of an ordinary file (no more than are needed to see that it is too long), or None
    with the reason among `findings`. A pipe or a device is not waited for."""
    try:
        if within is not None and not file.resolve().is_relative_to(within.resolve()):
            raise _ElsewhereError
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return stream.read(_MAX_READ)
        why, remedy = "它不是一个普通的文件。", "请把剧本存成普通的文本文件。"
    except _ElsewhereError:
        why, remedy = "它其实在别的文件夹里。", "请把剧本本身复制进来，不要用快捷方式。"
    except FileNotFoundError:
        why, remedy = "没有这个文件。", "请看看名字有没有写错。"
    except (OSError, ValueError, RuntimeError):  # RuntimeError: symbolic links in a circle, before 3.13
        why, remedy = "打不开。", "请看看它是不是文件，有没有权限打开。"
    findings.at_place(Place(), codes.UNREADABLE, why=why, remedy=remedy)
    return None


class _ElsewhereError(Exception):
    """The file lies outside the folder it was looked for in."""
