"""The public list written as files for the office's website."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from sopapp.domain.daftar_terbuka import DaftarTerbuka, FormatEkspor
from sopapp.saved_file import save_file
from ui.berkas.stage_panel import StagePanel, button
from ui.preview.preview_item import pdf_of
from ui.register.export_menu import ExportMenu
from ui.written_files import may_write

if TYPE_CHECKING:
    from sopapp.app import App


class ListExport(QObject):
    """Works for a panel: one form where the user says, or all of them into a folder."""

    told = Signal(str)
    """What was written where."""

    def __init__(self, panel: StagePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._app: App = panel.app
        self.menu = ExportMenu(panel.context, self._value, panel)
        self.menu.told.connect(self.told)
        self.menu.addSeparator()
        self.all_action = self.menu.addAction("Semua bentuk ke satu folder…")
        self.all_action.triggered.connect(self.save_all)
        tip = "Daftar yang sama dalam bentuk yang dapat dipasang di laman kantor"
        self.button: QPushButton = button(
            "Simpan untuk situs &web", lambda: None, "publish", tip=tip
        )
        self.button.setMenu(self.menu)

    def save_all(self) -> None:
        """Write the list in all forms into a folder."""
        found: list[tuple[DaftarTerbuka, dict[FormatEkspor, Callable[[], bytes]]]] = []

        def read() -> None:
            value = self._value()
            found.append((value, {form: self._make(value, form) for form in FormatEkspor}))

        panel = self._panel
        if not panel.act(read):
            return
        folder = panel.context.prompts.open_folder(panel, "Pilih folder untuk daftar")
        if folder is None:
            return
        value, makers = found[0]
        files = {folder / self._app.ekspor.file_name(value, form): makers[form] for form in makers}
        names = [path.name for path in files]
        if may_write(panel, panel.context.prompts, folder, names, "file daftar"):
            self._write(folder, files)

    def _value(self) -> DaftarTerbuka:
        """The list that this berkas' Keputusan set. Raises DomainError."""
        return self._app.ekspor.value_of_berkas(self._panel.berkas_id)

    def _make(self, value: DaftarTerbuka, form: FormatEkspor) -> Callable[[], bytes]:
        """What builds the file in a worker; the letterhead is read here."""
        ekspor = self._app.ekspor
        if form is FormatEkspor.PDF:
            letter = ekspor.compose(value)
            return lambda: pdf_of(letter)
        return lambda: ekspor.write_value(value, form)

    def _write(self, folder: Path, files: dict[Path, Callable[[], bytes]]) -> None:
        def work() -> None:
            built = {path: make() for path, make in files.items()}
            for path, data in built.items():
                save_file(path, data)

        def rest(words: str) -> None:
            self.button.setEnabled(True)
            self.told.emit(words)

        def failed(error: Exception) -> None:
            rest("")
            self._panel.failed(error)

        self.button.setEnabled(False)
        self.told.emit("Menulis daftar…")
        words = f"{len(files)} file tersimpan di {folder}"
        self._panel.context.tasks.run(work, lambda _none: rest(words), failed, owner=self)
