"""The first page of an SOP sheet: whose it is, its numbers and dates, and the six lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Spacer

from sopapp.documents.content import LembarSop
from sopapp.documents.headings import heading_lines
from sopapp.documents.letterhead import read_logo
from sopapp.documents.signature import capacity, identity
from sopapp.documents.table_row import FUZZ, PAD_X, PAD_Y, Cell, Row
from sopapp.documents.text import NBSP, one_line
from sopapp.documents.typesetting import CENTER, Type, paragraph

_DISAHKAN, _NAMA = "Disahkan oleh", "Nama SOP"
# Shares of the width: the left box, and the labels of the right one.
LEFT, _LABEL = 0.5, 0.15
_LINE = 0.75
_SQUARE_CAP = 2
_LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_GAP = 22 * mm, 25 * mm, 3 * mm
_OFFICE_SCALE = 1.25
_PAD_LEFT = 6 * mm
_SIGN_LINES = 4
# A line for the name of whoever will sign.
_BLANK_NAME = "\N{HORIZONTAL ELLIPSIS}" * 18
_MARKER = 1.7
_TITLE_GAP = 0.15


class SopKepala(Flowable):
    """Left the logo with government and office, right the sheet's numbers and who approved it."""

    def __init__(self, letter: LembarSop, kind: Type) -> None:
        super().__init__()
        self._letter, self._kind = letter, kind
        self._logo: ImageReader | None = read_logo(letter.kop.logo) if letter.kop.logo else None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure both boxes; the higher counts."""
        self.width = width
        self._rows = self._right_rows(width, height)
        self._names = self._left_lines(LEFT * width - 2 * _PAD_LEFT, height)
        names = sum(line.height for line in self._names)
        logo = _LOGO_HEIGHT + _LOGO_GAP if self._logo else 0.0
        self._left_height = names + logo
        right = sum(own for _cells, own in self._rows)
        self.height = max(right, self._left_height + 4 * PAD_Y)
        return self.width, self.height

    def _left_lines(self, width: float, height: float) -> Cell:
        """Government and office in capitals, in lines of about equal length."""
        kop, kind = self._letter.kop, self._kind.but(align=CENTER)
        office = kind.but(size=kind.size * _OFFICE_SCALE, bold=True)
        texts = ((kop.pemerintah, kind.but(size=office.size)), (kop.instansi, office))
        lines: Cell = []
        for text, own in texts:
            for line in heading_lines(one_line(text).upper(), own, width):
                scale = min(1.0, width / max(own.width(line), 1.0))
                lines.append(paragraph(line, own.but(size=own.size * scale)))
        for part in lines:
            part.wrap(width, height)
        return lines

    def _right_rows(self, width: float, height: float) -> list[tuple[list[list[Flowable]], float]]:
        """Cells of label and value with the height of each row."""
        letter, kind = self._letter, self._kind
        value_width = (1 - LEFT - _LABEL) * width
        inner = value_width - 2 * PAD_X
        rows: list[list[list[Flowable]]] = [
            [
                [paragraph(label, kind, column=_LABEL * width - 2 * PAD_X)],
                [paragraph(value.strip() or NBSP, kind, column=inner)],
            ]
            for label, value in letter.kepala
        ]
        pengesah = letter.pengesah
        if not pengesah.nama.strip():
            pengesah = replace(pengesah, nama=_BLANK_NAME)
        signed = [
            *capacity(pengesah, kind, inner),
            Spacer(1, _SIGN_LINES * kind.line),
            *identity(pengesah, kind, inner),
        ]
        rows.append([[paragraph(_DISAHKAN, kind)], signed])
        nama = paragraph(one_line(letter.nama), kind.but(bold=True), column=inner)
        rows.append([[paragraph(_NAMA, kind)], [nama]])
        widths = (_LABEL * width, value_width)
        return [(cells, _measure(cells, widths, height)) for cells in rows]

    def draw(self) -> None:
        """Draw frames, names and rows."""
        canvas = self.canv
        canvas.setLineWidth(_LINE)
        canvas.setLineCap(_SQUARE_CAP)
        left, label = LEFT * self.width, _LABEL * self.width
        canvas.rect(0, 0, self.width, self.height)
        canvas.line(left, 0, left, self.height)
        canvas.line(left + label, 0, left + label, self.height)
        self._draw_left(left)
        y = self.height
        # What the left box is higher is given to the row of the signature.
        extra = self.height - sum(own for _cells, own in self._rows)
        for index, (cells, own) in enumerate(self._rows):
            height = own + (extra if index == len(self._rows) - 2 else 0.0)
            x = left
            for cell, column in zip(cells, (label, 0.0), strict=True):
                at = y - PAD_Y
                for part in cell:
                    at -= part.height
                    part.drawOn(canvas, x + PAD_X, at)
                x += column
            y -= height
            canvas.line(left, y, self.width, y)

    def _draw_left(self, width: float) -> None:
        y = self.height - (self.height - self._left_height) / 2
        if self._logo:
            y -= _LOGO_HEIGHT
            self.canv.drawImage(
                self._logo, (width - _LOGO_WIDTH) / 2, y, width=_LOGO_WIDTH, height=_LOGO_HEIGHT,
                preserveAspectRatio=True, anchor="c", mask="auto",
            )  # fmt: skip
            y -= _LOGO_GAP
        for line in self._names:
            y -= line.height
            line.drawOn(self.canv, _PAD_LEFT, y)


def _measure(cells: Sequence[Sequence[Flowable]], widths: Sequence[float], height: float) -> float:
    heights = []
    for cell, width in zip(cells, widths, strict=True):
        for part in cell:
            # Remembered by the part itself, for drawing.
            _width, part.height = part.wrap(width - 2 * PAD_X, height)
        heights.append(sum(part.height for part in cell))
    return max(heights) + 2 * PAD_Y


class SopDaftar(Flowable):
    """Pairs of lists in frames side by side, below the head; a long pair goes on overleaf."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self._rows = list(rows)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Add up the rows."""
        self.width, self.height = width, sum(row.height for row in self._rows)
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Break between pairs, or inside one that is too high for the room left."""
        taken: list[Row] = []
        for index, row in enumerate(self._rows):
            if row.height <= height + FUZZ:
                taken.append(row)
                height -= row.height
                continue
            rest = self._rows[index:]
            if parts := row.split(height):
                taken.append(parts[0])
                rest = [parts[1], *rest[1:]]
            return [SopDaftar(taken), SopDaftar(rest)] if taken else []
        return [self]

    def draw(self) -> None:
        """Draw the lists in their frames."""
        canvas = self.canv
        canvas.setLineWidth(_LINE)
        canvas.setLineCap(_SQUARE_CAP)
        y = self.height
        for row in self._rows:
            row.draw(canvas, y)
            lines = [(0.0, y, self.width, y), (0.0, y - row.height, self.width, y - row.height)]
            edges = [0.0, *accumulate(row.widths)]
            canvas.lines([*lines, *((x, y, x, y - row.height) for x in edges)])
            y -= row.height


def sop_daftar(letter: LembarSop, kind: Type, width: float) -> SopDaftar:
    """Return the six lists, for `width` points."""
    pairs = (
        (("Dasar Hukum", letter.dasar_hukum), ("Kualifikasi Pelaksana", letter.kualifikasi)),
        (("Keterkaitan", letter.keterkaitan), ("Peralatan/Perlengkapan", letter.peralatan)),
        (("Peringatan", letter.peringatan), ("Pencatatan dan Pendataan", letter.pencatatan)),
    )
    widths = [LEFT * width, (1 - LEFT) * width]
    return SopDaftar(
        [
            Row(
                [
                    _list(title, texts, kind, own - 2 * PAD_X)
                    for (title, texts), own in zip(pair, widths, strict=True)
                ],
                widths,
            )
            for pair in pairs
        ]
    )


def _list(title: str, texts: Sequence[str], kind: Type, column: float) -> Cell:
    """A title and its points, numbered when there are several."""
    head = paragraph(f"{title}:", kind.but(bold=True, leading=kind.leading + _TITLE_GAP))
    own = [text.strip() for text in texts if text.strip()] or ["-"]
    if len(own) == 1:
        return [head, paragraph(own[0], kind, column=column)]
    markers = [f"{number}." for number in range(1, len(own) + 1)]
    point = kind.but(hang=max(_MARKER * kind.size, kind.marker_width(markers)))
    return [
        head,
        *(
            paragraph(text, point, marker=marker, column=column)
            for marker, text in zip(markers, own, strict=True)
        ),
    ]
