"""The list of stories: one card each, three on a page; what cannot be played says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from elderguard.scenario.library import Entry
from elderguard.scenario.vocabulary import Channel, Role
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import CardsPage
from elderguard.ui.pages.page import Back, Go, Home, Move, Stay
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Button, Card, Paragraph, Screen, Tile, Tiles
from elderguard.ui.theme import Tone

PER_PAGE = 3
MORE_STORIES, BROKEN, UNDERSTOOD = "more-stories", "broken", "understood"
STORY = "story:"
_ICONS = {
    Channel.FACE_TO_FACE: "door",
    Channel.PHONE_CALL: "telephone-receiver",
    Channel.SMS: "envelope",
    Channel.VIDEO: "film-projector",
    Channel.QR_CODE: "mobile-phone",
    Channel.MEETING: "loudspeaker",
}


@dataclass(frozen=True)
class StoryCard:
    """A story in the list. `minutes` is how long it takes."""

    id: str
    title: str
    minutes: int
    channel: Channel | None = None


@dataclass(frozen=True)
class BrokenStory:
    """A script that cannot be played, and why, in one Chinese sentence for the volunteer."""

    name: str
    reason: str


class StoriesPage:
    """Choose a story. `play` leads into the one of that id."""

    def __init__(
        self,
        title: str,
        stories: Sequence[StoryCard],
        broken: Sequence[BrokenStory],
        play: Callable[[str], Move],
        roomy: Callable[[], bool] = lambda: True,
    ) -> None:
        self._title, self._stories, self._broken = title, tuple(stories), tuple(broken)
        self._play, self._roomy, self._first = play, roomy, 0

    def screen(self) -> Screen:
        """Three stories, and a way to the others."""
        shown = self._stories[self._first : self._first + PER_PAGE]
        bar = [buttons.voice(), buttons.slower(), buttons.back(), buttons.home(), buttons.help_()]
        if self._broken:
            bar.append(Button(BROKEN, "打不开的", icon_file("information"), short="坏了"))
        if len(self._stories) > PER_PAGE:
            bar.append(Button(MORE_STORIES, "别的故事", icon_file("line-right"), Tone.CHOICE, short="别的"))
        if not shown:
            texts = (Paragraph("故事文件夹是空的，或者都打不开。"), Paragraph("请志愿者看一看。"))
            card = Card(
                "还没有能练的故事",
                texts,
                icon_file("information"),
                buttons=(buttons.go_on("知道了", UNDERSTOOD),),
            )
            return Screen("stories", self._title, card, tuple(bar), aloud(card))
        roomy = self._roomy()
        tiles = tuple(_tile(story, roomy) for story in shown)
        body = Tiles("先听故事，再拿主意。想停就停。" if roomy else None, tiles)
        return Screen("stories", self._title, body, tuple(bar), aloud(body))

    def act(self, action: str) -> Move:
        """Into a story, to the next three, or back."""
        match action:
            case str() if action.startswith(STORY):
                return self._play(action.removeprefix(STORY))
            case "more-stories":
                self._first = self._first + PER_PAGE if self._first + PER_PAGE < len(self._stories) else 0
                return Stay()
            case "broken":
                return Go(self.broken_page())
            case buttons.BACK | "understood":
                return Back()
            case buttons.HOME:
                return Home()
            case _:
                return Stay()

    def broken_page(self) -> CardsPage:
        """Each story that cannot be played, with its reason."""
        cards = [
            Card(
                f"“{story.name}”打不开",
                (Paragraph(story.reason), Paragraph("别的故事照样能练。")),
                icon_file("information"),
                buttons=(buttons.go_on("知道了"),),
            )
            for story in self._broken
        ]
        return CardsPage("broken", "打不开的故事", cards)


def _tile(story: StoryCard, roomy: bool) -> Tile:
    picture = icon_file(_ICONS[story.channel] if story.channel else "open-book")
    lines = (f"大约{story.minutes}分钟",) if roomy else ()
    return Tile(Button(f"{STORY}{story.id}", story.title, picture, Tone.CHOICE), lines)


def list_page(
    role: Role | None, entries: Iterable[Entry], play: Callable[[str], Move], roomy: Callable[[], bool]
) -> StoriesPage:
    """The stories of a library, to be played in their own role or as a helper."""
    cards, broken = [], []
    for entry in entries:
        if entry.problem is not None:
            broken.append(BrokenStory(entry.title or entry.id, entry.problem))
        elif role is None or entry.role in (Role.SELF, Role.HELPER):
            cards.append(StoryCard(entry.id, entry.title, entry.minutes, entry.channel))
    return StoriesPage("我自己练" if role is None else "帮邻居拿主意", cards, broken, play, roomy)
