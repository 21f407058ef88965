"""Letters as values, read from their rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import peewee

from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.surat import Cetakan, JenisSurat, Koreksi, Surat
from sopapp.persistence import tables
from sopapp.persistence.stored_time import stored_day, utc_moment
from sopapp.services.composer import Composer, comparable
from sopapp.services.letter_rows import SALINAN, newest_print


class SuratReader:
    """Reads letters; changes nothing."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer

    def query(self) -> Any:
        """Rows with their berkas, unit and the letter they cite."""
        cited = tables.Surat.alias()
        return (
            tables.Surat.select(tables.Surat, tables.Berkas, tables.UnitKerja, cited)
            .join(tables.Berkas, peewee.JOIN.LEFT_OUTER)
            .switch(tables.Surat)
            .join(tables.UnitKerja, peewee.JOIN.LEFT_OUTER)
            .switch(tables.Surat)
            .join(
                cited,
                peewee.JOIN.LEFT_OUTER,
                on=(tables.Surat.rujukan == cited.id),
                attr="rujukan",
            )
        )

    def row(self, surat_id: int) -> Any:
        """One row. Raises NotFoundError, also for a number used outside the program."""
        row = self.query().where(tables.Surat.id == surat_id).get_or_none()
        if row is None or row.jenis == JenisSurat.LAIN:
            raise NotFoundError("Surat itu tidak ada lagi.")
        return row

    def value(self, row: Any) -> Surat:
        """A row as the value that is handed out."""
        return self.values([row])[0]

    def values(self, rows: Iterable[Any]) -> tuple[Surat, ...]:
        """Rows as values; what belongs to them is read for all at once."""
        found = list(rows)
        ids = [row.id for row in found]
        prints = _by_letter(tables.Cetakan, ids)
        scans = _by_letter(tables.Pindaian, ids)
        mends = _by_letter(tables.Koreksi, ids)
        return tuple(
            self._value(row, prints[row.id], scans[row.id][::-1], mends[row.id]) for row in found
        )

    def _value(self, row: Any, prints: list[Any], scans: list[Any], mends: list[Any]) -> Surat:
        isi = self._composer.isi(row)
        own = [each for each in prints if each.keterangan != SALINAN]
        return Surat(
            id=row.id,
            berkas_id=row.berkas_id,
            jenis=JenisSurat(row.jenis),
            unit_id=row.unit_id,
            unit_nama=row.unit.nama if row.unit_id else "",
            nomor=row.nomor or "",
            tanggal=stored_day(row.tanggal),
            isi=isi,
            edited=row.isi is not None,
            cetakan=tuple(
                Cetakan(each.id, utc_moment(each.waktu), each.attachment_id, each.keterangan)
                for each in prints
            ),
            dicetak=self._says_the_same(row, own[-1] if own else None),
            ditandatangani=row.ditandatangani,
            deret=row.deret,
            sisipan=row.sisipan,
            batal=row.batal,
            pindaian=tuple(scan.attachment_id for scan in scans),
            waktu_pindaian=tuple(utc_moment(scan.waktu) for scan in scans),
            koreksi=tuple(Koreksi(each.id, utc_moment(each.waktu), each.alasan) for each in mends),
            rujukan_id=row.rujukan_id,
            mengganti_id=row.mengganti_id,
            permohonan_id=row.permohonan_id,
            rangkap=self._composer.sheets(row, isi),
        )

    def printed(self, row: Any) -> bool:
        """Whether the newest kept PDF says what the letter says now, number included.

        A letter that is over (signed or void) says what it said. A signer who came into office,
        or a changed letterhead, makes the paper of an open one out of date.
        """
        return self._says_the_same(row, newest_print(row.id))

    def _says_the_same(self, row: Any, newest: Any | None) -> bool:
        if row.perlu_cetak or newest is None:
            return False
        if row.ditandatangani or row.batal or not comparable(newest.sidik):
            return True
        try:
            return bool(self._composer.sidik(row) == newest.sidik)
        except DomainError:
            return False


def _by_letter(table: Any, ids: Sequence[int]) -> dict[int, list[Any]]:
    """What a table has of each letter, oldest first."""
    found: dict[int, list[Any]] = {each: [] for each in ids}
    for row in table.select().where(table.surat.in_(ids)).order_by(table.id):
        found[row.surat_id].append(row)
    return found
