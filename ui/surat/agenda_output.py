"""The book handed out: as sheets to print, or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Cancelled
from ui import errors
from ui.progress.file_work import NOT_WRITTEN, FileWork
from ui.progress.with_progress import with_progress
from ui.written_files import EXCEL

if TYPE_CHECKING:
    from sopapp.domain.agenda import AgendaFilter, BukuAgendaLengkap
    from sopapp.domain.progress import Progress
    from ui.context import UiContext


class AgendaOutput(QObject):
    """Prints and exports what the filter shows; files are written off the GUI thread."""

    told = Signal(str)
    """What goes on, for the page to say; empty when it is over without a file."""

    def __init__(
        self, context: UiContext, wanted: Callable[[], AgendaFilter], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = wanted
        self._page = parent
        self._work = FileWork(context, parent)
        self._work.told.connect(self.told)

    def print(self) -> None:
        """Show the book as sheets, to print or save."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem

        agenda, wanted = self._context.app.agenda, self._wanted()
        book = self._read(wanted, "Dibatalkan. Tidak ada yang dicetak.")
        if book is not None:
            item = PreviewItem(
                title=f"Buku agenda {wanted.year}",
                file_name=agenda.file_name(wanted, ".pdf"),
                source=lambda: agenda.plan(wanted, book),
            )
            PreviewDialog(self._context, [item], self._page.window()).open()

    def export(self) -> None:
        """Ask where to, then write the workbook."""
        app, prompts, wanted = self._context.app, self._context.prompts, self._wanted()
        path = prompts.save_file(
            self._page,
            "Ekspor buku agenda",
            app.agenda.file_name(wanted, ".xlsx"),
            EXCEL,
        )
        if path is None:
            return
        book = self._read(wanted, NOT_WRITTEN)
        if book is None:
            return

        def make(progress: Progress) -> bytes:
            from sopapp.publication.agenda_xlsx import write_agenda

            return write_agenda(book, progress)

        self._work.write("Menulis buku agenda…", path, make)

    def _read(self, wanted: AgendaFilter, stopped: str) -> BukuAgendaLengkap | None:
        """Every line of the book; None when it was stopped, or went wrong and the user knows."""
        read = partial(self._context.app.agenda.book, wanted)
        try:
            return with_progress(self._context.tasks, self._page, "Membaca buku agenda", read)
        except Cancelled:
            self.told.emit(stopped)
        except SopappError as error:
            errors.show(self._page, self._context.prompts, error)
        return None
