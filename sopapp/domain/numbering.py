"""Letter numbers from a pattern with tokens, e.g. `{klasifikasi}/{urut:3}/{unit}/{tahun}`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import BULAN_ROMAWI

TOKENS = ("klasifikasi", "urut", "unit", "bulan_romawi", "bulan", "tahun")
_TOKEN = re.compile(r"\{([^{}]*)\}")
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
            if name not in TOKENS or (width and (name != "urut" or width not in "1234")):
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
        parts = _TOKEN.split(self.pola)
        expression = "".join(
            re.escape(part)
            if index % 2 == 0
            else (r"(?P<urut>\d{1,9})" if part.partition(":")[0] == "urut" else r"[^/]*?")
            for index, part in enumerate(parts)
        )
        match = re.fullmatch(expression, nomor.strip())
        return int(match["urut"]) if match else None
