"""Row 9: to a screen reader every button and text has a name, and a button can be pressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.gate.criterion import Criterion, Fault
from tests.ui.gate.page import Page, label


def _parts(page: Page) -> list[QWidget]:
    shown = [each for each in page.widgets if isinstance(each, QAbstractButton)]
    return [*shown, *page.blocks]


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def known(page: Page) -> Iterator[Fault]:
    """A name and an object name, neither of them twice."""
    parts = _parts(page)
    names = Counter(map(_name, parts))
    objects = Counter(each.objectName() for each in parts)
    for each in parts:
        name, object_name = _name(each), each.objectName()
        if not name or names[name] > 1:
            yield Fault(label(each), f"accessible name {name!r}, {names[name]} times", "one of its own")
        if not object_name or objects[object_name] > 1:
            yield Fault(
                label(each), f"object name {object_name!r}, {objects[object_name]} times", "one of its own"
            )


def real(page: Page) -> Iterator[Fault]:
    """Buttons are buttons with a press, texts are texts that say what is drawn, nothing else writes."""
    for button in page.buttons:
        interface = QAccessible.queryAccessibleInterface(button)
        if interface is None or interface.role() != QAccessible.Role.Button:
            yield Fault(label(button), f"role {interface and interface.role()}", "Button")
            continue
        actions = interface.actionInterface()
        press = QAccessibleActionInterface.pressAction()
        if actions is None or press not in actions.actionNames():
            yield Fault(label(button), "no press action", "a press action")
    for widget in dict.fromkeys(word.widget for word in page.words):
        if isinstance(widget, QLabel):
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or interface.role() != QAccessible.Role.StaticText:
                yield Fault(label(widget), "not a text to a screen reader", "StaticText")
        elif not isinstance(widget, QAbstractButton):
            drawn = "".join(word.text for word in page.words_of(widget))
            yield Fault(label(widget), f"draws “{drawn}” itself", "a text or a button that has a name")


CRITERIA = (
    Criterion(9, "buttons and texts have names of their own", known),
    Criterion(9, "buttons are buttons and texts are texts", real),
)
