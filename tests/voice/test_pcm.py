from __future__ import annotations

import math
import sys
import wave
from array import array

import pytest

from elderguard.voice.pcm import Pcm, SoundError, decibels, levelled, read, write_wav


def tone(seconds: float, amplitude: int, rate: int = 8000) -> bytes:
    return array(
        "h", (int(amplitude * math.sin(2 * math.pi * 300 * at / rate)) for at in range(int(seconds * rate)))
    ).tobytes()


def test_what_is_written_is_read_back(tmp_path):
    sound = Pcm(8000, tone(0.5, 9000))
    write_wav(sound, tmp_path / "a.wav")
    assert read(tmp_path / "a.wav") == sound
    assert sound.seconds == pytest.approx(0.5)


def test_two_channels_become_one(tmp_path):
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(array("h", [100, 300, -100, 100]).tobytes())
    assert read(tmp_path / "a.wav").data == array("h", [200, 0]).tobytes()


def test_a_file_of_eight_bits_is_refused(tmp_path):
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(10))
    with pytest.raises(SoundError, match="格式不对"):
        read(tmp_path / "a.wav")


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all" * 9], ids=["empty", "head", "text"])
@pytest.mark.parametrize("name", ["a.wav", "a.opus"])
def test_a_broken_file_is_refused_in_chinese(tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SoundError, match="读不了声音文件"):
        read(tmp_path / name)


def test_a_clip_in_opus_is_read(tmp_path):
    soundfile = pytest.importorskip("soundfile")
    pytest.importorskip("numpy")
    with soundfile.SoundFile(str(tmp_path / "a.ogg"), "w", 24000, 1, format="OGG", subtype="OPUS") as file:
        file.buffer_write(tone(0.5, 9000, 24000), "int16")
    sound = read(tmp_path / "a.ogg")
    assert sound.rate == 24000
    assert sound.seconds == pytest.approx(0.5, abs=0.05)


def test_without_soundfile_a_clip_is_refused_and_nothing_breaks(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(SoundError):
        read(tmp_path / "a.ogg")


def test_speech_comes_to_one_level_without_the_silence_around_it():
    silence = bytes(2 * 4000)
    quiet, loud = (levelled(Pcm(8000, silence + tone(1, amplitude) + silence)) for amplitude in (900, 20000))
    assert quiet.seconds == loud.seconds == pytest.approx(1.04, abs=0.03)
    for sound in (quiet, loud):
        samples = array("h", sound.data)
        level = decibels(math.sqrt(sum(sample * sample for sample in samples) / len(samples)))
        assert -19 < level < -17.5


def test_a_single_click_does_not_go_over_the_peak():
    samples = array("h", tone(1, 500))
    samples[4000] = 32767
    assert decibels(max(array("h", levelled(Pcm(8000, samples.tobytes())).data))) <= -0.99


def test_pure_silence_is_no_sound():
    assert levelled(Pcm(8000, bytes(16000))).data == b""
    assert decibels(0) == -math.inf


def test_silence_before_a_sound_makes_it_longer():
    assert Pcm(8000, tone(0.5, 900)).after_silence(0.2).seconds == pytest.approx(0.7)


def test_another_rate_keeps_the_duration_and_the_shape():
    sound = Pcm(22050, tone(0.5, 9000, 22050))
    resampled = sound.resampled(48000)
    assert resampled.seconds == pytest.approx(0.5, abs=0.001)
    assert max(array("h", resampled.data)) == pytest.approx(9000, rel=0.01)
    assert sound.resampled(22050) == sound
    assert Pcm(8000, b"").resampled(48000).data == b""


def test_every_channel_gets_the_sound():
    assert Pcm(8000, array("h", [1, 2]).tobytes()).spread(2) == array("h", [1, 1, 2, 2]).tobytes()


def test_a_sound_can_be_taken_up_in_the_middle():
    assert Pcm(4, bytes(range(8))).from_second(0.5) == Pcm(4, bytes(range(4, 8)))
