"""The printers of this computer and what each can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageSize

from ui.preview.paper_choice import Paper, PaperChoices, choices, paper_of
from ui.preview.paper_tray import Tray, trays

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """One printer. `papers` is empty when it tells none; `largest` None when it tells none.

    One that is not `ready` is off, paused or out of paper: its queue keeps the letters.
    """

    name: str
    papers: tuple[tuple[Paper, QPageSize], ...] = ()
    largest: Paper | None = None
    usual: Paper | None = None
    colour: bool = True
    duplex: bool = False
    trays: tuple[Tray, ...] = ()
    ready: bool = True

    def choices(self, paper: Paper) -> PaperChoices:
        """The ways to print a page for `paper`."""
        return choices(paper, self.papers, largest=self.largest, usual=self.usual)


class SystemPrinters:
    """Asks the system. Reading all that a network printer can do is slow: one at a time."""

    def names(self) -> list[str]:
        """All printers."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.availablePrinterNames()

    def default(self) -> str:
        """The system's own choice, or ""."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.defaultPrinterName()

    def facts(self, name: str) -> PrinterFacts:
        """What the printer can do."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        both = {QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexAuto}
        return PrinterFacts(
            name,
            papers=tuple((_paper(size), size) for size in info.supportedPageSizes()),
            largest=_size_or_none(info.maximumPhysicalPageSize()),
            usual=_size_or_none(info.defaultPageSize()),
            colour=QPrinter.ColorMode.Color in info.supportedColorModes(),
            duplex=bool(both.intersection(info.supportedDuplexModes())),
            trays=trays(self.make(name)),
            ready=info.state() is not QPrinter.PrinterState.Error,
        )

    def make(self, name: str) -> QPrinter:
        """A device to print on."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info: QPrinterInfo = QPrinterInfo.printerInfo(name)
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _paper(size: QPageSize) -> Paper:
    points = size.size(QPageSize.Unit.Point)
    return paper_of(points.width(), points.height(), size.name())


def _size_or_none(size: QPageSize) -> Paper | None:
    return _paper(size) if size.isValid() else None
