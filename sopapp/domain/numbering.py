"""Letter numbers from a pattern with tokens, e.g. `{klasifikasi}/{urut:3}/{unit}/{tahun}`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import BULAN_ROMAWI

TOKENS = ("klasifikasi", "urut", "unit", "bulan_romawi", "bulan", "tahun")
_TOKEN = re.compile(r"\{([^{}]*)\}")
_WRITTEN = {"bulan_romawi": "[IVX]+", "bulan": r"\d{2}", "tahun": r"\d{4}"}
BLANK = "\u00a0" * 8
"""Room for a number written by hand."""


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A pattern with its fixed parts; `{urut:3}` pads the running number with zeros."""

    pola: str
    klasifikasi: str
    unit: str

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

    def text(self, urut: int | None, day: date) -> str:
        """The number for running number `urut`; None leaves room for a pen."""

        def value(match: re.Match[str]) -> str:
            name, _, width = match.group(1).partition(":")
            if name == "urut":
                return BLANK if urut is None else str(urut).zfill(int(width or 1))
            return {
                "klasifikasi": self.klasifikasi,
                "unit": self.unit,
                "bulan_romawi": BULAN_ROMAWI[day.month - 1],
                "bulan": f"{day.month:02d}",
                "tahun": str(day.year),
            }[name]

        return _TOKEN.sub(value, self.pola)

    def urut_of(self, nomor: str) -> int | None:
        """The running number inside `nomor` when it has this pattern, else None."""
        # The present klasifikasi and unit may hold slashes or end in digits; former ones may
        # stand in their place.
        written = _WRITTEN | {
            "urut": r"(?P<urut>\d{1,9})",
            "klasifikasi": rf"(?:{re.escape(self.klasifikasi)}|[^/]*?)",
            "unit": rf"(?:{re.escape(self.unit)}|[^/]*?)",
        }
        expression = "".join(
            written[part.partition(":")[0]] if index % 2 else re.escape(part)
            for index, part in enumerate(_TOKEN.split(self.pola))
        )
        match = re.fullmatch(expression, nomor.strip(), re.IGNORECASE)
        return int(match["urut"]) if match else None
