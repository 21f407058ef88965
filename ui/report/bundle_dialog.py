"""The evidence of a year being gathered: progress with a way to stop, then what is missing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from sopapp.services.bukti_tulis import DAFTAR_ISI, write_bukti
from ui import errors
from ui.backup.growing_dialog import GrowingDialog
from ui.backup.running import Running
from ui.berkas.toned import Notice, PrimaryButton, TonedLabel, row

if TYPE_CHECKING:
    from sopapp.domain.bukti import DaftarIsi
    from sopapp.services.bukti_tulis import RencanaBukti
    from ui.context import UiContext

_WIDTH, _FULL = 84, 1000
_MOST_TOLD = 8


class BundleDialog(GrowingDialog):
    """Writes the ZIP; Batal leaves no file behind."""

    topic = "laporan#bukti-monev"

    def __init__(
        self, context: UiContext, plan: RencanaBukti, path: Path, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan = plan
        self._path = path
        self.written: DaftarIsi | None = None
        self.setWindowTitle(f"Bukti monev {plan.isi.tahun}")
        self.words = TonedLabel("Menyiapkan bukti monev…")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("Kemajuan")
        self.notice = Notice("warn")
        self.cancel_button = QPushButton("&Batal")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.folder_button = QPushButton("Buka &folder")
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self.open_folder)
        self.close_button = PrimaryButton("&Tutup")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        for button in (self.folder_button, self.close_button):
            button.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(12)
        for part in (self.words, self.bar, self.notice):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(row(None, self.cancel_button, self.folder_button, self.close_button))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.running = Running(context.tasks, self)
        self.running.told.connect(self._tell)
        self.running.done.connect(self._on_done)
        self.running.failed.connect(self._on_failed)
        self.running.stopped.connect(partial(QDialog.reject, self))

    def begin(self) -> None:
        """Start the work."""
        self.running.start(partial(write_bukti, self._plan, self._path))

    def reject(self) -> None:
        """Qt: stop the work first."""
        if self.running.going:
            self.cancel_button.setEnabled(False)
            self.running.cancel()
        else:
            super().reject()

    def open_folder(self) -> None:
        """Show the folder that the file lies in."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _tell(self, words: str, thousandths: int) -> None:
        if words:
            self.words.setText(words)
        self.bar.setRange(0, _FULL if thousandths >= 0 else 0)
        if thousandths >= 0:
            self.bar.setValue(thousandths)

    def _on_done(self, written: DaftarIsi) -> None:
        self.written = written
        self.bar.hide()
        self.cancel_button.hide()
        self.words.setText(f"{len(written.ada)} file bukti tersimpan di {self._path}.")
        self.notice.say(_missing(written), "warn" if written.kurang else "ok")
        self.folder_button.show()
        self.close_button.show()
        self.close_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.bar.hide()
        QDialog.reject(self)
        errors.show(self.parentWidget(), self._context.prompts, error)


def _missing(written: DaftarIsi) -> str:
    """What the user has to see to; the contents page has all of it."""
    lacking = written.kurang
    if not lacking:
        return "Semua bukti ada."
    lines = [f"• {one.judul}: {one.kurang}" for one in lacking[:_MOST_TOLD]]
    if len(lacking) > _MOST_TOLD:
        lines.append(f"dan {len(lacking) - _MOST_TOLD} lagi, lihat {DAFTAR_ISI} di dalamnya.")
    return "\n".join([f"Masih kurang {len(lacking)} bukti:", *lines])
