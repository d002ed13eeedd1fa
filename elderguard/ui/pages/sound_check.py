"""您能听到我说话吗？ Asked at the very first start, and from the settings; what to try when she cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from elderguard.settings import Settings
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.home import PROMISE, TITLE
from elderguard.ui.pages.page import Back, Home, Move, Stay
from elderguard.ui.picture import icon_file
from elderguard.ui.screen import Button, Card, Paragraph, Screen
from elderguard.ui.theme import Tone
from elderguard.voice.reading import NUMBERS

QUESTION = "您能听到我说话吗？"
HEARD, UNHEARD = "heard", "unheard"
LOUDEST = 100
OUTPUTS_TRIED = 3  # a computer may list more than it has; nobody listens to ten in a row


class SoundCheckPage:
    """The question, then one thing to try a card, and in the end that captions will do. What can be done
    from here is done for her: the volume is turned up, the outputs are gone through one by one. `read`,
    `change` and `outputs` are as on the settings page; `first` is the very first start, when the program
    opens with this page and so with its promise."""

    def __init__(
        self,
        read: Callable[[], Settings],
        change: Callable[[Settings], None],
        outputs: Callable[[], Sequence[tuple[str, str]]],
        *,
        first: bool = False,
    ) -> None:
        self._read, self._change, self._outputs, self._first = read, change, outputs, first
        self._before = read().output
        self._tried: list[str] | None = None
        self._at = 0

    def screen(self) -> Screen:
        """The card on show, and read aloud: that is what there is to hear."""
        card = self._cards()[self._at]
        return Screen("sound", TITLE, card, buttons.plain_bar(), aloud(card))

    @property
    def has_next(self) -> bool:
        """Whether there is another thing to try."""
        return self._at + 1 < len(self._cards())

    def act(self, action: str) -> Move:
        """What the answer leads to."""
        match action:
            case _ if action == UNHEARD and self.has_next:
                self._go_to(self._at + 1)
            case buttons.BACK if self._at > 0:
                self._go_to(self._at - 1)
            case buttons.HOME:
                return self._done(Home())
            case _ if action in (HEARD, buttons.NEXT, buttons.BACK):
                return self._done(Back())
        return Stay()

    def _go_to(self, at: int) -> None:
        """Show another card, and set the computer to what it says."""
        self._at = at
        tried = self._to_try()
        first = len(_TO_DO) + 1
        output = tried[at - first] if first <= at < first + len(tried) else self._before
        volume = self._read().volume if at == 0 else LOUDEST
        self._change(replace(self._read(), muted=False, volume=volume, output=output))

    def _to_try(self) -> list[str]:
        """The outputs to go through, as they are when first needed: no card comes or goes after that."""
        if self._tried is None:
            others = [output for output, _ in self._outputs() if output != self._before]
            self._tried = others[:OUTPUTS_TRIED] if len(self._outputs()) > 1 else []
        return self._tried

    def _done(self, move: Move) -> Move:
        if not self._read().sound_checked:
            self._change(replace(self._read(), sound_checked=True))
        return move

    def _cards(self) -> tuple[Card, ...]:
        promise = (Paragraph(PROMISE),) if self._first else ()
        answers = (Button(HEARD, "能听到"), Button(UNHEARD, "听不到"))
        question = Card(QUESTION, promise, icon_file("speaker"), Tone.SAFE, answers, numbered=True)
        outputs = [
            _try("换了一个地方出声", f"这是第{number}个地方，再听听看。", "headphone")
            for number, _ in zip(NUMBERS, self._to_try() if self._at else (), strict=False)
        ]
        return (question, *_TO_DO, *outputs, _CAPTIONS)


def _try(heading: str, text: str, icon: str) -> Card:
    answers = (Button(HEARD, "能听到了"), Button(UNHEARD, "还是听不到"))
    return Card(heading, (Paragraph(text),), icon_file(icon), Tone.CARD, answers, numbered=True)


_TO_DO = (
    _try("先把声音开大", "音箱往右拧，电脑上的小喇叭往上推。", "speaker"),
    _try("看看线插好没有", "音箱要亮灯，插头插进耳机孔。", "plug"),
)
_CAPTIONS = Card(
    "听不到，也能练",
    (Paragraph("我说的话，屏幕上都有字。"), Paragraph("请旁边的人念给您听，也好。")),
    icon_file("open-book"),
    Tone.SAFE,
    (buttons.go_on("知道了"),),
)
