"""What the page of the day says when there is nothing to do, and what could be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sopapp.domain.tenggatan import Tenggatan
    from ui.context import UiContext


class QuietDay(EmptyState):
    """A friendly sentence and one button."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__("today", "", parent=parent)
        self._context = context
        self.setMinimumHeight(self.fontMetrics().height() * 18)
        self.activated.connect(self._go)

    def tell(self, found: Tenggatan) -> None:
        """Fit the words to what there is: no office yet, no berkas, or nothing urgent."""
        self._lacking = self._context.app.instansi.ready()
        self._running = found.berjalan
        if self._lacking:
            lines = "\n".join(f"• {text}" for _, text in self._lacking)
            self.say(
                "Lengkapi data kantor dahulu",
                f"Yang masih kurang untuk membuat surat:\n{lines}",
                "Buka Pengaturan",
            )
        elif found.terdekat is None:
            ended = self._context.app.board.ended()
            self.say(
                "Belum ada berkas berjalan" if not ended else "Semua berkas sudah selesai",
                "Satu berkas adalah satu pemutakhiran daftar, dari Nota Dinas sampai arsip.",
                "Buat berkas baru" if ended else "Buat berkas pertama",
            )
        else:
            first = found.terdekat
            self.say(
                "Hari ini tidak ada yang mendesak",
                f"{ribuan(self._running)} berkas berjalan sesuai jadwal.\n"
                f"Tenggat terdekat {tanggal(first.due)}: {first.judul}",
                "Buka Papan",
            )

    def _go(self) -> None:
        go = self._context.navigate
        if self._lacking:
            go.settings(self._lacking[0][0].value)
        elif not self._running:
            go.new_berkas()
        else:
            go.board()
