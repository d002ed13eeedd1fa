"""Pictures of every screen: every kind is among them, and the files are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from elderguard import cli, paths
from elderguard.scenario.library import OWN_FOLDER, Library
from elderguard.scenario.loader import FILE_NAME
from elderguard.scenario.vocabulary import Role
from elderguard.ui import shots
from elderguard.ui.pages.help import _ABOUT
from elderguard.ui.shots import Sight, UnplayableError, own_sights, sights, story_sights
from tests.ui.gate.survey import stories

STORY_KINDS = {
    "line",
    "phone",
    "question",
    "feedback",
    "pause",
    "ending",
    "guards",
    "cue",
    "rehearse",
    "done",
}


@pytest.fixture(scope="module")
def all_sights() -> list[Sight]:
    return list(sights())


@pytest.mark.parametrize("story", list(stories()))
def test_a_story_shows_every_kind_of_its_screens(story: str, all_sights: list[Sight]) -> None:
    kinds = {sight.screen.kind for sight in all_sights if sight.name.startswith(story)}
    assert kinds >= STORY_KINDS


def test_no_screen_of_a_story_is_pictured_twice(all_sights: list[Sight]) -> None:
    looks = [
        (sight.screen.title, sight.screen.body)
        for sight in all_sights
        if sight.name.startswith(tuple(stories()))
    ]
    assert len(looks) == len(set(looks))


def test_the_programs_own_screens_are_among_them(all_sights: list[Sight]) -> None:
    names = [sight.name for sight in all_sights]
    own = [sight.name for sight in own_sights()]
    assert names[-len(own) :] == own
    assert {"home", "stories", "settings", "aftercare", "help", "quitting", "leaving", "resume"} <= set(own)


def test_a_story_for_the_neighbour_begins_with_her_question() -> None:
    (first, *_) = stories()
    story = Library.of_folders().load(first)
    assert next(story_sights(story, Role.HELPER)).screen.kind == "frame"


def test_every_kind_of_screen_has_help_of_its_own(all_sights: list[Sight]) -> None:
    general = {"no-stories", "broken", "message", "help", "quitting", "leaving", "resume"}
    kinds = {sight.screen.kind for sight in all_sights} | {"frame"}
    assert kinds - general <= set(_ABOUT)


def test_an_unknown_story_says_so() -> None:
    with pytest.raises(UnplayableError, match="no-such-story"):
        sights(["no-such-story"])


def broken_story(old: str, new: str) -> None:
    """A story of one's own that does not play."""
    (shipped, *_) = stories()
    text = (paths.scenarios_folder() / shipped / FILE_NAME).read_text(encoding="utf-8")
    folder = paths.data_folder() / OWN_FOLDER / "my-story"
    folder.mkdir(parents=True)
    assert old in text
    text = text.replace(old, new, 1).replace(f"id: {shipped}", "id: my-story")
    (folder / FILE_NAME).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("new", ["kind: scma", "kind scam"])
def test_a_broken_story_is_told_in_a_sentence_before_anything_is_pictured(
    tmp_path: Path, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken_story("kind: scam", new)
    assert cli.main(["shots", "--out", str(tmp_path / "out"), "my-story"]) == cli.UNUSABLE
    said = capsys.readouterr().err
    assert said.startswith("故事“my-story”现在打不开。第 6 行：")
    assert "Traceback" not in said
    assert list((tmp_path / "out").iterdir()) == []


def test_without_names_a_broken_story_does_not_stop_the_others() -> None:
    broken_story("kind: scam", "kind: scma")
    names = {sight.name for sight in sights()}
    assert not any(name.startswith("my-story") for name in names)
    assert any(name.startswith(tuple(stories())) for name in names)


def test_a_caption_tells_scene_words_and_the_way(all_sights: list[Sight]) -> None:
    ending = next(sight for sight in all_sights if sight.screen.kind == "ending" and sight.way)
    row = shots._row("x.png", ending)
    assert f"场景：{ending.scene}" in row
    assert ending.screen.spoken[0].text[:10] in row
    assert f"走法：{' → '.join(ending.way)}" in row
    assert "走法" not in shots._row("x.png", next(own_sights()))


def test_pictures_are_taken_of_every_page(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shots, "sights", lambda ids, text, roles: own_sights(text))
    reached, pictured = shots.take_shots(tmp_path, size=(1024, 768), text=200)
    files = sorted(tmp_path.glob("*.png"))
    assert reached == pictured == len(files) > len(list(own_sights(200)))
    assert {(QImage(str(file)).width(), QImage(str(file)).height()) for file in files} == {(1024, 768)}
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(file.name in index for file in files)
