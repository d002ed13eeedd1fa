"""The pages around recording: what one can do, who speaks, her consent, what is kept and how it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from elderguard.scenario.vocabulary import Mood
from elderguard.ui.aloud import aloud
from elderguard.ui.pages import buttons
from elderguard.ui.pages.cards import CardsPage, QuestionPage
from elderguard.ui.pages.choosing import ChoosingPage
from elderguard.ui.pages.page import Back, Home, Move, Stay
from elderguard.ui.picture import icon_file, portrait_file
from elderguard.ui.screen import Button, Card, Paragraph, Screen, Tile
from elderguard.ui.theme import Tone
from elderguard.voice.consent import HEADING, TELLING
from elderguard.voice.own import OwnPack
from elderguard.voice.spoken import quantity

TITLE = "录自己的声音"
RECORD, KEPT, READ_IN, NEW = "record", "kept", "read-in", "new-person"
Lead = Callable[[], Move]


def called(number: int) -> str:
    """How the person of a pack is called: nobody asks for her name."""
    return f"第{quantity(str(number))}位"


def told(pack: OwnPack) -> str:
    """How much she has recorded."""
    return f"录了{len(pack.keys)}句" if not pack.trouble else "坏了"


def own_voice_page(
    count: Callable[[], int], roomy: Callable[[], bool], record: Lead, kept: Lead, read_in: Lead
) -> ChoosingPage:
    """What one can do with one's own voice. `count` is how many lines are recorded."""

    def offered() -> Sequence[tuple[Tile, Lead]]:
        lines = f"现在有{count()}句" if count() else "还没有"
        return (
            (Tile(Button(RECORD, "录音", icon_file("microphone"), Tone.SAFE), ("一次念一句",)), record),
            (Tile(Button(KEPT, "录好的", icon_file("list"), Tone.CHOICE), (lines,)), kept),
            (
                Tile(Button(READ_IN, "从U盘读进来", icon_file("envelope"), Tone.CHOICE), ("别处录的",)),
                read_in,
            ),
        )

    return ChoosingPage("own-voice", TITLE, "用咱们村的话，念给大家听。", offered, roomy)


def person_page(
    packs: Callable[[], Sequence[OwnPack]],
    roomy: Callable[[], bool],
    go_on: Callable[[OwnPack], Move],
    new: Lead,
) -> ChoosingPage:
    """Who speaks: somebody who has recorded before, or somebody else."""

    def offered() -> Sequence[tuple[Tile, Lead]]:
        known: list[tuple[Tile, Lead]] = [
            (
                Tile(
                    Button(
                        f"person:{pack.number}",
                        f"{called(pack.number)}，接着录",
                        icon_file("bust"),
                        Tone.SAFE,
                    ),
                    (told(pack),),
                ),
                partial(go_on, pack),
            )
            for pack in packs()
        ]
        other = Tile(Button(NEW, "换一个人录", icon_file("busts"), Tone.CHOICE), ("先问她愿意不愿意",))
        return (*known, (other, new))

    return ChoosingPage("person", TITLE, "今天谁来念？", offered, roomy)


def consent_page(agreed: Lead) -> QuestionPage:
    """What is recorded and what becomes of it, read aloud before anything is."""
    card = Card(HEADING, tuple(map(Paragraph, TELLING)), icon_file("microphone"))
    answers = [(Button("agree", "同意录"), agreed), (Button("refuse", "不录"), Back)]
    return QuestionPage("consent", TITLE, card, answers)


def how_page(finish: Lead) -> CardsPage:
    """How a line is read into the microphone."""
    cards = (
        Card(
            "一次念一句",
            (
                Paragraph("先听一遍，再用咱们村的话说。"),
                Paragraph("按了“开始录”，下面写着“麦克风开着”。"),
                Paragraph("看到“请念”，再开口。念完，按“停”。"),
            ),
            portrait_file("neighbour-woman", Mood.FRIENDLY),
            buttons=(buttons.go_on("接着看"),),
        ),
        Card(
            "声音大小，看下面那一条",
            (
                Paragraph("“太轻”，就靠近一点。"),
                Paragraph("“太响”，就离远一点。"),
                Paragraph("“正好”，就这么念。"),
            ),
            icon_file("microphone"),
            buttons=(buttons.go_on("挑要录的"),),
        ),
    )
    return CardsPage("how-to-record", TITLE, cards, finish)


class KeptPage:
    """What is recorded here, one person a card: give it out, delete it."""

    def __init__(
        self,
        packs: Callable[[], Sequence[OwnPack]],
        give_out: Callable[[OwnPack], Move],
        delete: Callable[[OwnPack], Move],
    ) -> None:
        self._packs, self._give_out, self._delete = packs, give_out, delete
        self._at = 0

    def screen(self) -> Screen:
        """The person on show."""
        packs = self._packs()
        card = self._card(packs[self._at % len(packs)], len(packs)) if packs else _NOTHING
        return Screen("kept", TITLE, card, buttons.plain_bar(), aloud(card))

    def _card(self, pack: OwnPack, count: int) -> Card:
        heading, answers = f"{called(pack.number)}，{told(pack)}", [Button("delete", "全部删掉")]
        if pack.consent is None:
            about = [Paragraph(pack.trouble), Paragraph("只能删掉，再录一遍。")]
        else:
            year, month, day = map(int, pack.consent.day.split("-"))
            about = [Paragraph(f"{year}年{month}月{day}日，同意录的。")]
            answers.insert(0, Button("give-out", "存成一个文件，带走"))
        if count > 1:
            answers.append(Button("next-person", "看下一位"))
        return Card(heading, tuple(about), icon_file("bust"), buttons=tuple(answers), numbered=True)

    def act(self, action: str) -> Move:
        """Give it out, delete it, the next one, or back."""
        packs = self._packs()
        pack = packs[self._at % len(packs)] if packs else None
        match action:
            case "give-out" if pack is not None:
                return self._give_out(pack)
            case "delete" if pack is not None:
                return self._delete(pack)
            case "next-person":
                self._at += 1
            case buttons.BACK | buttons.NEXT:
                return Back()
            case buttons.HOME:
                return Home()
        return Stay()


_NOTHING = Card(
    "还没有录音",
    (Paragraph("按“上一步”回去，选“录音”。"),),
    icon_file("microphone"),
    buttons=(buttons.go_on("知道了"),),
)


def deleting_page(pack: OwnPack, delete: Lead) -> QuestionPage:
    """Asked once before it is all gone."""
    card = Card(
        f"把{called(pack.number)}录的全删掉？",
        (Paragraph("删了，就找不回来了。"),),
        icon_file("question-mark"),
    )
    answers = [(Button("keep", "不删，留着"), Back), (Button("really-delete", "删掉"), delete)]
    return QuestionPage("deleting", TITLE, card, answers)
