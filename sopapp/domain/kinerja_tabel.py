"""The tables of the yearly report."""

from __future__ import annotations

from sopapp.domain.kinerja import Kinerja, KinerjaUnit, Rekap
from sopapp.domain.kinerja_angka import BELUM, angka, kali, rentang, tepat
from sopapp.domain.laporan import Kolom, Tabel
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal_pendek

SELURUH = "Seluruh SOP"
"""The row of the whole way, below its stages."""


def tabel_tahap(kinerja: Kinerja) -> Tabel:
    """Each stage and the whole way."""
    rows = [
        _stage_row(f"{t.nomor}. {t.nama}", t.standar, t.rekap, t.kembali) for t in kinerja.tahap
    ]
    if kinerja.berkas:
        back = len(kinerja.kembali)
        rows.append(_stage_row(SELURUH, kinerja.standar, kinerja.seluruh, back))
    return Tabel(
        (
            Kolom("Tahap", 18), Kolom("Standar", 10, kanan=True),
            Kolom("Rata-rata", 11, kanan=True), Kolom("Terlama", 10, kanan=True),
            Kolom("Tepat waktu", 17), Kolom("Berjalan", 15),
            Kolom("Kembali", 12, kanan=True),
        ),
        tuple(rows),
        "Belum ada berkas pada tahun ini.",
    )  # fmt: skip


def _stage_row(name: str, standar: tuple[int, int], rekap: Rekap, kembali: int) -> tuple[str, ...]:
    return (
        name,
        rentang(standar),
        angka(rekap.rata),
        angka(rekap.terlama),
        tepat(rekap.tepat, rekap.dinilai, rekap.bagian_tepat),
        _running(rekap),
        kali(kembali),
    )


def _running(rekap: Rekap) -> str:
    count = rekap.berjalan + rekap.lewat
    if not count:
        return BELUM
    return f"{ribuan(count)} ({ribuan(rekap.lewat)} lewat)" if rekap.lewat else ribuan(count)


def tabel_unit(kinerja: Kinerja) -> Tabel:
    """Each unit that was asked."""
    return Tabel(
        (
            Kolom("Unit kerja", 27), Kolom("Standar", 10, kanan=True),
            Kolom("Rata-rata", 11, kanan=True), Kolom("Terlama", 10, kanan=True),
            Kolom("Tepat waktu", 17), Kolom("Belum menjawab", 17),
            Kolom("Diingatkan", 13, kanan=True), Kolom("Usulan kembali", 16, kanan=True),
        ),
        tuple(
            (
                unit.nama,
                rentang(unit.standar),
                angka(unit.rekap.rata),
                angka(unit.rekap.terlama),
                tepat(unit.rekap.tepat, unit.dinilai, unit.bagian_tepat),
                _waiting(unit),
                kali(unit.diingatkan),
                kali(unit.dikembalikan),
            )
            for unit in kinerja.unit
        ),
        "Belum ada unit kerja yang diminta pada tahun ini.",
    )  # fmt: skip


def _waiting(unit: KinerjaUnit) -> str:
    running = _running(unit.rekap)
    if not unit.tidak_menjawab:
        return running
    closed = f"{ribuan(unit.tidak_menjawab)} tanpa jawaban"
    return closed if running == BELUM else f"{running}; {closed}"


def tabel_kembali(kinerja: Kinerja) -> Tabel:
    """Every return, oldest first."""
    names = {stage.nomor: f"{stage.nomor}. {stage.nama}" for stage in kinerja.tahap}
    return Tabel(
        (Kolom("Tanggal", 14.5), Kolom("Berkas", 26), Kolom("Dari tahap", 16),
         Kolom("Ke tahap", 16), Kolom("Alasan", 28)),
        tuple(
            (
                tanggal_pendek(one.tanggal),
                one.judul,
                names.get(one.dari, str(one.dari)),
                "langkah sebelumnya" if one.ke == one.dari else names.get(one.ke, str(one.ke)),
                one.alasan,
            )
            for one in kinerja.kembali
        ),
        "Tidak ada berkas yang dikembalikan pada tahun ini.",
        tuple(one.berkas_id for one in kinerja.kembali),
    )  # fmt: skip


def tabel_berkas(kinerja: Kinerja) -> Tabel:
    """Every berkas that was not cancelled."""
    return Tabel(
        (
            Kolom("Berkas", 32), Kolom("Mulai", 14.5), Kolom("Selesai", 14.5),
            Kolom("Hari kerja", 9, kanan=True), Kolom("Standar", 9, kanan=True),
            Kolom("Keadaan", 19), Kolom("Kembali", 11, kanan=True),
        ),
        tuple(
            (
                one.judul,
                tanggal_pendek(one.mulai),
                tanggal_pendek(one.selesai) if one.selesai else f"di tahap {one.tahap}",
                angka(one.ukuran.hari),
                str(one.ukuran.standar),
                one.ukuran.keadaan.label,
                kali(one.kembali),
            )
            for one in kinerja.berkas
        ),
        "Belum ada berkas pada tahun ini.",
        tuple(one.id for one in kinerja.berkas),
    )  # fmt: skip
