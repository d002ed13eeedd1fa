#!/usr/bin/python3
"""Looks at the running window through the accessibility bus, as a screen reader does, and presses for it.

Run by the system's Python (pyatspi belongs to it), in the session of the virtual desktop. One request a
line on standard input, one JSON answer a line on standard output:

    look           what can be seen, in order: a list of {"id", "role", "name", "description",
                   "box": [x, y, width, height], "focused", "enabled", "presses"}
    glance         only [id, name] of each of them: quicker, enough to see that the screen has changed
    press NAME     carry out the press action of the control with that accessible name:
                   {"pressed": true or false}
"""

import json
import sys

import pyatspi

PROGRAM = "elderguard"


def window():
    """The accessible window of the program, or None while there is none."""
    desktop = pyatspi.Registry.getDesktop(0)
    for at in range(desktop.childCount):
        program = desktop.getChildAtIndex(at)
        if program is not None and PROGRAM in (program.name or "").lower():
            for child in program:
                if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
                    return child
    return None


def showing(node):
    """The node and everything below it that is on the screen, in order."""
    if node is None or not node.getState().contains(pyatspi.STATE_SHOWING):
        return
    yield node
    for at in range(node.childCount):
        yield from showing(node.getChildAtIndex(at))


def presses(node):
    """How many actions of the node are a press."""
    try:
        action = node.queryAction()
    except NotImplementedError:
        return 0
    return sum(action.getName(at) == "Press" for at in range(action.nActions))


def object_name(node):
    """The last part of the path of object names that Qt gives out."""
    return (node.get_accessible_id() or "").rpartition(".")[2]


def seen(node):
    """One thing on the screen, as plain data."""
    state = node.getState()
    try:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        box = (0, 0, 0, 0)
    return {
        "id": object_name(node),
        "role": node.getRoleName(),
        "name": node.name or "",
        "description": node.description or "",
        "box": list(box),
        "focused": state.contains(pyatspi.STATE_FOCUSED),
        "enabled": state.contains(pyatspi.STATE_ENABLED),
        "presses": presses(node) > 0,
    }


def press(name):
    """Press the control of that name; False if there is none."""
    for node in showing(window()):
        if node.name == name and presses(node):
            action = node.queryAction()
            for at in range(action.nActions):
                if action.getName(at) == "Press":
                    return bool(action.doAction(at))
    return False


def answer(request):
    """The answer to one request."""
    verb, _, rest = request.partition(" ")
    try:
        if verb == "look":
            return [seen(node) for node in showing(window())]
        if verb == "glance":
            return [[object_name(node), node.name or ""] for node in showing(window())]
        return {"pressed": press(rest)}
    except Exception as error:  # a widget that went away while it was looked at: ask again
        return {"again": str(error)}


for line in sys.stdin:
    print(json.dumps(answer(line.rstrip("\n")), ensure_ascii=False), flush=True)
