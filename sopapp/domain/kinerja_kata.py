"""The performance of a year in words, tables and bars: what screen, paper and picture show."""

from __future__ import annotations

from collections.abc import Iterator

from sopapp.domain.kinerja import Kinerja, KinerjaTahap, KinerjaUnit, Rekap, RingkasTahun
from sopapp.domain.kinerja_angka import BELUM, angka, persen, rentang, tepat
from sopapp.domain.kinerja_tabel import (
    SELURUH,
    tabel_berkas,
    tabel_kembali,
    tabel_tahap,
    tabel_unit,
)
from sopapp.domain.laporan import AngkaPokok, BagianLaporan, Batang, Grafik, Laporan, Nada
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal

TAHAP, UNIT = "Waktu tiap tahap, dalam hari kerja", "Waktu jawab unit kerja, dalam hari kerja"
KEMBALI, BERKAS = "Pengembalian", "Tiap berkas"

_HARI_LEGENDA: tuple[tuple[Nada | None, str], ...] = (
    (Nada.TEPAT, "dalam standar"),
    (Nada.TERLAMBAT, "melewati standar"),
    (None, "standar"),
)
_TEPAT_LEGENDA: tuple[tuple[Nada | None, str], ...] = (
    (Nada.TEPAT, "tepat waktu"),
    (Nada.TERLAMBAT, "terlambat"),
    (Nada.BERJALAN, "masih berjalan"),
)
_HITUNG = (
    "Hari kerja dihitung menurut kalender kantor: akhir pekan, libur nasional, cuti bersama, dan "
    "libur kantor tidak dihitung."
)
_JUMLAH = (
    "Satu berkas dihitung sekali pada tiap tahap. Bila dikembalikan, hari kerja semua kali di "
    "tahap itu dijumlahkan."
)
_RATA = (
    "Rata-rata dan terlama dihitung dari yang sudah selesai. Yang masih berjalan baru ikut dinilai "
    "bila sudah lewat standar."
)
_JAWABAN = (
    "Jawaban unit kerja dihitung sejak tanggal Nota Dinas permintaan. Permintaan yang ditutup "
    "tanpa jawaban dihitung tidak tepat waktu."
)
_CARA = (_HITUNG, _JUMLAH, _RATA, _JAWABAN)
_NONE_ENDED = "belum ada yang selesai"


def judul(tahun: int) -> str:
    """The title of the report of a year."""
    return f"Laporan Kinerja SOP Tahun {tahun}"


def laporan(kinerja: Kinerja, nama_sop: str) -> Laporan:
    """The report; `nama_sop` is the name on the SOP sheet."""
    day = tanggal(kinerja.per_tanggal)
    return Laporan(
        judul=judul(kinerja.tahun),
        keterangan=f"SOP {nama_sop}. Berkas tahun {kinerja.tahun}, keadaan per {day}.",
        pokok=tuple(_main_figures(kinerja)),
        bagian=(
            BagianLaporan(
                TAHAP, (grafik_hari(kinerja), grafik_tepat(kinerja)), tabel_tahap(kinerja)
            ),
            BagianLaporan(UNIT, (grafik_unit(kinerja),), tabel_unit(kinerja)),
            BagianLaporan(KEMBALI, (), tabel_kembali(kinerja)),
            BagianLaporan(BERKAS, (), tabel_berkas(kinerja)),
        ),
        catatan=tuple(_notes(kinerja)),
    )


def grafik_hari(kinerja: Kinerja) -> Grafik:
    """Mean working days of each stage and of the whole beside the standard."""
    rows = [(f"{t.nomor}. {t.nama}", t.rekap, t.standar) for t in kinerja.tahap]
    if kinerja.berkas:
        rows.append((SELURUH, kinerja.seluruh, kinerja.standar))
    bars = tuple(_days_bar(label, rekap, standar, _NONE_ENDED) for label, rekap, standar in rows)
    return Grafik("Rata-rata hari kerja dibanding standar", bars, _HARI_LEGENDA)


def grafik_tepat(kinerja: Kinerja) -> Grafik:
    """How many berkas were on time in each stage and on the whole."""
    rows = [(f"{t.nomor}. {t.nama}", t.rekap) for t in kinerja.tahap]
    if kinerja.berkas:
        rows.append((SELURUH, kinerja.seluruh))
    bars = tuple(Batang(label, _split(rekap), None, _on_time_words(rekap)) for label, rekap in rows)
    return Grafik("Jumlah berkas yang tepat waktu", bars, _TEPAT_LEGENDA)


def grafik_unit(kinerja: Kinerja) -> Grafik:
    """Mean working days that each unit took to answer."""
    bars = tuple(
        _days_bar(unit.nama, unit.rekap, unit.standar, "belum ada jawaban") for unit in kinerja.unit
    )
    return Grafik("Rata-rata hari kerja sampai unit menjawab", bars, _HARI_LEGENDA)


def _days_bar(label: str, rekap: Rekap, standar: tuple[int, int], none: str) -> Batang:
    """A mean beside its standard; `none` says that there is no mean yet."""
    mean, most = rekap.rata, standar[1]
    against = f"standar\u00a0{rentang(standar)}"  # a figure alone on a line says nothing
    if mean is None:
        return Batang(label, (), float(most) or None, f"{none}, {against}")
    tone = Nada.TEPAT if mean <= most else Nada.TERLAMBAT
    return Batang(label, ((mean, tone),), float(most), f"{angka(mean)} hari, {against}")


def _split(rekap: Rekap) -> tuple[tuple[float, Nada], ...]:
    parts = (
        (rekap.tepat, Nada.TEPAT),
        (rekap.terlambat + rekap.lewat, Nada.TERLAMBAT),
        (rekap.berjalan, Nada.BERJALAN),
    )
    return tuple((float(count), tone) for count, tone in parts if count)


def _on_time_words(rekap: Rekap) -> str:
    words = [tepat(rekap.tepat, rekap.dinilai, rekap.bagian_tepat)]
    if not rekap.dinilai:
        words = [_NONE_ENDED]
    return ", ".join([*words, *([f"{ribuan(rekap.berjalan)} berjalan"] if rekap.berjalan else [])])


def _main_figures(kinerja: Kinerja) -> Iterator[AngkaPokok]:
    rekap = kinerja.seluruh
    before = _year_before(kinerja.lalu)
    done = len(kinerja.berkas) - kinerja.berjalan
    counts = [f"{ribuan(done)} selesai", f"{ribuan(kinerja.berjalan)} berjalan"]
    counts += [f"{ribuan(kinerja.batal)} batal"] if kinerja.batal else []
    total = len(kinerja.berkas) + kinerja.batal
    yield AngkaPokok("Berkas", ribuan(total), ", ".join(counts), Nada.NETRAL, before[0])
    late = rekap.rata is not None and rekap.rata > kinerja.standar[1]
    yield AngkaPokok(
        "Rata-rata seluruh SOP",
        f"{angka(rekap.rata)} hari" if rekap.selesai else BELUM,
        f"standar {rentang(kinerja.standar)} hari kerja" if kinerja.berkas else "belum ada berkas",
        _tone(rekap.selesai, late=late),
        before[1],
    )
    yield AngkaPokok(
        "Selesai tepat waktu",
        persen(rekap.bagian_tepat),
        f"{ribuan(rekap.tepat)} dari {ribuan(rekap.dinilai)} berkas"
        if rekap.dinilai
        else _NONE_ENDED,
        _tone(rekap.dinilai, late=rekap.tepat < rekap.dinilai),
        before[2],
    )
    yield AngkaPokok(
        "Dikembalikan",
        f"{ribuan(len(kinerja.kembali))} kali",
        f"pada {ribuan(kinerja.berkas_kembali)} dari {ribuan(len(kinerja.berkas))} berkas",
        Nada.NETRAL,
        before[3],
    )


def _year_before(lalu: RingkasTahun | None) -> tuple[str, ...]:
    """The main figures of the year before in their order, "" for what it does not have."""
    if lalu is None:
        return ("",) * 4
    figures = (
        f"{ribuan(lalu.jumlah)} berkas",
        "" if lalu.rata is None else f"{angka(lalu.rata)} hari",
        "" if lalu.bagian_tepat is None else persen(lalu.bagian_tepat),
        f"{ribuan(lalu.kembali)} kali",
    )
    return tuple(f"Tahun {lalu.tahun}: {figure}" if figure else "" for figure in figures)


def _tone(known: int, *, late: bool) -> Nada:
    if not known:
        return Nada.NETRAL
    return Nada.TERLAMBAT if late else Nada.TEPAT


def _notes(kinerja: Kinerja) -> Iterator[str]:
    yield from _CARA
    if kinerja.batal:
        yield f"{ribuan(kinerja.batal)} berkas yang batal tidak ikut dihitung."
    if kinerja.perkiraan:
        yield (
            "Sebagian angka memakai hari libur perkiraan yang belum ditetapkan, jadi masih dapat "
            "berubah."
        )
    unjudged = _unjudged(kinerja.seluruh, kinerja.tahap, kinerja.unit)
    if unjudged:
        yield (
            f"Tidak dapat dinilai dan tidak ikut dihitung: {unjudged}. Hari liburnya tidak "
            "diketahui, tanggalnya tidak runtut, atau tanggal Nota Dinasnya belum dicatat."
        )


def _unjudged(
    whole: Rekap, stages: tuple[KinerjaTahap, ...], units: tuple[KinerjaUnit, ...]
) -> str:
    in_stages = sum(stage.rekap.tak_dinilai for stage in stages)
    answers = sum(unit.rekap.tak_dinilai for unit in units)
    parts = (
        f"{ribuan(whole.tak_dinilai)} berkas" if whole.tak_dinilai else "",
        f"{ribuan(in_stages)} kali di suatu tahap" if in_stages else "",
        f"{ribuan(answers)} jawaban unit kerja" if answers else "",
    )
    return ", ".join(part for part in parts if part)
