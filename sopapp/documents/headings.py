"""Centred headings and label-colon-value rows that several letters share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlab.platypus import Flowable

from sopapp.documents.flow import Column, Hanging, Mark
from sopapp.documents.text import NBSP, one_line
from sopapp.documents.typesetting import CENTER, Type, balanced, paragraph

# Where an office's name gives way to its region: the best place for a line to end.
_REGION = re.compile(r"\s+(?=(?:PROVINSI|KABUPATEN|KOTA)\s)")


def centered(text: str, kind: Type, width: float) -> Flowable:
    """Return a heading in lines of about equal length; a region begins its own line."""
    return paragraph("\n".join(heading_lines(text, kind, width)), kind.but(align=CENTER))


def heading_lines(text: str, kind: Type, width: float) -> list[str]:
    """Divide a heading for `width` points."""
    text = one_line(text)
    if kind.width(text) <= width:
        return [text]
    office, *region = _REGION.split(text)
    # Only a name that ends in its region: a region within a sentence is no place to break.
    if len(region) == 1 and kind.width(region[0]) <= width:
        return [*balanced(office, kind, width), region[0]]
    return balanced(text, kind, width)


def labelled(label: str, value: str, kind: Type, label_width: float, colon_width: float) -> Hanging:
    """Return a row `label : value` whose value hangs; an empty value keeps its line."""
    marks = (
        Mark(0, label_width, paragraph(label, kind)),
        Mark(label_width, colon_width, paragraph(":", kind)),
    )
    return Hanging(marks, label_width + colon_width, paragraph(value or NBSP, kind))


def corner(children: Sequence[Flowable], width: float, share: float) -> Column:
    """Return a block in the upper right corner, in the right `share` of the width."""
    return Column(children, width * (1 - share), width * share)
