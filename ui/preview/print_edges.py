"""The edges of a sheet that a printer cannot reach, and the ink that would be lost there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout

from ui.preview.paper_choice import Paper, PaperChoice
from ui.preview.print_job import Part

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SIDES = ("kiri", "atas", "kanan", "bawah")
_SLACK_MM = 0.5


def cut_text(printer: QPrinter, paper: Paper, choice: PaperChoice, parts: Sequence[Part]) -> str:
    """A warning when ink of the pages for `paper` lies where the printer cannot print, or "".

    Not told of pages that are made smaller: their edges lie further in.
    """
    pages = [page for part in parts for page in part.pages if page.paper == paper and page.ink]
    if choice.scale != 1.0:
        return ""
    edges = {
        lies: unprintable(printer, choice, landscape=lies)
        for lies in {page.landscape for page in pages}
    }
    for page in pages:
        for side, blank, dead in zip(_SIDES, page.ink or (), edges[page.landscape], strict=True):
            if blank + _SLACK_MM < dead:
                return (
                    f"Isi surat mulai {round(blank)} mm dari tepi {side}, sedangkan pencetak ini "
                    f"tidak dapat mencetak {round(dead)} mm dari tepi itu: sebagian dapat "
                    "terpotong."
                )
    return ""


def unprintable(
    printer: QPrinter, choice: PaperChoice, *, landscape: bool
) -> tuple[float, float, float, float]:
    """What the printer leaves white of a sheet: left, top, right, bottom in millimetres."""
    from PySide6.QtPrintSupport import QPrintEngine

    key = QPrintEngine.PrintEnginePropertyKey
    turn = QPageLayout.Orientation
    printer.setPageOrientation(turn.Landscape if landscape else turn.Portrait)
    printer.printEngine().setProperty(key.PPK_QPageSize, choice.sheet)
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    margins = layout.minimumMargins()
    return (margins.left(), margins.top(), margins.right(), margins.bottom())
