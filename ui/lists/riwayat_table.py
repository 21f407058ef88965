"""Rows of riwayat with the chosen one in full below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from sopapp.domain.riwayat_words import difference
from sopapp.domain.tanggal import hari_tanggal, waktu_pendek
from sopapp.services.riwayat_index import BarisRiwayat, RiwayatRows
from sopapp.services.riwayat_names import names_in
from ui.progress.with_progress import with_progress
from ui.widgets.data_table import DataTable
from ui.widgets.detail_pane import DetailPane
from ui.widgets.rows_model import Column, RowsModel, Through, at_once

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.context import UiContext

_DETAIL = 230  # pixels of height
_SHARE = 0.42
"""Of the height, at most, when the details appear."""


class RiwayatModel(RowsModel[BarisRiwayat]):
    """Shows a `RiwayatRows`; a row is made when it is looked at."""

    def __init__(self, app: App, through: Through = at_once, parent: QObject | None = None) -> None:
        self._app = app
        self.titles: dict[int, str] = {}
        super().__init__(
            (
                Column("Waktu", lambda row: waktu_pendek(row.waktu), 22, key=lambda row: row.id),
                Column("Pelaku", lambda row: row.pelaku, 20),
                Column("Peristiwa", lambda row: row.ringkasan, 75, grows=True),
                Column("Berkas", self.title, 42, grows=True),
            ),
            key=lambda row: row.id,
            through=through,
            parent=parent,
        )

    def title(self, row: BarisRiwayat) -> str:
        """The title of a row's berkas, "" without one."""
        return "" if row.berkas_id is None else self.titles.get(row.berkas_id, "")

    def set_rows(self, rows: Any) -> None:  # noqa: ANN401 - as RowsModel takes them
        """Show these rows, with the berkas' present titles."""
        self.titles = self._app.riwayat.titles()
        super().set_rows(rows)

    def number_of(self, key: object) -> int | None:
        """The row where this one is shown, if it is, without making any."""
        rows = self._rows
        if not isinstance(rows, RiwayatRows) or not isinstance(key, int):
            return None
        place = rows.number_of(key)
        if place is None:
            return None
        return next((number for number, at in enumerate(self._order) if at == place), None)


class RiwayatTable(QSplitter):
    """The table and the pane below; Enter opens the berkas of a row."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._context = context
        self.model = RiwayatModel(context.app, partial(with_progress, context.tasks, self), self)
        self.table = DataTable(self.model, "Riwayat", parent=self)
        self.detail = DetailPane("Rincian peristiwa", self)
        self.detail.hide()
        self.setChildrenCollapsible(False)
        self.addWidget(self.table)
        self.addWidget(self.detail)
        self.setStretchFactor(0, 1)
        self.setSizes([400, _DETAIL])
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._open_berkas)

    def _open_berkas(self, row: BarisRiwayat) -> None:
        if row.berkas_id is not None:
            self._context.navigate.berkas(row.berkas_id)

    def _on_chosen(self, row: BarisRiwayat | None) -> None:
        if row is not None and self.detail.isHidden():
            # A low window keeps more rows in sight than details, which scroll.
            below = min(_DETAIL, int(self.height() * _SHARE))
            self.setSizes([self.height() - below, below])
        self.detail.setVisible(row is not None)
        if row is None:
            return
        event = self._context.app.riwayat.get(row.id)
        local = event.waktu.astimezone()
        self.detail.show_pairs(
            (
                ("Peristiwa", event.ringkasan),
                ("Berkas", self.model.title(row)),
                ("Waktu", f"{hari_tanggal(local.date())} pukul {local:%H.%M.%S}"),
                ("Pelaku", event.pelaku),
                ("Nomor riwayat", str(event.id)),
                *difference(event.sebelum, event.sesudah, names_in(event.sebelum, event.sesudah)),
            )
        )
