"""How a preview comes to know the printer, trays, papers and pages that are wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ui.preview.print_job import Part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext
    from ui.preview.print_plan import PrintPlan

AskPrint = Callable[["QWidget", "UiContext", Sequence[Part], int, str], "PrintPlan | None"]
"""Asks how to print parts, offered in a number of copies, with a note on them."""


def ask_print(
    parent: QWidget, context: UiContext, parts: Sequence[Part], copies: int, note: str
) -> PrintPlan | None:
    """The program's print dialog; None when the user backs out."""
    from ui.preview.print_dialog import PrintDialog
    from ui.preview.printer_memory import PrinterMemory
    from ui.preview.printers import SystemPrinters

    memory = PrinterMemory(context.app.data)
    dialog = PrintDialog(parent, parts, SystemPrinters(), memory, copies=copies, note=note)
    dialog.exec()
    plan = dialog.plan
    dialog.deleteLater()
    return plan
