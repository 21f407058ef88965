"""Ekspor: the public list of the day as a file, in the form that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from sopapp.domain.daftar_terbuka import DaftarTerbuka, FormatEkspor
from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Cancelled, Progress
from ui import errors
from ui.progress.file_work import NOT_WRITTEN, FileWork, Make
from ui.progress.with_progress import with_progress
from ui.written_files import EXCEL

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.context import UiContext

_FILTERS = {
    FormatEkspor.PDF: "Dokumen PDF (*.pdf)",
    FormatEkspor.XLSX: EXCEL,
    FormatEkspor.CSV: "Tabel CSV (*.csv)",
    FormatEkspor.JSON: "Data JSON (*.json)",
    FormatEkspor.HTML: "Halaman web (*.html)",
}


class ExportMenu(QMenu):
    """One entry for each form; the file is written off the GUI thread."""

    told = Signal(str)
    """What goes on, for the page to say; empty when it is over without a file."""

    def __init__(
        self, context: UiContext, value: Callable[[Progress], DaftarTerbuka], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._value = value
        self._page = parent
        self.work = FileWork(context, parent)
        self.work.told.connect(self.told)
        for form in FormatEkspor:
            self.addAction(form.label).triggered.connect(partial(self.export, form))

    def export(self, form: FormatEkspor, _checked: bool = False) -> None:
        """Ask where to, then write."""
        app, prompts = self._context.app, self._context.prompts
        found = self.read(form)
        if found is None:
            return
        value, (make,) = found
        path = prompts.save_file(
            self._page, "Ekspor daftar", app.ekspor.file_name(value, form), _FILTERS[form]
        )
        if path is not None:
            self.work.write(f"Menulis {form.label}…", path, make)

    def read(self, *forms: FormatEkspor) -> tuple[DaftarTerbuka, tuple[Make, ...]] | None:
        """The list of this moment with what makes each form of it; None when there is none.

        The user has been told why.
        """
        context = self._context
        try:
            value = with_progress(context.tasks, self._page, "Membaca daftar", self._value)
            return value, tuple(_maker(context.app, value, form) for form in forms)
        except Cancelled:
            self.told.emit(NOT_WRITTEN)
        except SopappError as error:
            errors.show(self._page, context.prompts, error)
        return None


def _maker(app: App, value: DaftarTerbuka, form: FormatEkspor) -> Make:
    """What builds the file on a thread; the letterhead is read here. Raises DomainError."""
    if form is FormatEkspor.PDF:
        from sopapp.documents.build import build

        plan = app.ekspor.plan(value)
        return lambda progress: build(plan(), progress)
    from sopapp.publication.write import write_list

    return partial(write_list, value, form)
