from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.cache import Cache
from elderguard.voice.clips import ClipSource
from elderguard.voice.engine import NAME as ENGINE
from elderguard.voice.engine import NO_VOICE, EngineSource, worker_command
from elderguard.voice.narrator import FAILURES_ALLOWED, NOTHING_SPEAKS, Narrator
from elderguard.voice.pack import PackError, read_pack, read_packs
from elderguard.voice.pcm import Pcm, write_wav
from elderguard.voice.ranks import narrator
from elderguard.voice.source import Recording, Silence, SourceError, Task
from elderguard.voice.utterance import NORMAL, SLOW, Utterance
from elderguard.voice.worker import DONE
from elderguard.voice.worker import NO_SOUND as EXIT_NO_SOUND
from elderguard.voice.worker import NO_VOICE as EXIT_NO_VOICE

HELLO = Utterance("您好。", "您好。")
NOISE = Pcm(8000, bytes([0, 30, 0, 226]) * 2000)


def pack(folder: Path, *utterances: Utterance, rate: int = NORMAL, **manifest: object) -> Path:
    """A voice pack with a short noise for each utterance."""
    folder.mkdir(parents=True)
    clips = {}
    for number, utterance in enumerate(utterances):
        write_wav(NOISE, folder / f"{number}.wav")
        clips[utterance.key(rate)] = {
            "file": f"{number}.wav",
            "spoken": utterance.spoken,
            "voice": utterance.voice.value,
            "seconds": NOISE.seconds,
            "sha256": hashlib.sha256((folder / f"{number}.wav").read_bytes()).hexdigest(),
        }
    content = {"pack": "试听", "licence": "CC0-1.0", "clips": clips, **manifest}
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def wav(task: Task, seconds: float = 1.0) -> None:
    write_wav(Pcm(8000, NOISE.data * int(seconds * 2)), task.target)


def test_a_clip_is_preferred_to_the_computers_own_voice(tmp_path):
    pack(tmp_path / "packs" / "a", HELLO)
    ours = narrator(tmp_path / "cache", tmp_path / "packs")
    assert ours.find(HELLO, NORMAL) == Recording("录好的语音", (tmp_path / "packs" / "a" / "0.wav").resolve())
    assert isinstance(ours.find(Utterance("", "没有录过的话"), NORMAL), Task)


def test_a_clip_of_the_asked_rate_is_preferred_to_one_of_the_normal_rate(tmp_path):
    pack(tmp_path / "a", HELLO)
    pack(tmp_path / "b", HELLO, rate=SLOW)
    source = ClipSource([read_pack(tmp_path / "a"), read_pack(tmp_path / "b")])
    assert source.offer(HELLO, SLOW).path.parent.name == "b"
    assert source.offer(HELLO, 200).path.parent.name == "a"
    with pytest.raises(SourceError):
        source.receive(Task("", (), "", tmp_path, 1, HELLO, NORMAL), 0, "")


def test_the_same_words_in_another_voice_are_another_sound():
    assert HELLO.key(NORMAL) != Utterance("您好。", "您好。", Voice.OLD_MAN).key(NORMAL)
    assert HELLO.key(NORMAL) != HELLO.key(SLOW)
    assert HELLO.key(NORMAL) == Utterance("别处", "您好。", pause=3).key(NORMAL)


def test_a_clip_that_is_gone_is_spoken_by_the_next_source_and_the_others_stay(tmp_path):
    words = [Utterance("", text) for text in ("一", "二", "三", "四", "五")]
    folder = pack(tmp_path / "packs" / "a", *words)
    ours = narrator(tmp_path / "cache", tmp_path / "packs")
    for number in range(FAILURES_ALLOWED + 1):
        (folder / f"{number}.wav").unlink()
        assert isinstance(ours.find(words[number], NORMAL), Task)
    assert isinstance(ours.find(words[4], NORMAL), Recording)


def test_one_spoilt_clip_counts_once_however_often_it_is_heard():
    ours = Narrator([])
    for _ in range(FAILURES_ALLOWED):
        ours.failed("录好的语音", SourceError("坏了"), "a.opus")
    assert not ours.disabled("录好的语音")
    for name in ("b.opus", "c.opus"):
        ours.failed("录好的语音", SourceError("坏了"), name)
    assert ours.disabled("录好的语音")


def test_a_clip_of_the_normal_rate_is_stretched_to_another_and_knows_its_sentences(tmp_path):
    folder = pack(tmp_path / "a", HELLO)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["clips"][HELLO.key(NORMAL)]["starts"] = [0, 0.5]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    source = ClipSource([read_pack(folder)])
    slow, normal = source.offer(HELLO, SLOW), source.offer(HELLO, NORMAL)
    assert (slow.stretch, slow.starts, slow.plain) == (NORMAL / SLOW, (0.0, 0.5), False)
    assert (normal.stretch, normal.plain) == (1.0, True)


def test_three_bad_pieces_of_work_switch_the_voice_off_and_say_so(tmp_path):
    ours = narrator(tmp_path)
    for _ in range(FAILURES_ALLOWED):
        assert not ours.disabled(ENGINE)
        task = ours.find(HELLO, NORMAL)
        assert isinstance(task, Task)
        with pytest.raises(SourceError):
            ours.receive(task, EXIT_NO_SOUND, "")
    assert ours.find(HELLO, NORMAL) == Silence("“电脑语音”老是出错，这回先不用了，请看屏幕上的字。")


def test_without_a_mandarin_voice_it_is_not_tried_again(tmp_path):
    ours = narrator(tmp_path)
    task = ours.find(HELLO, NORMAL)
    with pytest.raises(SourceError):
        ours.receive(task, EXIT_NO_VOICE, "")
    assert ours.find(HELLO, NORMAL) == Silence(NO_VOICE)


def test_a_source_that_just_failed_with_these_words_is_passed_over(tmp_path):
    assert narrator(tmp_path).find(HELLO, NORMAL, without=[ENGINE]) == Silence(NOTHING_SPEAKS)


def test_words_without_a_syllable_need_no_voice(tmp_path):
    assert isinstance(narrator(tmp_path).find(Utterance("…", "…"), NORMAL), Silence)


def test_good_work_is_kept_and_not_done_again(tmp_path):
    ours = narrator(tmp_path)
    task = ours.find(HELLO, NORMAL)
    wav(task)
    recording = ours.receive(task, DONE, "{}")
    assert ours.find(HELLO, NORMAL) == recording
    assert not task.target.exists()
    assert isinstance(ours.find(HELLO, SLOW), Task)


def test_work_that_claims_to_be_done_and_is_not_there_is_refused(tmp_path):
    ours = narrator(tmp_path)
    with pytest.raises(SourceError, match="没有反应"):
        ours.receive(ours.find(HELLO, NORMAL), DONE, "{}")


def test_a_cache_that_cannot_place_anything_fails_the_source(tmp_path, monkeypatch):
    cache = Cache(tmp_path)

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache, "place", full)
    with pytest.raises(SourceError):
        EngineSource(cache).offer(HELLO, NORMAL)


@pytest.mark.parametrize("seconds", [0.0, 60.0])
def test_a_sound_of_an_impossible_length_is_refused(tmp_path, seconds):
    ours = narrator(tmp_path)
    task = ours.find(HELLO, NORMAL)
    wav(task, seconds)
    with pytest.raises(SourceError, match="没有反应"):
        ours.receive(task, DONE, "{}")


def test_a_full_disk_is_a_failure_not_a_crash(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    ours = Narrator([EngineSource(cache)])
    task = ours.find(HELLO, NORMAL)
    wav(task)

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache, "keep", full)
    with pytest.raises(SourceError):
        ours.receive(task, DONE, "{}")
    monkeypatch.setattr(cache, "place", full)
    assert isinstance(ours.find(HELLO, NORMAL), Silence)


def test_a_frozen_program_starts_itself_as_the_child(monkeypatch):
    assert worker_command("--list")[1:] == ("-m", "elderguard.voice.worker", "--list")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert worker_command()[1:] == ("--voice-worker",)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"pack": "a", "licence": "b", "clips": {"k": {}}}', "[" * 99999]
)
def test_a_broken_manifest_is_refused(tmp_path, content):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "manifest.json").write_text(content)
    with pytest.raises(PackError, match="读不出来"):
        read_pack(tmp_path / "a")
    packs, troubles = read_packs(tmp_path)
    assert packs == ()
    assert troubles == ("语音包 a 的清单读不出来",)


def test_a_manifest_too_large_is_refused(tmp_path):
    with (tmp_path / "manifest.json").open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    with pytest.raises(PackError, match="太大"):
        read_pack(tmp_path)


def test_a_clip_outside_of_its_pack_is_refused(tmp_path):
    clip = {"file": "../secret.wav", "spoken": "", "voice": "", "seconds": 1, "sha256": ""}
    pack(tmp_path / "a", clips={"0" * 64: clip})
    with pytest.raises(PackError, match="外面"):
        read_pack(tmp_path / "a")
