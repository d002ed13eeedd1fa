from __future__ import annotations

import array
import ast
import math
import re
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QRawFont

from elderguard import paths
from elderguard.scenario.vocabulary import Daytime, Mood
from elderguard.ui.drawing import admit
from elderguard.ui.picture import icon_file, pixmap, place_file, portrait_file

ASSETS = paths.assets_folder()
DRAWINGS = sorted(ASSETS.rglob("*.svg"))
PEOPLE = sorted(folder.name for folder in (ASSETS / "portraits").iterdir() if folder.is_dir())
PLACES = sorted(file.stem for file in (ASSETS / "places").glob("*.svg") if "-evening" not in file.stem)
SOUNDS = sorted((ASSETS / "sounds").glob("*.wav"))
RATE = 24_000


def picture(path: Path | None, width: int = 80, height: int = 100) -> QImage:
    return pixmap(path, QSize(width, height)).toImage()


def in_use() -> set[str]:
    """Every character of the scenarios and of the texts in the code."""
    found = set(
        "".join(file.read_text(encoding="utf-8") for file in paths.scenarios_folder().rglob("*.yaml"))
    )
    for file in Path(paths.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update(node.value)
    end_of_a_range = "\u9fff"  # stands in patterns, never on a screen
    return {char for char in found if char.isprintable()} - {end_of_a_range}


@pytest.mark.parametrize("weight", ["Medium", "Bold"])
def test_the_font_has_every_character_in_use(weight: str) -> None:
    font = QRawFont(str(ASSETS / "fonts" / f"NotoSansSC-{weight}.ttf"), 20)
    assert font.isValid()
    assert sorted(char for char in in_use() if not font.supportsCharacter(ord(char))) == []


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_shipped_drawing_is_let_in_and_can_be_seen(file: Path) -> None:
    admit(file.read_bytes())
    image = picture(file)
    seen = sum(image.pixelColor(x, y).alpha() > 40 for x in range(0, 80, 2) for y in range(0, 100, 2))
    assert seen > 25


@pytest.mark.parametrize("person", PEOPLE)
def test_a_mood_changes_the_face(person: str) -> None:
    faces = [picture(portrait_file(person, mood)) for mood in Mood]
    assert faces[0] != faces[1] != faces[2] != faces[0]


def test_no_two_people_differ_in_colour_only() -> None:
    """Without colours, the outlines of any two people, clothes and features included, are different."""
    outlines = {person: edges(picture(portrait_file(person), 160, 200)) for person in PEOPLE}
    for one in PEOPLE:
        for other in PEOPLE:
            if one < other:
                shared = len(outlines[one] & outlines[other]) / len(outlines[one] | outlines[other])
                assert shared < 0.75, f"{one} and {other} share {shared:.0%} of their outlines"


def edges(image: QImage) -> set[tuple[int, int]]:
    """Where two neighbouring points differ clearly in grey."""
    grey = [[_grey(image.pixelColor(x, y)) for x in range(image.width())] for y in range(image.height())]
    return {
        (x, y)
        for y in range(1, image.height())
        for x in range(1, image.width())
        if abs(grey[y][x] - grey[y][x - 1]) > 18 or abs(grey[y][x] - grey[y - 1][x]) > 18
    }


def _grey(colour: QColor) -> float:
    light = 0.3 * colour.red() + 0.59 * colour.green() + 0.11 * colour.blue()
    return light * colour.alpha() / 255 + 250 * (255 - colour.alpha()) / 255


@pytest.mark.parametrize("place", PLACES)
def test_a_place_has_an_evening_that_is_darker(place: str) -> None:
    day, evening = (picture(place_file(place, light), 137, 56) for light in (Daytime.DAY, Daytime.EVENING))

    def light(image: QImage) -> float:
        return sum(_grey(image.pixelColor(x, y)) for x in range(0, 137, 4) for y in range(0, 56, 4))

    assert light(evening) < 0.95 * light(day)


def test_icons_that_the_code_names_are_there() -> None:
    named = set()
    for file in Path(paths.__file__).parent.rglob("*.py"):
        named |= set(re.findall(r'icon_file\("([a-z-]+)"\)', file.read_text(encoding="utf-8")))
    assert named
    assert sorted(name for name in named if not icon_file(name).is_file()) == []


def test_the_readme_names_every_folder_and_script() -> None:
    text = (ASSETS / "README.md").read_text(encoding="utf-8")
    for folder in ("fonts", "icons", "portraits", "places", "sounds"):
        assert f"`{folder}/" in text
        assert list((ASSETS / folder).glob("make_*.py"))


@pytest.mark.parametrize("file", SOUNDS, ids=lambda file: file.stem)
def test_a_sound_is_short_soft_and_within_old_ears_range(file: Path) -> None:
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, RATE)
        samples = array.array("h", sound.readframes(sound.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    assert len(samples) <= 3 * RATE
    assert 0.2 < max(abs(value) for value in samples) / 32768 <= 0.5
    assert abs(samples[0]) < 400
    assert abs(samples[-1]) < 400
    inside, whole = energies(samples[RATE // 100 : RATE // 100 + 1600])
    assert inside / whole > 0.97


def energies(samples: array.array[int]) -> tuple[float, float]:
    """The energy of a stretch between 300 and 2,000 Hz, and all of it (Hann window)."""
    count = len(samples)
    window = [value * (0.5 - 0.5 * math.cos(2 * math.pi * i / count)) for i, value in enumerate(samples)]
    whole = sum(value * value for value in window) * count / 2
    inside = 0.0
    for index in range(round(260 * count / RATE), round(2040 * count / RATE) + 1):
        turn = 2 * math.pi * index / count
        real = sum(value * math.cos(turn * i) for i, value in enumerate(window))
        imaginary = sum(value * math.sin(turn * i) for i, value in enumerate(window))
        inside += real * real + imaginary * imaginary
    return inside, whole
