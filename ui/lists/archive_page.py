"""Arsip: berkas that were finished or cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.berkas import BerkasRow, StatusBerkas
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.tanggal import tanggal_pendek
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.list_stack import ListStack
from ui.widgets.page_head import PAGE_MARGINS, PageHead
from ui.widgets.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from ui.context import UiContext

_STATUS = {StatusBerkas.SELESAI: "Selesai", StatusBerkas.BATAL: "Dibatalkan"}

_COLUMNS: tuple[Column[BerkasRow], ...] = (
    Column("Judul", lambda row: row.judul, 56, grows=True),
    Column("Tahun", lambda row: str(row.tahun), 10),
    Column("Keadaan", lambda row: _STATUS.get(row.status, ""), 16),
    Column("Mulai", lambda row: tanggal_pendek(row.mulai), 16, key=lambda row: row.mulai),
    Column(
        "Berakhir",
        lambda row: tanggal_pendek(row.ended) if row.ended else "",
        20,
        key=lambda row: row.ended,
    ),
    Column("Keterangan", lambda row: row.note, 34, grows=True),
)


class ArchivePage(QWidget):
    """A table of closed berkas; Enter or a double click opens one."""

    topic = "arsip"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._head = PageHead("Arsip", parent=self)
        self.filter = FilterField("Saring arsip", self)
        self._head.add(self.filter)
        self.model = RowsModel(_COLUMNS, key=lambda row: row.id, parent=self)
        self.table = DataTable(self.model, "Berkas di arsip", parent=self)
        self.table.opened.connect(lambda row: context.navigate.berkas(row.id))
        empty = EmptyState(
            "archive",
            "Arsip masih kosong",
            "Berkas yang selesai atau dibatalkan tersimpan di sini.",
            "Buka Papan",
            self,
        )
        empty.activated.connect(context.navigate.board)
        self.stack = ListStack(self.model, self.table, empty, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(14)
        layout.addWidget(self._head)
        layout.addWidget(self.stack, 1)
        self.filter.asked.connect(self._on_filter)
        self._stale = self._away = False
        context.hub.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Read the closed berkas anew, newest end first."""
        self._stale = False
        rows = [row for row in self._context.app.berkas.list() if row.status in _STATUS]
        rows.sort(key=lambda row: (row.ended or row.mulai, row.id), reverse=True)
        self.model.set_rows(rows)
        self._count()

    def _on_filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._count()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.BERKAS):
            self._stale = True
            if not self._away:
                self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while another page was in front."""
        super().showEvent(event)
        self._away = False
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing while another page is in front."""
        super().hideEvent(event)
        self._away = True

    def _count(self) -> None:
        self._head.set_note(self.stack.count_words("berkas"))
