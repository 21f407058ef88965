"""The list that the office has already, brought in as the first version of the register."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.impor import HasilPeriksa
from sopapp.domain.progress import Progress
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal
from ui.context import UiContext
from ui.impor.first_version_page import FirstVersionPage
from ui.impor.sheet_dialog import SheetDialog
from ui.impor.sheet_rows import SheetRows, Tampil
from ui.impor.sheet_source import FirstSource, SheetSource
from ui.widgets.date_edit import refuse_wrong_dates


class FirstVersionDialog(SheetDialog):
    """Number, date and file of the present list; then its rows, where gaps only warn.

    After it is accepted `stored` says how many entries the register holds now.
    """

    start: FirstVersionPage
    topic = "mulai#daftar-yang-sudah-ada"

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        self.stored = 0
        self._checked_unit: int | None = None
        super().__init__(context, parent, "Masukkan daftar yang sudah ada")
        self.other_button.setText("&Kembali")
        self.other_button.clicked.disconnect()
        self.other_button.clicked.connect(self.back)
        if not context.app.dik_awal.possible():
            self.start.say_error(
                "Daftar sudah berisi. Daftar awal hanya dapat dimasukkan sebelum Keputusan pertama."
            )
            self.start.lock()

    def make_start(self) -> FirstVersionPage:
        """See SheetDialog."""
        page = FirstVersionPage(self.context)
        page.file_asked.connect(self.ask_file)
        page.paste_asked.connect(self.paste)
        page.back_asked.connect(self.forward)
        return page

    def source(self) -> FirstSource:
        """See SheetDialog."""
        self.start.form.clear_errors()
        refuse_wrong_dates(self.start)
        self._check_keputusan()
        return FirstSource(self.context.app, self.start.unit_id())

    def rows_of(self, hasil: HasilPeriksa, source: SheetSource) -> SheetRows:
        """See SheetDialog."""
        self._checked_unit = self.start.unit_id()
        return SheetRows(hasil, source, first=True)

    def refuse(self, error: DomainError) -> None:
        """See SheetDialog."""
        self.start.show_error(error)

    def store(self, rows: SheetRows, path: Path, progress: Progress) -> None:
        """See SheetDialog."""
        count = rows.counts()[Tampil.SIAP]
        page = self.start
        self.context.app.impor.store_first(
            page.nomor.text(), page.tanggal.day(), rows.hasil, path, page.scan.path, progress
        )
        self.stored = count

    def accept_words(self, counts: dict[Tampil, int]) -> tuple[str, bool]:
        """See SheetDialog."""
        ready = counts[Tampil.SIAP]
        return f"&Simpan {ribuan(ready)} informasi", ready > 0 and counts[Tampil.PERLU] == 0

    def summary(self, counts: dict[Tampil, int]) -> str:
        """See SheetDialog."""
        if counts[Tampil.PERLU]:
            return super().summary(counts)
        page = self.start
        return f"Menjadi versi pertama: Keputusan Nomor {page.nomor.text().strip()}, " + tanggal(
            page.tanggal.day()
        )

    def back(self) -> None:
        """To number, date and file; the table stays as it is until another file is read."""
        self.start.offer_table(self.sheet.rows is not None)
        self.show_page(self.start)

    def forward(self) -> None:
        """To the table again; another unit for rows without one means another check."""
        try:
            source = self.source()
        except DomainError as error:
            self.refuse(error)
            return
        path = self.reading.path
        if source.unit_id == self._checked_unit or path is None:
            self.show_page(self.sheet)
        elif self.may_lose():
            self.read(path)

    def _check_keputusan(self) -> None:
        page = self.start
        if not page.nomor.text().strip():
            raise DomainError("Nomor Keputusan belum diisi.", field="nomor")
        if page.tanggal.day() > self.context.app.clock.today():
            raise DomainError("Tanggal Keputusan tidak boleh di masa depan.", field="tanggal")
