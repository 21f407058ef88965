"""The due dates that a change of the office's days would move, old and new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.tanggal import tanggal
from sopapp.domain.tenggat_berjalan import Pergeseran
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import TonedLabel

NONE = "Tidak ada tenggat yang bergeser."
_ROWS = 6
"""Rows that are seen without scrolling."""

_COLUMNS: tuple[Column[Pergeseran], ...] = (
    Column("Berkas atau permohonan", lambda row: row.tenggat.nama, 44, grows=True),
    Column("Tenggat sekarang", lambda row: tanggal(row.lama), 22),
    Column("Tenggat baru", lambda row: tanggal(row.baru), 22),
)


class ShiftList(QWidget):
    """A sentence, and a table below it while anything moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TonedLabel("", bold=True)
        self.words.setAccessibleName("Tenggat yang bergeser")
        self.rows = RowsModel(_COLUMNS, key=lambda row: row.tenggat, parent=self)
        self.table = DataTable(self.rows, "Tenggat yang bergeser", sortable=False, parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.words)
        box.addWidget(self.table)
        self.show_shifts(())

    def show_shifts(self, shifts: Sequence[Pergeseran]) -> None:
        """Show these, the earliest first."""
        self.rows.set_rows(shifts)
        self.words.say(f"{len(shifts)} tenggat akan bergeser:" if shifts else NONE)
        self.words.setAccessibleDescription(self.text())
        self.table.setVisible(bool(shifts))
        head = self.table.horizontalHeader().height()
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(head + line * min(len(shifts), _ROWS) + 4)

    def text(self) -> str:
        """Everything shown, a line for each due date."""
        shown = [self.rows.row(number).words for number in range(self.rows.rowCount())]
        return "\n".join((self.words.text(), *shown))
