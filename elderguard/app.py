"""The composition root: builds every object of the program, joins them, and does nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QTimer
from PySide6.QtWidgets import QApplication

from elderguard import __version__, paths
from elderguard import settings as kept
from elderguard.play.error import PlayError
from elderguard.play.moment import Ended
from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store, Unfinished
from elderguard.scenario.library import Library, Story
from elderguard.scenario.loader import Loaded
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Role
from elderguard.settings import Settings
from elderguard.ui.alone import Alone, come_forward
from elderguard.ui.font import use_fonts
from elderguard.ui.navigator import Navigator
from elderguard.ui.pages.cards import message_page
from elderguard.ui.pages.home import HomePage
from elderguard.ui.pages.page import Back, Go, Instead, Move, Page
from elderguard.ui.pages.settings import SettingsPage
from elderguard.ui.pages.sound_check import SoundCheckPage
from elderguard.ui.pages.stories import BrokenStory, StoriesPage, StoryCard
from elderguard.ui.pages.story import StoryPage, resume_page
from elderguard.ui.speech import Speech
from elderguard.ui.stage import Stage
from elderguard.ui.theme import BIG_TEXT, Theme
from elderguard.ui.window import Window, fill_screen
from elderguard.voice.narrator import Narrator
from elderguard.voice.ranks import narrator


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
    """Recorded clips first, one's own before the shipped ones, then the computer's own voice."""
    return narrator(paths.speech_cache(), paths.voices_folder(), paths.assets_folder() / "voices")


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
        return SettingsPage(self.read, lambda settings: self.change(settings), lambda: self.outputs())

    def sound_check(self) -> SoundCheckPage | None:
        """The question whether the voice is heard, at the very first start; not where somebody wants
        silence."""
        if self.read().sound_checked or self.read().muted:
            return None
        return SoundCheckPage(
            self.read, lambda settings: self.change(settings), lambda: self.outputs(), first=True
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
        """Into a story: from its beginning, to the offer to go on where it was left in that role, or to a
        message why it cannot be played."""
        found = self.library.load(scenario_id)
        if found.scenario is None:
            return Go(
                message_page("broken", "打不开", "这个故事打不开", found.problem or "", "别的故事照样能练。")
            )
        for session in self.store.unfinished():
            if (session.scenario, session.role) == (scenario_id, role or found.scenario.role):
                offer = self._offer(session, found, chosen=True)
                if offer is not None:
                    return Go(offer)
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

        return StoryPage(Stage(playthrough.scenario, folder), playthrough, restart, finished)

    def resume_page(self) -> Page | None:
        """The offer to go on where the last session stopped, if one did."""
        offers = (self._offer(each, self.library.load(each.scenario)) for each in self.store.unfinished())
        return next(filter(None, offers), None)

    def _offer(self, left: Unfinished, found: Story, *, chosen: bool = False) -> Page | None:
        """The offer to go on with that session; None if its script has changed or the session is over.
        `chosen`: she has just picked this story, so that leaving it alone is the way back."""
        scenario = found.scenario
        if scenario is None or scenario.digest != left.digest:
            return None
        journal = self.store.journal(left.session)
        try:
            playthrough = Playthrough(
                scenario, left.role, journal=journal, events=self.store.events(left.session)
            )
        except PlayError:
            return None
        if isinstance(playthrough.current, Ended):
            return None

        def go_on() -> Move:
            self._put_aside(left, but=left.session)
            return Instead(self._story(scenario, playthrough, left.session, found.folder))

        def afresh() -> Move:
            self._put_aside(left)
            return Instead(self.begin(scenario, playthrough.role, found.folder))

        def not_this_one() -> Move:
            self._put_aside(left)
            return Back()

        return resume_page(scenario.title, go_on, afresh, None if chosen else not_this_one)

    def _put_aside(self, left: Unfinished, but: str | None = None) -> None:
        """She has decided about this story in this role: what is left over from before is not offered."""
        for other in self.store.unfinished():
            if (other.scenario, other.role) == (left.scenario, left.role) and other.session != but:
                self.store.put_aside(other.session)


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
        self._silence = ""

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
    program.speech.close()
    program.store.close()
    alone.close()
    return code
