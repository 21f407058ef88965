"""What was agreed on in a print dialog, the program's own or the system's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.preview.print_job import Settings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """What was agreed on; `printer` None means that the letters are saved as PDF files."""

    printer: QPrinter | None
    settings: Settings = field(default_factory=Settings)


def from_system(printer: QPrinter, settings: Settings) -> Settings:
    """`settings` with the pages and copies that were chosen in the system's dialog."""
    kind = type(printer)
    pages = settings.pages
    if printer.printRange() is kind.PrintRange.PageRange and printer.fromPage():
        pages = frozenset(range(printer.fromPage(), max(printer.toPage(), printer.fromPage()) + 1))
    return Settings(
        pages,
        max(printer.copyCount(), 1),
        printer.duplex() is not kind.DuplexMode.DuplexNone,
        printer.pageOrder() is kind.PageOrder.LastPageFirst,
        settings.papers,
    )
