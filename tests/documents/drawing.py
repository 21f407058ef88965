"""Reading the lines of a PDF back: rules, frames and filled shapes with their places."""

from __future__ import annotations

import io
from itertools import pairwise

import pdfplumber

Segment = tuple[float, float, float, float]


def rectangles(pdf: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Return x0, top, x1, bottom of the stroked rectangles of a page, points from the top left."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [
            (one["x0"], one["top"], one["x1"], one["bottom"])
            for one in document.pages[page].rects
            if one["stroke"]
        ]


def segments(pdf: bytes, page: int = 0) -> list[Segment]:
    """Return x0, y0, x1, y1 of every straight stroke (lines and open paths), from the top left."""
    found: list[Segment] = []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        own = document.pages[page]
        for one in (*own.lines, *(curve for curve in own.curves if curve["stroke"])):
            found += [(*a, *b) for a, b in pairwise(one["pts"])]
    return found


def curves(pdf: bytes, page: int = 0) -> list[dict]:
    """Return the paths of a page that are neither one line nor a rectangle."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return list(document.pages[page].curves)
