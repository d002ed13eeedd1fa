"""Asking a volunteer for a file with the system's own dialog: where to put one, which one to take."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QStandardPaths, QTranslator
from PySide6.QtWidgets import QFileDialog

from elderguard.voice.parcel import SUFFIX

_KIND = f"守护银龄的录音 (*{SUFFIX})"


def ask_where_to(name: str) -> Path | None:
    """Where a file of that name shall go; None if she thinks better of it. It asks before it replaces."""
    _speak_chinese()
    chosen, _ = QFileDialog.getSaveFileName(None, "存到哪里？可以选U盘", str(_folder() / name), _KIND)
    if not chosen:
        return None
    return Path(chosen) if chosen.endswith(SUFFIX) else Path(chosen + SUFFIX)


def ask_which() -> Path | None:
    """The file that she chooses; None if she thinks better of it."""
    _speak_chinese()
    chosen, _ = QFileDialog.getOpenFileName(None, "读哪一个文件？可以到U盘里找", str(_folder()), _KIND)
    return Path(chosen) if chosen else None


def _folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or ".")


def _speak_chinese() -> None:
    """Where the desktop has no dialog of its own Qt shows one, with English buttons unless it is told."""
    app = QCoreApplication.instance()
    if app is None or app.findChild(QTranslator) is not None:
        return
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
