"""Takes the coloured icons out of Microsoft's Fluent Emoji and draws the plain ones.

Run with the `icons.json` of the npm package `@iconify-json/fluent-emoji-flat` (MIT):

    python assets/icons/make_icons.py path/to/icons.json

`FLUENT` maps a file here to the emoji it is cut from. `PLAIN` are strokes of our own on a 24 × 24
grid in black; the application tints them with the colour of the text they stand beside.
"""

# ruff: noqa: E501 - paths are long

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

FLUENT = {
    "shield": "shield",
    "self": "old-woman-light",
    "police": "man-police-officer-light",
    "phone": "telephone",
    "list": "clipboard",
    "speaker": "speaker-high-volume",
    "speaker-low": "speaker-low-volume",
    "sound-off": "muted-speaker",
    "speaker-off": "muted-speaker",
    "turtle": "turtle",
    "rabbit": "rabbit",
    "home": "house",
    "house": "house",
    "stop-hand": "raised-hand",
    "raised-hand": "raised-hand",
    "megaphone": "megaphone",
    "loudspeaker": "loudspeaker",
    "thumbs-up": "thumbs-up",
    "telephone-receiver": "telephone-receiver",
    "telephone": "telephone",
    "guard-phone": "mobile-phone",
    "mobile-phone": "mobile-phone",
    "mobile-phone-ringing": "mobile-phone-with-arrow",
    "guard-code": "envelope",
    "envelope": "envelope",
    "guard-face": "selfie",
    "selfie": "selfie",
    "guard-id": "identification-card",
    "identification-card": "identification-card",
    "busts": "busts-in-silhouette",
    "bust": "bust-in-silhouette",
    "clipboard": "clipboard",
    "settings": "gear",
    "gear": "gear",
    "help": "white-question-mark",
    "question-mark": "white-question-mark",
    "back": "left-arrow",
    "left-arrow": "left-arrow",
    "next": "right-arrow",
    "right-arrow": "right-arrow",
    "back-arrow": "right-arrow-curving-left",
    "microphone": "microphone",
    "check": "check-mark-button",
    "check-mark-button": "check-mark-button",
    "think": "light-bulb",
    "light-bulb": "light-bulb",
    "books": "books",
    "open-book": "open-book",
    "locked": "locked",
    "unlocked": "unlocked",
    "key": "key",
    "credit-card": "credit-card",
    "receipt": "receipt",
    "pause": "pause-button",
    "play": "play-button",
    "memo": "memo",
    "magnifier": "magnifying-glass-tilted-left",
    "bell": "bell",
    "seedling": "seedling",
    "family": "people-hugging",
    "people-hugging": "people-hugging",
    "egg": "egg",
    "hospital": "hospital",
    "camera": "camera",
    "calendar": "calendar",
    "palette": "artist-palette",
    "sun": "sun",
    "moon": "crescent-moon",
    "printer": "printer",
    "speech-balloon": "speech-balloon",
    "headphone": "headphone",
    "plug": "electric-plug",
    "door": "door",
    "waving-hand": "waving-hand",
    "hourglass": "hourglass-done",
    "star": "star",
    "information": "information",
    "eyes": "eyes",
    "handshake": "handshake",
    "police-car": "police-car",
    "film-projector": "film-projector",
    "page": "page-facing-up",
    "framed-picture": "framed-picture",
}

STROKE = 'fill="none" stroke="#000" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"'
PLAIN = {
    "line-left": f'<path d="M19 12H5m6.5-7L4.5 12l7 7" {STROKE}/>',
    "line-right": f'<path d="M5 12h14m-6.5-7 7 7-7 7" {STROKE}/>',
    "line-undo": f'<path d="M9 4.5 4 9.5l5 5M4.5 9.5H14a5 5 0 0 1 0 10h-3" {STROKE}/>',
    "line-check": f'<path d="m4 12.8 5.4 5.2L20 6.5" {STROKE}/>',
    "line-cross": f'<path d="M5.5 5.5l13 13m0-13-13 13" {STROKE}/>',
    "line-plus": f'<path d="M12 4.5v15M4.5 12h15" {STROKE}/>',
    "line-minus": f'<path d="M4.5 12h15" {STROKE}/>',
    "line-home": f'<path d="M3.5 11.5 12 4l8.5 7.5M6 10v9.5h12V10M10 19.5v-6h4v6" {STROKE}/>',
    "line-pause": f'<path d="M8 5v14M16 5v14" {STROKE}/>',
    "line-more": '<circle cx="5" cy="12" r="2.2"/><circle cx="12" cy="12" r="2.2"/><circle cx="19" cy="12" r="2.2"/>',
    "line-message": f'<path d="M4 6.5A1.5 1.5 0 0 1 5.500 5h13A1.500 1.500 0 0 1 20 6.500v9a1.500 1.500 0 0 1-1.500 1.500H11l-4.500 3.500V17h-1A1.500 1.500 0 0 1 4 15.500zM8 9.300h8M8 12.800h5" {STROKE}/>',
    "line-person": f'<circle cx="12" cy="8.2" r="4.200" {STROKE}/><path d="M4 20.500c.600-4.600 3.600-6.800 8-6.800s7.400 2.200 8 6.800" {STROKE}/>',
    "line-question": f'<path d="M8 8.500C8 6 9.700 4.500 12 4.500s4 1.500 4 3.800c0 3-4 3.400-4 6.700" {STROKE}/><circle cx="12" cy="19.600" r="1.800"/>',
    "line-lock": f'<path d="M6 10.500h12v9.500H6zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500M12 14.300v2.200" {STROKE}/>',
    "line-card": f'<path d="M3.500 6.500h17v11.500h-17zM3.500 10.500h17M6.500 14.700h4" {STROKE}/>',
    "line-screen": f'<path d="M7 3.500h10v17H7zM11 17.800h2" {STROKE}/>',
    "line-download": f'<path d="M12 4v11m-5-4.600 5 4.900 5-4.900M4.500 19.800h15" {STROKE}/>',
    "line-signal": '<path d="M3 17h3v4H3zM8 13.500h3V21H8zM13 10h3v11h-3zM18 6h3v15h-3z"/>',
    "line-battery": '<path d="M3.500 7h15A1.500 1.500 0 0 1 20 8.500v7a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 2 15.500v-7A1.500 1.500 0 0 1 3.500 7zm.500 2v6h14V9zM21 10h1.500v4H21zM5.500 10.500h9v3h-9z" fill-rule="evenodd"/>',
    "line-answer": '<path d="M6.200 3.200 9.400 3c.5 0 .9.300 1 .8l.9 3.900c.1.400 0 .8-.3 1.100L8.700 11a13 13 0 0 0 4.700 4.500l2.100-2.300c.3-.3.7-.4 1.100-.3l3.900 1c.5.100.8.500.8 1l-.2 3.200c-.1 1.500-1.300 2.700-2.800 2.700C10.300 20.400 3.900 13.600 3.600 6c-.1-1.500 1.100-2.700 2.600-2.800z"/>',
    "line-hang-up": '<path d="M12 8.300c-4 0-7.500 1.300-9.700 3.700-.8.900-.8 2.300-.1 3.300l1.300 1.900c.3.500.9.600 1.400.4l3.300-1.400c.4-.2.700-.6.700-1v-2.400c2-.6 4.200-.6 6.200 0v2.400c0 .4.300.8.700 1l3.300 1.400c.5.200 1.100.100 1.400-.4l1.300-1.900c.7-1 .7-2.400-.1-3.300-2.200-2.400-5.700-3.700-9.700-3.700z"/>',
}

DISCS = {"call-answer": ("#1B7A4B", "line-answer"), "call-hang-up": ("#A8330C", "line-hang-up")}

OWN = {
    "aftercare": (
        '<path d="M12 21.500C4.500 15.900 1.500 12.300 1.500 8.300 1.500 5.200 3.900 3 6.700 3c2.200 0 4.200 1.200 5.300 3.200C13.100 4.200 '
        '15.100 3 17.300 3c2.800 0 5.200 2.200 5.200 5.300 0 4-3 7.600-10.500 13.200z" fill="#E9868B"/><path d="M3.500 15.200c2.300-1.600 '
        "5-1.200 6.700.5l2.600 2.300c.9.900-.3 2.300-1.400 1.600l-2-1.300 2.400 2.500c2.300.5 4.700.2 6.600-1.400l3.300-2.700c1.300-.9 2.600.7 1.500 1.800"
        'l-3.900 4c-2.500 2.200-7.100 2.200-9.900 1.100l-5.900-2.200z" fill="#FFC83D"/>'
    ),
    "neighbours": (
        '<circle cx="7.500" cy="9" r="4.500" fill="#F6C9A4"/><path d="M2.800 9.600C2.500 5.500 4.700 3.500 7.500 3.500s5 2 4.700 6.100c-.9-2.500-2.600-3'
        '.2-4.700-3.200s-3.800.7-4.700 3.200z" fill="#8E8E93"/><circle cx="7.500" cy="3.200" r="1.700" fill="#6C6C72"/><path d="M0 23c.3-5.800 '
        '3.300-8.600 7.500-8.600S14.700 17.200 15 23z" fill="#3F7A63"/><circle cx="17" cy="10.500" r="4.300" fill="#F2BE95"/><path d="M12.600 10.600'
        'c-.1-3.700 1.800-5.600 4.400-5.600s4.500 1.900 4.400 5.600c-1.600-.3-3.400-1.300-4.200-2.700-.8 1.400-2.600 2.600-4.600 2.700z" fill="#2F2A2B"/>'
        '<path d="M10 23c.3-5 3-7.700 7-7.700s6.700 2.700 7 7.700z" fill="#B4584A"/>'
    ),
    "letter-big": (
        '<g fill="none" stroke="#2A5FA5" stroke-width="2.600" stroke-linecap="round" stroke-linejoin="round"><path d="M2.500 9h12.500'
        'M8.800 3.500C8.800 12 6.500 17 2.200 20.500M8.800 10c1 4.500 3 8 6.500 10.500"/><path d="M20 19.500V7m-3 3.500L20 7l3 3.500" stroke="#0B5F47"/></g>'
    ),
    "letter-small": (
        '<g fill="none" stroke="#2A5FA5" stroke-width="2.200" stroke-linecap="round" stroke-linejoin="round"><path d="M4 11.500h8.500'
        'M8.200 7.500c0 6-1.400 9.500-4.400 12M8.200 12c.7 3.200 2.100 5.700 4.600 7.500"/><path d="M20 7v12.500m-3-3.500 3 3.500 3-3.500" stroke="#8F3409"/></g>'
    ),
    "exit": (
        '<path d="M3 2h11v20H3z" fill="#C98B4B"/><path d="M3 2h11v20H3z" fill="none" stroke="#8A5A2B" stroke-width="1.600"/>'
        '<circle cx="11.200" cy="12.200" r="1.200" fill="#FFE3A8"/><path d="M15.500 12h7m-3-3.500 3.300 3.500-3.300 3.500" fill="none" '
        'stroke="#2A5FA5" stroke-width="2.400" stroke-linecap="round" stroke-linejoin="round"/>'
    ),
    "replay": (
        '<path d="M2 9h4l5-4.500v15L6 15H2z" fill="#5B7FA6"/><path d="M14.500 7.500A6.500 6.500 0 1 1 15 17" fill="none" stroke="#2A5FA5" '
        'stroke-width="2.200" stroke-linecap="round"/><path d="M14 3.500v4.300h4.300" fill="none" stroke="#2A5FA5" stroke-width="2.200" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    ),
    "bank": (
        '<path d="M12 1.500 23 8v2H1V8z" fill="#8FA6BD"/><path d="M3 11h3v8H3zM8 11h3v8H8zM13 11h3v8h-3zM18 11h3v8h-3z" fill="#C3CFDB"/>'
        '<path d="M1 20h22v3H1z" fill="#6F879F"/><circle cx="12" cy="6.600" r="1.800" fill="#FFE3A8"/>'
    ),
    "unknown-caller": (
        '<circle cx="12" cy="12" r="12" fill="#8A94A3"/><circle cx="12" cy="9" r="4.200" fill="#E8ECF1"/>'
        '<path d="M3.900 20.900C5 16.700 8 14.600 12 14.600s7 2.100 8.100 6.300A12 12 0 0 1 12 24a12 12 0 0 1-8.100-3.100z" '
        'fill="#E8ECF1"/><circle cx="18.600" cy="5.400" r="5.400" fill="#FFF"/><path d="M16.900 4.500c0-1 .7-1.700 1.700-1.700'
        's1.700.6 1.700 1.600c0 1.200-1.700 1.400-1.700 2.600" fill="none" stroke="#4A5361" stroke-width="1.200" '
        'stroke-linecap="round"/><circle cx="18.600" cy="8.600" r=".8" fill="#4A5361"/>'
    ),
    "app": (
        '<rect x="1" y="1" width="22" height="22" rx="6" fill="#5B7FA6"/><circle cx="8.200" cy="8.200" r="3" '
        'fill="#FFF"/><rect x="12.800" y="5.200" width="6" height="6" rx="1.600" fill="#FFE3A8"/><rect x="5.200" '
        'y="12.800" width="6" height="6" rx="1.600" fill="#CFE3D6"/><circle cx="15.800" cy="15.800" r="3" fill="#FFF"/>'
    ),
}


def disc(colour: str, plain: str) -> str:
    """A plain icon in white on a coloured disc."""
    white = PLAIN[plain].replace("<path ", '<path fill="#FFF" ')
    placed = f'<g transform="translate(5.500 5.500) scale(.54)">{white}</g>'
    return f'<circle cx="12" cy="12" r="12" fill="{colour}"/>{placed}'


def write(name: str, grid: int, body: str) -> None:
    """Write one icon of `grid` × `grid` units."""
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {grid} {grid}" width="{grid}" height="{grid}">'
    )
    (HERE / f"{name}.svg").write_text(f"{text}{body}</svg>\n", encoding="utf-8")


def main(source: Path) -> None:
    """Write every icon; KeyError names an emoji the source does not have."""
    icons = json.loads(source.read_text(encoding="utf-8"))["icons"]
    for name, emoji in FLUENT.items():
        write(name, 32, icons[emoji]["body"])
    for name, body in PLAIN.items():
        write(name, 24, body)
    for name, (colour, plain) in DISCS.items():
        write(name, 24, disc(colour, plain))
    for name, body in OWN.items():
        write(name, 24, body)
    print(f"{len(FLUENT)} coloured and {len(PLAIN)} plain icons")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
