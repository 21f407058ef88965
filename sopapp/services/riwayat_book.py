"""Riwayat as a printed register: who did what when, with the hash that stands for all of it.

What was before and after is not printed: it may hold what an applicant told of himself. The
sentences never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from textwrap import shorten

from sopapp.documents.list_content import KolomCetak, TabelCetak
from sopapp.documents.paper_parts import PageSetup
from sopapp.domain.ribuan import ribuan
from sopapp.domain.riwayat import RiwayatFilter
from sopapp.domain.tanggal import tanggal, tanggal_pendek
from sopapp.services.riwayat import UjungRantai
from sopapp.services.riwayat_index import BarisRiwayat

JUDUL = "Riwayat perubahan data"
_COLUMNS = (("No.", 7.0), ("Waktu", 22.0), ("Pelaku", 17.0), ("Peristiwa", 62.0), ("Berkas", 27.0))
_SHOWN = 80
"""Letters of the words looked for, and of a name, that a heading repeats."""


def period_words(wanted: RiwayatFilter) -> str:
    """The days that the rows are of."""
    if wanted.dari and wanted.sampai:
        if wanted.dari == wanted.sampai:
            return f"tanggal {tanggal(wanted.dari)}"
        return f"tanggal {tanggal(wanted.dari)} sampai {tanggal(wanted.sampai)}"
    if wanted.dari:
        return f"sejak {tanggal(wanted.dari)}"
    return f"sampai {tanggal(wanted.sampai)}" if wanted.sampai else ""


def filter_words(wanted: RiwayatFilter, berkas: str, catatan: str) -> str:
    """Which rows there are, for the line below the title."""
    parts = [
        f"mengenai {_short(catatan)}" if catatan else "",
        f"berkas “{_short(berkas)}”" if berkas else "",
        wanted.kelompok.label.lower() if wanted.kelompok is not None else "",
        f"oleh {_short(wanted.pelaku)}" if wanted.pelaku else "",
        period_words(wanted),
        f"memuat “{_short(wanted.text)}”" if wanted.text.strip() else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}" if said else "Semua perubahan"


def printed_book(
    rows: Iterable[BarisRiwayat],
    keterangan: str,
    titles: Mapping[int, str],
    end: UjungRantai | None,
    page: PageSetup,
    instansi: str,
    today: date,
) -> TabelCetak:
    """The rows as a table for the PDF builder, oldest first as a register is kept."""
    baris = tuple(_printed(row, titles) for row in reversed(tuple(rows)))
    count = ribuan(len(baris))
    return TabelCetak(
        page=page,
        instansi=instansi,
        judul=JUDUL,
        keterangan=f"{keterangan}: {count} peristiwa." if baris else f"{keterangan}.",
        kolom=tuple(KolomCetak(title, width) for title, width in _COLUMNS),
        baris=baris,
        tanggal_cetak=today,
        kaki=chain_words(end),
    )


def chain_words(end: UjungRantai | None) -> str:
    """What proves later that riwayat was not changed since: its last number and hash."""
    return "" if end is None else f"Rantai riwayat sampai nomor {end.nomor}: {end.rantai}"


def _printed(row: BarisRiwayat, titles: Mapping[int, str]) -> tuple[str, ...]:
    local = row.waktu.astimezone()
    title = titles.get(row.berkas_id, "") if row.berkas_id is not None else ""
    moment = f"{tanggal_pendek(local.date())} {local:%H.%M.%S}"
    return str(row.id), moment, row.pelaku, row.ringkasan, title


def _short(text: str) -> str:
    return shorten(text, _SHOWN, placeholder=" …")
