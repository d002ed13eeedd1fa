"""Every colour, size and duration of the window, in one value; and the one style sheet made from it.

Sizes are logical pixels at 1366×768 and 100 % text. `Theme.px` scales a length with the window,
`Theme.font_px` a text with the window and the chosen text size.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FAMILY = "Noto Sans SC"
DESIGN_WIDTH = 1366
DESIGN_HEIGHT = 768
TEXT_STEPS = (100, 125, 150, 200)
BIG_TEXT = 150  # from this text size on, the phone opens full height and texts take pages


class Text(Enum):
    """A role a text plays, with its size in px at 100 %. Nothing is under 24."""

    HUGE = ("huge", 64)
    HEADING = ("heading", 42)
    SPEECH = ("speech", 36)
    BODY = ("body", 34)
    CHOICE = ("choice", 36)
    QUESTION = ("question", 38)
    BUTTON = ("button", 28)
    TITLE = ("title", 30)
    CAPTION = ("caption", 26)
    PHONE = ("phone", 26)
    PHONE_BIG = ("phone-big", 36)

    @property
    def size(self) -> int:
        """Px at 100 %."""
        return self.value[1]


class Tone(Enum):
    """What a surface says: its fill, its edge, and the ink on it come from the palette."""

    CARD = "card"
    SAFE = "safe"
    CHOICE = "choice"
    ALERT = "alert"
    REHEARSE = "rehearse"
    QUIET = "quiet"


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as #rrggbb. Text on its ground is at least 7:1, edges 3:1."""

    ground: str
    bar: str
    card: str
    edge: str
    ink: str
    quiet: str
    safe: str
    safe_fill: str
    safe_ink: str
    choice: str
    choice_fill: str
    alert: str
    alert_fill: str
    alert_ink: str
    rehearse: str
    rehearse_fill: str
    mark: str
    mark_ink: str
    ring: str
    line: str
    phone_body: str
    phone_screen: str
    phone_card: str
    phone_ink: str
    other_phone_body: str


LIGHT = Palette(
    ground="#FBF4E6",
    bar="#FFFFFF",
    card="#FFFFFF",
    edge="#8A7450",
    ink="#221B12",
    quiet="#4B3F2C",
    safe="#0B5F47",
    safe_fill="#E5F3EC",
    safe_ink="#FFFFFF",
    choice="#24538F",
    choice_fill="#E8F0FB",
    alert="#8F3409",
    alert_fill="#FBEADF",
    alert_ink="#FFFFFF",
    rehearse="#7A5000",
    rehearse_fill="#FFF3D1",
    mark="#FFE39A",
    mark_ink="#221B12",
    ring="#9A5200",
    line="#E4D6B8",
    phone_body="#15171C",
    phone_screen="#EAF1F8",
    phone_card="#FFFFFF",
    phone_ink="#1C1F26",
    other_phone_body="#5B3A78",
)

DARK = Palette(
    ground="#12100C",
    bar="#1C1914",
    card="#221E17",
    edge="#B8A67E",
    ink="#FFF8E8",
    quiet="#E6D9BC",
    safe="#7FE0BC",
    safe_fill="#0F2E25",
    safe_ink="#06241B",
    choice="#9CC4FF",
    choice_fill="#14263F",
    alert="#FFB48A",
    alert_fill="#3A1E0F",
    alert_ink="#2B1204",
    rehearse="#FFD466",
    rehearse_fill="#352A0C",
    mark="#FFD466",
    mark_ink="#201800",
    ring="#FFE08A",
    line="#4A4130",
    phone_body="#000000",
    phone_screen="#1B2530",
    phone_card="#0E141A",
    phone_ink="#F4F8FC",
    other_phone_body="#C9A7EA",
)


@dataclass(frozen=True)
class Theme:
    """How the window looks now. `scale` is the window's size over the design size (at least 1),
    `percent` the text size chosen, `motion_ms` the length of an animation (0: none)."""

    dark: bool = False
    percent: int = 100
    scale: float = 1.0
    motion_ms: int = 280

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return DARK if self.dark else LIGHT

    @property
    def big(self) -> bool:
        """Whether the text is so large that phone and speech take pages of their own."""
        return self.percent >= BIG_TEXT

    def px(self, length: float) -> int:
        """A length of the design, in logical px of this window."""
        return round(length * self.scale)

    def font_px(self, text: Text) -> int:
        """The size of a text, in logical px of this window."""
        return round(text.size * self.scale * self.percent / 100)

    def ink_on(self, tone: Tone) -> str:
        """The colour of text on a surface of that tone."""
        return self.palette.ink if tone is not Tone.QUIET else self.palette.quiet

    def fill(self, tone: Tone) -> str:
        """The ground of a surface of that tone."""
        palette = self.palette
        return {
            Tone.CARD: palette.card,
            Tone.QUIET: palette.card,
            Tone.SAFE: palette.safe_fill,
            Tone.CHOICE: palette.choice_fill,
            Tone.ALERT: palette.alert_fill,
            Tone.REHEARSE: palette.rehearse_fill,
        }[tone]

    def edge(self, tone: Tone) -> str:
        """The edge of a surface of that tone."""
        palette = self.palette
        return {
            Tone.CARD: palette.edge,
            Tone.QUIET: palette.edge,
            Tone.SAFE: palette.safe,
            Tone.CHOICE: palette.choice,
            Tone.ALERT: palette.alert,
            Tone.REHEARSE: palette.rehearse,
        }[tone]


def window_scale(width: int, height: int) -> float:
    """How much larger than the design a window is; 1.0 for smaller ones, which reflow instead."""
    return max(1.0, min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT))
