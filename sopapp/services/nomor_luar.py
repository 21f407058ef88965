"""Numbers used outside the program: recorded, so that they are never proposed again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.ribuan import ribuan
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, utc_text
from sopapp.services.checked_input import checked_input
from sopapp.services.nomor import NomorService
from sopapp.services.office_parts import OfficeParts

_LONGEST = 500
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class CatatanLuar:
    """What is known of a letter made elsewhere; `seperti` names the sequence it counts in."""

    seperti: JenisNaskah
    perihal: str = ""
    tujuan: str = ""
    penanda_tangan: str = ""
    keterangan: str = ""


@checked_input()
class NomorLuarService:
    """Writes lines of the number book that have no letter here."""

    def __init__(self, store: Store, nomor: NomorService, parts: OfficeParts) -> None:
        self._store = store
        self._nomor = nomor
        self._parts = parts

    def get(self, surat_id: int) -> tuple[Penomoran, CatatanLuar]:
        """The number and what was noted of it. Raises NotFoundError."""
        row = self._row(surat_id)
        return _penomoran(row), _catatan(row)

    def record(self, new: Penomoran, catatan: CatatanLuar) -> int:
        """Take a number that was used elsewhere; gives the id of its line.

        Raises DomainError by field when it is taken or nothing says what it was for.
        """
        return self._take((self._nomor.check(catatan.seperti, new),), catatan)[0]

    def record_range(
        self, numbers: Sequence[int], day: date, catatan: CatatanLuar
    ) -> tuple[int, ...]:
        """Take running numbers of the sequence, all or none, with one date.

        Raises DomainError naming those that are taken.
        """
        if not numbers:
            raise DomainError("Nomor urut belum diisi.", field="urut")
        deret = self._parts.settings(catatan.seperti).deret
        taken = sorted(self._nomor.places(deret, day.year).intersection(numbers))
        if taken:
            named = ", ".join(map(str, taken[:_MOST_NAMED]))
            more = ", …" if len(taken) > _MOST_NAMED else ""
            msg = (
                f"Nomor urut {named}{more} tahun {day.year} sudah dipakai dalam deret {deret}. "
                "Tulis hanya yang belum."
            )
            raise DomainError(msg, field="urut", topic=panduan.NOMOR_SEKALI_PAKAI)
        pattern = self._parts.pattern(catatan.seperti)
        wanted = (Penomoran(pattern.text(urut, day), day) for urut in numbers)
        return self._take([self._nomor.check(catatan.seperti, each) for each in wanted], catatan)

    def edit(self, surat_id: int, new: Penomoran, catatan: CatatanLuar) -> None:
        """Correct a line: number, date and what was noted. Raises DomainError by field."""
        row = self._row(surat_id)
        if row.batal:
            raise DomainError(
                "Nomor yang batal tidak diubah lagi.", topic=panduan.NOMOR_SEKALI_PAKAI
            )
        catatan = _checked(catatan)
        checked = self._nomor.check(catatan.seperti, new, besides=surat_id)
        before, noted = _penomoran(row), _catatan(row)
        if (checked, catatan) == (before, noted):
            return
        with self._store.write("agenda.ubah", Kind.SURAT) as entry:
            if (checked, catatan.seperti) != (before, noted.seperti):
                self._nomor.give(surat_id, JenisSurat.LAIN, checked, like=catatan.seperti)
            tables.Surat.update(**_words(catatan)).where(tables.Surat.id == surat_id).execute()
            entry.say(
                f"Catatan nomor di luar program {checked.nomor} diubah.",
                sebelum=_told(before, noted),
                sesudah=_told(checked, catatan),
            )

    def void(self, surat_id: int, alasan: str) -> None:
        """The number was not used after all: it stays in the book as BATAL."""
        row = self._row(surat_id)
        alasan = " ".join(alasan.split())
        if not alasan:
            raise DomainError("Alasan pembatalan belum diisi.", field="alasan")
        if row.batal:
            raise DomainError(f"Nomor {row.nomor} sudah batal.", topic=panduan.NOMOR_SEKALI_PAKAI)
        with self._store.write("agenda.batal", Kind.SURAT) as entry:
            tables.Surat.update(batal=alasan, dibatalkan=utc_text(self._store.clock.now())).where(
                tables.Surat.id == surat_id
            ).execute()
            entry.say(
                f"Nomor di luar program {row.nomor} dibatalkan: {alasan}",
                sesudah={"nomor": row.nomor, "alasan": alasan},
            )

    def _take(self, numbers: Sequence[Penomoran], catatan: CatatanLuar) -> tuple[int, ...]:
        catatan = _checked(catatan)
        made = []
        with self._store.write("agenda.catat", Kind.SURAT) as entry:
            for each in numbers:
                surat_id = tables.Surat.create(jenis=JenisSurat.LAIN.value, **_words(catatan)).id
                self._nomor.give(surat_id, JenisSurat.LAIN, each, like=catatan.seperti)
                made.append(surat_id)
            first, last = numbers[0], numbers[-1]
            span = first.nomor if len(made) == 1 else f"{first.nomor} sampai {last.nomor}"
            entry.say(
                f"{len(made)} nomor yang dipakai di luar program dicatat: {span}, tanggal "
                f"{tanggal_text(first.tanggal)}.",
                sesudah={
                    **_told(first, catatan),
                    "nomor": [each.nomor for each in numbers],
                },
            )
        return tuple(made)

    def _row(self, surat_id: int) -> Any:
        row = tables.Surat.get_or_none(
            (tables.Surat.id == surat_id) & (tables.Surat.jenis == JenisSurat.LAIN.value)
        )
        if row is None:
            raise NotFoundError("Catatan nomor di luar program itu tidak ada.")
        return row


def _checked(catatan: CatatanLuar) -> CatatanLuar:
    """The words tidied. Raises DomainError when nothing says what the number was for."""
    catatan = replace(
        catatan,
        perihal=" ".join(catatan.perihal.split()),
        tujuan=" ".join(catatan.tujuan.split()),
        penanda_tangan=" ".join(catatan.penanda_tangan.split()),
        keterangan=catatan.keterangan.strip(),
    )
    if not (catatan.perihal or catatan.keterangan):
        msg = "Isi perihal atau keterangan, supaya nomor ini dapat dijelaskan kelak."
        raise DomainError(msg, field="perihal")
    for field in ("perihal", "tujuan", "penanda_tangan", "keterangan"):
        length = len(getattr(catatan, field))
        if length > _LONGEST:
            msg = f"Terlalu panjang ({ribuan(length)} huruf); paling banyak {ribuan(_LONGEST)}."
            raise DomainError(msg, field=field)
    return catatan


def _words(catatan: CatatanLuar) -> dict[str, str]:
    """The columns of a line, its number apart."""
    noted = {"seperti": catatan.seperti.value, "keterangan": catatan.keterangan}
    return {
        "perihal": catatan.perihal,
        "tujuan": catatan.tujuan,
        "penanda_tangan": catatan.penanda_tangan,
        "isi": json.dumps(noted, ensure_ascii=False),
    }


def _catatan(row: Any) -> CatatanLuar:
    noted = json.loads(row.isi or "{}")
    return CatatanLuar(
        seperti=JenisNaskah(noted.get("seperti", JenisNaskah.NOTA_DINAS)),
        perihal=row.perihal,
        tujuan=row.tujuan,
        penanda_tangan=row.penanda_tangan,
        keterangan=noted.get("keterangan", ""),
    )


def _penomoran(row: Any) -> Penomoran:
    return Penomoran(row.nomor, day_of(row.tanggal), row.sisipan)


def _told(new: Penomoran, catatan: CatatanLuar) -> dict[str, object]:
    return {
        "nomor": new.nomor,
        "tanggal": new.tanggal,
        "sisipan": new.sisipan,
        "jenis": catatan.seperti.label,
        "perihal": catatan.perihal,
        "tujuan": catatan.tujuan,
        "penanda_tangan": catatan.penanda_tangan,
        "keterangan": catatan.keterangan,
    }
