"""Stage 1's two ways with sheets: forms for the units, and their answers back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Cancelled, Progress, one_by_one
from sopapp.services.permintaan import Permintaan
from ui.berkas.stage_panel import StagePanel
from ui.impor.sheet_files import FILTERS
from ui.progress.file_work import NOT_WRITTEN, FileWork, Make
from ui.progress.with_progress import with_progress
from ui.widgets.icon_button import button
from ui.widgets.menu_button import give_menu
from ui.written_files import EXCEL, apart, may_write

if TYPE_CHECKING:
    from sopapp.domain.formulir_unit import FormulirUnit
    from ui.impor.import_dialog import ImportDialog


class UnitSheets(QObject):
    """Works for a panel; `told` carries the words that the panel shows."""

    told = Signal(str)
    stored = Signal(object, int, object)
    """A `Permintaan`, how many usulan were stored of its answer, the file (None when pasted)."""

    def __init__(self, panel: StagePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._app = panel.app
        self._work = FileWork(panel.context, panel)
        self._work.told.connect(self.told)

    # -- forms ------------------------------------------------------------------------------------

    def form_button(
        self, chosen: Callable[[], Permintaan | None], asked: Callable[[], Sequence[Permintaan]]
    ) -> QPushButton:
        """The button with both ways to write forms."""
        made = button(
            "&Formulir Excel", lambda: None, "register",
            tip="Formulir isian untuk unit kerja, dikirim bersama Nota Dinas",
        )  # fmt: skip
        menu = QMenu(made)
        self.form_action = QAction("Untuk unit yang dipilih…", made)
        self.form_action.triggered.connect(lambda: self.save_form(chosen()))
        self.all_forms_action = QAction("Untuk semua unit, ke satu folder…", made)
        self.all_forms_action.triggered.connect(lambda: self.save_forms(asked()))
        menu.addActions([self.form_action, self.all_forms_action])
        give_menu(made, menu)
        return made

    def save_form(self, asked: Permintaan | None) -> None:
        """Write the form of one unit where the user says."""
        if asked is None:
            return
        panel = self._panel
        read: list[FormulirUnit] = []
        if not panel.act(lambda: read.append(self._app.formulir.value(*_key(asked)))):
            return
        (form,) = read
        name = self._app.formulir.file_name(form)
        path = panel.context.prompts.save_file(panel, "Simpan formulir", name, EXCEL)
        if path is not None:
            said = f"Formulir tersimpan: {path}"
            self._work.write_all("Menulis formulir…", [(path, _maker(form))], said)

    def save_forms(self, asked: Sequence[Permintaan]) -> None:
        """Write the forms of all units into a folder, all or none."""
        panel, formulir = self._panel, self._app.formulir
        folder = panel.context.prompts.open_folder(panel, "Pilih folder untuk formulir")
        if folder is None or not asked:
            return
        self.told.emit("")

        def read(progress: Progress) -> list[FormulirUnit]:
            return [formulir.value(*_key(each)) for each in one_by_one(asked, progress)]

        try:
            forms = with_progress(
                panel.context.tasks, panel, "Membaca daftar setiap unit kerja", read
            )
        except Cancelled:
            self.told.emit(NOT_WRITTEN)
            return
        except SopappError as error:
            panel.failed(error)
            return
        names = apart(formulir.file_name(form) for form in forms)
        if may_write(panel, panel.context.prompts, folder, names, "formulir"):
            files = [(folder / name, _maker(form)) for name, form in zip(names, forms, strict=True)]
            said = f"{len(files)} formulir tersimpan di {folder}"
            self._work.write_all("Menulis formulir…", files, said)

    # -- answers ----------------------------------------------------------------------------------

    def import_answer(self, asked: Permintaan, path: Path | None = None) -> None:
        """Ask for the unit's file, or take the one given, and open it for mending."""
        from ui.impor.import_dialog import ImportDialog

        panel = self._panel
        if path is None:
            path = panel.context.prompts.open_file(
                panel, f"Pilih jawaban {asked.unit.nama}", FILTERS
            )
        if path is None:
            return
        dialog = ImportDialog(panel.context, panel, asked.berkas_id, asked.unit.id, path)
        dialog.accepted.connect(self._after(dialog, asked))
        panel.show_dialog(dialog)

    def _after(self, dialog: ImportDialog, asked: Permintaan) -> Callable[[], None]:
        def told() -> None:
            self.stored.emit(asked, dialog.stored, dialog.reading.own_file)

        return told


def _key(asked: Permintaan) -> tuple[int, int]:
    return asked.berkas_id, asked.unit.id


def _maker(form: FormulirUnit) -> Make:
    from sopapp.spreadsheet.unit_form import write_form

    return partial(write_form, form)
