"""The body of a letter: paragraphs with an indented first line, points with a hanging indent."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from sopapp.documents.flow import Column, Hanging, WithEnd
from sopapp.documents.text import NBSP, Block, parse_body
from sopapp.documents.typesetting import JUSTIFY, Type, paragraph, rich

POINT_INDENT = 7.5 * mm
_FIRST_LINE = 12.5 * mm
_PARAGRAPH_GAP = 6.0
_POINT_GAP = 3.0


def body_parts(body: str, kind: Type, width: float) -> list[Flowable]:
    """Return the paragraphs and points; at least one, so that a signature has company."""
    blocks = parse_body(body)
    markers = {block.marker for block in blocks if block.marker}
    # One indent for all, so that 9. and 10. hang alike.
    indent = max(POINT_INDENT, kind.marker_width(markers)) if markers else 0.0
    parts = [_block(block, kind, width, indent) for block in blocks]
    return parts or [paragraph(NBSP, kind)]


def signed(
    parts: list[Flowable], block: Flowable, kind: Type, width: float, page_height: float
) -> list[Flowable]:
    """Return `parts` with the signature block bound to the last of them.

    A single line is too little company on another page: it takes the part before it along.
    """
    *others, last = parts
    if others and last.wrap(width, page_height)[1] < 1.5 * kind.line:
        before = others.pop()
        last = Column([before, last], 0, width, float(before.getSpaceBefore()))
    return [*others, WithEnd(last, block, kind.line, page_height)]


def _block(block: Block, kind: Type, width: float, hang: float) -> Flowable:
    text = kind.but(align=JUSTIFY, before=_PARAGRAPH_GAP)
    if not block.marker:
        return rich(block.text, text.but(first=_FIRST_LINE), column=width - _FIRST_LINE)
    # The first line of a point holds its marker, so it starts where the others do.
    indent = hang * block.level
    own = text.but(hang=hang, before=_POINT_GAP)
    return Hanging((), indent, rich(block.text, own, marker=block.marker, column=width - indent))
