"""The attendance table: numbered lines with a place to sign, left and right in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from sopapp.documents.content import Hadir
from sopapp.documents.page import area
from sopapp.documents.paper_parts import PageSetup
from sopapp.documents.table import DaftarTable, PlainHead, Rows
from sopapp.documents.table_row import PAD_X, Cell, Row
from sopapp.documents.text import NBSP
from sopapp.documents.typesetting import CENTER, Type, paragraph

# Share of the width for each column.
_COLUMNS = (("No.", 0.07), ("Nama", 0.33), ("Jabatan", 0.29), ("Tanda Tangan", 0.31))
_SCALE = 10 / 12
# Height of a place to sign, in lines of the table's type.
_ROOM = 1.1
# A row up to this height, points, is never divided.
_SHORT = 90.0
_HIGHEST_END = 0.6
_DOTS = "\N{HORIZONTAL ELLIPSIS}"


class _SigningRow(Row):
    """A row whose cells stand in the middle of its height and which stays in one piece."""

    def split(self, height: float) -> tuple[Row, Row] | None:
        """Break only what is far higher than a place to sign."""
        return None if self.height <= _SHORT else super().split(height)

    def draw(self, canvas: Canvas, top: float, middle_of: float | None = None) -> None:
        """Draw the cells in the middle."""
        super().draw(canvas, top, middle_of or self.height)


def daftar_hadir(
    peserta: Sequence[Hadir],
    setup: PageSetup,
    end: Flowable | None = None,
    *,
    above: Sequence[Flowable] = (),
) -> list[Flowable]:
    """Return the table on portrait sheets with what stands right `above` it.

    `end` stays with the last row; an end that fills most of a page follows by itself.
    """
    inside = area(setup)
    kind = Type(setup.font, setup.size * _SCALE, leading=1.2)
    widths = [share * inside.width for _title, share in _COLUMNS]
    head = titles_head([title for title, _share in _COLUMNS], widths, kind)
    rows = list(_rows(peserta, widths, kind))
    bound = end or Spacer(0, 0)
    apart = bound.wrap(inside.width, inside.height)[1] > _HIGHEST_END * inside.height
    kept = Spacer(0, 0) if apart else bound
    table = DaftarTable(head, Rows(iter(rows), len(rows)), kept, inside.height)
    need = head.height + sum(_height(part, inside.width) for part in above)
    need += rows[0].height if rows else 0.0
    if len(rows) == 1:
        need += _height(kept, inside.width)
    breaks = CondPageBreak(min(need, inside.height * 0.9))
    return [breaks, *above, table, *([bound] if apart else [])]


def titles_head(titles: Sequence[str], widths: Sequence[float], kind: Type) -> PlainHead:
    """Return a head of bold, centred titles."""
    title = kind.but(bold=True, align=CENTER)
    return PlainHead([[paragraph(text, title)] for text in titles], widths)


def _height(part: Flowable, width: float) -> float:
    return float(part.wrap(width, 0)[1]) + float(part.getSpaceBefore())


def _rows(peserta: Sequence[Hadir], widths: Sequence[float], kind: Type) -> Iterator[Row]:
    room = kind.but(leading=kind.leading * _ROOM)
    inner = [width - 2 * PAD_X for width in widths]
    for number, one in enumerate(peserta, start=1):
        place = kind.but(first=0.0 if number % 2 else inner[3] / 2)
        dots = _dots(f"{number}. ", kind, inner[3] / 2)
        cells: list[Cell] = [
            [paragraph(f"{number}.", kind.but(align=CENTER))],
            [paragraph(one.nama, kind, column=inner[1])],
            [paragraph(one.jabatan or "-", kind, column=inner[2])],
            [
                paragraph(NBSP, room),
                paragraph(f"{number}.{NBSP}{dots}", place),
            ],
        ]
        yield _SigningRow(cells, widths)


def _dots(before: str, kind: Type, width: float) -> str:
    room = width - kind.width(before) - kind.size
    return _DOTS * max(1, int(room / kind.width(_DOTS)))
