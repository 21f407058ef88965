"""The Buku Agenda as a table that reads a line only when it is looked at, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from sopapp.domain.agenda import Agenda, AgendaRow
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.tanggal import tanggal_pendek
from ui.surat.letter_look import STATUS_TONE, LetterModel
from ui.widgets.rows_model import Column, Through, at_once

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_DAY = 1
"""Sorting by the day of the letter needs no line to be read: it is the book's own order."""


def _columns() -> tuple[Column[AgendaRow], ...]:
    return (
        Column(
            "No.", lambda row: row.no_urut, 8, align=_RIGHT,
            key=lambda row: (row.deret, row.urut or 0, row.nomor),
            tip="Nomor urut dalam deretnya",
        ),
        Column("Tgl. surat", lambda row: tanggal_pendek(row.tanggal), 15),
        Column("Nomor surat", lambda row: row.nomor, 36, folded=20),
        Column("Tujuan", lambda row: row.tujuan, 22, grows=True),
        Column("Perihal", lambda row: row.perihal, 26, tip="Isi ringkas", grows=True),
        Column(
            "Tgl. kirim", lambda row: tanggal_pendek(row.dikirim) if row.dikirim else "", 15,
            key=lambda row: row.dikirim, tip="Hari pertama diserahkan, dari buku ekspedisi",
        ),
        Column("Kode", lambda row: row.klasifikasi, 12, tip="Kode klasifikasi arsip", spare=True),
        Column("Lamp.", lambda row: row.lampiran, 10, tip="Lampiran", spare=True),
        Column("Penanda tangan", lambda row: row.penanda_tangan, 18, grows=True, spare=True),
        Column("Keadaan", lambda row: row.keadaan, 19, folded=14),
        Column("Pindai", _scan, 8, key=lambda row: row.dipindai, tip="Pindaian surat"),
        Column("Keterangan", lambda row: row.keterangan, 14, grows=True),
    )  # fmt: skip


class AgendaModel(LetterModel[AgendaRow]):
    """Shows an `Agenda`; the filter is the service's. Sorting reads every line, but for the day."""

    state_column = 9
    plain_columns = frozenset({0, 11})

    def __init__(self, through: Through = at_once, parent: QObject | None = None) -> None:
        super().__init__(_columns(), key=lambda row: row.id, through=through, parent=parent)
        self._rows: Agenda | Sequence[AgendaRow] = ()
        self._latest: tuple[object, int, AgendaRow] | None = None

    def row(self, number: int) -> AgendaRow:
        """The line shown in row `number`; cells of one row are asked for one after the other."""
        at, rows = self._order[number], self._rows
        if self._latest is None or self._latest[0] is not rows or self._latest[1] != at:
            self._latest = rows, at, rows[at]
        return self._latest[2]

    def tone(self, row: AgendaRow) -> str:
        """The token of the row's state; a number used elsewhere has none."""
        return "" if row.luar and not row.batal else STATUS_TONE[row.status]

    def struck(self, row: AgendaRow) -> bool:
        """Whether the line is void."""
        return bool(row.batal)

    def number_of(self, key: object) -> int | None:
        """The row where this letter is shown, if it is, without reading any."""
        ids = self._rows.ids if isinstance(self._rows, Agenda) else ()
        return next((number for number, at in enumerate(self._order) if ids[at] == key), None)

    def _sorted(self, places: Sequence[int], progress: Progress = no_progress) -> Sequence[int]:
        column, order = self._sort
        if column == _DAY:
            return places if order is Qt.SortOrder.AscendingOrder else places[::-1]
        if column < 0:
            return places[::-1]
        return super()._sorted(places, progress)


def _scan(row: AgendaRow) -> str:
    if row.luar or row.batal:
        return ""
    return "Ada" if row.dipindai else "Belum"
