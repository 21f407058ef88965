"""Two versions of the DIK side by side, to be read in black and white.

Each entry has a title row (what happened to it, in words and with a sign), then a row for each
part that differs: the part's name, the words before, the words after. Removed words are struck
through, added ones bold and underlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer

from sopapp.documents.flow import Column, Hanging, Mark
from sopapp.documents.headings import centered, labelled
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.list_content import BarisPerbandingan, PerbandinganDaftar, SelBanding
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.table import DaftarTable, PlainHead, Rows
from sopapp.documents.table_row import PAD_X, Cell, Row
from sopapp.documents.text import one_line
from sopapp.documents.typesetting import CENTER, Type, mixed, paragraph
from sopapp.domain.beda_kata import Potongan, Tanda
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal

# Share of the width for each column.
_COLUMNS = (("Bagian", 0.16), ("Sebelum", 0.42), ("Sesudah", 0.42))
_SCALE = 0.75
_NOTE_SCALE = 10 / 12
_ADDED, _REMOVED, _CHANGED = "(+)", "(–)", "(±)"
_NOTHING = "–"
_SAME = "Tidak ada perbedaan antara kedua versi."
_CONTINUED = "(lanjutan)"
_TITLE_FILL = Color(0.97, 0.97, 0.97)
# Runs of words with a type of their own.
_Parts = list[tuple[str, Type]]


def build_perbandingan(letter: PerbandinganDaftar, progress: Progress = no_progress) -> bytes:
    """Return the PDF of a comparison, on landscape sheets.

    `progress` is told (rows drawn, all rows) after each page; a row is a part of an entry.
    """
    inside = area(letter.page, landscape=True)
    kind = Type(letter.page.font, letter.page.size)
    note = kind.but(size=kind.size * _NOTE_SCALE)
    story: list[Flowable] = [
        Letterhead(letter.kop, letter.page.font),
        centered(letter.judul.upper(), kind.but(bold=True), inside.width),
        Spacer(1, kind.line * 0.5),
        *_versions(letter, note, inside.width),
        Spacer(1, kind.line * 0.6),
        *_table(letter, inside.width, inside.height, progress),
    ]
    about = About(
        title=letter.judul,
        author=letter.kop.instansi,
        subject=f"{one_line(letter.lama)}; {one_line(letter.baru)}",
    )
    template = page_template("perbandingan", letter.page, "{}", landscape=True)
    return write(story, [template], letter.page, about)


def _versions(letter: PerbandinganDaftar, kind: Type, width: float) -> list[Flowable]:
    """Return which versions these are, how much changed, and how changes are marked."""
    label = kind.width("Ringkasan") + kind.size
    rows = (
        ("Sebelum", letter.lama),
        ("Sesudah", letter.baru),
        ("Ringkasan", letter.ringkasan),
    )
    return [
        *(labelled(name, value, kind, label, kind.size) for name, value in rows),
        _legend(kind, label, width),
    ]


def _legend(kind: Type, label: float, width: float) -> Flowable:
    removed, added = _typed(kind, Tanda.HAPUS), _typed(kind, Tanda.TAMBAH)
    parts: _Parts = [
        (f"{_ADDED} ditambahkan, {_CHANGED} diubah, {_REMOVED} tidak ada lagi; kata yang ", kind),
        ("dihapus", removed),
        (" dicoret, kata yang ", kind),
        ("ditambahkan", added),
        (" ditebalkan dan digarisbawahi.", kind),
    ]
    marks = (
        Mark(0, label, paragraph("Tanda", kind)),
        Mark(label, kind.size, paragraph(":", kind)),
    )
    return Hanging(marks, label + kind.size, mixed(parts, kind, width - label - kind.size))


def _table(
    letter: PerbandinganDaftar, width: float, height: float, progress: Progress
) -> list[Flowable]:
    kind = Type(letter.page.font, letter.page.size * _SCALE, leading=1.2)
    printed = f"Dicetak tanggal {tanggal(letter.tanggal_cetak)}."
    before = kind.line * 0.6
    end = Column([paragraph(printed, kind)], 0, width, before=before)
    if not letter.baris:
        return [paragraph(_SAME, Type(letter.page.font, letter.page.size)), Spacer(1, before), end]
    widths = [share * width for _title, share in _COLUMNS]
    title = kind.but(bold=True, align=CENTER)
    head = PlainHead([[paragraph(text, title)] for text, _share in _COLUMNS], widths)
    total = sum(1 + max(len(baris.sel), 1) for baris in letter.baris)
    rows = Rows(_rows(letter.baris, widths, kind), total)
    return [DaftarTable(head, rows, end, height, progress)]


def _rows(baris: Sequence[BarisPerbandingan], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    whole = sum(widths)
    for number, one in enumerate(baris, start=1):
        yield _TitleRow([_title(number, one, kind, whole - 2 * PAD_X)], [whole], leads=True)
        for sel in one.sel or (SelBanding("Informasi", (), ()),):
            yield _PartRow(_cells(sel, widths, kind), widths)


class _TitleRow(Row):
    """An entry's title, above the rows of its parts."""

    def draw(self, canvas: Canvas, top: float, middle_of: float | None = None) -> None:
        """Draw the fill and the words."""
        canvas.setFillColor(_TITLE_FILL)
        canvas.rect(0, top - self.height, sum(self.widths), self.height, stroke=0, fill=1)
        canvas.setFillGray(0)
        super().draw(canvas, top, middle_of)


class _PartRow(Row):
    """A part before and after; its continuation on the next page says that it is one."""

    def split(self, height: float) -> tuple[Row, Row] | None:
        """Break the row as any other."""
        parts = super().split(height)
        if parts is None or parts[1].cells[0]:
            return parts
        first, rest = parts
        label = self.cells[0][0]
        marked = Paragraph("", label.style, frags=[label.frags[0].clone(text=_CONTINUED)])
        return first, _PartRow([[marked], *rest.cells[1:]], self.widths)


def _title(number: int, baris: BarisPerbandingan, kind: Type, width: float) -> Cell:
    """Return the entry's title: number, what happened, its name and unit."""
    bold = kind.but(bold=True)
    parts: _Parts = [
        (f"{number}. {_sign(baris)} {baris.perubahan.upper()}: ", bold),
        (baris.informasi, bold),
        (f" – {baris.unit_kerja}" if baris.unit_kerja else "", kind),
    ]
    return [mixed(parts, bold, width)]


def _sign(baris: BarisPerbandingan) -> str:
    before = any(sel.sebelum for sel in baris.sel)
    after = any(sel.sesudah for sel in baris.sel)
    if before == after:
        return _CHANGED
    return _REMOVED if before else _ADDED


def _cells(sel: SelBanding, widths: Sequence[float], kind: Type) -> list[Cell]:
    inner = [width - 2 * PAD_X for width in widths]
    return [
        [paragraph(sel.label, kind, column=inner[0])],
        [_words(sel.sebelum, kind, inner[1])],
        [_words(sel.sesudah, kind, inner[2])],
    ]


def _words(runs: Sequence[Potongan], kind: Type, column: float) -> Paragraph:
    if not any(run.text.strip() for run in runs):
        return paragraph(_NOTHING, kind.but(align=CENTER))
    return mixed([(run.text, _typed(kind, run.tanda)) for run in runs], kind, column)


def _typed(kind: Type, tanda: Tanda) -> Type:
    if tanda is Tanda.HAPUS:
        return kind.but(strike=True)
    if tanda is Tanda.TAMBAH:
        return kind.but(bold=True, underline=True)
    return kind
