"""What `elderguard check` prints and returns."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from elderguard import paths
from elderguard.check import report
from elderguard.check.report import FAULTY, NOT_CHECKED, SOUND, check, run_check
from elderguard.scenario import codes
from elderguard.scenario.library import OWN_FOLDER
from elderguard.scenario.loader import FILE_NAME
from tests.scenario.scripts import SOUND as SCRIPT


def put(folder: Path, text: str = SCRIPT) -> Path:
    folder.mkdir(parents=True)
    file = folder / FILE_NAME
    drawn = text.replace("place: road", "place: village-road").replace("place: home", "place: farmhouse-room")
    file.write_text(drawn.replace("id: egg-stall", f"id: {folder.name}"), encoding="utf-8")
    return file


@pytest.fixture
def story(tmp_path: Path) -> Path:
    honest = SCRIPT.replace("kind: scam", "kind: benign").replace("twin: market-day", "twin: eggs")
    put(tmp_path / "mine" / "market-day", honest)
    return put(tmp_path / "mine" / "eggs")


def test_the_shipped_stories_have_no_errors() -> None:
    found = check()
    assert {file.parent.name for file in found.files} >= {"home-visit", "village-meeting"}
    assert [str(one) for one in found.diagnostics if one.is_error] == []
    assert found.moments > 1000


def test_a_story_of_ones_own_is_checked_too() -> None:
    file = put(paths.data_folder() / OWN_FOLDER / "eggs", SCRIPT.replace("goto: kept", "goto: nowhere"))
    found = check()
    assert file in found.files
    assert found.errors == 1


def test_only_shipped_stories_have_to_be_recorded(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assets = tmp_path / "assets"
    shutil.copytree(paths.assets_folder(), assets, ignore=shutil.ignore_patterns("voices"))
    (assets / "voices" / "a").mkdir(parents=True)
    empty = '{"pack": "a", "licence": "b", "clips": {}}'
    (assets / "voices" / "a" / "manifest.json").write_text(empty, encoding="utf-8")
    monkeypatch.setattr(paths, "assets_folder", lambda: assets)
    assert check([story]).diagnostics == ()
    assert codes.NO_CLIP in {found.code for found in check([Path("home-visit")]).diagnostics}


def test_a_sound_script_is_reported_in_one_line(story: Path) -> None:
    text, code = run_check([story])
    assert code == SOUND
    assert text.startswith("查了 1 个剧本，走过 ")
    assert text.endswith(" 种情形：没有错误。")


@pytest.mark.parametrize("levels", [0, 1])
def test_a_folder_means_the_scripts_in_it(story: Path, levels: int) -> None:
    folder = story.parents[levels]
    assert len(check([folder]).files) == (1, 2)[levels]
    assert len(check([folder, story, folder]).files) == (1, 2)[levels]


def test_errors_make_it_fail(story: Path) -> None:
    story.write_text(
        story.read_text(encoding="utf-8").replace("goto: kept", "goto: nowhere"), encoding="utf-8"
    )
    text, code = run_check([story])
    assert code == FAULTY
    assert f"{story}:38:19: 错误 E301 " in text
    assert "1 处错误" in text


def test_warnings_make_it_fail_only_if_one_is_strict(story: Path) -> None:
    story.write_text(
        story.read_text(encoding="utf-8").replace("            route: family\n", ""), encoding="utf-8"
    )
    assert run_check([story])[1] == SOUND
    text, code = run_check([story], strict=True)
    assert code == FAULTY
    assert "没有错误，1 处警告" in text


def test_the_same_as_data(story: Path) -> None:
    story.write_text(
        story.read_text(encoding="utf-8").replace("goto: kept", "goto: nowhere"), encoding="utf-8"
    )
    text, code = run_check([story], as_json=True)
    content = json.loads(text)
    assert code == FAULTY
    assert (content["errors"], content["warnings"], content["files"]) == (1, 0, [str(story)])
    assert content["diagnostics"][0]["code"] == "E301"


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"\xff\xfe")
    text, code = run_check([tmp_path / "x.yaml"])
    assert code == FAULTY
    assert "E101" in text
    assert "走过" not in text


def test_nothing_to_check_is_said(tmp_path: Path) -> None:
    assert run_check([tmp_path / "nothing"]) == (
        f"没有“{tmp_path / 'nothing'}”这个文件或者文件夹。",
        NOT_CHECKED,
    )
    text, code = run_check([tmp_path])
    assert code == NOT_CHECKED
    assert "里没有剧本" in text


def test_files_in_the_folder_one_stands_in_are_called_briefly(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(story.parents[1])
    assert check([story]).files == (Path("eggs") / FILE_NAME,)


def test_an_unreadable_neighbour_is_no_obstacle(story: Path) -> None:
    put(story.parents[1] / "broken", "x: [")
    assert report.check([story]).errors == 0


def test_only_the_stories_of_ones_own_are_checked_if_there_are_any() -> None:
    file = put(paths.data_folder() / OWN_FOLDER / "eggs")
    assert check().files == (file,)


def test_a_story_is_checked_by_its_id(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert [file.parent.name for file in check([Path("home-visit")]).files] == ["home-visit"]
    file = put(paths.data_folder() / OWN_FOLDER / "eggs")
    assert [found.absolute() for found in check([Path("eggs")]).files] == [file]
    text, code = run_check([Path("egs")])
    assert (text, code) == (
        "没有“egs”这个文件或者文件夹，也没有这个故事。全部故事见 elderguard list。",
        NOT_CHECKED,
    )


def test_what_lies_here_comes_before_an_id(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put(tmp_path / "home-visit")
    monkeypatch.chdir(tmp_path)
    assert check([Path("home-visit")]).files == (Path("home-visit") / FILE_NAME,)
    monkeypatch.chdir(tmp_path / "home-visit")
    assert check([Path()]).files == (Path(FILE_NAME),)


def test_a_story_with_the_id_of_a_shipped_one_is_an_error() -> None:
    put(paths.data_folder() / OWN_FOLDER / "home-visit")
    assert [one.code.id for one in check().diagnostics if one.is_error] == ["E212"]


def test_it_may_have_that_id_elsewhere(tmp_path: Path) -> None:
    assert check([put(tmp_path / "home-visit")]).errors == 0


@pytest.mark.parametrize("name", ["scenario.txt", "scenario.yaml.txt", "scenario.yml", "Scenario.yaml"])
def test_a_script_that_is_called_otherwise_is_told_to_be_renamed(name: str) -> None:
    folder = paths.data_folder() / OWN_FOLDER / "eggs"
    put(folder).rename(folder / name)
    for named in ([], [Path("eggs")], [folder], [folder / name], [folder.parent]):
        text, code = run_check(named)
        assert code == FAULTY
        assert f"“{name}”，请改名为 scenario.yaml" in text
