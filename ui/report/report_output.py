"""The report handed out: as sheets, as a workbook, as a picture, with its evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Cancelled
from sopapp.services.bukti_tulis import write_bukti
from sopapp.services.letter_parts import full_name
from ui import errors
from ui.progress.file_work import NOT_WRITTEN, FileWork
from ui.progress.long_work import LongWork
from ui.progress.with_progress import with_progress
from ui.widgets.wait_cursor import wait_cursor
from ui.written_files import EXCEL

if TYPE_CHECKING:
    from pathlib import Path

    from sopapp.documents.list_content import LaporanKinerja
    from sopapp.domain.bukti import DaftarIsi
    from sopapp.domain.kinerja import Kinerja
    from sopapp.domain.progress import Progress
    from ui.context import UiContext


class ReportOutput(QObject):
    """Writes what the page shows; files are written off the GUI thread."""

    told = Signal(str)
    """What goes on, for the page to say; empty when it is over without a file."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._work = FileWork(context, page)
        self._work.told.connect(self.told)
        self._evidence = LongWork(context.tasks, page)

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
        path = prompts.save_file(self._page, "Ekspor laporan", name, EXCEL)
        if path is None:
            return
        report, office = app.kinerja.laporan(kinerja), full_name(app.instansi.get())

        def make(_progress: Progress) -> bytes:
            from sopapp.publication.kinerja_xlsx import write_kinerja

            return write_kinerja(kinerja, report, office)

        self._work.write("Menulis laporan…", path, make)

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
        with errors.guard(self._page, prompts) as outcome:
            picture = dashboard_picture(app.kinerja.laporan(kinerja), app.instansi.get().nama)
        if outcome.ok:
            self._work.write("Menyimpan gambar…", path, lambda _progress: png_bytes(picture))

    def evidence(self, kinerja: Kinerja) -> None:
        """Ask where to, then gather the evidence of the year in one ZIP."""
        from ui.report.refused_register import refused_register

        app, prompts = self._context.app, self._context.prompts
        try:
            plan = with_progress(
                self._context.tasks, self._page, "Mengumpulkan bukti monev",
                lambda progress: app.bukti_monev.plan(
                    kinerja.tahun, refused_register(app, kinerja.tahun), progress
                ),
            )  # fmt: skip
        except Cancelled:
            self.told.emit(NOT_WRITTEN)
            return
        except SopappError as error:
            self._failed(error)
            return
        name = app.bukti_monev.file_name(kinerja.tahun)
        path = prompts.save_file(self._page, "Simpan bukti monev", name, "Arsip ZIP (*.zip)")
        if path is None:
            return
        if self._evidence.start(
            "Menyiapkan bukti monev…",
            partial(write_bukti, plan, path),
            lambda written: self._gathered(written, path),
            self._failed,
            lambda: self.told.emit(NOT_WRITTEN),
        ):
            self.told.emit("Menyiapkan bukti monev…")

    def _gathered(self, written: DaftarIsi, path: Path) -> None:
        from ui.report.bundle_dialog import BundleDialog

        self.told.emit("")
        BundleDialog(written, path, self._page.window()).open()

    def _failed(self, error: Exception) -> None:
        self.told.emit("")
        errors.show(self._page, self._context.prompts, error)
