"""Ekspor: the public list of the day as a file, in the form that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from sopapp.domain.daftar_terbuka import DaftarTerbuka, FormatEkspor
from sopapp.saved_file import save_file
from ui import errors

if TYPE_CHECKING:
    from ui.context import UiContext

_FILTERS = {
    FormatEkspor.PDF: "Dokumen PDF (*.pdf)",
    FormatEkspor.XLSX: "Lembar kerja Excel (*.xlsx)",
    FormatEkspor.CSV: "Tabel CSV (*.csv)",
    FormatEkspor.JSON: "Data JSON (*.json)",
    FormatEkspor.HTML: "Halaman web (*.html)",
}


class ExportMenu(QMenu):
    """One entry for each form; the file is written off the GUI thread."""

    told = Signal(str)
    """What goes on, for the page to say; empty when it is over without a file."""

    def __init__(
        self, context: UiContext, value: Callable[[], DaftarTerbuka], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._value = value
        self._page = parent
        for form in FormatEkspor:
            self.addAction(form.label).triggered.connect(partial(self.export, form))

    def export(self, form: FormatEkspor, _checked: bool = False) -> None:
        """Ask where to, then write."""
        app, prompts = self._context.app, self._context.prompts
        with errors.guard(self._page, prompts) as outcome:
            value = self._value()
            letter = app.ekspor.compose(value) if form is FormatEkspor.PDF else None
        if not outcome.ok:
            return
        path = prompts.save_file(
            self._page, "Ekspor daftar", app.ekspor.file_name(value, form), _FILTERS[form]
        )
        if path is None:
            return

        def work() -> None:
            if letter is not None:
                from sopapp.documents.build import build

                save_file(path, build(letter))
            else:
                from sopapp.publication.write import write_list

                save_file(path, write_list(value, form))

        self.told.emit(f"Menulis {form.label}…")
        self._context.tasks.run(
            work,
            lambda _done: self.told.emit(f"Tersimpan: {path}"),
            self._failed,
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.told.emit("")
        errors.show(self._page, self._context.prompts, error)
