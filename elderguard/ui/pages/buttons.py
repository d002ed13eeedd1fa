"""The buttons that stand along the bottom of many screens, each worded once."""

from __future__ import annotations

from elderguard.settings import SPEECH_RATES
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Button, Saying
from elderguard.ui.theme import Tone

NEXT, BACK, HOME, HELP, REPEAT, SLOWER, PAUSE = "next", "back", "home", "help", "repeat", "slower", "pause"
BIGGER, SMALLER, SETTINGS, QUIT, AFTERCARE = "bigger", "smaller", "settings", "quit", "aftercare"
CHOICE = "choice:"
VOICE = "voice"  # the one button that stands for the voice: what a press means depends on what it does now


def choice(answer: str) -> str:
    """The action that stands for a choice."""
    return f"{CHOICE}{answer}"


def voice(saying: Saying = Saying.NOTHING) -> Button:
    """Hear it again; while it speaks, hold it; while it is held, let it go on. The words are equally long,
    so that nothing in the bar moves."""
    match saying:
        case Saying.SPEAKING:
            return Button(VOICE, "先不念了", icon_file("pause"), short="不念")
        case Saying.HELD:
            return Button(VOICE, "接着念吧", icon_file("play"), short="接着")
        case _:
            return Button(VOICE, "再听一遍", icon_file("speaker"), short="再听")


def slower() -> Button:
    """Speak more slowly from now on."""
    return Button(SLOWER, "慢一点", icon_file("turtle"), short="慢点")


def as_set(bar: tuple[Button, ...], speech_rate: int) -> tuple[Button, ...]:
    """That bar while the voice speaks at `speech_rate` 字/分: at the slowest there is only the way back
    to the usual rate, and one sees so."""
    if speech_rate > SPEECH_RATES[0]:
        return bar
    quicker = Button(SLOWER, "快一点", icon_file("rabbit"), Tone.REHEARSE, short="快点")
    return tuple(quicker if button.action == SLOWER else button for button in bar)


def back() -> Button:
    """One step back."""
    return Button(BACK, "上一步", icon_file("line-undo"), short="返回")


def home() -> Button:
    """To the first page."""
    return Button(HOME, "首页", icon_file("house"))


def help_() -> Button:
    """What this screen is and how to use it."""
    return Button(HELP, "帮助", icon_file("question-mark"))


def pause() -> Button:
    """先停一停: on every story screen, and always right."""
    return Button(PAUSE, "先停一停", icon_file("raised-hand"), Tone.ALERT, filled=True, short="停一停")


def go_on(text: str = "接着看", action: str = NEXT) -> Button:
    """The one button that leads on."""
    return Button(action, text, None, Tone.SAFE, filled=True)


def plain_bar() -> tuple[Button, ...]:
    """The bar of a page that is not a story."""
    return (voice(), slower(), back(), home(), help_())


def story_bar() -> tuple[Button, ...]:
    """The bar of every story screen."""
    return (voice(), slower(), back(), home(), help_(), pause())
