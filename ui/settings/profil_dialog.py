"""Taking a profil instansi in: what would change is seen first, and parts are chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from sopapp.services.profil_isi import BagianProfil, Profil
from ui.context import UiContext
from ui.errors import guard
from ui.settings.profil_changes import ProfilChanges
from ui.widgets.screen_room import screen_room
from ui.widgets.toned import PrimaryButton, TonedLabel, row

INTRO = (
    "Hilangkan centang pada bagian yang tidak ingin dimuat. Yang sudah ada di sini dan tidak ada "
    "di profil tidak dihapus."
)
OTHERS = (
    "Profil dari instansi lain? Sesudah dimuat, ganti nama, singkatan, alamat, dan logo di bagian "
    "Instansi, lalu pejabatnya."
)


class ProfilDialog(QDialog):
    """Shows the changes; `taken` carries the labels of the parts that were taken in."""

    topic = "mulai#profil-instansi"

    taken = Signal(tuple)

    def __init__(self, context: UiContext, profil: Profil, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._profil = profil
        self.setWindowTitle("Muat profil instansi")
        self.changes = ProfilChanges(self)
        self.changes.changed.connect(self._follow)
        self.accept_button = PrimaryButton("&Muat")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.submit)
        cancel = QPushButton("&Batal")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        name = profil.instansi.nama if profil.instansi is not None else "tanpa nama instansi"
        layout.addWidget(TonedLabel(f"Profil: {name}", bold=True, scale=1.1))
        layout.addWidget(TonedLabel(INTRO, "muted"))
        layout.addWidget(self.changes, 1)
        layout.addWidget(TonedLabel(OTHERS, "muted"))
        layout.addLayout(row(None, self.accept_button, cancel))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis("Memuat profil")
            shortcut.activated.connect(self.submit)
        metrics = self.fontMetrics()
        wanted = metrics.averageCharWidth() * 150, metrics.lineSpacing() * 34
        room = screen_room(self)
        self.resize(min(wanted[0], room.width()), min(wanted[1], room.height()))
        self.changes.show_changes(context.app.profil.changes(profil))
        self.changes.tree.setFocus()

    def submit(self) -> None:
        """Take what is ticked in and close."""
        parts = self.changes.chosen()
        if not parts:
            return
        taken: tuple[BagianProfil, ...] = ()
        with guard(self, self._context.prompts) as outcome:
            taken = self._context.app.profil.take(self._profil, parts)
        if outcome.ok:
            self.accept()
            self.taken.emit(tuple(part.label for part in taken))

    def _follow(self) -> None:
        count = len(self.changes.chosen())
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setText(f"&Muat {count} bagian" if count else "Tidak ada yang berubah")
