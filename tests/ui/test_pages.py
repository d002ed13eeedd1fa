"""The pages, in the whole program: every way forward has a way back, a wrong choice can be taken again,
leaving asks, and nothing is lost when the program ends.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from elderguard import paths, settings
from elderguard.app import Program, theme_of
from elderguard.play.explore import explore
from elderguard.play.moment import Answered, Ended
from elderguard.play.playthrough import Playthrough
from elderguard.scenario.library import Library
from elderguard.scenario.vocabulary import Kind, Outcome, Response
from elderguard.settings import TEXT_SIZES, Settings
from elderguard.ui.pages import buttons
from elderguard.ui.pages.debrief import DebriefPage
from elderguard.ui.pages.help import help_page
from elderguard.ui.pages.home import HomePage
from elderguard.ui.pages.page import Back, Go, Home, Page, Stay
from elderguard.ui.pages.settings import SettingsPage
from elderguard.ui.pages.stories import BrokenStory, StoriesPage, StoryCard
from elderguard.ui.pages.story import StoryPage
from elderguard.ui.screen import Asked, Card, Rows, Screen, Tiles
from elderguard.ui.stage import Stage
from tests.ui.running import OTHER, STORY, Start, key, on_to, shown, story


def choose(program: Program, response: Response) -> None:
    """At a question, press the number of the first choice of that kind."""
    moment = story(program).playthrough.current
    at = [choice.response for choice in moment.choices].index(response)  # type: ignore[union-attr]
    key(program, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[at])


# --- 13: forgiving ---------------------------------------------------------------------------------------


def test_every_screen_of_a_story_leads_back_to_the_one_before(start: Start) -> None:
    program = start()
    program.start(STORY)
    screens = [shown(program)]
    for _ in range(12):
        key(program, Qt.Key.Key_1 if isinstance(shown(program).body, Asked) else Qt.Key.Key_Return)
        screens.append(shown(program))
    for before in reversed(screens[:-1]):
        key(program, Qt.Key.Key_Backspace)
        assert shown(program).body == before.body


def test_back_on_the_first_screen_asks_before_it_leaves(start: Start) -> None:
    program = start()
    program.start(STORY)
    first = shown(program)
    key(program, Qt.Key.Key_Left)
    assert shown(program).kind == "leaving"
    key(program, Qt.Key.Key_1)
    assert shown(program) == first


def test_leaving_a_story_asks_and_the_story_is_kept(start: Start) -> None:
    program = start()
    program.start(STORY)
    for _ in range(3):
        key(program, Qt.Key.Key_Return)
    left = shown(program)
    key(program, Qt.Key.Key_Escape)
    assert shown(program).kind == "leaving"
    key(program, Qt.Key.Key_2)
    assert shown(program).kind == "home"
    again = start()
    again.start()
    assert shown(again).kind == "resume"
    key(again, Qt.Key.Key_1)
    assert shown(again).body == left.body


@pytest.mark.parametrize("steps", range(1, 24, 4))
def test_a_killed_program_goes_on_at_the_same_step(steps: int, start: Start) -> None:
    program = start()
    program.start(STORY)
    for _ in range(steps):
        key(program, Qt.Key.Key_1 if isinstance(shown(program).body, Asked) else Qt.Key.Key_Return)
    left = shown(program)
    again = start()
    again.start()
    key(again, Qt.Key.Key_1)
    assert (shown(again).kind, shown(again).body, shown(again).done) == (left.kind, left.body, left.done)


def test_a_program_killed_while_pausing_goes_on_in_the_pause(start: Start) -> None:
    program = start()
    program.start(STORY)
    key(program, Qt.Key.Key_0)
    assert shown(program).kind == "pause"
    again = start()
    again.start()
    key(again, Qt.Key.Key_1)
    assert shown(again).kind == "pause"


def test_a_wrong_choice_explains_and_can_be_taken_again(start: Start) -> None:
    program = start()
    program.start(STORY)
    on_to(program, "question")
    question = shown(program).body
    choose(program, Response.COMPLY)
    answered = story(program).playthrough.current
    assert isinstance(answered, Answered)
    body = shown(program).body
    assert isinstance(body, Card)
    assert body.paragraphs[0].text, "it says why"
    key(program, Qt.Key.Key_Backspace)
    assert shown(program).body == question


def test_after_an_ending_the_deciding_question_can_be_tried_another_way(start: Start) -> None:
    program = start()
    program.start(STORY)
    on_to(program, "done")
    body = shown(program).body
    assert isinstance(body, Card)
    assert [button.action for button in body.buttons] == ["retry", "again", "others"]
    key(program, Qt.Key.Key_1)
    assert shown(program).kind == "question"
    assert not isinstance(story(program).playthrough.current, Ended)


def test_from_the_debrief_one_comes_back_into_the_story(start: Start) -> None:
    program = start()
    program.start(STORY)
    on_to(program, "ending")
    key(program, Qt.Key.Key_Return)
    assert shown(program).kind == "guards"
    key(program, Qt.Key.Key_Backspace)
    assert shown(program).kind == "ending"
    key(program, Qt.Key.Key_Backspace)
    assert isinstance(program.navigator.stack[-1], StoryPage)


def test_the_whole_debrief_is_gone_through_and_leads_to_other_stories(start: Start) -> None:
    program = start()
    program.navigator.start(program.desk.home(), program.desk.stories(None))
    key(program, Qt.Key.Key_1)
    on_to(program, "done")
    assert isinstance(program.navigator.stack[-1], DebriefPage)
    key(program, Qt.Key.Key_3)
    assert shown(program).kind == "stories"


@pytest.mark.parametrize("name", [STORY, OTHER])
def test_every_ending_of_a_scam_comes_to_the_page_with_the_police(name: str) -> None:
    found = Library.of_folders().load(name)
    assert found.scenario is not None
    assert found.scenario.kind is Kind.SCAM
    outcomes = set()
    for reached in explore(found.scenario).pictured:
        if not isinstance(reached.moment, Ended):
            continue
        outcomes.add(reached.moment.end.outcome)
        playthrough = Playthrough(found.scenario, events=reached.route)
        page = DebriefPage(Stage(found.scenario, found.folder), playthrough, Stay, Stay)
        while page.screen().kind != "care":
            assert page.has_next, f"{reached.moment.end.title}: no page that says what to do"
            page.act(buttons.NEXT)
        body = page.screen().body
        assert isinstance(body, Card)
        assert "报警电话：110" in [paragraph.text for paragraph in body.paragraphs]
    assert Outcome.KEPT in outcomes


def test_the_help_says_what_escape_does_and_that_a_click_is_enough() -> None:
    page, said = help_page("line"), []
    while True:
        body = page.screen().body
        assert isinstance(body, Card)
        said += [paragraph.text for paragraph in body.paragraphs]
        if not page.has_next:
            break
        page.act(buttons.NEXT)
    assert any("Esc" in text for text in said)
    assert any("鼠标" in text for text in said)


def test_a_finished_story_is_not_offered_again(start: Start) -> None:
    program = start()
    program.start(STORY)
    on_to(program, "ending")
    again = start()
    again.start()
    assert shown(again).kind == "home"


# --- 先停一停 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [0, 2, 5, 9])
def test_one_can_pause_on_every_screen_and_comes_back_to_it(steps: int, start: Start) -> None:
    program = start()
    program.start(STORY)
    for _ in range(steps):
        key(program, Qt.Key.Key_1 if isinstance(shown(program).body, Asked) else Qt.Key.Key_Return)
    before = shown(program)
    key(program, Qt.Key.Key_0)
    seen = []
    while not (isinstance(body := shown(program).body, Card) and body.numbered):
        seen.append(body)
        key(program, Qt.Key.Key_Return)
    assert len(seen) == 4, "the four guards, one by one"
    key(program, Qt.Key.Key_1)
    assert shown(program).body == before.body


def test_leaving_from_the_pause_ends_the_story_well(start: Start) -> None:
    program = start()
    program.start(STORY)
    key(program, Qt.Key.Key_0)
    for _ in range(4):
        key(program, Qt.Key.Key_Return)
    key(program, Qt.Key.Key_2)
    on_to(program, "ending")


def test_in_the_pause_back_goes_card_by_card_and_then_out(start: Start) -> None:
    program = start()
    program.start(STORY)
    before = shown(program)
    key(program, Qt.Key.Key_0)
    first = shown(program)
    key(program, Qt.Key.Key_Return)
    key(program, Qt.Key.Key_Backspace)
    assert shown(program).body == first.body
    key(program, Qt.Key.Key_Backspace)
    assert shown(program).body == before.body


# --- 3: text steps, and the other settings ---------------------------------------------------------------


def test_the_text_size_is_remembered(start: Start) -> None:
    program = start()
    program.start()
    for size in TEXT_SIZES[1:]:
        program.navigator.act(buttons.BIGGER)
        assert program.window.theme.percent == size
    assert start().window.theme.percent == 200


@pytest.mark.parametrize(
    ("changed", "dark", "percent", "moves"),
    [
        (Settings(), False, 100, True),
        (Settings(theme="dark"), True, 100, True),
        (Settings(text_size=150), False, 150, True),
        (Settings(reduced_motion=True), False, 100, False),
    ],
)
def test_the_window_looks_as_it_is_set(changed: Settings, dark: bool, percent: int, moves: bool) -> None:
    theme = theme_of(changed)
    assert (theme.dark, theme.percent, theme.motion_ms > 0) == (dark, percent, moves)


ROWS = {
    "text-more": ("text_size", 125),
    "rate-less": ("speech_rate", 130),
    "rate-more": ("speech_rate", 200),
    "volume-less": ("volume", 60),
    "volume-more": ("volume", 100),
    "theme": ("theme", "dark"),
    "motion": ("reduced_motion", True),
    "mute": ("muted", True),
    "follow": ("follow", False),
    "output": ("output", "hdmi"),
}


@pytest.mark.parametrize(("action", "expected"), ROWS.items(), ids=ROWS)
def test_a_setting_changes_by_a_press(action: str, expected: tuple[str, object]) -> None:
    changed: list[Settings] = []
    page = SettingsPage(Settings, changed.append, lambda: [("hdmi", "电视")])
    assert isinstance(page.act(action), Stay)
    assert getattr(changed[-1], expected[0]) == expected[1]


@pytest.mark.parametrize(
    ("action", "at_end"),
    [
        ("text-less", Settings()),
        ("text-more", Settings(text_size=200)),
        ("volume-more", Settings(volume=100)),
        ("rate-less", Settings(speech_rate=130)),
    ],
)
def test_a_setting_stops_at_its_last_step(action: str, at_end: Settings) -> None:
    changed: list[Settings] = []
    SettingsPage(lambda: at_end, changed.append, list).act(action)
    assert changed == [at_end]


def test_every_setting_says_what_it_is_now() -> None:
    now = Settings(text_size=150, theme="dark", output="gone", reduced_motion=True, volume=0)
    body = SettingsPage(lambda: now, lambda _: None, list).screen().body
    assert isinstance(body, Rows)
    values = {row.name: row.value for row in body.rows}
    assert values["字的大小"] == "150%"
    assert values["声音大小"] == "没有声音"
    assert values["颜色"] == "黑底亮字"
    assert all(values.values())


def test_settings_are_kept_by_the_program(start: Start) -> None:
    program = start()
    program.start()
    key(program, Qt.Key.Key_Tab)
    program.navigator.act(buttons.SETTINGS)
    program.navigator.act("theme")
    kept, trouble = settings.load(paths.settings_file())
    assert (kept.theme, trouble) == ("dark", None)
    assert program.window.theme.dark


# --- lists -----------------------------------------------------------------------------------------------


def stories(count: int, *broken: BrokenStory) -> StoriesPage:
    cards = [StoryCard(f"s{at}", f"故事{at}", 4) for at in range(count)]
    return StoriesPage("我自己练", cards, broken, lambda found: Go(_Named(found)))


class _Named:
    """A page that only says which story it would play."""

    def __init__(self, name: str) -> None:
        self.name = name

    def screen(self) -> Screen:
        raise NotImplementedError

    def act(self, action: str) -> Stay:
        return Stay()


def tiles(page: Page) -> list[str]:
    body = page.screen().body
    assert isinstance(body, Tiles)
    return [tile.button.action for tile in body.tiles]


def test_stories_come_three_at_a_time_and_round_again() -> None:
    page = stories(7)
    seen = [tiles(page)]
    for _ in range(3):
        page.act("more-stories")
        seen.append(tiles(page))
    assert [len(each) for each in seen] == [3, 3, 1, 3]
    assert seen[0] == seen[3]
    assert len({action for each in seen for action in each}) == 7


def test_a_story_is_played_by_its_card() -> None:
    move = stories(2).act("story:s1")
    assert isinstance(move, Go)
    assert isinstance(move.page, _Named)
    assert move.page.name == "s1"


def test_what_cannot_be_played_says_why_and_the_others_still_play() -> None:
    page = stories(1, BrokenStory("坏的", "第3行，少一个冒号。"))
    assert tiles(page) == ["story:s0"]
    move = page.act("broken")
    assert isinstance(move, Go)
    body = move.page.screen().body
    assert isinstance(body, Card)
    assert "第3行，少一个冒号。" in [paragraph.text for paragraph in body.paragraphs]


def test_without_stories_it_says_so_and_leads_back() -> None:
    page = stories(0)
    assert isinstance(page.screen().body, Card)
    assert isinstance(page.act("understood"), Back)


@pytest.mark.parametrize(("action", "move"), [(buttons.BACK, Back), (buttons.HOME, Home), ("?", Stay)])
def test_a_list_leads_back_and_home(action: str, move: type) -> None:
    assert isinstance(stories(1).act(action), move)


def test_home_leads_everywhere_and_out_only_after_a_question() -> None:
    made: list[str] = []

    def page(name: str) -> Callable[[], Page]:
        return lambda: made.append(name) or _Named(name)  # type: ignore[func-returns-value]

    home = HomePage(page("practise"), page("advise"), page("settings"), lambda: True)
    for action in ("practise", "advise", buttons.SETTINGS):
        assert isinstance(home.act(action), Go)
    assert made == ["practise", "advise", "settings"]
    care = home.act("care")
    assert isinstance(care, Go)
    assert care.page.screen().kind == "aftercare"
    for action in (buttons.QUIT, buttons.BACK):
        asked = home.act(action)
        assert isinstance(asked, Go)
        assert asked.page.screen().kind == "quitting"
