"""The columns of the printed DIK, for the Lampiran of a Keputusan and the public list."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from sopapp.documents.bilangan import huruf
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.page import area
from sopapp.documents.paper_parts import PageSetup
from sopapp.documents.table import DaftarTable, Head, Rows
from sopapp.documents.table_row import PAD_X, Cell, Row
from sopapp.documents.typesetting import CENTER, Type, paragraph
from sopapp.domain.progress import Progress

_DASAR_HUKUM = "Dasar Hukum Pengecualian Informasi"
# Share of the width for each column.
_COLUMNS = (
    ("No.", 0.045),
    ("Informasi", 0.19),
    (_DASAR_HUKUM, 0.2),
    ("Dibuka", 0.165),
    ("Ditutup", 0.165),
    ("Jangka Waktu", 0.11),
    ("Unit Kerja", 0.125),
)
_GROUP = "Konsekuensi/Pertimbangan bagi Publik"
_GROUP_FIRST, _GROUP_LAST = 3, 4
# A list is set smaller than the letter around it, on an upright sheet smaller still.
_SCALE, _UPRIGHT_SCALE = 0.75, 2 / 3
# A word may widen its column up to this share; of a column's words the longest are measured.
_WIDEST = 0.25
_MEASURED = 20
_FUZZ = 0.1
_POINT_INDENT = 1.5
_HIGHEST_END = 0.6
_NIHIL = BarisDaftar("Nihil", ("-",), "-", "-", "-", "-")


def daftar_table(
    daftar: Sequence[BarisDaftar],
    setup: PageSetup,
    end: Flowable,
    progress: Progress,
    *,
    landscape: bool = True,
) -> list[Flowable]:
    """Return the table on a landscape or upright sheet; `end` stays with its last row.

    An empty list shows one row "Nihil". An end that fills most of a page follows by itself.
    """
    inside = area(setup, landscape=landscape)
    scale = _SCALE if landscape else _UPRIGHT_SCALE
    kind = Type(setup.font, setup.size * scale, leading=1.2)
    title = kind.but(bold=True, align=CENTER)
    widths = _widths(daftar, kind, title, inside.width)
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


def _texts(daftar: Sequence[BarisDaftar]) -> list[list[str]]:
    """Everything that stands in each column."""
    return [
        [f"{len(daftar)}."],
        [baris.informasi for baris in daftar],
        [text for baris in daftar for text in baris.dasar_hukum],
        [baris.dibuka for baris in daftar],
        [baris.ditutup for baris in daftar],
        [baris.jangka_waktu for baris in daftar],
        [baris.unit_kerja for baris in daftar],
    ]


def _widths(daftar: Sequence[BarisDaftar], kind: Type, title: Type, width: float) -> list[float]:
    """Return the columns' widths: their shares, but for words that would have to be cut.

    A column with such a word takes what it lacks from those that have room to spare.
    """
    shares = [share * width for _title, share in _COLUMNS]
    lacks = []
    for (head, _share), share, texts in zip(_COLUMNS, shares, _texts(daftar), strict=True):
        words = {word for text in texts for word in text.split()}
        longest = heapq.nlargest(_MEASURED, words, key=len)
        widest = max(
            *(kind.width(word) for word in ("", *longest)), *map(title.width, head.split())
        )
        indent = _POINT_INDENT * kind.size if head == _DASAR_HUKUM else 0.0
        lacks.append(min(widest + indent + 2 * PAD_X + _FUZZ, _WIDEST * width) - share)
    lacking = sum(max(0.0, lack) for lack in lacks)
    spare = sum(max(0.0, -lack) for lack in lacks)
    if not lacking or not spare:
        return shares
    given = min(lacking, spare)
    return [
        share + lack * (given / lacking if lack > 0 else given / spare)
        for share, lack in zip(shares, lacks, strict=True)
    ]


def _rows(daftar: Sequence[BarisDaftar], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    inner = [width - 2 * PAD_X for width in widths]
    for number, baris in enumerate(daftar, start=1):
        cells: list[Cell] = [
            [paragraph("-" if baris is _NIHIL else f"{number}.", kind.but(align=CENTER))],
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
