"""What can be done with the register that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from sopapp.domain.daftar_terbuka import DaftarTerbuka
from sopapp.domain.progress import Cancelled, Progress
from sopapp.domain.tanggal import tanggal
from ui.progress.with_progress import with_progress
from ui.register.columns import INTERNAL
from ui.register.export_menu import ExportMenu
from ui.register.print_table import printed_table
from ui.widgets.icon_button import button
from ui.widgets.menu_button import give_menu

if TYPE_CHECKING:
    from sopapp.documents.list_content import TabelCetak
    from ui.context import UiContext
    from ui.register.register_page import RegisterPage


class RegisterActions(QWidget):
    """Kolom, Bandingkan versi, Ekspor and Cetak."""

    told = Signal(str)
    """How an export goes, for the page to say."""

    def __init__(self, context: UiContext, page: RegisterPage) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.columns_menu = QMenu(self)
        self.columns_menu.aboutToShow.connect(
            lambda: page.table.fill_column_menu(self.columns_menu)
        )
        self.columns = button(
            "&Kolom", lambda: None, "filter", tip="Pilih kolom yang ditampilkan", tone="muted"
        )
        give_menu(self.columns, self.columns_menu)
        self.compare = button(
            "&Bandingkan versi…", self.open_comparison, "history",
            tip="Lihat apa yang berubah di antara dua Keputusan", tone="muted",
        )  # fmt: skip
        self.export_menu = ExportMenu(context, self._value, self)
        self.export_menu.told.connect(self.told)
        self.export = button(
            "&Ekspor…", lambda: None, "save", tone="muted",
            tip="Simpan daftar untuk diumumkan sebagai file (tanpa catatan internal)",
        )  # fmt: skip
        give_menu(self.export, self.export_menu)
        self.print_button = button(
            "&Cetak…", self.print, "print", tone="muted",
            tip="Cetak tabel seperti ditampilkan: kolom, urutan, dan saringan",
        )  # fmt: skip
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.columns, self.compare, self.export, self.print_button):
            layout.addWidget(part)

    def set_ready(self, has_rows: bool, shows_rows: bool) -> None:
        """Which buttons can do something."""
        self.columns.setEnabled(has_rows)
        self.export.setEnabled(has_rows)
        self.print_button.setEnabled(shows_rows)

    def open_comparison(self) -> None:
        """Open the comparison of the two newest versions."""
        from ui.register.compare_dialog import CompareDialog

        versions = self._context.app.dik.terbitan()
        if len(versions) > 1:
            CompareDialog(self._context, versions, self.window()).open()
            return
        self._context.prompts.inform(
            self,
            "Belum ada yang dibandingkan",
            "Daftar baru punya satu versi. Perbandingan tersedia sesudah Keputusan berikutnya "
            "diselaraskan pada tahap 4.",
        )

    def print(self) -> None:
        """Show the table as sheets, to print or save."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem, file_name

        try:
            table = with_progress(self._context.tasks, self, "Membaca daftar", self._table)
        except Cancelled:
            self.told.emit("Dibatalkan. Tidak ada yang dicetak.")
            return
        day, what = self._page.day_bar.day.day(), "Daftar informasi per"
        internal = INTERNAL in self._page.table.shown_titles()
        item = PreviewItem(
            title=f"{what} {tanggal(day)}",
            file_name=file_name(what, day.isoformat()),
            source=lambda: partial(_sheets, table),
            note="Memuat catatan internal: jangan diumumkan." if internal else "",
        )
        PreviewDialog(self._context, [item], self.window()).open()

    def _table(self, progress: Progress) -> TabelCetak:
        app, page = self._context.app, self._page
        return printed_table(app, page.table, page.shown_words(), progress)

    def _value(self, progress: Progress) -> DaftarTerbuka:
        version = self._page.day_bar.chosen
        if version is not None:
            return self._context.app.ekspor.value_of(version.id, progress)
        return self._context.app.ekspor.value(self._page.day_bar.day.day(), progress)


def _sheets(table: TabelCetak) -> TabelCetak:
    """On a thread: what can be printed of it."""
    from sopapp.documents.printable import printable_tabel

    return printable_tabel(table)
