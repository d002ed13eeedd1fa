"""Takes the coloured icons out of Microsoft's Fluent Emoji and draws the plain ones.

Run with the `icons.json` of the npm package `@iconify-json/fluent-emoji-flat` (MIT):

    python assets/icons/make_icons.py path/to/icons.json

`FLUENT` maps a file here to the emoji it is cut from. `PLAIN` are strokes of our own on a 24 × 24
grid in black; the application tints them with the colour of the text they stand beside.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

FLUENT = {
    "shield": "shield",
    "speaker": "speaker-high-volume",
    "speaker-low": "speaker-low-volume",
    "speaker-off": "muted-speaker",
    "turtle": "turtle",
    "rabbit": "rabbit",
    "house": "house",
    "raised-hand": "raised-hand",
    "megaphone": "megaphone",
    "loudspeaker": "loudspeaker",
    "thumbs-up": "thumbs-up",
    "telephone-receiver": "telephone-receiver",
    "telephone": "telephone",
    "mobile-phone": "mobile-phone",
    "mobile-phone-ringing": "mobile-phone-with-arrow",
    "envelope": "envelope",
    "selfie": "selfie",
    "identification-card": "identification-card",
    "busts": "busts-in-silhouette",
    "bust": "bust-in-silhouette",
    "clipboard": "clipboard",
    "gear": "gear",
    "question-mark": "white-question-mark",
    "left-arrow": "left-arrow",
    "right-arrow": "right-arrow",
    "back-arrow": "right-arrow-curving-left",
    "microphone": "microphone",
    "check-mark-button": "check-mark-button",
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


def write(name: str, grid: int, body: str) -> None:
    """Write one icon of `grid` × `grid` units."""
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {grid} {grid}" width="{grid}" height="{grid}">'
    (HERE / f"{name}.svg").write_text(f"{text}{body}</svg>\n", encoding="utf-8")


def main(source: Path) -> None:
    """Write every icon; KeyError names an emoji the source does not have."""
    icons = json.loads(source.read_text(encoding="utf-8"))["icons"]
    for name, emoji in FLUENT.items():
        write(name, 32, icons[emoji]["body"])
    for name, body in PLAIN.items():
        write(name, 24, body)
    print(f"{len(FLUENT)} coloured and {len(PLAIN)} plain icons")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
