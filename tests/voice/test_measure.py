from __future__ import annotations

import math
from array import array

import pytest

from elderguard.voice.measure import active_level, edges, pace, pauses, peak, speaking, windows
from elderguard.voice.pcm import Pcm, of_samples

RATE = 8000


def sound(*pieces: tuple[float, int]) -> Pcm:
    """Tones of so many seconds and such an amplitude one after the other; amplitude 0 is silence."""
    samples = array("h")
    for seconds, amplitude in pieces:
        samples.extend(
            int(amplitude * math.sin(2 * math.pi * 400 * at / RATE)) for at in range(round(seconds * RATE))
        )
    return of_samples(RATE, samples)


def test_level_is_that_of_the_speech_alone_and_peak_the_highest_sample():
    speech = sound((1, 0), (1, 16384), (1, 0))
    assert active_level(windows(speech)) == pytest.approx(-9.03, abs=0.05)
    assert peak(speech) == pytest.approx(-6.02, abs=0.05)


def test_silence_has_no_level_no_peak_and_no_pace():
    silence = sound((1, 0))
    assert active_level(windows(silence)) == -math.inf
    assert peak(silence) == peak(Pcm(RATE, b"")) == -math.inf
    assert pace("您好", windows(silence)) == 0
    assert edges(windows(silence)) == (1.0, 0.0)


def test_pauses_are_quiet_inside_the_speech_and_long_enough():
    speech = sound((0.5, 0), (1, 9000), (0.4, 0), (1, 9000), (0.1, 0), (1, 9000), (0.2, 0))
    (pause,) = pauses(windows(speech))
    assert (pause.at, pause.seconds, pause.end) == pytest.approx((1.5, 0.4, 1.9), abs=0.011)
    assert len(pauses(windows(speech), 0.1)) == 2
    assert edges(windows(speech)) == pytest.approx((0.5, 0.2), abs=0.011)


def test_speed_is_told_without_the_pauses():
    speech = sound((0.5, 0), (1, 9000), (0.4, 0), (1, 9000), (0.1, 0), (0.9, 9000), (0.2, 0))
    assert speaking(windows(speech)) == pytest.approx(3.0, abs=0.02)
    assert pace("一二三四五六七八", windows(speech)) == pytest.approx(160, abs=2)
