"""Stages 4 and 5 on paper: the scan, the published list, where it stands, the bundle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.documents.list_content import DaftarPublik
from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.sop import StageKind
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, utc_text
from sopapp.services.attachments import SCAN_TYPES, Attachment, AttachmentService, TakenFile
from sopapp.services.berkas import BerkasService
from sopapp.services.bundle import BundlePlan
from sopapp.services.bundle_files import bundle_files, newest_file
from sopapp.services.checked_input import checked_input
from sopapp.services.ekspor import EksporService
from sopapp.services.file_names import file_name
from sopapp.services.letter_rows import keputusan_row
from sopapp.services.riwayat import RiwayatService


@dataclass(frozen=True, slots=True)
class Publikasi:
    """A place where the list was published."""

    id: int
    tempat: str
    tanggal: date
    tautan: str


@checked_input(trusted=("plan",))
class DokumentasiService:
    """Takes the scan in, and writes what is published and archived."""

    def __init__(
        self,
        store: Store,
        berkas: BerkasService,
        attachments: AttachmentService,
        ekspor: EksporService,
        riwayat: RiwayatService,
    ) -> None:
        self._store = store
        self._berkas = berkas
        self._attachments = attachments
        self._ekspor = ekspor
        self._riwayat = riwayat

    # Stage 4

    def attach_scan(
        self, berkas_id: int, path: Path, progress: Progress = no_progress
    ) -> Attachment:
        """Keep the scan of the signed Keputusan (PDF, JPG, PNG). Raises DomainError.

        `progress` hears of its bytes, and may stop it.
        """
        self._berkas.require_stage(berkas_id, StageKind.PEMUTAKHIRAN)
        row = _signed(berkas_id)
        taken = self._attachments.take(path, allowed=SCAN_TYPES, progress=progress)
        with self._store.write(
            "keputusan.pindai", Kind.SURAT, Kind.ATTACHMENT, berkas_id=berkas_id
        ) as entry:
            attachment_id = self._attachments.record(taken)
            tables.Pindaian.create(
                surat=row.id, attachment=attachment_id, waktu=utc_text(self._store.clock.now())
            )
            entry.say(
                f"Pindaian Keputusan dilampirkan: {taken.nama}.",
                sesudah={"nama": taken.nama, "sha256": taken.sha256},
            )
            # Read while it can still be taken back: after the commit nothing may fail.
            return self._attachments.get(attachment_id)

    def scan(self, berkas_id: int) -> Attachment | None:
        """The newest scan; earlier ones stay kept."""
        row = keputusan_row(berkas_id)
        return None if row is None else self._newest(tables.Pindaian, "surat", row.id)

    # Stage 5

    def compose_list(self, berkas_id: int, progress: Progress = no_progress) -> DaftarPublik:
        """What the list for publication says; `progress` hears of its entries.

        Raises DomainError before the register follows.
        """
        return self._ekspor.compose_of_berkas(berkas_id, progress)

    def prepare_list(self, berkas_id: int) -> Iterator[None]:
        """Read a part at a time what `compose_list` says, which is quick after it.

        For who must not halt meanwhile; raises as `compose_list` does.
        """
        return self._ekspor.prepare_of_berkas(berkas_id)

    def keep_list(self, berkas_id: int, pdf: bytes) -> None:
        """Keep the list's PDF as it was written."""
        self._berkas.require_stage(berkas_id, StageKind.DOKUMENTASI)
        taken = self._attachments.take_bytes("Daftar DIK.pdf", pdf, "application/pdf")
        with self._store.write(
            "daftar.tulis", Kind.PUBLIKASI, Kind.ATTACHMENT, berkas_id=berkas_id
        ) as entry:
            tables.DaftarTerbit.create(
                berkas=berkas_id,
                attachment=self._attachments.record(taken),
                waktu=utc_text(self._store.clock.now()),
            )
            entry.say("Daftar untuk diumumkan dibuat.", sesudah={"sha256": taken.sha256})

    def list_pdf(self, berkas_id: int) -> bytes | None:
        """The newest kept list, byte for byte."""
        kept = self._newest(tables.DaftarTerbit, "berkas", berkas_id)
        return None if kept is None else self._attachments.read(kept.id)

    def publish(self, berkas_id: int, tempat: str, tanggal: date, tautan: str = "") -> None:
        """Record where and when the list was published. Raises DomainError by field."""
        self._berkas.require_stage(berkas_id, StageKind.DOKUMENTASI)
        tempat, tautan = tempat.strip(), tautan.strip()
        if not tempat:
            msg = "Tuliskan tempat pengumuman, misalnya laman atau papan pengumuman."
            raise DomainError(msg, field="tempat")
        if tanggal > self._store.clock.today():
            raise DomainError("Tanggal pengumuman tidak boleh di masa depan.", field="tanggal")
        signed = day_of(_signed(berkas_id).tanggal)
        if tanggal < signed:
            msg = f"Tanggal mendahului tanggal Keputusan ({tanggal_text(signed)})."
            raise DomainError(msg, field="tanggal")
        with self._store.write("daftar.umumkan", Kind.PUBLIKASI, berkas_id=berkas_id) as entry:
            tables.Publikasi.create(
                berkas=berkas_id,
                tempat=tempat,
                tanggal=tanggal.isoformat(),
                tautan=tautan,
                waktu=utc_text(self._store.clock.now()),
            )
            entry.say(
                f"Daftar diumumkan di {tempat} pada {tanggal_text(tanggal)}.",
                sesudah={"tempat": tempat, "tanggal": tanggal, "tautan": tautan},
            )

    def unpublish(self, publikasi_id: int) -> None:
        """Take a mistyped record of publication out; riwayat keeps it."""
        row = tables.Publikasi.get_or_none(tables.Publikasi.id == publikasi_id)
        if row is None:
            return
        self._berkas.require_stage(row.berkas_id, StageKind.DOKUMENTASI)
        with self._store.write(
            "daftar.batal_umumkan", Kind.PUBLIKASI, berkas_id=row.berkas_id
        ) as entry:
            tables.Publikasi.delete().where(tables.Publikasi.id == publikasi_id).execute()
            entry.say(
                f"Catatan pengumuman di {row.tempat} dihapus.",
                sebelum={"tempat": row.tempat, "tanggal": row.tanggal, "tautan": row.tautan},
            )

    def publications(self, berkas_id: int) -> tuple[Publikasi, ...]:
        """Where the list was published, oldest first."""
        rows = tables.Publikasi.select().where(tables.Publikasi.berkas == berkas_id)
        return tuple(
            Publikasi(row.id, row.tempat, day_of(row.tanggal), row.tautan)
            for row in rows.order_by(tables.Publikasi.id)
        )

    def write_bundle(self, berkas_id: int) -> Attachment:
        """Write and keep the archive bundle at once; raises as `plan_bundle` does."""
        plan = self.plan_bundle(berkas_id)
        return self.keep_bundle(plan, self.pack_bundle(plan))

    def plan_bundle(self, berkas_id: int) -> BundlePlan:
        """What the archive bundle (ZIP) is made of. Raises DomainError when a part is missing.

        That of a finished berkas is written anew only when a letter came back late.
        """
        judul = self._bundling(berkas_id)
        if self.list_pdf(berkas_id) is None:
            raise DomainError("Buat daftar untuk diumumkan sebelum membuat bundel arsip.")
        files = tuple(bundle_files(berkas_id, self._attachments))
        events = tuple(reversed(self._riwayat.list(berkas_id, limit=None)))
        return BundlePlan(berkas_id, judul, files, events, self._store.clock.now())

    def pack_bundle(self, plan: BundlePlan, progress: Progress = no_progress) -> TakenFile:
        """Write what `plan` says and take it in; touches no record, so on any thread.

        Raises EnvironmentProblem when a stored file cannot be read, or the disk refuses.
        """
        data = plan.write(progress)
        name = file_name(f"Arsip {plan.title}", ".zip")
        return self._attachments.take_bytes(name, data, "application/zip")

    def keep_bundle(self, plan: BundlePlan, taken: TakenFile) -> Attachment:
        """Keep what was packed. Raises DomainError when the berkas has gone on meanwhile."""
        berkas_id = plan.berkas_id
        self._bundling(berkas_id)
        with self._store.write(
            "arsip.tulis", Kind.PUBLIKASI, Kind.ATTACHMENT, berkas_id=berkas_id
        ) as entry:
            attachment_id = self._attachments.record(taken)
            tables.Bundel.create(
                berkas=berkas_id,
                attachment=attachment_id,
                waktu=utc_text(self._store.clock.now()),
            )
            entry.say("Bundel arsip dibuat.", sesudah={"sha256": taken.sha256})
            return self._attachments.get(attachment_id)

    def _bundling(self, berkas_id: int) -> str:
        """The title of a berkas whose bundle may be written now."""
        detail = self._berkas.get(berkas_id)
        if detail.status is not StatusBerkas.SELESAI or detail.facts.archived:
            self._berkas.require_stage(berkas_id, StageKind.DOKUMENTASI)
        return detail.judul

    def bundle(self, berkas_id: int) -> Attachment | None:
        """The newest bundle."""
        return self._newest(tables.Bundel, "berkas", berkas_id)

    def _newest(self, table: Any, column: str, value: int) -> Attachment | None:
        return newest_file(self._attachments, table, column, value)


def _signed(berkas_id: int) -> Any:
    row = keputusan_row(berkas_id)
    if row is None or not row.ditandatangani:
        raise DomainError("Nomor dan tanggal Keputusan belum dicatat di tahap 3.")
    return row
