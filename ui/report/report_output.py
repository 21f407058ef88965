"""The report handed out: as sheets, as a workbook, as a picture, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sopapp.saved_file import save_file
from ui import errors
from ui.register.wait_cursor import wait_cursor

if TYPE_CHECKING:
    from sopapp.documents.content import LaporanKinerja
    from sopapp.domain.kinerja import Kinerja
    from ui.context import UiContext


class ReportOutput(QObject):
    """Writes what the page shows; files are written off the GUI thread."""

    told = Signal(str)
    """What goes on, for the page to say; empty when it is over without a file."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def print(self, kinerja: Kinerja) -> None:
        """Show the report as sheets, to print or save as PDF."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem

        app = self._context.app

        def sheets() -> LaporanKinerja:
            return app.kinerja.compose(kinerja)

        item = PreviewItem(
            title=f"Laporan kinerja SOP {kinerja.tahun}",
            file_name=app.kinerja.file_name(kinerja.tahun, ".pdf"),
            source=sheets,
        )
        PreviewDialog(self._context, [item], self._page.window()).open()

    def export(self, kinerja: Kinerja) -> None:
        """Ask where to, then write the workbook."""
        app, prompts = self._context.app, self._context.prompts
        name = app.kinerja.file_name(kinerja.tahun, ".xlsx")
        path = prompts.save_file(self._page, "Ekspor laporan", name, "Lembar kerja Excel (*.xlsx)")
        if path is None:
            return
        report, office = app.kinerja.laporan(kinerja), app.instansi.get().nama

        def work() -> None:
            from sopapp.publication.kinerja_xlsx import write_kinerja

            save_file(path, write_kinerja(kinerja, report, office))

        self.told.emit("Menulis laporan…")
        self._context.tasks.run(
            work, lambda _done: self.told.emit(f"Tersimpan: {path}"), self._failed, owner=self
        )

    def copy_picture(self, kinerja: Kinerja) -> None:
        """Put the picture of the report on the clipboard."""
        from ui.report.dashboard_picture import copy_picture, dashboard_picture

        app = self._context.app
        with wait_cursor():
            office = app.instansi.get().nama
            copy_picture(dashboard_picture(app.kinerja.laporan(kinerja), office))
        self.told.emit("Gambar disalin. Tempelkan di Word atau PowerPoint dengan Ctrl+V.")

    def save_picture(self, kinerja: Kinerja) -> None:
        """Ask where to, then write the picture as a PNG."""
        from ui.report.dashboard_picture import dashboard_picture, png_bytes

        app, prompts = self._context.app, self._context.prompts
        name = app.kinerja.file_name(kinerja.tahun, ".png")
        path = prompts.save_file(self._page, "Simpan gambar laporan", name, "Gambar PNG (*.png)")
        if path is None:
            return
        with errors.guard(self._page, prompts) as outcome, wait_cursor():
            office = app.instansi.get().nama
            save_file(path, png_bytes(dashboard_picture(app.kinerja.laporan(kinerja), office)))
        if outcome.ok:
            self.told.emit(f"Tersimpan: {path}")

    def evidence(self, kinerja: Kinerja) -> None:
        """Ask where to, then gather the evidence of the year in one ZIP."""
        from ui.report.bundle_dialog import BundleDialog
        from ui.report.refused_register import refused_register

        app, prompts = self._context.app, self._context.prompts
        with errors.guard(self._page, prompts) as outcome, wait_cursor():
            plan = app.bukti_monev.plan(kinerja.tahun, refused_register(app, kinerja.tahun))
        if not outcome.ok:
            return
        name = app.bukti_monev.file_name(kinerja.tahun)
        path = prompts.save_file(self._page, "Simpan bukti monev", name, "Berkas ZIP (*.zip)")
        if path is None:
            return
        dialog = BundleDialog(self._context, plan, path, self._page.window())
        dialog.open()
        dialog.begin()

    def _failed(self, error: Exception) -> None:
        self.told.emit("")
        errors.show(self._page, self._context.prompts, error)
