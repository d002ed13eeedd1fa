"""The list of stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard import paths
from elderguard.scenario import codes
from elderguard.scenario.catalogue import catalogue
from elderguard.scenario.library import OWN_FOLDER, Library, scripts_in
from elderguard.scenario.loader import FILE_NAME, Loaded
from elderguard.scenario.skim import Head, skim
from elderguard.scenario.vocabulary import Channel, Kind, Role
from tests.scenario.scripts import PICTURES, SOUND, changed


def put(root: Path, folder: str, text: str = SOUND) -> Path:
    (root / folder).mkdir(parents=True)
    (root / folder / FILE_NAME).write_text(text.replace("id: egg-stall", f"id: {folder}"), encoding="utf-8")
    return root / folder


def test_stories_are_listed_with_what_their_head_says(tmp_path: Path) -> None:
    folder = put(tmp_path, "eggs")
    [entry] = Library((tmp_path,), PICTURES).entries()
    assert entry.id == "eggs"
    assert (entry.title, entry.kind, entry.role) == ("村口送鸡蛋", Kind.SCAM, Role.SELF)
    assert (entry.channel, entry.difficulty, entry.minutes) == (Channel.QR_CODE, 1, 3)
    assert (entry.twin, entry.folder, entry.problem) == ("market-day", folder, None)


def test_a_head_written_cleverly_is_listed_too(tmp_path: Path) -> None:
    put(tmp_path, "eggs", changed(("title: 村口送鸡蛋", 'title: "村口: 送鸡蛋"')))
    [entry] = Library((tmp_path,), PICTURES).entries()
    assert (entry.title, entry.kind, entry.problem) == ("村口: 送鸡蛋", Kind.SCAM, None)


def test_a_story_is_loaded_when_it_is_asked_for_and_only_once(tmp_path: Path) -> None:
    put(tmp_path, "eggs")
    library = Library((tmp_path,), PICTURES)
    story = library.load("eggs")
    assert story.scenario is not None
    assert story.problem is None
    assert library.load("eggs") is story


def test_a_bad_file_is_listed_with_its_reason_and_the_others_play(tmp_path: Path) -> None:
    put(tmp_path, "bad", "schema: 1\n\ttitle: x\n")
    put(tmp_path, "good")
    library = Library((tmp_path,), PICTURES)
    bad, good = library.entries()
    assert (bad.id, bad.title, bad.kind) == ("bad", "bad", None)
    assert bad.problem
    assert bad.problem.startswith("第 2 行：")
    assert good.problem is None
    assert library.load("good").scenario is not None
    assert library.load("bad").scenario is None


def test_what_only_loading_shows_is_known_once_every_script_was_examined(tmp_path: Path) -> None:
    put(tmp_path, "eggs", changed(("goto: kept", "goto: nowhere")))
    library = Library((tmp_path,), PICTURES)
    assert library.entries()[0].problem is None
    [examined] = library.examine()
    assert examined.problem
    assert "nowhere" in examined.problem
    assert library.entries() == (examined,)


def test_a_judge_may_find_more(tmp_path: Path) -> None:
    def judge(loaded: Loaded) -> None:
        loaded.findings.at((), codes.NO_ENDING, scene="stall")

    put(tmp_path, "eggs")
    story = Library((tmp_path,), PICTURES, judge).load("eggs")
    assert story.scenario is None
    assert "绕" not in str(story.problem)
    assert "到不了结局" in str(story.problem)


def test_a_second_story_of_the_same_name_is_listed_as_unplayable(tmp_path: Path) -> None:
    put(tmp_path / "a", "eggs")
    mine = put(tmp_path / "b", "eggs", changed(("title: 村口送鸡蛋", "title: 我写的")))
    library = Library((tmp_path / "a", tmp_path / "b"), PICTURES)
    first, second = library.entries()
    assert (first.title, first.problem) == ("村口送鸡蛋", None)
    assert (second.title, second.folder) == ("我写的", mine)
    assert "同名" in str(second.problem)
    loaded = library.load("eggs").scenario
    assert loaded is not None
    assert loaded.title == "村口送鸡蛋"


def test_a_story_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    story = Library((tmp_path,)).load("nothing")
    assert story.scenario is None
    assert story.problem == "没有叫“nothing”的故事。"


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("x")
    assert scripts_in(tmp_path) == ()
    assert Library((tmp_path / "nowhere", tmp_path)).entries() == ()


def test_a_linked_script_outside_the_folder_is_unplayable(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside", "eggs")
    (tmp_path / "inside").mkdir()
    try:
        (tmp_path / "inside" / "eggs").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    [entry] = Library((tmp_path / "inside",), PICTURES).entries()
    assert "别的文件夹" in str(entry.problem)


def test_shipped_and_own_stories_are_found() -> None:
    put(paths.data_folder() / OWN_FOLDER, "my-story")
    library = Library.of_folders()
    ids = [entry.id for entry in library.entries()]
    assert {"home-visit", "village-meeting", "my-story"} <= set(ids)
    assert all(entry.problem is None for entry in library.examine() if entry.id != "my-story")


def test_the_catalogue_is_what_lies_in_the_folders(tmp_path: Path) -> None:
    for name in (
        "portraits/clerk/calm.svg",
        "portraits/clerk/worried.svg",
        "places/road.svg",
        "places/yard-evening.svg",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<svg/>")
    (tmp_path / "portraits" / "make.py").write_text("")
    found = catalogue(tmp_path)
    assert found.portraits == {"clerk"}
    assert found.places == {"road", "yard"}


# --- skimming -------------------------------------------------------------------------------------


def test_a_head_is_skimmed_like_it_is_read() -> None:
    assert skim(SOUND.encode()) == Head(
        "egg-stall", "村口送鸡蛋", Kind.SCAM, Role.SELF, Channel.QR_CODE, 1, 3, "market-day"
    )
    assert skim(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()) == skim(SOUND.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 村口送鸡蛋", 'title: "村口: 送鸡蛋"'),
        ("title: 村口送鸡蛋", "title: >\n  村口送鸡蛋"),
        ("kind: scam", "kind: Scam"),
        ("twin: market-day", 'twin: "market-day"'),
        ("twin: market-day", "twin: market-day\ntwin: other"),
        ("minutes: 3", "minutes: drei"),
        ("channel: qr-code\n", ""),
        ("kind: scam", 'kind: scam\nrole: "helper"'),
    ],
)
def test_what_is_written_cleverly_is_left_to_the_real_reader(old: str, new: str) -> None:
    assert skim(changed((old, new)).encode()) is None


def test_what_stands_after_the_head_is_not_looked_at() -> None:
    assert skim(SOUND.encode() + b"\ntitle: other\n") == skim(SOUND.encode())
    assert skim("schema: 1\n".encode("utf-16")) is None


@pytest.mark.parametrize("file", scripts_in(paths.scenarios_folder()), ids=lambda file: file.parent.name)
def test_the_shipped_stories_can_be_skimmed(file: Path) -> None:
    assert skim(file.read_bytes()) is not None


def test_a_script_that_is_called_otherwise_is_listed_with_its_right_name(tmp_path: Path) -> None:
    put(tmp_path, "eggs")
    (tmp_path / "eggs" / FILE_NAME).rename(tmp_path / "eggs" / "scenario.yaml.txt")
    (tmp_path / "notes.txt").write_text("x")
    library = Library((tmp_path,), PICTURES)
    [entry] = library.entries()
    assert (entry.id, *library.examine()) == ("eggs", entry)
    assert "“scenario.yaml.txt”，请改名为 scenario.yaml。" in str(entry.problem)
    assert "文件扩展名" in str(entry.problem)
    assert library.load("eggs").problem == entry.problem
    assert library.load("eggz").problem == "没有叫“eggz”的故事。"


def test_a_second_story_of_the_same_name_is_still_so_when_all_have_been_read(tmp_path: Path) -> None:
    put(tmp_path / "a", "eggs")
    put(tmp_path / "b", "eggs")
    first, second = Library((tmp_path / "a", tmp_path / "b"), PICTURES).examine()
    assert first.problem is None
    assert "同名" in str(second.problem)


def test_it_is_said_how_many_more_errors_there_are(tmp_path: Path) -> None:
    put(tmp_path, "eggs", changed(("difficulty: 1", "difficulty: 7"), ("goto: kept", "goto: nowhere")))
    [entry] = Library((tmp_path,), PICTURES).examine()
    assert str(entry.problem).endswith("另外还有 1 处错误。")
