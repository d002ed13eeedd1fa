"""The dialogs for files. The system's own is never opened here: what it would answer is put in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from elderguard.ui import files


def answer(monkeypatch: pytest.MonkeyPatch, which: str, chosen: str) -> list[tuple[object, ...]]:
    asked: list[tuple[object, ...]] = []

    def dialog(*question: object) -> tuple[str, str]:
        asked.append(question)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, which, dialog)
    return asked


def test_a_name_is_offered_in_a_folder_of_hers(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "getSaveFileName", "/media/stick/a.elderguard-voice")
    assert files.ask_where_to("第一位的声音.elderguard-voice") == Path("/media/stick/a.elderguard-voice")
    assert str(asked[0][2]).endswith("第一位的声音.elderguard-voice")


def test_a_name_without_its_end_gets_it(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "getSaveFileName", "/media/stick/a")
    assert files.ask_where_to("a") == Path("/media/stick/a.elderguard-voice")


def test_who_thinks_better_of_it_has_chosen_nothing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getSaveFileName", "")
    answer(monkeypatch, "getOpenFileName", "")
    assert files.ask_where_to("a") is files.ask_which() is None


def test_a_file_is_chosen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "getOpenFileName", "/media/stick/a.elderguard-voice")
    assert files.ask_which() == Path("/media/stick/a.elderguard-voice")


def test_the_buttons_of_the_dialog_are_chinese(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "getOpenFileName", "")
    files.ask_which()
    assert QCoreApplication.translate("QFileDialog", "File &name:") != "File &name:"
