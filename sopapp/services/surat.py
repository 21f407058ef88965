"""Letters of a berkas: drafted, numbered, edited, kept as printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import Any

import peewee

from sopapp.documents.content import Letter
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import Cetakan, Isi, IsiNotaDinas, JenisSurat, Surat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day, utc_moment, utc_text
from sopapp.persistence.surat_isi import isi_to_json
from sopapp.services.attachments import AttachmentService
from sopapp.services.berkas import BerkasService
from sopapp.services.composer import Composer
from sopapp.services.letter_rows import drop_letters_of_nobody, newest_print

_STAGE = {
    JenisSurat.NOTA_DINAS: StageKind.PERMINTAAN,
    JenisSurat.KEPUTUSAN: StageKind.PENETAPAN,
}


class SuratService:
    """Reads and changes letters; a signed one is never changed."""

    def __init__(
        self,
        store: Store,
        berkas: BerkasService,
        composer: Composer,
        attachments: AttachmentService,
    ) -> None:
        self._store = store
        self._berkas = berkas
        self._composer = composer
        self._attachments = attachments

    # Reading

    def list(self, berkas_id: int) -> tuple[Surat, ...]:
        """The letters of a berkas, oldest first."""
        query = self._query().where(tables.Surat.berkas == berkas_id).order_by(tables.Surat.id)
        return tuple(self._value(row) for row in query)

    def get(self, surat_id: int) -> Surat:
        """One letter. Raises NotFoundError."""
        return self._value(self._row(surat_id))

    def compose(
        self, surat_id: int, nomor: str | None = None, tanggal: date | None = None
    ) -> Letter:
        """What the letter says, for the PDF builder, with a number and date to try if given.

        Raises DomainError when the office or the signer is not filled in.
        """
        row = self._row(surat_id)
        return self._compose(row, nomor or row.nomor, tanggal or stored_day(row.tanggal))

    def compose_with(self, surat_id: int, isi: Isi) -> Letter:
        """What the letter would say with these words, which are not stored: for the preview."""
        row = self._row(surat_id)
        row.isi = isi_to_json(isi)
        return self._compose(row, row.nomor, stored_day(row.tanggal))

    def kept(self, surat_id: int) -> bytes | None:
        """The newest kept PDF, byte for byte; None before the first."""
        printed = newest_print(surat_id)
        return None if printed is None else self._attachments.read(printed.attachment_id)

    def propose_number(self, jenis: JenisSurat, day: date) -> str:
        """The number after the highest of that kind and year, by the pattern in the settings."""
        pattern = self._composer.pattern(jenis)
        taken = self._numbers(jenis, day.year)
        found = (pattern.urut_of(nomor) for nomor in taken)
        urut = max((urut for urut in found if urut is not None), default=0) + 1
        while (nomor := " ".join(pattern.text(urut, day).split())).casefold() in taken:
            urut += 1  # typed by hand in a form that the pattern does not tell
        return nomor

    # Writing

    def draft_nota_dinas(self, berkas_id: int, *, per_unit: bool) -> tuple[int, ...]:
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
            made = self._make_letters(berkas_id, waiting, per_unit=per_unit)
            drop_letters_of_nobody(berkas_id)
            entry.say(f"{len(made)} Nota Dinas disusun untuk {len(waiting)} unit kerja.")
        return made

    def edit(self, surat_id: int, isi: Isi) -> None:
        """Set the words of this one letter. Raises DomainError by field."""
        row = self._changeable(surat_id)
        self._check_words(isi)
        before = self._value(row).isi
        if isi == before:
            return
        with self._store.write("surat.ubah", Kind.SURAT, berkas_id=row.berkas_id) as entry:
            tables.Surat.update(isi=isi_to_json(isi), perlu_cetak=True).where(
                tables.Surat.id == surat_id
            ).execute()
            entry.say(
                f"Teks {self._name(row)} diubah.", sebelum=_words(before), sesudah=_words(isi)
            )

    def reset_text(self, surat_id: int) -> None:
        """Go back to the template's words."""
        row = self._changeable(surat_id)
        if row.isi is None:
            return
        before = self._value(row).isi
        with self._store.write("surat.bawaan", Kind.SURAT, berkas_id=row.berkas_id) as entry:
            tables.Surat.update(isi=None, perlu_cetak=True).where(
                tables.Surat.id == surat_id
            ).execute()
            entry.say(f"Teks {self._name(row)} dikembalikan ke bawaan.", sebelum=_words(before))

    def set_number(self, surat_id: int, nomor: str, tanggal: date) -> None:
        """Give a Nota Dinas its number and date. Raises DomainError when it is taken."""
        row = self._changeable(surat_id)
        if row.jenis != JenisSurat.NOTA_DINAS:
            raise DomainError("Nomor Keputusan dicatat setelah ditandatangani.")
        nomor = " ".join(nomor.split())
        if not nomor:
            raise DomainError("Nomor surat belum diisi.", field="nomor")
        with self._store.write(
            "surat.nomor", Kind.SURAT, Kind.PERMINTAAN, berkas_id=row.berkas_id
        ) as entry:
            self._number(row, nomor, tanggal)
            entry.say(
                f"Nota Dinas {row.unit.nama if row.unit_id else ''} diberi Nomor {nomor}.".replace(
                    "  ", " "
                ),
                sebelum={"nomor": row.nomor, "tanggal": row.tanggal},
                sesudah={"nomor": nomor, "tanggal": tanggal},
            )

    def number_all(self, berkas_id: int, tanggal: date) -> int:
        """Number every Nota Dinas of a request that has no number yet, in the units' order.

        Gives how many.
        """
        self._berkas.require_stage(berkas_id, StageKind.PERMINTAAN)
        asked = tables.Permintaan.select(tables.Permintaan.surat).where(
            (tables.Permintaan.berkas == berkas_id) & tables.Permintaan.surat.is_null(False)
        )
        waiting = list(
            self._query()
            .where(tables.Surat.id.in_(asked) & tables.Surat.nomor.is_null())
            .order_by(tables.UnitKerja.urutan, tables.Surat.id)
        )
        if not waiting:
            return 0
        with self._store.write(
            "surat.nomor", Kind.SURAT, Kind.PERMINTAAN, berkas_id=berkas_id
        ) as entry:
            given = []
            for row in waiting:
                nomor = self.propose_number(JenisSurat.NOTA_DINAS, tanggal)
                self._number(row, nomor, tanggal)
                given.append(nomor)
            span = given[0] if len(given) == 1 else f"{given[0]} sampai {given[-1]}"
            entry.say(
                f"{len(given)} Nota Dinas diberi nomor: {span}.",
                sesudah={"nomor": given, "tanggal": tanggal},
            )
        return len(given)

    def keep(self, surat_id: int, pdf: bytes, keterangan: str) -> None:
        """Keep the very bytes that were printed or saved; the same bytes are kept once."""
        row = self._row(surat_id)
        taken = self._attachments.take_bytes(f"{self._name(row)}.pdf", pdf, "application/pdf")
        newest = newest_print(surat_id)
        if newest is not None and not row.perlu_cetak:
            if self._attachments.get(newest.attachment_id).sha256 == taken.sha256:
                return
            if row.ditandatangani:
                raise DomainError("Surat yang sudah ditandatangani tidak dicetak ulang berbeda.")
        self._berkas.require_stage(row.berkas_id, _STAGE[JenisSurat(row.jenis)])
        with self._store.write(
            "surat.cetak", Kind.SURAT, Kind.PERMINTAAN, berkas_id=row.berkas_id
        ) as entry:
            tables.Cetakan.create(
                surat=surat_id,
                attachment=self._attachments.record(taken),
                sidik=self._composer.sidik(row),
                keterangan=keterangan,
                waktu=utc_text(self._store.clock.now()),
            )
            tables.Surat.update(perlu_cetak=False).where(tables.Surat.id == surat_id).execute()
            entry.say(f"{self._name(row)}: {keterangan}.", sesudah={"sha256": taken.sha256})

    # Parts

    def _query(self) -> Any:
        return (
            tables.Surat.select(tables.Surat, tables.Berkas, tables.UnitKerja)
            .join(tables.Berkas)
            .switch(tables.Surat)
            .join(tables.UnitKerja, peewee.JOIN.LEFT_OUTER)
        )

    def _row(self, surat_id: int) -> Any:
        row = self._query().where(tables.Surat.id == surat_id).get_or_none()
        if row is None:
            raise NotFoundError("Surat itu tidak ada lagi.")
        return row

    def _compose(self, row: Any, nomor: str | None, day: date | None) -> Letter:
        if row.jenis == JenisSurat.KEPUTUSAN:
            return self._composer.keputusan(row, nomor, day)
        return self._composer.nota_dinas(row, nomor, day)

    def _changeable(self, surat_id: int) -> Any:
        row = self._row(surat_id)
        if row.ditandatangani:
            msg = f"{self._name(row)} sudah ditandatangani, jadi tidak dapat diubah."
            raise DomainError(msg)
        self._berkas.require_stage(row.berkas_id, _STAGE[JenisSurat(row.jenis)])
        return row

    def _value(self, row: Any) -> Surat:
        kept = tables.Cetakan.select().where(tables.Cetakan.surat == row.id)
        is_keputusan = row.jenis == JenisSurat.KEPUTUSAN
        return Surat(
            id=row.id,
            berkas_id=row.berkas_id,
            jenis=JenisSurat(row.jenis),
            unit_id=row.unit_id,
            unit_nama=row.unit.nama if row.unit_id else "",
            nomor=row.nomor or "",
            tanggal=stored_day(row.tanggal),
            isi=self._composer.isi_keputusan(row)
            if is_keputusan
            else self._composer.isi_nota_dinas(row),
            edited=row.isi is not None,
            cetakan=tuple(
                Cetakan(
                    each.id,
                    utc_moment(each.waktu),
                    each.attachment_id,
                    each.keterangan,
                )
                for each in kept.order_by(tables.Cetakan.id)
            ),
            dicetak=not row.perlu_cetak,
            ditandatangani=row.ditandatangani,
        )

    def _make_letters(
        self, berkas_id: int, waiting: Sequence[Any], *, per_unit: bool
    ) -> tuple[int, ...]:
        made = []
        if not per_unit:
            shared = tables.Surat.create(berkas=berkas_id, jenis="nota_dinas").id
            made.append(shared)
        for request in waiting:
            if per_unit:
                letter = tables.Surat.create(
                    berkas=berkas_id, jenis="nota_dinas", unit=request.unit_id
                ).id
                made.append(letter)
            else:
                letter = shared
            tables.Permintaan.update(surat=letter).where(
                tables.Permintaan.id == request.id
            ).execute()
        return tuple(made)

    def _number(self, row: Any, nomor: str, tanggal: date) -> None:
        try:
            tables.Surat.update(nomor=nomor, tanggal=tanggal.isoformat(), perlu_cetak=True).where(
                tables.Surat.id == row.id
            ).execute()
        except peewee.IntegrityError as error:
            msg = (
                f"Nomor {nomor} sudah dipakai {JenisSurat(row.jenis).label} lain tahun "
                f"{tanggal.year}. Periksa buku agenda dan ketik nomor yang lain."
            )
            raise DomainError(msg, field="nomor") from error

    def _numbers(self, jenis: JenisSurat, year: int) -> set[str]:
        numbers = tables.Surat.select(tables.Surat.nomor).where(
            (tables.Surat.jenis == jenis.value)
            & tables.Surat.nomor.is_null(False)
            & tables.Surat.tanggal.startswith(f"{year:04d}-")
        )
        return {row.nomor.casefold() for row in numbers}

    def _check_words(self, isi: Isi) -> None:
        needed: tuple[tuple[str, str], ...]
        if isinstance(isi, IsiNotaDinas):
            needed = (("yth", "Penerima"), ("hal", "Hal"), ("body", "Isi surat"))
        else:
            needed = (
                ("tentang", "Tentang"),
                ("menimbang", "Menimbang"),
                ("mengingat", "Mengingat"),
                ("diktum", "Diktum"),
            )
        for field, label in needed:
            value = getattr(isi, field)
            if not (value.strip() if isinstance(value, str) else any(v.strip() for v in value)):
                raise DomainError(f"{label} belum diisi.", field=field)

    def _name(self, row: Any) -> str:
        label = JenisSurat(row.jenis).label
        if row.nomor:
            day = stored_day(row.tanggal)
            return f"{label} Nomor {row.nomor}" + (f" tanggal {tanggal_text(day)}" if day else "")
        return f"{label} untuk {row.unit.nama}" if row.unit_id else label


def _words(isi: Isi) -> dict[str, Any]:
    return dataclasses.asdict(isi)
