"""The columns of the register, in the order of the printed list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from sopapp.domain.dik import EntriDik, JangkaWaktu, JenisJangka, StatusJangka
from sopapp.domain.tanggal import tanggal_pendek
from ui.widgets.rows_model import Column

NUMBER, INFORMASI = 0, 1
"""Places of the columns that never go away."""

STATUS_TONE = {StatusJangka.AKAN_BERAKHIR: "warn", StatusJangka.LEWAT: "danger"}
"""The tokens of a period that wants attention."""

INTERNAL = "Catatan internal"
"""The title of the column that stays in the office."""

HIDDEN_AT_FIRST = frozenset({"Bentuk", INTERNAL})


@dataclass(frozen=True, slots=True)
class RegisterColumn(Column[EntriDik]):
    """A column of the register; `status` marks the one that is toned.

    `searched` tells that the search looks through it.
    """

    status: bool = False
    searched: bool = True


def register_columns(status: Callable[[EntriDik], StatusJangka]) -> tuple[RegisterColumn, ...]:
    """The columns; `status` says how near an entry is to the end of its period."""
    order = tuple(StatusJangka)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    return (
        RegisterColumn(
            "No.", lambda _row: "", 6, align=right, tip="Nomor urut dalam daftar", searched=False
        ),
        RegisterColumn("Informasi", lambda row: row.isi.judul(), 34, grows=True),
        RegisterColumn("Dasar hukum", dasar, 34, grows=True),
        RegisterColumn("Bila dibuka", lambda row: row.isi.konsekuensi_dibuka, 23, grows=True),
        RegisterColumn("Bila ditutup", lambda row: row.isi.manfaat_ditutup, 23, grows=True),
        RegisterColumn(
            "Jangka waktu", jangka, 17, key=lambda row: lama(row.isi.jangka), grows=True
        ),
        RegisterColumn(
            "Berakhir", berakhir, 16, key=lambda row: row.berakhir, searched=False, folded=10
        ),
        RegisterColumn(
            "Status",
            lambda row: status(row).label,
            17,
            key=lambda row: order.index(status(row)),
            tip="Berlaku, akan berakhir, atau lewat jangka waktu",
            status=True,
            searched=False,
            folded=10,
        ),
        RegisterColumn("Unit kerja", lambda row: row.unit_nama, 19, grows=True),
        RegisterColumn(
            "Keputusan",
            keputusan,
            23,
            key=lambda row: (row.mulai, row.ditetapkan_nomor),
            tip="Keputusan yang menetapkan isinya",
            searched=False,
            folded=16,
        ),
        RegisterColumn("Bentuk", lambda row: row.isi.bentuk, 18, grows=True),
        RegisterColumn(
            INTERNAL, lambda row: row.catatan, 24, tip="Tidak pernah diumumkan", grows=True
        ),
    )


def dasar(entri: EntriDik) -> str:
    """The grounds, one a line."""
    return "\n".join(each.teks() for each in entri.isi.dasar)


def jangka(entri: EntriDik) -> str:
    """The period in words."""
    return entri.isi.jangka.teks() if entri.isi.jangka else ""


def lama(period: JangkaWaktu | None) -> tuple[int, int, str] | None:
    """Where a period stands in order: months by their number, days by date, then events."""
    if period is None:
        return None
    if period.jenis is JenisJangka.DURASI:
        return 0, period.bulan or 0, ""
    if period.jenis is JenisJangka.TANGGAL and period.sampai is not None:
        return 1, period.sampai.toordinal(), ""
    return 2, 0, period.teks().casefold()


def berakhir(entri: EntriDik) -> str:
    """The last day, or that an event ends the period."""
    return tanggal_pendek(entri.berakhir) if entri.berakhir else "menurut peristiwa"


def keputusan(entri: EntriDik) -> str:
    """The Keputusan that set the words, with its date."""
    return f"{entri.ditetapkan_nomor}, {tanggal_pendek(entri.mulai)}"
