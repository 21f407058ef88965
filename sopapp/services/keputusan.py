"""The Keputusan of a berkas: drafted from the register's draft, signed, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from sopapp.documents.content import Keputusan
from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.pejabat import peringatan_mandat
from sopapp.domain.progress import Progress, no_progress, share
from sopapp.domain.rancangan import Rancangan
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, utc_text
from sopapp.services.attachments import AttachmentService
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.composer import Composer
from sopapp.services.dik import DikService
from sopapp.services.keputusan_composer import KeputusanComposer
from sopapp.services.letter_rows import (
    SALINAN,
    hold,
    keputusan_row,
    newest_print,
    signed_and_waiting,
)
from sopapp.services.nomor import NomorService
from sopapp.services.pembekuan import Pembekuan, RencanaArsip

_PDF = "application/pdf"
_STEPS = 3
"""Of signing: compared with what was printed, frozen, written."""
_NO_DRAFT = "Rancangan Keputusan belum disusun."


@checked_input()
class KeputusanService:
    """Drafts and signs the one Keputusan of a berkas."""

    def __init__(
        self,
        store: Store,
        berkas: BerkasService,
        dik: DikService,
        attachments: AttachmentService,
        composer: Composer,
        keputusan: KeputusanComposer,
        nomor: NomorService,
        pembekuan: Pembekuan,
    ) -> None:
        self._store = store
        self._berkas = berkas
        self._dik = dik
        self._attachments = attachments
        self._composer = composer
        self._keputusan = keputusan
        self._nomor = nomor
        self._pembekuan = pembekuan

    def find(self, berkas_id: int) -> int | None:
        """The letter's id once it is drafted."""
        row = keputusan_row(berkas_id)
        return None if row is None else int(row.id)

    def rows(self, berkas_id: int) -> Rancangan:
        """The draft of the register that the Lampiran is made from."""
        return self._dik.rows(berkas_id)

    def draft(self, berkas_id: int) -> int:
        """The letter's id, drafted now if it was not. Raises DomainError."""
        present = self.find(berkas_id)
        if present is not None:
            return present
        self._berkas.require_stage(berkas_id, StageKind.PENETAPAN)
        with self._store.write("keputusan.susun", Kind.SURAT, berkas_id=berkas_id) as entry:
            row = tables.Surat.create(berkas=berkas_id, jenis="keputusan")
            entry.say("Rancangan Keputusan disusun.")
        return int(row.id)

    def mandate_warning(self, berkas_id: int, tanggal: date | None = None) -> str:
        """What to know before who is in office on `tanggal` (today) signs a.n.; "" for others.

        Raises DomainError when nobody is in office.
        """
        row = keputusan_row(berkas_id)
        if row is None:
            return ""
        return peringatan_mandat(self._keputusan.official(row, tanggal)) or ""

    def sign(
        self,
        berkas_id: int,
        nomor: str,
        tanggal: date,
        pdf: bytes | None = None,
        sisipan: str = "",
        arsip: bytes | None = None,
        progress: Progress = no_progress,
    ) -> None:
        """Record number and date of the signed Keputusan and keep its final PDF.

        `arsip` is what `archive_plan` wrote with this number and date, by the caller because a
        long Lampiran takes its time; without it, it is made here from `pdf`, which is the letter
        itself, or from the records. `progress` may stop it until the write begins.
        Raises DomainError by field: number empty or taken, date in the future, or another
        signed Keputusan that is not yet in the register (its Lampiran would be overtaken).
        """
        self._berkas.require_stage(berkas_id, StageKind.PENETAPAN)
        row = keputusan_row(berkas_id)
        if row is None:
            raise DomainError(_NO_DRAFT)
        if row.ditandatangani:
            raise DomainError(
                "Nomor dan tanggal Keputusan ini sudah dicatat.", topic=panduan.KEPUTUSAN_TERKUNCI
            )
        progress(0, _STEPS)
        self._refuse_unprinted(row, tanggal)
        if not nomor.strip():
            raise DomainError("Nomor Keputusan belum diisi.", field="nomor")
        self._refuse_wrong_day(row, tanggal)
        new = self._nomor.check(JenisNaskah.KEPUTUSAN, Penomoran(nomor, tanggal, sisipan), row.id)
        progress(1, _STEPS)
        frozen = self._pembekuan.prepare(
            row, new.nomor, tanggal, pdf, arsip, share(progress, 1, _STEPS)
        )
        progress(2, _STEPS)
        progress(_STEPS, _STEPS)
        with self._store.write(
            "keputusan.tanda_tangan", Kind.SURAT, Kind.ATTACHMENT, berkas_id=berkas_id
        ) as entry:
            hold(row)
            self._nomor.give(row.id, JenisSurat.KEPUTUSAN, new)
            self._pembekuan.freeze(row.id, frozen)
            entry.say(
                f"Keputusan Nomor {new.nomor} tanggal {tanggal_text(tanggal)} ditandatangani.",
                sesudah={"nomor": new.nomor, "tanggal": tanggal, "sha256": frozen.pdf.sha256},
            )

    def archive_plan(self, berkas_id: int, nomor: str, tanggal: date) -> RencanaArsip:
        """What the signed Keputusan with this number and date is archived from.

        Raises DomainError when there is no draft, or the office or the signer is not filled in.
        """
        row = keputusan_row(berkas_id)
        if row is None:
            raise DomainError(_NO_DRAFT)
        return self._pembekuan.plan(row, nomor, tanggal)

    def unsign(self, berkas_id: int, reason: str) -> None:
        """Take the recorded number and date back, e.g. when they were mistyped.

        The PDF kept so far stays kept. Raises DomainError once the register follows it.
        """
        self._berkas.require_stage(berkas_id, StageKind.PENETAPAN)
        row = keputusan_row(berkas_id)
        if row is None or not row.ditandatangani:
            raise DomainError("Nomor dan tanggal Keputusan belum dicatat.")
        if self._dik.applied(berkas_id):
            raise DomainError(
                "Daftar sudah diselaraskan dengan Keputusan ini.", topic=panduan.SUDAH_SELARAS
            )
        reason = reason.strip()
        if not reason:
            raise DomainError("Tuliskan alasan membatalkan pencatatan.", field="alasan")
        with self._store.write("keputusan.batal_catat", Kind.SURAT, berkas_id=berkas_id) as entry:
            hold(row)
            dropped = self._pembekuan.thaw(row)
            self._nomor.take_back(row.id)
            entry.say(
                f"Pencatatan Keputusan Nomor {row.nomor} dibatalkan: {reason}",
                sebelum={"nomor": row.nomor, "tanggal": row.tanggal, "pindaian": dropped},
                sesudah={"alasan": reason},
            )

    # The Salinan

    def compose_salinan(self, berkas_id: int) -> Keputusan:
        """The signed Keputusan as a copy that somebody vouches for. Raises DomainError."""
        return self.plan_salinan(berkas_id)()

    def plan_salinan(self, berkas_id: int) -> Callable[[], Keputusan]:
        """What puts the Salinan together, on any thread: a long Lampiran takes its time.

        Raises DomainError.
        """
        row = self._signed(berkas_id)
        salinan = self._keputusan.salinan(row.berkas.sop_id, self._store.clock.today())
        read = self._pembekuan.naskah(row.id)
        if read is None:  # one signed before copies were made has its content in the records only
            letter = self._keputusan.compose(row, row.nomor, day_of(row.tanggal))
            return lambda: replace(letter, salinan=salinan)
        return lambda: replace(read(), salinan=salinan)

    def keep_salinan(self, berkas_id: int, pdf: bytes) -> None:
        """Keep a Salinan as it was printed."""
        row = self._signed(berkas_id)
        taken = self._attachments.take_bytes("Salinan Keputusan.pdf", pdf, _PDF)
        with self._store.write(
            "keputusan.salinan", Kind.SURAT, Kind.ATTACHMENT, berkas_id=berkas_id
        ) as entry:
            tables.Cetakan.create(
                surat=row.id,
                attachment=self._attachments.record(taken),
                sidik="",
                keterangan=SALINAN,
                waktu=utc_text(self._store.clock.now()),
            )
            entry.say(
                f"Salinan Keputusan Nomor {row.nomor} dicetak.", sesudah={"sha256": taken.sha256}
            )

    def _signed(self, berkas_id: int) -> Any:
        row = keputusan_row(berkas_id)
        if row is None or not row.ditandatangani:
            raise DomainError("Salinan dibuat setelah nomor dan tanggal Keputusan dicatat.")
        return row

    def _refuse_unprinted(self, row: Any, tanggal: date) -> None:
        printed = newest_print(row.id)
        if (
            row.perlu_cetak
            or printed is None
            or printed.sidik != self._composer.sidik(row, tanggal)
        ):
            msg = (
                "Rancangan Keputusan belum dicetak, atau berubah sejak dicetak terakhir. Cetak dan "
                "mintakan tanda tangan atas cetakan yang terbaru."
            )
            raise DomainError(msg, topic=panduan.DICETAK_DAHULU)

    def _refuse_wrong_day(self, row: Any, tanggal: date) -> None:
        """Neither ahead nor before the berkas, nor before a Keputusan that came first."""
        if tanggal > self._store.clock.today():
            raise DomainError("Tanggal Keputusan tidak boleh di masa depan.", field="tanggal")
        self._refuse_overtaking(row.berkas_id, tanggal)
        begun = day_of(row.berkas.mulai)
        if tanggal < begun:
            msg = f"Tanggal mendahului tanggal mulai berkas ({tanggal_text(begun)})."
            raise DomainError(msg, field="tanggal")

    def _refuse_overtaking(self, berkas_id: int, tanggal: date) -> None:
        waiting = signed_and_waiting(besides=berkas_id)
        if waiting is not None:
            msg = (
                f"Keputusan Nomor {waiting.nomor} (berkas “{waiting.berkas.judul}”) sudah "
                "ditandatangani tetapi belum diselaraskan ke daftar. Selaraskan dahulu."
            )
            raise DomainError(msg)
        newest = tables.Terbitan.select().order_by(tables.Terbitan.id.desc()).first()
        if newest is not None and newest.tanggal > tanggal.isoformat():
            last = tanggal_text(day_of(newest.tanggal))
            msg = (
                f"Tanggal mendahului Keputusan Nomor {newest.nomor} ({last}) yang sudah menjadi "
                "dasar daftar. Periksa tanggalnya."
            )
            raise DomainError(msg, field="tanggal")
