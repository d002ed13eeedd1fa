from __future__ import annotations

import pytest

from elderguard.scenario.vocabulary import Voice
from elderguard.voice.mandarin import EngineVoice, choose, engine_rate, speaks_mandarin

HUIHUI = EngineVoice("HKEY/TTS_MS_ZH-CN_HUIHUI", "Microsoft Huihui Desktop - Chinese", ("zh-CN",), "Female")
KANGKANG = EngineVoice("HKEY/KANGKANG", "Microsoft Kangkang", ("zh-CN",), "Male")
YAOYAO = EngineVoice("HKEY/YAOYAO", "Microsoft Yaoyao", ("zh-CN",), "Female")
ZIRA = EngineVoice("HKEY/ZIRA", "Microsoft Zira Desktop", ("en-US",), "Female")
PINYIN = EngineVoice("sit/cmn-latn-pinyin", "Chinese (Mandarin, latin as Pinyin)", ("cmn-latn-pinyin",))
LETTERS = EngineVoice("sit/cmn", "Chinese (Mandarin, latin as English)", ("cmn",))


@pytest.mark.parametrize(
    "voice",
    [
        HUIHUI,
        PINYIN,
        EngineVoice("a", "Tingting", ("zh_CN",)),
        EngineVoice("b", "Mandarin", ("cmn",)),
        EngineVoice("c", "Microsoft Yaoyao", ("Unknown Locale: 2052",)),
        EngineVoice("d", "Microsoft Lili", ()),
        EngineVoice("e", "Some Voice", ("0804",)),
        EngineVoice("f", "Voice", ("cmn-Hans-CN",)),
        EngineVoice("g", "Hanhan", ("zh-TW",)),
    ],
)
def test_a_mandarin_voice_is_known_by_its_tag_or_name(voice):
    assert speaks_mandarin(voice)


@pytest.mark.parametrize(
    "voice",
    [
        ZIRA,
        LETTERS,
        EngineVoice("sit/yue", "Chinese (Cantonese)", ("yue",)),
        EngineVoice("sit/hak", "Hakka Chinese", ("hak",)),
        EngineVoice("h", "Sinji", ("zh_HK",)),
        EngineVoice("i", "Chinese (Cantonese)", ("zh-yue",)),
        EngineVoice("j", "Tracy", ()),
        EngineVoice("k", "Mandarin Orange", ("en-GB",)),
        EngineVoice("l", "David", ()),
    ],
)
def test_a_voice_of_another_language_never_reads_chinese(voice):
    assert not speaks_mandarin(voice)


def test_without_a_mandarin_voice_nobody_is_chosen():
    assert choose([ZIRA, LETTERS], Voice.NARRATOR) is None


def test_the_pinyin_voice_is_taken_where_espeak_has_one():
    chosen = choose([ZIRA, EngineVoice("zh", "Chinese", ("zh",)), PINYIN], Voice.NARRATOR)
    assert chosen is not None
    assert chosen.voice == PINYIN
    assert chosen.voice.reads_pinyin


def test_men_and_women_get_a_voice_of_their_own_sex():
    voices = [ZIRA, HUIHUI, KANGKANG, YAOYAO]
    names = {voice: choose(voices, voice).voice for voice in Voice}
    assert names[Voice.NARRATOR] == HUIHUI
    assert names[Voice.WOMAN] == YAOYAO
    assert names[Voice.MAN] == names[Voice.YOUNG_MAN] == KANGKANG


def test_with_one_mandarin_voice_people_differ_in_pitch():
    pitches = [choose([PINYIN], voice).pitch for voice in Voice]
    assert len(set(pitches)) == len(pitches)


def test_rates_are_the_measured_ones_for_espeak():
    assert [engine_rate("espeak", rate) for rate in (143, 166, 199)] == [130, 148, 175]
    assert engine_rate("sapi5", 240) == 157
    assert engine_rate("nsss", 170) == 170
