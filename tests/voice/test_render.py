from __future__ import annotations

import hashlib
import math
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.inspection import inspect, seconds, size
from elderguard.voice.measure import active_level, pace, pauses, peak, windows
from elderguard.voice.pack import Clip, Pack, read_pack
from elderguard.voice.packing import PARTIAL, write_pack
from elderguard.voice.pcm import Pcm, of_samples, read
from elderguard.voice.render.craft import COMMA_PAUSE, SENTENCE_PAUSE, craft, parts, sentences
from elderguard.voice.render.opus import coded
from elderguard.voice.render.press import in_order, pruned, render, work
from elderguard.voice.render.shape import at_level, joined, trimmed, widened
from elderguard.voice.render.voicer import VoicerError
from elderguard.voice.render.voices import RECIPES, told
from elderguard.voice.utterance import NORMAL, Utterance
from tests.voice.fake_voicer import RATE, Hummer

pytest.importorskip("numpy")
pytest.importorskip("speechwarp", reason="speechwarp makes the pace of clips, and is not installed")
pytest.importorskip("soundfile")

LONG = "您好，我是小胡。验证码不要说，谁也不能说！手机自己拿着。"
HELLO = Utterance("您好。", "您好。")
BYE = Utterance("再见。", "再见，慢走。", Voice.MAN)


def nothing(_: Clip) -> None:
    """Nobody is told."""


def rendered(folder: Path, *utterances: Utterance, voicer: Hummer | None = None) -> Pack:
    voicer = voicer or Hummer()
    pack = Pack("试听", "CC0-1.0", {})
    return render(folder, pack, work(pack, utterances, voicer.voices).due, voicer, nothing)


def test_a_text_is_cut_at_its_stops_and_a_sentence_at_its_commas():
    assert sentences(LONG) == ("您好，我是小胡。", "验证码不要说，谁也不能说！", "手机自己拿着。")
    assert sentences("好。。。！行") == ("好。。。！", "行")
    assert sentences("。，") == ()
    assert parts("一，念给他听：行、") == ("一，", "念给他听：", "行、")


def test_a_clip_has_the_pace_the_level_and_the_pauses_of_the_gate():
    clip = craft(Hummer(), LONG, Voice.MAN)
    loudness = windows(clip.pcm)
    assert pace(LONG, loudness) == pytest.approx(172, abs=5)
    assert active_level(loudness) == pytest.approx(-18, abs=0.5)
    assert peak(clip.pcm) <= -1
    heard = pauses(loudness)
    assert len(heard) == 4
    assert sum(pause.seconds >= 0.7 for pause in heard) == 2
    assert len(clip.starts) == 3
    assert clip.starts[0] == 0
    ends = [pause.end for pause in heard if pause.seconds >= 0.7]
    assert clip.starts[1:] == pytest.approx(ends, abs=0.04)


def test_where_an_engine_pauses_a_little_at_a_comma_the_sentence_stays_whole():
    voicer = Hummer(comma=0.1)
    craft(voicer, LONG, Voice.MAN)
    assert voicer.asked == list(sentences(LONG))


def test_where_an_engine_does_not_pause_at_a_comma_the_parts_are_spoken_apart():
    voicer = Hummer(comma=0.0)
    clip = craft(voicer, LONG, Voice.MAN)
    assert "您好，" in voicer.asked
    assert len(pauses(windows(clip.pcm))) == 4


def test_a_silence_far_from_any_comma_is_none():
    class Odd(Hummer):
        def speak(self, words: str, voice: Voice) -> Pcm:
            return super().speak("嗯，" + words.replace("，", ""), voice)

    voicer = Odd(comma=0.2)
    craft(voicer, "今天我们一起去，赶集。", Voice.MAN)
    assert "嗯，赶集。" in voicer.asked


def test_a_long_pause_is_left_as_it_is():
    clip = craft(Hummer(comma=0.8), "您好，小胡。", Voice.MAN)
    assert pauses(windows(clip.pcm))[0].seconds > COMMA_PAUSE + 0.1


def test_nobody_is_drawn_out_until_he_is_not_understood():
    slow = craft(Hummer(wanted=10), LONG, Voice.MAN)
    assert pace(LONG, windows(slow.pcm)) > 100
    quick = craft(Hummer(wanted=999), LONG, Voice.MAN)
    assert pace(LONG, windows(quick.pcm)) < 400


@pytest.mark.parametrize("words", ["", "。", "……"])
def test_words_without_a_syllable_cannot_be_spoken(words):
    with pytest.raises(VoicerError, match="没有可以念的字"):
        craft(Hummer(), words, Voice.MAN)


def test_an_engine_that_makes_no_sound_is_noticed():
    with pytest.raises(VoicerError, match="念不出声音"):
        craft(Hummer(loud=0), "您好。", Voice.MAN)


def test_peaks_are_rounded_off_without_making_the_rest_quieter():
    samples = array("h", (int(2000 * math.sin(at / 10)) for at in range(RATE)))
    samples[1000:1100] = array("h", [30000] * 100)
    loud = at_level(of_samples(RATE, samples))
    assert peak(loud) <= -2
    assert active_level(windows(loud)) > -22
    assert at_level(Pcm(RATE, bytes(4800))) == Pcm(RATE, bytes(4800))


def test_silence_is_cut_off_put_in_and_put_between():
    tone = of_samples(RATE, array("h", [9000, -9000] * 6000))
    assert trimmed(tone.after_silence(1)).seconds == pytest.approx(0.52, abs=0.02)
    assert trimmed(Pcm(RATE, bytes(48000))).data == b""
    assert widened(tone, [(0.1, 0.5), (0.2, 0.5)]).seconds == pytest.approx(1.5)
    whole, starts = joined([tone, tone], SENTENCE_PAUSE)
    assert whole.seconds == pytest.approx(1.74)
    assert starts == (0.0, 1.24)


def test_a_second_of_speech_is_small_and_sounds_the_same(tmp_path):
    pcm = craft(Hummer(), LONG, Voice.MAN).pcm
    data = coded(pcm)
    (tmp_path / "a.opus").write_bytes(data)
    assert len(data) < len(pcm.data) / 12
    assert read(tmp_path / "a.opus").seconds == pytest.approx(pcm.seconds, abs=0.05)
    assert len(pauses(windows(read(tmp_path / "a.opus")), 0.28)) == 4


def test_what_is_missing_is_rendered_and_what_is_there_is_left(tmp_path):
    pack = rendered(tmp_path, HELLO, BYE)
    assert pack == read_pack(tmp_path)
    assert pack.engine == "hum 1.0"
    assert pack.rate == RATE
    clip = pack.clips[BYE.key(NORMAL)]
    assert (clip.spoken, clip.voice) == ("再见，慢走。", "man")
    assert hashlib.sha256(clip.path.read_bytes()).hexdigest() == clip.sha256
    assert work(pack, [HELLO, BYE], Hummer().voices).due == {}
    assert list(work(pack, [BYE], Hummer().voices).unasked) == [HELLO.key(NORMAL)]


def test_a_clip_is_stale_when_its_voice_is_another_person_or_its_file_is_gone(tmp_path):
    pack = rendered(tmp_path, HELLO, BYE)
    assert len(work(pack, [HELLO, BYE], Hummer(who="somebody else").voices).due) == 2
    pack.clips[HELLO.key(NORMAL)].path.unlink()
    assert list(work(pack, [HELLO, BYE], Hummer().voices).due.values()) == [HELLO]


def test_the_same_sound_is_asked_for_once_and_in_order():
    assert in_order([HELLO, BYE, replace(HELLO, text="别处")]) == (HELLO, BYE)


def test_whoever_is_interrupted_goes_on_from_there(tmp_path):
    def stop(clip: Clip) -> None:
        if clip.voice == "man":
            raise KeyboardInterrupt

    pack = Pack("试听", "CC0-1.0", {})
    more = Utterance("三", "三个人。")
    due = work(pack, [HELLO, BYE, more], Hummer().voices).due
    with pytest.raises(KeyboardInterrupt):
        render(tmp_path, pack, due, Hummer(), stop)
    kept = read_pack(tmp_path)
    assert list(work(kept, [HELLO, BYE, more], Hummer().voices).due.values()) == [more]


def test_an_engine_that_fails_half_way_loses_nothing(tmp_path):
    pack = Pack("试听", "CC0-1.0", {})
    with pytest.raises(VoicerError, match="哑"):
        render(tmp_path, pack, work(pack, [HELLO, BYE], Hummer().voices).due, Hummer(mute="再见"), nothing)
    assert list(read_pack(tmp_path).clips) == [HELLO.key(NORMAL)]


def test_the_manifest_is_written_now_and_then_while_it_goes_on(tmp_path):
    seen: list[int] = []

    def count(_: Clip) -> None:
        if (tmp_path / "manifest.json").exists():
            seen.append(len(read_pack(tmp_path).clips))

    many = [Utterance("", f"{number}。") for number in "一二三四五六七八九十百千万亿甲乙丙丁戊己庚辛"]
    pack = Pack("试听", "CC0-1.0", {})
    render(tmp_path, pack, work(pack, many, Hummer().voices).due, Hummer(), count)
    assert seen[-1] == 20
    assert len(set(seen)) == 4


def test_clips_nobody_says_any_more_are_removed_with_what_was_left_lying_about(tmp_path):
    pack = rendered(tmp_path, HELLO, BYE)
    (tmp_path / "ab").mkdir(exist_ok=True)
    (tmp_path / "ab" / f"{PARTIAL}x").write_bytes(b"half")
    (tmp_path / "ab" / "orphan.opus").write_bytes(b"old")
    left = pruned(tmp_path, pack, work(pack, [BYE], Hummer().voices).unasked)
    assert left == read_pack(tmp_path)
    assert list(left.clips) == [BYE.key(NORMAL)]
    assert [file.name for file in tmp_path.glob("*/*")] == [left.clips[BYE.key(NORMAL)].path.name]


def test_rendered_clips_pass_the_inspection(tmp_path):
    pack = rendered(tmp_path, HELLO, BYE, Utterance("", LONG))
    assert [str(fault) for fault in inspect(pack)] == []
    assert size(pack) == sum(file.stat().st_size for file in tmp_path.glob("*/*.opus"))
    assert seconds(pack) == pytest.approx(sum(clip.seconds for clip in pack.clips.values()))


def spoilt(folder: Path, sound: Pcm, spoken: str) -> list[str]:
    """What is said about a clip with that sound for those words."""
    data = coded(sound)
    (folder / "a.opus").write_bytes(data)
    clip = Clip(folder / "a.opus", spoken, "man", sound.seconds, hashlib.sha256(data).hexdigest())
    return [fault.says for fault in inspect(Pack("", "", {"0" * 64: clip}))]


def test_the_inspection_hears_what_is_wrong(tmp_path):
    good = craft(Hummer(), LONG, Voice.MAN).pcm
    assert spoilt(tmp_path, good, LONG) == []
    assert "音量 -30.0 dBFS，应在 -20 到 -16 之间" in spoilt(tmp_path, at_level(good, -30), LONG)
    square = of_samples(RATE, array("h", ([32000] * 40 + [-32000] * 40) * 300))
    assert any(says.startswith("最响的一下") for says in spoilt(tmp_path, square, "您好。"))
    assert any(says.startswith("前后空着 0.6") for says in spoilt(tmp_path, good.after_silence(0.6), LONG))
    assert any("应在 160 到 180" in says for says in spoilt(tmp_path, good, LONG.replace("手机", "手机手机")))
    unpunctuated = craft(Hummer(), "您好我是小胡验证码不要说", Voice.MAN).pcm
    assert spoilt(tmp_path, unpunctuated, "您好，我是小胡。验证码不要说") == [
        "有 2 处标点，只听到 0 处停顿（每处要有 0.3 秒）",
        "中间有 1 处句号，只有 0 处停够了 0.7 秒",
    ]


def test_the_inspection_sees_files_that_are_gone_changed_or_no_sound(tmp_path):
    pack = rendered(tmp_path, HELLO)
    (clip,) = pack.clips.values()
    longer = replace(clip, seconds=clip.seconds + 1)
    assert [fault.says[-9:] for fault in inspect(replace(pack, clips={"k": longer}))] == [
        f"写的是 {longer.seconds:.1f} 秒"
    ]
    clip.path.write_bytes(b"no sound")
    assert [str(fault) for fault in inspect(pack)] == [
        "“您好。”（narrator）：声音文件和清单对不上，换过或者坏了"
    ]
    no_sound = replace(clip, sha256=hashlib.sha256(b"no sound").hexdigest(), spoken="您好" * 20)
    assert [str(fault) for fault in inspect(replace(pack, clips={"k": no_sound}))] == [
        f"“{'您好' * 8}……”（narrator）：声音文件打不开"
    ]
    clip.path.unlink()
    assert [fault.says for fault in inspect(pack)] == ["声音文件不见了"]
    assert size(pack) == 0


def test_everybody_is_somebody_else():
    assert set(RECIPES) == set(Voice)
    assert len({(recipe.styles, recipe.pitch) for recipe in RECIPES.values()}) == len(Voice)
    assert all(sum(share for _, share in recipe.styles) == pytest.approx(1) for recipe in RECIPES.values())
    assert all(162 <= recipe.pace <= 178 for recipe in RECIPES.values())
    assert "zf_xiaobei" in told()[Voice.NARRATOR]


def test_a_pack_is_written_by_a_program_that_may_be_killed(tmp_path):
    pack = rendered(tmp_path, HELLO)
    write_pack(tmp_path, pack)
    assert not list(tmp_path.glob(f"**/{PARTIAL}*"))
