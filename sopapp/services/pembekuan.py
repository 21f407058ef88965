"""Freezing a signed letter: its words, the PDF for the archive, the content a copy is made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sopapp.documents.content import Keputusan, Letter
from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress, no_progress, share
from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day, utc_text
from sopapp.services.attachments import AttachmentService, TakenFile
from sopapp.services.composer import BarisBuku, Composer
from sopapp.services.letter_rows import ARSIP
from sopapp.services.naskah_beku import naskah_from_json, naskah_to_json
from sopapp.services.surat_access import stored_words

if TYPE_CHECKING:
    from sopapp.documents.arsip import ArchiveInfo

_PDF, _JSON = "application/pdf", "application/json"


@dataclass(frozen=True, slots=True)
class Beku:
    """A frozen letter that has no record yet."""

    pdf: TakenFile
    naskah: TakenFile | None
    sidik: str
    isi: str
    buku: BarisBuku


@dataclass(frozen=True, slots=True)
class RencanaArsip:
    """What the archive copy of a letter is made of; nothing of it needs the records."""

    naskah: Letter
    info: ArchiveInfo

    def write(self, progress: Progress = no_progress, pdf: bytes | None = None) -> bytes:
        """The PDF/A; takes its time for a long Lampiran, unless its `pdf` is there already.

        Raises DomainError as `build` does.
        """
        from sopapp.documents.arsip import archive_copy
        from sopapp.documents.build import build

        return archive_copy(build(self.naskah, progress) if pdf is None else pdf, self.info)


class Pembekuan:
    """Makes the last print of a letter; from then on it never changes."""

    def __init__(self, store: Store, composer: Composer, attachments: AttachmentService) -> None:
        self._store = store
        self._composer = composer
        self._attachments = attachments

    def plan(self, row: Any, nomor: str, day: date) -> RencanaArsip:
        """The archive copy of a letter with this number and date. Raises DomainError."""
        from sopapp.documents.arsip import ArchiveInfo

        letter: Any = self._composer.compose(row, nomor, day)
        title = f"{JenisSurat(row.jenis).label} Nomor {nomor}"
        perihal = self._composer.book(row, day).perihal
        return RencanaArsip(letter, ArchiveInfo(title, letter.kop.instansi, perihal, day))

    def prepare(
        self,
        row: Any,
        nomor: str,
        day: date,
        pdf: bytes | None = None,
        arsip: bytes | None = None,
        progress: Progress = no_progress,
    ) -> Beku:
        """The frozen letter with this number and date, its files taken in; before the write.

        `arsip` is what its plan wrote, `pdf` the letter itself; without them both are made here.
        Raises DomainError as composing and building do.
        """
        plan = self.plan(row, nomor, day)
        naskah = None
        if isinstance(plan.naskah, Keputusan):
            text = naskah_to_json(plan.naskah, share(progress, 0, 2)).encode()
            progress(1, 2)
            naskah = self._attachments.take_bytes("Naskah Keputusan.json", text, _JSON)
        progress(2, 2)
        archived = plan.write(pdf=pdf) if arsip is None else arsip
        return Beku(
            pdf=self._attachments.take_bytes(f"{plan.info.title}.pdf", archived, _PDF),
            naskah=naskah,
            sidik=self._composer.sidik(row, day),
            isi=stored_words(self._composer.isi(row, day)),
            buku=self._composer.book(row, day),
        )

    def freeze(self, surat_id: int, frozen: Beku) -> None:
        """Sign a letter that has its number: words, book and archive; call inside a write."""
        tables.Surat.update(
            ditandatangani=True,
            isi=frozen.isi,  # the words that were signed, whatever the template says later
            perlu_cetak=False,
            **dataclasses.asdict(frozen.buku),
        ).where(tables.Surat.id == surat_id).execute()
        naskah = frozen.naskah
        tables.Cetakan.create(
            surat=surat_id,
            attachment=self._attachments.record(frozen.pdf),
            naskah=None if naskah is None else self._attachments.record(naskah),
            sidik=frozen.sidik,
            keterangan=ARSIP,
            nomor=tables.Surat.get_by_id(surat_id).nomor,
            waktu=utc_text(self._store.clock.now()),
        )

    def thaw(self, row: Any) -> list[int]:
        """Take back that a letter is signed; call inside a write.

        Its prints and scans stay kept; gives the attachments of the scans that were its own. Words
        that are still the template's follow the template again.
        """
        mine = tables.Pindaian.surat == row.id
        dropped = [scan.attachment_id for scan in tables.Pindaian.select().where(mine)]
        tables.Pindaian.delete().where(mine).execute()
        tables.Surat.update(ditandatangani=False).where(tables.Surat.id == row.id).execute()
        if row.jenis != JenisSurat.BERITA_ACARA and self._of_template(row):
            tables.Surat.update(isi=None).where(tables.Surat.id == row.id).execute()
        return dropped

    def _of_template(self, row: Any) -> bool:
        bare = tables.Surat.get_by_id(row.id)
        bare.isi = None
        day = stored_day(row.tanggal)
        try:
            return self._composer.isi(bare, day) == self._composer.isi(row, day)
        except DomainError:  # the template has lost a part, or nobody signs
            return False

    def naskah(self, surat_id: int) -> Callable[[], Keputusan] | None:
        """What reads the content of a Keputusan as it was signed, later and on any thread.

        None when it was not kept.
        """
        row = (
            tables.Cetakan.select()
            .where((tables.Cetakan.surat == surat_id) & tables.Cetakan.naskah.is_null(False))
            .order_by(tables.Cetakan.id.desc())
            .first()
        )
        if row is None:
            return None
        read = self._attachments.reader(row.naskah_id)
        return lambda: naskah_from_json(read().decode())
