"""What units propose, and the verdict on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import peewee

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.dik import IsiDik, JenisUsulan, Putusan
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.kekurangan import Kekurangan, kekurangan, must_mend
from sopapp.domain.sop import StageKind
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.domain.uji import Uji
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_as_dict, isi_from_json, isi_to_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_text
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.dik import DikService
from sopapp.services.letter_rows import mark_keputusan_stale
from sopapp.services.uji_rows import newest_test, newest_tests
from sopapp.services.unit_kerja import UnitKerja, unit_of

BUKA_TETAP_DIKECUALIKAN = (
    "Unit kerja mengusulkan informasi ini dibuka kembali. Bila tetap dikecualikan, ubah jenis "
    "usulannya: hapus lalu tambahkan sebagai “Tetap” atau “Ubah”."
)
TAKES_USULAN = (StageKind.PERMINTAAN, StageKind.VALIDASI)
"""The stages in which a berkas takes usulan in."""


@dataclass(frozen=True, slots=True)
class Usulan:
    """A stored usulan; `putusan` None means not judged yet, `uji` is its last test."""

    id: int
    berkas_id: int
    unit: UnitKerja
    jenis: JenisUsulan
    entri_id: int | None
    isi: IsiDik
    putusan: Putusan | None
    catatan: str
    kekurangan: tuple[Kekurangan, ...]
    uji: Uji | None = None


@checked_input()
class UsulanService:
    """Reads, changes and judges usulan."""

    def __init__(self, store: Store, berkas: BerkasService, dik: DikService) -> None:
        self._store = store
        self._berkas = berkas
        self._dik = dik

    def list(self, berkas_id: int) -> tuple[Usulan, ...]:
        """The usulan of a berkas, by unit and then as they came in."""
        query = (
            tables.Usulan.select(tables.Usulan, tables.UnitKerja)
            .join(tables.UnitKerja)
            .where(tables.Usulan.berkas == berkas_id)
            .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id, tables.Usulan.id)
        )
        tests = newest_tests(berkas_id)
        return tuple(_value(row, tests.get(row.id)) for row in query)

    def get(self, usulan_id: int) -> Usulan:
        """One usulan. Raises NotFoundError."""
        return _value(self._row(usulan_id), newest_test(usulan_id))

    def add(
        self,
        berkas_id: int,
        unit_id: int,
        jenis: JenisUsulan,
        isi: IsiDik,
        entri_id: int | None = None,
    ) -> int:
        """Store what a unit proposes; all but a new one name the entry they are about.

        A `tetap` or `buka` without content takes the entry's present one. Raises DomainError.
        """
        self._berkas.require_stage(berkas_id, *TAKES_USULAN)
        unit = tables.UnitKerja.get_or_none(tables.UnitKerja.id == unit_id)
        if unit is None:
            raise DomainError("Unit kerja belum dipilih.", field="unit")
        self._refuse_against_answer(berkas_id, unit)
        if jenis is JenisUsulan.BARU:
            entri_id = None
        else:
            isi = self._content_of_entry(berkas_id, entri_id, jenis, isi)
        isi = _checked(isi)
        with self._store.write(
            "usulan.tambah", Kind.USULAN, Kind.SURAT, berkas_id=berkas_id
        ) as entry:
            row = tables.Usulan.create(
                berkas=berkas_id,
                unit=unit_id,
                jenis=jenis.value,
                entri=entri_id,
                isi=isi_to_json(isi),
                diterima=utc_text(self._store.clock.now()),
            )
            mark_keputusan_stale(berkas_id)
            entry.say(
                f"Usulan {jenis.label.lower()} dari {unit.nama}: {isi.informasi}",
                sesudah=isi_as_dict(isi),
            )
        return int(row.id)

    def edit(self, usulan_id: int, isi: IsiDik) -> None:
        """Change the content; a verdict that was given has to be given again."""
        self._change(usulan_id, isi, "usulan.ubah", "Usulan diubah")

    def mended(self, usulan_id: int, isi: IsiDik) -> None:
        """Take in the unit's mended version of a usulan that was sent back."""
        if self.get(usulan_id).putusan is not Putusan.DIKEMBALIKAN:
            raise DomainError("Usulan ini tidak sedang dikembalikan ke unit kerja.")
        self._change(usulan_id, isi, "usulan.perbaikan", "Perbaikan usulan diterima")

    def remove(self, usulan_id: int) -> None:
        """Take a usulan out; riwayat keeps what it said."""
        row = self._row(usulan_id)
        self._berkas.require_stage(row.berkas_id, *TAKES_USULAN)
        before = _value(row)
        with self._store.write(
            "usulan.hapus", Kind.USULAN, Kind.SURAT, berkas_id=row.berkas_id
        ) as entry:
            tables.Usulan.delete().where(tables.Usulan.id == usulan_id).execute()
            mark_keputusan_stale(row.berkas_id)
            entry.say(
                f"Usulan dihapus: {before.isi.informasi}",
                sebelum={"unit": before.unit.nama, **isi_as_dict(before.isi)},
            )

    def judge(self, usulan_id: int, putusan: Putusan, catatan: str = "") -> None:
        """Give the verdict.

        Raises DomainError naming the field that keeps a usulan from being excluded (`uji` when
        it lacks a test of this content that excludes it), or when a usulan is sent back without
        saying what to mend.
        """
        row = self._row(usulan_id)
        self._berkas.require_stage(row.berkas_id, StageKind.VALIDASI)
        before = _value(row)
        catatan = catatan.strip()
        if putusan is Putusan.DIKECUALIKAN:
            if before.jenis is JenisUsulan.BUKA:
                raise DomainError(
                    BUKA_TETAP_DIKECUALIKAN, field="putusan", topic=panduan.DIBUKA_KEMBALI
                )
            must = must_mend(before.isi)
            if must:
                raise DomainError(
                    "Belum dapat dikecualikan: " + " ".join(lack.text for lack in must),
                    field=must[0].field,
                    topic=panduan.ISIAN_PENGECUALIAN,
                )
            _require_test(newest_test(usulan_id), before.isi)
        if putusan is Putusan.DIKEMBALIKAN and not catatan:
            msg = "Tuliskan apa yang perlu diperbaiki unit kerja."
            raise DomainError(msg, field="catatan")
        with self._store.write(
            "usulan.putusan", Kind.USULAN, Kind.SURAT, berkas_id=row.berkas_id
        ) as entry:
            tables.Usulan.update(putusan=putusan.value, catatan=catatan).where(
                tables.Usulan.id == usulan_id
            ).execute()
            mark_keputusan_stale(row.berkas_id)
            entry.say(
                f"{putusan.label}: {before.isi.informasi}",
                sebelum={"putusan": before.putusan, **isi_as_dict(before.isi)},
                sesudah={"putusan": putusan, "catatan": catatan, **isi_as_dict(before.isi)},
            )

    def clear_verdict(self, usulan_id: int) -> None:
        """Take the verdict back, so that the usulan is open again."""
        row = self._row(usulan_id)
        self._berkas.require_stage(row.berkas_id, StageKind.VALIDASI)
        if row.putusan is None:
            return
        with self._store.write(
            "usulan.putusan_ditarik", Kind.USULAN, Kind.SURAT, berkas_id=row.berkas_id
        ) as entry:
            tables.Usulan.update(putusan=None).where(tables.Usulan.id == usulan_id).execute()
            mark_keputusan_stale(row.berkas_id)
            entry.say(
                f"Putusan ditarik: {_value(row).isi.informasi}", sebelum={"putusan": row.putusan}
            )

    def _change(self, usulan_id: int, isi: IsiDik, aksi: str, words: str) -> None:
        row = self._row(usulan_id)
        self._berkas.require_stage(row.berkas_id, *TAKES_USULAN)
        before = _value(row)
        isi = _checked(isi)
        with self._store.write(aksi, Kind.USULAN, Kind.SURAT, berkas_id=row.berkas_id) as entry:
            tables.Usulan.update(isi=isi_to_json(isi), putusan=None).where(
                tables.Usulan.id == usulan_id
            ).execute()
            mark_keputusan_stale(row.berkas_id)
            entry.say(
                f"{words}: {isi.informasi}",
                sebelum={"putusan": before.putusan, **isi_as_dict(before.isi)},
                sesudah=isi_as_dict(isi),
            )

    def _refuse_against_answer(self, berkas_id: int, unit: Any) -> None:
        """While answers are taken, a unit recorded as nihil has nothing to propose."""
        answer = tables.Permintaan.get_or_none(
            (tables.Permintaan.berkas == berkas_id) & (tables.Permintaan.unit == unit.id)
        )
        if answer is None or answer.jawaban != "nihil":
            return
        if self._berkas.stage_kind(berkas_id) is StageKind.PERMINTAAN:
            msg = f"Jawaban {unit.nama} tercatat nihil. Ubah dahulu jawabannya."
            raise DomainError(msg, field="unit", topic=panduan.JAWABAN_NIHIL)

    def _content_of_entry(
        self, berkas_id: int, entri_id: int | None, jenis: JenisUsulan, isi: IsiDik
    ) -> IsiDik:
        entry = self._dik.entry(entri_id)
        if entry is None:
            msg = f"Pilih informasi di daftar yang diusulkan {jenis.label.lower()}."
            raise DomainError(msg, field="entri")
        twin = (
            tables.Usulan.select()
            .where((tables.Usulan.berkas == berkas_id) & (tables.Usulan.entri == entri_id))
            .exists()
        )
        if twin:
            msg = f"Sudah ada usulan tentang “{entry.isi.informasi}” dalam berkas ini."
            raise DomainError(msg, field="entri")
        return isi if jenis is JenisUsulan.UBAH and isi.informasi.strip() else entry.isi

    def _row(self, usulan_id: int) -> Any:
        row = (
            tables.Usulan.select(tables.Usulan, tables.UnitKerja)
            .join(tables.UnitKerja)
            .where(tables.Usulan.id == usulan_id)
            .get_or_none()
        )
        if row is None:
            raise NotFoundError("Usulan itu tidak ada lagi.")
        return row


def _checked(isi: IsiDik) -> IsiDik:
    if not isi.informasi.strip():
        raise DomainError("Informasi yang diusulkan belum disebut.", field="informasi")
    return isi


def _require_test(test: Uji | None, isi: IsiDik) -> None:
    """There is no exclusion without a test of what is excluded (UU 14/2008 Pasal 19)."""
    if test is None:
        lack = (
            f"uji konsekuensi atas “{isi.informasi}” belum dicatat. Catat ujinya lebih dahulu "
            "(UU 14/2008 Pasal 19)."
        )
    elif test.uji.kesimpulan.putusan is not Putusan.DIKECUALIKAN:
        lack = (
            f"uji konsekuensi tanggal {tanggal_text(test.uji.tanggal)} menyimpulkan informasi ini "
            "terbuka. Catat uji baru bila kesimpulannya berubah."
        )
    elif test.isi != isi:
        lack = (
            f"isi usulan berubah sesudah diuji pada {tanggal_text(test.uji.tanggal)}. Catat uji "
            "konsekuensi lagi atas isi yang sekarang."
        )
    else:
        return
    raise DomainError(f"Belum dapat dikecualikan: {lack}", field="uji", topic=panduan.UJI_DAHULU)


def _value(row: peewee.Model, test: Uji | None = None) -> Usulan:
    data: Any = row
    isi = isi_from_json(data.isi)
    return Usulan(
        id=data.id,
        berkas_id=data.berkas_id,
        unit=unit_of(data.unit),
        jenis=JenisUsulan(data.jenis),
        entri_id=data.entri_id,
        isi=isi,
        putusan=Putusan(data.putusan) if data.putusan else None,
        catatan=data.catatan,
        kekurangan=kekurangan(isi),
        uji=test,
    )
