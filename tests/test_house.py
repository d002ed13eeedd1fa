"""The rules of the house that no linter knows: how large a room may be, its name, what lies where."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "elderguard"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base"}
LONGEST = 300
MEDIAN = 100


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    assert {name(path): lines(path) for path in MODULES if lines(path) > LONGEST} == {}


def test_the_median_module_is_short() -> None:
    rooms = [lines(path) for path in MODULES if path.name != "__init__.py"]
    assert statistics.median(rooms) <= MEDIAN


def test_no_module_is_a_drawer() -> None:
    assert [name(path) for path in MODULES if {path.stem, path.parent.name} & DRAWERS] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_knows(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body, "the module has no docstring"


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [name(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_the_top_level_stays_as_it_is() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {line.strip('"').split("/")[0] for line in listed.stdout.splitlines()} <= {
        ".ci",
        ".gitignore",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "assets",
        "elderguard",
        "pyproject.toml",
        "requirements",
        "run.bat",
        "scenarios",
        "tests",
    }


LOCKS = ("app.txt", "app-old-glibc.txt", "dev.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_versions_and_hashes_and_no_place(lock: str) -> None:
    content = (CHECKOUT / "requirements" / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links", content)
    entries = re.split(r"\n(?=[a-z])", content.strip())
    assert [
        entry for entry in entries if not re.match(r"[a-z0-9.-]+==\S+ .*\\\n.*--hash=sha256:", entry)
    ] == []


def required() -> list[str]:
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [", 1)[1].split("\n]", 1)[0]
    return re.findall(r'^\s*"([A-Za-z0-9_.-]+)', block, re.MULTILINE)


@pytest.mark.parametrize("lock", ["app.txt", "app-old-glibc.txt"])
def test_the_lock_holds_all_the_package_asks_for(lock: str) -> None:
    content = (CHECKOUT / "requirements" / lock).read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9.-]+)==", content, re.MULTILINE))
    assert {package.lower().replace("_", "-") for package in required()} <= locked


ONE_WAY = "Imports point one way"
NEURAL = "The neural engine only where it is driven, numpy only where clips are made"
INTRUDERS = [  # a module that must not be, and the contract that notices it
    ("play/intruder.py", "import PySide6.QtCore", "PySide6 only in ui/ and app.py"),
    ("voice/intruder.py", "import pyttsx3", "pyttsx3 only in the child process that speaks"),
    ("voice/intruder.py", "import onnxruntime", NEURAL),
    ("ui/intruder.py", "import yaml", "YAML and the schema library only where scenarios are read"),
    ("check/intruder.py", "import pydantic", "YAML and the schema library only where scenarios are read"),
    ("scenario/intruder.py", "import elderguard.play", ONE_WAY),
    ("records/intruder.py", "import elderguard.voice", ONE_WAY),
    ("intruder.py", "import json", ONE_WAY),
]


@pytest.mark.parametrize(("file", "line", "contract"), INTRUDERS)
def test_an_import_contract_notices_an_intruder(file: str, line: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "elderguard", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    (tmp_path / "elderguard" / file).write_text(f'"""Does not belong here."""\n\n{line}\n', encoding="utf-8")
    lint = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    run = subprocess.run(
        [sys.executable, "-c", lint], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert f"{contract} BROKEN" in run.stdout, run.stdout + run.stderr
