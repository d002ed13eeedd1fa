"""What every test stands on: a data folder of its own and no real screen.

With `PYTHONPATH=tests/without_qt` and `-p no:pytest-qt` the same tests run as on a computer without Qt.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
_qt = find_spec("PySide6")
WITHOUT_QT = _qt is None or Path(str(_qt.origin)).parent.parent.name == "without_qt"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
collect_ignore = ["ui"] if WITHOUT_QT else []


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Know pytest-qt's settings in pyproject.toml even where pytest-qt is not loaded."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for setting in ("qt_api", "qt_log_level_fail"):
            parser.addini(setting, "a setting of pytest-qt")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test alone; it does not exist yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("ELDERGUARD_HOME", str(folder))
    return folder
