"""The Buku Ekspedisi: letters handed over, with room for the receiver's name and initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from sopapp.documents.buku import buku_head, empty_row, heading, printed_on
from sopapp.documents.flow import Column
from sopapp.documents.list_content import BarisEkspedisi, BukuEkspedisi
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.table import DaftarTable, Rows
from sopapp.documents.table_row import PAD_X, Cell, Row
from sopapp.documents.typesetting import CENTER, Type, paragraph
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal

# Share of the width for each column.
_COLUMNS = (
    ("No.", 0.05),
    ("Tanggal", 0.095),
    ("Nomor Surat", 0.155),
    ("Tujuan", 0.17),
    ("Isi Ringkas", 0.2),
    ("Diterima Tanggal", 0.1),
    ("Nama Penerima", 0.13),
    ("Paraf", 0.1),
)
_SCALE = 0.75
_EMPTY = "Belum ada surat yang diserahkan."
# A pen needs this much.
LEAST_HEIGHT = 14 * mm
# A row up to this height is never divided.
_SHORT = 30 * mm


class _PenRow(Row):
    """A row with room to write, its words in the middle of the height."""

    def __init__(
        self, cells: Sequence[Cell], widths: Sequence[float], *, leads: bool = False
    ) -> None:
        super().__init__(cells, widths, leads=leads)
        self.height = max(self.height, LEAST_HEIGHT)

    def split(self, height: float) -> tuple[Row, Row] | None:
        """Break only what is far higher than a place to write; the rest keeps that place."""
        parts = super().split(height) if self.height > _SHORT else None
        return (parts[0], _PenRow(parts[1].cells, parts[1].widths)) if parts else None

    def draw(self, canvas: Canvas, top: float, middle_of: float | None = None) -> None:
        """Draw the cells in the middle."""
        super().draw(canvas, top, middle_of or self.height)


def build_buku_ekspedisi(letter: BukuEkspedisi, progress: Progress = no_progress) -> bytes:
    """Return the PDF of a Buku Ekspedisi, on landscape sheets.

    `progress` is told (rows drawn, all rows) after each page.
    """
    inside = area(letter.page, landscape=True)
    kind = Type(letter.page.font, letter.page.size * _SCALE, leading=1.2)
    head = buku_head(_COLUMNS, kind, inside.width)
    baris = letter.baris
    rows = _rows(baris, head.widths, kind) if baris else empty_row(_EMPTY, kind, inside.width)
    printed = printed_on(letter.tanggal_cetak, kind)
    end = Column([printed], 0, inside.width, before=kind.line * 0.6)
    story: list[Flowable] = [
        *heading(letter.kop, letter.judul, letter.keterangan, letter.page, inside.width),
        DaftarTable(head, Rows(rows, max(len(baris), 1)), end, inside.height, progress),
    ]
    about = About(title=letter.judul, author=letter.kop.instansi, subject=letter.keterangan)
    template = page_template("ekspedisi", letter.page, "{}", landscape=True)
    return write(story, [template], letter.page, about)


def _rows(baris: Sequence[BarisEkspedisi], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    columns = [width - 2 * PAD_X for width in widths]
    for number, one in enumerate(baris, start=1):
        texts = (
            f"{number}.",
            tanggal(one.tanggal) if one.tanggal else "",
            one.nomor,
            one.tujuan,
            one.perihal,
            tanggal(one.diterima) if one.diterima else "",
            one.penerima,
            "",
        )
        cells: list[Cell] = [
            [paragraph(text, kind.but(align=CENTER) if place == 0 else kind, column=column)]
            for place, (text, column) in enumerate(zip(texts, columns, strict=True))
        ]
        yield _PenRow(cells, widths)
