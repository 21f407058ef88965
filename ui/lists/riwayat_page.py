"""Riwayat: who did what when, and what it was before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes
from sopapp.domain.tanggal import hari_tanggal, tanggal_pendek
from sopapp.services.riwayat import Peristiwa
from ui.lists.filter_field import FilterField
from ui.lists.list_stack import ListStack
from ui.lists.riwayat_words import difference
from ui.widgets.data_table import DataTable
from ui.widgets.detail_pane import DetailPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from ui.context import UiContext


_NEWEST = 1000


class RiwayatPage(QWidget):
    """Events, newest first; the chosen one in full below.

    Read when the page is shown, since every write of the program adds a row. Only the newest
    are read at first (20,000 take most of a second); a filter looks through all of them.
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._titles: dict[int, str] = {}
        self._stale = True
        self._all = False
        self._head = PageHead("Riwayat", parent=self)
        self.filter = FilterField("Saring riwayat", self)
        self.all_button = QPushButton("&Tampilkan semua", self)
        self.all_button.clicked.connect(self.read_all)
        self._head.add(self.all_button)
        self._head.add(self.filter)
        self.model = RowsModel(self._columns(), key=lambda row: row.id, parent=self)
        self.table = DataTable(self.model, "Riwayat", parent=self)
        self.detail = DetailPane("Rincian peristiwa", self)
        self.detail.hide()
        content = QSplitter(Qt.Orientation.Vertical, self)
        content.setChildrenCollapsible(False)
        content.addWidget(self.table)
        content.addWidget(self.detail)
        content.setStretchFactor(0, 1)
        content.setSizes([400, 210])
        empty = EmptyState(
            "history", "Riwayat masih kosong", "Setiap perubahan akan tercatat di sini.", "", self
        )
        self.stack = ListStack(self.model, content, empty, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self._head)
        layout.addWidget(self.stack, 1)
        self.filter.asked.connect(self._on_filter)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._open_berkas)
        context.hub.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read the events anew, the newest or all."""
        self._stale = False
        self._titles = {row.id: row.judul for row in self._context.app.berkas.list(None)}
        limit = None if self._all else _NEWEST
        self.model.set_rows(self._context.app.riwayat.list(limit=limit))
        self._all = self._all or self.model.total < _NEWEST
        self.all_button.setVisible(not self._all)
        self._count()

    def read_all(self) -> None:
        """Read every event from now on."""
        self._all = True
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened since the page was last seen."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the next showing read anew."""
        super().hideEvent(event)
        self._stale = True

    def _columns(self) -> tuple[Column[Peristiwa], ...]:
        return (
            Column("Waktu", _moment, 26, key=lambda row: row.id),
            Column("Pelaku", lambda row: row.pelaku, 22),
            Column("Peristiwa", lambda row: row.ringkasan, 74),
            Column("Berkas", self._title, 40),
        )

    def _title(self, row: Peristiwa) -> str:
        return "" if row.berkas_id is None else self._titles.get(row.berkas_id, "")

    def _open_berkas(self, row: Peristiwa) -> None:
        if row.berkas_id is not None:
            self._context.navigate.berkas(row.berkas_id)

    def _on_filter(self, text: str) -> None:
        if text.strip() and not self._all:
            self.read_all()
        self.model.set_filter(text)
        self._count()

    def _on_changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _on_chosen(self, row: Peristiwa | None) -> None:
        self.detail.setVisible(row is not None)
        if row is not None:
            local = row.waktu.astimezone()
            self.detail.show_pairs(
                (
                    ("Peristiwa", row.ringkasan),
                    ("Berkas", self._title(row)),
                    ("Waktu", f"{hari_tanggal(local.date())} pukul {local:%H.%M.%S}"),
                    ("Pelaku", row.pelaku),
                    *difference(row.sebelum, row.sesudah),
                )
            )

    def _count(self) -> None:
        self._head.set_note(
            self.stack.count_words("peristiwa" if self._all else "peristiwa terbaru")
        )


def _moment(row: Peristiwa) -> str:
    local = row.waktu.astimezone()
    return f"{tanggal_pendek(local.date())} {local:%H.%M}"
