"""The book handed out: as sheets to print, or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import errors
from ui.progress.file_work import FileWork
from ui.register.wait_cursor import wait_cursor

if TYPE_CHECKING:
    from sopapp.documents.list_content import BukuAgenda
    from sopapp.domain.agenda import AgendaFilter
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

        app, wanted = self._context.app, self._wanted()

        def sheets() -> BukuAgenda:
            with wait_cursor():
                return app.agenda.compose(wanted)

        item = PreviewItem(
            title=f"Buku agenda {wanted.year}",
            file_name=app.agenda.file_name(wanted, ".pdf"),
            source=sheets,
        )
        PreviewDialog(self._context, [item], self._page.window()).open()

    def export(self) -> None:
        """Ask where to, then write the workbook."""
        app, prompts, wanted = self._context.app, self._context.prompts, self._wanted()
        path = prompts.save_file(
            self._page,
            "Ekspor buku agenda",
            app.agenda.file_name(wanted, ".xlsx"),
            "Lembar kerja Excel (*.xlsx)",
        )
        if path is None:
            return
        with errors.guard(self._page, prompts) as outcome, wait_cursor():
            book = app.agenda.book(wanted)
        if not outcome.ok:
            return

        def make(progress: Progress) -> bytes:
            from sopapp.publication.agenda_xlsx import write_agenda

            return write_agenda(book, progress)

        self._work.write("Menulis buku agenda…", path, make)
