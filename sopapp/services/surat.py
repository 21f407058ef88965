"""The life of a letter: words, number, prints, void, signed, archived.

Until it is signed a letter can be corrected, with a reason once it was printed; each printed
version stays kept. A number that a paper went out with is never given again: it stays in the
book as BATAL. A signed letter never changes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.documents.content import Letter
from sopapp.domain import panduan
from sopapp.domain.agenda import Uraian
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.numbering import Penomoran
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.surat import Isi, JenisSurat, Surat
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day, utc_text
from sopapp.persistence.surat_isi import isi_to_json
from sopapp.services.attachments import Attachment, AttachmentService
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.composer import Composer, comparable
from sopapp.services.letter_rows import hold, letter_name, newest_print
from sopapp.services.nomor import NomorService
from sopapp.services.pembekuan import Pembekuan
from sopapp.services.surat_access import SuratAccess
from sopapp.services.surat_pembatalan import SuratPembatalan
from sopapp.services.surat_penomoran import SuratPenomoran
from sopapp.services.surat_tanda_tangan import SuratTandaTangan
from sopapp.services.surat_words import refuse_words


@checked_input()
class SuratService:
    """Reads and changes letters; a signed one is never changed."""

    def __init__(
        self,
        store: Store,
        berkas: BerkasService,
        composer: Composer,
        attachments: AttachmentService,
        nomor: NomorService,
        pembekuan: Pembekuan,
    ) -> None:
        self._store = store
        self._composer = composer
        self._attachments = attachments
        self._nomor = nomor
        self._access = SuratAccess(store, berkas, composer)
        self._reader = self._access.reader
        self._numbers = SuratPenomoran(self._access, nomor)
        self._voiding = SuratPembatalan(self._access)
        self._signing = SuratTandaTangan(self._access, attachments, pembekuan)

    # Reading

    def list(self, berkas_id: int) -> tuple[Surat, ...]:
        """The letters of a berkas, oldest first, void ones included."""
        query = self._reader.query().where(tables.Surat.berkas == berkas_id)
        return self._reader.values(query.order_by(tables.Surat.id))

    def get(self, surat_id: int) -> Surat:
        """One letter. Raises NotFoundError."""
        return self._reader.value(self._reader.row(surat_id))

    def prepare(self, surat_id: int) -> Iterator[None]:
        """Read a part at a time what this letter prints: of a Keputusan the whole register.

        For who must not halt meanwhile; reading and composing the letter is quick after it.
        Raises NotFoundError.
        """
        row = self._reader.row(surat_id)
        if not row.ditandatangani:  # else the bytes that were kept are shown
            yield from self._composer.prepare(row)

    def compose(
        self, surat_id: int, nomor: str | None = None, tanggal: date | None = None
    ) -> Letter:
        """What the letter says, for the PDF builder, with a number and date to try if given.

        Raises DomainError when the office or the signer is not filled in.
        """
        row = self._reader.row(surat_id)
        day = tanggal or stored_day(row.tanggal)
        return self._composer.compose(row, nomor or row.nomor, day)

    def compose_with(self, surat_id: int, isi: Isi) -> Letter:
        """What the letter would say with these words, which are not stored: for the preview."""
        row = self._reader.row(surat_id)
        row.isi = isi_to_json(isi)
        return self._composer.compose(row, row.nomor, stored_day(row.tanggal))

    def kept(self, surat_id: int) -> bytes | None:
        """The newest kept PDF, byte for byte; None before the first."""
        printed = newest_print(surat_id)
        return None if printed is None else self._attachments.read(printed.attachment_id)

    def print_bytes(self, cetakan_id: int) -> bytes:
        """A kept print as it was. Raises DomainError when it is gone."""
        row = tables.Cetakan.get_or_none(tables.Cetakan.id == cetakan_id)
        if row is None:
            raise DomainError("Cetakan itu tidak ada lagi.")
        return self._attachments.read(row.attachment_id)

    def scan(self, surat_id: int) -> Attachment | None:
        """The newest scan of a signed letter; earlier ones stay kept."""
        row = (
            tables.Pindaian.select()
            .where(tables.Pindaian.surat == surat_id)
            .order_by(tables.Pindaian.id.desc())
            .first()
        )
        return None if row is None else self._attachments.get(row.attachment_id)

    def book_line(self, surat_id: int) -> Uraian:
        """The line in the agenda of a letter that has none stored. Raises DomainError."""
        row = self._reader.row(surat_id)
        line = self._composer.book(row, stored_day(row.tanggal))
        return Uraian(line.perihal, line.tujuan, line.lampiran)

    def propose_number(self, jenis: JenisSurat, day: date) -> str:
        """The next number of that kind and year, by the pattern in the settings."""
        if jenis is JenisSurat.LAIN:
            msg = "Surat di luar program tidak diberi nomor di sini. Ketik nomornya."
            raise DomainError(msg, field="nomor")
        return self._nomor.propose(jenis.naskah, day)

    def may_write(self, surat: Surat) -> bool:
        """Whether the stage of its berkas lets the letter's words and prints be changed."""
        return self._access.may_write(surat)

    # Words

    def edit(self, surat_id: int, isi: Isi, alasan: str = "") -> None:
        """Set the words of this one letter; `alasan` is asked for once it was printed.

        Raises DomainError by field.
        """
        row = self._access.changeable(surat_id)
        before = self._composer.isi(row)
        if type(isi) is not type(before):
            raise TypeError(f"{type(isi).__name__} is not the words of a {row.jenis}")
        refuse_words(isi)
        if isi != before:
            self._set_words(row, before, isi, alasan)

    def reset_text(self, surat_id: int, alasan: str = "") -> None:
        """Go back to the template's words. Raises DomainError by field."""
        row = self._access.changeable(surat_id)
        if row.isi is None or row.jenis == JenisSurat.BERITA_ACARA:
            return
        self._set_words(row, self._composer.isi(row), None, alasan)

    def _set_words(self, row: Any, before: Isi, isi: Isi | None, alasan: str) -> None:
        alasan = self._access.reason(row, alasan, "alasan_koreksi")
        aksi = "surat.bawaan" if isi is None else "surat.ubah"
        with self._store.write(
            aksi, Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            hold(row)
            stored = None if isi is None else isi_to_json(isi)
            tables.Surat.update(isi=stored, perlu_cetak=True).where(
                tables.Surat.id == row.id
            ).execute()
            if row.nomor:
                self.describe(row.id)
            after = {"bawaan": True} if isi is None else dataclasses.asdict(isi)
            self._access.correct(row, alasan, dataclasses.asdict(before), after)
            what = "dikembalikan ke bawaan" if isi is None else "diubah"
            entry.say(
                f"Teks {letter_name(row)} {what}{f': {alasan}' if alasan else '.'}",
                sebelum=dataclasses.asdict(before),
                sesudah=after,
            )

    # Numbers

    def set_number(
        self, surat_id: int, nomor: str, tanggal: date, sisipan: str = "", alasan: str = ""
    ) -> None:
        """Give a letter its number and date; `sisipan` is the reason of one in between.

        A number that a paper went out with stays in the book as BATAL, with `alasan`. Raises
        DomainError by field.
        """
        self._numbers.set(surat_id, Penomoran(nomor, tanggal, sisipan), alasan)

    def refuse_new_number(self, surat_id: int, nomor: str, tanggal: date) -> None:
        """Raise DomainError when this would take a number off a paper that went out with it."""
        self._numbers.refuse_new(surat_id, nomor, tanggal)

    def number_all(self, berkas_id: int, tanggal: date, progress: Progress = no_progress) -> int:
        """Number every Nota Dinas of a request that has no number yet, in the units' order.

        Gives how many. All in one write: one that is stopped has given no number.
        """
        return self._numbers.all(berkas_id, tanggal, progress)

    def number_letters(
        self, surat_ids: tuple[int, ...], tanggal: date, progress: Progress = no_progress
    ) -> int:
        """Number those of the letters that have no number yet, in this order; gives how many.

        All in one write, as `number_all`.
        """
        return self._numbers.these(surat_ids, tanggal, progress)

    # Prints

    def keep(self, surat_id: int, pdf: bytes, keterangan: str) -> None:
        """Keep the very bytes that were printed or saved; the same bytes are kept once.

        Raises DomainError for other bytes of a letter that is signed or void.
        """
        self.keep_row(self._reader.row(surat_id), pdf, keterangan)

    def keep_row(self, row: Any, pdf: bytes, keterangan: str) -> None:
        """Like `keep`; a row that is not stored yet is stored in the same write."""
        taken = self._attachments.take_bytes(f"{letter_name(row)}.pdf", pdf, "application/pdf")
        newest = newest_print(row.id)
        again = (
            newest is not None
            and self._attachments.get(newest.attachment_id).sha256 == taken.sha256
        )
        if (row.ditandatangani or row.batal) and again:
            return
        if row.ditandatangani:
            raise DomainError(
                "Surat yang sudah ditandatangani tidak dicetak ulang berbeda.",
                topic=panduan.SURAT_TERKUNCI,
            )
        if row.batal:
            raise DomainError(
                "Surat yang BATAL tidak dicetak lagi.", topic=panduan.NOMOR_SEKALI_PAKAI
            )
        sidik = self._composer.sidik(row)
        if again and not row.perlu_cetak and self._says(newest, sidik):
            return
        self._access.require_stage(row)
        with self._store.write(
            "surat.cetak", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            if row.id is None:
                row.save()
            else:
                hold(row)
            tables.Cetakan.create(
                surat=row.id,
                attachment=self._attachments.record(taken),
                sidik=sidik,
                keterangan=keterangan,
                nomor=row.nomor or "",
                waktu=utc_text(self._store.clock.now()),
            )
            tables.Surat.update(perlu_cetak=False).where(tables.Surat.id == row.id).execute()
            if row.nomor:
                self.describe(row.id)
            entry.say(f"{letter_name(row)}: {keterangan}.", sesudah={"sha256": taken.sha256})

    def _says(self, printed: Any, sidik: str) -> bool:
        """Whether a print says what this fingerprint says, as far as can be told."""
        return not comparable(printed.sidik) or bool(printed.sidik == sidik)

    # Void

    def void(self, surat_id: int, alasan: str) -> None:
        """Make a letter void; its number stays in the book as BATAL. Raises DomainError.

        A draft that has neither number nor print is taken away.
        """
        self._voiding.void(surat_id, alasan)

    def replace(self, surat_id: int, alasan: str) -> int:
        """Make a letter void and draft another with the same words for it; gives the new id.

        Who was asked by the former is asked by the new one, and reminders cite it.
        """
        return self._voiding.replace(surat_id, alasan)

    # Signed

    def sign(
        self, surat_id: int, scan: Path | None = None, progress: Progress = no_progress
    ) -> None:
        """Record that the letter is signed, with its scan when there is one: all in one.

        State, agenda and archive follow: words and PDF are frozen from here on. Raises
        DomainError when it has no number, its newest print says something else, or its day is
        yet to come. `progress` hears of the bytes of the scan, and may stop it.
        """
        self._signing.sign(surat_id, scan, progress)

    def attach_scan(
        self, surat_id: int, path: Path, progress: Progress = no_progress
    ) -> Attachment:
        """Keep the scan (PDF, JPG, PNG) of a signed letter. Raises DomainError.

        `progress` hears of its bytes, and may stop it.
        """
        return self._signing.attach_scan(surat_id, path, progress)

    def unsign(self, surat_id: int, alasan: str) -> None:
        """Take back that a letter was recorded as signed, e.g. for the wrong letter.

        The prints and the scan stay kept. Raises DomainError.
        """
        self._signing.unsign(surat_id, alasan)

    def describe(self, surat_id: int) -> None:
        """Write what the agenda says of a letter; call inside a write."""
        self._access.describe(surat_id)
