"""Draws the people of the stories: half-length, flat, each in three moods.

    python assets/portraits/make_portraits.py

writes `<id>/calm.svg`, `friendly.svg` and `worried.svg` for everybody in `PEOPLE`. The canvas is
320 × 400 and transparent; the body runs off its foot. Only shapes, no text: `elderguard/ui/drawing.py`
says what a drawing may contain.
"""

# ruff: noqa: E501 - paths are long

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
MOODS = ("calm", "friendly", "worried")
LINE = "#4A2F24"


@dataclass(frozen=True)
class Person:
    """How somebody looks. `wide` and `jaw` are half widths of the head, `old` draws lines in the face."""

    skin: str
    shade: str
    hair: str
    wide: int
    jaw: int
    chin: int
    behind: str
    before: str
    clothes: str
    over: str = ""
    lips: str = "#B5524A"
    brow: float = 5
    old: bool = False
    woman: bool = False
    lashes: bool = False
    stubble: bool = False
    eye: float = 7


def path(d: str, fill: str = "none", stroke: str = "", width: float = 4) -> str:
    """A filled or stroked path."""
    line = (
        f' stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
        if stroke
        else ""
    )
    return f'<path d="{d}" fill="{fill}"{line}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    """A filled ellipse."""
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}"/>'


def box(
    x: float, y: float, w: float, h: float, r: float, fill: str, stroke: str = "", width: float = 3
) -> str:
    """A round rectangle."""
    line = f' stroke="{stroke}" stroke-width="{width}"' if stroke else ""
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{fill}"{line}/>'


def torso(fill: str, shade: str, wide: int = 130, slope: int = 216) -> str:
    """Shoulders and chest down to the foot of the picture."""
    left, right = 160 - wide, 160 + wide
    body = path(
        f"M{left} 400V320C{left} 256 {left + 26} {slope + 12} 112 {slope - 6}C128 {slope - 12} 138 206 138 200H182"
        f"C182 206 192 {slope - 12} 208 {slope - 6}C{right - 26} {slope + 12} {right} 256 {right} 320V400Z",
        fill,
    )
    return (
        body
        + path(f"M{left + 46} 400V330C{left + 46} 300 {left + 52} 280 {left + 58} 268", "none", shade, 5)
        + path(f"M{right - 46} 400V330C{right - 46} 300 {right - 52} 280 {right - 58} 268", "none", shade, 5)
    )


def head(who: Person) -> str:
    """Neck, ears and face."""
    w, j, c = who.wide, who.jaw, who.chin
    neck = path("M136 160H184V204C184 218 172 226 160 226S136 218 136 204Z", who.skin) + path(
        "M136 172C146 190 174 190 184 172V186C174 202 146 202 136 186Z", who.shade
    )
    ears = oval(160 - w, 124, 11, 15, who.skin) + oval(160 + w, 124, 11, 15, who.skin)
    ears += oval(160 - w - 1, 125, 5, 8, who.shade) + oval(160 + w + 1, 125, 5, 8, who.shade)
    face = path(
        f"M{160 - w} 108C{160 - w} 66 {160 - w * 0.62:.0f} 46 160 46S{160 + w} 66 {160 + w} 108"
        f"C{160 + w} 152 {160 + j} {c} 160 {c}S{160 - w} 152 {160 - w} 108Z",
        who.skin,
    )
    return neck + ears + face


def brows(who: Person, mood: str) -> str:
    """Eyebrows: level, lifted, or drawn up in the middle."""
    colour = who.hair if not who.old else "#8E8A86"
    shapes = {
        "calm": ("M116 102C123 97 134 97 142 101", "M204 102C197 97 186 97 178 101"),
        "friendly": ("M115 99C123 91 134 91 142 97", "M205 99C197 91 186 91 178 97"),
        "worried": ("M115 105C122 102 134 95 142 91", "M205 105C198 102 186 95 178 91"),
    }[mood]
    return "".join(path(shape, "none", colour, who.brow) for shape in shapes)


def eyes(who: Person, mood: str) -> str:
    """Eyes: open, narrowed by a smile, or wide."""
    if mood == "friendly":
        arcs = path("M119 122C123 112 137 112 141 122", "none", "#2B1D18", 5) + path(
            "M179 122C183 112 197 112 201 122", "none", "#2B1D18", 5
        )
        return arcs + (lines_by_the_eyes(who) if who.old else "")
    tall = who.eye + (2 if mood == "worried" else 0)
    made = ""
    for x in (130, 190):
        made += oval(x, 118, 12, tall + 2, "#FFFFFF") + oval(x, 118.5, 6.5, tall, "#3A241C")
        made += oval(x + 2, 115, 2.2, 2.2, "#FFFFFF")
        made += path(
            f"M{x - 13} 117C{x - 8} {108 - tall + 7} {x + 8} {108 - tall + 7} {x + 13} 117",
            "none",
            "#2B1D18",
            3.6,
        )
        if who.lashes:
            out = -1 if x < 160 else 1
            made += path(f"M{x + out * 13} 117L{x + out * 18} 112", "none", "#2B1D18", 3.2)
    return made + (lines_by_the_eyes(who) if who.old else "")


def lines_by_the_eyes(who: Person) -> str:
    """The lines of age beside and under the eyes, and on the brow."""
    beside = "M104 114L110 117M104 124L110 122M216 114L210 117M216 124L210 122"
    under = "M120 133C126 137 135 137 140 133M180 133C185 137 194 137 200 133"
    brow = "M140 78C152 75 168 75 180 78M136 88C140 87 142 87 144 86M184 88C180 87 178 87 176 86"
    return path(beside + under + brow, "none", who.shade, 3)


def nose(who: Person) -> str:
    """A short flat nose."""
    return path("M160 122C158 132 153 139 152 143C154 149 166 149 168 143", "none", who.shade, 4.4)


def mouth(who: Person, mood: str) -> str:
    """The mouth: a quiet line, a wide smile, or corners that sink."""
    if mood == "friendly":
        cheeks = oval(114, 143, 12, 8, "#EE9F86") + oval(206, 143, 12, 8, "#EE9F86")
        smile = path("M137 156C146 160 174 160 183 156C182 170 172 177 160 177S138 170 137 156Z", "#8C2F33")
        teeth = path(
            "M141 158C149 160.500 171 160.500 179 158C178 162 177 164 176 165C167 167 153 167 144 165C143 164 142 162 141 158Z",
            "#FFFFFF",
        )
        return cheeks + smile + teeth
    if mood == "worried":
        shape = "M144 168C150 160 170 160 176 168"
        return path(shape, "none", who.lips, 5.4) + path(
            "M150 176C156 174 164 174 170 176", "none", who.shade, 3
        )
    shape = "M140 160C148 168 172 168 180 160"
    full = path("M142 160C150 157 156 159 160 160C164 159 170 157 178 160C172 170 148 170 142 160Z", who.lips)
    return full if who.woman else path(shape, "none", who.lips, 5)


def age(who: Person) -> str:
    """Lines from nose to mouth, or a shadow of a beard."""
    made = (
        path("M138 146C132 152 130 158 129 164M182 146C188 152 190 158 191 164", "none", who.shade, 3)
        if who.old
        else ""
    )
    if who.stubble:
        made += f'<path d="M118 150C122 176 142 184 160 184S198 176 202 150C194 162 180 152 160 152S126 162 118 150Z" fill="{who.hair}" fill-opacity=".1"/>'
    return made


def svg(who: Person, mood: str) -> str:
    """The whole picture."""
    parts = (
        who.behind,
        who.clothes.split("|")[0],
        head(who),
        age(who),
        brows(who, mood),
        eyes(who, mood),
        nose(who),
        mouth(who, mood),
    )
    after = (who.before, "".join(who.clothes.split("|")[1:]), who.over)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 400" width="320" height="400">'
        + "".join(parts)
        + "".join(after)
        + "</svg>\n"
    )


def glasses(frame: str, lens: str = "#FFFFFF", square: bool = False) -> str:
    """Spectacles."""
    if square:
        rims = "".join(
            f'<rect x="{x}" y="102" width="44" height="34" rx="8" fill="{lens}" fill-opacity=".25" stroke="{frame}" stroke-width="4.600"/>'
            for x in (108, 168)
        )
    else:
        rims = "".join(
            f'<ellipse cx="{x}" cy="119" rx="22" ry="19" fill="{lens}" fill-opacity=".22" stroke="{frame}" stroke-width="3.600"/>'
            for x in (130, 190)
        )
    return rims + path("M152 116C157 112 163 112 168 116M108 114L100 112M212 114L220 112", "none", frame, 4)


def lanyard(ribbon: str, photo: str = "#DCE7F2") -> str:
    """A ribbon round the neck with a work badge."""
    card = (
        box(136, 276, 48, 60, 6, "#FFFFFF", "#8A94A3")
        + box(142, 284, 18, 24, 3, photo)
        + oval(151, 293, 5, 5, "#F0BE96")
    )
    card += path("M144 308C145 300 157 300 158 308Z", "#2E3F5C") + path(
        "M166 288H178M166 296H178M166 304H175", "none", "#8A94A3", 3
    )
    return path("M118 214L160 274L202 214", "none", ribbon, 8) + box(154, 266, 12, 14, 3, "#8A94A3") + card


PEOPLE: dict[str, Person] = {
    "old-woman": Person(
        "#F1C6A0",
        "#D39B73",
        "#9C9894",
        55,
        40,
        184,
        behind=oval(160, 40, 27, 22, "#8A8682")
        + path("M96 118C90 62 122 34 160 34S230 62 224 118Z", "#9C9894"),
        before=path(
            "M103 116C100 84 112 62 140 58C134 74 118 84 114 106C112 112 106 118 103 116ZM217 116C220 84 210 60 178 56C166 62 150 62 140 58C152 48 190 42 208 64C222 82 222 104 217 116Z",
            "#A8A4A0",
        )
        + path("M132 58C150 66 180 64 206 84M146 52C164 54 190 58 212 78", "none", "#8A8682", 3),
        clothes=torso("#7A3F5C", "#5C2C44")
        + "|"
        + path("M136 200C142 222 178 222 184 200L196 210C186 238 134 238 124 210Z", "#934F71")
        + path("M160 230C176 250 196 268 206 320V400", "none", "#5C2C44", 4)
        + "".join(
            oval(x, y, 5, 5, "#E9B9A0")
            for x, y in (
                (112, 336),
                (84, 356),
                (132, 372),
                (228, 340),
                (244, 366),
                (176, 350),
                (88, 262),
                (110, 292),
                (74, 300),
                (128, 262),
                (232, 266),
                (246, 300),
                (222, 302),
                (142, 300),
            )
        )
        + "".join(
            path(f"M{x - 9} {y}H{x + 9}", "none", "#E9C46A", 5)
            for x, y in ((172, 246), (188, 270), (199, 298))
        ),
        old=True,
        woman=True,
        lips="#B24C50",
        brow=4.4,
        eye=6,
    ),
    "old-man": Person(
        "#E8B88E",
        "#C48D62",
        "#DAD6D0",
        56,
        46,
        188,
        behind="",
        before=path(
            "M102 120C96 104 98 86 106 78C106 92 106 104 110 114ZM218 120C224 104 222 86 214 78C214 92 214 104 210 114Z",
            "#D6D2CC",
        )
        + path("M102 82C104 50 130 30 160 30S216 50 218 82C200 70 120 70 102 82Z", "#3F5573")
        + path(
            "M96 86C110 68 210 68 224 86C230 92 222 96 214 92C190 80 130 80 106 92C98 96 90 92 96 86Z",
            "#2E3F5C",
        ),
        clothes=torso("#4C5D4A", "#394837")
        + "|"
        + path("M134 202L160 232L186 202L204 212L178 246L160 234L142 246L116 212Z", "#5E715B")
        + path("M160 236V400", "none", "#394837", 4)
        + "".join(oval(170, y, 4.5, 4.5, "#2B3629") for y in (258, 292, 326, 360))
        + path("M196 262H236V292H196Z", "none", "#394837", 4),
        over=path("M138 186C144 204 152 210 160 210S176 204 182 186C172 192 148 192 138 186Z", "#E4E0DA"),
        old=True,
        lips="#A85A4A",
        brow=6,
        eye=6,
    ),
    "clerk": Person(
        "#F3C9A5",
        "#D6A079",
        "#26211F",
        52,
        38,
        182,
        behind="",
        before=path(
            "M106 112C100 84 104 60 122 50C116 42 126 36 138 38C150 26 190 26 204 44C220 52 222 86 214 112C212 100 208 90 204 84C192 88 176 80 170 70C164 82 132 88 114 86C110 92 108 102 106 112Z",
            "#26211F",
        )
        + path("M134 46C148 36 176 36 190 46", "none", "#45403D", 4),
        clothes=torso("#2E3F5C", "#22304A", 126)
        + "|"
        + path("M138 200L160 236L182 200L192 206L176 300L160 320L144 300L128 206Z", "#FFFFFF")
        + path("M152 228H168L172 240L166 250L174 310L160 320L146 310L154 250L148 240Z", "#B5483A")
        + path("M126 204L136 198L152 232L138 250ZM194 204L184 198L168 232L182 250Z", "#E9EDF3")
        + path(
            "M122 206L140 270L160 320V400H110C112 310 100 250 104 214ZM198 206L180 270L160 320V400H210C208 310 220 250 216 214Z",
            "#3A4F73",
        )
        + lanyard("#2F7FB8"),
        lips="#B5655A",
        brow=5.6,
    ),
    "clerk-b": Person(
        "#E9BD95",
        "#C9946A",
        "#332A26",
        54,
        47,
        186,
        behind="",
        before=path(
            "M104 116C94 76 112 42 150 40C160 30 206 36 216 66C224 84 220 104 216 116C213 106 212 96 208 88C196 74 172 68 152 72C136 74 118 80 112 92C108 100 106 108 104 116Z",
            "#332A26",
        )
        + path("M112 92C120 70 150 56 184 62", "none", "#53463F", 4),
        clothes=torso("#C9832E", "#A26520", 138)
        + "|"
        + path("M134 202C140 222 180 222 186 202L200 210L172 240L160 230L148 240L120 210Z", "#E0A354")
        + path("M160 232V276", "none", "#A26520", 4)
        + oval(160, 248, 4, 4, "#7A4A12")
        + oval(160, 268, 4, 4, "#7A4A12")
        + path("M232 256L270 246L292 352L252 362Z", "#3A3F49")
        + path("M241 264L265 258L277 316L252 322Z", "#5C7FA8"),
        over=glasses("#2B2B30", "#CFE3F2", square=True),
        lips="#A85F52",
        brow=6.4,
        stubble=True,
    ),
    "daughter": Person(
        "#F6D0B0",
        "#DBA783",
        "#3A2723",
        51,
        36,
        182,
        behind=path(
            "M100 112C92 60 118 30 160 30S228 60 220 112C224 160 232 190 226 232C206 244 192 220 190 190H130C128 220 114 244 94 232C88 190 96 160 100 112Z",
            "#3A2723",
        ),
        before=path(
            "M106 116C102 84 120 60 152 56C166 54 186 58 198 70C210 82 214 100 214 116C206 104 196 90 178 78C168 92 126 92 112 104C109 108 108 112 106 116Z",
            "#4A322C",
        )
        + path("M152 56C166 60 190 70 204 92", "none", "#6B4A41", 3.4),
        clothes=torso("#D9705F", "#B5503F", 116)
        + "|"
        + path("M130 202C134 230 186 230 190 202L204 210C196 252 124 252 116 210Z", "#FFF4E6")
        + path(
            "M116 210C112 250 126 290 150 320V400M204 210C208 250 194 290 170 320V400", "none", "#B5503F", 4
        ),
        lips="#C4525A",
        woman=True,
        lashes=True,
        brow=4.4,
    ),
    "village-doctor": Person(
        "#EFC29B",
        "#CE966C",
        "#2C2320",
        54,
        42,
        185,
        behind=path(
            "M98 118C90 60 120 32 160 32S230 60 222 118C228 150 222 168 210 176H110C98 168 92 150 98 118Z",
            "#2C2320",
        ),
        before=path(
            "M104 118C100 86 108 66 124 58C150 62 186 74 214 118C222 88 210 52 180 46C150 38 110 48 104 84Z",
            "#3B302B",
        )
        + path("M124 58C158 62 190 80 212 108", "none", "#5A4A43", 3.4),
        clothes=torso("#FFFFFF", "#C7D0D8", 128)
        + "|"
        + path("M136 202C144 226 176 226 184 202L190 206L168 262L160 276L152 262L130 206Z", "#6FA8B5")
        + path(
            "M128 204L116 212L134 262L160 300L152 262ZM192 204L204 212L186 262L160 300L168 262Z", "#EEF2F5"
        )
        + path("M160 300V400", "none", "#C7D0D8", 4)
        + path("M120 212C110 250 128 272 140 280M200 212C210 246 204 268 204 276", "none", "#3A4454", 6)
        + oval(204, 286, 11, 11, "#9AA6B4")
        + oval(204, 286, 6, 6, "#E3E9EF")
        + box(86, 274, 34, 30, 4, "#EEF2F5", "#C7D0D8")
        + path("M96 289H110M103 282V296", "none", "#D1584C", 5),
        lips="#B5524F",
        woman=True,
        lashes=False,
        brow=5,
        old=False,
    ),
    "committee-head": Person(
        "#DFAE83",
        "#B9825A",
        "#3A3532",
        60,
        52,
        190,
        behind="",
        before=path(
            "M102 112C94 78 106 50 134 44C160 34 200 40 214 60C226 78 222 100 218 112C214 104 213 96 210 88C202 72 176 66 152 68C130 70 116 80 110 90C106 98 104 106 102 112Z",
            "#3A3532",
        )
        + path("M104 96L110 112M216 96L210 112", "none", "#8E8A86", 6),
        clothes=torso("#3E4A52", "#2C363D", 144)
        + "|"
        + path("M134 202L160 228L186 202L206 212L182 240L160 228L138 240L114 212Z", "#4D5C66")
        + path("M160 230V400", "none", "#2C363D", 4)
        + "".join(oval(169, y, 4.5, 4.5, "#1E262B") for y in (250, 284, 318, 352))
        + path("M84 266H126V300H84ZM196 266H238V300H196Z", "none", "#2C363D", 4)
        + path("M206 262V280M214 260V280", "none", "#C9A44C", 4),
        lips="#9C5646",
        brow=7,
        stubble=True,
        eye=6.4,
    ),
    "window-clerk": Person(
        "#F5CFAE",
        "#D9A37E",
        "#2A2223",
        50,
        37,
        181,
        behind=path(
            "M102 112C94 60 122 32 160 32S226 60 218 112C224 140 222 160 214 168H106C98 160 96 140 102 112Z",
            "#2A2223",
        )
        + oval(160, 34, 20, 16, "#2A2223"),
        before=path(
            "M106 114C104 82 118 58 150 56H170C202 58 216 82 214 114C206 96 196 82 184 74C172 90 128 94 114 100C110 104 108 110 106 114Z",
            "#332A2B",
        ),
        clothes=torso("#3F7A63", "#2C5B49", 120)
        + "|"
        + path("M138 200L160 228L182 200L194 208L176 262L160 290L144 262L126 208Z", "#FFFFFF")
        + path("M134 206C146 232 174 232 186 206L196 214C178 250 142 250 124 214Z", "#D98B4E")
        + path("M150 234L160 228L172 236L182 268L162 250L148 270Z", "#D98B4E")
        + path(
            "M124 208L144 262L160 290V400H110C116 300 106 246 110 214ZM196 208L176 262L160 290V400H210C204 300 214 246 210 214Z",
            "#4A8C73",
        )
        + box(202, 258, 40, 18, 4, "#F4F1EA", "#2C5B49", 2.4)
        + path("M209 267H234", "none", "#2C5B49", 4),
        lips="#C2565C",
        woman=True,
        lashes=True,
        brow=4.2,
    ),
    "police": Person(
        "#E3B288",
        "#BD875D",
        "#1F1C1B",
        56,
        46,
        186,
        behind="",
        before=path(
            "M104 112C102 100 103 92 106 84H214C217 92 218 100 216 112C212 106 210 98 208 92H112C110 98 108 106 104 112Z",
            "#1F1C1B",
        )
        + path("M84 62C100 30 220 30 236 62C226 78 206 82 160 82S94 78 84 62Z", "#24406B")
        + path("M104 72C130 80 190 80 216 72V88C190 96 130 96 104 88Z", "#1A2F52")
        + path("M106 86C130 96 190 96 214 86C214 98 190 106 160 106S106 98 106 86Z", "#12203A")
        + path("M160 50L170 54V64C170 70 164 74 160 76C156 74 150 70 150 64V54Z", "#D9B44A"),
        clothes=torso("#7FA3CC", "#5D82AD", 136)
        + "|"
        + path("M136 202L160 232L184 202L198 210L178 244L160 232L142 244L122 210Z", "#9CBBDD")
        + path("M152 234H168L172 244L167 252L176 310L160 320L144 310L153 252L148 244Z", "#1A2F52")
        + path(
            "M82 246H126V256H82ZM82 256H126V286C126 292 82 292 82 286ZM194 246H238V256H194ZM194 256H238V286C238 292 194 292 194 286Z",
            "#8DB0D6",
            "#5D82AD",
            3,
        )
        + path("M64 240L96 226L102 238L66 254ZM256 240L224 226L218 238L254 254Z", "#24406B")
        + path("M70 384H250", "none", "#24406B", 22)
        + box(144, 372, 32, 24, 4, "#C9CED6"),
        lips="#A3594A",
        brow=6.6,
        eye=6.6,
    ),
    "neighbour-woman": Person(
        "#E6B68D",
        "#C08A60",
        "#4B4441",
        60,
        50,
        187,
        behind=path(
            "M94 116C84 60 116 30 160 30S236 60 226 116C238 124 236 148 224 156H96C84 148 82 124 94 116Z",
            "#4B4441",
        ),
        before="".join(
            oval(x, y, r, r, "#5A524E")
            for x, y, r in (
                (104, 92, 16),
                (116, 70, 18),
                (140, 56, 19),
                (166, 52, 20),
                (192, 60, 19),
                (208, 78, 17),
                (217, 100, 14),
                (98, 116, 11),
                (222, 118, 11),
            )
        )
        + path("M128 62C134 56 144 56 148 62M170 58C176 52 186 54 190 62", "none", "#77706B", 3.4),
        clothes=torso("#5B7FA6", "#456588", 146)
        + "|"
        + "".join(
            path(f"M{x} {y}H{x + 26}M{x + 13} {y - 13}V{y + 13}", "none", "#7C9CC0", 3)
            for x, y in (
                (40, 286),
                (250, 286),
                (60, 330),
                (236, 330),
                (40, 374),
                (250, 374),
                (78, 250),
                (216, 250),
            )
        )
        + path(
            "M108 232C112 222 120 214 130 210L136 254H184L190 210C200 214 208 222 212 232L234 400H86Z",
            "#E7B65C",
        )
        + path("M136 254H184", "none", "#C79236", 4)
        + path("M134 282H186V312H134Z", "#DDA645", "#C79236", 3),
        old=False,
        woman=True,
        lips="#B0504A",
        brow=5,
        eye=6.4,
    ),
    "platform-worker": Person(
        "#F4CBA8",
        "#D69F7A",
        "#5A3A2A",
        50,
        37,
        181,
        behind=path(
            "M196 66C240 60 256 110 244 150C240 172 228 182 220 176C230 146 220 116 200 100Z", "#5A3A2A"
        )
        + path("M102 112C96 60 122 34 160 34S224 60 218 112Z", "#5A3A2A"),
        before=path(
            "M104 112C100 76 122 48 160 48S220 76 216 112C212 96 206 84 196 76C176 66 144 66 124 76C114 84 108 96 104 112Z",
            "#68442F",
        )
        + path("M124 72C142 58 178 58 198 72", "none", "#83573D", 3.4)
        + box(206, 76, 16, 14, 6, "#E2664F"),
        clothes=torso("#F4F6F8", "#C3CBD4", 116)
        + "|"
        + path("M132 204C140 224 180 224 188 204L194 208C186 236 134 236 126 208Z", "#DDE3EA")
        + path(
            "M108 216L134 204L142 400H76C90 300 100 248 108 216ZM212 216L186 204L178 400H244C230 300 220 248 212 216Z",
            "#3E8FA8",
        )
        + path("M108 260L138 258M212 260L182 258", "none", "#BFE3EC", 7)
        + path("M128 212L152 286M192 212L168 286", "none", "#E2664F", 5)
        + box(140, 282, 40, 44, 6, "#FFFFFF", "#8A94A3")
        + oval(160, 296, 6, 6, "#F0BE96")
        + path("M150 312C151 303 169 303 170 312Z", "#3E8FA8"),
        lips="#C85A60",
        woman=True,
        lashes=True,
        brow=4.4,
    ),
}


def main() -> None:
    """Write everybody."""
    for name, who in PEOPLE.items():
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        for mood in MOODS:
            (folder / f"{mood}.svg").write_text(svg(who, mood), encoding="utf-8")
    print(f"{len(PEOPLE)} people in {len(MOODS)} moods")


if __name__ == "__main__":
    main()
