"""Every screen a volunteer sees while she records, for pictures and for the gate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from elderguard.scenario.vocabulary import Voice
from elderguard.ui.pages import buttons, own_voice
from elderguard.ui.pages.choosing import ChoosingPage
from elderguard.ui.pages.page import Go, Move, Stay
from elderguard.ui.pages.recorder import AGAIN, NEXT_LINE, SKIP, START, STOP, RecorderPage
from elderguard.ui.picture import icon_file, portrait_file
from elderguard.ui.screen import Button, Person, Screen, Tile
from elderguard.ui.theme import BIG_TEXT, Tone
from elderguard.voice.consent import TELLING, Consent
from elderguard.voice.loudness import Loudness
from elderguard.voice.own import LICENCE, OwnPack
from elderguard.voice.pack import Clip, Pack
from elderguard.voice.pcm import Pcm
from elderguard.voice.reading import interface
from elderguard.voice.sheet import Sheet, sheet
from elderguard.voice.utterance import NORMAL, Utterance

_LINES = (
    interface("小区门口，来了个穿马甲的人。"),
    Utterance("大妈，我是来帮您激活医保码的。", "大妈，我是来帮您激活医保码的。", Voice.YOUNG_MAN),
    interface("他让您把手机给他，说他帮您点，两分钟就好。可是手机一交出去，屏幕上按了什么，您就看不见了。"),
)


class _Example:
    """Somebody who records, and a microphone that hears what it is told to hear."""

    def __init__(self, comes_in: Loudness) -> None:
        self._comes_in, self._keys = comes_in, {_LINES[0].key(NORMAL)}

    def keep(self, utterance: Utterance, _pcm: Pcm) -> Loudness:
        self._keys.add(utterance.key(NORMAL))
        return self._comes_in

    def keys(self) -> frozenset[str]:
        return frozenset(self._keys)

    def person(self, utterance: Utterance) -> Person:
        if utterance.voice is Voice.NARRATOR:
            return Person("旁白", None)
        return Person("小胡", portrait_file("platform-worker"))

    def muted(self) -> bool:
        return False

    def start(self) -> None:
        """Nothing opens."""

    def stop(self) -> Pcm:
        return Pcm(24000, b"")

    def close(self) -> None:
        """Nothing was open."""


def recording_screens(text: int = 100) -> Iterator[tuple[str, Screen]]:
    """Each with a name for its picture, at that text size (per cent)."""

    def roomy() -> bool:
        return text < BIG_TEXT

    def stay(_pack: object = None) -> Move:
        return Stay()

    clips = {"": Clip(Path(), "", "", 1.0, "")}
    known = OwnPack(1, Path(), Consent("2026-11-25", TELLING), Pack("", LICENCE, clips))
    damaged = OwnPack(2, Path(), trouble="语音包 own-2 的清单读不出来。")
    for count in (0, 12):
        first = own_voice.own_voice_page(partial(int, count), roomy, stay, stay, stay)
        yield "own-voice", first.screen()
    yield "person", own_voice.person_page(lambda: [known], roomy, stay, stay).screen()
    yield "consent", own_voice.consent_page(stay).screen()
    how = own_voice.how_page(stay)
    yield "how-to-record", how.screen()
    how.act(buttons.NEXT)
    yield "how-to-record", how.screen()
    picture = icon_file("open-book")
    parts = [
        Tile(Button(str(at), part, picture, Tone.SAFE), ("共85句，已录11句",))
        for at, part in enumerate(("全部都念", "只念旁白", "只念王大妈", "只念小胡"))
    ]
    choosing = ChoosingPage(
        "which-part", "上门激活医保码", "您念谁的话？", lambda: [(p, stay) for p in parts], roomy
    )
    yield "which-part", choosing.screen()
    yield from _recorder_screens()
    yield "kept", own_voice.KeptPage(lambda: [known, known], stay, stay).screen()
    yield "kept", own_voice.KeptPage(lambda: [damaged], stay, stay).screen()
    yield "kept", own_voice.KeptPage(list, stay, stay).screen()
    yield "deleting", own_voice.deleting_page(known, stay).screen()


def _recorder_screens() -> Iterator[tuple[str, Screen]]:
    lines = sheet(_LINES, ())
    assert lines is not None
    for comes_in in (Loudness.RIGHT, Loudness.SOFT, Loudness.LOUD):
        page = _page(lines, comes_in)
        yield "recorder-recorded", page.screen()
        page.act(NEXT_LINE)
        yield "recorder-line", page.screen()
        page.act(START)
        yield "recorder-opening", page.screen()
        page.opened()
        yield "recorder-listening", page.screen()
        page.act(STOP)
        yield "recorder-came-in", page.screen()
        page.act(AGAIN)
        page.broken("麦克风被拔掉了，这一句没录上。以前录的都在。")
        yield "recorder-broken", page.screen()
        page.act(NEXT_LINE)
        yield "recorder-line", page.screen()
        page.act(START)
        page.opened()
        yield "recorder-listening", page.screen()
        page.act(STOP)
        last = page.act(NEXT_LINE)
        assert isinstance(last, Go)
        yield "recorded", last.page.screen()
    unfinished = _page(lines.moved(2) or lines, Loudness.RIGHT)
    last = unfinished.act(SKIP)
    assert isinstance(last, Go)
    yield "recorded", last.page.screen()


def _page(lines: Sheet, comes_in: Loudness) -> RecorderPage:
    example = _Example(comes_in)
    return RecorderPage("上门激活医保码", lines, example, example)
