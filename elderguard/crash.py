"""How an error nobody foresaw is written down, so that the person sees one sentence and not a traceback."""

from __future__ import annotations

import platform
import sys
import time
import traceback
from pathlib import Path

from elderguard import __version__

_LARGEST_LOG = 1024 * 1024  # bytes; then the log starts afresh


def write_down(error: BaseException, log: Path) -> str:
    """Add the error to the log file. Returns the Chinese sentence to show; never raises an OSError."""
    entry = "".join(
        (
            f"--- {time.strftime('%Y-%m-%d %H:%M:%S')} elderguard {__version__}",
            f" Python {platform.python_version()} {sys.platform}\n",
            *traceback.format_exception(type(error), error, error.__traceback__),
        )
    )
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        full = log.exists() and log.stat().st_size > _LARGEST_LOG
        with log.open("w" if full else "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(entry)
    except OSError:
        return f"程序出了没料到的错（{type(error).__name__}），而且没能记下来。"
    return f"程序出了没料到的错，详情记在 {log} 里。"
