"""How a picture file becomes pixels: crisp at any size and device pixel ratio, and never a danger.

Pictures come from the application's own `assets/` or from a scenario's folder. What is missing or
not let in becomes a calm placeholder; a story is never stopped by a picture.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from elderguard import paths
from elderguard.scenario.vocabulary import Daytime, Mood
from elderguard.ui.drawing import MOST_BYTES, RefusedError, admit

MOST_SIDE = 4096
MOST_RASTER_BYTES = 2 * 1024 * 1024
RASTER = frozenset({b"png", b"jpeg", b"jpg"})
CACHE_KB = 24_000
PAPER, PENCIL = "#EADFC8", "#B9A98A"

_log = logging.getLogger(__name__)


class Fit(Enum):
    """How a picture meets a box of another shape: all of it in sight, or all of the box filled."""

    CONTAIN = "contain"
    COVER = "cover"


def icon_file(name: str) -> Path:
    """The file of an icon."""
    return paths.assets_folder() / "icons" / f"{name}.svg"


def portrait_file(portrait: str, mood: Mood = Mood.CALM, folder: Path | None = None) -> Path | None:
    """The file of a person's portrait in that mood: `portrait` is one of ours or a file in `folder`."""
    own = paths.assets_folder() / "portraits"
    names = (own / portrait / f"{mood.value}.svg", own / portrait / f"{Mood.CALM.value}.svg")
    return _first((*names, *_in_folder(folder, portrait)))


def place_file(place: str, daytime: Daytime = Daytime.DAY, folder: Path | None = None) -> Path | None:
    """The file of a place in that light: `place` is one of ours or a file in `folder`."""
    own = paths.assets_folder() / "places"
    evening = (own / f"{place}-evening.svg",) if daytime is Daytime.EVENING else ()
    return _first((*evening, own / f"{place}.svg", *_in_folder(folder, place)))


def pixmap(
    path: Path | None, size: QSize, ratio: float = 1.0, fit: Fit = Fit.CONTAIN, tint: str = ""
) -> QPixmap:
    """The picture in a box of `size` logical px on a screen of that pixel ratio.

    `tint` recolours all of it. Kept in Qt's cache: the second call costs a look-up.
    """
    real = QSize(_side(size.width() * ratio), _side(size.height() * ratio))
    key = f"{path}|{_stamp(path)}|{real.width()}x{real.height()}|{ratio}|{fit.value}|{tint}"
    cached = QPixmap()
    if QPixmapCache.find(key, cached):
        return cached
    if QPixmapCache.cacheLimit() < CACHE_KB:
        QPixmapCache.setCacheLimit(CACHE_KB)
    drawn = QPixmap(real)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    try:
        _draw(painter, path, real, fit)
    except (RefusedError, OSError) as reason:
        _log.warning("picture %s: %s", path, str(reason))  # the error itself would keep painters alive
        _draw_placeholder(painter, real)
    if tint:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRect(0, 0, real.width(), real.height()), QColor(tint))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def draw_picture(
    painter: QPainter, path: Path | None, box: QRect, *, fit: Fit = Fit.CONTAIN, tint: str = ""
) -> None:
    """Draw the picture into `box` of whatever the painter paints on."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(box.topLeft(), pixmap(path, box.size(), ratio, fit, tint))


class Picture(QWidget):
    """A picture on a page, as large as the page makes it, with `radius` px round corners."""

    def __init__(self, parent: QWidget | None = None, *, fit: Fit = Fit.CONTAIN, radius: int = 0) -> None:
        super().__init__(parent)
        self._fit = fit
        self._radius = radius
        self._path: Path | None = None
        self._tint = ""

    def show_picture(self, path: Path | None, *, words: str = "", tint: str = "") -> None:
        """Show that file from now on; `words` say what is on it to a screen reader."""
        self._path, self._tint = path, tint
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture into the whole widget."""
        painter = QPainter(self)
        if self._radius:
            rounded = QPainterPath()
            rounded.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(rounded)
        draw_picture(painter, self._path, self.rect(), fit=self._fit, tint=self._tint)


def _side(pixels: float) -> int:
    return max(1, min(MOST_SIDE, round(pixels)))


def _first(candidates: Iterable[Path]) -> Path | None:
    return next((path for path in candidates if path.is_file()), None)


def _in_folder(folder: Path | None, name: str) -> tuple[Path, ...]:
    """The file of that name in the folder, if the name stays inside it."""
    if folder is None:
        return ()
    path = (folder / name).resolve()
    return (path,) if path.is_relative_to(folder.resolve()) else ()


def _stamp(path: Path | None) -> int:
    try:
        return path.stat().st_mtime_ns if path else 0
    except OSError:
        return 0


def _draw(painter: QPainter, path: Path | None, size: QSize, fit: Fit) -> None:
    if path is None:
        raise RefusedError("there is none")
    if path.suffix.lower() == ".svg":
        _draw_svg(painter, path, size, fit)
    else:
        _draw_raster(painter, path, size, fit)


def _draw_svg(painter: QPainter, path: Path, size: QSize, fit: Fit) -> None:
    with path.open("rb") as file:
        renderer = QSvgRenderer(QByteArray(admit(file.read(MOST_BYTES + 1))))
    if not renderer.isValid() or renderer.viewBoxF().isEmpty():
        raise RefusedError("cannot be drawn")
    renderer.render(painter, _placed(renderer.viewBoxF().size(), size, fit))


def _draw_raster(painter: QPainter, path: Path, size: QSize, fit: Fit) -> None:
    if path.stat().st_size > MOST_RASTER_BYTES:
        raise RefusedError("file too large")
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    if reader.format().data() not in RASTER:
        raise RefusedError("neither PNG nor JPEG")
    whole = reader.size()
    if not whole.isValid() or whole.width() > MOST_SIDE or whole.height() > MOST_SIDE:
        raise RefusedError("too many pixels")
    target = _placed(QSizeF(whole), size, fit)
    reader.setScaledSize(target.size().toSize().expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise RefusedError(reader.errorString())
    painter.drawImage(target.topLeft(), image)


def _placed(natural: QSizeF, size: QSize, fit: Fit) -> QRectF:
    """Where a picture of that natural size lies in the box, centred (covering keeps its foot in sight)."""
    mode = Qt.AspectRatioMode
    scaled = natural.scaled(
        QSizeF(size), mode.KeepAspectRatioByExpanding if fit is Fit.COVER else mode.KeepAspectRatio
    )
    left = (size.width() - scaled.width()) / 2
    top = (size.height() - scaled.height()) / (1.35 if fit is Fit.COVER else 2)
    return QRectF(QPointF(left, top), scaled)


def _draw_placeholder(painter: QPainter, size: QSize) -> None:
    """A sheet of paper with a hill and a sun: nothing is wrong, there is only no picture."""
    box = QRectF(0, 0, size.width(), size.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PAPER))
    painter.drawRoundedRect(box, box.width() * 0.06, box.width() * 0.06)
    painter.setBrush(QColor(PENCIL))
    side = min(box.width(), box.height())
    middle = box.center()
    painter.drawEllipse(QPointF(middle.x() + side * 0.16, middle.y() - side * 0.14), side * 0.07, side * 0.07)
    hill = QPainterPath(QPointF(middle.x() - side * 0.32, middle.y() + side * 0.22))
    hill.lineTo(middle.x() - side * 0.08, middle.y() - side * 0.1)
    hill.lineTo(middle.x() + side * 0.08, middle.y() + side * 0.08)
    hill.lineTo(middle.x() + side * 0.16, middle.y())
    hill.lineTo(middle.x() + side * 0.32, middle.y() + side * 0.22)
    hill.closeSubpath()
    painter.drawPath(hill)
