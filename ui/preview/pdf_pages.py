"""Pages of PDFs in memory, as pictures of what lies on white paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

POINTS_PER_INCH = 72.0


@contextmanager
def open_pdf(pdf: bytes) -> Iterator[QPdfDocument]:
    """A document over bytes in memory; of no pages when they are no PDF."""
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()


def white_page(document: QPdfDocument, number: int, pixels: QSize) -> QImage:
    """A page as a picture; pages come with a transparent ground, paper is white."""
    image = document.render(number, pixels)
    under = QPainter(image)
    under.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    under.fillRect(image.rect(), Qt.GlobalColor.white)
    under.end()
    return image


class PdfPages:
    """Pictures of the pages of several PDFs; one is open and one picture held at a time."""

    def __init__(self, pdfs: Sequence[bytes], *, gray: bool) -> None:
        self._pdfs = pdfs
        self._format = QImage.Format.Format_Grayscale8 if gray else QImage.Format.Format_RGB32
        self._open: tuple[int, QPdfDocument] | None = None
        self._closing = ExitStack()
        self._last: tuple[tuple[int, int, int], QImage] | None = None

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(self, *_what: object) -> None:
        self._closing.close()

    def picture(self, pdf: int, page: int, dpi: int) -> QImage:
        """A page, both numbers from 0; the last one is given again without drawing it anew."""
        wanted = (pdf, page, dpi)
        if self._last is not None and self._last[0] == wanted:
            return self._last[1]
        self._last = None
        document = self._document(pdf)
        points = document.pagePointSize(page)
        pixels = QSize(
            round(points.width() / POINTS_PER_INCH * dpi),
            round(points.height() / POINTS_PER_INCH * dpi),
        )
        image = white_page(document, page, pixels).convertToFormat(self._format)
        self._last = (wanted, image)
        return image

    def _document(self, number: int) -> QPdfDocument:
        if self._open is None or self._open[0] != number:
            self._closing.close()
            self._open = (number, self._closing.enter_context(open_pdf(self._pdfs[number])))
        return self._open[1]
