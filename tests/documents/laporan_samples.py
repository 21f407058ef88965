"""A report for the tests: bars of every tone, long names, as many rows as wanted."""

from __future__ import annotations

from datetime import date

from sopapp.documents.list_content import LaporanKinerja
from sopapp.documents.paper_parts import PageSetup
from sopapp.domain.laporan import (
    AngkaPokok,
    BagianLaporan,
    Batang,
    Grafik,
    Kolom,
    Laporan,
    Nada,
    Tabel,
)
from tests.documents.samples import KOP, SIGNER

LEGEND = ((Nada.TEPAT, "dalam standar"), (Nada.TERLAMBAT, "melewati standar"), (None, "standar"))


def bars(count: int) -> tuple[Batang, ...]:
    return tuple(
        Batang(
            f"Unit kerja nomor {number}",
            ((float(number % 9 + 1), Nada.TERLAMBAT if number % 9 > 4 else Nada.TEPAT),),
            5.0,
            f"{number % 9 + 1} hari, standar 5",
        )
        for number in range(1, count + 1)
    )


def rows(count: int) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"Berkas {number:04d}", "5", "Alasan yang agak panjang untuk satu sel tabel")
        for number in range(1, count + 1)
    )


def laporan(units: int = 8, berkas: int = 3, setup: PageSetup | None = None) -> LaporanKinerja:
    columns = (Kolom("Nama", 40), Kolom("Standar", 12, kanan=True), Kolom("Keterangan", 48))
    return LaporanKinerja(
        kop=KOP,
        page=setup or PageSetup(),
        laporan=Laporan(
            judul="Laporan Kinerja SOP Tahun 2026",
            keterangan="SOP Contoh. Berkas tahun 2026, keadaan per 23 November 2026.",
            pokok=tuple(
                AngkaPokok(
                    f"Angka {number}", f"{number} hari", "standar 11", tone, "Tahun 2025: 9 hari"
                )
                for number, tone in enumerate(Nada, start=1)
            ),
            bagian=(
                BagianLaporan(
                    "Waktu tiap tahap",
                    (Grafik("Hari kerja dibanding standar", bars(6), LEGEND),),
                    Tabel(columns, rows(6), "Kosong."),
                ),
                BagianLaporan(
                    "Waktu jawab unit kerja",
                    (Grafik("Hari sampai unit menjawab", bars(units), LEGEND),),
                    Tabel(columns, (), "Belum ada unit yang diminta."),
                ),
                BagianLaporan("Tiap berkas", (), Tabel(columns, rows(berkas), "Kosong.")),
            ),
            catatan=("Hari kerja dihitung menurut kalender kantor.", "Yang batal tidak dihitung."),
        ),
        kota="Kota Contoh",
        tanggal=date(2026, 11, 23),
        signer=SIGNER,
    )
