"""The list that the office has already: now, later, or there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from ui.first_start.step import Step
from ui.widgets.toned import Notice, TonedLabel, row

if TYPE_CHECKING:
    from ui.context import UiContext


class DikStep(Step):
    """Leads to the import of the first list; going on means later."""

    name = "daftar"
    head = "Daftar yang sekarang berlaku"
    lead = (
        "Sudah ada Daftar Informasi Publik yang Dikecualikan dengan Keputusannya? Masukkan agar "
        "berkas pertama memutakhirkan daftar itu."
    )

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.take_button = QPushButton("&Masukkan daftar dari Excel atau Word…")
        self.take_button.clicked.connect(self.take)
        self.state = Notice("ok")
        self.later = TonedLabel(
            "Belum ada, atau nanti saja? Pilih Lanjut. Daftar awal dapat dimasukkan dari halaman "
            "Daftar (DIK) selama belum ada Keputusan pertama.",
            "muted",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.state)
        layout.addLayout(row(self.take_button, None))
        layout.addWidget(self.later)
        layout.addStretch(1)

    def load(self) -> None:
        """See Step."""
        app = self.context.app
        possible = app.dik_awal.possible()
        count = 0 if possible else len(app.dik.current())
        self.state.say("" if possible else f"Daftar berisi {count} informasi yang berlaku.", "ok")
        self.take_button.setVisible(possible)
        self.later.setVisible(possible)

    def take(self) -> None:
        """Open the import of the first list."""
        from ui.impor.first_version_dialog import FirstVersionDialog

        FirstVersionDialog(self.context, self.window()).open()

    def lead_widget(self) -> QWidget | None:
        """Enter goes on: that is what most do."""
        return None

    def hear(self, changes: Changes) -> None:
        """See Step."""
        if changes.touches(Kind.DIK):
            self.load()
