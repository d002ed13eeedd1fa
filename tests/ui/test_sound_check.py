"""您能听到我说话吗？ What is tried, and what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from elderguard import paths, settings
from elderguard.app import Program
from elderguard.settings import Settings
from elderguard.ui.pages import buttons
from elderguard.ui.pages.home import PROMISE
from elderguard.ui.pages.page import Back, Home, Stay
from elderguard.ui.pages.sound_check import HEARD, OUTPUTS_TRIED, QUESTION, UNHEARD, SoundCheckPage
from elderguard.ui.screen import Card

FOUR = [("a", "喇叭"), ("b", "耳机"), ("c", "电视"), ("d", "蓝牙")]


@dataclass
class Check:
    """A sound check with its settings; `kept` is how often they were changed."""

    outputs: list[tuple[str, str]]
    settings: Settings = field(default_factory=Settings)

    def __post_init__(self) -> None:
        self.page = SoundCheckPage(lambda: self.settings, self.change, lambda: self.outputs)

    def change(self, changed: Settings) -> None:
        self.settings = changed

    @property
    def heading(self) -> str:
        body = self.page.screen().body
        assert isinstance(body, Card)
        return body.heading

    def unheard(self) -> list[str]:
        """Answer that nothing is heard until that is no answer any more; the headings that came."""
        headings = []
        while self.page.has_next:
            assert isinstance(self.page.act(UNHEARD), Stay)
            headings.append(self.heading)
        return headings


def test_who_hears_is_asked_once_and_never_again() -> None:
    check = Check([])
    assert isinstance(check.page.act(HEARD), Back)
    assert check.settings == Settings(sound_checked=True)


def test_who_does_not_hear_tries_one_thing_after_the_other_and_reads_in_the_end() -> None:
    check = Check([])
    assert check.unheard() == ["先把声音开大", "看看线插好没有", "听不到，也能练"]
    assert isinstance(check.page.act(buttons.NEXT), Back)
    assert check.settings.sound_checked


def test_every_card_says_something_to_hear() -> None:
    check = Check(FOUR)
    while check.page.has_next:
        assert check.heading in [each.text for each in check.page.screen().spoken]
        check.page.act(UNHEARD)


def test_the_volume_is_turned_up_for_her() -> None:
    check = Check([], Settings(volume=20, muted=True))
    check.page.act(UNHEARD)
    assert (check.settings.volume, check.settings.muted) == (100, False)


def test_the_outputs_are_gone_through_and_the_one_that_is_heard_stays() -> None:
    check = Check(FOUR)
    check.page.act(UNHEARD)
    check.page.act(UNHEARD)
    tried = []
    for _ in range(2):
        check.page.act(UNHEARD)
        tried.append(check.settings.output)
    check.page.act(HEARD)
    assert tried == ["a", "b"]
    assert check.settings.output == "b"


def test_where_none_is_heard_the_output_is_as_before_and_not_every_one_is_tried() -> None:
    check = Check([*FOUR, ("e", "另一个")], Settings(output="b"))
    headings = check.unheard()
    assert headings.count("换了一个地方出声") == OUTPUTS_TRIED
    assert check.settings.output == "b"


def test_one_output_is_nothing_to_choose_from() -> None:
    assert "换了一个地方出声" not in Check(FOUR[:1]).unheard()


def test_back_takes_the_last_step_back_and_from_the_question_leads_out() -> None:
    check = Check([])
    check.page.act(UNHEARD)
    assert isinstance(check.page.act(buttons.BACK), Stay)
    assert check.heading == QUESTION
    assert isinstance(check.page.act(buttons.BACK), Back)


def test_home_leads_home_and_other_buttons_nowhere() -> None:
    check = Check([])
    assert isinstance(check.page.act("dance"), Stay)
    assert isinstance(check.page.act(buttons.HOME), Home)


def test_the_very_first_start_opens_with_the_promise_and_the_question(qapp: object) -> None:
    program = Program()
    program.start()
    assert program.window.shown is not None
    assert [each.text for each in program.window.shown.spoken[:2]] == [QUESTION, PROMISE]
    program.navigator.act(HEARD)
    assert program.window.shown.kind == "home"
    assert settings.load(paths.settings_file())[0].sound_checked
    end(program)


@pytest.mark.parametrize("known", [Settings(sound_checked=True), Settings(muted=True)])
def test_later_and_where_silence_is_wished_nothing_is_asked(known: Settings, qapp: object) -> None:
    settings.save(known, paths.settings_file())
    program = Program()
    program.start()
    assert program.window.shown is not None
    assert program.window.shown.kind == "home"
    end(program)


def end(program: Program) -> None:
    program.store.close()
    program.window.close()
    program.window.deleteLater()
