"""Makes letters void; the number of one that was numbered stays in the book as BATAL."""

from __future__ import annotations

from typing import Any

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.persistence import tables
from sopapp.persistence.stored_time import utc_text
from sopapp.services.letter_rows import hold, letter_name, void_letter
from sopapp.services.surat_access import SuratAccess


class SuratPembatalan:
    """Voids open letters, and drafts others for them."""

    def __init__(self, access: SuratAccess) -> None:
        self._access = access
        self._store = access.store

    def void(self, surat_id: int, alasan: str) -> None:
        """As SuratService.void."""
        row = self._access.open(surat_id)
        alasan = _given(alasan, "dibatalkan")
        with self._store.write(
            "surat.batal", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            hold(row)
            self._void(row, alasan)
            entry.say(
                f"{letter_name(row)} dibatalkan: {alasan}",
                sebelum={"nomor": row.nomor, "tanggal": row.tanggal},
            )

    def replace(self, surat_id: int, alasan: str) -> int:
        """As SuratService.replace."""
        row = self._access.open(surat_id)
        alasan = _given(alasan, "diganti")
        self._access.require_stage(row)
        with self._store.write(
            "surat.ganti", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            hold(row)
            requests = [
                each.id
                for each in tables.Permintaan.select().where(tables.Permintaan.surat == row.id)
            ]
            citing = [
                each.id
                for each in tables.Surat.select().where(
                    (tables.Surat.rujukan == row.id)
                    & (tables.Surat.batal == "")
                    & ~tables.Surat.ditandatangani
                )
            ]
            gone = self._void(row, alasan)
            new = tables.Surat.create(
                berkas=row.berkas_id,
                permohonan=row.permohonan_id,
                jenis=row.jenis,
                unit=row.unit_id,
                rujukan=row.rujukan_id,
                mengganti=row.mengganti_id if gone else row.id,
                isi=row.isi,
            )
            tables.Permintaan.update(surat=new.id).where(
                tables.Permintaan.id.in_(requests)
            ).execute()
            tables.Surat.update(rujukan=new.id).where(tables.Surat.id.in_(citing)).execute()
            entry.say(
                f"{letter_name(row)} dibatalkan dan diganti: {alasan}",
                sebelum={"nomor": row.nomor, "tanggal": row.tanggal},
            )
        return int(new.id)

    def _void(self, row: Any, alasan: str) -> bool:
        """Whether the letter was a mere draft and is gone."""
        words = self._access.words_to_keep(row)  # while the requests still say who was asked
        tables.Permintaan.update(surat=None).where(tables.Permintaan.surat == row.id).execute()
        return void_letter(row, alasan, lambda: words, utc_text(self._store.clock.now()))


def _given(alasan: str, what: str) -> str:
    """The reason tidied. Raises DomainError when there is none."""
    alasan = " ".join(alasan.split())
    if not alasan:
        raise DomainError(f"Tuliskan alasan surat ini {what}.", field="alasan")
    return alasan
