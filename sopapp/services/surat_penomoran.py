"""Gives letters their numbers; a number that a paper went out with is never taken off the book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.numbering import Penomoran
from sopapp.domain.progress import Progress, one_by_one
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables
from sopapp.persistence.stored_time import utc_text
from sopapp.services.letter_rows import hold, letter_name, newest_print
from sopapp.services.nomor import NomorService
from sopapp.services.surat_access import SuratAccess
from sopapp.services.uji_refusal import refuse_berita_acara_day


class SuratPenomoran:
    """Numbers open letters, one or many."""

    def __init__(self, access: SuratAccess, nomor: NomorService) -> None:
        self._access = access
        self._store = access.store
        self._composer = access.composer
        self._nomor = nomor

    def set(self, surat_id: int, new: Penomoran, alasan: str) -> None:
        """As SuratService.set_number."""
        row = self._access.open(surat_id)
        jenis = JenisSurat(row.jenis)
        if jenis is JenisSurat.KEPUTUSAN:
            raise DomainError("Nomor Keputusan dicatat setelah ditandatangani.")
        new = self._nomor.check(jenis.naskah, new, row.id)
        if (row.nomor, row.tanggal, row.sisipan) == (
            new.nomor, new.tanggal.isoformat(), new.sisipan,
        ):  # fmt: skip
            return
        if jenis is JenisSurat.BERITA_ACARA:
            refuse_berita_acara_day(row.berkas_id, new.tanggal, self._store.clock.today())
        went_out = bool(row.nomor) and newest_print(row.id) is not None
        alasan = (
            self._access.reason(row, alasan, "alasan") if went_out else " ".join(alasan.split())
        )
        with self._store.write(
            "surat.nomor", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            hold(row)
            self._nomor.give(row.id, jenis, new)
            if went_out and _in_book(row.nomor, row.tanggal) != _in_book(
                new.nomor, new.tanggal.isoformat()
            ):
                self._keep_void_number(row, alasan)
            self._after_number(row, new)
            after = {"nomor": new.nomor, "tanggal": new.tanggal, "sisipan": new.sisipan}
            before = {"nomor": row.nomor, "tanggal": row.tanggal, "sisipan": row.sisipan}
            if went_out:
                self._access.correct(row, alasan, before, after)
            whom = f" {row.unit.nama}" if row.unit_id else ""
            why = f": {alasan}" if alasan else "."
            entry.say(
                f"{jenis.label}{whom} diberi Nomor {new.nomor}{why}", sebelum=before, sesudah=after
            )

    def refuse_new(self, surat_id: int, nomor: str, tanggal: date) -> None:
        """As SuratService.refuse_new_number."""
        row = self._access.open(surat_id)
        same = (row.nomor or "", row.tanggal) == (nomor, tanggal.isoformat())
        if row.nomor and not same and newest_print(row.id) is not None:
            msg = (
                f"{letter_name(row)} sudah dicetak. Ubah nomornya lewat Surat, Nomor…, dengan "
                "alasan; nomor yang lama tercatat BATAL."
            )
            raise DomainError(msg, field="nomor")

    def all(self, berkas_id: int, tanggal: date, progress: Progress) -> int:
        """As SuratService.number_all."""
        self._access.berkas.require_stage(berkas_id, StageKind.PERMINTAAN)
        asked = tables.Permintaan.select(tables.Permintaan.surat).where(
            (tables.Permintaan.berkas == berkas_id) & tables.Permintaan.surat.is_null(False)
        )
        waiting = (
            self._access.reader.query()
            .where(tables.Surat.id.in_(asked) & tables.Surat.nomor.is_null())
            .order_by(tables.UnitKerja.urutan, tables.Surat.id)
        )
        return self._each(berkas_id, list(waiting), tanggal, progress)

    def these(self, surat_ids: tuple[int, ...], tanggal: date, progress: Progress) -> int:
        """As SuratService.number_letters."""
        rows = [self._access.open(surat_id) for surat_id in dict.fromkeys(surat_ids)]
        waiting = [row for row in rows if not row.nomor and row.jenis != JenisSurat.KEPUTUSAN]
        for row in waiting:
            if row.jenis == JenisSurat.BERITA_ACARA:
                refuse_berita_acara_day(row.berkas_id, tanggal, self._store.clock.today())
        berkas = {row.berkas_id for row in waiting}
        # riwayat names a berkas only when they are all of it.
        return self._each(berkas.pop() if len(berkas) == 1 else None, waiting, tanggal, progress)

    def _each(
        self, berkas_id: int | None, waiting: Sequence[Any], tanggal: date, progress: Progress
    ) -> int:
        if not waiting:
            return 0
        with self._store.write(
            "surat.nomor", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=berkas_id
        ) as entry:
            given = []
            for row in one_by_one(waiting, progress):
                hold(row)
                jenis = JenisSurat(row.jenis)
                new = Penomoran(self._nomor.propose(jenis.naskah, tanggal), tanggal)
                self._nomor.give(row.id, jenis, new)
                self._after_number(row, new)
                given.append(new.nomor)
            span = given[0] if len(given) == 1 else f"{given[0]} sampai {given[-1]}"
            label = JenisSurat(waiting[0].jenis).label
            entry.say(
                f"{len(given)} {label} diberi nomor: {span}.",
                sesudah={"nomor": given, "tanggal": tanggal},
            )
        return len(given)

    def _after_number(self, row: Any, new: Penomoran) -> None:
        """A number typed over the room on a paper that is otherwise the same needs no reprint."""
        newest = newest_print(row.id)
        same = (
            newest is not None
            and not row.nomor
            and not row.perlu_cetak
            and self._composer.sidik(row, new.tanggal) == newest.sidik
        )
        tables.Surat.update(perlu_cetak=not same).where(tables.Surat.id == row.id).execute()
        self._access.describe(row.id)

    def _keep_void_number(self, row: Any, alasan: str) -> None:
        """The number that a letter had stays in the book as a line of its own.

        It has no place in the sequence when the new number took just that.
        """
        now = tables.Surat.get_by_id(row.id)
        same_place = (now.deret, now.tanggal[:4], now.urut) == (
            row.deret, row.tanggal[:4], row.urut,
        )  # fmt: skip
        tables.Surat.create(
            berkas=row.berkas_id,
            permohonan=row.permohonan_id,
            jenis=row.jenis,
            unit=row.unit_id,
            deret=row.deret,
            nomor=row.nomor,
            tanggal=row.tanggal,
            urut=None if same_place else row.urut,
            sisipan=row.sisipan,
            klasifikasi=row.klasifikasi,
            perihal=row.perihal,
            tujuan=row.tujuan,
            lampiran=row.lampiran,
            penanda_tangan=row.penanda_tangan,
            perlu_cetak=False,
            isi=self._access.words_to_keep(row),
            batal=alasan,
            dibatalkan=utc_text(self._store.clock.now()),
        )


def _in_book(nomor: str, tanggal: str) -> tuple[str, str]:
    """A number in the book of its year."""
    return tanggal[:4], nomor.casefold()
