"""Putting PDF pages on paper through the system's printers, sheet for sheet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter

from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.progress import Progress, no_progress
from ui.preview.paper_choice import PaperChoice, page_size
from ui.preview.pdf_pages import POINTS_PER_INCH, PdfPages
from ui.preview.print_job import Page, Part, Settings, Sheet, SheetPlan, sides

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300
"""Sharp for 12 pt text; more only makes the spool file slow."""

_BANDS = 8
_OVERLAP = 4
"""Parts in which a page is drawn, and how many rows of pixels two of them share."""


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
    progress: Progress = no_progress,
    stop: Event | None = None,
) -> Outcome:
    """Print `parts`; only one page is held at a time. `progress` is told of sheets.

    Copies are sent page by page: no printer can be told of copies that differ by letter.
    May run in a worker thread. Raises EnvironmentProblem when the printer takes nothing at
    all; one that fails later is told in the outcome, since paper has come out by then.
    """
    job = sides(parts, settings)
    if not job:
        raise EnvironmentProblem("Tidak ada halaman pada rentang yang dipilih.")
    printer.setCopyCount(1)
    with PdfPages([part.pdf for part in parts], gray=_is_gray(printer)) as pages:
        sending = _Sending(printer, parts, pages, settings, job, progress, stop or Event())
        outcome = sending.run()
    if outcome.problem and not sending.sent:
        raise EnvironmentProblem(outcome.problem)
    return outcome


class _Sending:
    """A job on its way to the printer: how many sides were sent, and what ended it early."""

    def __init__(
        self,
        printer: QPrinter,
        parts: Sequence[Part],
        pages: PdfPages,
        settings: Settings,
        job: list[Sheet],
        progress: Progress,
        stop: Event,
    ) -> None:
        self._printer = printer
        self._parts = parts
        self._pages = pages
        self._settings = settings
        self._job = job
        self._progress = progress
        self._stop = stop
        self.sent = 0
        self._problem = ""
        self._cancelled = False

    def run(self) -> Outcome:
        """Send everything, until something goes wrong or the user stops it."""
        for document in self._documents():
            if not self._send(document):
                break
        return self._outcome()

    def _documents(self) -> list[list[Sheet]]:
        """The sheets by the documents of the printer's queue that they go into.

        CUPS takes one paper and one tray for a whole document, those of its last sheet, and fits
        all others to them: there each change of paper or tray begins a document of its own.
        """
        if sys.platform == "win32" or self._printer.outputFileName():
            return [self._job]

        def laid_on(sheet: Sheet) -> tuple[str, int | None]:
            plan = self._plan(self._page(sheet))
            return plan.choice.sheet.key(), plan.tray

        return [list(sheets) for _paper, sheets in groupby(self._job, laid_on)]

    def _send(self, document: list[Sheet]) -> bool:
        """Send one document; whether all of it went."""
        before = self.sent
        first = self._page(document[0])
        self._set_sheet(first)
        painter = QPainter()
        if not painter.begin(self._printer):
            return self._failed(
                # Windows gives no other answer when the place of a PDF is not chosen.
                "tidak menerima pekerjaan, jadi tidak ada yang dicetak. Periksa apakah pencetak "
                "menyala (atau pilih tempat file bila pencetak itu membuat file), lalu coba lagi."
            )
        try:
            went = self._draw_all(painter, document)
        finally:
            # CUPS is told of one turn for the whole document, that of now: a lampiran that lies
            # at the end would put the letter before it upside down on the paper.
            self._printer.setPageOrientation(_turn(first))
            painter.end()
        if went and _is_gone(self._printer):
            self.sent = before
            return self._failed("tidak dapat dihubungi lagi. Periksa sambungannya, lalu coba lagi.")
        return went

    def _failed(self, how: str) -> bool:
        printer = self._printer
        self._problem = f"Pencetak “{printer.printerName() or printer.outputFileName()}” {how}"
        return False

    def _draw_all(self, painter: QPainter, document: list[Sheet]) -> bool:
        printer = self._printer
        for number, sheet in enumerate(document):
            if self._stop.is_set():
                printer.abort()
                self._cancelled = True
                return False
            if number:
                self._set_sheet(self._page(sheet))
                if not printer.newPage():
                    printer.abort()
                    return self._failed("berhenti menerima halaman.")
            if sheet.page is not None:
                self._draw(painter, sheet.part, sheet.page)
            if printer.printerState() in _broken(printer):
                return self._failed("melaporkan kegagalan.")
            self.sent += 1
            self._progress(self.sent, len(self._job))
        return True

    def _draw(self, painter: QPainter, part: int, number: int) -> None:
        """Draw a page at its size times the scale agreed on; never stretched to the sheet."""
        page = self._parts[part].pages[number]
        choice = self._plan(page).choice
        resolution = self._printer.resolution()
        image = self._pages.picture(part, number, min(resolution, _DPI))
        width = page.width / POINTS_PER_INCH * resolution * choice.scale
        height = page.height / POINTS_PER_INCH * resolution * choice.scale
        left = top = 0.0
        if choice.scale != 1.0:
            full = self._printer.pageLayout().fullRectPixels(resolution)
            left = max((full.width() - width) / 2, 0.0)
            top = max((full.height() - height) / 2, 0.0)
        # In bands: drawing holds Python's lock, and the window must answer meanwhile. They
        # overlap, so that no white line can come between them.
        step = -(-image.height() // _BANDS)
        down = height / image.height()
        for first in range(0, image.height(), step):
            rows = min(step + _OVERLAP, image.height() - first)
            target = QRectF(left, top + first * down, width, rows * down)
            painter.drawImage(target, image, QRectF(0, first, image.width(), rows))

    def _set_sheet(self, page: Page) -> None:
        """Give the coming sheet its paper, turn and tray.

        Told to the print engine itself: QPrinter.setPageLayout is refused once a job runs on
        Windows, and before that for papers the printer does not list, without a word.
        """
        from PySide6.QtPrintSupport import QPrintEngine

        key = QPrintEngine.PrintEnginePropertyKey
        plan = self._plan(page)
        engine = self._printer.printEngine()
        self._printer.setPageOrientation(_turn(page))
        engine.setProperty(key.PPK_QPageSize, plan.choice.sheet)
        engine.setProperty(key.PPK_FullPage, True)
        if plan.tray is not None:
            engine.setProperty(key.PPK_PaperSource, plan.tray)

    def _plan(self, page: Page) -> SheetPlan:
        paper = page.paper
        found = self._settings.papers.get(paper.key)
        return found or SheetPlan(PaperChoice("asli", "", page_size(paper)))

    def _page(self, sheet: Sheet) -> Page:
        """The page of a sheet; a blank back is like the front before it."""
        pages = self._parts[sheet.part].pages
        return pages[len(pages) - 1 if sheet.page is None else sheet.page]

    def _outcome(self) -> Outcome:
        """Tell the parts apart whose last sheet was sent from those that were only begun."""
        sent, rest = self._job[: self.sent], self._job[self.sent :]
        begun = dict.fromkeys(sheet.part for sheet in sent)
        missing = {sheet.part for sheet in rest if sheet.page is not None}
        return Outcome(
            sheets=sum(sheet.page is not None for sheet in sent),
            whole=tuple(part for part in begun if part not in missing),
            begun=tuple(part for part in begun if part in missing),
            problem=self._problem,
            cancelled=self._cancelled,
        )


def _turn(page: Page) -> QPageLayout.Orientation:
    turn = QPageLayout.Orientation
    return turn.Landscape if page.landscape else turn.Portrait


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
