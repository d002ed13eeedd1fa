"""The first page: the promise, and what one can do here."""

from __future__ import annotations

from collections.abc import Callable

from elderguard.play.moment import NEIGHBOUR_PORTRAIT
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import QuestionPage, aftercare_page
from elderguard.ui.pages.page import Back, Go, Move, Page, Quit, Stay
from elderguard.ui.picture import icon_file, portrait_file
from elderguard.ui.screen import Button, Card, Screen, Tile, Tiles
from elderguard.ui.theme import Tone

TITLE = "守护银龄　防骗练习"
PROMISE = "不看您的手机，不要您的证件，不刷您的脸。"
PRACTISE, ADVISE, CARE = "practise", "advise", "care"


class HomePage:
    """Three large cards. `practise` and `advise` make the lists of stories; `roomy` tells whether
    the text size leaves room for a line under a title."""

    def __init__(
        self,
        practise: Callable[[], Page],
        advise: Callable[[], Page],
        settings: Callable[[], Page],
        roomy: Callable[[], bool],
    ) -> None:
        self._roomy = roomy
        self._pages = {PRACTISE: practise, ADVISE: advise, CARE: aftercare_page, buttons.SETTINGS: settings}

    def screen(self) -> Screen:
        """The promise and the cards."""
        roomy = self._roomy()  # large letters need the room of the small ones
        body = Tiles(
            PROMISE,
            (
                Tile(
                    Button(PRACTISE, "我自己练", icon_file("mobile-phone"), Tone.SAFE),
                    ("一次一个小故事", "想停就停") if roomy else (),
                ),
                Tile(
                    Button(ADVISE, "帮邻居拿主意", portrait_file(NEIGHBOUR_PORTRAIT), Tone.CHOICE),
                    ("王大妈来问您", "您替她想一想") if roomy else (),
                ),
                Tile(
                    Button(CARE, "已经上当了？", icon_file("shield"), Tone.REHEARSE),
                    ("别慌，一步一步", "告诉您怎么办") if roomy else (),
                ),
            ),
        )
        bar = (
            Button(buttons.BIGGER, "字大一点", None, short="字大"),
            Button(buttons.SMALLER, "字小一点", None, short="字小"),
            buttons.slower(),
            Button(buttons.SETTINGS, "设置", icon_file("gear")),
            buttons.help_(),
            Button(buttons.QUIT, "退出", icon_file("door")),
        )
        return Screen("home", TITLE, body, bar, aloud(body))

    def act(self, action: str) -> Move:
        """To a list, the aftercare, the settings, or out."""
        if action in self._pages:
            return Go(self._pages[action]())
        if action in (buttons.QUIT, buttons.BACK):
            return Go(quitting_page())
        return Stay()


def quitting_page() -> QuestionPage:
    """Asked before the program ends."""
    card = Card("要退出吗？", (), icon_file("door"))
    return QuestionPage(
        "quitting",
        "守护银龄",
        card,
        [(Button("stay", "不退出"), Back), (Button("really-quit", "退出"), Quit)],
    )
