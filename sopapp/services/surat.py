"""The life of a letter: words, number, prints, void, signed, archived.

Until it is signed a letter can be corrected, with a reason once it was printed; each printed
version stays kept. A number that a paper went out with is never given again: it stays in the
book as BATAL. A signed letter never changes.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.documents.content import Letter
from sopapp.domain.agenda import Uraian
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.numbering import Penomoran
from sopapp.domain.sop import STAGE_NUMBER, StageKind
from sopapp.domain.surat import Isi, JenisSurat, Surat
from sopapp.domain.uji import IsiBeritaAcara
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day, utc_text
from sopapp.persistence.surat_isi import isi_to_json
from sopapp.services.attachments import Attachment, AttachmentService
from sopapp.services.berkas import BerkasService
from sopapp.services.composer import Composer
from sopapp.services.letter_rows import letter_name, newest_print
from sopapp.services.nomor import NomorService
from sopapp.services.pembekuan import Pembekuan
from sopapp.services.surat_reader import SuratReader
from sopapp.services.surat_words import refuse_words

SCAN_TYPES = ("application/pdf", "image/jpeg", "image/png")
_AFTER_TESTS = (
    StageKind.VALIDASI,
    StageKind.PENETAPAN,
    StageKind.PEMUTAKHIRAN,
    StageKind.DOKUMENTASI,
)
_STAGES: dict[JenisSurat, tuple[StageKind, ...]] = {
    JenisSurat.NOTA_DINAS: (StageKind.PERMINTAAN,),
    JenisSurat.PENGINGAT: (StageKind.PERMINTAAN,),
    JenisSurat.PENGEMBALIAN: (StageKind.VALIDASI,),
    JenisSurat.PENGANTAR: (StageKind.PENETAPAN,),
    JenisSurat.KEPUTUSAN: (StageKind.PENETAPAN,),
    # Often printed again, or numbered, after the berkas has moved on.
    JenisSurat.BERITA_ACARA: _AFTER_TESTS,
}
"""In which stages a letter may still be written; a letter without a berkas has none."""


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
        self._berkas = berkas
        self._composer = composer
        self._attachments = attachments
        self._nomor = nomor
        self._pembekuan = pembekuan
        self._reader = SuratReader(composer)

    # Reading

    def list(self, berkas_id: int) -> tuple[Surat, ...]:
        """The letters of a berkas, oldest first, void ones included."""
        query = self._reader.query().where(tables.Surat.berkas == berkas_id)
        return tuple(self._reader.value(row) for row in query.order_by(tables.Surat.id))

    def get(self, surat_id: int) -> Surat:
        """One letter. Raises NotFoundError."""
        return self._reader.value(self._reader.row(surat_id))

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
        return self._nomor.propose(jenis.naskah, day)

    # Words

    def edit(self, surat_id: int, isi: Isi, alasan: str = "") -> None:
        """Set the words of this one letter; `alasan` is asked for once it was printed.

        Raises DomainError by field.
        """
        row = self._changeable(surat_id)
        refuse_words(isi)
        before = self._composer.isi(row)
        if isi != before:
            self._set_words(row, before, isi, alasan)

    def reset_text(self, surat_id: int, alasan: str = "") -> None:
        """Go back to the template's words. Raises DomainError by field."""
        row = self._changeable(surat_id)
        if row.isi is None or row.jenis == JenisSurat.BERITA_ACARA:
            return
        self._set_words(row, self._composer.isi(row), None, alasan)

    def _set_words(self, row: Any, before: Isi, isi: Isi | None, alasan: str) -> None:
        alasan = self._reason(row, alasan, "alasan_koreksi")
        aksi = "surat.bawaan" if isi is None else "surat.ubah"
        with self._store.write(
            aksi, Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            stored = None if isi is None else isi_to_json(isi)
            tables.Surat.update(isi=stored, perlu_cetak=True).where(
                tables.Surat.id == row.id
            ).execute()
            if row.nomor:
                self.describe(row.id)
            after = {"bawaan": True} if isi is None else _words(isi)
            self._correct(row, alasan, _words(before), after)
            what = "dikembalikan ke bawaan" if isi is None else "diubah"
            entry.say(
                f"Teks {letter_name(row)} {what}{f': {alasan}' if alasan else '.'}",
                sebelum=_words(before),
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
        row = self._open(surat_id)
        jenis = JenisSurat(row.jenis)
        if jenis is JenisSurat.KEPUTUSAN:
            raise DomainError("Nomor Keputusan dicatat setelah ditandatangani.")
        new = self._nomor.check(jenis.naskah, Penomoran(nomor, tanggal, sisipan), row.id)
        present = (row.nomor, row.tanggal, row.sisipan)
        if present == (new.nomor, new.tanggal.isoformat(), new.sisipan):
            return
        went_out = bool(row.nomor) and newest_print(row.id) is not None
        alasan = self._reason(row, alasan, "alasan") if went_out else alasan.strip()
        with self._store.write(
            "surat.nomor", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            self._nomor.give(row.id, jenis, new)
            if went_out and row.nomor.casefold() != new.nomor.casefold():
                self._keep_void_number(row, alasan)
            self._after_number(row, new)
            after = {"nomor": new.nomor, "tanggal": new.tanggal, "sisipan": new.sisipan}
            before = {"nomor": row.nomor, "tanggal": row.tanggal, "sisipan": row.sisipan}
            if went_out:
                self._correct(row, alasan, before, after)
            whom = f" {row.unit.nama}" if row.unit_id else ""
            why = f": {alasan}" if alasan else "."
            entry.say(
                f"{jenis.label}{whom} diberi Nomor {new.nomor}{why}", sebelum=before, sesudah=after
            )

    def refuse_new_number(self, surat_id: int, nomor: str, tanggal: date) -> None:
        """Raise DomainError when this would take a number off a paper that went out with it."""
        row = self._open(surat_id)
        same = (row.nomor or "", row.tanggal) == (nomor, tanggal.isoformat())
        if row.nomor and not same and newest_print(row.id) is not None:
            msg = (
                f"{letter_name(row)} sudah dicetak. Ubah nomornya lewat Surat, Nomor…, dengan "
                "alasan; nomor yang lama tercatat BATAL."
            )
            raise DomainError(msg, field="nomor")

    def number_all(self, berkas_id: int, tanggal: date) -> int:
        """Number every Nota Dinas of a request that has no number yet, in the units' order.

        Gives how many.
        """
        self._berkas.require_stage(berkas_id, StageKind.PERMINTAAN)
        asked = tables.Permintaan.select(tables.Permintaan.surat).where(
            (tables.Permintaan.berkas == berkas_id) & tables.Permintaan.surat.is_null(False)
        )
        waiting = (
            self._reader.query()
            .where(tables.Surat.id.in_(asked) & tables.Surat.nomor.is_null())
            .order_by(tables.UnitKerja.urutan, tables.Surat.id)
        )
        return self._number_each(berkas_id, list(waiting), tanggal)

    def number_letters(self, surat_ids: tuple[int, ...], tanggal: date) -> int:
        """Number those of the letters that have no number yet, in this order; gives how many."""
        rows = [self._open(surat_id) for surat_id in surat_ids]
        waiting = [row for row in rows if not row.nomor and row.jenis != JenisSurat.KEPUTUSAN]
        return self._number_each(waiting[0].berkas_id if waiting else None, waiting, tanggal)

    def _number_each(self, berkas_id: int | None, waiting: Sequence[Any], tanggal: date) -> int:
        if not waiting:
            return 0
        with self._store.write(
            "surat.nomor", Kind.SURAT, Kind.PERMINTAAN, berkas_id=berkas_id
        ) as entry:
            given = []
            for row in waiting:
                jenis = JenisSurat(row.jenis)
                nomor = self._nomor.propose(jenis.naskah, tanggal)
                new = self._nomor.check(jenis.naskah, Penomoran(nomor, tanggal), row.id)
                self._nomor.give(row.id, jenis, new)
                self._after_number(row, new)
                given.append(nomor)
            span = given[0] if len(given) == 1 else f"{given[0]} sampai {given[-1]}"
            label = JenisSurat(waiting[0].jenis).label
            entry.say(
                f"{len(given)} {label} diberi nomor: {span}.",
                sesudah={"nomor": given, "tanggal": tanggal},
            )
        return len(given)

    # Prints

    def keep(self, surat_id: int, pdf: bytes, keterangan: str) -> None:
        """Keep the very bytes that were printed or saved; the same bytes are kept once."""
        row = self._reader.row(surat_id)
        taken = self._attachments.take_bytes(f"{letter_name(row)}.pdf", pdf, "application/pdf")
        newest = newest_print(surat_id)
        if newest is not None and not row.perlu_cetak:
            if self._attachments.get(newest.attachment_id).sha256 == taken.sha256:
                return
            if row.ditandatangani:
                raise DomainError("Surat yang sudah ditandatangani tidak dicetak ulang berbeda.")
        if row.batal:
            raise DomainError("Surat yang BATAL tidak dicetak lagi.")
        self._require_stage(row)
        with self._store.write(
            "surat.cetak", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            tables.Cetakan.create(
                surat=surat_id,
                attachment=self._attachments.record(taken),
                sidik=self._composer.sidik(row),
                keterangan=keterangan,
                nomor=row.nomor or "",
                waktu=utc_text(self._store.clock.now()),
            )
            tables.Surat.update(perlu_cetak=False).where(tables.Surat.id == surat_id).execute()
            if row.nomor:
                self.describe(surat_id)
            entry.say(f"{letter_name(row)}: {keterangan}.", sesudah={"sha256": taken.sha256})

    # Void

    def void(self, surat_id: int, alasan: str) -> None:
        """Make a letter void; its number stays in the book as BATAL. Raises DomainError.

        A draft that has neither number nor print is taken away.
        """
        row = self._open(surat_id)
        alasan = alasan.strip()
        if not alasan:
            raise DomainError("Tuliskan alasan surat ini dibatalkan.", field="alasan")
        with self._store.write(
            "surat.batal", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            self._void(row, alasan)
            entry.say(
                f"{letter_name(row)} dibatalkan: {alasan}",
                sebelum={"nomor": row.nomor, "tanggal": row.tanggal},
            )

    def replace(self, surat_id: int, alasan: str) -> int:
        """Make a letter void and draft another with the same words for it; gives the new id."""
        row = self._open(surat_id)
        alasan = alasan.strip()
        if not alasan:
            raise DomainError("Tuliskan alasan surat ini diganti.", field="alasan")
        self._require_stage(row)
        with self._store.write(
            "surat.ganti", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            requests = [
                each.id
                for each in tables.Permintaan.select().where(tables.Permintaan.surat == row.id)
            ]
            gone = self._void(row, alasan)
            new = tables.Surat.create(
                berkas=row.berkas_id,
                permohonan=row.permohonan_id,
                jenis=row.jenis,
                unit=row.unit_id,
                rujukan=row.rujukan_id,
                mengganti=None if gone else row.id,
                isi=row.isi,
            )
            tables.Permintaan.update(surat=new.id).where(
                tables.Permintaan.id.in_(requests)
            ).execute()
            entry.say(f"{letter_name(row)} dibatalkan dan diganti: {alasan}")
        return int(new.id)

    def _void(self, row: Any, alasan: str) -> bool:
        """Whether the letter was a mere draft and is gone."""
        tables.Permintaan.update(surat=None).where(tables.Permintaan.surat == row.id).execute()
        if not row.nomor and newest_print(row.id) is None:
            tables.Surat.update(rujukan=None).where(tables.Surat.rujukan == row.id).execute()
            tables.Surat.delete().where(tables.Surat.id == row.id).execute()
            return True
        words = self._words_to_keep(row)
        tables.Surat.update(
            batal=alasan, dibatalkan=utc_text(self._store.clock.now()), isi=words
        ).where(tables.Surat.id == row.id).execute()
        return False

    # Signed

    def sign(self, surat_id: int, scan: Path | None = None) -> None:
        """Record that the letter is signed, with its scan when there is one: all in one.

        State, agenda and archive follow: words and PDF are frozen from here on. Raises
        DomainError when it has no number or its newest print says something else.
        """
        row = self._open(surat_id)
        if row.jenis == JenisSurat.KEPUTUSAN:
            raise DomainError("Keputusan dicatat dengan nomor dan tanggalnya di tahap 3.")
        if not row.nomor:
            raise DomainError("Beri surat ini nomor dan tanggal sebelum mencatat tanda tangan.")
        if not self._reader.printed(row):
            msg = (
                "Surat ini belum dicetak, atau berubah sejak dicetak terakhir. Cetak dan mintakan "
                "tanda tangan atas cetakan yang terbaru."
            )
            raise DomainError(msg)
        # The very paper that was signed, unless its number was written on it by hand.
        paper = newest_print(row.id)
        same = paper is not None and paper.nomor in (None, row.nomor)
        pdf = self._attachments.read(paper.attachment_id) if paper and same else None
        day = date.fromisoformat(row.tanggal)
        frozen = self._pembekuan.prepare(row, row.nomor, day, pdf)
        taken = self._attachments.take(scan, allowed=SCAN_TYPES) if scan else None
        with self._store.write(
            "surat.tanda_tangan", Kind.SURAT, Kind.ATTACHMENT, Kind.PERMINTAAN, Kind.PERMOHONAN,
            berkas_id=row.berkas_id,
        ) as entry:  # fmt: skip
            self._pembekuan.freeze(row.id, frozen)
            if taken is not None:
                self._record_scan(row.id, self._attachments.record(taken))
            with_scan = " dan pindaiannya dilampirkan" if taken else ""
            entry.say(
                f"{letter_name(row)} ditandatangani{with_scan}.",
                sesudah={"sha256": frozen.pdf.sha256, "pindaian": taken.nama if taken else None},
            )

    def attach_scan(self, surat_id: int, path: Path) -> Attachment:
        """Keep the scan (PDF, JPG, PNG) of a signed letter. Raises DomainError."""
        row = self._reader.row(surat_id)
        if not row.ditandatangani:
            raise DomainError("Catat dahulu bahwa surat ini sudah ditandatangani.")
        taken = self._attachments.take(path, allowed=SCAN_TYPES)
        with self._store.write(
            "surat.pindai", Kind.SURAT, Kind.ATTACHMENT, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            attachment_id = self._attachments.record(taken)
            self._record_scan(row.id, attachment_id)
            entry.say(
                f"Pindaian {letter_name(row)} dilampirkan: {taken.nama}.",
                sesudah={"nama": taken.nama, "sha256": taken.sha256},
            )
        return self._attachments.get(attachment_id)

    def unsign(self, surat_id: int, alasan: str) -> None:
        """Take back that a letter was recorded as signed, e.g. for the wrong letter.

        The prints and the scan stay kept. Raises DomainError.
        """
        row = self._reader.row(surat_id)
        if row.jenis == JenisSurat.KEPUTUSAN:
            raise DomainError("Pencatatan Keputusan dibatalkan di tahap 3.")
        if not row.ditandatangani:
            raise DomainError("Surat ini belum dicatat sebagai ditandatangani.")
        alasan = alasan.strip()
        if not alasan:
            raise DomainError("Tuliskan alasan membatalkan pencatatan.", field="alasan")
        with self._store.write(
            "surat.batal_catat", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN,
            berkas_id=row.berkas_id,
        ) as entry:  # fmt: skip
            scans = tables.Pindaian.select().where(tables.Pindaian.surat == row.id)
            dropped = [scan.attachment_id for scan in scans]
            tables.Pindaian.delete().where(tables.Pindaian.surat == row.id).execute()
            tables.Surat.update(ditandatangani=False, perlu_cetak=True).where(
                tables.Surat.id == row.id
            ).execute()
            entry.say(
                f"Pencatatan tanda tangan {letter_name(row)} dibatalkan: {alasan}",
                sebelum={"pindaian": dropped},
                sesudah={"alasan": alasan},
            )

    def may_write(self, surat: Surat) -> bool:
        """Whether the stage of its berkas lets the letter's words and prints be changed."""
        if surat.berkas_id is None:
            return True
        card = self._berkas.get(surat.berkas_id).card
        stages = {STAGE_NUMBER[kind] for kind in _STAGES[surat.jenis]}
        return card is not None and card.stage in stages

    # Parts

    def describe(self, surat_id: int) -> None:
        """Write what the agenda says of a letter; call inside a write."""
        row = self._reader.row(surat_id)
        line = self._composer.book(row, stored_day(row.tanggal))
        tables.Surat.update(**dataclasses.asdict(line)).where(tables.Surat.id == surat_id).execute()

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
        self.describe(row.id)

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
            isi=self._words_to_keep(row),
            batal=alasan,
            dibatalkan=utc_text(self._store.clock.now()),
        )

    def _words_to_keep(self, row: Any) -> str | None:
        if row.isi is not None:
            return str(row.isi)
        isi = self._composer.isi(row)
        return None if isinstance(isi, IsiBeritaAcara) else isi_to_json(isi)

    def _reason(self, row: Any, alasan: str, field: str) -> str:
        """The reason tidied. Raises DomainError when one is needed and none was given."""
        alasan = " ".join(alasan.split())
        if not alasan and newest_print(row.id) is not None:
            msg = "Surat ini sudah dicetak. Tuliskan alasan perubahannya."
            raise DomainError(msg, field=field)
        return alasan

    def _correct(
        self, row: Any, alasan: str, before: dict[str, Any], after: dict[str, Any]
    ) -> None:
        if newest_print(row.id) is None:
            return
        tables.Koreksi.create(
            surat=row.id,
            alasan=alasan,
            sebelum=json.dumps(before, ensure_ascii=False, default=str),
            sesudah=json.dumps(after, ensure_ascii=False, default=str),
            waktu=utc_text(self._store.clock.now()),
        )

    def _record_scan(self, surat_id: int, attachment_id: int) -> None:
        tables.Pindaian.create(
            surat=surat_id, attachment=attachment_id, waktu=utc_text(self._store.clock.now())
        )

    def _open(self, surat_id: int) -> Any:
        """A letter that is neither signed nor void. Raises DomainError."""
        row = self._reader.row(surat_id)
        if row.ditandatangani:
            msg = f"{letter_name(row)} sudah ditandatangani, jadi tidak dapat diubah."
            raise DomainError(msg)
        if row.batal:
            raise DomainError(f"{letter_name(row)} sudah BATAL, jadi tidak dapat diubah.")
        return row

    def _changeable(self, surat_id: int) -> Any:
        row = self._open(surat_id)
        self._require_stage(row)
        return row

    def _require_stage(self, row: Any) -> None:
        if row.berkas_id is not None:
            self._berkas.require_stage(row.berkas_id, *_STAGES[JenisSurat(row.jenis)])


def _words(isi: Isi) -> dict[str, Any]:
    return dataclasses.asdict(isi)
