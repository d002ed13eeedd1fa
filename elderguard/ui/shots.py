"""Pictures of every screen: of the program's own pages, and of every screen a story can come to."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from elderguard import paths
from elderguard.play.explore import explore
from elderguard.play.moment import Ended, Paused
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.library import Library, Story
from elderguard.scenario.vocabulary import Channel, Role
from elderguard.settings import Settings
from elderguard.ui.font import use_fonts
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import CardsPage, aftercare_page, message_page
from elderguard.ui.pages.debrief import DebriefPage
from elderguard.ui.pages.help import help_page
from elderguard.ui.pages.home import HomePage, quitting_page
from elderguard.ui.pages.page import Move, Page, Stay
from elderguard.ui.pages.settings import SettingsPage
from elderguard.ui.pages.stories import BrokenStory, StoriesPage, StoryCard
from elderguard.ui.pages.story import StoryPage, leaving_page, resume_page
from elderguard.ui.screen import Body, Screen
from elderguard.ui.stage import Stage
from elderguard.ui.theme import BIG_TEXT, Theme
from elderguard.ui.window import Window


@dataclass(frozen=True)
class Sight:
    """A screen that can be reached, and a name for its picture."""

    name: str
    screen: Screen


def take_shots(
    out: Path,
    size: tuple[int, int] = (1366, 768),
    text: int = 100,
    theme: str = "light",
    ids: Sequence[str] = (),
    roles: Sequence[Role | None] = (None,),
) -> tuple[int, int]:
    """Picture every screen at that window size (px), text size (per cent) and theme into `out`, with an
    index page. Returns how many screens were reached and how many were pictured, pages included."""
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
    for number, sight in enumerate(sights(ids, text, roles)):
        for page in _pages(window, sight.screen, app.processEvents):
            reached += 1
            file = out / f"{number:03d}-{page}-{sight.name}.png"
            if window.grab().save(str(file)):
                pictured += 1
                rows.append(_row(file.name))
    (out / "index.html").write_text(_index(rows, size, text, theme), encoding="utf-8")
    window.close()
    return reached, pictured


def sights(
    ids: Sequence[str] = (), text: int = 100, roles: Sequence[Role | None] = (None,)
) -> Iterator[Sight]:
    """The program's own screens, then those of the stories (all of them if none is named)."""
    library = Library.of_folders()
    yield from own_sights(text)
    for story_id in ids or [entry.id for entry in library.entries() if entry.problem is None]:
        story = library.load(story_id)
        if story.scenario is None:
            raise ValueError(f"{story_id}: {story.problem}")
        for role in roles:
            yield from story_sights(story, role)


def own_sights(text: int = 100) -> Iterator[Sight]:
    """Every page of the program outside the stories."""

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
    yield from _cards("aftercare", aftercare_page())
    yield from _cards("help", help_page("home"))
    yield Sight("quitting", quitting_page().screen())
    yield Sight("leaving", leaving_page("上门激活医保码").screen())
    yield Sight("resume", resume_page("上门激活医保码", Stay, Stay, Stay).screen())
    yield Sight("message", message_page("message", "打不开", "这个故事打不开", "别的故事照样能练。").screen())


def _cards(name: str, page: CardsPage) -> Iterator[Sight]:
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
    stage = Stage(scenario, story.folder)
    for found in explore(scenario, role).pictured:
        playthrough = Playthrough(scenario, role, events=found.route)
        if isinstance(found.moment, Ended):
            yield from _debrief(stage, playthrough)
        elif isinstance(found.moment, Paused):
            yield from _pause(stage, playthrough)
        else:
            yield _sight(stage, stage.present(playthrough))


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


def _row(name: str) -> str:
    safe = html.escape(name)
    return f'<figure><img src="{safe}" loading="lazy"><figcaption>{safe}</figcaption></figure>'


def _index(rows: Sequence[str], size: tuple[int, int], text: int, theme: str) -> str:
    head = f"{size[0]}×{size[1]}，字 {text}%，{theme}，{len(rows)} 张"
    style = "figure{display:inline-block;margin:8px}img{width:440px;border:1px solid #999}"
    return (
        f'<!doctype html><meta charset="utf-8"><title>{head}</title><style>{style}</style>'
        f"<h1>{head}</h1>{''.join(rows)}"
    )
