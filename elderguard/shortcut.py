"""The icon that opens the program with one press: a desktop entry as Linux desktops know it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAME = "elderguard.desktop"
NOT_HERE = "放图标这一步，现在只会在 Linux 上做；Windows 请双击 run.bat。"
_ENTRY = """[Desktop Entry]
Type=Application
Version=1.5
Name=ElderGuard
Name[zh_CN]=守护银龄
Comment=Practice against scams
Comment[zh_CN]=防骗练习
Exec={command}
Icon={icon}
Terminal=false
Categories=Education;
"""


def command() -> tuple[str, ...]:
    """How this very program is started again."""
    return (sys.executable, "-m", "elderguard") if not getattr(sys, "frozen", False) else (sys.executable,)


def entry(start: Sequence[str], icon: Path) -> str:
    """The text of a desktop entry that runs `start` and shows `icon`."""
    quoted = " ".join(shlex.quote(word).replace("%", "%%") for word in start)
    return _ENTRY.format(command=quoted, icon=icon)


def place(text: str, folders: Sequence[Path]) -> tuple[Path, ...]:
    """Put the entry into these folders (made if missing) and let it be run. Raises OSError."""
    placed = []
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / NAME
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)
        placed.append(file)
    return tuple(placed)


def folders() -> tuple[Path, ...]:
    """The menu of this person, and the desktop if there is one."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    desktop = _desktop()
    return (data / "applications", *((desktop,) if desktop.is_dir() and desktop != Path.home() else ()))


def _desktop() -> Path:
    """The desktop's folder, whatever this system calls it."""
    try:
        said = subprocess.run(
            ["xdg-user-dir", "DESKTOP"], capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.SubprocessError):
        said = None
    if said is not None and said.returncode == 0 and said.stdout.strip():
        return Path(said.stdout.strip())
    names = (Path.home() / "桌面", Path.home() / "Desktop")
    return next((folder for folder in names if folder.is_dir()), names[1])
