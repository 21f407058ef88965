"""What the board says while no berkas runs: what to do first, or what comes next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.icons import icon
from ui.widgets.empty_state import EmptyState


class BoardEmpty(EmptyState):
    """Like any empty page, with a second button for the archive when something lies there."""

    archive_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("board", "", parent=parent)
        self.archive_button = QPushButton("Buka &Arsip", self)
        self.archive_button.clicked.connect(self.archive_asked)
        place = self.column.indexOf(self.button) + 1
        self.column.insertWidget(place, self.archive_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._draw()

    def say_lacking(self, lacking: list[str]) -> None:
        """The office's own data come first."""
        self.archive_button.hide()
        self.say(
            "Lengkapi data kantor dahulu",
            "Yang masih kurang untuk membuat surat:\n" + "\n".join(f"• {each}" for each in lacking),
            "Buka Pengaturan",
        )

    def say_ready(self, ended: int) -> None:
        """A berkas can be begun; `ended` ones are finished or cancelled."""
        self.archive_button.setVisible(bool(ended))
        if ended:
            self.say(
                "Tidak ada berkas berjalan",
                f"{ended} berkas sudah selesai atau dibatalkan dan tersimpan di Arsip.\n"
                "Buat berkas baru untuk pemutakhiran berikutnya.",
                "Buat &berkas",
            )
        else:
            self.say(
                "Belum ada berkas berjalan",
                "Satu berkas adalah satu pemutakhiran daftar, dari Nota Dinas sampai arsip.",
                "Buat berkas pertama",
            )

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "archive_button"):
            self._draw()

    def _draw(self) -> None:
        self.archive_button.setIcon(icon("archive", self, tone="muted"))
