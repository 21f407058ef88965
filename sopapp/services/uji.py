"""Uji konsekuensi: recording the tests of usulan and printing what was weighed.

PPID tests with care before anything is excluded (UU 14/2008 Pasal 19); there is no exclusion
without a test (Perki 1/2021 Pasal 22 ayat (3)).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sopapp.documents.content import BeritaAcara, LembarUji
from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.dik import IsiDik, JenisUsulan
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.numbering import Penomoran
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import JenisSurat
from sopapp.domain.uji import IsiBeritaAcara, IsiUji, Kesimpulan, Uji
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_as_dict, isi_from_json, isi_to_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day, utc_moment, utc_text
from sopapp.persistence.uji_isi import (
    berita_acara_as_dict,
    berita_acara_to_json,
    uji_as_dict,
    uji_from_json,
    uji_to_json,
)
from sopapp.services.attachments import Attachment, AttachmentService
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.dik import DikService
from sopapp.services.file_names import file_name
from sopapp.services.letter_rows import berita_acara_row, hold, mark_keputusan_stale
from sopapp.services.nomor import NomorService
from sopapp.services.surat import SuratService
from sopapp.services.uji_composer import UjiComposer
from sopapp.services.uji_refusal import refuse_berita_acara_day, refuse_test
from sopapp.services.uji_rows import newest_test, tests_of

LEMBAR_UJI = "lembar_uji"
BERITA_ACARA = "berita_acara"
# A paper is often printed again, or numbered, after the berkas has moved on.
_PRINT_STAGES = (
    StageKind.VALIDASI,
    StageKind.PENETAPAN,
    StageKind.PEMUTAKHIRAN,
    StageKind.DOKUMENTASI,
)


@dataclass(frozen=True, slots=True)
class CetakanUji:
    """A paper as it was printed; `usulan_id` None for a Berita Acara or a usulan now gone."""

    id: int
    jenis: str
    usulan_id: int | None
    attachment: Attachment
    waktu: datetime


@checked_input()
class UjiService:
    """Records tests and composes their papers."""

    def __init__(
        self,
        store: Store,
        berkas: BerkasService,
        attachments: AttachmentService,
        composer: UjiComposer,
        dik: DikService,
        surat: SuratService,
        nomor: NomorService,
    ) -> None:
        self._store = store
        self._berkas = berkas
        self._attachments = attachments
        self._composer = composer
        self._dik = dik
        self._surat = surat
        self._nomor = nomor

    # Reading

    def list(self, usulan_id: int) -> tuple[Uji, ...]:
        """All tests of a usulan, newest first; only the first of them counts."""
        return tests_of(usulan_id)

    def prefill(self, usulan_id: int) -> IsiUji | None:
        """What a new test may start from; None when nothing comes near.

        The usulan's own last test as it stands; else the words of the last test of the same
        entry, without its answers; else day, place and participants of the berkas' last test.
        """
        row = _usulan(usulan_id)
        own = newest_test(usulan_id)
        if own is not None:
            return own.uji
        here = _last_uji(tables.Usulan.berkas == row.berkas_id)
        former = None if row.entri_id is None else _last_uji(_about_entry(row.entri_id))
        start = here or former
        if start is None:
            return None
        words = former or dataclasses.replace(
            start, kepentingan_publik="", kepatutan="", alasan="", kesimpulan=Kesimpulan.SELURUHNYA
        )
        return dataclasses.replace(
            words,
            tanggal=here.tanggal if here else self._store.clock.today(),
            tempat=start.tempat,
            peserta=start.peserta,
            # Asked anew each time, never carried over.
            pasal_18=None,
            persetujuan=None,
            kesimpulan=Kesimpulan.TERBUKA
            if row.jenis == JenisUsulan.BUKA.value
            else words.kesimpulan,
        )

    # Recording

    def record(self, usulan_id: int, uji: IsiUji, isi: IsiDik | None = None) -> None:
        """Store a test of the content (as settled when `isi` is given) with its verdict.

        Raises DomainError naming the field that is not yet right.
        """
        row = _usulan(usulan_id)
        self._berkas.require_stage(row.berkas_id, StageKind.VALIDASI)
        before = isi_from_json(row.isi)
        settled = before if isi is None else isi
        if uji.kesimpulan is Kesimpulan.SELURUHNYA:
            settled = dataclasses.replace(settled, bagian="")
        jenis = JenisUsulan(row.jenis)
        kept = self._dik.entry(row.entri_id) if jenis is JenisUsulan.TETAP else None
        refuse_test(jenis, kept, uji, settled, self._store.clock.today())
        previous = newest_test(usulan_id)
        putusan = uji.kesimpulan.putusan
        with self._store.write(
            "uji.catat", Kind.USULAN, Kind.SURAT, berkas_id=row.berkas_id
        ) as entry:
            tables.Uji.create(
                usulan=usulan_id,
                isi_usulan=isi_to_json(settled),
                isi=uji_to_json(uji),
                waktu=utc_text(self._store.clock.now()),
            )
            tables.Usulan.update(
                isi=isi_to_json(settled), putusan=putusan.value, catatan=""
            ).where(tables.Usulan.id == usulan_id).execute()  # fmt: skip
            mark_keputusan_stale(row.berkas_id)
            entry.say(
                f"Uji konsekuensi, {uji.kesimpulan.label.lower()}: {settled.informasi}",
                sebelum={
                    "putusan": row.putusan,
                    **isi_as_dict(before),
                    **(uji_as_dict(previous.uji) if previous else {}),
                },
                sesudah={"putusan": putusan, **isi_as_dict(settled), **uji_as_dict(uji)},
            )

    # Papers

    def compose_lembar(self, usulan_id: int) -> LembarUji:
        """The sheet of the last test. Raises DomainError when there is none."""
        return self._composer.lembar(_usulan(usulan_id), _required(usulan_id))

    def keep_lembar(self, usulan_id: int, pdf: bytes) -> None:
        """Keep a sheet of the last test as it was printed."""
        row, test = _usulan(usulan_id), _required(usulan_id)
        title = f"Lembar Uji Konsekuensi: {test.isi.informasi}"
        self._keep(row.berkas_id, title, pdf, test.id)

    def berita_acara(self, berkas_id: int) -> IsiBeritaAcara:
        """The head as it was set, else day and place of the last test and no number yet."""
        row = berita_acara_row(berkas_id)
        if row is None:
            return self._composer.proposed_berita_acara(berkas_id)
        return self._composer.isi_berita_acara(row)

    def set_berita_acara(self, berkas_id: int, isi: IsiBeritaAcara) -> None:
        """Set number, day (none before the last test) and place. Raises DomainError by field.

        A number that was printed is changed with a reason only, by SuratService.
        """
        self._berkas.require_stage(berkas_id, *_PRINT_STAGES)
        isi = IsiBeritaAcara(" ".join(isi.nomor.split()), isi.tanggal, isi.tempat.strip())
        self._refuse_head(berkas_id, isi)
        before = self.berita_acara(berkas_id)
        row = berita_acara_row(berkas_id)
        if row is not None and isi == before and row.isi is not None:
            return
        if row is not None:
            self._surat.refuse_new_number(row.id, isi.nomor, isi.tanggal)
        number = Penomoran(isi.nomor, isi.tanggal) if isi.nomor else None
        kind = JenisSurat.BERITA_ACARA
        if number is not None:
            number = self._nomor.check(kind.naskah, number, row.id if row is not None else None)
        with self._store.write(
            "uji.berita_acara", Kind.USULAN, Kind.SURAT, berkas_id=berkas_id
        ) as entry:
            if row is None:
                row = tables.Surat.create(berkas=berkas_id, jenis=kind.value)
            else:
                hold(row)
            tables.Surat.update(isi=berita_acara_to_json(isi), perlu_cetak=True).where(
                tables.Surat.id == row.id
            ).execute()
            if number is not None:
                self._nomor.give(row.id, kind, number)
            else:
                self._nomor.take_back(row.id)
            self._surat.describe(row.id)
            entry.say(
                "Nomor, tanggal, dan tempat Berita Acara uji konsekuensi dicatat.",
                sebelum=berita_acara_as_dict(before),
                sesudah=berita_acara_as_dict(isi),
            )

    def _refuse_head(self, berkas_id: int, isi: IsiBeritaAcara) -> None:
        refuse_berita_acara_day(berkas_id, isi.tanggal, self._store.clock.today())
        if not isi.tempat:
            raise DomainError("Tempat uji konsekuensi belum diisi.", field="tempat")

    def compose_berita_acara(self, berkas_id: int) -> BeritaAcara:
        """The Berita Acara of all tests that stand. Raises DomainError while there is none."""
        self._berkas.stage_kind(berkas_id)  # refuses a berkas that does not exist
        row = _berita_acara(berkas_id)
        return self._composer.berita_acara(row, row.nomor, stored_day(row.tanggal))

    def keep_berita_acara(self, berkas_id: int, pdf: bytes) -> None:
        """Keep a Berita Acara as it was printed."""
        self._berkas.require_stage(berkas_id, *_PRINT_STAGES)
        self._surat.keep_row(_berita_acara(berkas_id), pdf, "dicetak")

    def kept(self, berkas_id: int) -> tuple[CetakanUji, ...]:
        """The papers that were kept, newest first."""
        rows = (
            tables.CetakanUji.select(tables.CetakanUji, tables.Uji)
            .left_outer_join(tables.Uji)
            .where(tables.CetakanUji.berkas == berkas_id)
        )
        sheets = [
            CetakanUji(
                row.id,
                LEMBAR_UJI,
                row.uji.usulan_id if row.uji_id else None,
                self._attachments.get(row.attachment_id),
                utc_moment(row.waktu),
            )
            for row in rows
        ]
        reports = (
            tables.Cetakan.select()
            .join(tables.Surat)
            .where((tables.Surat.berkas == berkas_id) & (tables.Surat.jenis == BERITA_ACARA))
        )
        sheets += [
            CetakanUji(
                row.id,
                BERITA_ACARA,
                None,
                self._attachments.get(row.attachment_id),
                utc_moment(row.waktu),
            )
            for row in reports
        ]
        return tuple(
            sorted(sheets, key=lambda sheet: (sheet.waktu, sheet.attachment.id), reverse=True)
        )

    def _keep(self, berkas_id: int, title: str, pdf: bytes, uji: int) -> None:
        self._berkas.require_stage(berkas_id, *_PRINT_STAGES)
        taken = self._attachments.take_bytes(file_name(title, ".pdf"), pdf, "application/pdf")
        with self._store.write(
            "uji.cetak", Kind.USULAN, Kind.ATTACHMENT, berkas_id=berkas_id
        ) as entry:
            tables.CetakanUji.create(
                berkas=berkas_id,
                uji=uji,
                jenis=LEMBAR_UJI,
                attachment=self._attachments.record(taken),
                waktu=utc_text(self._store.clock.now()),
            )
            entry.say(f"{title} dicetak.", sesudah={"sha256": taken.sha256})


def _usulan(usulan_id: int) -> Any:
    row = tables.Usulan.get_or_none(tables.Usulan.id == usulan_id)
    if row is None:
        raise NotFoundError("Usulan itu tidak ada lagi.")
    return row


def _berita_acara(berkas_id: int) -> Any:
    """Its row; one that is not stored yet while there is none."""
    row = berita_acara_row(berkas_id)
    return row or tables.Surat(berkas=berkas_id, jenis=JenisSurat.BERITA_ACARA.value)


def _required(usulan_id: int) -> Uji:
    test = newest_test(usulan_id)
    if test is None:
        msg = "Uji konsekuensi atas usulan ini belum dicatat. Catat ujinya dahulu."
        raise DomainError(msg, field="uji", topic=panduan.UJI_DAHULU)
    return test


def _about_entry(entri_id: int) -> Any:
    """Tests of usulan about an entry, also of the one that first proposed it."""
    made = tables.DikVersi.select(tables.DikVersi.usulan).where(
        (tables.DikVersi.entri == entri_id) & tables.DikVersi.usulan.is_null(False)
    )
    return (tables.Usulan.entri == entri_id) | tables.Usulan.id.in_(made)


def _last_uji(where: Any) -> IsiUji | None:
    row = (
        tables.Uji.select(tables.Uji)
        .join(tables.Usulan)
        .where(where)
        .order_by(tables.Uji.id.desc())
        .first()
    )
    return None if row is None else uji_from_json(row.isi)
