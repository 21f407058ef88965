"""Letters as values, read from their rows."""

from __future__ import annotations

from typing import Any

import peewee

from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.surat import Cetakan, JenisSurat, Koreksi, Surat
from sopapp.persistence import tables
from sopapp.persistence.stored_time import stored_day, utc_moment
from sopapp.services.composer import Composer, comparable
from sopapp.services.letter_rows import newest_print


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
        isi = self._composer.isi(row)
        prints = tables.Cetakan.select().where(tables.Cetakan.surat == row.id)
        scans = list(
            tables.Pindaian.select()
            .where(tables.Pindaian.surat == row.id)
            .order_by(tables.Pindaian.id.desc())
        )
        mends = tables.Koreksi.select().where(tables.Koreksi.surat == row.id)
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
                for each in prints.order_by(tables.Cetakan.id)
            ),
            dicetak=self.printed(row),
            ditandatangani=row.ditandatangani,
            deret=row.deret,
            sisipan=row.sisipan,
            batal=row.batal,
            pindaian=tuple(scan.attachment_id for scan in scans),
            waktu_pindaian=tuple(utc_moment(scan.waktu) for scan in scans),
            koreksi=tuple(
                Koreksi(each.id, utc_moment(each.waktu), each.alasan)
                for each in mends.order_by(tables.Koreksi.id)
            ),
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
        if row.perlu_cetak:
            return False
        newest = newest_print(row.id)
        if newest is None:
            return False
        if row.ditandatangani or row.batal or not comparable(newest.sidik):
            return True
        try:
            return bool(self._composer.sidik(row) == newest.sidik)
        except DomainError:
            return False
