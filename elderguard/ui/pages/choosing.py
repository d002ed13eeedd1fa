"""A page of large cards to choose from, three at a time, each with where it leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.page import Back, Home, Move, Stay
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Button, Screen, Tile, Tiles
from elderguard.ui.theme import Tone

PER_PAGE = 3
MORE_TILES = "more-tiles"


class ChoosingPage:
    """`offered` makes the cards whenever the page is shown: what they count may have changed. `roomy`
    tells whether the text size leaves room for small lines and the banner."""

    def __init__(
        self,
        kind: str,
        title: str,
        banner: str,
        offered: Callable[[], Sequence[tuple[Tile, Callable[[], Move]]]],
        roomy: Callable[[], bool] = lambda: True,
    ) -> None:
        self._kind, self._title, self._banner = kind, title, banner
        self._offered, self._roomy, self._first = offered, roomy, 0

    def screen(self) -> Screen:
        """Three cards, and a way to the others."""
        tiles = [tile for tile, _ in self._offered()]
        shown = tiles[self._first : self._first + PER_PAGE]
        roomy = self._roomy()
        if not roomy:
            shown = [Tile(tile.button) for tile in shown]
        bar = list(buttons.plain_bar())
        if len(tiles) > PER_PAGE:
            bar.append(Button(MORE_TILES, "还有", icon_file("line-right"), Tone.CHOICE))
        body = Tiles(self._banner if roomy else None, tuple(shown))
        return Screen(self._kind, self._title, body, tuple(bar), aloud(body))

    def act(self, action: str) -> Move:
        """Where the card leads, to the next three, or back."""
        offered = self._offered()
        for tile, move in offered:
            if tile.button.action == action:
                return move()
        match action:
            case "more-tiles":
                self._first = self._first + PER_PAGE if self._first + PER_PAGE < len(offered) else 0
            case buttons.BACK:
                return Back()
            case buttons.HOME:
                return Home()
        return Stay()
