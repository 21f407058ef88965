"""Which rows of riwayat are about one record.

Rows name no record but the berkas, so they are found by what they say of it: its numbers, the
SHA-256 of its files, its own words. What that cannot tell apart is said in `batas`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sopapp.domain.errors import NotFoundError
from sopapp.domain.riwayat import Catatan, JenisCatatan
from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables
from sopapp.services.letter_rows import letter_name, unnumbered_name
from sopapp.services.riwayat_event import RiwayatEvent
from sopapp.services.riwayat_namesakes import Namesake, without_namesakes

Execute = Callable[..., Any]

_LETTER_ACTS = (
    "surat.*", "nota_dinas.*", "keputusan.*", "uji.berita_acara", "agenda.*", "ekspedisi.*",
    "penolakan.*", "urungkan*",
)  # fmt: skip
_USULAN_ACTS = ("usulan.*", "uji.*", "urungkan*")
_ENTRI_ACTS = (*_USULAN_ACTS, "dik.*")
_PERMOHONAN_ACTS = ("permohonan.*", "penolakan.*", "urungkan*")
_ALONE = {
    JenisSurat.KEPUTUSAN.value: ("keputusan.*",),
    JenisSurat.BERITA_ACARA.value: ("uji.berita_acara",),
    JenisSurat.PENGANTAR.value: ("nota_dinas.antar",),
}
"""Acts that are about the one letter of this kind that a berkas has."""

_ROUNDS = 20
"""How many former names or numbers of a record are followed back."""


@dataclass(frozen=True, slots=True)
class CatatanRiwayat:
    """The rows about one record: what it is called, and what could not be told apart."""

    nama: str
    ids: frozenset[int]
    batas: str


class RecordFinder:
    """Finds the rows of a record in an open data file."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def find(self, catatan: Catatan) -> CatatanRiwayat:
        """The rows about a record. Raises NotFoundError when it is not there any more."""
        match catatan.jenis:
            case JenisCatatan.SURAT:
                return self._letter(catatan.id)
            case JenisCatatan.ENTRI:
                return self._entri(catatan.id)
            case JenisCatatan.USULAN:
                return self._usulan(catatan.id)
            case JenisCatatan.PEJABAT:
                return self._pejabat(catatan.id)
            case JenisCatatan.UNIT_KERJA:
                return self._unit(catatan.id)
            case JenisCatatan.PERMOHONAN:
                return self._permohonan(catatan.id)

    # -- kinds ------------------------------------------------------------------------------

    def _letter(self, surat_id: int) -> CatatanRiwayat:
        row = _present(tables.Surat, surat_id, "Surat")
        rows = self._rows(_LETTER_ACTS, row.berkas_id)
        files = set(self._files(surat_id))
        numbers = {row.nomor} if row.nomor else set()
        unnumbered = unnumbered_name(row)
        # A kind of which a berkas has several, without a unit, is told apart by its number only.
        named = {unnumbered} if row.unit_id and row.berkas_id is not None else set()
        alone = _ALONE.get(row.jenis, ()) if row.berkas_id is not None else ()
        if row.jenis == JenisSurat.NOTA_DINAS and row.berkas_id is not None:
            alone = ("nota_dinas.susun",)
        found: set[int] = set()
        for _round in range(_ROUNDS):
            before = len(numbers)
            for each in rows:
                own = each.berkas_id == row.berkas_id
                if (
                    (own and _matches(each.aksi, alone))
                    or each.holds(files)
                    or each.holds(numbers)
                    or each.says(f"Nomor {number}" for number in numbers)
                    or (own and each.says(named))
                ):
                    found.add(each.id)
                    if each.aksi == "surat.nomor" and each.holds(numbers, after=True):
                        numbers |= each.values("nomor", before=True)
            if len(numbers) == before:
                break
        batas = (
            "Dicari menurut nomor, file, dan nama suratnya. Selama belum bernomor, surat sejenis "
            "untuk unit kerja yang sama tidak dapat dibedakan."
        )
        return CatatanRiwayat(letter_name(row), frozenset(found), batas)

    def _entri(self, entri_id: int) -> CatatanRiwayat:
        versions = list(tables.DikVersi.select().where(tables.DikVersi.entri == entri_id))
        if not versions:
            raise NotFoundError("Informasi itu tidak ada di daftar.")
        first = [each.usulan_id for each in versions if each.usulan_id is not None]
        proposals = list(
            tables.Usulan.select().where(
                (tables.Usulan.entri == entri_id) | tables.Usulan.id.in_(first)
            )
        )
        names = {_informasi(each.isi) for each in (*versions, *proposals)}
        berkas = {each.berkas_id for each in proposals} | {None}
        found = self._by_words(
            [
                each for each in self._rows(_ENTRI_ACTS)
                if each.berkas_id in berkas or each.aksi.startswith("dik.")
            ],
            names,
        )  # fmt: skip
        asked = self._execute(
            "SELECT id FROM riwayat r WHERE (aksi GLOB 'permohonan.*' OR aksi GLOB 'penolakan.*') "
            "AND EXISTS (SELECT 1 FROM json_each(coalesce(r.sesudah, r.sebelum), '$.entri_id') "
            "WHERE value = ?)",
            (entri_id,),
        )
        found |= {riwayat_id for (riwayat_id,) in asked.fetchall()}
        nama = _informasi(max(versions, key=lambda each: each.id).isi)
        batas = (
            "Dicari menurut nama informasinya, juga yang lama. Informasi lain dengan nama yang "
            "sama persis ikut tampil."
        )
        return CatatanRiwayat(nama, frozenset(found), batas)

    def _usulan(self, usulan_id: int) -> CatatanRiwayat:
        row = _present(tables.Usulan, usulan_id, "Usulan")
        nama = _informasi(row.isi)
        rows = [each for each in self._rows(_USULAN_ACTS, row.berkas_id) if each.berkas_id]
        found = self._by_words(rows, {nama})
        others = [
            each
            for each in tables.Usulan.select().where(
                (tables.Usulan.berkas == row.berkas_id) & (tables.Usulan.id != usulan_id)
            )
            if _informasi(each.isi) == nama
        ]
        if others:
            found = without_namesakes(
                [each for each in rows if each.id in found],
                _namesake(row),
                [_namesake(each) for each in others],
            )
        imports = [each for each in rows if each.aksi == "usulan.impor"]
        found |= {each.id for each in imports if usulan_id in each.replaced()}
        if not any(each.aksi == "usulan.tambah" and each.id in found for each in rows):
            brought = [each for each in imports if row.diterima and each.waktu >= row.diterima]
            found |= {each.id for each in brought[:1]}
        batas = (
            "Dicari menurut nama informasinya dalam berkas ini, juga yang lama. Usulan lain dengan "
            "nama yang sama dibedakan menurut unit kerja dan isinya; yang tetap sama ikut tampil."
        )
        return CatatanRiwayat(nama, frozenset(found), batas)

    def _pejabat(self, pejabat_id: int) -> CatatanRiwayat:
        row = _present(tables.Pejabat, pejabat_id, "Pejabat")
        found = self._by_keys(
            ("pejabat.*", "profil.*", "urungkan*"), {row.nip, row.nama}, ("nip", "nama")
        )
        batas = "Dicari menurut NIP dan nama, juga yang lama; semua masa jabatannya tampil bersama."
        return CatatanRiwayat(row.nama, frozenset(found), batas)

    def _unit(self, unit_id: int) -> CatatanRiwayat:
        row = _present(tables.UnitKerja, unit_id, "Unit kerja")
        acts = ("unit_kerja.*", "permintaan.*", "profil.*", "urungkan*")
        found = self._by_keys(acts, {row.nama}, ("nama",))
        batas = "Dicari menurut nama unit kerja, juga yang lama."
        return CatatanRiwayat(row.nama, frozenset(found), batas)

    def _permohonan(self, permohonan_id: int) -> CatatanRiwayat:
        row = _present(tables.Permohonan, permohonan_id, "Permohonan")
        nama = f"Permohonan Nomor Pendaftaran {row.nomor_pendaftaran}"
        found = self._by_keys(
            _PERMOHONAN_ACTS, {row.nomor_pendaftaran}, ("nomor_pendaftaran",), "Nomor Pendaftaran "
        )
        for each in self._rows(_PERMOHONAN_ACTS):
            if permohonan_id in each.numbers("permohonan_id"):
                found.add(each.id)
        letters = tables.Surat.select().where(tables.Surat.permohonan == permohonan_id)
        for letter in letters:
            found |= self._letter(letter.id).ids
        batas = "Dicari menurut nomor pendaftaran; nomor yang sama pada tahun lain ikut tampil."
        return CatatanRiwayat(nama, frozenset(found), batas)

    # -- ways of finding --------------------------------------------------------------------

    def _by_words(self, rows: list[RiwayatEvent], names: set[str]) -> set[int]:
        """Rows that say a name, and through renamings those that say a former one."""
        found: set[int] = set()
        for _round in range(_ROUNDS):
            before = len(names)
            for each in rows:
                if each.holds(names) or each.says(names):
                    found.add(each.id)
                    if each.aksi in ("usulan.ubah", "usulan.perbaikan", "usulan.putusan",
                                     "uji.catat"):  # fmt: skip
                        names |= each.values("informasi", before=True)
            if len(names) == before:
                return found
        return found

    def _by_keys(
        self, acts: Iterable[str], values: set[str], keys: tuple[str, ...], said: str = ""
    ) -> set[int]:
        rows = self._rows(acts)
        found: set[int] = set()
        for _round in range(_ROUNDS):
            before = len(values)
            for each in rows:
                if each.holds(values) or each.says(f"{said}{value}" for value in values):
                    found.add(each.id)
                    for key in keys if each.is_edit else ():
                        values |= each.values(key, before=True)
            if len(values) == before:
                break
        return found

    def _rows(self, acts: Iterable[str], berkas_id: int | None = None) -> list[RiwayatEvent]:
        """Rows of these acts; of one berkas and of none when a berkas is named."""
        patterns = tuple(acts)
        where = " OR ".join("aksi GLOB ?" for _each in patterns)
        values: tuple[object, ...] = patterns
        if berkas_id is not None:
            where, values = f"({where}) AND (berkas_id = ? OR berkas_id IS NULL)", (
                *patterns, berkas_id,
            )  # fmt: skip
        rows = self._execute(
            "SELECT id, waktu, aksi, berkas_id, ringkasan, coalesce(sebelum, ''), "
            f"coalesce(sesudah, '') FROM riwayat WHERE {where} ORDER BY id",
            values,
        )
        return [RiwayatEvent(*row) for row in rows.fetchall()]

    def _files(self, surat_id: int) -> Iterator[str]:
        """SHA-256 of what was printed and scanned of a letter."""
        rows = self._execute(
            "SELECT a.sha256 FROM attachment a WHERE a.id IN ("
            "SELECT attachment_id FROM cetakan WHERE surat_id = :id "
            "UNION SELECT attachment_id FROM pindaian WHERE surat_id = :id)",
            {"id": surat_id},
        )
        for (sha256,) in rows.fetchall():
            yield str(sha256)


def _matches(aksi: str, patterns: Iterable[str]) -> bool:
    return any(
        aksi == pattern or (pattern.endswith(".*") and aksi.startswith(pattern[:-1]))
        for pattern in patterns
    )


def _informasi(isi: str) -> str:
    return str(json.loads(isi)["informasi"])


def _namesake(row: Any) -> Namesake:
    return Namesake(row.unit.nama, json.loads(row.isi))


def _present(table: Any, row_id: int, what: str) -> Any:
    row = table.get_or_none(table.id == row_id)
    if row is None:
        raise NotFoundError(f"{what} itu tidak ada lagi.")
    return row
