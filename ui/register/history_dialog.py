"""Riwayat informasi: the life of one entry with room to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from sopapp.domain.dik import EntriDik
from ui.register.timeline_view import TimelineView
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext


class HistoryDialog(QDialog):
    """The title of the entry and its events."""

    topic = "daftar-informasi#membaca-satu-informasi"

    def __init__(self, context: UiContext, entri: EntriDik, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Riwayat informasi")
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 110, metrics.lineSpacing() * 32)
        title = TonedLabel(entri.isi.judul(), scale=1.12, bold=True)
        unit = TonedLabel(entri.unit_nama, "muted")
        self.timeline = TimelineView(self)
        self.timeline.show_events(context.app.entri_history.events(entri.id))
        buttons = QDialogButtonBox(self)
        close = buttons.addButton("T&utup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (title, unit):
            layout.addWidget(part)
        layout.addWidget(self.timeline, 1)
        layout.addWidget(buttons)
