"""Drafting the Nota Dinas of a berkas: permintaan, pengingat, pengembalian, pengantar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import peewee

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.letter_rows import drop_letters_of_nobody, keputusan_row


@checked_input()
class PenyusunanService:
    """Makes drafts; what they say is composed from the template until it is edited."""

    def __init__(self, store: Store, berkas: BerkasService) -> None:
        self._store = store
        self._berkas = berkas

    def permintaan(self, berkas_id: int, *, per_unit: bool) -> tuple[int, ...]:
        """Make the letters that the asked units still lack: one each, or one for all.

        Numbered letters stay. Gives the ids of the new letters. Raises DomainError when no
        unit is asked.
        """
        self._berkas.require_stage(berkas_id, StageKind.PERMINTAAN)
        open_requests = [
            row
            for row in tables.Permintaan.select(tables.Permintaan, tables.Surat)
            .join(tables.Surat, peewee.JOIN.LEFT_OUTER)
            .where(tables.Permintaan.berkas == berkas_id)
            if row.surat_id is None or row.surat.nomor is None
        ]
        if not tables.Permintaan.select().where(tables.Permintaan.berkas == berkas_id).exists():
            raise DomainError("Pilih unit kerja yang diminta sebelum membuat Nota Dinas.")
        if per_unit:
            waiting = [r for r in open_requests if r.surat_id is None or r.surat.unit_id is None]
        else:
            waiting = open_requests
            if waiting and all(r.surat_id and r.surat.unit_id is None for r in waiting):
                waiting = []  # the one letter for all is there already
        if not waiting:
            return ()
        with self._store.write(
            "nota_dinas.susun", Kind.SURAT, Kind.PERMINTAAN, berkas_id=berkas_id
        ) as entry:
            made = _make_requests(berkas_id, waiting, per_unit=per_unit)
            drop_letters_of_nobody(berkas_id)
            entry.say(f"{len(made)} Nota Dinas disusun untuk {len(waiting)} unit kerja.")
        return made

    def pengingat(self, berkas_id: int, unit_ids: Iterable[int] | None = None) -> tuple[int, ...]:
        """A reminder for each unit (all without one) that has not answered its numbered request.

        A unit whose reminder has no number yet keeps that one. Gives the ids, old and new.
        Raises DomainError when there is nobody to remind.
        """
        self._berkas.require_stage(berkas_id, StageKind.PERMINTAAN)
        wanted = None if unit_ids is None else set(unit_ids)
        requests = [
            row
            for row in tables.Permintaan.select(tables.Permintaan, tables.Surat, tables.UnitKerja)
            .join(tables.Surat)
            .switch(tables.Permintaan)
            .join(tables.UnitKerja)
            .where(
                (tables.Permintaan.berkas == berkas_id)
                & tables.Permintaan.jawaban.is_null()
                & tables.Surat.nomor.is_null(False)
            )
            .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
            if wanted is None or row.unit_id in wanted
        ]
        if not requests:
            msg = (
                "Tidak ada unit kerja yang perlu diingatkan. Pengingat dibuat untuk unit kerja "
                "yang Nota Dinasnya sudah bernomor dan yang belum menjawab."
            )
            raise DomainError(msg)
        present = {row.unit_id: row.id for row in _unnumbered(berkas_id, JenisSurat.PENGINGAT)}
        new = [row for row in requests if row.unit_id not in present]
        if not new:
            return tuple(present[row.unit_id] for row in requests)
        with self._store.write("nota_dinas.ingatkan", Kind.SURAT, berkas_id=berkas_id) as entry:
            for row in new:
                made = tables.Surat.create(
                    berkas=berkas_id,
                    jenis=JenisSurat.PENGINGAT.value,
                    unit=row.unit_id,
                    rujukan=row.surat_id,
                )
                present[row.unit_id] = made.id
            names = ", ".join(row.unit.nama for row in new)
            entry.say(f"Nota Dinas pengingat disusun untuk {names}.")
        return tuple(int(present[row.unit_id]) for row in requests)

    def pengembalian(self, berkas_id: int, unit_id: int) -> int:
        """The letter that sends a unit's usulan back; one without a number is taken up again.

        Raises DomainError when nothing of the unit is sent back.
        """
        self._berkas.require_stage(berkas_id, StageKind.VALIDASI)
        unit = tables.UnitKerja.get_or_none(tables.UnitKerja.id == unit_id)
        returned = tables.Usulan.select().where(
            (tables.Usulan.berkas == berkas_id)
            & (tables.Usulan.unit == unit_id)
            & (tables.Usulan.putusan == "dikembalikan")
        )
        if unit is None or not returned.exists():
            msg = "Belum ada usulan unit kerja ini yang dikembalikan untuk diperbaiki."
            raise DomainError(msg)
        for row in _unnumbered(berkas_id, JenisSurat.PENGEMBALIAN):
            if row.unit_id == unit_id:
                return int(row.id)
        with self._store.write("nota_dinas.kembalikan", Kind.SURAT, berkas_id=berkas_id) as entry:
            made = tables.Surat.create(
                berkas=berkas_id, jenis=JenisSurat.PENGEMBALIAN.value, unit=unit_id
            )
            entry.say(f"Nota Dinas pengembalian usulan disusun untuk {unit.nama}.")
        return int(made.id)

    def pengantar(self, berkas_id: int) -> int:
        """The letter that brings the draft Keputusan to who signs it; made once.

        Raises DomainError while there is no draft.
        """
        self._berkas.require_stage(berkas_id, StageKind.PENETAPAN)
        draft = keputusan_row(berkas_id)
        if draft is None:
            raise DomainError("Susun rancangan Keputusan sebelum surat pengantarnya.")
        present = tables.Surat.get_or_none(
            (tables.Surat.berkas == berkas_id)
            & (tables.Surat.jenis == JenisSurat.PENGANTAR.value)
            & (tables.Surat.batal == "")
        )
        if present is not None:
            return int(present.id)
        with self._store.write("nota_dinas.antar", Kind.SURAT, berkas_id=berkas_id) as entry:
            made = tables.Surat.create(
                berkas=berkas_id, jenis=JenisSurat.PENGANTAR.value, rujukan=draft.id
            )
            entry.say("Nota Dinas pengantar rancangan Keputusan disusun.")
        return int(made.id)


def _unnumbered(berkas_id: int, jenis: JenisSurat) -> Any:
    return tables.Surat.select().where(
        (tables.Surat.berkas == berkas_id)
        & (tables.Surat.jenis == jenis.value)
        & tables.Surat.nomor.is_null()
        & (tables.Surat.batal == "")
    )


def _make_requests(berkas_id: int, waiting: Sequence[Any], *, per_unit: bool) -> tuple[int, ...]:
    made = []
    kind = JenisSurat.NOTA_DINAS.value
    if not per_unit:
        shared = tables.Surat.create(berkas=berkas_id, jenis=kind).id
        made.append(shared)
    for request in waiting:
        if per_unit:
            letter = tables.Surat.create(berkas=berkas_id, jenis=kind, unit=request.unit_id).id
            made.append(letter)
        else:
            letter = shared
        tables.Permintaan.update(surat=letter).where(tables.Permintaan.id == request.id).execute()
        if request.surat_id is not None:  # a reminder of it follows to the new letter
            tables.Surat.update(rujukan=letter).where(
                (tables.Surat.rujukan == request.surat_id)
                & (tables.Surat.unit == request.unit_id)
                & (tables.Surat.batal == "")
                & ~tables.Surat.ditandatangani
            ).execute()
    return tuple(made)
