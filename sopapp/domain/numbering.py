"""Letter numbers from a pattern with tokens, e.g. `{klasifikasi}/{urut:3}/{unit}/{tahun}`.

A sisipan is a number that stands behind another one, for a letter dated earlier: `005.01` or
`005.A` in the place of the running number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import BULAN_ROMAWI

TOKENS = ("sifat", "klasifikasi", "urut", "unit", "bulan_romawi", "bulan", "tahun")
_TOKEN = re.compile(r"\{([^{}]*)\}")
_WRITTEN = {"bulan_romawi": "[IVX]+", "bulan": r"\d{2}", "tahun": r"\d{4}"}
BLANK = "\u00a0" * 8
"""Room for a number written by hand."""
_LETTERS = 26


class BentukSisipan(StrEnum):
    """How a sisipan is written."""

    ANGKA = "angka"
    HURUF = "huruf"

    @property
    def label(self) -> str:
        """An example on screen."""
        return {"angka": "005.01", "huruf": "005.A"}[self]

    def suffix(self, place: int) -> str:
        """What stands behind the running number for the `place`-th sisipan (from 1)."""
        if self is BentukSisipan.ANGKA:
            return f".{place:02d}"
        letters = ""
        while place:
            place, letter = divmod(place - 1, _LETTERS)
            letters = chr(ord("A") + letter) + letters
        return f".{letters}"


@dataclass(frozen=True, slots=True)
class Penomoran:
    """A number as it is to be recorded.

    `sisipan` is the reason why it stands between two others; "" for an ordinary number.
    """

    nomor: str
    tanggal: date
    sisipan: str = ""


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A pattern with its fixed parts; `{urut:3}` pads the running number with zeros."""

    pola: str
    klasifikasi: str
    unit: str
    sifat: str = ""

    def check(self) -> None:
        """Raise DomainError naming the token that is not known or missing."""
        names = []
        for token in _TOKEN.findall(self.pola):
            name, _, width = token.partition(":")
            if name not in TOKENS or (
                width and (name != "urut" or width not in ("1", "2", "3", "4"))
            ):
                known = ", ".join(f"{{{t}}}" for t in TOKENS)
                msg = f"Pola nomor memuat {{{token}}} yang tidak dikenal; yang tersedia: {known}."
                raise DomainError(msg, field="pola")
            names.append(name)
        if names.count("urut") != 1:
            raise DomainError("Pola nomor harus memuat {urut} tepat satu kali.", field="pola")
        if _TOKEN.sub("", self.pola).count("{") or _TOKEN.sub("", self.pola).count("}"):
            raise DomainError("Kurung kurawal pada pola nomor tidak berpasangan.", field="pola")

    def text(self, urut: int | None, day: date, suffix: str = "") -> str:
        """The number for running number `urut`; None leaves room for a pen.

        `suffix` stands behind the running number (of a sisipan).
        """

        def value(match: re.Match[str]) -> str:
            name, _, width = match.group(1).partition(":")
            if name == "urut":
                return BLANK if urut is None else str(urut).zfill(int(width or 1)) + suffix
            return {
                "klasifikasi": self.klasifikasi,
                "unit": self.unit,
                "sifat": self.sifat,
                "bulan_romawi": BULAN_ROMAWI[day.month - 1],
                "bulan": f"{day.month:02d}",
                "tahun": str(day.year),
            }[name]

        return _TOKEN.sub(value, self.pola)

    def urut_of(self, nomor: str, *, sisipan: bool = False) -> int | None:
        """The running number inside `nomor` when it has this pattern, else None.

        With `sisipan` a suffix behind it is passed over.
        """
        # Former klasifikasi and units may stand in the place of the present ones, which may hold
        # slashes or begin and end in digits, so they are looked for first.
        for other in ("", "|[^/]*?"):
            written = _WRITTEN | {
                "urut": r"(?P<urut>\d{1,9})" + (r"(?:\.\w{1,4})?" if sisipan else ""),
                "klasifikasi": f"(?:{re.escape(self.klasifikasi)}{other})",
                "unit": f"(?:{re.escape(self.unit)}{other})",
                "sifat": f"(?:{re.escape(self.sifat)}{other})",
            }
            expression = "".join(
                written[part.partition(":")[0]] if index % 2 else re.escape(part)
                for index, part in enumerate(_TOKEN.split(self.pola))
            )
            match = re.fullmatch(expression, nomor.strip(), re.IGNORECASE)
            if match:
                return int(match["urut"])
        return None
