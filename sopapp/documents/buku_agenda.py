"""The Buku Agenda Surat Keluar of a year: every number in order, void ones struck through.

Numbers that were put between others (sisipan) stand in a table of their own below, numbers that
were never used in a line: a book without a silent gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from sopapp.documents.buku import buku_head, empty_row, heading, printed_on
from sopapp.documents.flow import Column
from sopapp.documents.list_content import BarisAgenda, BukuAgenda
from sopapp.documents.page import About, Area, area, page_template, write
from sopapp.documents.table import DaftarTable, PlainHead, Rows
from sopapp.documents.table_row import PAD_X, Row
from sopapp.documents.text import one_line
from sopapp.documents.typesetting import CENTER, Type, paragraph
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal

# Share of the width for each column, in a book of one sequence and of several: room for the
# running number 1234.01 and for 30 September on one line of an A4 sheet.
_COLUMNS = (
    ("No. Urut", 0.054),
    ("Nomor Surat", 0.1385),
    ("Tanggal Surat", 0.085),
    ("Tanggal Kirim", 0.085),
    ("Tujuan", 0.125),
    ("Isi Ringkas/Perihal", 0.15),
    ("Kode Klasifikasi", 0.07),
    ("Lampiran", 0.066),
    ("Penanda Tangan", 0.112),
    ("Keterangan", 0.1145),
)
_WITH_DERET = (
    ("No. Urut", 0.054),
    ("Deret", 0.07),
    ("Nomor Surat", 0.1385),
    ("Tanggal Surat", 0.085),
    ("Tanggal Kirim", 0.085),
    ("Tujuan", 0.105),
    ("Isi Ringkas/Perihal", 0.1245),
    ("Kode Klasifikasi", 0.0695),
    ("Lampiran", 0.066),
    ("Penanda Tangan", 0.089),
    ("Keterangan", 0.1135),
)
_SCALE = 0.68
_EMPTY = "Belum ada surat."
_SISIPAN = "Nomor sisipan"
_RUMPANG = "Nomor yang belum dipakai: "
_BATAL = "BATAL"
_BATAL_FILL = Color(0.95, 0.95, 0.95)
# Room that a table of sisipan needs to begin on this page, in lines of its type.
_LEAST_LINES = 16
_HIGHEST_END = 0.3


def build_buku_agenda(letter: BukuAgenda, progress: Progress = no_progress) -> bytes:
    """Return the PDF of a Buku Agenda, on landscape sheets.

    `progress` is told (rows drawn, all rows) after each page, sisipan counted along.
    """
    inside = area(letter.page, landscape=True)
    kind = Type(letter.page.font, letter.page.size * _SCALE, leading=1.2)
    story: list[Flowable] = [
        *heading(letter.kop, letter.judul, letter.keterangan, letter.page, inside.width),
        *_tables(letter, kind, inside, progress),
    ]
    about = About(title=letter.judul, author=letter.kop.instansi, subject=letter.keterangan)
    template = page_template("agenda", letter.page, "{}", landscape=True)
    return write(story, [template], letter.page, about)


def _tables(letter: BukuAgenda, kind: Type, inside: Area, progress: Progress) -> Iterator[Flowable]:
    """The rows in order, those between them under a caption, and what the book ends with."""
    total = len(letter.baris) + len(letter.sisipan)
    several = any(one.deret for one in (*letter.baris, *letter.sisipan))
    head = buku_head(_WITH_DERET if several else _COLUMNS, kind, inside.width)
    end = _end(letter, kind, inside.width)
    # A long list of numbers may take pages of its own; a short one stays with the last row.
    apart = end.wrap(inside.width, inside.height)[1] > _HIGHEST_END * inside.height
    kept, after = (Spacer(0, 0), [end]) if apart else (end, [])
    first_end = Spacer(0, 0) if letter.sisipan else kept
    yield _table(letter.baris, head, kind, inside, first_end, _part(progress, 0, total))
    if letter.sisipan:
        yield Spacer(1, kind.line)
        yield CondPageBreak(_LEAST_LINES * kind.line)
        yield paragraph(_SISIPAN, kind.but(bold=True, size=kind.size * 1.1))
        yield Spacer(1, kind.line * 0.4)
        told = _part(progress, len(letter.baris), total)
        yield _table(letter.sisipan, head, kind, inside, kept, told)
    yield from after


def _end(letter: BukuAgenda, kind: Type, width: float) -> Column:
    """The numbers that were never used, and the day of the print."""
    lines = [*_rumpang(letter.rumpang, kind, width), printed_on(letter.tanggal_cetak, kind)]
    return Column(lines, 0, width, before=kind.line * 0.6)


def _part(progress: Progress, before: int, total: int) -> Progress:
    """Progress of one table as progress of the whole book."""
    return lambda done, _rows: progress(min(before + done, total), total)


def _table(
    baris: Sequence[BarisAgenda],
    head: PlainHead,
    kind: Type,
    inside: Area,
    end: Flowable,
    progress: Progress,
) -> DaftarTable:
    rows = _rows(baris, head.widths, kind) if baris else empty_row(_EMPTY, kind, inside.width)
    source = Rows(rows, max(len(baris), 1))
    return DaftarTable(head, source, end, inside.height, progress)


def _rows(baris: Sequence[BarisAgenda], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    middle, bold = kind.but(align=CENTER), kind.but(bold=True)
    struck = kind.but(strike=True)
    columns = [width - 2 * PAD_X for width in widths]
    for one in baris:
        said = struck if one.batal else kind
        texts = (
            (one.urut, middle),
            *(((one.deret, kind),) if len(widths) == len(_WITH_DERET) else ()),
            (one.nomor, said),
            (_day(one.tanggal), said),
            (_day(one.dikirim), said),
            (one.tujuan, said),
            (one.perihal, said),
            (one.klasifikasi, said),
            (one.lampiran, said),
            (one.penanda_tangan, said),
            (_keterangan(one), bold if one.batal else kind),
        )
        cells = [
            [paragraph(text, own, column=column)]
            for (text, own), column in zip(texts, columns, strict=True)
        ]
        yield (_VoidRow if one.batal else Row)(cells, widths)


class _VoidRow(Row):
    """The row of a void letter: struck through, on a light ground."""

    def split(self, height: float) -> tuple[Row, Row] | None:
        """Break the row; both parts keep the ground."""
        parts = super().split(height)
        if parts is None:
            return None
        first, rest = parts
        return _VoidRow(first.cells, first.widths), _VoidRow(rest.cells, rest.widths)

    def draw(self, canvas: Canvas, top: float, middle_of: float | None = None) -> None:
        """Draw the ground and the words."""
        canvas.setFillColor(_BATAL_FILL)
        canvas.rect(0, top - self.height, sum(self.widths), self.height, stroke=0, fill=1)
        canvas.setFillGray(0)
        super().draw(canvas, top, middle_of)


def _day(day: date | None) -> str:
    return tanggal(day) if day else ""


def _keterangan(baris: BarisAgenda) -> str:
    """What the row says about itself; a void one says so in any case."""
    if baris.batal and _BATAL not in baris.keterangan.upper():
        return f"{_BATAL}. {baris.keterangan}".strip()
    return baris.keterangan


def _rumpang(numbers: Sequence[str], kind: Type, width: float) -> Iterator[Flowable]:
    texts = [one_line(number) for number in numbers if number.strip()]
    if texts:
        yield paragraph(f"{_RUMPANG}{', '.join(texts)}.", kind, column=width)
