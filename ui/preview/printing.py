"""Putting PDF pages on paper through the system's printers, sheet for sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from sopapp.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300
"""Sharp for 12 pt text; more only makes the spool file slow."""

_POINTS_PER_INCH = 72.0
_MM_PER_POINT = 25.4 / _POINTS_PER_INCH
_KNOWN_MM = {"A4": (210.0, 297.0), "F4": (215.0, 330.0)}
_NEAR_MM = 1.0


def page_layout(points: QSizeF) -> QPageLayout:
    """The sheet for a page of this size (points): paper, orientation and no margins.

    F4 (215 x 330 mm) is not among Qt's papers and is made by size.
    """
    landscape = points.width() > points.height()
    short, long = sorted((points.width() * _MM_PER_POINT, points.height() * _MM_PER_POINT))
    name = next(
        (name for name, (w, h) in _KNOWN_MM.items()
         if abs(w - short) < _NEAR_MM and abs(h - long) < _NEAR_MM),
        "",
    )  # fmt: skip
    if name == "A4":
        size = QPageSize(QPageSize.PageSizeId.A4)
    else:
        if name:
            short, long = _KNOWN_MM[name]
        size = QPageSize(
            QSizeF(short, long),
            QPageSize.Unit.Millimeter,
            name,
            QPageSize.SizeMatchPolicy.ExactMatch,
        )
    turn = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, turn, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def prepare(printer: QPrinter, pdf: bytes, title: str) -> int:
    """Set `printer` for the first page of `pdf` and return the number of pages.

    Done before the system's dialog opens, so that it offers the right paper.
    """
    document, _buffer = open_pdf(pdf)
    printer.setDocName(title)
    printer.setCreator("SOP DIK")
    printer.setFullPage(True)
    if document.pageCount():
        printer.setPageLayout(page_layout(document.pagePointSize(0)))
    count = document.pageCount()
    document.close()
    return count


def print_pdfs(printer: QPrinter, pdfs: Sequence[bytes]) -> int:
    """Print `pdfs` one after the other as one job; return the number of sheets sent.

    Honours page range, order, copies and collation where the printer does not do it
    itself. May run in a worker thread. Raises EnvironmentProblem when the printer refuses.
    """
    opened = [open_pdf(pdf) for pdf in pdfs]
    pages = [(document, i) for document, _ in opened for i in range(document.pageCount())]
    order = list(_order(printer, pages))
    if not order:
        raise EnvironmentProblem("Tidak ada halaman pada rentang yang dipilih.")
    printer.setFullPage(True)
    printer.setPageLayout(_layout_of(*order[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentProblem(
            f"Pencetak “{printer.printerName() or printer.outputFileName()}” tidak menerima "
            "pekerjaan. Periksa apakah pencetak menyala, lalu coba lagi."
        )
    try:
        for index, (document, number) in enumerate(order):
            if index:
                printer.setPageLayout(_layout_of(document, number))
                printer.newPage()
            _draw(painter, printer, document, number)
    finally:
        painter.end()
        for document, _ in opened:
            document.close()
    return len(order)


def open_pdf(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    """A document over bytes in memory; keep the buffer as long as the document."""
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


def _layout_of(document: QPdfDocument, number: int) -> QPageLayout:
    return page_layout(document.pagePointSize(number))


def _order(
    printer: QPrinter, pages: list[tuple[QPdfDocument, int]]
) -> Iterator[tuple[QPdfDocument, int]]:
    """The pages in the order in which sheets leave the printer."""
    kind = type(printer)
    first, last = 1, len(pages)
    if printer.printRange() is kind.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(printer.toPage() or last, last)
    chosen = pages[first - 1 : last]
    if printer.pageOrder() is kind.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        for _ in range(copies):
            yield from chosen
    else:
        for page in chosen:
            for _ in range(copies):
                yield page


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    points = document.pagePointSize(number)
    dpi = min(printer.resolution(), _DPI)
    pixels = QSize(
        round(points.width() / _POINTS_PER_INCH * dpi),
        round(points.height() / _POINTS_PER_INCH * dpi),
    )
    sheet = QImage(pixels, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)  # pages come with a transparent ground
    on_sheet = QPainter(sheet)
    on_sheet.drawImage(0, 0, document.render(number, pixels))
    on_sheet.end()
    target = printer.pageLayout().fullRectPixels(printer.resolution())
    # A wrong paper in the tray must not stretch the letter: keep the size, centre nothing.
    scale = printer.resolution() / dpi
    target.setWidth(round(pixels.width() * scale))
    target.setHeight(round(pixels.height() * scale))
    target.moveTo(0, 0)
    painter.drawImage(target, sheet)
