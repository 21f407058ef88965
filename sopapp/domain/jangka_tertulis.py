"""Periods as people write them in a sheet: a duration, a last day, or an event in words."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from sopapp.domain.dik import JangkaWaktu, JenisJangka
from sopapp.domain.impor import CatatanSel, Kolom
from sopapp.domain.tanggal import BULAN, HARI, tanggal

Hasil = tuple[JangkaWaktu | None, tuple[CatatanSel, ...]]

TERLAMA = 999 * 12
"""Months; nobody means a longer duration."""

_CONTOH = "Tulis misalnya “5 tahun”, “31 Desember 2030”, atau peristiwanya."
_EMPTY = re.compile(r"[-–—_.\s]*|n/?a|nihil|kosong", re.I)
_FROM = r"(?:jangka\s+waktu|selama|paling\s+lama|maksimal|maks\.?)"
_UNTIL = r"(?:berlaku\s+)?(?:s\s*[./]\s*d\.?|sampai\s+dengan|sampai|hingga|s/d)"
_WORDS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "dua belas": 12, "lima belas": 15,
    "dua puluh": 20, "dua puluh lima": 25, "tiga puluh": 30,
}  # fmt: skip
_NUMBER = (
    rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}}(?!\d))?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
)
_SPELLED = r"\s*(?:\([^)]*\)\s*)?"
_YEAR_UNIT, _MONTH_UNIT = r"(?:tahun|thn\.?|th\.?)", r"(?:bulan|bln\.?)"
_DURATION = re.compile(
    rf"(?:{_FROM}\s+)*(?:(?P<setahun>setahun)|(?P<sebulan>sebulan)|"
    rf"(?P<tahun>{_NUMBER}){_SPELLED}{_YEAR_UNIT}"
    rf"(?:\s*(?:,|dan)?\s*(?P<lebih>{_NUMBER}){_SPELLED}{_MONTH_UNIT})?|"
    rf"(?P<bulan>{_NUMBER}){_SPELLED}{_MONTH_UNIT})"
    r"(?:\s+(?:sejak|terhitung\s+sejak|setelah)\s+(?:tanggal\s+)?(?:di)?(?:tetapkan|penetapan))?",
    re.I,
)
_SHORT = re.compile(rf"(?:{_FROM}\s+)*{_NUMBER}{_SPELLED}(?:hari|minggu|pekan)(?:\s+kerja)?", re.I)
_DAYS = "|".join((*HARI, "Jum'at"))
_BEFORE = rf"(?:{_UNTIL}\s*)?(?:(?:{_DAYS})\s*,?\s+)?(?:(?:tanggal|tgl\.?)\s+)?"
_ISO = re.compile(rf"{_BEFORE}(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?:[T ][\d:.]+)?", re.I)
_NUMERIC = re.compile(
    rf"{_BEFORE}(\d{{1,2}})\s?[-/.]\s?(\d{{1,2}})\s?[-/.]\s?(\d{{4}}|\d\d)(?:[T ][\d:.]+)?", re.I
)
_NAMED = re.compile(
    rf"{_BEFORE}(\d{{1,2}})[\s\-/.]*([a-z]{{3,10}})\.?[\s\-/.,]*(\d{{4}}|\d\d)", re.I
)
_MONTH = re.compile(rf"(?:{_UNTIL}\s*)?(?:bulan\s+)?([a-z]{{3,10}})\.?\s+(\d{{4}})", re.I)
_YEAR = re.compile(rf"(?:{_UNTIL}\s*)?(?:(?:akhir\s+)?tahun\s+)?((?:19|20|21)\d\d)", re.I)
_SPAN = re.compile(rf"(.*\d)\s*(?:{_UNTIL}|[-–—])\s*(.*\d)", re.I)
_LONGEST = 80
_SERIAL = re.compile(r"\d{5}(?:\.0*)?")
_FOREIGN = {
    "may": 5, "aug": 8, "agt": 8, "ags": 8, "agst": 8, "oct": 10, "october": 10, "dec": 12,
    "december": 12, "january": 1, "february": 2, "pebruari": 2, "peb": 2, "march": 3, "june": 6,
    "july": 7, "august": 8, "nopember": 11, "nop": 11, "sept": 9,
}  # fmt: skip


@lru_cache(maxsize=4096)  # a sheet repeats a few periods over and over
def read_jangka(text: str) -> Hasil:
    """The period that `text` says, None for an empty cell, and what could not be understood.

    Words that are neither a duration nor a date are an event, kept as they stand.
    """
    text = " ".join(unicodedata.normalize("NFC", text).split()).strip()
    if _EMPTY.fullmatch(text):
        return None, ()
    plain = text.strip(" .;")
    return _duration(plain) or _date(plain) or _event(text)


def _duration(text: str) -> Hasil | None:
    found = _DURATION.fullmatch(text)
    if found is None:
        if _SHORT.fullmatch(text):
            hint = "Tulis tanggal terakhirnya, misalnya “31 Desember 2030”."
            return _problem(f"Jangka waktu “{text}” lebih pendek daripada satu bulan.", hint)
        return None
    years = 1.0 if found["setahun"] else _number(found["tahun"])
    months = 1.0 if found["sebulan"] else _number(found["lebih"] or found["bulan"])
    total = years * 12 + months
    if total != int(total) or not 0 < total <= TERLAMA:
        return _problem(f"Lama “{text}” tidak dapat dipakai.", "Tulis lamanya, misalnya “5 tahun”.")
    return JangkaWaktu(JenisJangka.DURASI, bulan=int(total)), ()


def _number(text: str | None) -> float:
    if not text:
        return 0.0
    return float(_WORDS.get(text.casefold()) or text.replace(",", "."))


def _date(text: str) -> Hasil | None:
    if found := _ISO.fullmatch(text):
        return _day(text, int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        return _day(text, _year(found[3]), int(found[2]), int(found[1]), short=len(found[3]) == 2)
    if (found := _NAMED.fullmatch(text)) and (month := _month(found[2])):
        return _day(text, _year(found[3]), month, int(found[1]), short=len(found[3]) == 2)
    if (found := _MONTH.fullmatch(text)) and (month := _month(found[1])):
        year = int(found[2])
        last = _last_day(year, month)
        return _problem(f"Tanggal “{text}” belum lengkap.", f"Tulis tanggalnya, misalnya “{last}”.")
    if found := _YEAR.fullmatch(text):
        hint = f"Tulis tanggalnya, misalnya “31 Desember {found[1]}”."
        return _problem(f"Tanggal “{text}” belum lengkap.", hint)
    if len(text) < _LONGEST and (found := _SPAN.fullmatch(text)) and (last := _last_of_span(found)):
        return _problem(f"“{text}” menyebut awal dan akhir.", f"Tulis akhirnya saja: “{last}”.")
    if _SERIAL.fullmatch(text):
        # Excel counts days from here; the sheet lost the cell's date format.
        day = date(1899, 12, 30) + timedelta(int(float(text)))
        return _problem(
            f"“{text}” bukan jangka waktu.", f"Bila itu tanggal, tulis “{tanggal(day)}”."
        )
    return None


def _last_of_span(found: re.Match[str]) -> str:
    """The last day of `1 Januari 2026 s.d. 31 Desember 2030` or `2026-2030`, "" for neither."""
    begins, ends = (_YEAR.fullmatch(each.strip()) for each in found.groups())
    if begins and ends:
        return f"31 Desember {ends[1]}"
    days = [hasil[0] for each in found.groups() if (hasil := _date(each.strip()))]
    if len(days) < 2 or days[0] is None or days[1] is None or days[1].sampai is None:
        return ""
    return tanggal(days[1].sampai)


def _day(text: str, year: int, month: int, day: int, *, short: bool = False) -> Hasil:
    if not 1900 <= year <= 9999:
        return _problem(f"Tahun dalam “{text}” tidak mungkin.", _CONTOH)
    if month > 12 >= day and day > 0:
        if month <= _days(year, day):
            hint = f"Mungkin maksudnya “{tanggal(date(year, day, month))}”."
            return _problem(f"Tanggal “{text}” tidak ada: bulan {month}.", hint)
        return _problem(f"Tanggal “{text}” tidak ada.", _CONTOH)
    if not 1 <= month <= 12:
        return _problem(f"Tanggal “{text}” tidak ada.", _CONTOH)
    if not 1 <= day <= _days(year, month):
        hint = f"{BULAN[month - 1]} {year} berakhir pada tanggal “{_last_day(year, month)}”."
        return _problem(f"Tanggal “{text}” tidak ada.", hint)
    value = date(year, month, day)
    if short:
        hint = f"Tulis tahunnya lengkap: “{tanggal(value)}”."
        return _problem(f"Tahun dalam “{text}” tidak lengkap.", hint)
    return JangkaWaktu(JenisJangka.TANGGAL, sampai=value), ()


def _days(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _last_day(year: int, month: int) -> str:
    return f"{_days(year, month)} {BULAN[month - 1]} {year}"


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(word: str) -> int | None:
    word = word.casefold()
    for number, name in enumerate(BULAN, 1):
        if word in (name.casefold(), name[:3].casefold()):
            return number
    return _FOREIGN.get(word)


def _event(text: str) -> Hasil:
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not words or (text[0].isdigit() and len(words) < 3):
        return _problem(f"Jangka waktu “{text}” tidak dipahami.", _CONTOH)
    return JangkaWaktu(JenisJangka.PERISTIWA, peristiwa=text), ()


def _problem(text: str, hint: str) -> Hasil:
    return None, (CatatanSel(Kolom.JANGKA, text, hint),)
