"""Which of a computer's voices speaks Mandarin, which of them a person in a story gets, and what rate
number makes it speak as fast as wished.

Chosen by language tag first, then by name. Never an English voice for Chinese text; Cantonese and
Hakka are not Mandarin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elderguard.scenario.vocabulary import Voice

_TAGS = {"cmn", "zh", "zho", "chi", "zh-cn", "zh-hans", "zh-sg", "zh-tw", "zh-hant", "0804", "804", "1004"}
_TAG_STARTS = ("cmn-", "zh-cn-", "zh-hans-", "zh-cmn")
_OTHER_CHINESE = ("yue", "hak", "nan", "wuu", "zh-hk", "zh-mo", "zh-yue", "zh-hant-hk", "0c04", "c04", "1404")
_NAMES = ("huihui", "kangkang", "yaoyao", "xiaoxiao", "yunxi", "yunyang", "tingting", "ting-ting", "lili")
_NAMES_ANY = ("mandarin", "普通话")
_NOT_NAMES = ("cantonese", "hakka", "sinji", "sin-ji", "tracy", "粤", "客家")
# espeak-ng's plain voice reads hanzi as English letters ("验" is "yan four"); the pinyin one does not.
_BROKEN_NAMES = ("latin as english", "latin_as_english")
_PINYIN = "latn-pinyin"

_MALE = {
    Voice.YOUNG_MAN,
    Voice.YOUNG_MAN_B,
    Voice.MAN,
    Voice.MAN_B,
    Voice.OLD_MAN,
    Voice.OLD_MAN_B,
    Voice.BOY,
}
_SECOND = {
    Voice.YOUNG_MAN,
    Voice.MAN_B,
    Voice.OLD_MAN_B,
    Voice.BOY,
    Voice.WOMAN,
    Voice.YOUNG_WOMAN,
    Voice.OLD_WOMAN,
    Voice.GIRL,
}
_PITCH = {
    Voice.NARRATOR: 50,
    Voice.YOUNG_MAN: 45,
    Voice.YOUNG_MAN_B: 48,
    Voice.MAN: 38,
    Voice.MAN_B: 35,
    Voice.OLD_MAN: 30,
    Voice.OLD_MAN_B: 26,
    Voice.WOMAN: 58,
    Voice.WOMAN_B: 61,
    Voice.YOUNG_WOMAN: 64,
    Voice.YOUNG_WOMAN_B: 68,
    Voice.OLD_WOMAN: 53,
    Voice.OLD_WOMAN_B: 55,
    Voice.GIRL: 72,
    Voice.BOY: 75,
}


@dataclass(frozen=True)
class EngineVoice:
    """A voice as an engine lists it. `languages` are tags as they come, `gender` Male, Female or None."""

    id: str
    name: str
    languages: tuple[str, ...] = ()
    gender: str | None = None

    @property
    def reads_pinyin(self) -> bool:
        """Whether it must be fed with pinyin and tone numbers instead of hanzi."""
        return _PINYIN in self.id.lower()


@dataclass(frozen=True)
class Chosen:
    """The voice that speaks, and its pitch (0–99, 50 is its own) where the engine can change it: on
    a computer with one Mandarin voice the people of a story are told apart by it."""

    voice: EngineVoice
    pitch: int


def speaks_mandarin(voice: EngineVoice) -> bool:
    """Whether Chinese text may be given to that voice."""
    name = voice.name.lower()
    tags = [tag.lower().replace("_", "-") for tag in voice.languages if tag]
    if any(word in name for word in _NOT_NAMES) or any(tag.startswith(_OTHER_CHINESE) for tag in tags):
        return False
    if voice.reads_pinyin:
        return True
    if any(word in name for word in _BROKEN_NAMES):
        return False
    if any(tag in _TAGS or tag.startswith(_TAG_STARTS) for tag in tags):
        return True
    foreign = any(not tag.startswith("unknown") for tag in tags)
    return not foreign and any(word in name for word in (*_NAMES, *_NAMES_ANY))


def choose(voices: Sequence[EngineVoice], wanted: Voice) -> Chosen | None:
    """The Mandarin voice nearest to the wanted one; None if the computer has no Mandarin voice."""
    mandarin = [voice for voice in voices if speaks_mandarin(voice)]
    if not mandarin:
        return None
    mandarin = [voice for voice in mandarin if voice.reads_pinyin] or mandarin
    gender = "male" if wanted in _MALE else "female"
    fitting = [voice for voice in mandarin if (voice.gender or "").lower() == gender] or mandarin
    return Chosen(fitting[int(wanted in _SECOND) % len(fitting)], _PITCH[wanted])


def engine_rate(engine: str, rate: int) -> int:
    """The number that makes an engine speak `rate` 字/分, without the pauses.

    Measured for espeak-ng (130 → 143, 150 → 166, 175 → 199 字/分). For SAPI 5 reckoned from its scale
    (156 is a voice's own speed, about 240 字/分 for the Mandarin ones; no Windows was at hand)."""
    if engine == "espeak":
        return round(130 + (rate - 143) / 1.244)
    if engine == "sapi5":
        return round(156.63 * rate / 240)
    return rate
