"""The type of column titles: smaller where a word is wider than its column."""

from __future__ import annotations

from collections.abc import Sequence

from sopapp.documents.table_row import PAD_X
from sopapp.documents.typesetting import Type

_SMALLEST = 0.7


def fitting(kind: Type, titles: Sequence[tuple[str, float]]) -> Type:
    """Return the type for `titles` with their columns' widths in points."""
    ratios = (
        (width - 2 * PAD_X) / kind.width(word) for text, width in titles for word in text.split()
    )
    scale = max(min([1.0, *ratios]), _SMALLEST)
    return kind.but(size=kind.size * scale)
