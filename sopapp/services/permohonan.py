"""The register of refused requests, and the letter that answers each."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.permohonan import (
    EntriDiminta,
    Permohonan,
    PermohonanInput,
    StatusPermohonan,
    Tenggat,
    batas_keberatan,
    tenggat,
)
from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_text
from sopapp.persistence.surat_isi import isi_to_json
from sopapp.services.attachments import Attachment, AttachmentService
from sopapp.services.checked_input import checked_input
from sopapp.services.kept_sheets import kept_sheets
from sopapp.services.letter_rows import keep_correction, newest_print, void_letter
from sopapp.services.penolakan_composer import PenolakanComposer
from sopapp.services.permohonan_check import checked
from sopapp.services.permohonan_rows import (
    former_letter,
    holds,
    request_columns,
    request_values,
    set_entries,
)

_PENOLAKAN = JenisSurat.PENOLAKAN.value


@dataclass(frozen=True, slots=True)
class LembarTerlampir:
    """The Lembar Uji of an entry; `attachment` None when no print of it was kept."""

    judul: str
    attachment: Attachment | None


@checked_input(free=("list", "due", "needs_reason", "objection_until"))
class PermohonanService:
    """Reads and changes the requests; one whose answer is signed never changes again."""

    def __init__(
        self,
        store: Store,
        composer: PenolakanComposer,
        attachments: AttachmentService,
        calendar: Callable[[], HariKerja],
    ) -> None:
        self._store = store
        self._composer = composer
        self._attachments = attachments
        self._calendar = calendar

    # Reading

    def list(
        self,
        tahun: int | None = None,
        status: StatusPermohonan | None = None,
        teks: str = "",
    ) -> tuple[Permohonan, ...]:
        """The requests, newest first: of a year, in a state, holding every word of `teks`."""
        query = tables.Permohonan.select().order_by(
            tables.Permohonan.diterima.desc(), tables.Permohonan.id.desc()
        )
        if tahun is not None:
            query = query.where(tables.Permohonan.diterima.startswith(f"{tahun:04d}-"))
        words = teks.casefold().split()
        return tuple(
            each
            for each in request_values(query)
            if (status is None or each.status is status) and holds(each, words)
        )

    def get(self, permohonan_id: int) -> Permohonan:
        """One request. Raises NotFoundError."""
        query = tables.Permohonan.select().where(tables.Permohonan.id == permohonan_id)
        for found in request_values(query):
            return found
        raise NotFoundError("Permohonan itu tidak ada lagi.")

    def years(self) -> tuple[int, ...]:
        """The years in which requests came in, newest first."""
        rows = tables.Permohonan.select(tables.Permohonan.diterima)
        return tuple(sorted({int(row.diterima[:4]) for row in rows}, reverse=True))

    def due(self, permohonan: Permohonan) -> Tenggat | None:
        """When it must be answered and how that stands; None for a cancelled one."""
        if permohonan.batal:
            return None
        return tenggat(
            self._calendar(),
            permohonan.data.diterima,
            self._today(),
            diperpanjang=bool(permohonan.data.perpanjangan),
            dijawab=permohonan.surat.dijawab if permohonan.surat else None,
        )

    def objection_until(self, permohonan: Permohonan) -> date | None:
        """The last day to object; None while it is not recorded when the applicant got it."""
        surat = permohonan.surat
        if surat is None or surat.diterima is None or not surat.ditandatangani:
            return None
        return batas_keberatan(self._calendar(), surat.diterima)

    def entries(
        self, entri_ids: Sequence[int], day: date | None = None
    ) -> tuple[EntriDiminta, ...]:
        """Entries of the register as a refusal of `day` (today without one) would cite them."""
        return self._composer.entries(entri_ids, day or self._today())

    def attachments_of(self, permohonan_id: int) -> tuple[LembarTerlampir, ...]:
        """The kept Lembar Uji of the entries in force on the letter's day, in their order."""
        found = self.get(permohonan_id)
        day = (found.surat.tanggal if found.surat else None) or self._today()
        versions = self._composer.versions(found.data.entri_ids, day)
        kept = kept_sheets({entri_id: versi for entri_id, (versi, _judul) in versions.items()}, day)
        return tuple(
            LembarTerlampir(
                judul, self._attachments.get(kept[entri_id]) if entri_id in kept else None
            )
            for entri_id, (_versi, judul) in versions.items()
        )

    # Writing

    def add(self, data: PermohonanInput) -> int:
        """Record a request. Raises DomainError by field."""
        clean = checked(data, self._today())
        with self._store.write("permohonan.tambah", Kind.PERMOHONAN) as entry:
            row = tables.Permohonan.create(**request_columns(clean))
            set_entries(row.id, clean.entri_ids)
            entry.say(f"Permohonan {_name(clean)} dicatat.", sesudah=_snapshot(clean))
        return int(row.id)

    def edit(self, permohonan_id: int, data: PermohonanInput, alasan: str = "") -> None:
        """Change a request; `alasan` is asked for once a letter with these words was printed.

        Raises DomainError by field, and when its answer is signed.
        """
        before = self._changeable(permohonan_id)
        clean = checked(data, self._today(), permohonan_id)
        if clean == before.data:
            return
        alasan = " ".join(alasan.split())
        corrects = self.needs_reason(before, clean)
        if corrects and not alasan:
            msg = "Surat penolakannya sudah dicetak. Tuliskan alasan perubahannya."
            raise DomainError(msg, field="alasan", topic=panduan.ALASAN_SESUDAH_CETAK)
        with self._store.write("permohonan.ubah", Kind.PERMOHONAN, Kind.SURAT) as entry:
            self._change(before, clean)
            if corrects and before.surat is not None:
                keep_correction(
                    before.surat.id, alasan, _snapshot(before.data), _snapshot(clean), self._now()
                )
            entry.say(
                f"Permohonan {_name(clean)} diubah.",
                sebelum=_snapshot(before.data),
                sesudah=_snapshot(clean) | ({"alasan": alasan} if alasan else {}),
            )

    def needs_reason(self, before: Permohonan, data: PermohonanInput) -> bool:
        """Whether this change corrects a letter that was printed already."""
        if before.surat is None or newest_print(before.surat.id) is None:
            return False
        return _printed_words(data) != _printed_words(before.data)

    def extend(self, permohonan_id: int, alasan: str) -> None:
        """Give the answer seven working days more, once (UU 14/2008 Pasal 22 ayat (8)).

        Raises DomainError without a reason, for a second time, and once it is answered.
        """
        before = self._changeable(permohonan_id)
        alasan = alasan.strip()
        if not alasan:
            raise DomainError("Alasan perpanjangan belum diisi.", field="perpanjangan")
        if before.data.perpanjangan:
            msg = "Waktu menjawab hanya dapat diperpanjang satu kali."
            raise DomainError(msg, field="perpanjangan", topic=panduan.TENGGAT_PERMOHONAN)
        extended = dataclasses.replace(before.data, perpanjangan=alasan)
        clean = checked(extended, self._today(), permohonan_id)
        with self._store.write("permohonan.perpanjang", Kind.PERMOHONAN, Kind.SURAT) as entry:
            self._change(before, clean)
            entry.say(
                f"Waktu menjawab permohonan {_name(clean)} diperpanjang.",
                sebelum={"perpanjangan": ""},
                sesudah={"perpanjangan": alasan},
            )

    def cancel(self, permohonan_id: int, alasan: str) -> None:
        """Take a request back; a letter drafted for it is void, its number stays in the book.

        Raises DomainError without a reason, and once the answer is signed.
        """
        before = self._changeable(permohonan_id)
        alasan = alasan.strip()
        if not alasan:
            raise DomainError("Alasan pembatalan belum diisi.", field="alasan")
        with self._store.write("permohonan.batal", Kind.PERMOHONAN, Kind.SURAT) as entry:
            tables.Permohonan.update(batal=alasan).where(
                tables.Permohonan.id == permohonan_id
            ).execute()
            if before.surat is not None:
                self._void(before.surat.id, f"Permohonan dibatalkan: {alasan}")
            entry.say(
                f"Permohonan {_name(before.data)} dibatalkan.",
                sebelum=_snapshot(before.data),
                sesudah={"batal": alasan},
            )

    def draft_letter(self, permohonan_id: int) -> int:
        """Make the letter that refuses the request; the one that is there already stays.

        Gives the letter's id. Raises DomainError when no entry is chosen, or one is not in
        force today.
        """
        found = self.get(permohonan_id)
        if found.surat is not None:
            return found.surat.id
        if found.batal:
            raise DomainError(f"Permohonan ini dibatalkan: {found.batal}")
        self._composer.check(found.data.entri_ids, self._today())
        former = former_letter(permohonan_id)
        with self._store.write("penolakan.susun", Kind.PERMOHONAN, Kind.SURAT) as entry:
            row = tables.Surat.create(
                permohonan=permohonan_id,
                jenis=_PENOLAKAN,
                mengganti=former and former.id,
            )
            entry.say(
                f"Surat penolakan untuk permohonan {_name(found.data)} disusun.",
                sesudah={"permohonan_id": permohonan_id, "entri_id": list(found.data.entri_ids)},
            )
        return int(row.id)

    # Parts

    def _changeable(self, permohonan_id: int) -> Permohonan:
        found = self.get(permohonan_id)
        if found.status is StatusPermohonan.DIJAWAB:
            msg = (
                f"Permohonan {_name(found.data)} sudah dijawab dengan surat yang ditandatangani, "
                "jadi tidak dapat diubah."
            )
            raise DomainError(msg)
        if found.batal:
            raise DomainError(f"Permohonan ini sudah dibatalkan: {found.batal}")
        return found

    def _change(self, before: Permohonan, clean: PermohonanInput) -> None:
        tables.Permohonan.update(**request_columns(clean)).where(
            tables.Permohonan.id == before.id
        ).execute()
        if clean.entri_ids != before.data.entri_ids:
            set_entries(before.id, clean.entri_ids)
        if before.surat is None or _printed_words(clean) == _printed_words(before.data):
            return
        letter = tables.Surat.id == before.surat.id
        tables.Surat.update(perlu_cetak=True).where(letter).execute()
        if before.surat.nomor:
            perihal, tujuan = self._composer.book(tables.Surat.get(letter))
            tables.Surat.update(perihal=perihal, tujuan=tujuan).where(letter).execute()

    def _void(self, surat_id: int, alasan: str) -> None:
        row = tables.Surat.get_by_id(surat_id)
        void_letter(row, alasan, lambda: isi_to_json(self._composer.isi(row)), self._now())

    def _today(self) -> date:
        return self._store.clock.today()

    def _now(self) -> str:
        return utc_text(self._store.clock.now())


def _printed_words(data: PermohonanInput) -> PermohonanInput:
    """What of a request the letter says."""
    return dataclasses.replace(data, catatan="", perpanjangan="")


def _snapshot(data: PermohonanInput) -> dict[str, Any]:
    return request_columns(data) | {"entri_id": list(data.entri_ids)}


def _name(data: PermohonanInput) -> str:
    """The request in a sentence of riwayat: never with a word about the applicant."""
    return f"Nomor Pendaftaran {data.nomor_pendaftaran}"
