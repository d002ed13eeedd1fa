from __future__ import annotations

import pytest

from elderguard.voice.loudness import Loudness, verdict, zone
from elderguard.voice.measure import peak
from elderguard.voice.pcm import Pcm
from tests.voice.recorded import voice


@pytest.mark.parametrize(
    ("level", "said"), [(-50.0, "太轻"), (-24.0, "正好"), (-6.0, "正好"), (-1.5, "太响"), (0.0, "太响")]
)
def test_the_meter_says_in_words_how_loud_a_voice_is(level, said):
    assert zone(level).value == said


@pytest.mark.parametrize(
    ("amplitude", "loudness"), [(1200, Loudness.SOFT), (9000, Loudness.RIGHT), (32767, Loudness.LOUD)]
)
def test_a_recording_is_judged_as_it_came_in_and_kept_at_one_level(amplitude, loudness):
    judged, kept = verdict(voice(amplitude=amplitude))
    assert judged is loudness
    assert peak(kept) == pytest.approx(-15, abs=0.5)
    assert kept.seconds == pytest.approx(0.8, abs=0.1)


def test_one_cut_sample_does_not_make_a_recording_too_loud():
    sound = voice()
    assert verdict(Pcm(sound.rate, sound.data + b"\xff\x7f"))[0] is Loudness.RIGHT


def test_silence_is_no_voice():
    assert verdict(Pcm(24000, bytes(48000))) == (Loudness.NONE, Pcm(24000, b""))
