"""The folder of sounds that were made on this computer and may be wanted again, bounded in size."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import weakref
from pathlib import Path

LIMIT = 64 * 1024 * 1024
"""Bytes; about twenty-five minutes of speech."""


class Cache:
    """Sound files by key. The ones unused for longest go first. Where nothing can be written, a
    folder that lasts for this run takes its place."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._temporary = False

    def find(self, key: str) -> Path | None:
        """The sound of that key, which now counts as used; None if there is none."""
        path = self._path(key)
        if not path.is_file():
            return None
        with contextlib.suppress(OSError):  # a read-only disk: then it is not marked, and still good
            os.utime(path)
        return path

    def place(self, key: str) -> Path:
        """Where a new sound of that key may be written before it is checked. Raises OSError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            writable = os.access(self._folder, os.W_OK)
        except OSError:
            writable = False
        if not writable and not self._temporary:
            self._temporary = True
            self._folder = Path(tempfile.mkdtemp(prefix="elderguard-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder / f"{key}.part.wav"

    def keep(self, key: str, made: Path) -> Path:
        """Keeps a checked sound under that key, and makes room. Raises OSError."""
        path = self._path(key)
        made.replace(path)
        self._make_room(path)
        return path

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.wav"

    def _make_room(self, spared: Path) -> None:
        files = []
        for path in self._folder.glob("*.wav"):
            with contextlib.suppress(OSError):  # another window of ours may be tidying too
                files.append((path.stat().st_mtime, path.stat().st_size, path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self._limit:
                return
            if path != spared:
                with contextlib.suppress(OSError):
                    path.unlink()
                total -= size
