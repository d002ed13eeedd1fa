from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmapCache
from pytestqt.qtbot import QtBot

from elderguard.scenario.vocabulary import Daytime, Mood
from elderguard.ui.drawing import MOST_BYTES, MOST_ELEMENTS, RefusedError, admit
from elderguard.ui.picture import Fit, Picture, draw_picture, icon_file, pixmap, place_file, portrait_file

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
)
RED = HEAD + '<rect x="0" y="0" width="10" height="10" fill="#ff0000"/></svg>'

HOSTILE = {
    "a file of this computer": HEAD + '<image href="file:///etc/hostname" width="9" height="9"/></svg>',
    "a file of this computer, old style": HEAD
    + '<image xlink:href="/etc/hostname" width="9" height="9"/></svg>',
    "the net": HEAD + '<rect width="9" height="9" fill="url(http://example.org/a.svg#b)"/></svg>',
    "a script": HEAD + "<script>alert(1)</script></svg>",
    "a handler": HEAD + '<rect width="9" height="9" onload="alert(1)"/></svg>',
    "a style sheet": HEAD + "<style>@import url(http://example.org/a.css);</style></svg>",
    "an entity bomb": '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    + HEAD
    + "<desc>&b;</desc></svg>",
    "an outside entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + HEAD + "&x;</svg>",
    "a web page inside": HEAD + '<foreignObject width="9" height="9"/></svg>',
    "repetition": HEAD + '<g id="a"/><use href="#a"/></svg>',
    "dashes without end": HEAD + '<path d="M0 0H1e6" stroke="#000" stroke-dasharray="0.0001"/></svg>',
    "a filter": HEAD + '<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter></svg>',
    "a huge number": HEAD + '<rect width="99999999" height="9"/></svg>',
    "an exponent": HEAD + '<rect width="1e30" height="9"/></svg>',
    "too many elements": HEAD + "<g/>" * (MOST_ELEMENTS + 1) + "</svg>",
    "too deep": HEAD + "<g>" * 40 + "</g>" * 40 + "</svg>",
    "too many layers": HEAD + '<g opacity=".5"/>' * 80 + "</svg>",
    "too many bytes": HEAD + " " * MOST_BYTES + "</svg>",
    "an instruction": '<?xml-stylesheet href="http://example.org/a.css"?>' + RED,
    "no svg at all": "<html xmlns='http://www.w3.org/1999/xhtml'/>",
    "broken off": RED[:-9],
    "nothing": "",
}


def colour(path: Path | None, at: tuple[int, int] = (5, 5)) -> QColor:
    return pixmap(path, QSize(40, 40)).toImage().pixelColor(*at)


@pytest.fixture(autouse=True)
def _empty_cache(qtbot: QtBot) -> None:
    QPixmapCache.clear()


@pytest.fixture
def red(tmp_path: Path) -> Path:
    file = tmp_path / "red.svg"
    file.write_text(RED, encoding="utf-8")
    return file


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_has_as_many_pixels_as_the_screen(red: Path, ratio: float) -> None:
    drawn = pixmap(red, QSize(40, 30), ratio)
    assert (drawn.width(), drawn.height()) == (round(40 * ratio), round(30 * ratio))
    assert drawn.devicePixelRatio() == ratio


def test_the_second_call_is_a_look_up(red: Path) -> None:
    first = pixmap(red, QSize(40, 40))
    assert pixmap(red, QSize(40, 40)).cacheKey() == first.cacheKey()


def test_a_changed_file_is_drawn_anew(red: Path) -> None:
    assert colour(red) == QColor("#ff0000")
    red.write_text(RED.replace("ff0000", "0000ff"), encoding="utf-8")
    assert colour(red) == QColor("#0000ff")


def test_contain_leaves_room_and_cover_leaves_none(red: Path) -> None:
    contained = pixmap(red, QSize(80, 40), 1.0, Fit.CONTAIN).toImage()
    covered = pixmap(red, QSize(80, 40), 1.0, Fit.COVER).toImage()
    assert contained.pixelColor(2, 20).alpha() == 0
    assert covered.pixelColor(2, 20) == QColor("#ff0000")


def test_a_tint_recolours_every_point(red: Path) -> None:
    tinted = pixmap(red, QSize(20, 20), 1.0, Fit.CONTAIN, "#00ff00").toImage()
    assert tinted.pixelColor(10, 10) == QColor("#00ff00")


def test_a_missing_picture_becomes_a_calm_sheet(tmp_path: Path) -> None:
    for missing in (None, tmp_path / "none.svg", tmp_path):
        assert colour(missing, (20, 3)) == QColor("#EADFC8")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_drawing_is_refused_quickly_and_a_sheet_stands_in(tmp_path: Path, text: str) -> None:
    with pytest.raises(RefusedError):
        admit(text.encode())
    file = tmp_path / "hostile.svg"
    file.write_text(text, encoding="utf-8")
    began = perf_counter()
    assert colour(file, (20, 3)) == QColor("#EADFC8")
    assert perf_counter() - began < 1


def test_a_photograph_is_shown(tmp_path: Path) -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#3366cc"))
    image.save(str(tmp_path / "photo.png"))
    assert colour(tmp_path / "photo.png", (20, 20)) == QColor("#3366cc")


def test_a_photograph_with_too_many_pixels_is_not_read(tmp_path: Path) -> None:
    image = QImage(5000, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "wide.png"))
    assert colour(tmp_path / "wide.png", (20, 3)) == QColor("#EADFC8")


def test_a_photograph_that_is_none_becomes_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "lie.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    (tmp_path / "text.jpg").write_text(RED, encoding="utf-8")
    assert colour(tmp_path / "lie.png", (20, 3)) == QColor("#EADFC8")
    assert colour(tmp_path / "text.jpg", (20, 3)) == QColor("#EADFC8")


def test_a_story_brings_a_picture_of_its_own(red: Path) -> None:
    assert portrait_file("red.svg", Mood.CALM, red.parent) == red
    assert place_file("red.svg", Daytime.DAY, red.parent) == red


@pytest.mark.parametrize("name", ["../red.svg", "/etc/hostname", "sub/../../red.svg", ""])
def test_a_story_cannot_reach_out_of_its_folder(red: Path, name: str) -> None:
    inside = red.parent / "story"
    inside.mkdir()
    assert portrait_file(name, Mood.CALM, inside) is None
    assert place_file(name, Daytime.DAY, inside) is None


def test_a_link_out_of_the_folder_is_not_followed(red: Path) -> None:
    inside = red.parent / "story"
    inside.mkdir()
    (inside / "link.svg").symlink_to(red)
    assert portrait_file("link.svg", Mood.CALM, inside) is None


def test_a_mood_without_a_picture_falls_back_to_the_calm_one() -> None:
    assert portrait_file("clerk", Mood.WORRIED) != portrait_file("clerk", Mood.CALM)
    assert portrait_file("nobody") is None


def test_a_picture_widget_draws_its_file_and_says_its_words(qtbot: QtBot, red: Path) -> None:
    widget = Picture(fit=Fit.COVER, radius=8)
    qtbot.addWidget(widget)
    widget.resize(40, 40)
    widget.show_picture(red, words="红色")
    assert widget.accessibleName() == "红色"
    assert widget.grab().toImage().pixelColor(20, 20) == QColor("#ff0000")


def test_a_picture_is_drawn_into_a_box(red: Path) -> None:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    draw_picture(painter, red, image.rect().adjusted(20, 20, -20, -20))
    painter.end()
    assert image.pixelColor(30, 30) == QColor("#ff0000")
    assert image.pixelColor(5, 5) == QColor("#ffffff")
    assert icon_file("shield").is_file()
