"""Berita Acara of the uji konsekuensi of a berkas: opening, results, closing, signatures.

The attendance list of all tests stands on a sheet of its own behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, PageBreak, Spacer

from sopapp.documents.bilangan import huruf
from sopapp.documents.content import BarisUji, BeritaAcara
from sopapp.documents.daftar_hadir import daftar_hadir, titles_head
from sopapp.documents.flow import WithEnd
from sopapp.documents.headings import centered, labelled
from sopapp.documents.lembar_uji import MENETAPKAN, MENYETUJUI
from sopapp.documents.letterhead import Letterhead
from sopapp.documents.page import About, area, page_template, write
from sopapp.documents.signature_pair import signature_pair
from sopapp.documents.table import DaftarTable, Rows
from sopapp.documents.table_row import PAD_X, Cell, Row
from sopapp.documents.text import NBSP, one_line, unbroken
from sopapp.documents.typesetting import CENTER, JUSTIFY, Type, paragraph
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import hari_tanggal

# Shares of the width: "Dikecualikan" is whole on an A4 sheet in either family.
_COLUMNS = (
    ("No.", 0.06),
    ("Informasi", 0.245),
    ("Unit Kerja", 0.165),
    ("Dasar Hukum", 0.23),
    ("Kesimpulan", 0.15),
    ("Jangka Waktu", 0.15),
)
_SCALE = 0.75
_POINT_INDENT = 1.5
_FIRST_LINE = 35.4
_GAP = 6.0
_HADIR = "Daftar Hadir"
_SIGNATURE_SCALE = 11 / 12


def build_berita_acara(letter: BeritaAcara, progress: Progress = no_progress) -> bytes:
    """Return the PDF of a Berita Acara with its attendance list.

    `progress` is told (rows drawn, all rows) after each page of the results.
    """
    inside = area(letter.page)
    kind = Type(letter.page.font, letter.page.size)
    text = kind.but(align=JUSTIFY, before=_GAP, first=_FIRST_LINE)
    story: list[Flowable] = [
        Letterhead(letter.kop, letter.page.font),
        centered(letter.judul.upper(), kind.but(bold=True), inside.width),
        centered(unbroken(f"NOMOR : {letter.nomor}"), kind, inside.width),
        Spacer(1, kind.line * 0.5),
        *(paragraph(part, text, column=inside.width) for part in letter.pembuka),
        Spacer(1, kind.line * 0.6),
        _results(letter, inside.width, inside.height, progress),
        Spacer(1, kind.line * 0.4),
        *_closing(letter, text, inside.width, inside.height),
        PageBreak(),
        *_attendance(letter, kind, inside.width),
    ]
    about = About(
        title=letter.judul,
        author=letter.kop.instansi,
        subject=f"Nomor {one_line(letter.nomor)}, {hari_tanggal(letter.tanggal)}",
    )
    return write(story, [page_template("berita-acara", letter.page, "{}")], letter.page, about)


def _results(letter: BeritaAcara, width: float, height: float, progress: Progress) -> Flowable:
    kind = Type(letter.page.font, letter.page.size * _SCALE, leading=1.2)
    widths = [share * width for _title, share in _COLUMNS]
    head = titles_head([title for title, _share in _COLUMNS], widths, kind)
    rows = Rows(_rows(letter.baris, widths, kind), len(letter.baris))
    return DaftarTable(head, rows, Spacer(0, 0), height, progress)


def _rows(baris: Sequence[BarisUji], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    inner = [width - 2 * PAD_X for width in widths]
    for number, one in enumerate(baris, start=1):
        cells: list[Cell] = [
            [paragraph(f"{number}.", kind.but(align=CENTER))],
            [paragraph(one.informasi, kind, column=inner[1])],
            [paragraph(one.unit_kerja, kind, column=inner[2])],
            _dasar_hukum(one.dasar_hukum, kind, inner[3]),
            [paragraph(one.kesimpulan, kind, column=inner[4])],
            [paragraph(one.jangka_waktu or "-", kind, column=inner[5])],
        ]
        yield Row(cells, widths)


def _dasar_hukum(texts: Sequence[str], kind: Type, column: float) -> Cell:
    """Return the legal bases, lettered a., b., ... when there are several."""
    if len(texts) < 2:
        return [paragraph(text, kind, column=column) for text in texts or ("-",)]
    point = kind.but(hang=_POINT_INDENT * kind.size)
    return [
        paragraph(text, point, marker=f"{huruf(number)}.", column=column)
        for number, text in enumerate(texts, start=1)
    ]


def _closing(letter: BeritaAcara, text: Type, width: float, height: float) -> list[Flowable]:
    """Return the closing paragraphs, the last bound to both signatures."""
    small = text.but(size=text.size * _SIGNATURE_SCALE, align=0, before=0.0, first=0.0)
    pair = signature_pair(
        (MENYETUJUI, letter.menyetujui), (MENETAPKAN, letter.menetapkan), small, width
    )
    parts = [paragraph(part, text, column=width) for part in letter.penutup if part.strip()]
    last = parts.pop() if parts else paragraph(NBSP, text)
    return [*parts, WithEnd(last, pair, text.line, height)]


def _acara(judul: str) -> str:
    """What was attended: the minutes' title without the word for minutes."""
    name = "berita acara "
    text = one_line(judul)
    return text[len(name) :] if text.casefold().startswith(name) else text


def _attendance(letter: BeritaAcara, kind: Type, width: float) -> list[Flowable]:
    label, colon = kind.width("Hari/tanggal") + kind.size, 4 * PAD_X
    heading: list[Flowable] = [
        centered(_HADIR.upper(), kind.but(bold=True), width),
        Spacer(1, kind.line * 0.6),
        labelled("Acara", _acara(letter.judul), kind, label, colon),
        labelled("Nomor", unbroken(letter.nomor), kind, label, colon),
        labelled("Hari/tanggal", hari_tanggal(letter.tanggal), kind, label, colon),
        labelled("Tempat", letter.tempat, kind, label, colon),
        Spacer(1, kind.line * 0.6),
    ]
    return [*heading, *daftar_hadir(letter.peserta, letter.page)]
