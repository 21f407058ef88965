"""A letter turned into bytes, and what its pages are like."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from sopapp.domain.progress import Progress
from ui.preview.paper_choice import MM_PER_POINT
from ui.preview.pdf_pages import open_pdf, white_page
from ui.preview.preview_item import Source, pdf_of
from ui.preview.print_job import Page

_MEASURED = 4
"""Pages whose ink is measured; further ones have the margins of these."""


@dataclass(frozen=True, slots=True)
class BuiltPdf:
    """The bytes that are shown, printed, saved and kept, and their pages.

    `pages` is empty when the bytes are no PDF that can be read.
    """

    pdf: bytes
    pages: tuple[Page, ...]


def build_pdf(source: Source, progress: Progress) -> BuiltPdf:
    """Build a letter and measure it; for a worker thread. Raises DomainError as `build` does."""
    pdf = pdf_of(source, progress)
    return BuiltPdf(pdf, measure(pdf))


def measure(pdf: bytes) -> tuple[Page, ...]:
    """The pages of a PDF."""
    with open_pdf(pdf) as document:
        pages = []
        for number in range(document.pageCount()):
            size = document.pagePointSize(number)
            ink = None
            if number < _MEASURED:
                pixels = QSize(round(size.width()), round(size.height()))  # one for each point
                ink = _ink(white_page(document, number, pixels))
            pages.append(Page(size.width(), size.height(), ink))
    return tuple(pages)


def _ink(image: QImage) -> tuple[float, float, float, float] | None:
    """The blank space around the ink in millimetres."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, step, data = gray.width(), gray.bytesPerLine(), bytes(gray.constBits())
    rows = [data[y * step : y * step + width] for y in range(gray.height())]
    inked = [y for y, row in enumerate(rows) if row.strip(b"\xff")]
    if not inked:
        return None
    left = min(width - len(rows[y].lstrip(b"\xff")) for y in inked)
    right = min(width - len(rows[y].rstrip(b"\xff")) for y in inked)
    mm = MM_PER_POINT
    return (left * mm, inked[0] * mm, right * mm, (gray.height() - 1 - inked[-1]) * mm)
