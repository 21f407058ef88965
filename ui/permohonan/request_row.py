"""A request as a row of the register: its columns, words and tone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sopapp.domain.board import days_left_text
from sopapp.domain.permohonan import Permohonan, StatusPermohonan, Tenggat
from sopapp.domain.tanggal import tanggal_pendek
from ui.widgets.rows_model import Column

SOON = 2
"""Working days before the last one from which a request is pointed out."""
DUE = 4
"""The place of the column that is toned."""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request with its due date; None for a cancelled one."""

    permohonan: Permohonan
    tenggat: Tenggat | None

    @property
    def id(self) -> int:
        """The request's own."""
        return self.permohonan.id

    @property
    def tone(self) -> str:
        """The token of a due date that wants attention, "" for the rest."""
        due = self.tenggat
        if due is None:
            return ""
        if due.terlambat:
            return "danger"
        return "warn" if self.permohonan.berjalan and due.sisa <= SOON else ""


def due_text(row: RequestRow) -> str:
    """The last day, and below it how that stands."""
    due = row.tenggat
    if due is None:
        return ""
    state = due_state(due)
    if due.dijawab is not None and due.terlambat:
        state = days_left_text(due.sisa)  # the day of the answer stands below the table
    return f"{tanggal_pendek(due.akhir)}\n{state}"


def due_state(due: Tenggat) -> str:
    """`Sisa 3 hari kerja`, or when the answer was given."""
    if due.dijawab is None:
        return days_left_text(due.sisa)
    late = f", terlambat {-due.sisa} hari kerja" if due.terlambat else ""
    return f"Dijawab {tanggal_pendek(due.dijawab)}{late}"


def status_text(permohonan: Permohonan) -> str:
    """How far the answer is, with the number of the letter."""
    label = permohonan.status.label
    nomor = permohonan.surat.nomor if permohonan.surat else ""
    return f"{label}\n{nomor}" if nomor else label


def _due_key(row: RequestRow) -> date | None:
    return row.tenggat.akhir if row.tenggat else None


def request_columns() -> tuple[Column[RequestRow], ...]:
    """The columns from the left."""
    order = tuple(StatusPermohonan)
    return (
        Column(
            "Nomor pendaftaran",
            lambda row: row.permohonan.data.nomor_pendaftaran,
            18,
            folded=12,
        ),
        Column(
            "Diterima",
            lambda row: tanggal_pendek(row.permohonan.data.diterima),
            15,
            key=lambda row: (row.permohonan.data.diterima, row.permohonan.id),
            spare=True,
        ),
        Column("Pemohon", lambda row: row.permohonan.data.nama, 22, grows=True),
        Column("Informasi yang diminta", lambda row: row.permohonan.data.rincian, 38, grows=True),
        Column(
            "Tenggat", due_text, 24, key=_due_key, tip="Hari terakhir untuk menjawab", folded=15
        ),
        Column(
            "Keadaan",
            lambda row: status_text(row.permohonan),
            40,
            key=lambda row: order.index(row.permohonan.status),
            folded=18,
        ),
    )
