"""A unit's answer as a sheet: checked, mended, stored as usulan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress
from sopapp.domain.ribuan import ribuan
from ui.context import UiContext
from ui.impor.sheet_dialog import SheetDialog
from ui.impor.sheet_rows import SheetRows, Tampil
from ui.impor.sheet_source import UsulanSource
from ui.impor.start_page import StartPage


class ImportDialog(SheetDialog):
    """Takes the answer of one unit into a berkas.

    After it is accepted `stored` says how many usulan that made or changed; 0 when the unit
    proposes nothing and that may be recorded as nihil.
    """

    start: StartPage

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        berkas_id: int,
        unit_id: int,
        path: Path | None = None,
    ) -> None:
        permintaan = next(p for p in context.app.permintaan.list(berkas_id) if p.unit.id == unit_id)
        self._source = UsulanSource(context.app, berkas_id, unit_id)
        self._may_be_nihil = permintaan.usulan_count == 0 and permintaan.jawaban is None
        self.stored = 0
        super().__init__(context, parent, f"Impor jawaban – {permintaan.unit.nama}")
        if path is not None:
            self.read(path)

    def make_start(self) -> StartPage:
        """See SheetDialog."""
        page = StartPage()
        page.file_asked.connect(self.ask_file)
        page.paste_asked.connect(self.paste)
        return page

    def source(self) -> UsulanSource:
        """See SheetDialog."""
        return self._source

    def refuse(self, error: DomainError) -> None:
        """See SheetDialog."""
        self.start.say_error(str(error))

    def store(self, rows: SheetRows, path: Path, progress: Progress) -> None:
        """See SheetDialog."""
        if rows.counts()[Tampil.SIAP]:
            self.stored = self._source.store(rows.hasil, path, progress)

    def accept_words(self, counts: dict[Tampil, int]) -> tuple[str, bool]:
        """See SheetDialog."""
        ready, bad = counts[Tampil.SIAP], counts[Tampil.PERLU]
        if not ready and not bad and self._may_be_nihil:
            return "Lanjut &catat jawaban…", True
        return f"&Simpan {ribuan(ready)} usulan", ready > 0 and bad == 0

    def summary(self, counts: dict[Tampil, int]) -> str:
        """See SheetDialog."""
        if counts[Tampil.SIAP] or counts[Tampil.PERLU]:
            return super().summary(counts)
        if self._may_be_nihil:
            return "Tidak ada perubahan: unit kerja ini tidak mengusulkan apa pun."
        return "Tidak ada yang baru: semua baris sudah tersimpan atau tidak berubah."
