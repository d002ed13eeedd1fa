from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from elderguard.voice.pack import Clip, Pack, PackError, read_pack
from elderguard.voice.packing import PARTIAL, write_pack, write_whole

KEY = "0" * 64


def clip(folder: Path, number: int = 0) -> Clip:
    return Clip(
        folder / f"{number:064x}.opus", "您好。再见。", "man", 2.5, "f" * 64, (0.0, 1.5), 171.2, -18.1, "made"
    )


def packed(folder: Path, *clips: Clip) -> Pack:
    by_key = {f"{number:064x}": one for number, one in enumerate(clips)}
    return Pack("试听", "CC BY 4.0", by_key, "an engine 1.0", 24000, {"man": "somebody"})


def with_entry(folder: Path, **changed: object) -> Path:
    """A pack of one clip in whose manifest something is otherwise."""
    write_pack(folder, packed(folder, clip(folder)))
    content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    content["clips"][KEY].update(changed)
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_what_is_written_is_read_back(tmp_path):
    pack = packed(tmp_path, clip(tmp_path), clip(tmp_path, 1))
    write_pack(tmp_path, pack)
    assert read_pack(tmp_path) == pack
    write_pack(tmp_path, replace(pack, clips={}))
    assert read_pack(tmp_path).clips == {}


def test_a_manifest_has_a_line_for_each_clip(tmp_path):
    write_pack(tmp_path, packed(tmp_path, clip(tmp_path), clip(tmp_path, 1)))
    lines = (tmp_path / "manifest.json").read_text(encoding="utf-8").splitlines()
    assert sum("您好" in line for line in lines) == 2


@pytest.mark.parametrize(
    "file",
    [
        "../secret.wav",
        "/etc/passwd",
        "a/../../b.wav",
        "C:\\a.wav",
        "a.exe",
        ".hidden.wav",
        "a//b.wav",
        "旧.wav",
        "a.wav\n",
        "a/b/c/d/e.wav",
    ],
)
def test_a_file_name_that_may_lead_elsewhere_is_refused(tmp_path, file):
    with pytest.raises(PackError, match="外面"):
        read_pack(with_entry(tmp_path, file=file))


@pytest.mark.parametrize(
    "changed",
    [
        {"seconds": -1},
        {"seconds": 601},
        {"seconds": float("nan")},
        {"starts": [float("inf")]},
        {"starts": [0] * 601},
        {"starts": 7},
        {"speed": "fast"},
    ],
)
def test_figures_that_cannot_be_are_refused(tmp_path, changed):
    with pytest.raises(PackError, match="读不出来"):
        read_pack(with_entry(tmp_path, **changed))


def test_a_key_that_is_none_is_refused(tmp_path):
    write_pack(tmp_path, Pack("a", "b", {"k": clip(tmp_path)}))
    with pytest.raises(PackError, match="读不出来"):
        read_pack(tmp_path)


def test_a_pack_of_a_later_format_is_not_guessed_at(tmp_path):
    write_pack(tmp_path, packed(tmp_path))
    manifest = tmp_path / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"format": 1', '"format": 2'))
    with pytest.raises(PackError, match="新版本"):
        read_pack(tmp_path)


def test_ten_thousand_clips_are_read_in_a_moment(tmp_path):
    write_pack(tmp_path, packed(tmp_path, *(clip(tmp_path, number) for number in range(10_000))))
    before = time.process_time()
    assert len(read_pack(tmp_path).clips) == 10_000
    assert time.process_time() - before < 2


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path, monkeypatch):
    write_whole(tmp_path / "a", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert not list(tmp_path.glob(f"{PARTIAL}*"))
