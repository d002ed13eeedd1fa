"""Which page comes after which: what the pages are given of the library, the records and the settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from elderguard.play.error import PlayError
from elderguard.play.moment import Ended
from elderguard.play.playthrough import Playthrough
from elderguard.records.store import Store, Unfinished
from elderguard.scenario.library import Library, Story
from elderguard.scenario.model import Scenario
from elderguard.scenario.vocabulary import Role
from elderguard.settings import Settings
from elderguard.ui.pages.cards import message_page
from elderguard.ui.pages.home import HomePage
from elderguard.ui.pages.page import Back, Go, Instead, Move, Page
from elderguard.ui.pages.settings import OwnVoice, SettingsPage
from elderguard.ui.pages.sound_check import SoundCheckPage
from elderguard.ui.pages.stories import StoriesPage, list_page
from elderguard.ui.pages.story import StoryPage, resume_page
from elderguard.ui.stage import Stage
from elderguard.ui.theme import BIG_TEXT

if TYPE_CHECKING:
    from elderguard.ui.recording_room import (
        RecordingRoom,  # what records is loaded when somebody looks for it
    )


def _nowhere() -> RecordingRoom:
    raise NotImplementedError  # the program puts its own in its place


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
        entries = self.library.entries()
        return list_page(role, entries, lambda scenario_id: self.play(scenario_id, role), self.roomy)

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
