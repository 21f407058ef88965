"""Numbers as letters write them: "5 (lima)", "KEDUA BELAS", "aa."."""

from __future__ import annotations

import string

from sopapp.domain.errors import DomainError

_SATUAN = ("", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")
_TERAKHIR = 99
_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def bilangan(number: int) -> str:
    """`5 (lima)`: figure and words, as letters state amounts and terms."""
    return f"{number} ({terbilang(number)})"


def terbilang(number: int) -> str:
    """`dua puluh tiga`: the words alone, as a Berita Acara states its day and year."""
    from num2words import num2words  # slow to import and needed by letters only

    return str(num2words(number, lang="id"))


def label_diktum(number: int, *, pertama: bool = False) -> str:
    """Label of the n-th decision, from 1: KESATU, KEDUA, ..., KESEBELAS, ..., KEDUA PULUH.

    With `pertama` the first is PERTAMA, as older Keputusan have it. Raises DomainError above 99,
    where the words end.
    """
    if number > _TERAKHIR:
        message = f"Keputusan memuat paling banyak {_TERAKHIR} diktum. Gabungkan beberapa diktum."
        raise DomainError(message, field="diktum")
    if pertama and number == 1:
        return "PERTAMA"
    return f"KE{_words(number)}"


def _words(number: int) -> str:
    """Cardinal in capitals for 1 to 99."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _SATUAN[ones]
    if number == 10:
        return "SEPULUH"
    if number == 11:
        return "SEBELAS"
    if tens == 1:
        return f"{_SATUAN[ones]} BELAS"
    return f"{_SATUAN[tens]} PULUH {_SATUAN[ones]}".rstrip()


def huruf(number: int) -> str:
    """Letter of the n-th consideration, from 1: a, b, ..., z, aa, ab, ..."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = string.ascii_lowercase[rest] + letters
    return letters


def romawi(number: int) -> str:
    """Roman figures of a number from 1, as Lampiran are numbered."""
    figures = ""
    for value, figure in _ROMAWI:
        count, number = divmod(number, value)
        figures += figure * count
    return figures
