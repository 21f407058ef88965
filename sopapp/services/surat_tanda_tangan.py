"""Records that letters are signed, with their scans, and takes that back."""

from __future__ import annotations

from pathlib import Path

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Cancelled, Progress
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.stored_time import day_of, utc_text
from sopapp.services.attachments import SCAN_TYPES, Attachment, AttachmentService, TakenFile
from sopapp.services.letter_rows import hold, letter_name, newest_paper
from sopapp.services.pembekuan import Pembekuan
from sopapp.services.surat_access import SuratAccess


class SuratTandaTangan:
    """Signs every letter but the Keputusan, which is numbered with its signature."""

    def __init__(
        self, access: SuratAccess, attachments: AttachmentService, pembekuan: Pembekuan
    ) -> None:
        self._access = access
        self._store = access.store
        self._attachments = attachments
        self._pembekuan = pembekuan

    def sign(self, surat_id: int, scan: Path | None, progress: Progress) -> None:
        """As SuratService.sign."""
        row = self._access.open(surat_id)
        if row.jenis == JenisSurat.KEPUTUSAN:
            raise DomainError("Keputusan dicatat dengan nomor dan tanggalnya di tahap 3.")
        if not row.nomor:
            raise DomainError("Beri surat ini nomor dan tanggal sebelum mencatat tanda tangan.")
        if not self._access.reader.printed(row):
            msg = (
                "Surat ini belum dicetak, atau berubah sejak dicetak terakhir. Cetak dan mintakan "
                "tanda tangan atas cetakan yang terbaru."
            )
            raise DomainError(msg, topic=panduan.DICETAK_DAHULU)
        day = day_of(row.tanggal)
        if day > self._store.clock.today():
            msg = (
                f"Tanggal surat ini ({tanggal_text(day)}) belum tiba. Perbaiki tanggalnya, atau "
                "catat tanda tangannya pada hari itu."
            )
            raise DomainError(msg)
        taken = self._take_scan(scan, progress) if scan else None
        # The very paper that was signed, unless its number was written on it by hand.
        paper = newest_paper(row.id)
        same = paper is not None and paper.nomor in (None, row.nomor)
        pdf = self._attachments.read(paper.attachment_id) if paper and same else None
        frozen = self._pembekuan.prepare(row, row.nomor, day, pdf)
        with self._store.write(
            "surat.tanda_tangan", Kind.SURAT, Kind.ATTACHMENT, Kind.PERMINTAAN, Kind.PERMOHONAN,
            berkas_id=row.berkas_id,
        ) as entry:  # fmt: skip
            hold(row)
            self._pembekuan.freeze(row.id, frozen)
            with_scan, scanned = "", {}
            if taken is not None:
                self._record_scan(row.id, self._attachments.record(taken))
                with_scan = " dan pindaiannya dilampirkan"
                scanned = {"pindaian": taken.nama, "pindaian_sha256": taken.sha256}
            entry.say(
                f"{letter_name(row)} ditandatangani{with_scan}.",
                sesudah={"sha256": frozen.pdf.sha256, **scanned},
            )

    def attach_scan(self, surat_id: int, path: Path, progress: Progress) -> Attachment:
        """As SuratService.attach_scan."""
        row = self._access.reader.row(surat_id)
        if not row.ditandatangani:
            raise DomainError("Catat dahulu bahwa surat ini sudah ditandatangani.")
        taken = self._take_scan(path, progress)
        with self._store.write(
            "surat.pindai", Kind.SURAT, Kind.ATTACHMENT, Kind.PERMOHONAN, berkas_id=row.berkas_id
        ) as entry:
            hold(row)
            attachment_id = self._attachments.record(taken)
            self._record_scan(row.id, attachment_id)
            entry.say(
                f"Pindaian {letter_name(row)} dilampirkan: {taken.nama}.",
                sesudah={"nama": taken.nama, "sha256": taken.sha256},
            )
            return self._attachments.get(attachment_id)

    def unsign(self, surat_id: int, alasan: str) -> None:
        """As SuratService.unsign."""
        row = self._access.reader.row(surat_id)
        if row.jenis == JenisSurat.KEPUTUSAN:
            raise DomainError("Pencatatan Keputusan dibatalkan di tahap 3.")
        if not row.ditandatangani:
            raise DomainError("Surat ini belum dicatat sebagai ditandatangani.")
        alasan = " ".join(alasan.split())
        if not alasan:
            raise DomainError("Tuliskan alasan membatalkan pencatatan.", field="alasan")
        with self._store.write(
            "surat.batal_catat", Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN,
            berkas_id=row.berkas_id,
        ) as entry:  # fmt: skip
            hold(row)
            dropped = self._pembekuan.thaw(row)
            entry.say(
                f"Pencatatan tanda tangan {letter_name(row)} dibatalkan: {alasan}",
                sebelum={"pindaian": dropped},
                sesudah={"alasan": alasan},
            )

    def _take_scan(self, path: Path, progress: Progress) -> TakenFile:
        """The file, taken in. Raises DomainError beside the field of the scan."""
        try:
            return self._attachments.take(path, allowed=SCAN_TYPES, progress=progress)
        except Cancelled:
            raise
        except DomainError as error:
            raise DomainError(str(error), field="pindaian") from error

    def _record_scan(self, surat_id: int, attachment_id: int) -> None:
        tables.Pindaian.create(
            surat=surat_id, attachment=attachment_id, waktu=utc_text(self._store.clock.now())
        )
