"""Joins recording: the pages, the microphone, the packs, the dialogs for files, and the silence of the
program while somebody speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from elderguard.scenario.library import Library, Story
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Voice
from elderguard.settings import Settings
from elderguard.ui import files
from elderguard.ui.microphone import Microphone
from elderguard.ui.pages import own_voice
from elderguard.ui.pages.cards import message_page
from elderguard.ui.pages.choosing import ChoosingPage
from elderguard.ui.pages.own_voice import KeptPage
from elderguard.ui.pages.page import Go, Instead, Move, Page, Stay
from elderguard.ui.pages.recorder import RecorderPage
from elderguard.ui.picture import icon_file, portrait_file
from elderguard.ui.screen import Button, Person, Tile
from elderguard.ui.theme import BIG_TEXT, Tone
from elderguard.voice.consent import TELLING, Consent
from elderguard.voice.loudness import Loudness
from elderguard.voice.own import OwnError, OwnPack, OwnPacks
from elderguard.voice.parcel import SUFFIX, give_out, take_in
from elderguard.voice.pcm import Pcm
from elderguard.voice.script import script
from elderguard.voice.sheet import Sheet, sheet
from elderguard.voice.utterance import Utterance

NARRATOR = "旁白"
PROGRAM = "程序自己的话"


@dataclass(frozen=True)
class Lines:
    """What there is to record of one story or of the program: a title, who says it, the utterances."""

    title: str
    utterances: tuple[Utterance, ...]
    people: dict[Voice, Person]

    def person(self, utterance: Utterance) -> Person:
        """Whose words they are."""
        return self.people.get(utterance.voice, Person(NARRATOR, None))


@dataclass(frozen=True)
class Booth:
    """One person's place at the microphone: her pack, her consent, whose words she reads."""

    packs: OwnPacks
    number: int
    consent: Consent
    lines: Lines
    silent: Callable[[], bool]

    def keep(self, utterance: Utterance, pcm: Pcm) -> Loudness:
        """Keep a recording in her pack. Raises OwnError."""
        return self.packs.keep(self.number, self.consent, utterance, pcm)

    def keys(self) -> frozenset[str]:
        """What she has recorded."""
        return self.packs.find(self.number).keys

    def person(self, utterance: Utterance) -> Person:
        """Whose words they are."""
        return self.lines.person(utterance)

    def muted(self) -> bool:
        """Whether nothing can be heard."""
        return self.silent()


class RecordingRoom(QObject):
    """`changed` means that the page on show must be shown again; `listening` that from now on the program
    is to be silent, or may speak again; `level` is for the meter (dBFS)."""

    changed = Signal()
    listening = Signal(bool)
    level = Signal(float)

    def __init__(
        self,
        packs: OwnPacks,
        library: Library,
        read: Callable[[], Settings],
        program: Callable[[], Sequence[Utterance]],
        microphone: Microphone | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        packs.tidy()
        self._packs, self._library, self._read, self._program = packs, library, read, program
        self._microphone = microphone or Microphone()
        self._microphone.setParent(self)
        self._microphone.opened.connect(self._on_opened)
        self._microphone.broken.connect(self._on_broken)
        self._microphone.full.connect(self._on_full)
        self._microphone.level.connect(self.level)
        self._recording: RecorderPage | None = None
        self.ask_where_to: Callable[[str], Path | None] = files.ask_where_to
        self.ask_which: Callable[[], Path | None] = files.ask_which
        self.today: Callable[[], date] = date.today

    # --- the way in --------------------------------------------------------------------------------------

    def count(self) -> int:
        """How many lines are recorded here."""
        return len(frozenset[str]().union(*(pack.keys for pack in self._packs.all())))

    def first_page(self) -> Page:
        """What one can do with one's own voice."""
        return own_voice.own_voice_page(self.count, self._roomy, self._record, self._kept, self._read_in)

    def _roomy(self) -> bool:
        return self._read().text_size < BIG_TEXT

    # --- recording ---------------------------------------------------------------------------------------

    def _sound_packs(self) -> list[OwnPack]:
        return [pack for pack in self._packs.all() if not pack.trouble]

    def _record(self) -> Move:
        if not self._sound_packs():
            return self._new_person()
        return Go(own_voice.person_page(self._sound_packs, self._roomy, self._known_person, self._new_person))

    def _new_person(self) -> Move:
        def agreed() -> Move:
            consent = Consent(self.today().isoformat(), TELLING)
            chosen = self._stories(self._packs.new_number(), consent)
            return Instead(own_voice.how_page(lambda: Instead(chosen)))

        return Go(own_voice.consent_page(agreed))

    def _known_person(self, pack: OwnPack) -> Move:
        assert pack.consent is not None
        return Go(self._stories(pack.number, pack.consent))

    def _stories(self, number: int, consent: Consent) -> Page:
        """Which story, or the program's own sentences."""

        def into(lines: Lines) -> Move:
            return Go(self._parts(Booth(self._packs, number, consent, lines, lambda: self._read().muted)))

        def story(story_id: str) -> Move:
            found = self._library.load(story_id)
            if found.scenario is None:
                return Go(message_page("broken", "打不开", "这个故事打不开", found.problem or ""))
            return into(_lines(found, found.scenario))

        def offered() -> Sequence[tuple[Tile, Callable[[], Move]]]:
            stories: list[tuple[Tile, Callable[[], Move]]] = [
                (
                    Tile(Button(f"story:{entry.id}", entry.title, icon_file("open-book"), Tone.CHOICE)),
                    partial(story, entry.id),
                )
                for entry in self._library.entries()
                if entry.problem is None
            ]
            own = Tile(Button("program", PROGRAM, icon_file("gear"), Tone.CHOICE), ("首页、帮助、设置",))
            return (*stories, (own, lambda: into(Lines(PROGRAM, tuple(self._program()), {}))))

        return ChoosingPage("which-story", own_voice.TITLE, "录哪一个故事？", offered, self._roomy)

    def _parts(self, booth: Booth) -> Page:
        """All of a story, or the words of one of its people."""
        lines = booth.lines

        def offered() -> Sequence[tuple[Tile, Callable[[], Move]]]:
            done = booth.keys()
            tiles = [self._part("全部都念", icon_file("busts"), lines.utterances, booth, done)]
            for voice in dict.fromkeys(each.voice for each in lines.utterances):
                spoken = [each for each in lines.utterances if each.voice is voice]
                person = lines.person(spoken[0])
                picture = person.portrait or icon_file("open-book")
                tiles.append(self._part(f"只念{person.name}", picture, spoken, booth, done, voice.value))
            return [tile for tile in tiles if tile is not None]

        return ChoosingPage("which-part", lines.title, "您念谁的话？", offered, self._roomy)

    def _part(
        self,
        text: str,
        picture: Path,
        utterances: Sequence[Utterance],
        booth: Booth,
        done: frozenset[str],
        action: str = "all",
    ) -> tuple[Tile, Callable[[], Move]] | None:
        opened = sheet(utterances, done)
        if opened is None:
            return None
        about = f"共{len(opened.lines)}句，已录{opened.count}句"
        tile = Tile(Button(f"part:{action}", text, picture, Tone.SAFE), (about,))
        return tile, lambda: Go(self.recorder(booth, opened))

    def recorder(self, booth: Booth, opened: Sheet) -> RecorderPage:
        """The page on which that list is read."""
        return RecorderPage(
            booth.lines.title, opened, _Announced(self._microphone, self.listening.emit), booth
        )

    # --- what is kept ------------------------------------------------------------------------------------

    def _kept(self) -> Move:
        return Go(KeptPage(self._packs.all, self._give_out, self._delete))

    def _give_out(self, pack: OwnPack) -> Move:
        target = self.ask_where_to(f"{own_voice.called(pack.number)}的声音{SUFFIX}")
        if target is None:
            return Stay()
        return self._told(lambda: give_out(pack, target), "存好了", f"文件叫“{target.name}”。")

    def _delete(self, pack: OwnPack) -> Move:
        def really() -> Move:
            told = self._told(lambda: self._packs.delete(pack.number), "删干净了", "她的声音，一句也不留。")
            return Instead(told.page)

        return Go(own_voice.deleting_page(pack, really))

    def _read_in(self) -> Move:
        parcel = self.ask_which()
        if parcel is None:
            return Stay()
        return self._told(lambda: take_in(parcel, self._packs), "读进来了", "从现在起，就用这个声音。")

    def _told(self, do: Callable[[], object], well: str, about: str) -> Go:
        try:
            do()
        except OwnError as error:
            return Go(message_page("own-voice-told", own_voice.TITLE, "没有做成", str(error)))
        return Go(message_page("own-voice-told", own_voice.TITLE, well, about, picture="check"))

    # --- the microphone ----------------------------------------------------------------------------------

    def shown(self, page: Page) -> None:
        """That page is on show: one that was being recorded on before has been left."""
        if self._recording is not None and page is not self._recording:
            self._recording.left()
        self._recording = page if isinstance(page, RecorderPage) else None

    def close(self) -> None:
        """The program ends."""
        self._microphone.close()

    def _on_opened(self) -> None:
        if self._recording is not None:
            self._recording.opened()
            self.changed.emit()

    def _on_broken(self, reason: str) -> None:
        self.listening.emit(False)
        if self._recording is not None:
            self._recording.broken(reason)
            self.changed.emit()

    def _on_full(self) -> None:
        if self._recording is not None:
            self._recording.act("stop")
            self.changed.emit()


class _Announced:
    """The microphone, saying to the rest of the program when it listens."""

    def __init__(self, microphone: Microphone, announce: Callable[[bool], None]) -> None:
        self._microphone, self._announce = microphone, announce

    def start(self) -> None:
        """Silence, then open it."""
        self._announce(True)
        self._microphone.start()

    def stop(self) -> Pcm:
        """Close it; what was said."""
        said = self._microphone.stop()
        self._announce(False)
        return said

    def close(self) -> None:
        """Close it and forget."""
        self._microphone.close()
        self._announce(False)


def _lines(story: Story, scenario: Scenario) -> Lines:
    people = {
        speaker.voice: Person(speaker.name, portrait_file(speaker.portrait, folder=story.folder))
        for speaker in scenario.speakers
    }
    return Lines(scenario.title, script(scenario), people)
