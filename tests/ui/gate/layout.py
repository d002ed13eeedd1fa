"""Rows 10 and 11: nothing is cut off, covered, shortened or scrolled; all is within the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QScrollBar, QWidget

from elderguard.ui.widgets.button import BigButton
from tests.ui.gate.criterion import Criterion, Fault
from tests.ui.gate.page import Page, Word, label

SLACK = 1.5  # px that rounding may take
RIM = 6  # px from the side of a button to the inside of its edge


def plain(text: str) -> str:
    """A text without what only breaks its lines."""
    return "".join(text.replace("\u2028", "").split())


def inside(page: Page) -> Iterator[Fault]:
    """Every word lies within what draws it, and all above that up to the window."""
    for word in page.words:
        ink = word.box.adjusted(0, word.box.height() * 0.12, 0, -word.box.height() * 0.1)
        if isinstance(word.widget, QAbstractButton) and not word.is_number:
            rim = RIM * page.scale
            box = QRectF(page.box(word.widget)).adjusted(rim, rim, -rim, -rim)
            if not _holds(box, ink):
                yield Fault(_named(word), _sides(ink, box), "within the edge of its button")
                continue
        above: QWidget | None = word.widget
        while above is not None:
            if not _holds(QRectF(page.box(above)), ink):
                yield Fault(_named(word), _sides(ink, QRectF(page.box(above))), f"within {label(above)}")
                break
            above = above.parentWidget() if above is not page.root else None
    for button in page.buttons:
        over: QWidget | None = button.parentWidget()
        while over is not None:
            if not _holds(QRectF(page.box(over)), QRectF(page.box(button))):
                yield Fault(
                    label(button), _sides(QRectF(page.box(button)), QRectF(page.box(over))), label(over)
                )
                break
            over = over.parentWidget() if over is not page.root else None


def _holds(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _sides(inner: QRectF, outer: QRectF) -> str:
    beyond = {
        "left": outer.left() - inner.left(),
        "top": outer.top() - inner.top(),
        "right": inner.right() - outer.right(),
        "bottom": inner.bottom() - outer.bottom(),
    }
    return ", ".join(f"{px:.0f} px beyond the {side}" for side, px in beyond.items() if px > SLACK)


def _named(word: Word) -> str:
    return f"{label(word.widget)} “{word.text}”"


def whole(page: Page) -> Iterator[Fault]:
    """Every text is drawn whole, and no widget is smaller than it needs."""
    for block in page.blocks:
        drawn = plain("".join(word.text for word in page.words_of(block)))
        if drawn != plain(block.text()):
            yield Fault(label(block), f"drawn “{drawn}”", f"“{plain(block.text())}”")
    for button in page.buttons:
        if isinstance(button, BigButton):
            drawn = plain("".join(word.text for word in page.words_of(button) if not word.is_number))
            if plain(button.face.text) not in drawn:
                yield Fault(label(button), f"drawn “{drawn}”", f"“{button.face.text}”")
    for widget in page.widgets:
        if isinstance(widget, QLabel | QAbstractButton):
            needed = widget.minimumSizeHint().height()
            if widget.height() < needed - SLACK:
                yield Fault(label(widget), f"{widget.height()} px high", f"≥ {needed}")
        if isinstance(widget, QAbstractScrollArea | QScrollBar):
            yield Fault(label(widget), "scrolls", "pages")


def apart(page: Page) -> Iterator[Fault]:
    """No word is covered by another part, and none lies on another."""
    words = [word for word in page.words if page.root.rect().contains(word.box.center().toPoint())]
    for word in words:
        for point in _points(word):
            top = page.root.childAt(point.toPoint())
            if top is not None and top is not word.widget and not word.widget.isAncestorOf(top):
                yield Fault(_named(word), f"covered by {label(top)}", "in sight")
                break
    boxes = [
        (word, word.box.adjusted(1, word.box.height() * 0.15, -1, -word.box.height() * 0.12))
        for word in words
    ]
    for at, (word, box) in enumerate(boxes):
        for other, place in boxes[at + 1 :]:
            if box.intersects(place):
                yield Fault(_named(word), f"lies on {_named(other)}", "a place of its own")


def _points(word: Word) -> list[QPointF]:
    """Above, on and below the middle of every character."""
    box, step = word.box, word.box.width() / len(word.text)
    return [
        QPointF(box.left() + (at + 0.5) * step, box.top() + box.height() * share)
        for at in range(len(word.text))
        for share in (0.3, 0.5, 0.7)
    ]


CRITERIA = (
    Criterion(10, "nothing sticks out", inside),
    Criterion(10, "every text is drawn whole", whole),
    Criterion(10, "nothing covers a text", apart),
)
