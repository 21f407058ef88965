"""What was printed of a letter and why it was corrected, each print opened as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.tanggal import waktu_pendek
from ui import errors
from ui.berkas.scan_dialog import open_scan
from ui.preview.preview_item import file_name, kept_item, letter_title
from ui.widgets.data_table import DataTable
from ui.widgets.icon_button import button
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.screen_room import screen_room
from ui.widgets.toned import TonedLabel, row

if TYPE_CHECKING:
    from sopapp.domain.surat import Surat
    from ui.context import UiContext

# What the program calls the letter that it froze when it was signed.
_FROZEN = "arsip"


@dataclass(frozen=True, slots=True)
class Version:
    """A moment in a letter's life: a print, a correction (`print_id` None) or a scan."""

    key: str
    waktu: datetime
    apa: str
    print_id: int | None = None
    scan_id: int | None = None


def versions_of(surat: Surat) -> tuple[Version, ...]:
    """Prints, corrections and scans as they happened, oldest first."""
    scans = zip(surat.pindaian, surat.waktu_pindaian, strict=True)
    told = [
        *(Version(f"c{each.id}", each.waktu, _how(each.keterangan), each.id)
          for each in surat.cetakan),
        *(Version(f"k{each.id}", each.waktu, f"Dikoreksi: {each.alasan}")
          for each in surat.koreksi),
        *(Version(f"p{scan}", waktu, "Pindaian surat yang ditandatangani", scan_id=scan)
          for scan, waktu in scans),
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda each: (each.waktu, each.key)))


class VersionsDialog(QDialog):
    """A list; Enter, a double click or the button opens the chosen print or scan."""

    topic = "surat-dan-cetak#mengoreksi-surat-yang-sudah-dicetak"

    def __init__(self, context: UiContext, surat: Surat, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._surat = surat
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Riwayat cetakan: {letter_title(surat)}")
        columns: tuple[Column[Version], ...] = (
            Column("Waktu", lambda version: waktu_pendek(version.waktu), 24),
            Column("Peristiwa", lambda each: each.apa, 70, grows=True),
        )
        self.model = RowsModel(columns, key=lambda each: each.key, parent=self)
        self.model.set_rows(versions_of(surat))
        self.table = DataTable(self.model, "Riwayat cetakan", sortable=False, parent=self)
        self.table.opened.connect(self.open_version)
        self.table.chosen.connect(self._on_chosen)
        self.open_button = button("&Buka", self._open_current, "open")
        self.open_button.setEnabled(False)
        close = QPushButton("&Tutup")
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        words = "Setiap cetakan tersimpan seperti saat dicetak."
        if not self.model.total:
            words = "Surat ini belum pernah dicetak."
        box.addWidget(TonedLabel(words, "muted"))
        box.addWidget(self.table, 1)
        box.addLayout(row(None, self.open_button, close))
        self.resize(QSize(720, 380).boundedTo(screen_room(self)))
        if self.model.total:
            self.table.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))

    def open_version(self, version: Version) -> None:
        """Open a print or a scan as it was."""
        from ui.preview.preview_dialog import PreviewDialog

        app = self._context.app
        with errors.guard(self, self._context.prompts):
            if version.scan_id is not None:
                open_scan(self._context, app.attachments.get(version.scan_id), self)
            elif version.print_id is not None:
                title = f"{letter_title(self._surat)}, {waktu_pendek(version.waktu)}"
                pdf = app.surat.print_bytes(version.print_id)
                item = kept_item(
                    title, file_name(title), pdf, f"{version.apa}: naskah seperti waktu itu."
                )
                PreviewDialog(self._context, [item], self).open()

    def _open_current(self) -> None:
        if self.table.current is not None:
            self.open_version(self.table.current)

    def _on_chosen(self, version: Version | None) -> None:
        can = version is not None and (version.print_id or version.scan_id) is not None
        self.open_button.setEnabled(can)


def _how(words: str) -> str:
    """How a print came to be, as a sentence begins; the frozen letter by what it is for."""
    if words == _FROZEN:
        return "Naskah tetap untuk arsip, dibuat saat surat ditandatangani"
    return f"{words[:1].upper()}{words[1:]}"
