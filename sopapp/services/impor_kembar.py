"""Which rows of a sheet speak of the same entry or bear the same title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sopapp.domain.formulir import entri_id_of
from sopapp.domain.impor import BarisLembar, Kolom
from sopapp.services.impor_keadaan import Keadaan, full_title, title, unit_key


class Kunci(NamedTuple):
    """What a row is found by; `name` is its unit and title, `full` also the excluded part."""

    code: int | None
    name: tuple[int | str, str] | None
    full: tuple[int | str, str] | None


class Kembar:
    """Finds the other row of two that mean the same."""

    def __init__(
        self, rows: Iterable[BarisLembar], now: Keadaan, former: Kembar | None = None
    ) -> None:
        """`former` looked at rows under the same records; of rows still the same it knows all."""
        self._now = now
        self._rows: dict[int, BarisLembar] = {}
        self._keys: dict[int, Kunci] = {}
        self._codes: dict[int, int] = {}
        self._names: dict[tuple[int | str, str], int] = {}
        self._full: dict[tuple[int | str, str], int] = {}
        for row in rows:
            nomor = row.nomor
            key = (former.known(row) if former is not None else None) or self._key(row)
            self._rows[nomor], self._keys[nomor] = row, key
            if key.code is not None:
                self._codes.setdefault(key.code, nomor)
            elif key.name is not None:
                self._names.setdefault(key.name, nomor)
            if key.full is not None:
                self._full.setdefault(key.full, nomor)

    def known(self, row: BarisLembar) -> Kunci | None:
        """What this very row is found by, None for one with other words."""
        return self._keys[row.nomor] if self._rows.get(row.nomor) is row else None

    def code(self, row: BarisLembar) -> int | None:
        """The entry that the row's code names."""
        return self._keys[row.nomor].code

    def meeting(self, row: BarisLembar) -> set[int]:
        """Every row that this one has a code, title or name in common with, itself included."""
        own = self._keys[row.nomor]
        return {
            nomor
            for nomor, key in self._keys.items()
            if (own.code is not None and key.code == own.code)
            or (own.name is not None and key.name == own.name)
        }

    def same_code(self, row: BarisLembar, entri_id: int) -> int | None:
        """The first row that names this entry by its code, when it is another."""
        first = self._codes.get(entri_id)
        return None if first == row.nomor else first

    def same_name(self, row: BarisLembar) -> int | None:
        """An earlier row without code with the same unit and title."""
        return self._earlier(self._names, self._keys[row.nomor].name, row)

    def same_title(self, row: BarisLembar) -> int | None:
        """An earlier row with the same unit, title, and excluded part."""
        return self._earlier(self._full, self._keys[row.nomor].full, row)

    def _earlier(
        self,
        known: dict[tuple[int | str, str], int],
        key: tuple[int | str, str] | None,
        row: BarisLembar,
    ) -> int | None:
        first = known.get(key) if key is not None else None
        return None if first == row.nomor else first

    def _key(self, row: BarisLembar) -> Kunci:
        informasi = row.sel(Kolom.INFORMASI)
        code = row.sel(Kolom.KODE)
        entri_id = entri_id_of(code) if code else None
        if not informasi.strip():
            return Kunci(entri_id, None, None)
        unit: int | str | None = self._now.unit_id
        if unit is None:
            text = row.sel(Kolom.UNIT)
            unit = self._now.unit_of(text) or unit_key(text)
        bagian = row.sel(Kolom.BAGIAN).strip(" -–—")
        name = (unit, title(informasi))
        full = (unit, full_title(informasi, bagian)) if bagian else name
        return Kunci(entri_id, name, full)
