"""Who stands for each voice when Kokoro speaks: which of its Mandarin styles, mixed how, at what pace and
pitch. Chosen by ear of a listening program and by figures; see CONTRIBUTING.md for how to add one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from elderguard.scenario.vocabulary import Voice


@dataclass(frozen=True)
class Recipe:
    """A person: styles with their shares (together 1), the pace aimed at (字/分, without the pauses), and
    how many times as high the voice is."""

    styles: tuple[tuple[str, float], ...]
    pace: float = 175.0
    pitch: float = 1.0

    def __str__(self) -> str:
        mixed = " + ".join(f"{style} {share:g}" for style, share in self.styles)
        return f"{mixed}, {self.pace:g} 字/分, pitch {self.pitch:g}"


RECIPES: Mapping[Voice, Recipe] = {
    Voice.NARRATOR: Recipe((("zf_xiaobei", 1.0),)),
    Voice.YOUNG_MAN: Recipe((("zm_yunxi", 1.0),), 176),
    Voice.YOUNG_MAN_B: Recipe((("zm_yunxia", 1.0),), 172, 0.96),
    Voice.YOUNG_WOMAN: Recipe((("zf_xiaoxiao", 1.0),), 176),
    Voice.YOUNG_WOMAN_B: Recipe((("zf_xiaoyi", 1.0),), 176),
    Voice.MAN: Recipe((("zm_yunjian", 1.0),)),
    Voice.MAN_B: Recipe((("zm_yunyang", 0.65), ("am_fenrir", 0.35))),
    Voice.WOMAN: Recipe((("zf_xiaobei", 0.6), ("af_bella", 0.4)), 172, 0.95),
    Voice.WOMAN_B: Recipe((("zf_xiaoyi", 0.6), ("af_sarah", 0.4)), 174, 0.9),
    Voice.OLD_MAN: Recipe((("zm_yunxi", 0.6), ("bm_george", 0.4)), 166, 0.88),
    Voice.OLD_MAN_B: Recipe((("zm_yunjian", 0.6), ("am_fenrir", 0.4)), 166, 0.9),
    Voice.OLD_WOMAN: Recipe((("zf_xiaoxiao", 0.6), ("bf_emma", 0.4)), 166, 0.86),
    Voice.OLD_WOMAN_B: Recipe((("zf_xiaobei", 0.5), ("bf_isabella", 0.5)), 166, 0.84),
    Voice.GIRL: Recipe((("zf_xiaoyi", 1.0),), 174, 1.1),
    Voice.BOY: Recipe((("zm_yunxia", 1.0),), 172, 1.12),
}


def told(recipes: Mapping[Voice, Recipe] = RECIPES) -> dict[Voice, str]:
    """Who stands for each voice, in words: another text means that it sounds different."""
    return {voice: str(recipe) for voice, recipe in recipes.items()}
