"""The public list written as files for the office's website."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from sopapp.domain.daftar_terbuka import DaftarTerbuka, FormatEkspor
from sopapp.domain.progress import Progress
from ui.berkas.stage_panel import StagePanel
from ui.register.export_menu import ExportMenu
from ui.widgets.icon_button import button
from ui.widgets.menu_button import give_menu
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
        give_menu(self.button, self.menu)

    def save_all(self) -> None:
        """Write the list in all forms into a folder."""
        panel, forms = self._panel, tuple(FormatEkspor)
        found = self.menu.read(*forms)
        if found is None:
            return
        folder = panel.context.prompts.open_folder(panel, "Pilih folder untuk daftar")
        if folder is None:
            return
        value, makers = found
        names = [self._app.ekspor.file_name(value, form) for form in forms]
        if may_write(panel, panel.context.prompts, folder, names, "file daftar"):
            files = [(folder / name, make) for name, make in zip(names, makers, strict=True)]
            said = f"{len(files)} file tersimpan di {folder}"
            self.menu.work.write_all("Menulis daftar…", files, said)

    def _value(self, progress: Progress) -> DaftarTerbuka:
        """The list that this berkas' Keputusan set. Raises DomainError."""
        return self._app.ekspor.value_of_berkas(self._panel.berkas_id, progress)
