"""Riwayat of one record: a letter, an entry, a usulan, an official, a unit, a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes
from sopapp.domain.errors import NotFoundError
from sopapp.domain.riwayat import Catatan, RiwayatFilter
from ui import errors
from ui.lists.riwayat_output import print_riwayat
from ui.lists.riwayat_table import RiwayatTable
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_GONE = "Catatan ini baru saja dihapus. Yang tampil adalah riwayatnya sampai saat itu."


class RiwayatDialog(QDialog):
    """The rows about one record, and what could not be told apart."""

    topic = "riwayat#riwayat-satu-catatan"

    def __init__(self, context: UiContext, catatan: Catatan, parent: QWidget | None = None) -> None:
        found = context.app.riwayat.about(catatan)  # before there is a window: it may be gone
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._wanted = RiwayatFilter(catatan=catatan)
        self.setWindowTitle("Riwayat")
        metrics = self.fontMetrics()
        room = self.screen().availableGeometry()
        self.resize(
            min(metrics.averageCharWidth() * 170, room.width() - 80),
            min(metrics.lineSpacing() * 40, room.height() - 80),
        )
        title = TonedLabel(found.nama, scale=1.12, bold=True)
        self.limits = TonedLabel(found.batas, "muted")
        self.content = RiwayatTable(context, self)
        self.buttons = QDialogButtonBox(self)
        self.print_button = self.buttons.addButton(
            "&Cetak…", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.print_button.clicked.connect(self.print)
        close = self.buttons.addButton("T&utup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(self.limits)
        layout.addWidget(self.content, 1)
        layout.addWidget(self.buttons)
        self._show()
        self.content.table.opened.connect(lambda _row: self.accept())
        context.hub.changed.connect(self._on_changed)

    def print(self) -> None:
        """Show the rows as sheets, to print or save."""
        print_riwayat(self._context, self._wanted, self)

    def _show(self) -> None:
        self.content.model.set_rows(self._context.app.riwayat.rows(self._wanted))
        self.print_button.setEnabled(bool(self.content.model.total))

    def _on_changed(self, _changes: Changes) -> None:
        try:
            self._show()
        except NotFoundError:  # removed meanwhile: what was shown is its last state
            self.limits.setText(_GONE)
            self.print_button.setEnabled(False)


def show_record(context: UiContext, catatan: Catatan, parent: QWidget) -> None:
    """Open the riwayat of a record; one that is gone is said to be."""
    with errors.guard(parent, context.prompts):
        RiwayatDialog(context, catatan, parent.window()).open()
