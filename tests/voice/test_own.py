from __future__ import annotations

import errno
import json
import os
import sys

import pytest

from elderguard.voice.consent import TELLING, consent_of
from elderguard.voice.loudness import Loudness
from elderguard.voice.narrator import Narrator
from elderguard.voice.own import NO_SOUND, OwnError, OwnPacks
from elderguard.voice.own_clips import OwnClips
from elderguard.voice.pack import MANIFEST
from elderguard.voice.packing import write_whole
from elderguard.voice.pcm import Pcm, read
from elderguard.voice.source import Recording, Silence, SourceError, Task
from elderguard.voice.utterance import NORMAL, SLOW, Utterance
from tests.voice.recorded import AGREED, CODE, HELLO, two_lines, voice


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def later(pack, seconds):
    """Makes the clock of a pack's last change go on."""
    manifest = pack.folder / MANIFEST
    moment = manifest.stat().st_mtime + seconds
    os.utime(manifest, (moment, moment))


# --- keeping -------------------------------------------------------------------------------------------


def test_a_line_is_kept_under_the_key_of_what_is_said(tmp_path):
    packs = OwnPacks(tmp_path / "voices")
    assert packs.keep(1, AGREED, HELLO, voice()) is Loudness.RIGHT
    clip = packs.find(1).pack.clips[HELLO.key(NORMAL)]
    assert (clip.spoken, clip.voice) == ("您好。", "narrator")
    assert clip.path.suffix == ".opus"
    assert read(clip.path).seconds == pytest.approx(clip.seconds, abs=0.05)


def test_the_consent_stands_in_the_pack_with_its_day_and_the_sentences_heard(tmp_path):
    _, pack = two_lines(tmp_path)
    assert pack.consent == AGREED
    content = json.loads((pack.folder / MANIFEST).read_text(encoding="utf-8"))
    assert content["consent"] == {"day": "2026-11-25", "told": list(TELLING)}
    assert content["voices"] == {}, "no name of anybody"


def test_recording_a_line_again_leaves_only_the_new_sound(tmp_path):
    packs, pack = two_lines(tmp_path)
    before = pack.pack.clips[HELLO.key(NORMAL)].path
    packs.keep(1, AGREED, HELLO, voice(1.5))
    after = packs.find(1).pack.clips[HELLO.key(NORMAL)].path
    assert after != before
    assert not before.exists()
    assert len(files(pack.folder)) == 3


def test_the_same_sound_for_two_lines_is_one_file_and_outlives_one_of_them(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "soundfile", None)  # every Opus file has a number of its own
    packs = OwnPacks(tmp_path)
    packs.keep(1, AGREED, HELLO, voice())
    packs.keep(1, AGREED, CODE, voice())
    assert len(files(tmp_path)) == 2
    packs.keep(1, AGREED, HELLO, voice(2))
    assert packs.find(1).pack.clips[CODE.key(NORMAL)].path.is_file()
    full = OwnPacks(tmp_path, full_disk(lambda path: path.name == MANIFEST))
    with pytest.raises(OwnError, match="磁盘满了"):
        full.keep(1, AGREED, HELLO, voice())
    assert packs.find(1).pack.clips[CODE.key(NORMAL)].path.is_file()


def test_silence_is_not_kept(tmp_path):
    packs = OwnPacks(tmp_path / "voices")
    with pytest.raises(OwnError, match=NO_SOUND):
        packs.keep(1, AGREED, HELLO, Pcm(24000, bytes(4800)))
    assert packs.all() == ()


def test_without_an_encoder_a_line_is_kept_as_wav(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "soundfile", None)
    packs = OwnPacks(tmp_path)
    packs.keep(1, AGREED, HELLO, voice(rate=24000))
    clip = packs.find(1).pack.clips[HELLO.key(NORMAL)]
    assert clip.path.suffix == ".wav"
    assert read(clip.path).rate == 24000


def test_a_microphone_with_a_rate_that_opus_does_not_know_is_kept_all_the_same(tmp_path):
    packs = OwnPacks(tmp_path)
    packs.keep(1, AGREED, HELLO, voice(rate=44100))
    clip = packs.find(1).pack.clips[HELLO.key(NORMAL)]
    assert read(clip.path).rate == 48000
    assert read(clip.path).seconds == pytest.approx(0.8, abs=0.1)


def full_disk(what):
    def write(path, data):
        if what(path):
            raise OSError(errno.ENOSPC, "full")
        write_whole(path, data)

    return write


@pytest.mark.parametrize("what", [lambda path: path.suffix == ".opus", lambda path: path.name == MANIFEST])
def test_a_full_disk_is_said_and_loses_nothing(tmp_path, what):
    packs, pack = two_lines(tmp_path)
    before = files(tmp_path)
    full = OwnPacks(tmp_path, full_disk(what))
    with pytest.raises(OwnError, match=r"这一句没存下来：磁盘满了。以前录的都在。"):
        full.keep(1, AGREED, HELLO, voice(3))
    assert files(tmp_path) == before
    assert packs.find(1).pack == pack.pack


def test_a_full_disk_at_the_first_line_leaves_no_empty_pack(tmp_path):
    full = OwnPacks(tmp_path, full_disk(lambda path: path.name == MANIFEST))
    with pytest.raises(OwnError, match="磁盘满了"):
        full.keep(1, AGREED, HELLO, voice())
    assert list(tmp_path.iterdir()) == []


# --- the packs -----------------------------------------------------------------------------------------


def test_each_person_has_a_pack_and_the_one_changed_last_comes_first(tmp_path):
    packs = OwnPacks(tmp_path)
    assert packs.new_number() == 1
    packs.keep(1, AGREED, HELLO, voice())
    assert packs.new_number() == 2
    packs.keep(2, AGREED, HELLO, voice())
    later(packs.find(1), 100)
    assert [pack.number for pack in packs.all()] == [1, 2]
    assert packs.find(3).keys == frozenset()


def test_other_folders_are_none_of_them(tmp_path):
    (tmp_path / "own-0").mkdir()
    (tmp_path / "kokoro").mkdir()
    (tmp_path / "own-7").write_text("a file", encoding="utf-8")
    assert OwnPacks(tmp_path).all() == ()


@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [
        (lambda content: content.pop("clips"), "清单读不出来"),
        (lambda content: content.pop("consent"), "没有记下录音的人同意过"),
        (lambda content: content["consent"].update(day="gestern"), "没有记下录音的人同意过"),
        (lambda content: content["consent"].update(day=5), "没有记下录音的人同意过"),
        (lambda content: content["consent"].update(told=[]), "没有记下录音的人同意过"),
        (lambda content: content["consent"].update(told="都听了"), "没有记下录音的人同意过"),
        (lambda content: content["consent"].update(told=[""]), "没有记下录音的人同意过"),
        (lambda content: content["consent"].update(told=[5]), "没有记下录音的人同意过"),
    ],
)
def test_a_damaged_pack_is_named_takes_no_more_lines_and_can_be_deleted(tmp_path, spoil, trouble):
    packs, pack = two_lines(tmp_path / "voices")
    content = json.loads((pack.folder / MANIFEST).read_text(encoding="utf-8"))
    spoil(content)
    (pack.folder / MANIFEST).write_text(json.dumps(content), encoding="utf-8")
    (found,) = packs.all()
    assert trouble in found.trouble
    assert found.keys == frozenset()
    with pytest.raises(OwnError, match=trouble):
        packs.keep(1, AGREED, HELLO, voice())
    packs.delete(1)
    assert packs.all() == ()


def test_a_pack_whose_manifest_is_gone_is_damaged(tmp_path):
    packs, pack = two_lines(tmp_path)
    (pack.folder / MANIFEST).unlink()
    assert packs.all()[0].trouble


def test_consent_is_read_as_it_was_noted():
    assert consent_of({"consent": AGREED.as_content()}) == AGREED


# --- deleting ------------------------------------------------------------------------------------------


def test_deleting_leaves_no_file_of_it(tmp_path):
    packs, _ = two_lines(tmp_path / "data" / "voices")
    packs.keep(2, AGREED, HELLO, voice())
    packs.delete(1)
    assert [pack.number for pack in packs.all()] == [2]
    assert len(files(tmp_path)) == 2, "those of the other person"


def test_deleting_what_is_not_there_is_no_trouble(tmp_path):
    OwnPacks(tmp_path / "voices").delete(4)


def test_what_cannot_be_deleted_is_said(tmp_path):
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    with pytest.raises(OwnError, match="没有删干净"):
        OwnPacks(tmp_path / "data" / "voices").delete(1)


def test_what_a_killed_program_left_of_a_deleted_pack_is_thrown_away(tmp_path):
    packs = OwnPacks(tmp_path / "voices")
    left, at_work = packs.beside(), packs.beside()
    (left / "half").touch()
    os.utime(left, (0, 0))
    packs.tidy()
    assert not left.exists()
    assert at_work.is_dir()


# --- being heard ---------------------------------------------------------------------------------------


def test_a_new_recording_is_heard_at_once_at_every_rate(tmp_path):
    ours = Narrator([OwnClips(tmp_path)])
    assert isinstance(ours.find(HELLO, NORMAL), Silence)
    packs, pack = two_lines(tmp_path)
    path = pack.pack.clips[HELLO.key(NORMAL)].path
    assert ours.find(HELLO, NORMAL) == Recording("自己录的声音", path)
    assert ours.find(HELLO, SLOW) == Recording("自己录的声音", path, NORMAL / SLOW)
    packs.keep(1, AGREED, HELLO, voice(2))
    assert ours.find(HELLO, NORMAL).path != path


def test_a_deleted_recording_is_never_heard_again(tmp_path):
    packs, _ = two_lines(tmp_path / "voices")
    source = OwnClips(tmp_path / "voices")
    assert source.offer(HELLO, NORMAL)
    packs.delete(1)
    assert source.offer(HELLO, NORMAL) is None


def test_of_two_people_the_one_who_recorded_last_is_heard(tmp_path):
    packs, _ = two_lines(tmp_path)
    packs.keep(2, AGREED, HELLO, voice(2))
    later(packs.find(2), 100)
    source = OwnClips(tmp_path)
    assert source.offer(HELLO, NORMAL).path.parent.name == "own-2"
    assert source.offer(CODE, NORMAL).path.parent.name == "own-1"


def test_a_lost_file_or_a_damaged_manifest_is_left_to_the_next_source(tmp_path):
    _, pack = two_lines(tmp_path)
    source = OwnClips(tmp_path)
    pack.pack.clips[HELLO.key(NORMAL)].path.unlink()
    assert source.offer(HELLO, NORMAL) is None
    (pack.folder / MANIFEST).write_text("{", encoding="utf-8")
    assert source.offer(CODE, NORMAL) is None


def test_it_has_no_tasks(tmp_path):
    source = OwnClips(tmp_path)
    with pytest.raises(SourceError):
        source.receive(Task(source.name, (), "", tmp_path, 1, Utterance("", ""), NORMAL), 0, "")
