"""What each unit was asked, and what it answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import peewee

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.sop import StageKind
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, stored_day
from sopapp.services.attachments import Attachment, AttachmentService
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.letter_rows import drop_letters_of_nobody
from sopapp.services.unit_kerja import UnitKerja, unit_of


class Jawaban(StrEnum):
    """How a unit's request ended."""

    USULAN = "usulan"
    NIHIL = "nihil"
    TIDAK_MENJAWAB = "tidak_menjawab"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {
            "usulan": "Menyampaikan usulan",
            "nihil": "Nihil",
            "tidak_menjawab": "Tidak menjawab",
        }[self]


@dataclass(frozen=True, slots=True)
class Permintaan:
    """One unit's request; `diminta` is the date of its Nota Dinas once numbered."""

    id: int
    berkas_id: int
    unit: UnitKerja
    diminta: date | None
    surat_id: int | None
    nomor: str
    jawaban: Jawaban | None
    dijawab: date | None
    alasan: str
    attachment: Attachment | None
    usulan_count: int


@checked_input()
class PermintaanService:
    """Reads and changes the requests of a berkas."""

    def __init__(self, store: Store, berkas: BerkasService, attachments: AttachmentService) -> None:
        self._store = store
        self._berkas = berkas
        self._attachments = attachments

    def list(self, berkas_id: int) -> tuple[Permintaan, ...]:
        """The requests in the units' order."""
        counts = dict(
            self._store.database.execute_sql(
                "SELECT unit_id, count(*) FROM usulan WHERE berkas_id = ? GROUP BY unit_id",
                (berkas_id,),
            )
        )
        query = (
            self._query()
            .where(tables.Permintaan.berkas == berkas_id)
            .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
        )
        return tuple(self._value(row, counts.get(row.unit.id, 0)) for row in query)

    def choose_units(self, berkas_id: int, unit_ids: Iterable[int]) -> None:
        """Ask exactly these units.

        Raises DomainError when a unit that has a numbered letter or an answer would go.
        """
        self._berkas.require_stage(berkas_id, StageKind.PERMINTAAN)
        wanted = dict.fromkeys(unit_ids)
        present = {each.unit.id: each for each in self.list(berkas_id)}
        if not wanted:
            raise DomainError("Pilih sekurang-kurangnya satu unit kerja.", field="unit")
        going = [each for unit_id, each in present.items() if unit_id not in wanted]
        for each in going:
            if each.nomor or each.jawaban is not None or each.usulan_count:
                msg = (
                    f"{each.unit.nama} sudah mempunyai Nota Dinas bernomor, jawaban, atau usulan, "
                    "jadi tidak dapat dikeluarkan. Tutup permintaannya sebagai “Tidak menjawab”."
                )
                raise DomainError(msg, field="unit")
        coming = [unit_id for unit_id in wanted if unit_id not in present]
        known = tables.UnitKerja.select().where(tables.UnitKerja.id.in_(coming)).count()
        if known != len(coming):
            raise DomainError("Unit kerja yang dipilih tidak ada lagi. Pilih ulang.", field="unit")
        if not going and not coming:
            return
        with self._store.write(
            "permintaan.unit", Kind.PERMINTAAN, Kind.SURAT, berkas_id=berkas_id
        ) as entry:
            for each in going:
                tables.Permintaan.delete().where(tables.Permintaan.id == each.id).execute()
            drop_letters_of_nobody(berkas_id)
            shared = self._shared_letter(berkas_id)
            for unit_id in coming:
                tables.Permintaan.create(berkas=berkas_id, unit=unit_id, surat=shared)
            if shared is not None:
                tables.Surat.update(perlu_cetak=True).where(tables.Surat.id == shared).execute()
            entry.say(
                f"{len(wanted)} unit kerja diminta.",
                sebelum={"unit": [each.unit.nama for each in present.values()]},
                sesudah={"unit_id": list(wanted)},
            )

    def answer(
        self,
        permintaan_id: int,
        jawaban: Jawaban,
        tanggal: date,
        alasan: str = "",
        file: Path | None = None,
        progress: Progress = no_progress,
    ) -> None:
        """Record what a unit answered, or close it as not answering with a reason.

        A file is kept as it is; `progress` hears of its bytes, and may stop it. Raises
        DomainError by field.
        """
        row = self._row(permintaan_id)
        self._berkas.require_stage(row.berkas_id, StageKind.PERMINTAAN)
        alasan = alasan.strip()
        usulan = self._usulan_count(row)
        if jawaban is Jawaban.TIDAK_MENJAWAB and not alasan:
            msg = "Tuliskan alasan unit kerja ini ditutup tanpa jawaban."
            raise DomainError(msg, field="alasan")
        if jawaban is not Jawaban.USULAN and usulan:
            msg = (
                f"{row.unit.nama} mempunyai {usulan} usulan dalam berkas ini. Hapus usulan itu "
                f"dahulu bila jawabannya “{jawaban.label}”."
            )
            raise DomainError(msg, field="jawaban")
        if tanggal > self._store.clock.today():
            raise DomainError("Tanggal jawaban tidak boleh di masa depan.", field="tanggal")
        asked = row.surat_id and row.surat.tanggal
        if asked and tanggal < day_of(asked):
            msg = f"Tanggal jawaban mendahului tanggal Nota Dinas ({tanggal_text(day_of(asked))})."
            raise DomainError(msg, field="tanggal")
        taken = self._attachments.take(file, progress=progress) if file is not None else None
        with self._store.write(
            "permintaan.jawab", Kind.PERMINTAAN, Kind.ATTACHMENT, berkas_id=row.berkas_id
        ) as entry:
            attachment = self._attachments.record(taken) if taken else row.attachment_id
            tables.Permintaan.update(
                jawaban=jawaban.value,
                dijawab=tanggal.isoformat(),
                alasan=alasan,
                attachment=attachment,
            ).where(tables.Permintaan.id == permintaan_id).execute()
            entry.say(
                f"Jawaban {row.unit.nama}: {jawaban.label}.",
                sebelum=_answer_of(row),
                sesudah={
                    "jawaban": jawaban.value,
                    "dijawab": tanggal,
                    "alasan": alasan,
                    **({"file": taken.nama, "sha256": taken.sha256} if taken else {}),
                },
            )

    def clear_answer(self, permintaan_id: int) -> None:
        """Open a request again; the file that came with the answer stays with riwayat."""
        row = self._row(permintaan_id)
        self._berkas.require_stage(row.berkas_id, StageKind.PERMINTAAN)
        if row.jawaban is None:
            return
        with self._store.write(
            "permintaan.buka", Kind.PERMINTAAN, berkas_id=row.berkas_id
        ) as entry:
            tables.Permintaan.update(jawaban=None, dijawab=None, alasan="", attachment=None).where(
                tables.Permintaan.id == permintaan_id
            ).execute()
            entry.say(
                f"Jawaban {row.unit.nama} dibatalkan; permintaan dibuka lagi.",
                sebelum=_answer_of(row) | {"attachment": row.attachment_id},
            )

    def _query(self) -> Any:
        return (
            tables.Permintaan.select(
                tables.Permintaan, tables.UnitKerja, tables.Surat, tables.Attachment
            )
            .join(tables.UnitKerja)
            .switch(tables.Permintaan)
            .join(tables.Surat, peewee.JOIN.LEFT_OUTER)
            .switch(tables.Permintaan)
            .join(tables.Attachment, peewee.JOIN.LEFT_OUTER)
        )

    def _row(self, permintaan_id: int) -> Any:
        row = self._query().where(tables.Permintaan.id == permintaan_id).get_or_none()
        if row is None:
            raise NotFoundError("Permintaan itu tidak ada lagi.")
        return row

    def _usulan_count(self, row: Any) -> int:
        return int(
            tables.Usulan.select()
            .where((tables.Usulan.berkas == row.berkas_id) & (tables.Usulan.unit == row.unit.id))
            .count()
        )

    def _value(self, row: Any, usulan_count: int) -> Permintaan:
        surat = row.surat if row.surat_id else None
        file = row.attachment if row.attachment_id else None
        return Permintaan(
            id=row.id,
            berkas_id=row.berkas_id,
            unit=unit_of(row.unit),
            diminta=stored_day(surat.tanggal) if surat else None,
            surat_id=row.surat_id,
            nomor=(surat.nomor or "") if surat else "",
            jawaban=Jawaban(row.jawaban) if row.jawaban else None,
            dijawab=stored_day(row.dijawab),
            alasan=row.alasan,
            attachment=file and Attachment(file.id, file.nama, file.sha256, file.ukuran, file.tipe),
            usulan_count=usulan_count,
        )

    def _shared_letter(self, berkas_id: int) -> int | None:
        row = tables.Surat.get_or_none(
            (tables.Surat.berkas == berkas_id)
            & (tables.Surat.jenis == "nota_dinas")
            & (tables.Surat.batal == "")
            & ~tables.Surat.ditandatangani
            & tables.Surat.unit.is_null()
        )
        return None if row is None else int(row.id)


def _answer_of(row: Any) -> dict[str, Any]:
    return {"jawaban": row.jawaban, "dijawab": row.dijawab, "alasan": row.alasan}
