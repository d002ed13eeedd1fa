"""A paint device that keeps no picture but writes down every text drawn on it: the words, where, how large.

What a widget says about itself may be wrong; what it draws is what people see.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem, QTransform
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Drawn:
    """A run of text as it was drawn: its box and baseline in px of the widget, its font."""

    text: str
    box: QRectF
    baseline: float
    pixels: float
    family: str
    weight: int


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.drawn: list[Drawn] = []
        self._transform = QTransform()
        self._seen: set[tuple[str, float, float]] = set()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._transform = state.transform()

    def drawTextItem(self, point: QPointF, item: QTextItem) -> None:
        if not item.text().strip():
            return
        scale = self._transform.m22()
        at = self._transform.map(point)
        if (item.text(), at.x(), at.y()) in self._seen:
            return  # a line with a marked stretch is drawn once more, clipped to the mark
        self._seen.add((item.text(), at.x(), at.y()))
        top, height = at.y() - item.ascent() * scale, (item.ascent() + item.descent()) * scale
        font = item.font()
        self.drawn.append(
            Drawn(
                item.text(),
                QRectF(at.x(), top, item.width() * scale, height),
                at.y(),
                font.pixelSize() * scale,
                font.family(),
                int(font.weight()),
            )
        )

    def drawPixmap(self, *_shape: object) -> None:
        """Only words are written down."""

    def drawImage(self, *_shape: object) -> None:
        """Only words are written down."""

    def drawTiledPixmap(self, *_shape: object) -> None:
        """Only words are written down."""

    def drawPath(self, *_shape: object) -> None:
        """Only words are written down."""

    def drawPolygon(self, *_shape: object) -> None:
        """Only words are written down."""


class _Device(QPaintDevice):
    """As large as the widget, 96 dpi."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.engine = _Engine()
        kind = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            kind.PdmWidth: width,
            kind.PdmHeight: height,
            kind.PdmWidthMM: width * 254 // 960,
            kind.PdmHeightMM: height * 254 // 960,
            kind.PdmDpiX: 96,
            kind.PdmDpiY: 96,
            kind.PdmPhysicalDpiX: 96,
            kind.PdmPhysicalDpiY: 96,
            kind.PdmNumColors: 1 << 24,
            kind.PdmDepth: 32,
            kind.PdmDevicePixelRatio: 1,
            kind.PdmDevicePixelRatioScaled: 1 << 16,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, kind: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(kind, 0)


def drawn_by(widget: QWidget) -> list[Drawn]:
    """The texts that this widget itself draws, its children not."""
    device = _Device(widget.width(), widget.height())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return device.engine.drawn
