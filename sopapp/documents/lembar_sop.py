"""The SOP sheet as the office prints it: head and lists first, then the table with the flow.

Parts and symbols are those of Permenpan 35/2012; sheets are landscape.
"""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak, Spacer

from sopapp.documents.content import LembarSop
from sopapp.documents.headings import centered
from sopapp.documents.page import About, Area, area, page_template, write
from sopapp.documents.sop_kepala import SopKepala, sop_daftar
from sopapp.documents.sop_table import sop_table
from sopapp.documents.text import one_line
from sopapp.documents.typesetting import Type

# The head is set as large as one page allows, the table small enough for its columns.
_HEAD_SCALES = (0.85, 0.82, 0.79, 0.76, 0.73, 0.7, 0.68, 0.66)
_HEAD_OVERLEAF = 0.76
_TABLE_SCALE = 0.7
_TITLE_SCALE = 10 / 12
_ALUR = "Alur"


def build_lembar_sop(letter: LembarSop) -> bytes:
    """Return the PDF of an SOP sheet."""
    inside = area(letter.page, landscape=True)
    kind = Type(letter.page.font, letter.page.size)
    title = kind.but(bold=True, size=kind.size * _TITLE_SCALE)
    small = kind.but(size=kind.size * _TABLE_SCALE, leading=1.18)
    story: list[Flowable] = [
        *_first_page(letter, kind, inside),
        PageBreak(),
        centered(f"{_ALUR} {one_line(letter.nama)}".upper(), title, inside.width),
        Spacer(1, kind.line * 0.5),
        sop_table(letter, small, inside.width, inside.height),
    ]
    about = About(
        title=f"SOP {one_line(letter.nama)}",
        author=letter.kop.instansi,
        subject="; ".join(
            f"{one_line(label)} {one_line(value)}"
            for label, value in letter.kepala
            if value.strip()
        ),
    )
    template = page_template("sop", letter.page, "{}", landscape=True)
    return write(story, [template], letter.page, about)


def _first_page(letter: LembarSop, kind: Type, inside: Area) -> list[Flowable]:
    """Head and lists in the largest type in which one page holds them, else on two pages."""
    for scale in _HEAD_SCALES:
        parts = _head(letter, kind, scale, inside)
        if sum(part.wrap(inside.width, inside.height)[1] for part in parts) <= inside.height:
            return parts
    return _head(letter, kind, _HEAD_OVERLEAF, inside)


def _head(letter: LembarSop, kind: Type, scale: float, inside: Area) -> list[Flowable]:
    own = kind.but(size=kind.size * scale, leading=1.18)
    return [SopKepala(letter, own), sop_daftar(letter, own, inside.width)]
