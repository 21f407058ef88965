"""The yearly report on how the SOP was kept: figures, bars and tables on upright sheets."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from sopapp.documents.buku import heading
from sopapp.documents.flow import Column, WithEnd
from sopapp.documents.grafik_batang import GrafikBatang
from sopapp.documents.list_content import LaporanKinerja
from sopapp.documents.page import About, Area, area, page_template, write
from sopapp.documents.pokok import AngkaBesar
from sopapp.documents.printable import printable_laporan
from sopapp.documents.signature import signature
from sopapp.documents.table import DaftarTable, PlainHead, Rows
from sopapp.documents.table_row import PAD_X, Row
from sopapp.documents.title_fit import fitting
from sopapp.documents.typesetting import CENTER, RIGHT, Type, paragraph
from sopapp.domain.laporan import BagianLaporan, Tabel
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal

_SCALE = 0.75
_NOTE_SCALE = 0.8
_METHOD = "Cara menghitung"
# Room that a table needs to begin on this page, in lines of its type: a short one all of it.
_LEAST_LINES = 10
_HEAD_LINES, _ROW_LINES = 3, 2
_HANG = 1.6
_MOST_KEPT = 0.45  # of a page


def build_laporan_kinerja(letter: LaporanKinerja, progress: Progress = no_progress) -> bytes:
    """Return the PDF of the report.

    `progress` is told (rows drawn, all rows) after each page of a table.
    """
    letter = printable_laporan(letter)
    report = letter.laporan
    inside = area(letter.page)
    kind = Type(letter.page.font, letter.page.size)
    told = _Told(progress, sum(max(len(part.tabel.baris), 1) for part in report.bagian))
    story: list[Flowable] = [
        *heading(letter.kop, report.judul, report.keterangan, letter.page, inside.width),
        AngkaBesar(report.pokok, kind),
        Spacer(1, kind.line),
    ]
    for number, part in enumerate(report.bagian, start=1):
        story += _part(number, part, kind, inside, told)
    story += _method(letter, kind, inside)
    about = About(title=report.judul, author=letter.kop.instansi, subject=report.keterangan)
    return write(story, [page_template("laporan", letter.page, "- {} -")], letter.page, about)


class _Told:
    """Progress of each table as progress of the whole report."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total = progress, total
        self._before = 0

    def table(self, rows: int) -> Progress:
        """What the next table, of so many rows, tells."""
        before, self._before = self._before, self._before + rows
        progress = self._progress
        return lambda done, _rows: progress(min(before + done, self._total), self._total)


def _part(
    number: int, part: BagianLaporan, kind: Type, inside: Area, told: _Told
) -> Iterator[Flowable]:
    """Heading, charts and table; the heading stays with what follows it."""
    small = kind.but(size=kind.size * _SCALE, leading=1.2)
    least = min(_LEAST_LINES, _HEAD_LINES + _ROW_LINES * max(len(part.tabel.baris), 1))
    title = paragraph(f"{number}. {part.judul}", kind.but(bold=True))
    charts = [GrafikBatang(grafik, small) for grafik in part.grafik if grafik.batang]
    # The heading stays with the first chart, with enough of one that fills pages.
    first = min((chart.wrap(inside.width, 0)[1] for chart in charts[:1]), default=0.0)
    beside = min(first, _MOST_KEPT * inside.height) or small.line * least
    yield CondPageBreak(kind.line * 2 + beside)
    yield title
    yield Spacer(1, kind.line * 0.4)
    for chart in charts:
        yield chart
        yield Spacer(1, small.line * 0.8)
    yield CondPageBreak(small.line * least)
    yield _table(part.tabel, small, inside, told)
    yield Spacer(1, kind.line)


def _table(tabel: Tabel, kind: Type, inside: Area, told: _Told) -> DaftarTable:
    whole = sum(kolom.bobot for kolom in tabel.kolom)
    widths = [kolom.bobot / whole * inside.width for kolom in tabel.kolom]
    titles = [(kolom.judul, own) for kolom, own in zip(tabel.kolom, widths, strict=True)]
    title = fitting(kind.but(bold=True, align=CENTER), titles)
    head = PlainHead([[paragraph(text, title)] for text, _own in titles], widths)
    count = max(len(tabel.baris), 1)
    rows = Rows(_rows(tabel, widths, kind), count)
    return DaftarTable(head, rows, Spacer(0, 0), inside.height, told.table(count))


def _rows(tabel: Tabel, widths: list[float], kind: Type) -> Iterator[Row]:
    if not tabel.baris:
        yield Row([[paragraph(tabel.kosong, kind.but(align=CENTER))]], [sum(widths)])
    right = kind.but(align=RIGHT)
    for one in tabel.baris:
        cells = [
            [paragraph(text, right if kolom.kanan else kind, column=width - 2 * PAD_X)]
            for text, kolom, width in zip(one, tabel.kolom, widths, strict=True)
        ]
        yield Row(cells, widths)


def _method(letter: LaporanKinerja, kind: Type, inside: Area) -> Iterator[Flowable]:
    """How it was counted, and the signature, which some of it keeps company."""
    note = kind.but(size=kind.size * _NOTE_SCALE)
    point = note.but(hang=_HANG * note.size, before=2.0)
    notes = [
        paragraph(text, point, marker=f"{number}.", column=inside.width)
        for number, text in enumerate(letter.laporan.catatan, start=1)
    ]
    method = paragraph(_METHOD, note.but(bold=True))
    yield Column([method, *notes[:1]], 0, inside.width)
    if letter.signer is None:
        yield from notes[1:]
        return
    yield from notes[1:-1]
    place = ", ".join(part for part in (letter.kota, tanggal(letter.tanggal)) if part)
    end = signature(letter.signer, kind, inside.width, (place,))
    yield WithEnd(Column(notes[1:][-1:], 0, inside.width, point.before), end, note.line,
                  inside.height)  # fmt: skip
