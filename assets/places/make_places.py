"""Draws the places of the stories, each by day and in the evening.

    python assets/places/make_places.py

writes `<id>.svg` and `<id>-evening.svg`, 1366 × 560, for every place in `PLACES`. They stand behind
people and words, so they are calm: low contrast, little detail in the middle, nothing to read.
The evening is the same drawing under a blue veil, with its lamps lit on top.
"""

# ruff: noqa: E501 - paths are long

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = 1366, 560
LONG = re.compile(r"\d+\.\d{3,}")


def rect(
    x: float, y: float, w: float, h: float, fill: str, r: float = 0, stroke: str = "", width: float = 4
) -> str:
    """A rectangle."""
    line = f' stroke="{stroke}" stroke-width="{width}"' if stroke else ""
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{fill}"{line}/>'


def path(d: str, fill: str = "none", stroke: str = "", width: float = 4) -> str:
    """A path."""
    line = (
        f' stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
        if stroke
        else ""
    )
    return f'<path d="{d}" fill="{fill}"{line}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1) -> str:
    """An ellipse."""
    through = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}"{through}/>'


def glow(x: float, y: float, r: float) -> str:
    """Warm light around a lamp."""
    return (
        oval(x, y, r, r, "#FFDf9A", 0.16)
        + oval(x, y, r * 0.62, r * 0.62, "#FFE3A8", 0.22)
        + oval(x, y, r * 0.3, r * 0.3, "#FFF0CC", 0.4)
    )


def sky() -> str:
    """Sky with two clouds and far hills."""
    cloud = "".join(
        oval(x, y, rx, ry, "#FFFFFF", 0.7)
        for x, y, rx, ry in ((250, 84, 70, 20), (300, 70, 46, 22), (1010, 110, 80, 20), (950, 96, 48, 20))
    )
    hills = path("M0 330C150 230 290 220 420 290S700 220 860 260S1180 190 1366 290V420H0Z", "#D3DFCF") + path(
        "M0 370C200 300 380 320 560 350S980 290 1366 350V440H0Z", "#C3D4BA"
    )
    return rect(0, 0, WIDTH, HEIGHT, "#E6EFF0") + cloud + hills


def tree(x: float, ground: float, size: float, leaf: str = "#A9C49A", dark: str = "#97B588") -> str:
    """A round tree."""
    trunk = rect(x - size * 0.06, ground - size * 0.5, size * 0.12, size * 0.5, "#B39271", 6)
    crown = oval(x, ground - size * 0.78, size * 0.36, size * 0.34, leaf) + oval(
        x - size * 0.22, ground - size * 0.62, size * 0.24, size * 0.22, dark
    )
    return trunk + crown + oval(x + size * 0.22, ground - size * 0.62, size * 0.25, size * 0.22, leaf)


def poplar(x: float, ground: float, tall: float) -> str:
    """A slim tree by a road."""
    return rect(x - 5, ground - tall * 0.3, 10, tall * 0.3, "#B39271") + path(
        f"M{x} {ground - tall}C{x + 34} {ground - tall * 0.6} {x + 30} {ground - tall * 0.2} {x} {ground - tall * 0.16}C{x - 30} {ground - tall * 0.2} {x - 34} {ground - tall * 0.6} {x} {ground - tall}Z",
        "#AEC79F",
    )


def roof(x: float, y: float, w: float, h: float, fill: str = "#9AA3A6", ridge: str = "#868F92") -> str:
    """A tiled roof with turned-up ends."""
    tiles = "".join(path(f"M{x + w * i / 16} {y + 6}V{y + h - 6}", "none", ridge, 3) for i in range(1, 16))
    return (
        path(
            f"M{x - 30} {y + h}C{x - 6} {y + h - 6} {x + 8} {y + h * 0.5} {x + 14} {y}H{x + w - 14}C{x + w - 8} {y + h * 0.5} {x + w + 6} {y + h - 6} {x + w + 30} {y + h}Z",
            fill,
        )
        + tiles
        + rect(x + 4, y - 8, w - 8, 12, ridge, 6)
    )


def pot(x: float, y: float, size: float, leaf: str = "#8FB58A") -> str:
    """A plant in a pot."""
    leaves = "".join(
        path(
            f"M{x} {y}C{x + dx * 0.4} {y - size * 0.4} {x + dx} {y - size * 0.5} {x + dx} {y - size * dy}C{x + dx * 0.3} {y - size * dy * 0.9} {x} {y - size * 0.4} {x} {y}Z",
            leaf,
        )
        for dx, dy in ((-size * 0.5, 0.9), (size * 0.5, 0.9), (-size * 0.24, 1.25), (size * 0.26, 1.2))
    )
    return leaves + path(
        f"M{x - size * 0.34} {y}H{x + size * 0.34}L{x + size * 0.24} {y + size * 0.5}H{x - size * 0.24}Z",
        "#C99B74",
    )


def farmhouse_door() -> tuple[str, str]:
    """A courtyard gate in a wall, corn drying beside it."""
    scene = sky() + tree(160, 400, 330) + tree(1240, 400, 300, "#B5CBA2", "#A2BC90")
    scene += (
        rect(0, 250, WIDTH, 190, "#EADBC3")
        + rect(0, 400, WIDTH, 40, "#D9C6A8")
        + rect(0, 238, WIDTH, 16, "#A5ABA9")
        + "".join(path(f"M{x} 238V254", "none", "#8F9694", 3) for x in range(10, WIDTH, 28))
    )
    scene += (
        rect(0, 438, WIDTH, 122, "#DCCFB6")
        + path("M520 438H850L960 560H410Z", "#E8DEC9")
        + path("M470 500H900M440 530H930M600 438L570 560M770 438L800 560", "none", "#D6C8AB", 3)
    )
    scene += (
        rect(490, 150, 390, 290, "#E2CFAF")
        + rect(490, 150, 26, 290, "#CDB38B")
        + rect(854, 150, 26, 290, "#CDB38B")
        + roof(480, 96, 410, 62)
    )
    scene += (
        rect(538, 180, 294, 260, "#A8674F", 4)
        + rect(546, 188, 136, 252, "#B97860")
        + rect(688, 188, 136, 252, "#B97860")
        + path(
            "M560 206H668V300H560ZM560 318H668V424H560ZM702 206H810V300H702ZM702 318H810V424H702Z",
            "none",
            "#A8674F",
            5,
        )
    )
    scene += (
        oval(668, 322, 9, 9, "#D9B25F")
        + oval(702, 322, 9, 9, "#D9B25F")
        + rect(518, 196, 18, 190, "#D4705C", 3)
        + rect(836, 196, 18, 190, "#D4705C", 3)
        + rect(600, 158, 170, 20, "#D4705C", 3)
    )
    scene += (
        "".join(oval(420 + (i % 2) * 16, 276 + i * 15, 9, 13, "#E9BE55") for i in range(7))
        + path("M428 254V276", "none", "#A67B48", 4)
        + "".join(oval(946, 280 + i * 14, 7, 11, "#C9584A") for i in range(7))
        + path("M946 254V280", "none", "#A67B48", 4)
    )
    scene += (
        path("M300 470H380L366 512H314Z", "#C79A63")
        + path("M304 484H376M310 498H370", "none", "#A97F4C", 3)
        + "".join(oval(x, 466, 17, 13, "#8FB97A") for x in (318, 342, 364))
        + rect(1010, 452, 120, 14, "#B98D5E", 6)
        + path("M1024 466V510M1116 466V510", "none", "#A67B48", 9)
    )
    lights = (
        glow(560, 170, 90)
        + glow(810, 170, 90)
        + oval(560, 170, 12, 16, "#E8684F")
        + oval(810, 170, 12, 16, "#E8684F")
    )
    return scene, lights


def farmhouse_room() -> tuple[str, str]:
    """A main room: table with thermos and cup, a window, a cupboard, pictures on the wall."""
    scene = (
        rect(0, 0, WIDTH, HEIGHT, "#F3E8D3")
        + rect(0, 330, WIDTH, 110, "#E6D8BC")
        + rect(0, 326, WIDTH, 6, "#D3C09B")
        + rect(0, 440, WIDTH, 120, "#CDB18C")
        + "".join(
            path(f"M{x} 440L{(x - 683) * 1.5 + 683:.0f} 560", "none", "#BD9F78", 3)
            for x in range(-200, 1600, 130)
        )
        + path("M0 494H1366", "none", "#BD9F78", 3)
    )
    window = (
        rect(150, 90, 290, 200, "#B98D5E", 6)
        + rect(164, 104, 262, 172, "#DCECF0")
        + path("M164 230C220 200 280 210 330 224S400 206 426 216V276H164Z", "#CADBC0")
        + path("M295 104V276M164 190H426M230 104V276M360 104V276", "none", "#B98D5E", 6)
    )
    scene += (
        window
        + path("M128 78H462", "none", "#A67B48", 9)
        + path(
            "M136 82C150 150 140 230 134 300H180C186 220 176 140 196 82ZM454 82C440 150 450 230 456 300H410C404 220 414 140 394 82Z",
            "#E7B9A0",
        )
    )
    scene += (
        rect(600, 96, 190, 130, "#C9A26D", 4)
        + rect(612, 108, 166, 106, "#E5EEE6")
        + path("M612 190L670 140L712 176L744 152L778 184V214H612Z", "#B7CDB5")
        + oval(742, 130, 12, 12, "#F2D48F")
    )
    scene += (
        rect(846, 110, 76, 104, "#FFFFFF", 3, "#D8C7A6", 3)
        + rect(846, 110, 76, 34, "#D4705C", 3)
        + path("M858 160H910M858 176H910M858 192H910", "none", "#D8CDBA", 5)
    )
    scene += (
        rect(1010, 200, 270, 240, "#B58A5E", 6)
        + rect(1022, 214, 118, 214, "#C39A6D", 4)
        + rect(1150, 214, 118, 214, "#C39A6D", 4)
        + oval(1130, 322, 6, 6, "#8F6A42")
        + oval(1160, 322, 6, 6, "#8F6A42")
        + rect(1050, 118, 190, 82, "#6F777C", 8)
        + rect(1060, 126, 170, 66, "#A9BAC0", 4)
        + path("M1100 200H1190", "none", "#5E666B", 8)
    )
    scene += (
        rect(500, 372, 370, 22, "#B07F50", 8)
        + path("M530 394V500M840 394V500", "none", "#9A6C40", 16)
        + path("M540 430H830", "none", "#9A6C40", 8)
    )
    scene += (
        rect(590, 292, 46, 80, "#C4574A", 12)
        + rect(598, 276, 30, 20, "#E5DCCB", 6)
        + path("M636 310C656 310 656 346 636 346", "none", "#A94438", 6)
        + oval(613, 330, 11, 15, "#E99A8C")
        + rect(690, 336, 46, 36, "#FFFFFF", 6, "#D8CDBA", 3)
        + path("M736 344C752 344 752 364 736 364", "none", "#D8CDBA", 4)
        + path("M690 346H736", "none", "#6FA0C4", 4)
        + path("M770 362C780 350 810 350 820 362L816 372H774Z", "#E6C27A")
        + oval(788, 352, 10, 9, "#E29A4F")
        + oval(806, 352, 10, 9, "#E29A4F")
    )
    scene += path("M930 372H990V386H930ZM936 386V500M984 386V500M984 372V280", "#B07F50", "#9A6C40", 9)
    lights = (
        night(164, 104, 262, 172)
        + path("M683 0V34", "none", "#6B5A44", 4)
        + path("M650 60C654 40 712 40 716 60Z", "#E8DEC9")
        + glow(683, 66, 190)
    )
    return scene, lights


def committee_room() -> tuple[str, str]:
    """A meeting room: red banner, long table, rows of chairs."""
    scene = (
        rect(0, 0, WIDTH, HEIGHT, "#F5EFE2")
        + rect(0, 270, WIDTH, 150, "#CFE0D2")
        + rect(0, 264, WIDTH, 7, "#B4CBB9")
        + rect(0, 420, WIDTH, 140, "#D8CCB8")
        + path("M0 462H1366M0 512H1366", "none", "#C9BBA3", 3)
        + "".join(
            path(f"M{x} 420L{(x - 683) * 1.6 + 683:.0f} 560", "none", "#C9BBA3", 3)
            for x in range(-150, 1600, 150)
        )
    )
    scene += (
        rect(280, 40, 806, 66, "#CB5648", 4)
        + rect(290, 48, 786, 50, "none", 3, "#E9B65F", 3)
        + oval(280, 73, 9, 9, "#E9B65F")
        + oval(1086, 73, 9, 9, "#E9B65F")
    )
    for x in (60, 1140):
        scene += (
            rect(x, 130, 166, 190, "#FFFFFF", 4, "#C9BBA3", 6)
            + rect(x + 9, 139, 148, 172, "#DCEBF0")
            + path(f"M{x + 83} 139V311M{x + 9} 220H{x + 157}", "none", "#FFFFFF", 7)
            + path(f"M{x + 9} 280C{x + 50} 260 {x + 110} 264 {x + 157} 276V311H{x + 9}Z", "#C6D8BD")
        )
    scene += (
        rect(330, 140, 250, 150, "#B98D5E", 4)
        + rect(340, 150, 230, 130, "#E9DCC0")
        + "".join(
            rect(x, y, w, 44, "#FFFFFF", 2)
            + path(f"M{x + 8} {y + 14}H{x + w - 8}M{x + 8} {y + 28}H{x + w - 16}", "none", "#CFC6B4", 4)
            for x, y, w in (
                (354, 162, 58),
                (424, 162, 58),
                (494, 162, 58),
                (354, 222, 58),
                (424, 222, 58),
                (494, 222, 58),
            )
        )
    )
    scene += rect(700, 140, 330, 150, "#FFFFFF", 4, "#B9C2C6", 6) + path(
        "M740 180H880M740 210H930M740 240H840", "none", "#DDE3E6", 8
    )
    scene += (
        rect(420, 330, 526, 26, "#B07F50", 6)
        + rect(436, 356, 494, 84, "#B7483C")
        + path("M436 356H930V372H436Z", "#CB5D50")
        + "".join(path(f"M{x} 372V440", "none", "#A23E33", 3) for x in range(486, 930, 50))
    )
    scene += (
        rect(500, 304, 24, 28, "#FFFFFF", 4)
        + rect(640, 304, 24, 28, "#FFFFFF", 4)
        + rect(780, 318, 70, 14, "#FFFFFF", 2)
        + rect(560, 312, 46, 20, "#DDE6EE", 3)
    )
    for x in range(60, 1366, 180):
        scene += (
            rect(x, 452, 88, 60, "#7FA7B8", 10)
            + rect(x + 6, 506, 76, 16, "#6C94A6", 6)
            + path(f"M{x + 14} 520V560M{x + 74} 520V560", "none", "#8A949A", 7)
        )
    lights = (
        "".join(
            rect(x, 8, 190, 12, "#FFF6DC", 6) + oval(x + 95, 24, 190, 60, "#FFE9B8", 0.2)
            for x in (200, 588, 976)
        )
        + night(69, 139, 148, 172)
        + night(1149, 139, 148, 172)
    )
    return scene, lights


def village_road() -> tuple[str, str]:
    """A concrete road between fields and houses."""
    scene = sky() + rect(0, 390, WIDTH, 170, "#CBD8AE")
    for x, w in ((90, 220), (930, 240)):
        scene += (
            rect(x, 300, w, 100, "#EFE4D0")
            + roof(x - 6, 254, w + 12, 50, "#B6897A", "#A1766A")
            + rect(x + w * 0.42, 336, 40, 64, "#A8674F", 3)
            + rect(x + 26, 330, 46, 36, "#CFE0E6", 3, "#FFFFFF", 5)
            + rect(x + w - 72, 330, 46, 36, "#CFE0E6", 3, "#FFFFFF", 5)
        )
    scene += "".join(
        poplar(x, 410, t)
        for x, t in ((350, 190), (400, 220), (450, 180), (860, 200), (1240, 210), (1290, 180))
    )
    scene += path("M610 390H740L980 560H390Z", "#DAD5C9") + path(
        "M672 400L668 430M664 452L658 486M652 508L644 556", "none", "#F5F1E6", 8
    )
    scene += "".join(
        path(f"M{x} {y}C{x + 60} {y - 12} {x + 120} {y - 12} {x + 180} {y}", "none", "#B7C994", 5)
        for x, y in (
            (20, 450),
            (210, 440),
            (60, 490),
            (240, 480),
            (20, 530),
            (220, 522),
            (900, 444),
            (1100, 450),
            (980, 488),
            (1160, 492),
            (1060, 530),
            (1230, 530),
        )
    )
    scene += (
        rect(796, 190, 10, 230, "#A9927A")
        + path("M770 210H832", "none", "#A9927A", 8)
        + path("M0 176C260 220 540 220 801 200S1200 190 1366 170", "none", "#B8B0A4", 3)
        + path("M806 250L842 236V280L806 266Z", "#9AA6AC")
        + rect(792, 250, 18, 18, "#86939A", 3)
    )
    scene += (
        rect(500, 340, 92, 66, "#FFFFFF", 4, "#7FA08C", 6)
        + path("M516 360H576M516 376H566", "none", "#C5D3C8", 6)
        + path("M514 406V428M578 406V428", "none", "#7FA08C", 8)
    )
    lights = glow(801, 206, 120) + "".join(rect(x, 330, 46, 36, "#FFE2A0", 3) for x in (116, 238, 956, 1098))
    return scene, lights


def insurance_window() -> tuple[str, str]:
    """A service hall: a counter with three glass windows."""
    scene = (
        rect(0, 0, WIDTH, HEIGHT, "#EEF3F1")
        + rect(0, 0, WIDTH, 64, "#DDE8E5")
        + "".join(rect(x, 18, 190, 18, "#FFFFFF", 9) for x in (120, 588, 1056))
        + rect(0, 430, WIDTH, 130, "#DAD7CC")
        + path("M0 470H1366M0 520H1366", "none", "#CBC7B9", 3)
        + "".join(
            path(f"M{x} 430L{(x - 683) * 1.6 + 683:.0f} 560", "none", "#CBC7B9", 3)
            for x in range(-150, 1600, 150)
        )
    )
    scene += rect(150, 92, 1066, 250, "#D2E3DE") + rect(150, 92, 1066, 34, "#7FB0A0")
    for x in (190, 540, 890):
        scene += (
            rect(x, 142, 290, 190, "#F7FBFA", 6, "#9CC2B5", 6)
            + rect(x + 90, 100, 110, 18, "#FFFFFF", 9)
            + path(f"M{x + 30} 320L{x + 130} 150M{x + 70} 320L{x + 170} 150", "none", "#E4EFEC", 10)
        )
        scene += (
            rect(x + 40, 268, 76, 50, "#7C8990", 5)
            + rect(x + 46, 274, 64, 36, "#B5C6CE", 3)
            + path(f"M{x + 78} 318V332", "none", "#7C8990", 8)
            + path(f"M{x + 176} 332V300C{x + 176} 282 {x + 236} 282 {x + 236} 300V332Z", "#6F8F9C")
        )
        scene += path(f"M{x + 110} 332H{x + 180}V344H{x + 110}Z", "#5F8C7E")
    scene += (
        rect(130, 340, 1106, 26, "#F7F3EA", 6)
        + rect(150, 366, 1066, 76, "#BFD6CD")
        + "".join(rect(x, 378, 150, 52, "#CDE0D8", 4) for x in range(176, 1180, 174))
    )
    scene += (
        pot(80, 470, 90)
        + pot(1290, 470, 90)
        + "".join(
            rect(x, 496, 66, 12, "#7FA7B8", 6)
            + rect(x + 4, 452, 58, 44, "#92B8C7", 8)
            + path(f"M{x + 33} 508V552", "none", "#8A949A", 8)
            for x in (200, 276, 352, 960, 1036, 1112)
        )
    )
    lights = "".join(
        rect(x, 18, 190, 18, "#FFF6DC", 9) + oval(x + 95, 40, 200, 70, "#FFE9B8", 0.2)
        for x in (120, 588, 1056)
    )
    return scene, lights


def police_station() -> tuple[str, str]:
    """A small station by the road: white walls, a blue band, glass doors, steps."""
    scene = (
        sky()
        + tree(70, 420, 300)
        + tree(1300, 420, 320, "#B5CBA2", "#A2BC90")
        + rect(0, 414, WIDTH, 146, "#D9D5CA")
    )
    scene += (
        rect(180, 110, 1006, 310, "#F6F5F0")
        + rect(160, 92, 1046, 26, "#C8D2DA", 4)
        + rect(180, 206, 1006, 46, "#6F94BC")
        + rect(180, 214, 1006, 5, "#FFFFFF")
        + rect(180, 239, 1006, 5, "#FFFFFF")
    )
    for x in (230, 380, 896, 1046):
        scene += (
            rect(x, 134, 92, 58, "#CFE0E9", 3, "#B7C4CE", 6)
            + path(f"M{x + 46} 134V192", "none", "#B7C4CE", 5)
            + rect(x, 282, 92, 90, "#CFE0E9", 3, "#B7C4CE", 6)
            + path(f"M{x + 46} 282V372M{x} 326H{x + 92}", "none", "#B7C4CE", 5)
        )
    scene += (
        rect(520, 190, 326, 24, "#5B82AE", 4)
        + path("M500 214H866L852 232H514Z", "#4D729B")
        + rect(540, 232, 16, 184, "#DDE3E8")
        + rect(810, 232, 16, 184, "#DDE3E8")
        + rect(572, 252, 222, 164, "#B4C8D6", 3)
        + path("M683 252V416M572 300H794", "none", "#FFFFFF", 6)
        + path("M668 336V372M698 336V372", "none", "#7C8F9E", 6)
        + path("M590 410L650 256M740 410L786 290", "none", "#C6D7E2", 9)
    )
    scene += path(
        "M683 128L712 138V160C712 178 700 188 683 194C666 188 654 178 654 160V138Z", "#D9C27A"
    ) + path("M683 140L700 146V160C700 170 693 177 683 181C673 177 666 170 666 160V146Z", "#5B82AE")
    scene += (
        path("M520 416H846L866 436H500ZM500 440H866L886 462H480Z", "#CBC6BA")
        + path("M480 466H886L930 560H436Z", "#E4E0D6")
        + pot(470, 410, 74)
        + pot(896, 410, 74)
    )
    lights = (
        glow(683, 236, 150)
        + "".join(rect(x, y, 92, h, "#FFE8B5", 3) for x, y, h in ((230, 282, 90), (1046, 282, 90)))
        + rect(576, 304, 104, 108, "#FFEFC8", 2)
        + rect(687, 304, 104, 108, "#FFEFC8", 2)
    )
    return scene, lights


PLACES: dict[str, Callable[[], tuple[str, str]]] = {
    "farmhouse-door": farmhouse_door,
    "farmhouse-room": farmhouse_room,
    "committee-room": committee_room,
    "village-road": village_road,
    "insurance-window": insurance_window,
    "police-station": police_station,
}
INDOORS = ("farmhouse-room", "committee-room", "insurance-window")


def svg(body: str) -> str:
    """The whole drawing, its numbers to one hundredth."""
    body = LONG.sub(lambda found: f"{float(found.group()):.2f}", body)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">{body}</svg>\n'


def veil(name: str) -> str:
    """The light of the evening: lamp light in a room, dusk out of doors."""
    if name in INDOORS:
        return rect(0, 0, WIDTH, HEIGHT, "#7A4A22").replace("/>", ' fill-opacity=".17"/>')
    dusk = (
        '<defs><linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2F3566" '
        'stop-opacity=".58"/><stop offset=".55" stop-color="#8A5A68" stop-opacity=".40"/><stop offset="1" '
        'stop-color="#3A3450" stop-opacity=".50"/></linearGradient></defs>'
    )
    return dusk + rect(0, 0, WIDTH, HEIGHT, "url(#dusk)")


def night(x: float, y: float, w: float, h: float) -> str:
    """A window with the dark behind it."""
    return rect(x, y, w, h, "#2B3558").replace("/>", ' fill-opacity=".6"/>')


def main() -> None:
    """Write every place in both lights."""
    for name, draw in PLACES.items():
        scene, lights = draw()
        (HERE / f"{name}.svg").write_text(svg(scene), encoding="utf-8")
        (HERE / f"{name}-evening.svg").write_text(svg(scene + veil(name) + lights), encoding="utf-8")
    print(f"{len(PLACES)} places")


if __name__ == "__main__":
    main()
