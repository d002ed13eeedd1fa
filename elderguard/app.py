"""The composition root: builds every object of the program, joins them, and does nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QTimer
from PySide6.QtWidgets import QApplication

from elderguard import __version__, paths
from elderguard import settings as kept
from elderguard.play.error import PlayError
from elderguard.play.moment import Ended
from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store
from elderguard.scenario.library import Library
from elderguard.scenario.loader import Loaded
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Role
from elderguard.settings import Settings
from elderguard.ui.font import use_fonts
from elderguard.ui.navigator import Navigator
from elderguard.ui.pages.cards import message_page
from elderguard.ui.pages.home import HomePage
from elderguard.ui.pages.page import Back, Go, Instead, Move, Page
from elderguard.ui.pages.settings import OwnVoice, SettingsPage
from elderguard.ui.pages.stories import BrokenStory, StoriesPage, StoryCard
from elderguard.ui.pages.story import StoryPage, resume_page
from elderguard.ui.speech import Speech
from elderguard.ui.stage import Stage
from elderguard.ui.theme import BIG_TEXT, Theme
from elderguard.ui.window import Window, fill_screen
from elderguard.voice.narrator import Narrator
from elderguard.voice.ranks import narrator

if TYPE_CHECKING:
    from elderguard.ui.recording_room import RecordingRoom
    from elderguard.voice.utterance import Utterance


def application() -> QApplication:
    """The Qt application with our font everywhere; made once."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("ElderGuard")
    # What the sound library says about itself is nothing for a learner's terminal.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    app.setApplicationDisplayName("守护银龄")
    app.setApplicationVersion(__version__)
    use_fonts(paths.assets_folder() / "fonts")
    return app


def _judge(loaded: Loaded) -> None:
    """Whatever else keeps a script from being played; the checker is imported with the first story."""
    from elderguard.check.examine import judge

    judge(loaded)


def _narrator() -> Narrator:
    """What was recorded here, then the shipped clips, then the computer's own voice."""
    return narrator(paths.speech_cache(), paths.assets_folder() / "voices", own=paths.voices_folder())


def _nowhere() -> RecordingRoom:
    raise NotImplementedError  # the program puts its own in its place


def _program_lines() -> list[Utterance]:
    """What the program's own pages say; the pages are made for it, so only when somebody asks."""
    from elderguard.ui.shots import page_sights

    return [said for sight in page_sights() for said in sight.screen.spoken]


def theme_of(settings: Settings) -> Theme:
    """How the window looks under these settings."""
    motion = 0 if settings.reduced_motion else Theme().motion_ms
    return Theme(dark=settings.theme == "dark", percent=settings.text_size, motion_ms=motion)


class Desk:
    """What the pages need from outside: the library, the records, the settings, and each other."""

    def __init__(self, library: Library, store: Store, read: Callable[[], Settings]) -> None:
        self.library, self.store, self.read = library, store, read
        self.change: Callable[[Settings], None] = lambda settings: None
        self.outputs: Callable[[], list[tuple[str, str]]] = list
        self.recording_room: Callable[[], RecordingRoom] = _nowhere

    def home(self) -> HomePage:
        """The first page."""
        return HomePage(
            lambda: self.stories(None), lambda: self.stories(Role.HELPER), self.settings, self.roomy
        )

    def roomy(self) -> bool:
        """Whether the text size leaves room for small lines."""
        return self.read().text_size < BIG_TEXT

    def settings(self) -> SettingsPage:
        """The settings."""
        own_voice = OwnVoice(
            lambda: self.recording_room().count(), lambda: self.recording_room().first_page()
        )
        return SettingsPage(
            self.read, lambda settings: self.change(settings), lambda: self.outputs(), own_voice
        )

    def stories(self, role: Role | None) -> StoriesPage:
        """The list of stories, to be played in their own role or as a helper."""
        cards, broken = [], []
        for entry in self.library.entries():
            if entry.problem is not None:
                broken.append(BrokenStory(entry.title or entry.id, entry.problem))
            elif role is None or entry.role in (Role.SELF, Role.HELPER):
                cards.append(StoryCard(entry.id, entry.title, entry.minutes, entry.channel))
        title = "我自己练" if role is None else "帮邻居拿主意"
        return StoriesPage(title, cards, broken, lambda scenario_id: self.play(scenario_id, role), self.roomy)

    def play(self, scenario_id: str, role: Role | None = None) -> Move:
        """Into a story from its beginning, or a message why that cannot be."""
        found = self.library.load(scenario_id)
        if found.scenario is None:
            return Go(
                message_page("broken", "打不开", "这个故事打不开", found.problem or "", "别的故事照样能练。")
            )
        return Go(self.begin(found.scenario, role, found.folder))

    def begin(self, scenario: Scenario, role: Role | None, folder: Path) -> Page:
        """A fresh playing of that scenario."""
        session = self.store.begin(scenario, role or scenario.role)
        playthrough = Playthrough(scenario, role, journal=self.store.journal(session))
        return self._story(scenario, playthrough, session, folder)

    def _story(self, scenario: Scenario, playthrough: Playthrough, session: str, folder: Path) -> StoryPage:
        def finished() -> None:
            ended = playthrough.current
            if isinstance(ended, Ended):
                self.store.finish(session, ended.end.outcome)

        def restart() -> Move:
            return Instead(self.begin(scenario, playthrough.role, folder))

        return StoryPage(Stage(scenario, folder), playthrough, restart, finished)

    def resume_page(self) -> Page | None:
        """The offer to go on where the last session stopped, if one did."""
        for session in self.store.unfinished():
            found = self.library.load(session.scenario)
            scenario = found.scenario
            if scenario is None or scenario.digest != session.digest:
                continue
            try:
                playthrough = Playthrough(
                    scenario,
                    session.role,
                    journal=self.store.journal(session.session),
                    events=self.store.events(session.session),
                )
            except PlayError:
                continue
            if isinstance(playthrough.current, Ended):
                continue
            return self._offer(scenario, playthrough, session.session, found.folder)
        return None

    def _offer(self, scenario: Scenario, playthrough: Playthrough, session: str, folder: Path) -> Page:
        def afresh() -> Move:
            self.store.put_aside(session)
            return Instead(self.begin(scenario, playthrough.role, folder))

        def later() -> Move:
            self.store.put_aside(session)
            return Back()

        def go_on() -> Move:
            return Instead(self._story(scenario, playthrough, session, folder))

        return resume_page(scenario.title, go_on, afresh, later)


class Program:
    """The running program: application, window, pages, records, and the voice once it has been made."""

    def __init__(self) -> None:
        self.app = application()
        self.settings, self._notice = kept.load(paths.settings_file())
        self.store = Store(paths.records_file())
        self.library = Library.of_folders(_judge)
        self.desk = Desk(self.library, self.store, lambda: self.settings)
        self.window = Window(theme_of(self.settings))
        self.speech = Speech(_narrator, lambda: self.settings, self.window)
        self.navigator = Navigator(self.window, self.speech, lambda: self.settings, self.change)
        self.navigator.quitting.connect(self.window.close)
        self.desk.change = self.change
        self.desk.outputs = self.speech.outputs
        self.speech.began.connect(self.window.light_up)
        self.speech.finished.connect(self.navigator.heard_all)
        self.speech.trouble.connect(self._hear_trouble)
        self.navigator.moved.connect(self._say_notes)
        self.desk.recording_room = self.recording_room
        self._recording_room: RecordingRoom | None = None
        self._silence = ""

    def recording_room(self) -> RecordingRoom:
        """Where one's own voice is recorded; made when somebody first looks for it."""
        if self._recording_room is None:
            from elderguard.ui.recording_room import RecordingRoom
            from elderguard.voice.own import OwnPacks

            packs = OwnPacks(paths.voices_folder())
            made = RecordingRoom(
                packs, self.library, lambda: self.settings, _program_lines, parent=self.window
            )
            made.changed.connect(self.navigator.show_again)
            made.listening.connect(self.speech.keep_silent)
            made.level.connect(self.window.show_level)
            self.navigator.moved.connect(lambda: made.shown(self.navigator.stack[-1]))
            self._recording_room = made
        return self._recording_room

    def close_recording_room(self) -> None:
        """The microphone closes, if it was ever open."""
        if self._recording_room is not None:
            self._recording_room.close()

    def change(self, settings: Settings) -> None:
        """Take on new settings, keep them, and say so if they cannot be kept."""
        self.settings = settings
        self._notice = kept.save(settings, paths.settings_file())
        self.window.set_theme(theme_of(settings))
        self.speech.settings_changed()
        self._say_notes()

    def _hear_trouble(self, reason: str) -> None:
        self._silence = reason
        self._say_notes()

    def _say_notes(self) -> None:
        """What does not work just now, in a sentence each, under the header."""
        told = (self._silence, self.store.reason, self._notice or "")
        self.window.set_note("".join(text for text in told if text))

    def start(self, scenario_id: str | None = None) -> None:
        """Show the first page: home, the offer to go on, or the story asked for."""
        home = self.desk.home()
        if scenario_id is not None:
            move = self.desk.play(scenario_id)
            self.navigator.start(home, *([move.page] if isinstance(move, Go) else []))
            return
        self.navigator.start(home)
        resume = self.desk.resume_page()
        if resume is not None:
            self.navigator.start(home, resume)


def run(scenario_id: str | None = None) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    program = Program()
    fill_screen(program.window)
    program.start(scenario_id)
    QTimer.singleShot(0, program.speech.wake)
    code = program.app.exec()
    program.close_recording_room()
    program.speech.close()
    program.store.close()
    return code
