"""What a table on screen shows, as a neat print: landscape, head on every sheet, page x of y."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import IO, Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageTemplate, Spacer

from sopapp.documents.fonts import font_name
from sopapp.documents.headings import centered
from sopapp.documents.list_content import TabelCetak
from sopapp.documents.page import About, Area, area, write
from sopapp.documents.paper_parts import PageSetup
from sopapp.documents.table import DaftarTable, PlainHead, Rows
from sopapp.documents.table_row import PAD_X, Cell, Row
from sopapp.documents.text import one_line
from sopapp.documents.typesetting import CENTER, Type, paragraph
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal

_SCALE = 0.75
# Many columns are set smaller, so that words still fit.
_MANY, _SMALL_SCALE = 8, 0.62
_NOTE_SCALE = 10 / 12
_FOOT_SCALE = 0.7
# Base line of the foot above the lower edge: the middle of the margin.
_FOOT_RISE = 0.5
_FOOT_LEADING = 1.25
# A column is not narrower than its longest word, up to this share of the width; of the rows,
# only so many are looked at.
_WIDEST_LEAST = 0.12
_LOOKED_AT = 200
_CANDIDATES = 8
_EMPTY = "Tidak ada data."


def build_tabel(letter: TabelCetak, progress: Progress = no_progress) -> bytes:
    """Return the PDF of a printed table.

    `progress` is told (rows drawn, all rows) after each page. A row with fewer cells than
    columns is filled up with blanks, cells beyond the columns are not printed.
    """
    inside = area(letter.page, landscape=True)
    kind = Type(letter.page.font, letter.page.size)
    note = kind.but(size=kind.size * _NOTE_SCALE)
    heading = (
        (one_line(letter.instansi), note),
        (one_line(letter.judul).upper(), kind.but(bold=True)),
        (one_line(letter.keterangan), note),
    )
    story: list[Flowable] = [
        *(centered(text, own, inside.width) for text, own in heading if text),
        Spacer(1, kind.line * 0.6),
        _table(letter, inside, progress),
    ]
    about = About(title=letter.judul, author=letter.instansi, subject=letter.keterangan)
    frame = Frame(
        inside.x, inside.y, inside.width, inside.height,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id="tabel",
    )  # fmt: skip
    size = (inside.sheet_width, inside.sheet_height)
    template = PageTemplate(id="tabel", frames=[frame], pagesize=size)
    canvas = partial(_CountingCanvas, foot=partial(_draw_foot, letter, inside))
    return write(story, [template], letter.page, about, canvas)


def _table(letter: TabelCetak, inside: Area, progress: Progress) -> DaftarTable:
    scale = _SMALL_SCALE if len(letter.kolom) > _MANY else _SCALE
    kind = Type(letter.page.font, letter.page.size * scale, leading=1.2)
    widths = _widths(letter, kind, inside.width)
    title = kind.but(bold=True, align=CENTER)
    head = PlainHead([[paragraph(kolom.judul, title)] for kolom in letter.kolom], widths)
    rows = Rows(_rows(letter.baris, widths, kind), max(len(letter.baris), 1))
    return DaftarTable(head, rows, Spacer(0, 0), inside.height, progress)


def _rows(baris: Sequence[Sequence[str]], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    if not baris:
        whole = sum(widths)
        yield Row([[paragraph(_EMPTY, kind.but(align=CENTER))]], [whole])
    for one in baris:
        texts = [*one, *[""] * len(widths)][: len(widths)]
        cells: list[Cell] = [
            [paragraph(text, kind, column=width - 2 * PAD_X)]
            for text, width in zip(texts, widths, strict=True)
        ]
        yield Row(cells, widths)


def _widths(letter: TabelCetak, kind: Type, width: float) -> list[float]:
    """Divide the width by the columns' shares, none too narrow for its words where that fits."""
    highest = min(width * _WIDEST_LEAST, width / len(letter.kolom))
    least = [min(_longest(letter, column, kind), highest) for column in range(len(letter.kolom))]
    shares = [max(kolom.bobot, 0.0) for kolom in letter.kolom]
    free = width - sum(least)
    # What is left beyond the least is divided so that the columns come near their shares.
    wanted = [
        max(width * share / (sum(shares) or 1) - own, 0.0)
        for share, own in zip(shares, least, strict=True)
    ]
    if not any(wanted):
        wanted = [1.0] * len(least)
    return [own + free * want / sum(wanted) for own, want in zip(least, wanted, strict=True)]


def _longest(letter: TabelCetak, column: int, kind: Type) -> float:
    """The width that the longest word of a column needs, points; slashes may end a line."""
    head = max(map(kind.but(bold=True).width, letter.kolom[column].judul.split()), default=0.0)
    words = {
        word
        for one in letter.baris[:_LOOKED_AT]
        if column < len(one)
        for word in one[column].split()
        if "/" not in word
    }
    candidates = sorted(words, key=len)[-_CANDIDATES:]
    return max(head, *map(kind.width, candidates), 0.0) + 2 * PAD_X + 1


def _draw_foot(letter: TabelCetak, inside: Area, canvas: Canvas, page: int, pages: int) -> None:
    setup: PageSetup = letter.page
    size = setup.size * _FOOT_SCALE
    canvas.setFont(font_name(setup.font), size)
    y = setup.bottom * mm * _FOOT_RISE
    if letter.tanggal_cetak:
        canvas.drawString(inside.x, y, f"Dicetak tanggal {tanggal(letter.tanggal_cetak)}")
    canvas.drawRightString(inside.x + inside.width, y, f"Halaman {page} dari {pages}")
    if letter.kaki:
        canvas.drawString(inside.x, y - size * _FOOT_LEADING, one_line(letter.kaki))


class _CountingCanvas(Canvas):
    """Keeps its pages until the last one, to tell each how many there are."""

    def __init__(
        self,
        file: IO[bytes],
        *,
        foot: Callable[[Canvas, int, int], None],
        **options: Any,  # noqa: ANN401  (the document's, handed on)
    ) -> None:
        super().__init__(file, **options)
        self._foot = foot
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  (ReportLab's name)
        """Keep the page as it is and begin the next."""
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # the stubs leave it out

    def save(self) -> None:
        """Draw the foot of every page and write the file."""
        for number, page in enumerate(self._kept, start=1):
            self.__dict__.update(page)
            self._foot(self, number, len(self._kept))
            super().showPage()
        super().save()
