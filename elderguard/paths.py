"""Where the things lie that are not code: what is shipped (scenarios, assets) and what is kept.

Shipped files are found beside the package in a checkout, inside the package when installed, and in the
bundle of a frozen program. What is kept lies in the data folder of the person, or in `ELDERGUARD_HOME`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

HOME_VARIABLE = "ELDERGUARD_HOME"
_PACKAGE = Path(__file__).resolve().parent
_SHARE = "share"  # where the wheel puts scenarios and assets, inside the package


class MissingFilesError(Exception):
    """The scenarios or assets that belong to the program are not where they should be."""

    def __init__(self) -> None:
        super().__init__("程序自带的故事和图片找不到了，请重新安装。")


def _roots() -> tuple[Path, ...]:
    """The folders that may hold `scenarios` and `assets`, the likeliest first."""
    installed = _PACKAGE / _SHARE
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).resolve().parent
        bundle = Path(getattr(sys, "_MEIPASS", beside))
        return bundle / "elderguard" / _SHARE, bundle, beside, installed
    checkout = _PACKAGE.parent
    return (checkout, installed) if (checkout / "pyproject.toml").is_file() else (installed,)


def _shipped(name: str) -> Path:
    for root in _roots():
        if (root / name).is_dir():
            return root / name
    raise MissingFilesError


def scenarios_folder() -> Path:
    """The folder with one folder for each shipped scenario. Raises MissingFilesError."""
    return _shipped("scenarios")


def assets_folder() -> Path:
    """The folder with fonts, pictures, sounds and voice packs. Raises MissingFilesError."""
    return _shipped("assets")


def data_folder() -> Path:
    """The folder that keeps what this person did and set. It need not exist yet."""
    moved = os.environ.get(HOME_VARIABLE, "").strip()
    if moved:
        return Path(moved).expanduser().absolute()
    return platformdirs.user_data_path("ElderGuard", appauthor=False)


def settings_file() -> Path:
    """The file that keeps the settings."""
    return data_folder() / "settings.json"


def records_file() -> Path:
    """The SQLite file that keeps what was played."""
    return data_folder() / "records.sqlite"


def speech_cache() -> Path:
    """The folder for speech that was made here; it may be deleted at any time."""
    return data_folder() / "cache" / "speech"


def voices_folder() -> Path:
    """The folder for voice packs recorded here."""
    return data_folder() / "voices"


def log_file() -> Path:
    """The file that errors nobody foresaw are written to."""
    return data_folder() / "elderguard.log"
