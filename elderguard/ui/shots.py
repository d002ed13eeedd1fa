"""Pictures of every screen: of every screen a story can come to, and of the program's own pages."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from elderguard import paths
from elderguard.check.examine import judge
from elderguard.play.event import Chosen
from elderguard.play.explore import explore
from elderguard.play.moment import Ended, Paused
from elderguard.play.playthrough import Playthrough
from elderguard.play.retelling import told_for
from elderguard.scenario.library import Library, Story
from elderguard.scenario.vocabulary import Channel, Role
from elderguard.scenario.walk import choices
from elderguard.settings import Settings
from elderguard.ui.font import use_fonts
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import CardsPage, aftercare_page, message_page
from elderguard.ui.pages.debrief import DebriefPage
from elderguard.ui.pages.help import help_page
from elderguard.ui.pages.home import HomePage, quitting_page
from elderguard.ui.pages.page import Move, Page, Stay
from elderguard.ui.pages.settings import SettingsPage
from elderguard.ui.pages.sound_check import UNHEARD, SoundCheckPage
from elderguard.ui.pages.stories import BrokenStory, StoriesPage, StoryCard
from elderguard.ui.pages.story import StoryPage, leaving_page, resume_page
from elderguard.ui.recording_screens import recording_screens
from elderguard.ui.screen import Body, Screen
from elderguard.ui.stage import Stage
from elderguard.ui.theme import BIG_TEXT, Theme
from elderguard.ui.window import Window

_WORDS = 40  # characters of what is said on a screen that its caption gives


@dataclass(frozen=True)
class Sight:
    """A screen that can be reached, and a name for its picture. In a story, `scene` is its scene and
    `way` the choices that lead there."""

    name: str
    screen: Screen
    scene: str = ""
    way: tuple[str, ...] = ()


class UnplayableError(ValueError):
    """A story that was named cannot be played. The message is the Chinese sentence to show."""


def take_shots(
    out: Path,
    size: tuple[int, int] = (1366, 768),
    text: int = 100,
    theme: str = "light",
    ids: Sequence[str] = (),
    roles: Sequence[Role | None] = (None,),
) -> tuple[int, int]:
    """Picture every screen at that window size (px), text size (per cent) and theme into `out`, with an
    index page. Returns how many screens were reached and how many were pictured, pages included.
    Raises UnplayableError before anything is pictured."""
    to_picture = sights(ids, text, roles)
    app = QApplication.instance() or QApplication([])
    use_fonts(paths.assets_folder() / "fonts")
    out.mkdir(parents=True, exist_ok=True)
    shown = Theme(dark=theme == "dark", percent=text, motion_ms=0)
    window = Window(shown)
    window.setMinimumSize(QSize(1, 1))
    window.resize(*size)
    window.show()
    window.set_theme(shown)
    reached = pictured = 0
    rows: list[str] = []
    for number, sight in enumerate(to_picture):
        for page in _pages(window, sight.screen, app.processEvents):
            reached += 1
            file = out / f"{number:03d}-{page}-{sight.name}.png"
            if window.grab().save(str(file)):
                pictured += 1
                rows.append(_row(file.name, sight))
    (out / "index.html").write_text(_index(rows, size, text, theme), encoding="utf-8")
    window.close()
    return reached, pictured


def sights(
    ids: Sequence[str] = (), text: int = 100, roles: Sequence[Role | None] = (None,)
) -> Iterator[Sight]:
    """The screens of the stories (of all that can be played if none is named), then the program's own.
    Raises UnplayableError at once."""
    library = Library.of_folders(judge)
    stories = [library.load(story_id) for story_id in ids or [entry.id for entry in library.entries()]]
    for story_id, story in zip(ids, stories, strict=False):
        if story.scenario is None:
            raise UnplayableError(f"故事“{story_id}”现在打不开。{story.problem}")
    return _sights_of([story for story in stories if story.scenario], text, roles)


def _sights_of(stories: Sequence[Story], text: int, roles: Sequence[Role | None]) -> Iterator[Sight]:
    for story in stories:
        for role in roles:
            yield from story_sights(story, role)
    yield from own_sights(text)


def own_sights(text: int = 100) -> Iterator[Sight]:
    """Every page of the program outside the stories."""
    yield from page_sights(text)
    yield from (Sight(name, screen) for name, screen in recording_screens(text))


def page_sights(text: int = 100) -> Iterator[Sight]:
    """The same without those on which a volunteer records."""

    def roomy() -> bool:
        return text < BIG_TEXT

    def stay(_story: str = "") -> Move:
        return Stay()

    def nowhere() -> Page:
        return help_page("home")

    stories = [
        StoryCard("a", "上门激活医保码", 4, Channel.FACE_TO_FACE),
        StoryCard("b", "村委会集中激活", 4, Channel.MEETING),
    ]
    broken = [BrokenStory("我的故事", "第12行：这一步不知道是什么。")]
    settings = Settings(text_size=text)
    yield Sight("home", HomePage(nowhere, nowhere, nowhere, roomy).screen())
    yield Sight("stories", StoriesPage("我自己练", stories, broken, stay, roomy).screen())
    yield Sight("no-stories", StoriesPage("我自己练", [], broken, stay, roomy).screen())
    yield Sight("broken", StoriesPage("我自己练", stories, broken, stay, roomy).broken_page().screen())
    yield Sight("settings", SettingsPage(lambda: settings, lambda _: None, list).screen())
    yield from _sound_checks(settings)
    yield from card_sights("aftercare", aftercare_page())
    yield from card_sights("help", help_page("home"))
    yield Sight("quitting", quitting_page().screen())
    yield Sight("leaving", leaving_page("上门激活医保码").screen())
    yield Sight("resume", resume_page("上门激活医保码", Stay, Stay, Stay).screen())
    yield Sight("message", message_page("message", "打不开", "这个故事打不开", "别的故事照样能练。").screen())


def _sound_checks(settings: Settings) -> Iterator[Sight]:
    outputs = [("a", "电脑自己的喇叭"), ("b", "耳机")]
    for first in (True, False):
        page = SoundCheckPage(lambda: settings, lambda _: None, lambda: outputs, first=first)
        yield Sight("sound", page.screen())
    while page.has_next:
        page.act(UNHEARD)
        yield Sight("sound", page.screen())


def card_sights(name: str, page: CardsPage) -> Iterator[Sight]:
    """Each card of the page."""
    while True:
        yield Sight(name, page.screen())
        if not page.has_next:
            return
        page.act(buttons.NEXT)


def story_sights(story: Story, role: Role | None = None) -> Iterator[Sight]:
    """Every screen that playing this story can come to, each once however many ways lead there:
    moments, 先停一停 card by card, and the debrief of each ending."""
    seen: set[tuple[str, Body]] = set()
    for sight in _all_sights(story, role):
        look = (sight.screen.title, sight.screen.body)
        if look not in seen:
            seen.add(look)
            yield sight


def _all_sights(story: Story, role: Role | None) -> Iterator[Sight]:
    scenario = story.scenario
    assert scenario is not None
    stage = Stage(told_for(scenario, role), story.folder)
    texts = {choice.id: choice.text for choice in choices(scenario)}
    for found in explore(scenario, role).pictured:
        playthrough = Playthrough(scenario, role, events=found.route)
        if isinstance(found.moment, Ended):
            here = _debrief(stage, playthrough)
        elif isinstance(found.moment, Paused):
            here = _pause(stage, playthrough)
        else:
            here = iter([_sight(stage, stage.present(playthrough))])
        way = tuple(texts[event.choice] for event in found.route if isinstance(event, Chosen))
        for sight in here:
            yield replace(sight, scene=found.moment.at.scene, way=way)


def _sight(stage: Stage, screen: Screen) -> Sight:
    return Sight(f"{stage.scenario.id}-{screen.kind}", screen)


def _debrief(stage: Stage, playthrough: Playthrough) -> Iterator[Sight]:
    page = DebriefPage(stage, playthrough, Stay, Stay)
    yield _sight(stage, page.screen())
    while page.has_next:
        page.act(buttons.NEXT)
        yield _sight(stage, page.screen())


def _pause(stage: Stage, playthrough: Playthrough) -> Iterator[Sight]:
    page = StoryPage(stage, playthrough, Stay)
    moment = playthrough.current
    assert isinstance(moment, Paused)
    for _ in stage.pause_cards(moment):
        yield _sight(stage, page.screen())
        page.act(buttons.NEXT)


def _pages(window: Window, screen: Screen, settle: Callable[[], None]) -> Iterator[int]:
    """Show the screen, and each of its pages in turn."""
    window.show_screen(screen)
    view = window.whole.view
    settle()
    page = 0
    while True:
        yield page
        if view is None or page + 1 >= view.pages or not view.turn(1):
            return
        page += 1
        settle()


def _row(name: str, sight: Sight) -> str:
    """A picture with what an author finds it by: story, scene, the words on it, the way there."""
    said = " ".join(utterance.text for utterance in sight.screen.spoken)
    where = [sight.screen.title, *([f"场景：{sight.scene}"] if sight.scene else [])]
    lines = [" · ".join(where), said if len(said) <= _WORDS else f"{said[:_WORDS]}……"]
    lines += [f"走法：{' → '.join(sight.way)}"] if sight.way else []
    safe, about = html.escape(name), "<br>".join(map(html.escape, filter(None, lines)))
    return f'<figure><img src="{safe}" loading="lazy" alt="{safe}"><figcaption>{about}</figcaption></figure>'


def _index(rows: Sequence[str], size: tuple[int, int], text: int, theme: str) -> str:
    head = f"{size[0]}×{size[1]}，字 {text}%，{theme}，{len(rows)} 张"
    style = (
        "figure{display:inline-block;vertical-align:top;width:440px;margin:8px}"
        "img{width:440px;border:1px solid #999}"
    )
    return (
        f'<!doctype html><meta charset="utf-8"><title>{head}</title><style>{style}</style>'
        f"<h1>{head}</h1>{''.join(rows)}"
    )
