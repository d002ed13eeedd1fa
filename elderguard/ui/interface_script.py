"""Everything the program itself can say: its pages in every state, and the names of all buttons as the ring
comes to them. Beside `voice.script`, which lists what the stories say.

What nobody can know ahead is left out (the name of a loudspeaker, why a file is broken, a count of
recordings): there the computer's own voice speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product

from elderguard.scenario.library import Entry, Library
from elderguard.scenario.vocabulary import Press, Role
from elderguard.settings import SPEECH_RATES, TEXT_SIZES, Settings
from elderguard.ui.navigator import LARGEST_TEXT, SMALLEST_TEXT, text_size_sentence
from elderguard.ui.pages import buttons, help, stories, story
from elderguard.ui.pages.page import Stay
from elderguard.ui.pages.settings import RATE_NAMES, VOLUME_STEP, SettingsPage
from elderguard.ui.recording_screens import recording_screens
from elderguard.ui.screen import Asked, Body, Card, Guards, Recorder, Rows, Saying, Screen, Tiles, Told
from elderguard.ui.shots import card_sights, page_sights, story_sights
from elderguard.ui.stage import press_name
from elderguard.ui.theme import BIG_TEXT
from elderguard.ui.views.phones import hold_plate
from elderguard.ui.views.rows import FIRST_PAGE, NEXT_PAGE, row_button_name
from elderguard.ui.views.view import MORE_TEXT
from elderguard.ui.widgets.tile import tile_name
from elderguard.voice.reading import interface
from elderguard.voice.utterance import Utterance

UNFORESEEN = ("broken", "stories", "recorder", "recorded", "which-", "kept", "deleting")
"""How screens are named whose words are found out only on the spot."""


def interface_script(library: Library) -> tuple[Utterance, ...]:
    """Every utterance of the program with the stories of that library, in the order it is come across,
    the same sound once."""
    found: dict[tuple[str, str], Utterance] = {}
    for utterance in _all(library):
        found.setdefault((utterance.voice.value, utterance.spoken), utterance)
    return tuple(found.values())


def _all(library: Library) -> Iterator[Utterance]:
    for screen in _screens(library):
        yield from screen.spoken
        yield from map(interface, button_names(screen.body))
        yield from (interface(button.text) for button in screen.bar)
    for entry in library.entries():
        found = library.load(entry.id)
        if found.scenario is not None:
            for role in (None, Role.HELPER):
                for sight in story_sights(found, role):
                    yield from map(interface, button_names(sight.screen.body))
                    yield from (interface(button.text) for button in sight.screen.bar)
    fixed = [buttons.voice(saying) for saying in Saying]
    fixed += [button for rate in SPEECH_RATES for button in buttons.as_set(buttons.plain_bar(), rate)]
    yield from (interface(button.text) for button in fixed)
    yield from map(interface, (MORE_TEXT, NEXT_PAGE, FIRST_PAGE, SMALLEST_TEXT, LARGEST_TEXT))
    yield from (interface(text_size_sentence(size)) for size in TEXT_SIZES)
    yield from (interface(press_name(press)) for press in Press)


def button_names(body: Body) -> tuple[str, ...]:
    """What the buttons of a body are called, in so far as it is not read out with the body itself."""
    match body:
        case Tiles(tiles=tiles):
            return tuple(map(tile_name, tiles))
        case Rows(rows=rows):
            return tuple(row_button_name(row, button) for row in rows for button in row.buttons)
        case Card(numbered=True):
            return ()  # read out as they are offered, number and all
        case Card(buttons=shown) | Recorder(buttons=shown):
            return tuple(button.text for button in shown)
        case Guards(go_on=button):
            return (button.text,)
        case Told(go_on=button, phones=phones):
            return (button.text, *map(hold_plate, phones))  # in large letters the phone is behind a button
        case Asked(phones=phones):
            return tuple(map(hold_plate, phones))


def _screens(library: Library) -> Iterator[Screen]:
    """The pages of the program in every state they can be in."""
    for text in (100, BIG_TEXT):
        for sight in page_sights(text):
            if not sight.name.startswith(UNFORESEEN):
                yield sight.screen
        for role in (None, Role.HELPER):
            yield from _lists(role, library.entries(), text < BIG_TEXT)
        yield from (screen for name, screen in recording_screens(text) if not name.startswith(UNFORESEEN))
    yield from _settings()
    for kind in help.KINDS:
        yield from (sight.screen for sight in card_sights("help", help.help_page(kind)))
    for entry in library.entries():
        yield story.leaving_page(entry.title).screen()
        yield story.resume_page(entry.title, Stay, Stay, Stay).screen()
        yield story.resume_page(entry.title, Stay, Stay, None).screen()


def _lists(role: Role | None, entries: Iterable[Entry], roomy: bool) -> Iterator[Screen]:
    page = stories.list_page(role, entries, lambda _: Stay(), lambda: roomy)
    first = page.screen()
    yield first
    while True:
        page.act(stories.MORE_STORIES)
        if (screen := page.screen()) == first:
            return
        yield screen


def _settings() -> Iterator[Screen]:
    """The settings with every value of each of them."""
    settings = [Settings(text_size=size) for size in TEXT_SIZES]
    settings += [Settings(speech_rate=rate) for rate in RATE_NAMES]
    settings += [Settings(volume=volume) for volume in range(0, 101, VOLUME_STEP)]
    settings += [
        replace(Settings(), muted=on, follow=on, reduced_motion=on, theme=theme, output=output)
        for on, theme, output in product((False, True), ("light", "dark"), (None, "gone"))
    ]
    for now in settings:
        yield SettingsPage(partial(replace, now), lambda _: None, list).screen()
