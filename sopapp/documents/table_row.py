"""A row of a printed table: cells of paragraphs that can be continued on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from sopapp.documents.flow import halves

Cell = list[Paragraph]

PAD_X, PAD_Y = 4.0, 3.0
FUZZ = 0.01


class Row:
    """Cells measured for their columns; `height` includes the padding, points.

    A row that `leads` stays with the row after it, as a title within the table does.
    """

    __slots__ = ("cells", "height", "leads", "widths")

    def __init__(
        self, cells: Sequence[Cell], widths: Sequence[float], *, leads: bool = False
    ) -> None:
        self.cells = cells
        self.widths = widths
        self.leads = leads
        inner = (
            sum(part.wrap(width - 2 * PAD_X, 0)[1] for part in cell)
            for cell, width in zip(cells, widths, strict=True)
        )
        self.height = max(inner, default=0.0) + 2 * PAD_Y

    def split(self, height: float) -> tuple[Row, Row] | None:
        """Break the row so that the first part fits into `height`; None when it cannot be."""
        pairs = [
            _split_cell(cell, width - 2 * PAD_X, height - 2 * PAD_Y)
            for cell, width in zip(self.cells, self.widths, strict=True)
        ]
        first, rest = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        if not any(first) or not any(rest):
            return None
        return Row(first, self.widths), Row(rest, self.widths, leads=self.leads)

    def draw(self, canvas: Canvas, top: float, middle_of: float | None = None) -> None:
        """Draw the cells' text below `top`, or in the middle of a height given."""
        x = 0.0
        for cell, width in zip(self.cells, self.widths, strict=True):
            y = top - PAD_Y
            if middle_of is not None:
                y = top - (middle_of - sum(part.height for part in cell)) / 2
            for part in cell:
                y -= part.height
                part.drawOn(canvas, x + PAD_X, y)
            x += width


def _split_cell(cell: Cell, width: float, height: float) -> tuple[Cell, Cell]:
    """Divide the paragraphs of a cell into those that fit into `height` and the rest."""
    left = height
    for index, part in enumerate(cell):
        if part.height <= left + FUZZ:
            left -= part.height
            continue
        if parts := halves(part, width, left):
            return [*cell[:index], parts[0]], [parts[1], *cell[index + 1 :]]
        part.wrap(width, 0)
        return cell[:index], cell[index:]
    return cell, []
