"""Going back to a backup: which one, what is inside, what becomes of the present data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import waktu
from ui import errors
from ui.backup.bundle_chooser import BundleChooser
from ui.backup.restore_run import RestoreRun
from ui.backup.words import KEPT
from ui.progress.growing_dialog import GrowingDialog
from ui.widgets.screen_room import screen_room
from ui.widgets.toned import Notice, PrimaryButton, row

if TYPE_CHECKING:
    from ui.backup.opened import Inside
    from ui.context import UiContext

_WIDTH, _LINES = 148, 38


class RestoreDialog(GrowingDialog):
    """Emits `agreed` with the work to do once the data is closed; see RestoreRun."""

    topic = "data-dan-cadangan#memulihkan"

    agreed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Pulihkan dari cadangan")
        service = context.app.cadangan
        self._head = service.head()
        job = service.bundles_job()
        self.chooser = BundleChooser(context.tasks, context.prompts, job.run, job.key)
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.crashed.connect(self._on_crashed)
        self.consequence = Notice("warn")
        self.agree = QCheckBox("Saya &mengerti dan mau kembali ke cadangan ini")
        self.agree.toggled.connect(self._enable)
        self.restore_button = PrimaryButton("&Pulihkan")
        self.restore_button.clicked.connect(self.accept)
        cancel = QPushButton("&Batal")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(10)
        box.addWidget(self.chooser, 1)
        box.addWidget(self.consequence)
        box.addWidget(self.agree)
        box.addLayout(row(None, self.restore_button, cancel))
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH, metrics.lineSpacing() * _LINES)
        self.resize(self.size().boundedTo(screen_room(self)))
        self._on_chosen(None)

    def accept(self) -> None:
        """Qt: hand the work over; the window is closed for it."""
        inside = self.chooser.inside
        if inside is None or not self.agree.isChecked():
            return
        app = self._context.app
        super().accept()
        self.agreed.emit(
            RestoreRun(inside.choice, app.data, app.clock.now(), self._context.prompts)
        )

    def _on_chosen(self, inside: Inside | None) -> None:
        self.agree.setChecked(False)
        self.agree.setEnabled(inside is not None)
        self.consequence.say("" if inside is None else self._words(inside), "warn")
        self._enable()

    def _words(self, inside: Inside) -> str:
        info = inside.info
        words = f"Program kembali ke keadaan {waktu(info.made)}. "
        same = info.origin == self._head.asal
        later = self._head.nomor - info.riwayat
        if not same and self._head.nomor:
            words += "Cadangan ini berasal dari data lain, bukan dari data yang sekarang terbuka. "
        elif later > 0:
            words += (
                f"{ribuan(later)} perubahan sesudahnya tidak ada di dalamnya. Nomor surat yang "
                "diberikan sesudahnya tidak diketahui lagi; catat dahulu agar tidak dipakai dua "
                "kali. "
            )
        return words + KEPT + self._passwords()

    def _passwords(self) -> str:
        """What becomes of those that are set now."""
        words = ""
        if self._context.app.cadangan.sealing:
            words += " Kata sandi tempat kedua tetap dipakai."
        if self._context.app.kunci.state().terpasang:
            words += (
                " Kata sandi pembuka kembali seperti saat cadangan dibuat; bila waktu itu belum "
                "ada, pasang lagi sesudah dipulihkan."
            )
        return words

    def _enable(self, _on: bool = False) -> None:
        self.restore_button.setEnabled(self.chooser.inside is not None and self.agree.isChecked())

    def _on_crashed(self, error: Exception) -> None:
        self.reject()  # never a dialog on a dialog
        errors.show(self.parentWidget(), self._context.prompts, error)
