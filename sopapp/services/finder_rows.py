"""What can be found among the records: each read in small pieces, with the texts it is found by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sopapp.domain.berkas import StatusBerkas, status_of
from sopapp.domain.changes import Kind
from sopapp.domain.find_index import Field
from sopapp.domain.find_shelf import Target, TargetKind
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal, tanggal_pendek
from sopapp.persistence.stored_lane import lane_of
from sopapp.persistence.stored_time import day_of
from sopapp.services.sop import SopService

PIECE = 200
"""Rows read at once: a few milliseconds."""

Texts = tuple[str, ...]
Found = tuple[Target, Texts]
_FURTHER = 3  # how much farther a hit is that stands in what only tells more of the record


@dataclass(frozen=True, slots=True)
class Source:
    """How one kind of record is read.

    `sql` takes a condition on the record's id, which is its first column; `groups` are further
    conditions, whose records come one group after the other. Newest first unless `rising`.
    """

    kind: TargetKind
    changes: tuple[Kind, ...]
    fields: tuple[Field, ...]
    sql: str
    number: str
    target: Callable[[SopService, tuple[Any, ...]], Found]
    groups: tuple[str, ...] = ("1",)
    rising: bool = False

    def pieces(self, database: Any, sop: SopService) -> Iterator[list[Found]]:
        """All records, in the order to be shown, a piece at a time."""
        beyond, turn = (">", "ASC") if self.rising else ("<", "DESC")
        for group in self.groups:
            last = -1 if self.rising else 1 << 62
            where = f"{self.number} {beyond} ? AND {group}"
            order = f"ORDER BY {self.number} {turn} LIMIT {PIECE}"
            sql = f"{self.sql.format(where=where)} {order}"
            while rows := database.execute_sql(sql, (last,)).fetchall():
                last = rows[-1][0]
                yield [self.target(sop, row) for row in rows]

    def one(self, database: Any, sop: SopService, number: int) -> Target | None:
        """One record as a target; None when it is not there."""
        sql = self.sql.format(where=f"{self.number} = ?")
        row = database.execute_sql(sql, (number,)).fetchone()
        return None if row is None else self.target(sop, row)[0]


def _berkas(sop: SopService, row: tuple[Any, ...]) -> Found:
    berkas_id, judul, tahun, sop_id, stage, ended, outcome, lane = row
    status = status_of(outcome)
    if status is StatusBerkas.BERJALAN:
        path = sop.get(sop_id)
        holder = path.lane_name(lane_of(lane)) if lane else ""
        state = _line(f"Tahap {stage} {path.stage(stage).short_name}", holder)
    else:
        word = "Selesai" if status is StatusBerkas.SELESAI else "Dibatalkan"
        state = f"{word} {tanggal_pendek(day_of(ended))}"
    detail = _line(state, str(tahun))
    return Target(TargetKind.BERKAS, berkas_id, judul, detail), (judul, detail)


def _surat(_sop: SopService, row: tuple[Any, ...]) -> Found:
    (surat_id, berkas_id, permohonan_id, jenis, nomor, day, perihal, tujuan, batal, unit) = row
    kind = JenisSurat(jenis).panjang
    # A letter to an applicant is found by its number and subject, not by the applicant.
    to = "" if permohonan_id else tujuan
    dated = tanggal(day_of(day)) if day else ""
    state = "Belum bernomor" if nomor is None else "BATAL" if batal else ""
    detail = _line(state, nomor or "", dated, to or unit or "")
    title = perihal or kind
    target = Target(
        TargetKind.SURAT, surat_id, title, detail, berkas_id, permohonan_id, nomor is not None
    )
    more = " ".join(("surat", kind, to, unit or "", dated, state))
    return target, (nomor or "", title, more)


def _entry(_sop: SopService, row: tuple[Any, ...]) -> Found:
    entri_id, informasi, bagian, unit, perubahan = row
    title = informasi or "Informasi tanpa nama"
    if bagian and bagian.strip():
        title = f"{title} (bagian yang dikecualikan: {bagian.strip()})"
    detail = _line(unit, "dibuka kembali" if perubahan == "cabut" else "")
    return Target(TargetKind.INFORMASI, entri_id, title, detail), (title, detail)


def _unit(_sop: SopService, row: tuple[Any, ...]) -> Found:
    unit_id, kode, nama, pimpinan, aktif = row
    detail = _line(kode, pimpinan, "" if aktif else "tidak aktif")
    return Target(TargetKind.UNIT_KERJA, unit_id, nama, detail), (f"{nama} {kode}", pimpinan)


def _pejabat(_sop: SopService, row: tuple[Any, ...]) -> Found:
    pejabat_id, nama, jabatan, selaku, until = row
    ended = f"sampai {tanggal_pendek(day_of(until))}" if until else ""
    detail = _line(jabatan, selaku, ended)
    return Target(TargetKind.PEJABAT, pejabat_id, nama, detail), (nama, f"{jabatan} {selaku}")


def _permohonan(_sop: SopService, row: tuple[Any, ...]) -> Found:
    permohonan_id, nomor, day, rincian, batal = row
    plain = " ".join(rincian.split())
    detail = _line(
        "Dibatalkan" if batal else "", f"Nomor {nomor}", f"diterima {tanggal(day_of(day))}"
    )
    title = plain or f"Permohonan {nomor}"
    return Target(TargetKind.PERMOHONAN, permohonan_id, title, detail), (nomor, plain)


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


_MORE = Field(_FURTHER)
_SOURCES = (
    Source(
        TargetKind.BERKAS,
        (Kind.BERKAS, Kind.SOP),
        (Field(short=True), _MORE),
        """
SELECT b.id, b.judul, b.tahun, b.sop_id, r.stage, r.selesai, r.hasil,
    (SELECT t.lane FROM step_run t WHERE t.stage_run_id = r.id AND t.selesai IS NULL)
FROM berkas b JOIN stage_run r ON r.id = (SELECT max(id) FROM stage_run WHERE berkas_id = b.id)
WHERE {where}""",
        "b.id",
        _berkas,
        groups=("r.hasil IS NULL", "r.hasil IS NOT NULL"),
    ),
    Source(
        TargetKind.UNIT_KERJA,
        (Kind.UNIT_KERJA,),
        (Field(short=True), Field(1)),
        "SELECT u.id, u.kode, u.nama, u.pimpinan, u.aktif FROM unit_kerja u WHERE {where}",
        "u.id",
        _unit,
        rising=True,
    ),
    Source(
        TargetKind.PEJABAT,
        (Kind.PEJABAT,),
        (Field(short=True), Field(1, short=True)),
        "SELECT p.id, p.nama, p.jabatan, p.selaku, p.berlaku_sampai FROM pejabat p WHERE {where}",
        "p.id",
        _pejabat,
    ),
    # Nothing of the applicant: who looks for something else must not come upon a name.
    Source(
        TargetKind.PERMOHONAN,
        (Kind.PERMOHONAN,),
        (Field(), Field(1, short=True)),
        "SELECT p.id, p.nomor_pendaftaran, p.diterima, p.rincian, p.batal <> '' FROM permohonan p "
        "WHERE {where}",
        "p.id",
        _permohonan,
    ),
    # A letter that was never numbered and is void is nowhere any more.
    Source(
        TargetKind.SURAT,
        (Kind.SURAT, Kind.UNIT_KERJA),
        (Field(), Field(short=True), _MORE),
        """
SELECT s.id, s.berkas_id, s.permohonan_id, s.jenis, s.nomor, s.tanggal, s.perihal, s.tujuan,
    s.batal <> '', u.nama
FROM surat s LEFT JOIN unit_kerja u ON u.id = s.unit_id
WHERE NOT (s.nomor IS NULL AND s.batal <> '') AND {where}""",
        "s.id",
        _surat,
    ),
    # The last words of each entry; one that was opened comes after those in force.
    Source(
        TargetKind.INFORMASI,
        (Kind.DIK, Kind.UNIT_KERJA),
        (Field(short=True), _MORE),
        """
SELECT v.entri_id, CASE WHEN json_valid(v.isi) THEN json_extract(v.isi, '$.informasi') END,
    CASE WHEN json_valid(v.isi) THEN json_extract(v.isi, '$.bagian') END, u.nama, v.perubahan
FROM dik_versi v INDEXED BY dik_versi_urut JOIN unit_kerja u ON u.id = v.unit_id
WHERE {where} AND v.terbitan_id =
    (SELECT max(x.terbitan_id) FROM dik_versi x WHERE x.entri_id = v.entri_id)""",
        "v.entri_id",
        _entry,
        groups=("v.perubahan <> 'cabut'", "v.perubahan = 'cabut'"),
        rising=True,
    ),
)

SOURCES: Mapping[TargetKind, Source] = {source.kind: source for source in _SOURCES}
"""Every kind of record that can be found, those that are read soonest first."""
