"""Entries whose period ended or soon ends, and what this berkas is to do with each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sopapp.domain.tanggal import tanggal_pendek
from sopapp.services.tinjauan import Tinjauan
from sopapp.services.usulan import Usulan
from ui.berkas.tinjauan_words import proposed
from ui.berkas.usulan_view import isi_pairs
from ui.widgets.data_table import DataTable
from ui.widgets.detail_pane import DetailPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_button import button
from ui.widgets.panes import panes
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import TonedLabel, row

_HINT = (
    "Tidak ada yang dibuka atau diperpanjang dengan sendirinya. Pilih informasi, lalu tentukan apa "
    "yang diusulkan berkas ini."
)


class TinjauanList(QWidget):
    """The table with the chosen entry beside it and the two proposals below."""

    open_asked = Signal(object)
    extension_asked = Signal(object)
    usulan_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._usulan: dict[int, Usulan] = {}
        self._free = False
        self.model = RowsModel(
            (
                Column("Informasi", lambda t: t.entri.isi.informasi, 40, grows=True),
                Column("Unit kerja", lambda t: t.entri.unit_nama, 24, grows=True),
                Column("Berakhir", _day, 16, key=lambda t: t.entri.berakhir),
                Column("Status", lambda t: t.status.label, 19),
                Column("Dalam berkas ini", self._proposed, 26, grows=True),
            ),
            key=lambda t: t.entri.id,
            muted=lambda t: t.usulan_id is not None,
            parent=self,
        )
        self.table = DataTable(self.model, "Informasi yang jangka waktunya berakhir", lines=2)
        self.table.chosen.connect(lambda _row: self._show())
        self.table.opened.connect(lambda _row: self._extend())
        self.pane = DetailPane("Isi informasi di daftar")
        self.open_button = button("Usulkan di&buka kembali", self._open, "unlock")
        self.extend_button = button("Usulkan per&panjangan…", self._extend, "calendar")
        self.go_button = button("Lihat usula&nnya", self._go)
        self.empty = EmptyState(
            "calendar", "Tidak ada jangka waktu yang segera berakhir",
            "Informasi yang jangka waktunya hampir habis akan tampil di sini.", "",
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._work())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self._stack)

    def _work(self) -> QWidget:
        split = panes(self.table, self.pane, share=(720, 420), grow=(3, 2))
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(TonedLabel(_HINT, "muted"))
        box.addWidget(split, 1)
        box.addLayout(row(self.open_button, self.extend_button, None, self.go_button))
        return page

    @property
    def undecided(self) -> int:
        """How many entries the berkas says nothing about yet."""
        rows = (self.model.row(number) for number in range(self.model.rowCount()))
        return sum(row.usulan_id is None for row in rows)

    def show_rows(
        self, rows: tuple[Tinjauan, ...], usulan: Mapping[int, Usulan], *, free: bool
    ) -> None:
        """Show `rows`; `usulan` are those of the berkas by id; `free` while it can propose."""
        self._usulan, self._free = dict(usulan), free
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        if self.table.current is None and rows:
            first = next((row for row in rows if row.usulan_id is None), rows[0])
            self.table.choose(first.entri.id)
        self._show()

    def _show(self) -> None:
        chosen: Tinjauan | None = self.table.current
        self.pane.show_pairs(_pairs(chosen) if chosen else ())
        open_still = self._free and chosen is not None and chosen.usulan_id is None
        self.open_button.setEnabled(open_still)
        self.extend_button.setEnabled(open_still)
        self.go_button.setEnabled(chosen is not None and chosen.usulan_id is not None)

    def _proposed(self, looked_at: Tinjauan) -> str:
        found = self._usulan.get(looked_at.usulan_id) if looked_at.usulan_id else None
        return proposed(looked_at, found)

    def _open(self) -> None:
        if self.table.current is not None:
            self.open_asked.emit(self.table.current)

    def _extend(self) -> None:
        if self.table.current is not None and self.extend_button.isEnabled():
            self.extension_asked.emit(self.table.current)

    def _go(self) -> None:
        chosen: Tinjauan | None = self.table.current
        if chosen is not None and chosen.usulan_id is not None:
            self.usulan_asked.emit(chosen.usulan_id)


def _day(looked_at: Tinjauan) -> str:
    day = looked_at.entri.berakhir
    return tanggal_pendek(day) if day else "–"


def _pairs(looked_at: Tinjauan) -> list[tuple[str, str]]:
    entry = looked_at.entri
    decision = f"Nomor {entry.ditetapkan_nomor}, {tanggal_pendek(entry.mulai)}"
    return [("Unit kerja", entry.unit_nama), *isi_pairs(entry.isi), ("Keputusan", decision)]
