"""Everything the program itself says, outside the words of the stories: its pages in every state, what it
says when a setting changes, and the names of all buttons, which are said when the ring moves to them.

Whoever records the program reads it from top to bottom. The names of sound outputs are not in it: they are
this computer's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from elderguard.scenario.library import Entry, Library, Story
from elderguard.scenario.vocabulary import Role
from elderguard.settings import SPEECH_RATES, TEXT_SIZES, THEMES, VOLUMES, Settings
from elderguard.ui.navigator import LARGEST_TEXT, SMALLEST_TEXT, size_told
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import CardsPage, aftercare_page, message_page
from elderguard.ui.pages.help import KINDS, help_page
from elderguard.ui.pages.home import HomePage, quitting_page
from elderguard.ui.pages.page import Page, Stay
from elderguard.ui.pages.settings import VOLUME_STEP, SettingsPage
from elderguard.ui.pages.sound_check import OUTPUTS_TRIED, UNHEARD, SoundCheckPage
from elderguard.ui.pages.stories import MORE_STORIES, PER_PAGE, StoriesPage, StoryCard
from elderguard.ui.pages.story import leaving_page, resume_page
from elderguard.ui.screen import Asked, Body, Button, Card, Guards, Rows, Saying, Screen, Tiles, Told
from elderguard.ui.shots import story_sights
from elderguard.voice.reading import interface
from elderguard.voice.utterance import Utterance


def interface_script(library: Library) -> tuple[Utterance, ...]:
    """Every utterance of the program beside these stories, the same sound once."""
    entries = [entry for entry in library.entries() if entry.problem is None]
    screens = [*_pages(entries)]
    stories = [library.load(entry.id) for entry in entries]
    said = [utterance for screen in screens for utterance in screen.spoken]
    said += map(interface, [*map(size_told, TEXT_SIZES), LARGEST_TEXT, SMALLEST_TEXT])
    said += map(interface, _names([*screens, *_story_screens(stories)]))
    return tuple({(each.voice, each.spoken): each for each in said}.values())


def _pages(entries: list[Entry]) -> Iterator[Screen]:
    cards = [StoryCard(entry.id, entry.title, entry.minutes, entry.channel) for entry in entries]
    for roomy in (partial(bool, True), partial(bool, False)):
        yield HomePage(_nowhere, _nowhere, _nowhere, roomy).screen()
        for shown in (cards, cards[:0]):
            page = StoriesPage("", shown, (), lambda _: Stay(), roomy)
            for _ in range(0, max(1, len(shown)), PER_PAGE):
                yield page.screen()
                page.act(MORE_STORIES)
    for settings in _settings():
        yield SettingsPage(partial(replace, settings), lambda _: None, list).screen()
    yield from _sound_checks()
    for many in (aftercare_page(), *map(help_page, (*KINDS, ""))):
        yield from _every_card(many)
    yield quitting_page().screen()
    for entry in entries:
        yield leaving_page(entry.title).screen()
        yield resume_page(entry.title, Stay, Stay, Stay).screen()
    yield message_page("broken", "打不开", "这个故事打不开", "别的故事照样能练。").screen()


def _settings() -> Iterator[Settings]:
    """Settings that between them have every value a row can show."""
    usual = Settings()
    yield from (replace(usual, text_size=size) for size in TEXT_SIZES)
    yield from (replace(usual, speech_rate=rate) for rate in SPEECH_RATES)
    yield from (replace(usual, volume=volume) for volume in range(0, max(VOLUMES) + 1, VOLUME_STEP))
    yield from (replace(usual, theme=theme) for theme in THEMES)
    yield replace(usual, muted=True, output="not there", reduced_motion=not usual.reduced_motion)
    yield replace(usual, follow=not usual.follow)


def _sound_checks() -> Iterator[Screen]:
    outputs = [(str(number), "") for number in range(OUTPUTS_TRIED + 1)]
    for first in (True, False):
        page = SoundCheckPage(Settings, lambda _: None, lambda: outputs, first=first)
        yield page.screen()
        while page.has_next:
            page.act(UNHEARD)
            yield page.screen()


def _every_card(page: CardsPage) -> Iterator[Screen]:
    yield page.screen()
    while page.has_next:
        page.act(buttons.NEXT)
        yield page.screen()


def _story_screens(stories: list[Story]) -> Iterator[Screen]:
    for story in stories:
        for role in (None, Role.HELPER):
            yield from (sight.screen for sight in story_sights(story, role))


def _names(screens: list[Screen]) -> Iterator[str]:
    """What is said of every button that the ring can come to and that the screen itself does not say."""
    for saying in Saying:
        yield buttons.voice(saying).text
    for screen in screens:
        spoken = {utterance.text for utterance in screen.spoken}
        shown = [*screen.bar, *buttons.as_set(screen.bar, SPEECH_RATES[0]), *_buttons(screen.body)]
        yield from (button.text for button in shown if button.text not in spoken)


def _buttons(body: Body) -> Iterator[Button]:
    match body:
        case Card():
            yield from body.buttons
        case Told() | Guards():
            yield body.go_on
        case Rows():
            for row in body.rows:
                yield from row.buttons
        case Asked() | Tiles():
            pass  # read out as they are offered


def _nowhere() -> Page:
    return help_page("")
