"""Recording as a volunteer does it: pages and buttons, with a microphone that hears what a test says."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elderguard.check.examine import judge
from elderguard.scenario.library import Library
from elderguard.scenario.vocabulary import Voice
from elderguard.settings import Settings
from elderguard.ui.microphone import Microphone
from elderguard.ui.pages import own_voice, recorder
from elderguard.ui.pages.recorder import RecorderPage
from elderguard.ui.pages.settings import OwnVoice, SettingsPage
from elderguard.ui.recording_room import RecordingRoom
from elderguard.ui.screen import Card, Recorder, Rows, Screen, Tiles
from elderguard.ui.theme import Theme
from elderguard.ui.views.recorder import OPEN, RecorderView
from elderguard.ui.widgets.meter import Meter
from elderguard.ui.window import Window
from elderguard.voice.consent import TELLING
from elderguard.voice.loudness import Loudness
from elderguard.voice.own import OwnPacks
from elderguard.voice.own_clips import OwnClips
from elderguard.voice.packing import write_whole
from elderguard.voice.pcm import Pcm
from elderguard.voice.reading import interface
from elderguard.voice.utterance import NORMAL
from tests.ui.listening import Joined
from tests.voice.recorded import AGREED, HELLO, voice

STORY = "story:home-visit"


class Mouth(Microphone):
    """A microphone into which a test speaks. `opens` is whether there is one; `sound` what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.sound = voice(3.0)
        self.trouble = ""
        self.listens = False

    def start(self) -> None:
        """Open, or break."""
        self.listens = not self.trouble
        if self.trouble:
            self.broken.emit(self.trouble)
        else:
            self.opened.emit()

    def stop(self) -> Pcm:
        """Close; the sound."""
        self.listens = False
        return self.sound

    def close(self) -> None:
        """Close."""
        self.listens = False

    def break_off(self, reason: str) -> None:
        """Be pulled out."""
        self.listens = False
        self.broken.emit(reason)


class Volunteer:
    """Somebody at the settings page of a program with that microphone and that folder for packs."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.mouth = Mouth()
        self.packs = OwnPacks(folder)
        self.joined = Joined(window)
        self.silences: list[bool] = []
        self.room = RecordingRoom(
            self.packs,
            Library.of_folders(judge),
            lambda: self.joined.settings,
            lambda: [HELLO, interface("再见。")],
            self.mouth,
        )
        self.room.today = lambda: date(2026, 11, 25)
        self.room.listening.connect(self.silences.append)
        self.room.level.connect(window.show_level)
        navigator = self.joined.navigator
        self.room.changed.connect(navigator.show_again)
        navigator.moved.connect(lambda: self.room.shown(navigator.stack[-1]))
        settings = SettingsPage(
            lambda: self.joined.settings,
            self.joined._change,
            list,
            OwnVoice(self.room.count, self.room.first_page),
        )
        self.press = self.joined.start(settings)

    @property
    def screen(self) -> Screen:
        """What is on show."""
        shown = self.joined.window.shown
        assert shown is not None
        return shown

    @property
    def body(self) -> Recorder:
        """The line on show."""
        assert isinstance(self.screen.body, Recorder)
        return self.screen.body

    def actions(self) -> list[str]:
        """What can be pressed in the middle of the screen."""
        body = self.screen.body
        if isinstance(body, Tiles):
            return [tile.button.action for tile in body.tiles]
        assert isinstance(body, Card | Recorder)
        return [button.action for button in body.buttons]

    def go(self, *actions: str) -> None:
        """Press one after the other."""
        for action in actions:
            self.press(action)

    def to_the_program(self) -> None:
        """All the way to the first line of the program's own sentences."""
        self.go("own-voice", own_voice.RECORD, "agree", "next", "next", "program", "part:all")


@pytest.fixture
def volunteer(window: Window, tmp_path: Path) -> Iterator[Volunteer]:
    made = Volunteer(window, tmp_path / "voices")
    yield made
    made.room.close()


# --- the way in ----------------------------------------------------------------------------------------


def test_the_way_in_is_a_row_of_the_settings(volunteer: Volunteer) -> None:
    assert isinstance(volunteer.screen.body, Rows)
    row = next(row for row in volunteer.screen.body.rows if row.name == "录自己的声音")
    assert row.value == "还没有录"
    volunteer.press("own-voice")
    assert volunteer.screen.kind == "own-voice"


def test_nothing_is_recorded_before_she_has_heard_what_becomes_of_it_and_agreed(volunteer: Volunteer) -> None:
    volunteer.go("own-voice", own_voice.RECORD)
    assert [said for said in volunteer.joined.voice.said if said in TELLING] == list(TELLING)
    assert volunteer.actions() == ["agree", "refuse"]
    volunteer.press("refuse")
    assert volunteer.screen.kind == "own-voice"
    assert volunteer.packs.all() == ()


def test_her_consent_is_noted_with_the_first_line(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    assert volunteer.packs.all() == ()
    volunteer.go(recorder.START, recorder.STOP)
    assert volunteer.packs.all()[0].consent == AGREED


def test_a_story_offers_all_its_words_and_those_of_each_of_its_people(volunteer: Volunteer) -> None:
    volunteer.go("own-voice", own_voice.RECORD, "agree", "next", "next", STORY)
    assert volunteer.actions()[:2] == ["part:all", "part:narrator"]
    seen = set(volunteer.actions())
    for _ in range(3):
        volunteer.press("more-tiles")
        seen |= set(volunteer.actions())
    assert len(seen) > 3
    volunteer.press("part:narrator")
    assert volunteer.body.person.name == "旁白"


def test_whose_words_they_are_stands_beside_them(volunteer: Volunteer) -> None:
    volunteer.go("own-voice", own_voice.RECORD, "agree", "next", "next", STORY)
    volunteer.press(
        next(action for action in volunteer.actions() if action not in ("part:all", "part:narrator"))
    )
    assert volunteer.body.person.portrait is not None
    page = volunteer.joined.navigator.stack[-1]
    assert isinstance(page, RecorderPage)
    assert page.sheet.line.voice is not Voice.NARRATOR


def test_a_story_that_turns_out_to_be_broken_says_so(volunteer: Volunteer, tmp_path: Path) -> None:
    story = tmp_path / "stories" / "mine" / "scenario.yaml"
    story.parent.mkdir(parents=True)
    broken = Path(__file__).parents[1] / "scenario" / "broken" / "E301.yaml"
    story.write_text(
        re.sub(r"(?m)^id: .*$", "id: mine", broken.read_text(encoding="utf-8")), encoding="utf-8"
    )
    volunteer.room._library = Library((tmp_path / "stories",), judge=judge)
    volunteer.go("own-voice", own_voice.RECORD, "agree", "next", "next", "story:mine")
    assert volunteer.screen.kind == "broken"
    volunteer.press("back")
    assert volunteer.actions() == ["program"], "now it is known, and no longer offered"


# --- a line --------------------------------------------------------------------------------------------


def test_a_line_is_read_to_her_with_what_to_do(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    assert volunteer.joined.voice.said[-6:] == [
        "第1句，共2句，已录0句。",
        "旁白：",
        "您好。",
        "按“开始录”，念完按“停”。",
        "开始录",
        "跳过",
    ]


def test_the_microphone_is_open_only_from_one_press_to_the_next(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    assert not volunteer.mouth.listens
    volunteer.press(recorder.START)
    assert volunteer.mouth.listens
    assert volunteer.body.open
    volunteer.press(recorder.STOP)
    assert not volunteer.mouth.listens
    assert not volunteer.body.open


def test_while_it_listens_the_program_is_silent(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    said = len(volunteer.joined.voice.said)
    volunteer.press(recorder.START)
    assert volunteer.screen.spoken == ()
    assert len(volunteer.joined.voice.said) == said
    volunteer.press(recorder.STOP)
    assert volunteer.silences == [True, False]


def test_what_she_said_is_kept_under_the_key_of_the_line_and_heard_from_then_on(volunteer: Volunteer) -> None:
    source = OwnClips(volunteer.packs.folder)
    volunteer.to_the_program()
    assert source.offer(HELLO, NORMAL) is None
    volunteer.go(recorder.START, recorder.STOP)
    assert volunteer.body.about == "录好了，声音正好。"
    assert volunteer.body.progress == "第1句，共2句，已录1句。"
    assert source.offer(HELLO, NORMAL) is not None


@pytest.mark.parametrize(("amplitude", "word"), [(1200, "太轻"), (32767, "太响")])
def test_too_soft_or_too_loud_is_kept_and_said(volunteer: Volunteer, amplitude: int, word: str) -> None:
    volunteer.mouth.sound = voice(3.0, amplitude=amplitude)
    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP)
    assert word in volunteer.body.about
    assert len(volunteer.packs.find(1).keys) == 1


def test_silence_is_not_kept_and_she_may_try_again(volunteer: Volunteer) -> None:
    volunteer.mouth.sound = Pcm(24000, bytes(48000))
    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP)
    assert volunteer.body.about.startswith("没有录到声音")
    assert volunteer.actions() == [recorder.START, recorder.SKIP]


def test_she_hears_herself_and_only_that(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP, recorder.HEAR)
    assert volunteer.screen.spoken == (HELLO,)


def test_with_the_sound_off_she_is_told_why_she_hears_nothing(volunteer: Volunteer) -> None:
    volunteer.joined.settings = Settings(muted=True)
    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP, recorder.HEAR)
    assert volunteer.body.about == recorder.MUTED


def test_recording_again_takes_the_place_of_the_first(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP)
    before = volunteer.packs.find(1).pack.clips[HELLO.key(NORMAL)]
    volunteer.mouth.sound = voice(4.0)
    volunteer.go(recorder.AGAIN, recorder.STOP)
    assert volunteer.packs.find(1).pack.clips[HELLO.key(NORMAL)] != before


@pytest.mark.parametrize("action", ["back", "home", "help", recorder.ENOUGH])
def test_whatever_leads_away_closes_the_microphone_and_keeps_nothing_half(
    volunteer: Volunteer, action: str
) -> None:
    volunteer.to_the_program()
    volunteer.go(recorder.START, action)
    assert not volunteer.mouth.listens
    assert volunteer.silences[-1] is False
    assert volunteer.packs.all() == ()


def test_after_the_help_the_line_is_there_as_before(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.go(recorder.START, "help", "back")
    assert volunteer.actions() == [recorder.START, recorder.SKIP]
    assert not volunteer.body.open


# --- troubles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["没有找到麦克风。", "电脑不让用麦克风。"])
def test_without_a_microphone_a_plain_sentence_says_so(volunteer: Volunteer, reason: str) -> None:
    volunteer.mouth.trouble = reason
    volunteer.to_the_program()
    volunteer.press(recorder.START)
    assert volunteer.body.about == reason
    assert volunteer.silences[-1] is False
    volunteer.mouth.trouble = ""
    volunteer.go(recorder.START, recorder.STOP)
    assert volunteer.body.about == "录好了，声音正好。"


def test_a_microphone_pulled_out_in_the_middle_loses_nothing_but_that_line(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP, recorder.NEXT_LINE, recorder.START)
    volunteer.mouth.break_off("麦克风被拔掉了。")
    assert volunteer.body.about == "麦克风被拔掉了。"
    assert volunteer.packs.find(1).keys == {HELLO.key(NORMAL)}


def test_a_full_disk_is_said_and_what_was_recorded_stays(volunteer: Volunteer) -> None:
    def write(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP, recorder.NEXT_LINE)
    volunteer.packs._write = write
    volunteer.go(recorder.START, recorder.STOP)
    assert volunteer.body.about == "这一句没存下来：磁盘满了。以前录的都在。"
    volunteer.packs._write = write_whole
    assert volunteer.packs.find(1).keys == {HELLO.key(NORMAL)}


def test_a_minute_is_enough_then_it_stops_by_itself_and_keeps_it(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.press(recorder.START)
    volunteer.mouth.full.emit()
    assert not volunteer.mouth.listens
    assert volunteer.packs.find(1).keys


def test_what_the_microphone_says_too_late_changes_nothing(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    before = volunteer.body
    volunteer.mouth.opened.emit()
    volunteer.mouth.break_off("拔掉了。")
    assert volunteer.body == before
    volunteer.press("home")
    volunteer.mouth.opened.emit()
    volunteer.mouth.full.emit()
    assert volunteer.screen.kind == "settings"


# --- the list ------------------------------------------------------------------------------------------


def test_she_skips_goes_back_and_comes_to_the_end(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.press(recorder.SKIP)
    assert volunteer.body.text == "再见。"
    volunteer.press("back")
    assert volunteer.body.text == "您好。"
    volunteer.go(recorder.SKIP, recorder.START, recorder.STOP, recorder.NEXT_LINE)
    assert volunteer.screen.kind == "recorded"
    volunteer.press("open-lines")
    assert volunteer.body.text == "您好。"
    volunteer.go(recorder.START, recorder.STOP, recorder.NEXT_LINE)
    assert volunteer.body.about == recorder.RECORDED
    volunteer.press(recorder.NEXT_LINE)
    assert volunteer.actions() == ["enough-recorded"]
    volunteer.press("enough-recorded")
    assert volunteer.screen.kind == "settings"


def test_from_the_first_line_back_leads_out(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.press("back")
    assert volunteer.screen.kind == "which-part"


def test_next_time_it_goes_on_at_the_first_open_line_without_asking_her_consent_again(
    volunteer: Volunteer,
) -> None:
    volunteer.to_the_program()
    volunteer.go(recorder.START, recorder.STOP, recorder.ENOUGH, "home")
    volunteer.go("own-voice", own_voice.RECORD)
    assert volunteer.actions() == ["person:1", own_voice.NEW]
    volunteer.press("person:1")
    volunteer.go("program", "part:all")
    assert volunteer.body.text == "再见。"


def test_another_person_is_asked_for_her_own_consent_and_gets_a_pack_of_her_own(volunteer: Volunteer) -> None:
    volunteer.packs.keep(1, AGREED, HELLO, voice())
    volunteer.go("own-voice", own_voice.RECORD, own_voice.NEW)
    assert volunteer.screen.kind == "consent"
    volunteer.go("agree", "next", "next", "program", "part:all", recorder.START, recorder.STOP)
    assert {pack.number for pack in volunteer.packs.all()} == {1, 2}


def test_an_unknown_press_changes_nothing(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    before = volunteer.screen
    volunteer.press("no-such-thing")
    assert volunteer.screen == before


# --- what is kept --------------------------------------------------------------------------------------


@pytest.fixture
def recorded(volunteer: Volunteer) -> Volunteer:
    volunteer.packs.keep(1, AGREED, HELLO, voice())
    volunteer.go("own-voice", own_voice.KEPT)
    return volunteer


def test_what_is_kept_is_told_with_the_day_of_the_consent(recorded: Volunteer) -> None:
    assert isinstance(recorded.screen.body, Card)
    assert recorded.screen.body.heading == "第一位，录了1句"
    assert recorded.screen.body.paragraphs[0].text == "2026年11月25日，同意录的。"


def test_one_press_and_one_question_delete_all_of_it(recorded: Volunteer) -> None:
    recorded.press("delete")
    assert recorded.actions() == ["keep", "really-delete"]
    recorded.press("really-delete")
    assert "删干净了" in recorded.joined.voice.said
    assert list(recorded.packs.folder.iterdir()) == []
    recorded.press("next")
    assert "还没有录音" in recorded.joined.voice.said


def test_she_may_think_better_of_deleting(recorded: Volunteer) -> None:
    recorded.go("delete", "keep")
    assert recorded.packs.find(1).keys


def test_it_goes_onto_a_stick_and_comes_in_from_one(recorded: Volunteer, tmp_path: Path) -> None:
    offered: list[str] = []

    def where_to(name: str) -> Path:
        offered.append(name)
        return tmp_path / name

    recorded.room.ask_where_to = where_to
    recorded.press("give-out")
    assert offered == ["第一位的声音.elderguard-voice"]
    assert "存好了" in recorded.joined.voice.said
    recorded.packs.delete(1)
    recorded.room.ask_which = lambda: tmp_path / offered[0]
    recorded.go("next", "back", own_voice.READ_IN)
    assert "读进来了" in recorded.joined.voice.said
    assert recorded.room.count() == 1


def test_who_chooses_no_file_is_where_she_was(recorded: Volunteer) -> None:
    recorded.room.ask_where_to = lambda name: None
    recorded.room.ask_which = lambda: None
    recorded.press("give-out")
    assert recorded.screen.kind == "kept"
    recorded.go("back", own_voice.READ_IN)
    assert recorded.screen.kind == "own-voice"


def test_a_file_that_is_none_of_ours_is_refused_in_a_sentence(recorded: Volunteer, tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(b"something else")
    recorded.room.ask_which = lambda: tmp_path / "photo"
    recorded.go("back", own_voice.READ_IN)
    assert "这个文件不能用：这不是一份录音。" in recorded.joined.voice.said


def test_a_damaged_pack_can_only_be_deleted(recorded: Volunteer) -> None:
    (recorded.packs.folder / "own-1" / "manifest.json").write_text("{", encoding="utf-8")
    recorded.go("back", own_voice.KEPT)
    assert recorded.actions() == ["delete"]
    recorded.go("back", own_voice.RECORD)
    assert recorded.screen.kind == "consent", "nobody can go on recording in it"


def test_one_looks_at_one_person_after_the_other(recorded: Volunteer) -> None:
    recorded.packs.keep(2, AGREED, HELLO, voice())
    recorded.go("back", own_voice.KEPT)
    first = recorded.screen.body
    recorded.press("next-person")
    assert recorded.screen.body != first
    recorded.press("next-person")
    assert recorded.screen.body == first
    recorded.press("home")
    assert recorded.screen.kind == "settings"


# --- the view ------------------------------------------------------------------------------------------


def view(volunteer: Volunteer) -> RecorderView:
    shown = volunteer.joined.window.whole.view
    assert isinstance(shown, RecorderView)
    return shown


def texts(volunteer: Volunteer) -> list[str]:
    return [block.text() for block in view(volunteer).texts.used if block.isVisible()]


def test_a_sign_says_that_the_microphone_is_open_and_goes_when_it_closes(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    assert OPEN not in texts(volunteer)
    volunteer.press(recorder.START)
    assert OPEN in texts(volunteer)
    assert view(volunteer).meter.isVisible()
    volunteer.press(recorder.STOP)
    assert OPEN not in texts(volunteer)
    assert not view(volunteer).meter.isVisible()


def test_the_meter_says_in_words_and_with_a_pointer_how_loud_she_is(volunteer: Volunteer) -> None:
    volunteer.to_the_program()
    volunteer.press(recorder.START)
    volunteer.mouth.level.emit(-8.0)
    assert view(volunteer).meter.accessibleName() == "声音正好"
    bold = [block.text() for block in view(volunteer).texts.used if block.marks]
    assert bold == ["正好"]


def test_a_level_without_a_meter_is_nobodys(volunteer: Volunteer) -> None:
    volunteer.mouth.level.emit(-8.0)
    volunteer.to_the_program()
    volunteer.mouth.level.emit(-8.0)
    assert view(volunteer).meter.zone is None


def test_the_meter_says_nothing_before_she_has_begun(qapp: QApplication) -> None:
    meter = Meter()
    meter.clear(Theme())
    assert not meter.show_level(-70)
    assert meter.zone is None
    assert meter.show_level(-10)
    assert meter.zone is Loudness.RIGHT


def test_the_meter_holds_a_word_long_enough_to_be_read(qapp: QApplication) -> None:
    meter = Meter()
    meter.clear(Theme())
    meter.show_level(-10)
    assert not meter.show_level(-60), "a pause between syllables is not too soft"
    assert meter.zone is Loudness.RIGHT


@pytest.mark.parametrize(("key", "action"), [("Key_Return", "start"), ("Key_1", "start"), ("Key_2", "skip")])
def test_it_can_be_worked_by_keys_alone(volunteer: Volunteer, qtbot: object, key: str, action: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    volunteer.to_the_program()
    pressed: list[str] = []
    volunteer.joined.window.acted.connect(pressed.append)
    QTest.keyClick(volunteer.joined.window, getattr(Qt.Key, key))
    assert pressed == [action]
