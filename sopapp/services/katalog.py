"""The catalogue that helps to type a ground: Pasal 17, laws of the program, laws of the office."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.katalog import (
    HurufPasal,
    Pasal17,
    UndangUndang,
    catatan_kutipan,
    kunci_kutipan,
)
from sopapp.domain.ribuan import ribuan
from sopapp.katalog_file import load_pasal_17, load_undang_undang
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input

LONGEST = {"kutipan": 500, "singkatan": 80}
"""Characters of a law at most."""
_BELUM_DICOCOKKAN = "Bunyi Pasal 17 di sini belum dicocokkan dengan naskah resmi. Sumber: {}."


@checked_input()
class KatalogService:
    """Reads the catalogue and changes the office's own laws."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    def pasal_17(self) -> tuple[HurufPasal, ...]:
        """The letters a to j with their sub-grounds. Raises DomainError for a file at fault."""
        return self._pasal_17.huruf

    def catatan_pasal_17(self) -> str:
        """What to say about how sure the words are; "" once they were compared with the law."""
        if self._pasal_17.terverifikasi:
            return ""
        return _BELUM_DICOCOKKAN.format(self._pasal_17.sumber.rstrip("."))

    def laws(self) -> tuple[UndangUndang, ...]:
        """The laws of the program in its order, then the office's own by their words."""
        return (*self._bundled, *sorted(self._own(), key=lambda law: law.kutipan.casefold()))

    def remark(self, kutipan: str) -> str:
        """What to point out about a law before it is stored; "" for nothing. Never refuses."""
        return catatan_kutipan(kutipan)

    def add_law(self, kutipan: str, singkatan: str = "") -> int:
        """Store a law of the office's own; lower regulations too. Raises DomainError by field."""
        law = self._checked(None, kutipan, singkatan)
        with self._store.write("katalog.tambah", Kind.SETTING) as entry:
            law_id = int(tables.UndangUndang.create(**_shown(law)).id)
            entry.say(f"Peraturan ditambahkan ke katalog: {law.kutipan}.", sesudah=_shown(law))
        return law_id

    def edit_law(self, law_id: int, kutipan: str, singkatan: str = "") -> None:
        """Change an own law; what is stored in entries stays. Raises DomainError by field."""
        before = self._get(law_id)
        law = self._checked(law_id, kutipan, singkatan)
        if law == before:
            return
        with self._store.write("katalog.ubah", Kind.SETTING) as entry:
            tables.UndangUndang.update(**_shown(law)).where(
                tables.UndangUndang.id == law_id
            ).execute()
            entry.say(
                f"Peraturan dalam katalog diubah: {law.kutipan}.",
                sebelum=_shown(before),
                sesudah=_shown(law),
            )

    def remove_law(self, law_id: int) -> None:
        """Remove an own law from the catalogue; what is stored in entries stays."""
        before = self._get(law_id)
        with self._store.write("katalog.hapus", Kind.SETTING) as entry:
            tables.UndangUndang.delete().where(tables.UndangUndang.id == law_id).execute()
            entry.say(f"Peraturan dihapus dari katalog: {before.kutipan}.", sebelum=_shown(before))

    # The files are read at the first question and kept: they change with the program only.

    @cached_property
    def _pasal_17(self) -> Pasal17:
        return load_pasal_17(self._folder)

    @cached_property
    def _bundled(self) -> tuple[UndangUndang, ...]:
        return load_undang_undang(self._folder)

    def _own(self) -> tuple[UndangUndang, ...]:
        return tuple(_law(row) for row in tables.UndangUndang.select())

    def _get(self, law_id: int) -> UndangUndang:
        row = tables.UndangUndang.get_or_none(tables.UndangUndang.id == law_id)
        if row is None:
            raise NotFoundError("Peraturan itu tidak ada lagi dalam katalog.")
        return _law(row)

    def _checked(self, own_id: int | None, kutipan: str, singkatan: str) -> UndangUndang:
        law = UndangUndang(own_id, _one_line(kutipan), _one_line(singkatan))
        if not kunci_kutipan(law.kutipan):
            raise DomainError("Nama peraturan belum diisi.", field="kutipan")
        for field, longest in LONGEST.items():
            if len(getattr(law, field)) > longest:
                msg = f"Terlalu panjang; paling banyak {ribuan(longest)} huruf."
                raise DomainError(msg, field=field)
        for other in self.laws():
            if kunci_kutipan(other.kutipan) != kunci_kutipan(law.kutipan):
                continue
            if other.bawaan or other.id != own_id:
                place = " (bawaan program)" if other.bawaan else ""
                msg = f"“{other.kutipan}” sudah ada dalam katalog{place}."
                raise DomainError(msg, field="kutipan")
        return law


def _law(row: Any) -> UndangUndang:
    return UndangUndang(row.id, row.kutipan, row.singkatan)


def _shown(law: UndangUndang) -> dict[str, str]:
    return {"kutipan": law.kutipan, "singkatan": law.singkatan}


def _one_line(text: str) -> str:
    return " ".join(text.split())
