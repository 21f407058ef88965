"""A day of the calendar in words: short for its cell, whole for its side pane and for reading."""

from __future__ import annotations

from sopapp.domain.board import days_left_text
from sopapp.domain.days_off import DayKind, YearStatus
from sopapp.domain.kalender import BerkasMulai, BulanKalender, HariKalender, TenggatHari
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import BULAN, HARI, tanggal
from sopapp.domain.tenggat_berjalan import JenisTenggat

_SPOKEN = 4
"""Due dates that are read out one by one."""


def cell_name(day: HariKalender) -> str:
    """What the state's day off is called in its cell; empty for other days."""
    if day.kantor is not None:
        return ""
    if day.arti.kind is DayKind.CUTI_BERSAMA:
        return f"Cuti bersama {day.nama}"
    return day.nama[:1].upper() + day.nama[1:]


def office_words(day: HariKalender) -> str:
    """`Libur kantor: alasan`, or empty."""
    if day.kantor is None:
        return ""
    return f"{'Masuk' if day.kantor.works else 'Libur'} kantor: {day.kantor.reason}"


def due_words(due: TenggatHari) -> str:
    """A due date on one line of a cell."""
    return due.tenggat.nama if due.tenggat.jenis is JenisTenggat.PERMOHONAN else due.tenggat.judul


def due_lines(due: TenggatHari) -> tuple[str, str]:
    """A due date in the list of its day: what, and how it stands."""
    stands = days_left_text(due.sisa)
    if due.tenggat.jenis is JenisTenggat.BERKAS:
        return due.tenggat.judul, f"Tahap {due.tenggat.tahap} · {stands}"
    return due.tenggat.nama, f"Tenggat jawaban · {stands}"


def begun_lines(begun: BerkasMulai) -> tuple[str, str]:
    """A berkas that began, in the list of its day."""
    return begun.judul, "Berkas dimulai"


def meaning(day: HariKalender, *, today: bool = False) -> str:
    """What the day is, as a sentence like `Libur nasional: Hari Raya Natal`."""
    words = f"hari ini, {day.arti.reason}" if today else day.arti.reason
    return f"{words[:1].upper()}{words[1:]}."


def working_number(day: HariKalender) -> str:
    """Which working day of month and year it is; empty for a day off."""
    if not day.ke_bulan:
        return ""
    month, year = BULAN[day.tanggal.month - 1], day.tanggal.year
    return f"Hari kerja ke-{day.ke_bulan} bulan {month}, ke-{day.ke_tahun} tahun {year}."


def source(day: HariKalender, workweek: int) -> str:
    """Where that is known from."""
    if day.kantor is not None:
        return "Sumber: ketetapan kantor."
    if day.arti.kind in (DayKind.WORKING, DayKind.WEEKEND) and not day.nama:
        rule = "lima" if workweek == 5 else "enam"
        return f"Sumber: {rule} hari kerja seminggu (Pengaturan)."
    if day.arti.estimated:
        return "Masih perkiraan: keputusan pemerintah untuk hari itu belum ada."
    year = day.tanggal.year
    return f"Sumber: keputusan pemerintah tentang libur {year}, dari kalender dalam program."


def status_words(year: int, status: YearStatus) -> str:
    """What to know of a year whose days off are not settled."""
    if status is YearStatus.ESTIMATED:
        return (
            f"Libur {year} masih perkiraan dan cuti bersama belum ditetapkan; tenggat dapat "
            "berubah."
        )
    if status is YearStatus.UNKNOWN:
        return f"Libur {year} belum ada; hanya akhir pekan yang diperhitungkan."
    return ""


def summary(month: BulanKalender) -> str:
    """The month in one line: `November 2026 · 21 hari kerja · 3 tenggat, 1 terlambat`."""
    days = month.own()
    works = sum(not day.libur for day in days)
    dues = [due for day in days for due in day.tenggat]
    late = sum(due.sisa < 0 for due in dues)
    parts = [f"{works} hari kerja", f"{ribuan(len(dues))} tenggat" if dues else "tidak ada tenggat"]
    if late:
        parts[-1] += f", {ribuan(late)} terlambat"
    return " · ".join((month_name(month), *parts))


def month_name(month: BulanKalender) -> str:
    """`November 2026`."""
    return f"{BULAN[month.bulan - 1]} {month.tahun}"


def spoken(day: HariKalender, *, today: bool) -> str:
    """The day in one breath: `Senin 23 November 2026, hari ini, hari kerja, 2 tenggat: …`."""
    parts = [f"{HARI[day.tanggal.weekday()]} {tanggal(day.tanggal)}"]
    if today:
        parts.append("hari ini")
    parts.append(day.arti.reason)
    if day.tenggat:
        told = [due.tenggat.nama for due in day.tenggat[:_SPOKEN]]
        more = len(day.tenggat) - _SPOKEN
        late = sum(due.sisa < 0 for due in day.tenggat)
        late_words = f", {late} terlambat" if late else ""
        parts.append(
            f"{len(day.tenggat)} tenggat{late_words}: {'; '.join(told)}"
            + (f"; dan {more} lagi" if more > 0 else "")
        )
    if day.mulai:
        parts.append(f"{len(day.mulai)} berkas dimulai")
    return ", ".join(parts)
