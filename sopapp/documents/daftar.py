"""The columns of the printed DIK, for the Lampiran of a Keputusan and the public list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.bilangan import huruf
from sopapp.documents.content import BarisDaftar, PageSetup
from sopapp.documents.page import area
from sopapp.documents.table import DaftarTable, Head, Progress, Rows
from sopapp.documents.table_row import PAD_X, Cell, Row
from sopapp.documents.typesetting import CENTER, Type, paragraph

# Share of the width for each column.
_COLUMNS = (
    ("No.", 0.045),
    ("Informasi", 0.19),
    ("Dasar Hukum Pengecualian Informasi", 0.2),
    ("Dibuka", 0.165),
    ("Ditutup", 0.165),
    ("Jangka Waktu", 0.11),
    ("Unit Kerja", 0.125),
)
_GROUP = "Konsekuensi/Pertimbangan bagi Publik"
_GROUP_FIRST, _GROUP_LAST = 3, 4
# A list is set smaller than the letter around it.
_SCALE = 0.75
_POINT_INDENT = 1.5
_HIGHEST_END = 0.6
_NIHIL = BarisDaftar("Nihil", ("-",), "-", "-", "-", "-")


def daftar_table(
    daftar: Sequence[BarisDaftar], setup: PageSetup, end: Flowable, progress: Progress | None
) -> list[Flowable]:
    """Return the table on a landscape sheet; `end` stays with its last row.

    An empty list shows one row "Nihil". An end that fills most of a page follows by itself.
    """
    inside = area(setup, landscape=True)
    kind = Type(setup.font, setup.size * _SCALE, leading=1.2)
    widths = [share * inside.width for _title, share in _COLUMNS]
    title = kind.but(bold=True, align=CENTER)
    head = Head(
        [[paragraph(text, title)] for text, _share in _COLUMNS],
        widths,
        [paragraph(_GROUP, title)],
        _GROUP_FIRST,
        _GROUP_LAST,
    )
    printed = daftar or (_NIHIL,)
    rows = Rows(_rows(printed, widths, kind), len(printed))
    if end.wrap(inside.width, inside.height)[1] > _HIGHEST_END * inside.height:
        nothing = Spacer(0, 0)
        return [DaftarTable(head, rows, nothing, inside.height, progress), end]
    return [DaftarTable(head, rows, end, inside.height, progress)]


def _rows(daftar: Sequence[BarisDaftar], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    inner = [width - 2 * PAD_X for width in widths]
    for number, baris in enumerate(daftar, start=1):
        cells: list[Cell] = [
            [paragraph(f"{number}.", kind.but(align=CENTER))],
            [paragraph(baris.informasi, kind, column=inner[1])],
            _dasar_hukum(baris.dasar_hukum, kind, inner[2]),
            [paragraph(baris.dibuka, kind, column=inner[3])],
            [paragraph(baris.ditutup, kind, column=inner[4])],
            [paragraph(baris.jangka_waktu, kind, column=inner[5])],
            [paragraph(baris.unit_kerja, kind, column=inner[6])],
        ]
        yield Row(cells, widths)


def _dasar_hukum(texts: Sequence[str], kind: Type, column: float) -> Cell:
    """Return the legal bases, lettered a., b., ... when there are several."""
    if len(texts) < 2:
        return [paragraph(text, kind, column=column) for text in texts]
    point = kind.but(hang=_POINT_INDENT * kind.size)
    return [
        paragraph(text, point, marker=f"{huruf(number)}.", column=column)
        for number, text in enumerate(texts, start=1)
    ]
