"""What became of the evidence of a year: where it lies, and what is still missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sopapp.services.bukti_tulis import DAFTAR_ISI
from ui.progress.growing_dialog import GrowingDialog
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel, row

if TYPE_CHECKING:
    from sopapp.domain.bukti import DaftarIsi

_WIDTH = 84
_MOST_TOLD = 8


class BundleDialog(GrowingDialog):
    """Shown once the ZIP is written."""

    topic = "laporan#bukti-monev"

    def __init__(self, written: DaftarIsi, path: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.written = written
        self._path = path
        self.setWindowTitle(f"Bukti monev {written.tahun}")
        self.words = TonedLabel(f"{len(written.ada)} file bukti tersimpan di {path}.")
        self.notice = Notice("warn" if written.kurang else "ok", _missing(written))
        self.folder_button = QPushButton("Buka &folder")
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self.open_folder)
        self.close_button = PrimaryButton("&Tutup")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(12)
        for part in (self.words, self.notice):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(row(None, self.folder_button, self.close_button))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.close_button.setFocus()

    def open_folder(self) -> None:
        """Show the folder that the file lies in."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _missing(written: DaftarIsi) -> str:
    """What the user has to see to; the contents page has all of it."""
    lacking = written.kurang
    if not lacking:
        return "Semua bukti ada."
    lines = [f"• {one.judul}: {one.kurang}" for one in lacking[:_MOST_TOLD]]
    if len(lacking) > _MOST_TOLD:
        lines.append(f"dan {len(lacking) - _MOST_TOLD} lagi, lihat {DAFTAR_ISI} di dalamnya.")
    return "\n".join([f"Masih kurang {len(lacking)} bukti:", *lines])
