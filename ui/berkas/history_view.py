"""The history of a berkas: its stays in stages and steps, and every write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHeaderView, QPushButton, QSplitter, QVBoxLayout, QWidget

from sopapp.domain.berkas import BerkasDetail, StageRun, StepRun
from sopapp.domain.changes import Kind
from sopapp.domain.riwayat import RiwayatFilter
from sopapp.domain.tanggal import tanggal_pendek, waktu_pendek
from ui.berkas.stage_panel import StagePanel
from ui.context import UiContext
from ui.in_turns import InTurns
from ui.widgets.data_table import DataTable
from ui.widgets.icon_button import button
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import heading, row

if TYPE_CHECKING:
    from sopapp.services.riwayat_index import BarisRiwayat

_OUTCOMES = {"maju": "selesai", "kembali": "dikembalikan", "batal": "dibatalkan"}


class HistoryView(StagePanel):
    """Two tables: the way along the SOP, and the journal."""

    kinds = frozenset(Kind)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._reading = InTurns(self, self._show_journal, self.failed)
        self.way = RowsModel(
            (
                Column("Tahap", lambda p: self._stage(p[0]), 22),
                Column("Pelaksana", lambda p: self._lane(p[1]), 24, grows=True),
                Column("Kegiatan", lambda p: p[1].activity, 40, grows=True),
                Column("Mulai", lambda p: tanggal_pendek(p[1].mulai), 16),
                Column("Selesai", lambda p: _ended(p[1]), 16),
                Column("Catatan", _note, 26, grows=True),
            ),
            key=lambda p: (p[0].stage, p[0].mulai, p[1].index, p[1].mulai),
            parent=self,
        )
        self.journal: RowsModel[BarisRiwayat] = RowsModel(
            (
                Column("Waktu", lambda event: waktu_pendek(event.waktu), 24),
                Column("Pelaku", lambda e: e.pelaku, 18),
                Column("Peristiwa", lambda e: e.ringkasan, 60, grows=True),
            ),
            key=lambda e: e.id,
            parent=self,
        )
        split = QSplitter()
        split.setOrientation(split.orientation().Vertical)
        split.setChildrenCollapsible(False)
        tables: tuple[tuple[str, RowsModel[Any], int], ...] = (
            ("Perjalanan berkas", self.way, 2),
            ("Catatan perubahan", self.journal, 2),
        )
        for title, model, stretch in tables:
            table = DataTable(model, title, lines=2, sortable=False)
            table.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
            part = QWidget()
            inner = QVBoxLayout(part)
            inner.setContentsMargins(0, 0, 0, 4)
            if model is self.journal:
                inner.addLayout(row(heading(title), None, self._print_button()))
            else:
                inner.addWidget(heading(title))
            inner.addWidget(table, 1)
            split.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(split)

    def refresh(self) -> None:
        """Read everything anew."""
        detail = self.detail
        if detail is None:
            return
        self.way.set_rows([(run, step) for run in detail.runs for step in run.steps])
        self._reading.begin(self.app.riwayat.prepare())  # of all berkas, which may be long
        if self._reading.busy:
            self.journal.set_rows(())

    def _show_journal(self) -> None:
        self.journal.set_rows(self.app.riwayat.rows(RiwayatFilter(berkas_id=self.berkas_id)))
        self.print_button.setEnabled(bool(self.journal.total))

    def print(self) -> None:
        """Show every write of the berkas as sheets, to print or save."""
        from ui.lists.riwayat_output import print_riwayat

        if self.detail is not None:
            print_riwayat(self.context, RiwayatFilter(berkas_id=self.detail.id), self)

    def _print_button(self) -> QPushButton:
        self.print_button = button(
            "Cetak riwayat…", self.print, "print", tip="Cetak semua perubahan berkas ini"
        )
        return self.print_button

    def _stage(self, run: StageRun) -> str:
        detail: BerkasDetail | None = self.detail
        name = detail.sop.stage(run.stage).short_name if detail else ""
        return f"{run.stage}. {name}"

    def _lane(self, step: StepRun) -> str:
        return self.detail.sop.lane_name(step.lane) if self.detail else ""


def _ended(step: StepRun) -> str:
    return tanggal_pendek(step.selesai) if step.selesai else "berjalan"


def _note(pair: tuple[StageRun, StepRun]) -> str:
    run, step = pair
    if step.reason:
        return f"dikembalikan: {step.reason}"
    if step is run.steps[-1] and run.outcome in ("kembali", "batal"):
        return f"{_OUTCOMES[run.outcome]}: {run.reason}"
    return ""
