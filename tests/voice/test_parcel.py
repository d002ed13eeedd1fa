"""Own recordings as one file; what comes from elsewhere is taken for an attack until it has been checked."""

from __future__ import annotations

import hashlib
import io
import json
import math
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from elderguard.voice import parcel_checks
from elderguard.voice.encoding import encoded
from elderguard.voice.own import OwnError, OwnPacks
from elderguard.voice.pack import MANIFEST
from elderguard.voice.parcel import give_out, take_in
from elderguard.voice.pcm import Pcm, read
from elderguard.voice.utterance import NORMAL, Utterance
from tests.voice.recorded import AGREED, CODE, HELLO, two_lines, voice


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A file as our program gives it out."""
    _, pack = two_lines(tmp_path / "hers" / "voices")
    give_out(pack, tmp_path / "stick")
    return tmp_path / "stick"


@pytest.fixture
def here(tmp_path: Path) -> OwnPacks:
    """The packs of the computer that reads it in."""
    return OwnPacks(tmp_path / "here" / "voices")


def test_what_is_given_out_is_read_in_as_it_was(sent, here, tmp_path):
    taken = take_in(sent, here)
    hers = OwnPacks(tmp_path / "hers" / "voices").find(1)
    assert (taken.number, taken.consent) == (1, AGREED)
    assert {key: (clip.spoken, clip.voice, clip.seconds) for key, clip in taken.pack.clips.items()} == {
        key: (clip.spoken, clip.voice, clip.seconds) for key, clip in hers.pack.clips.items()
    }
    clip = taken.pack.clips[CODE.key(NORMAL)]
    assert read(clip.path) == read(hers.pack.clips[CODE.key(NORMAL)].path)
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["voices"]


def test_it_comes_beside_what_is_recorded_here_and_is_the_newest(sent, here):
    here.keep(1, AGREED, HELLO, voice(3))
    assert take_in(sent, here).number == 2
    assert [pack.number for pack in here.all()] == [2, 1]


def test_the_same_recordings_are_not_read_in_twice(sent, here):
    take_in(sent, here)
    with pytest.raises(OwnError, match="已经在这台电脑里了"):
        take_in(sent, here)


def test_wav_clips_travel_too(here, tmp_path, monkeypatch):
    with monkeypatch.context() as without_encoder:
        without_encoder.setitem(__import__("sys").modules, "soundfile", None)
        _, pack = two_lines(tmp_path / "hers" / "voices")
        give_out(pack, tmp_path / "stick")
        assert take_in(tmp_path / "stick", here).keys == pack.keys


def test_the_file_tells_no_date_but_that_of_the_consent(sent):
    with zipfile.ZipFile(sent) as parcel:
        assert {info.date_time[0] for info in parcel.infolist()} == {1980}


def test_a_pack_without_recordings_is_not_given_out(tmp_path):
    with pytest.raises(OwnError, match="还没有录音"):
        give_out(OwnPacks(tmp_path).find(1), tmp_path / "stick")


def test_a_damaged_pack_is_not_given_out(tmp_path):
    packs, pack = two_lines(tmp_path)
    (pack.folder / MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(OwnError, match="读不出来"):
        give_out(packs.find(1), tmp_path / "stick")


def test_a_stick_that_cannot_be_written_is_said(tmp_path):
    _, pack = two_lines(tmp_path / "voices")
    (tmp_path / "stick").touch()
    with pytest.raises(OwnError, match="没有存到那里"):
        give_out(pack, tmp_path / "stick" / "file")


def test_more_than_fits_in_a_file_is_not_given_out(tmp_path, monkeypatch):
    _, pack = two_lines(tmp_path)
    monkeypatch.setattr("elderguard.voice.parcel.MOST_BYTES", 100)
    with pytest.raises(OwnError, match="一个文件装不下"):
        give_out(pack, tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


# --- attacks -------------------------------------------------------------------------------------------


def parts(sent: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(sent) as parcel:
        return {info.filename: parcel.read(info) for info in parcel.infolist()}


def packed(content: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", how) as parcel:
        for name, data in content.items():
            parcel.writestr(name, data)
    return target.getvalue()


def refused(data: bytes, here: OwnPacks, reason: str) -> None:
    """That file is refused for that reason, and nothing of it is on the disk."""
    file = here.folder.parent.parent / "attack"
    file.write_bytes(data)
    with pytest.raises(OwnError, match=reason):
        take_in(file, here)
    assert list(here.folder.parent.rglob("*")) == []


def with_manifest(sent: Path, change) -> bytes:
    content = parts(sent)
    manifest = json.loads(content[MANIFEST])
    content[MANIFEST] = json.dumps(change(manifest) or manifest).encode()
    return packed(content)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x05\x06", b"PK\x03\x04" + bytes(100), b"something else entirely, of some length"]
)
def test_what_is_no_zip_file_is_refused(data, here):
    refused(data, here, "这不是一份录音")


def test_a_file_that_is_not_there_is_said(here, tmp_path):
    for path in (tmp_path / "gone", tmp_path):
        with pytest.raises(OwnError, match="没有这个文件"):
            take_in(path, here)


def test_a_file_that_is_too_large_is_refused_unread(sent, here, monkeypatch):
    monkeypatch.setattr(parcel_checks, "MOST_BYTES", 100)
    refused(sent.read_bytes(), here, "文件太大")


def test_a_comment_behind_the_end_is_refused(sent, here):
    data = bytearray(sent.read_bytes() + b"hidden")
    data[-8:-6] = struct.pack("<H", 6)
    refused(bytes(data), here, "这不是一份录音")


def test_a_directory_with_too_many_entries_is_refused_before_it_is_read(sent, here):
    data = bytearray(sent.read_bytes())
    struct.pack_into("<HH", data, len(data) - 14, 0xFFFF, 0xFFFF)
    refused(bytes(data), here, "里面的东西太多")


def test_a_directory_of_too_many_bytes_is_refused_before_it_is_read(sent, here):
    data = bytearray(sent.read_bytes())
    struct.pack_into("<I", data, len(data) - 10, 0xFFFFFFFF)
    refused(bytes(data), here, "里面的东西太多")


def test_a_broken_directory_is_refused(sent, here):
    refused(sent.read_bytes().replace(b"PK\x01\x02", b"PK\x07\x07"), here, "文件坏了")


def test_a_directory_that_says_it_lies_elsewhere_is_refused(sent, here):
    data = bytearray(sent.read_bytes())
    struct.pack_into("<I", data, len(data) - 6, 7)
    refused(bytes(data), here, "文件坏了")


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.opus",
        "/etc/evil",
        "C:\\evil.opus",
        "clips/" + "0" * 64 + ".opus",
        "manifest.json\0.opus",
        "0" * 64 + ".exe",
        "folder/",
        "MANIFEST.JSON",
        "清单.json",
    ],
)
def test_a_name_that_is_not_one_of_ours_is_refused(sent, here, name):
    data = packed({**parts(sent), "x" * len(name.encode()): b"evil"}, zipfile.ZIP_STORED)
    data = data.replace(b"x" * len(name.encode()), name.encode())
    refused(data, here, "里面有不认识的东西|文件坏了")
    assert not list(here.folder.parent.parent.rglob("evil*"))


def test_a_file_that_no_clip_names_is_refused(sent, here):
    refused(packed({**parts(sent), "0" * 64 + ".opus": b"more"}), here, "里面有不认识的东西")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO])
def test_a_link_a_folder_or_a_pipe_is_refused(sent, here, kind):
    content = parts(sent)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as parcel:
        for name, data in content.items():
            info = zipfile.ZipInfo(name)
            if name != MANIFEST:
                info.external_attr = (kind | 0o777) << 16
                data = b"/etc/passwd"
            parcel.writestr(info, data)
    refused(target.getvalue(), here, "里面有不认识的东西")


def test_the_same_name_twice_is_refused(sent, here):
    content = parts(sent)
    other = "0" * 64 + ".opus"
    data = packed({**content, other: b"twice"}, zipfile.ZIP_STORED)
    name = next(name for name in content if name != MANIFEST)
    refused(data.replace(other.encode(), name.encode()), here, "里面有重复的东西")


def test_an_encrypted_part_is_refused(sent, here):
    data = bytearray(packed(parts(sent)))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    refused(bytes(data), here, "里面有不认识的东西")


def test_another_way_of_compressing_is_refused(sent, here):
    refused(packed(parts(sent), zipfile.ZIP_LZMA), here, "里面有不认识的东西")


def test_a_bomb_that_says_its_size_is_refused(sent, here, monkeypatch):
    monkeypatch.setattr(parcel_checks, "MOST_BYTES", 1_000_000)
    refused(packed({**parts(sent), "0" * 64 + ".opus": bytes(2_000_000)}), here, "里面的东西太大")


def test_a_bomb_of_one_clip_is_refused(sent, here, monkeypatch):
    monkeypatch.setattr(parcel_checks, "MOST_CLIP", 1000)
    refused(sent.read_bytes(), here, "里面的东西太大")


def test_a_bomb_of_a_manifest_is_refused(sent, here, monkeypatch):
    monkeypatch.setattr(parcel_checks, "MOST_MANIFEST", 1000)
    refused(packed({**parts(sent), MANIFEST: bytes(100_000)}), here, "里面的东西太大")


def test_parts_that_are_more_together_than_each_says_are_refused(sent, here, monkeypatch):
    monkeypatch.setattr(parcel_checks.Opened, "__init__", _nearly_full(parcel_checks.Opened.__init__))
    refused(sent.read_bytes(), here, "里面的东西太大")


def _nearly_full(make):
    return lambda self, parcel, entries: make(self, parcel, entries, 3000)


def test_a_bomb_that_lies_about_its_size_is_refused(sent, here):
    content = parts(sent)
    bomb = packed({MANIFEST: content[MANIFEST], "0" * 64 + ".opus": bytes(50_000_000)})
    data = bytearray(bomb)
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)  # it says ten bytes
    manifest = json.loads(content[MANIFEST])
    assert len(data) < 200_000
    refused(bytes(data), here, "里面有不认识的东西|文件坏了")
    for clip in manifest["clips"].values():
        clip.update(file="0" * 64 + ".opus", sha256="0" * 64)
    bomb = bytearray(packed({MANIFEST: json.dumps(manifest).encode(), "0" * 64 + ".opus": bytes(50_000_000)}))
    struct.pack_into("<I", bomb, bomb.rindex(b"PK\x01\x02") + 24, 10)
    refused(bytes(bomb), here, "文件坏了")


def test_a_part_whose_stream_is_broken_is_refused(sent, here):
    data = bytearray(packed(parts(sent)))
    at = data.index(MANIFEST.encode()) + len(MANIFEST)
    data[at : at + 8] = b"\xff" * 8
    refused(bytes(data), here, "文件坏了")


def test_a_missing_clip_is_refused(sent, here):
    content = parts(sent)
    content.pop(next(name for name in content if name != MANIFEST))
    refused(packed(content), here, "里面缺了东西")


def test_a_missing_manifest_is_refused(sent, here):
    content = parts(sent)
    content.pop(MANIFEST)
    refused(packed(content), here, "里面缺了东西")


def first(manifest):
    return next(iter(manifest["clips"].values()))


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: ["a list"],
        lambda manifest: manifest.update(clips=[]),
        lambda manifest: manifest.update(clips={}),
        lambda manifest: manifest["clips"].update(x="y"),
        lambda manifest: first(manifest).update(file="../../evil.opus"),
        lambda manifest: first(manifest).update(file=5),
        lambda manifest: first(manifest).update(sha256="0" * 64),
        lambda manifest: first(manifest).update(spoken=5),
        lambda manifest: first(manifest).update(spoken=""),
        lambda manifest: first(manifest).update(spoken="字" * 501),
        lambda manifest: first(manifest).update(spoken="您好。\x1b[31m"),
        lambda manifest: first(manifest).update(voice="robot"),
        lambda manifest: first(manifest).update(voice=["narrator"]),
        lambda manifest: first(manifest).update(seconds="1"),
        lambda manifest: first(manifest).update(seconds=True),
        lambda manifest: first(manifest).update(seconds=0),
        lambda manifest: first(manifest).update(seconds=-1),
        lambda manifest: first(manifest).update(seconds=121),
        lambda manifest: first(manifest).update(seconds=math.inf),
        lambda manifest: first(manifest).update(seconds=math.nan),
        lambda manifest: first(manifest).update(spoken="把钱打过来。"),
    ],
)
def test_a_manifest_with_a_field_that_is_wrong_is_refused(sent, here, change):
    refused(with_manifest(sent, change), here, "清单不对")


def test_recordings_of_a_newer_version_are_refused(sent, here):
    refused(with_manifest(sent, lambda manifest: manifest.update(format=2)), here, "新版本")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"{", b"[" * 100_000, b"[" * 15_000 + b"]" * 15_000])
def test_a_manifest_that_cannot_be_read_is_refused(sent, here, data):
    refused(packed({**parts(sent), MANIFEST: data}), here, "清单不对")


def test_more_clips_than_a_pack_has_are_refused(sent, here, monkeypatch):
    monkeypatch.setattr(parcel_checks, "MOST_CLIPS", 1)
    monkeypatch.setattr(parcel_checks, "_check_directory", lambda path: None)
    refused(sent.read_bytes(), here, "清单不对")


def test_recordings_to_which_nobody_agreed_are_refused(sent, here):
    refused(with_manifest(sent, lambda manifest: manifest.pop("consent") and None), here, "同意过")


def with_sound(utterance: Utterance, data: bytes, suffix: str, seconds: float) -> bytes:
    digest = hashlib.sha256(data).hexdigest()
    clip = {
        "file": digest + suffix,
        "sha256": digest,
        "spoken": utterance.spoken,
        "voice": utterance.voice.value,
        "seconds": seconds,
    }
    manifest = {"format": 1, "consent": AGREED.as_content(), "clips": {utterance.key(NORMAL): clip}}
    return packed({MANIFEST: json.dumps(manifest).encode(), digest + suffix: data})


def test_a_sound_that_is_another_than_the_checksum_says_is_refused(sent, here):
    content = parts(sent)
    name = next(name for name in content if name != MANIFEST)
    content[name] = encoded(voice(2))[0]
    refused(packed(content), here, "对不上")


@pytest.mark.parametrize("suffix", [".opus", ".wav"])
def test_what_is_no_sound_is_refused(here, suffix):
    refused(with_sound(HELLO, b"#!/bin/sh\nrm -rf ~\n" * 9, suffix, 1.0), here, "放不出来")


def test_another_kind_of_sound_under_the_name_of_ours_is_refused(here, tmp_path):
    import soundfile

    target = io.BytesIO()
    with soundfile.SoundFile(target, "w", 24000, 1, format="FLAC", subtype="PCM_16") as file:
        file.buffer_write(voice().data, dtype="int16")
    refused(with_sound(HELLO, target.getvalue(), ".opus", 0.8), here, "放不出来")


def test_an_opus_clip_cannot_be_checked_without_its_library(sent, here, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "soundfile", None)
    refused(sent.read_bytes(), here, "放不出来")


def test_a_clip_that_grows_to_hours_is_refused_before_it_is_decoded(here):
    data, suffix = encoded(Pcm(8000, bytes(2 * 8000 * 130)))
    refused(with_sound(HELLO, data, suffix, 100.0), here, "有一段声音太长")


def test_a_clip_that_lasts_longer_than_the_manifest_says_is_refused(here):
    data, suffix = encoded(voice(2))
    refused(with_sound(HELLO, data, suffix, 1.0), here, "对不上")


@pytest.mark.parametrize("seconds", [0.02, 30.0])
def test_a_clip_that_cannot_be_those_words_is_refused(here, seconds):
    sound = Pcm(8000, bytes(2 * round(8000 * seconds)))
    data, suffix = encoded(sound)
    refused(with_sound(HELLO, data, suffix, seconds), here, "长短不对")


def test_a_disk_that_fills_up_while_it_is_read_in_leaves_nothing(sent, tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(OwnError, match="没有读进来"):
        take_in(sent, OwnPacks(tmp_path / "file" / "voices"))
