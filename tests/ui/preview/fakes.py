"""Printers that are not there."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrinter

from ui.preview.paper_choice import A4, Paper, page_size
from ui.preview.paper_tray import Tray
from ui.preview.printers import PrinterFacts

F4_PAPER = Paper("F4", 215.0, 330.0)
LEGAL = Paper("Legal", 215.9, 355.6)
TRAYS = (Tray(6, "Dipilih pencetak"), Tray(0, "Baki 1"), Tray(258, "Baki 2"))


def facts(name: str, *papers: Paper, **more) -> PrinterFacts:
    return PrinterFacts(name, papers=tuple((p, page_size(p)) for p in papers), **more)


OFFICE = facts("HP Lantai 2", A4, LEGAL, colour=False, duplex=True, trays=TRAYS)
SMALL = facts("Epson L3210", A4, F4_PAPER, colour=True)


class FakePrinters:
    """Stands for the system's printers; each prints into a file."""

    def __init__(self, path, *all_facts: PrinterFacts, default: str = "") -> None:
        self.path = path
        self.all = {each.name: each for each in all_facts}
        self._default = default or next(iter(self.all), "")

    def names(self) -> list[str]:
        return list(self.all)

    def default(self) -> str:
        return self._default

    def facts(self, name: str) -> PrinterFacts:
        return self.all[name]

    def make(self, name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        printer.setResolution(72)  # a coarse picture of each sheet will do
        return printer
