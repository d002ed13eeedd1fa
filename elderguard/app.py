"""The composition root: builds every object of the program, joins them, and does nothing else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QTimer
from PySide6.QtWidgets import QApplication

from elderguard import __version__, paths
from elderguard import settings as kept
from elderguard.records.store import Store
from elderguard.scenario.library import Library
from elderguard.scenario.loader import Loaded
from elderguard.settings import Settings
from elderguard.ui.alone import Alone, come_forward
from elderguard.ui.desk import Desk
from elderguard.ui.font import use_fonts
from elderguard.ui.navigator import Navigator
from elderguard.ui.pages.page import Go
from elderguard.ui.speech import Speech
from elderguard.ui.theme import Theme
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


def _program_lines() -> list[Utterance]:
    """What the program's own pages say; the pages are made for it, so only when somebody asks."""
    from elderguard.ui.shots import page_sights

    return [said for sight in page_sights() for said in sight.screen.spoken]


def theme_of(settings: Settings) -> Theme:
    """How the window looks under these settings."""
    motion = 0 if settings.reduced_motion else Theme().motion_ms
    return Theme(dark=settings.theme == "dark", percent=settings.text_size, motion_ms=motion)


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
        self.speech.saying_changed.connect(self.window.show_saying)
        self.speech.outputs_changed.connect(self.navigator.refresh)
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
        above = [page for page in (self.desk.resume_page(), self.desk.sound_check()) if page is not None]
        if above:
            self.navigator.start(home, *above)


OPEN_ALREADY = "守护银龄已经打开了，就在屏幕上。"
CLOSE_IT_FIRST = "守护银龄已经打开了。先退出那个窗口，再进这个故事。"


def run(scenario_id: str | None = None) -> int:
    """Open the window and stay until it is closed. Returns the exit code: 1 if a story was asked for
    while another window is open, which only comes forward."""
    application()
    alone = Alone(paths.data_folder())
    if not alone.begin():
        print(OPEN_ALREADY if scenario_id is None else CLOSE_IT_FIRST)
        return 0 if scenario_id is None else 1
    program = Program()
    alone.asked.connect(lambda: come_forward(program.window))
    fill_screen(program.window)
    program.start(scenario_id)
    QTimer.singleShot(0, program.speech.wake)
    QTimer.singleShot(0, alone.listen)
    code = program.app.exec()
    program.close_recording_room()
    program.speech.close()
    program.store.close()
    alone.close()
    return code
