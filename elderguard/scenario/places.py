"""What the drawn places are called, for those who listen instead of look."""

from __future__ import annotations

PLACE_NAMES = {
    "farmhouse-door": "家门口",
    "farmhouse-room": "家里",
    "committee-room": "村委会会议室",
    "village-road": "村里的路上",
    "insurance-window": "医保窗口",
    "police-station": "派出所",
}


def place_name(place: str) -> str:
    """The name of a place; for one with a picture of its own, a word that fits every place."""
    return PLACE_NAMES.get(place, "眼前的地方")
