"""Putting PDF pages on paper through the system's printers, sheet for sheet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter

from sopapp.domain.errors import EnvironmentProblem
from ui.preview.paper_choice import PaperChoice, page_size
from ui.preview.print_job import Page, Part, Settings, Sheet, SheetPlan, sides

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300
"""Sharp for 12 pt text; more only makes the spool file slow."""

_POINTS_PER_INCH = 72.0

_BANDS = 8
_OVERLAP = 4
"""Parts in which a page is drawn, and how many rows of pixels two of them share."""

Progress = Callable[[int, int], None]
"""Told how many sheets of how many were sent."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far a job came: sheets sent, and the parts sent whole and in part (by number).

    `problem` says why it stopped before its end; `cancelled` that the user stopped it.
    """

    sheets: int
    whole: tuple[int, ...]
    begun: tuple[int, ...] = ()
    problem: str = ""
    cancelled: bool = False

    @property
    def complete(self) -> bool:
        """Whether all sheets were sent."""
        return not (self.problem or self.cancelled)


def print_job(
    printer: QPrinter,
    parts: Sequence[Part],
    settings: Settings,
    *,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> Outcome:
    """Print `parts`; only one page is held at a time.

    Copies are sent page by page: no printer can be told of copies that differ by letter.
    May run in a worker thread. Raises EnvironmentProblem when the printer takes nothing at
    all; one that fails later is told in the outcome, since paper has come out by then.
    """
    job = sides(parts, settings)
    if not job:
        raise EnvironmentProblem("Tidak ada halaman pada rentang yang dipilih.")
    printer.setCopyCount(1)
    sent, problem, cancelled = 0, "", False
    with _Pages(parts, gray=_is_gray(printer)) as pages:
        for document in _documents(printer, parts, job, settings):
            told = None if progress is None else partial(_told, progress, sent, len(job))
            done, problem, cancelled = _send(printer, document, pages, settings, told, stop)
            if not (problem or cancelled) and _is_gone(printer):
                done, problem = 0, f"Pencetak “{_name(printer)}” tidak dapat dihubungi lagi. "
                problem += "Periksa sambungannya, lalu coba lagi."
            sent += done
            if problem or cancelled:
                break
    if problem and not sent:
        raise EnvironmentProblem(problem)
    return _outcome(job, sent, problem, cancelled=cancelled)


def _told(progress: Progress, before: int, total: int, sent: int) -> None:
    progress(before + sent, total)


def _documents(
    printer: QPrinter, parts: Sequence[Part], job: list[Sheet], settings: Settings
) -> list[list[Sheet]]:
    """The sheets of a job by the documents of the printer's queue that they go into.

    CUPS takes one paper and one tray for a whole document, those of its last sheet, and fits
    all others to them: there each change of paper or tray begins a document of its own.
    """
    if sys.platform == "win32" or printer.outputFileName():
        return [job]

    def laid_on(sheet: Sheet) -> tuple[str, int | None]:
        plan = _plan(_page(parts, sheet), settings)
        return plan.choice.sheet.key(), plan.tray

    return [list(sheets) for _paper, sheets in groupby(job, laid_on)]


def _send(
    printer: QPrinter,
    job: list[Sheet],
    pages: _Pages,
    settings: Settings,
    progress: Callable[[int], None] | None,
    stop: Event | None,
) -> tuple[int, str, bool]:
    """Send one document; how many sheets went, what went wrong, whether the user stopped it."""
    first = _page(pages.parts, job[0])
    _set_sheet(printer, first, settings)
    painter = QPainter()
    if not painter.begin(printer):
        problem = f"Pencetak “{_name(printer)}” tidak menerima pekerjaan."
        return 0, f"{problem} Periksa apakah pencetak menyala, lalu coba lagi.", False
    try:
        return _draw_all(painter, printer, job, pages, settings, progress, stop)
    finally:
        # CUPS is told of one turn for the whole document, that of now: a lampiran that lies at
        # the end would put the letter before it upside down on the paper.
        printer.setPageOrientation(_turn(first))
        painter.end()


def _draw_all(
    painter: QPainter,
    printer: QPrinter,
    job: list[Sheet],
    pages: _Pages,
    settings: Settings,
    progress: Callable[[int], None] | None,
    stop: Event | None,
) -> tuple[int, str, bool]:
    for number, sheet in enumerate(job):
        if stop is not None and stop.is_set():
            printer.abort()
            return number, "", True
        if number:
            _set_sheet(printer, _page(pages.parts, sheet), settings)
            if not printer.newPage():
                printer.abort()
                return number, f"Pencetak “{_name(printer)}” berhenti menerima halaman.", False
        if sheet.page is not None:
            _draw(painter, printer, pages, sheet, settings)
        if printer.printerState() in _broken(printer):
            return number, f"Pencetak “{_name(printer)}” melaporkan kegagalan.", False
        if progress is not None:
            progress(number + 1)
    return len(job), "", False


def _outcome(job: list[Sheet], sent: int, problem: str, *, cancelled: bool) -> Outcome:
    """Tell the parts apart whose last sheet was sent from those that were only begun."""
    begun = dict.fromkeys(sheet.part for sheet in job[:sent])
    missing = {sheet.part for sheet in job[sent:] if sheet.page is not None}
    return Outcome(
        sheets=sum(sheet.page is not None for sheet in job[:sent]),
        whole=tuple(part for part in begun if part not in missing),
        begun=tuple(part for part in begun if part in missing),
        problem=problem,
        cancelled=cancelled,
    )


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


class _Pages:
    """Pictures of pages; one document is open and one picture held at a time."""

    def __init__(self, parts: Sequence[Part], *, gray: bool) -> None:
        self.parts = parts
        self._format = QImage.Format.Format_Grayscale8 if gray else QImage.Format.Format_RGB32
        self._open: tuple[int, QPdfDocument] | None = None
        self._closing = ExitStack()
        self._last: tuple[Sheet, int, QImage] | None = None

    def __enter__(self) -> _Pages:
        return self

    def __exit__(self, *_what: object) -> None:
        self._closing.close()

    def picture(self, sheet: Sheet, dpi: int) -> QImage:
        """The page of a sheet; the last one is given again without drawing it anew."""
        if self._last is not None and self._last[:2] == (sheet, dpi):
            return self._last[2]
        self._last = None
        document = self._document(sheet.part)
        assert sheet.page is not None
        points = document.pagePointSize(sheet.page)
        pixels = QSize(
            round(points.width() / _POINTS_PER_INCH * dpi),
            round(points.height() / _POINTS_PER_INCH * dpi),
        )
        image = white_page(document, sheet.page, pixels).convertToFormat(self._format)
        self._last = (sheet, dpi, image)
        return image

    def _document(self, part: int) -> QPdfDocument:
        if self._open is None or self._open[0] != part:
            self._closing.close()
            self._open = (part, self._closing.enter_context(open_pdf(self.parts[part].pdf)))
        return self._open[1]


def _plan(page: Page, settings: Settings) -> SheetPlan:
    paper = page.paper
    found = settings.papers.get(paper.key)
    return found or SheetPlan(PaperChoice("asli", "", page_size(paper)))


def _set_sheet(printer: QPrinter, page: Page, settings: Settings) -> None:
    """Give the coming sheet its paper, turn and tray.

    Told to the print engine itself: QPrinter.setPageLayout is refused once a job runs on
    Windows, and before that for papers the printer does not list, without a word.
    """
    from PySide6.QtPrintSupport import QPrintEngine

    key = QPrintEngine.PrintEnginePropertyKey
    plan = _plan(page, settings)
    engine = printer.printEngine()
    printer.setPageOrientation(_turn(page))
    engine.setProperty(key.PPK_QPageSize, plan.choice.sheet)
    engine.setProperty(key.PPK_FullPage, True)
    if plan.tray is not None:
        engine.setProperty(key.PPK_PaperSource, plan.tray)


def _draw(
    painter: QPainter, printer: QPrinter, pages: _Pages, sheet: Sheet, settings: Settings
) -> None:
    """Draw a page at its size times the scale agreed on; never stretched to the sheet."""
    page = _page(pages.parts, sheet)
    choice = _plan(page, settings).choice
    resolution = printer.resolution()
    image = pages.picture(sheet, min(resolution, _DPI))
    width = page.width / _POINTS_PER_INCH * resolution * choice.scale
    height = page.height / _POINTS_PER_INCH * resolution * choice.scale
    left = top = 0.0
    if choice.scale != 1.0:
        full = printer.pageLayout().fullRectPixels(resolution)
        left = max((full.width() - width) / 2, 0.0)
        top = max((full.height() - height) / 2, 0.0)
    # In bands: drawing holds Python's lock, and the window must answer meanwhile. They overlap,
    # so that no white line can come between them.
    step = -(-image.height() // _BANDS)
    down = height / image.height()
    for first in range(0, image.height(), step):
        rows = min(step + _OVERLAP, image.height() - first)
        target = QRectF(left, top + first * down, width, rows * down)
        painter.drawImage(target, image, QRectF(0, first, image.width(), rows))


def _page(parts: Sequence[Part], sheet: Sheet) -> Page:
    """The page of a sheet; a blank back is like the front before it."""
    pages = parts[sheet.part].pages
    return pages[len(pages) - 1 if sheet.page is None else sheet.page]


def _turn(page: Page) -> QPageLayout.Orientation:
    turn = QPageLayout.Orientation
    return turn.Landscape if page.landscape else turn.Portrait


def _name(printer: QPrinter) -> str:
    return printer.printerName() or printer.outputFileName()


def _is_gone(printer: QPrinter) -> bool:
    """Whether CUPS does not know the printer any more: Qt does not hear that it took nothing."""
    from PySide6.QtPrintSupport import QPrinterInfo

    name = printer.printerName()
    return bool(name) and sys.platform != "win32" and QPrinterInfo.printerInfo(name).isNull()


def _is_gray(printer: QPrinter) -> bool:
    return printer.colorMode() is type(printer).ColorMode.GrayScale


def _broken(printer: QPrinter) -> tuple[object, ...]:
    state = type(printer).PrinterState
    return (state.Error, state.Aborted)
