"""Where things lie."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from elderguard import paths

CHECKOUT = Path(__file__).resolve().parent.parent


def copied_package(folder: Path) -> Path:
    """The package without anything beside it, as an installer leaves it."""
    target = folder / "elderguard"
    target.mkdir(parents=True)
    for name in ("__init__.py", "paths.py"):
        shutil.copy(CHECKOUT / "elderguard" / name, target)
    return target


def found(folder: Path, *before: str) -> str:
    """What a program in that folder says of its scenarios."""
    program = "\n".join((*before, "from elderguard import paths", "print(paths.scenarios_folder())"))
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return run.stdout.strip() or run.stderr.strip().splitlines()[-1]


def test_a_checkout_uses_its_own_folders() -> None:
    assert paths.scenarios_folder() == CHECKOUT / "scenarios"
    assert paths.assets_folder() == CHECKOUT / "assets"


def test_an_installed_package_uses_what_came_with_it(tmp_path: Path) -> None:
    share = copied_package(tmp_path) / "share" / "scenarios"
    share.mkdir(parents=True)
    (tmp_path / "scenarios").mkdir()  # somebody else's
    assert found(tmp_path) == str(share)


def test_a_frozen_program_uses_its_bundle(tmp_path: Path) -> None:
    copied_package(tmp_path)
    bundle = tmp_path / "bundle"
    (bundle / "elderguard" / "share" / "scenarios").mkdir(parents=True)
    frozen = ("import sys", "sys.frozen = True", f"sys._MEIPASS = {str(bundle)!r}")
    assert found(tmp_path, *frozen) == str(bundle / "elderguard" / "share" / "scenarios")


def test_a_frozen_folder_without_bundle_looks_beside_the_program(tmp_path: Path) -> None:
    copied_package(tmp_path)
    (tmp_path / "app" / "scenarios").mkdir(parents=True)
    program = str(tmp_path / "app" / "elderguard.exe")
    assert found(tmp_path, "import sys", "sys.frozen = True", f"sys.executable = {program!r}") == str(
        tmp_path / "app" / "scenarios"
    )


def test_missing_files_are_said_in_chinese(tmp_path: Path) -> None:
    copied_package(tmp_path)
    assert found(tmp_path).endswith("程序自带的故事和图片找不到了，请重新安装。")


def test_the_data_folder_can_be_moved(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.data_folder() == data_folder
    assert {paths.settings_file().parent, paths.records_file().parent, paths.log_file().parent} == {
        data_folder
    }
    monkeypatch.setenv("ELDERGUARD_HOME", "~/守护")
    assert paths.data_folder() == Path.home() / "守护"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_otherwise_the_data_folder_is_the_persons_own(
    value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv("ELDERGUARD_HOME")
    else:
        monkeypatch.setenv("ELDERGUARD_HOME", value)
    assert paths.data_folder().name == "ElderGuard"
    assert paths.data_folder().is_relative_to(Path.home())


def test_the_wheel_carries_stories_and_pictures_and_runs_outside_the_checkout(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(installed)
    share = "elderguard/share/"
    for scenario in CHECKOUT.glob("scenarios/*/scenario.yaml"):
        assert f"{share}scenarios/{scenario.parent.name}/scenario.yaml" in names
    assert any(name.startswith(share + "assets/fonts/") and name.endswith(".ttf") for name in names)
    assert not [name for name in names if name.startswith(share) and name.endswith(".py")]
    assert not [name for name in names if name.split("/")[0] in ("scenarios", "assets", "tests")]
    assert found(installed) == str(installed / share / "scenarios")
