"""Stage 1's two ways with sheets: forms for the units, and their answers back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from sopapp.domain.errors import SopappError
from sopapp.saved_file import save_file
from sopapp.services.permintaan import Permintaan
from ui.berkas.stage_panel import StagePanel, button
from ui.impor.sheet_files import FILTERS
from ui.written_files import apart, may_write

if TYPE_CHECKING:
    from ui.impor.import_dialog import ImportDialog

_XLSX = "Buku kerja Excel (*.xlsx)"


class UnitSheets(QObject):
    """Works for a panel; `told` carries the words that the panel shows."""

    told = Signal(str)
    stored = Signal(object, int, object)
    """A `Permintaan`, how many usulan were stored of its answer, the file (None when pasted)."""

    def __init__(self, panel: StagePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._app = panel.app
        self._making = False

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
        made.setMenu(menu)
        return made

    def save_form(self, asked: Permintaan | None) -> None:
        """Write the form of one unit where the user says."""
        if asked is None:
            return
        panel = self._panel
        made: list[tuple[str, bytes]] = []

        def make() -> None:
            made.append(self._app.formulir.bytes_for(asked.berkas_id, asked.unit.id))

        if not panel.act(make):
            return
        name, data = made[0]
        path = panel.context.prompts.save_file(panel, "Simpan formulir", name, _XLSX)
        if path is not None and panel.act(lambda: save_file(path, data)):
            self.told.emit(f"Formulir tersimpan: {path}")

    def save_forms(self, asked: Sequence[Permintaan]) -> None:
        """Write the forms of all units into a folder; made one by one, the window stays alive."""
        folder = self._panel.context.prompts.open_folder(self._panel, "Pilih folder untuk formulir")
        if folder is None or self._making or not asked:
            return
        self._making = True
        made: list[tuple[str, bytes]] = []

        def step() -> None:
            each = asked[len(made)]
            self.told.emit(f"Menyiapkan formulir {len(made) + 1} dari {len(asked)}…")
            try:
                made.append(self._app.formulir.bytes_for(each.berkas_id, each.unit.id))
            except SopappError as error:
                self._making = False
                self.told.emit("")
                self._panel.failed(error)
                return
            if len(made) < len(asked):
                QTimer.singleShot(0, self, step)
            else:
                self._making = False
                self._write_all(folder, made)

        QTimer.singleShot(0, self, step)

    def _write_all(self, folder: Path, made: list[tuple[str, bytes]]) -> None:
        names = apart(name for name, _ in made)
        self.told.emit("")
        panel = self._panel
        if not may_write(panel, panel.context.prompts, folder, names, "formulir"):
            return

        def write() -> None:
            for name, (_, data) in zip(names, made, strict=True):
                save_file(folder / name, data)

        if panel.act(write):
            self.told.emit(f"{len(made)} formulir tersimpan di {folder}")

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
