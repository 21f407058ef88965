"""The number of an official: how it is printed, and when it looks wrong."""

from __future__ import annotations

from datetime import date

from sopapp.domain.pejabat import Kepegawaian, PejabatInput

# What stands before the number of a PPPK: usage of offices, no rule that was seen as a text.
NI_PPPK = "NI PPPK"
_PPPK_MARK = "21"
_LENGTH = 18
_YOUNGEST = 17


def nip_digits(nip: str) -> str:
    """The digits of a NIP as typed with spaces or dots."""
    return "".join(ch for ch in nip if ch.isdigit())


def nip_printed(nip: str) -> str:
    """`19860926 201505 1 001`, the usual print (Perka BKN 22/2007); other text as typed."""
    d = nip_digits(nip)
    return f"{d[:8]} {d[8:14]} {d[14]} {d[15:]}" if len(d) == _LENGTH else nip.strip()


def nomor_induk(data: PejabatInput) -> str:
    """The number below the name: of a PPPK with its own term, "" for who is no ASN.

    That of a PNS comes without a term, for a letter puts "NIP" before it.
    """
    number = nip_printed(data.nip)
    match data.kepegawaian:
        case Kepegawaian.PNS:
            return number
        case Kepegawaian.PPPK:
            return f"{NI_PPPK} {number}" if number else ""
        case Kepegawaian.LAIN:
            return ""


def nip_problem(nip: str, kepegawaian: Kepegawaian = Kepegawaian.PNS) -> str | None:
    """A sentence when a number looks wrong; it warns and never refuses.

    A NI PPPK has `21` where a NIP has the month of appointment.
    """
    if not nip.strip():
        return None
    if kepegawaian is Kepegawaian.LAIN:
        return "Yang bukan ASN tidak mempunyai NIP; nomor ini tidak dicetak."
    if any(not (ch in "0123456789" or ch in " .-") for ch in nip):
        return "NIP hanya berisi angka, spasi, atau titik."
    d = nip_digits(nip)
    if len(d) != _LENGTH:
        return f"NIP terdiri atas {_LENGTH} angka; yang diketik {len(d)} angka."
    try:
        born = date(int(d[:4]), int(d[4:6]), int(d[6:8]))
    except ValueError:
        return "Delapan angka pertama NIP bukan tanggal lahir yang sah."
    return _appointment_problem(d, born, kepegawaian) or _sex_problem(d)


def _appointment_problem(d: str, born: date, kepegawaian: Kepegawaian) -> str | None:
    year, month = int(d[8:12]), d[12:14]
    pppk = kepegawaian is Kepegawaian.PPPK
    if month == _PPPK_MARK and not pppk:
        return "Angka ke-13 dan ke-14 NIP ini (21) menandai PPPK; bila benar, pilih PPPK."
    if month != _PPPK_MARK and pppk:
        return "Angka ke-13 dan ke-14 NI PPPK seharusnya 21; bila pejabat ini PNS, pilih PNS."
    if not pppk and not 1 <= int(month) <= 12:
        return "Angka ke-13 dan ke-14 NIP bukan bulan pengangkatan."
    age = year - born.year - (not pppk and int(month) < born.month)
    if age < _YOUNGEST:
        return f"NIP ini menyebut pengangkatan tahun {year}, padahal lahir tahun {born.year}."
    return None


def _sex_problem(d: str) -> str | None:
    if d[14] not in "12":
        return "Angka ke-15 NIP (jenis kelamin) seharusnya 1 atau 2."
    return None
