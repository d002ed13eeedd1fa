"""What an SVG file may contain before it is drawn.

A scenario's folder may come from anybody. A drawing is therefore let in element by element: plain
shapes and gradients, no references out of the file, no scripts, no text, nothing that makes a small
file cost much time or memory (repetition, dashes, filters, patterns, masks).
"""

from __future__ import annotations

import re
from xml.parsers import expat

MOST_BYTES = 400_000
MOST_ELEMENTS = 3_000
MOST_LAYERS = 60
DEEPEST = 24
SVG = "http://www.w3.org/2000/svg"

_SHAPE_WORDS = """
svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop title desc
"""
_ATTRIBUTE_WORDS = """
viewBox width height version preserveAspectRatio id d x y x1 y1 x2 y2 cx cy r rx ry fx fy points transform
fill fill-rule fill-opacity clip-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
stroke-opacity opacity offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod
"""
SHAPES = frozenset(_SHAPE_WORDS.split())
ATTRIBUTES = frozenset(_ATTRIBUTE_WORDS.split())
WORDS = frozenset({"id", "fill", "stroke", "stop-color"})  # values that are no numbers
_OUTSIDE = re.compile(r"url\(\s*(?!#)|[a-z]+://|javascript:|data:|@import", re.IGNORECASE)
_HUGE = re.compile(r"(?<![\d.])\d{7,}|[eE]\+?[1-9]\d|inf|nan")


class RefusedError(Exception):
    """A drawing that is not let in; the message says why, for a log."""


def admit(data: bytes) -> bytes:
    """The same bytes, if they are a drawing of plain shapes; RefusedError otherwise."""
    if len(data) > MOST_BYTES:
        raise RefusedError(f"larger than {MOST_BYTES} bytes")
    _Reader().read(data)
    return data


class _Reader:
    """One reading of one file: how deep it stands and how much it has seen."""

    def __init__(self) -> None:
        self._depth = self._elements = self._layers = 0

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_prolog
        parser.ProcessingInstructionHandler = self._refuse_instruction
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise RefusedError(f"not XML: {error}") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        space, _, element = name.rpartition(" ")
        if space != SVG or element not in SHAPES:
            raise RefusedError(f"element {name}")
        if self._depth == 1 and element != "svg":
            raise RefusedError("does not begin with svg")
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise RefusedError("too many elements")
        for key, value in attributes.items():
            if key not in ATTRIBUTES:
                raise RefusedError(f"attribute {key}")
            if _OUTSIDE.search(value) or (key not in WORDS and _HUGE.search(value)):
                raise RefusedError(f"value of {key}")
        if "opacity" in attributes and element in ("g", "svg"):
            self._layers += 1
            if self._layers > MOST_LAYERS:
                raise RefusedError("too many layers")

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _refuse_prolog(self, *_parts: object) -> None:
        raise RefusedError("document type")

    def _refuse_instruction(self, *_parts: object) -> None:
        raise RefusedError("processing instruction")
