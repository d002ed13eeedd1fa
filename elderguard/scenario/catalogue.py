"""Which portraits and places are drawn: what lies in the assets folder, by name, unopened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_EVENING = "-evening"


@dataclass(frozen=True)
class Catalogue:
    """The names a script may use for portraits and for places."""

    portraits: frozenset[str]
    places: frozenset[str]


def catalogue(assets: Path) -> Catalogue:
    """What lies in `portraits/<name>/<mood>.svg` and `places/<name>.svg` (or `<name>-evening.svg`)."""
    faces = (assets / "portraits").glob("*/*.svg")
    places = (file.stem for file in (assets / "places").glob("*.svg"))
    return Catalogue(
        frozenset(face.parent.name for face in faces),
        frozenset(name[: -len(_EVENING)] if name.endswith(_EVENING) else name for name in places),
    )
