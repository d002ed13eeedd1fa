"""What a screen says aloud: everything on it, so that who cannot read can go on by ear.

Story moments are read by `voice.reading`; all other screens are read off their own words here.
"""

from __future__ import annotations

from elderguard.ui.screen import Asked, Body, Card, Guards, Recorder, Rows, Tiles, Told
from elderguard.ui.widgets.tile import tile_name
from elderguard.voice.reading import interface, numbered
from elderguard.voice.utterance import Utterance


def aloud(body: Body) -> tuple[Utterance, ...]:
    """The utterances for the words of a body, in the order they are read."""
    match body:
        case Card(heading=heading, paragraphs=paragraphs, buttons=buttons):
            said = [interface(text) for text in (heading, *(part.text for part in paragraphs)) if text]
            return (*said, *(numbered([button.text for button in buttons]) if body.numbered else ()))
        case Guards():
            rows = [interface(f"{item.text}，{item.result}。") for item in body.items]
            return (interface(body.heading), *rows)
        case Tiles():
            banner = (interface(body.banner),) if body.banner else ()
            titles = list(map(tile_name, body.tiles))
            return (*banner, *numbered(titles))
        case Rows():
            return tuple(interface(f"{row.name}，{row.value}。") for row in body.rows)
        case Told() | Asked() | Recorder():
            return ()
