"""What an old ear gets, and how clips are put together for listening."""

from __future__ import annotations

from pathlib import Path

import pytest

np = pytest.importorskip("numpy", reason="the listener is not installed: .ci/environment listen")
pytest.importorskip("scipy", reason="the listener is not installed: .ci/environment listen")

from tests.listen import sound  # noqa: E402 - it needs them


def tone(hertz: float, seconds: float = 1.0) -> sound.Samples:
    time = np.arange(round(seconds * sound.RATE)) / sound.RATE
    return np.sin(2 * np.pi * hertz * time).astype(np.float32)


def decibels(samples: sound.Samples, against: sound.Samples) -> float:
    middle = slice(len(samples) // 4, -len(samples) // 4)
    power = float((samples[middle] ** 2).mean() / (against[middle] ** 2).mean())
    return 10 * float(np.log10(power))


@pytest.mark.parametrize(
    ("hertz", "least", "most"),
    [(300, -0.1, 0.1), (1500, -0.6, 0.1), (2000, -3.1, -2.9), (3000, -999, -28), (4000, -999, -48)],
)
def test_an_old_ear_hears_speech_but_not_above_two_kilohertz(hertz: float, least: float, most: float) -> None:
    whole = tone(hertz)
    assert least <= decibels(sound.low_passed(whole), whole) <= most


def test_clips_are_put_together_with_rests() -> None:
    rest = 0.8
    joined = sound.together([tone(440), tone(880)], rest)
    silence = len(joined) - 2 * sound.RATE
    assert silence == round((rest + 0.3 + 0.5) * sound.RATE)
    gap = joined[round(1.3 * sound.RATE) : round((1.3 + rest) * sound.RATE)]
    assert not gap.any()


def test_a_long_clip_is_cut_where_it_is_quiet() -> None:
    clip = tone(440, 50.0)
    clip[20 * sound.RATE : 21 * sound.RATE] = 0
    first, rest = sound.portions(clip, 30.0)
    assert 20 <= len(first) / sound.RATE <= 21
    assert len(first) + len(rest) == len(clip)
    assert len(sound.portions(tone(440, 5.0), 28.0)) == 1


def test_a_file_comes_at_the_listeners_rate(tmp_path: Path) -> None:
    import soundfile

    file = tmp_path / "clip.opus"
    soundfile.write(file, np.zeros((24000, 2), dtype=np.float32), 24000, format="OGG", subtype="OPUS")
    assert sound.load(file).shape == (sound.RATE,)
