"""What the office's books (agenda, ekspedisi) have in common: heading, table head, empty row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.headings import centered
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.paper_parts import Kop, PageSetup
from sopapp.documents.table import PlainHead
from sopapp.documents.table_row import Row
from sopapp.documents.text import one_line
from sopapp.documents.title_fit import fitting
from sopapp.documents.typesetting import CENTER, Type, paragraph
from sopapp.domain.tanggal import tanggal

_NOTE_SCALE = 10 / 12


def heading(
    kop: Kop, judul: str, keterangan: str, setup: PageSetup, width: float
) -> Iterator[Flowable]:
    """Kop, title and the line that says which letters the book holds."""
    kind = Type(setup.font, setup.size)
    yield Letterhead(kop, setup.font)
    yield centered(judul.upper(), kind.but(bold=True), width)
    if one_line(keterangan):
        yield centered(keterangan, kind.but(size=kind.size * _NOTE_SCALE), width)
    yield Spacer(1, kind.line * 0.6)


def buku_head(columns: Sequence[tuple[str, float]], kind: Type, width: float) -> PlainHead:
    """Return the head: a title and its share of the width for each column."""
    widths = [share * width for _title, share in columns]
    titles = [(text, own) for (text, _share), own in zip(columns, widths, strict=True)]
    title = fitting(kind.but(bold=True, align=CENTER), titles)
    return PlainHead([[paragraph(text, title)] for text, _share in columns], widths)


def empty_row(text: str, kind: Type, width: float) -> Iterator[Row]:
    """Return the one row of a book without letters."""
    yield Row([[paragraph(text, kind.but(align=CENTER))]], [width])


def printed_on(day: date, kind: Type) -> Flowable:
    """Return the line that says when the book was printed."""
    return paragraph(f"Dicetak tanggal {tanggal(day)}.", kind)
