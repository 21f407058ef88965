"""The public list as CSV: one head row, one row an entry, what it comes from in each row.

UTF-8 with a byte order mark, or Excel would read the accents wrong; `;` between the cells,
because Excel in Indonesian (where the comma divides decimals) opens only that in columns;
every cell in quotes, so that line ends and other signs inside a cell stay inside it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sopapp.domain.daftar_terbuka import NIHIL, DaftarTerbuka
from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.publication.harmless import harmless

CSV_HEADS = (
    "No",
    "Informasi",
    "Dasar Hukum",
    "Konsekuensi Bila Dibuka",
    "Konsekuensi Bila Ditutup",
    "Jangka Waktu",
    "Unit Kerja",
    "Instansi",
    "Judul",
    "Nomor Keputusan",
    "Tanggal Keputusan",
    "Per Tanggal",
    "Ditulis",
    "Sumber",
)


def write_csv(value: DaftarTerbuka, progress: Progress = no_progress) -> bytes:
    """Return the file; dates are ISO 8601, a list without entries has one row Nihil."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(CSV_HEADS)
    origin = (
        value.instansi,
        value.judul,
        value.nomor_keputusan,
        value.tanggal_keputusan.isoformat(),
        value.per_tanggal.isoformat(),
        value.ditulis.isoformat(),
        value.sumber,
    )
    writer.writerows(
        tuple(harmless(cell) for cell in (*cells, *origin)) for cells in _rows(value, progress)
    )
    return text.getvalue().encode("utf-8-sig")


def _rows(value: DaftarTerbuka, progress: Progress) -> Iterator[tuple[str, ...]]:
    if not value.baris:
        yield ("", NIHIL, "", "", "", "", "")
    for number, baris in enumerate(counted(value.baris, progress), start=1):
        yield (
            str(number),
            baris.informasi,
            "\n".join(baris.dasar_hukum),
            baris.dibuka,
            baris.ditutup,
            baris.jangka_waktu,
            baris.unit_kerja,
        )
