"""The Keputusan of a year as evidence: as signed, as scanned, its copies, its tests, its notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sopapp.domain.bukti import INTERNAL, Bagian, Bukti
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.progress import Progress
from sopapp.domain.tanggal import tanggal
from sopapp.persistence import tables
from sopapp.persistence.files import FileStore
from sopapp.persistence.isi import isi_from_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of
from sopapp.services.attachments import suffix_of
from sopapp.services.bukti_tulis import Make, Potong
from sopapp.services.file_names import file_name, free_place
from sopapp.services.letter_rows import SALINAN, berita_acara_row, newest_print

# A berkas may run over New Year: its Keputusan proves both years.
_SIGNED = """
SELECT s.id, s.nomor, s.tanggal, b.id, b.judul
FROM surat s JOIN berkas b ON b.id = s.berkas_id
WHERE (b.tahun = ? OR substr(s.tanggal, 1, 4) = ?)
    AND s.jenis = 'keputusan' AND s.batal = '' AND s.ditandatangani = 1
ORDER BY s.tanggal, s.id"""
_OLDER = """
SELECT nomor, tanggal, attachment_id FROM dik_terbitan
WHERE surat_id IS NULL AND substr(tanggal, 1, 4) = ? ORDER BY tanggal, id"""


@dataclass(frozen=True, slots=True)
class _Signed:
    """A signed Keputusan with its berkas."""

    id: int
    nomor: str
    tanggal: date
    berkas_id: int
    judul: str


class BuktiKeputusan:
    """Reads which papers of the year's Keputusan are kept, and which are missing."""

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files
        self._taken: set[str] = set()

    def lines(self, tahun: int) -> Iterator[Bukti | Potong]:
        """The evidence of every Keputusan dated in the year or of a berkas of the year."""
        self._taken = set()
        execute, dated = self._store.database.execute_sql, f"{tahun:04d}"
        signed = [
            _Signed(row[0], row[1], day_of(row[2]), row[3], row[4])
            for row in execute(_SIGNED, (tahun, dated)).fetchall()
        ]
        older = execute(_OLDER, (dated,)).fetchall()
        if not signed and not older:
            msg = (
                f"Belum ada Keputusan tahun {tahun} yang ditandatangani. Bawa berkasnya sampai "
                "tahap 3, lalu catat nomor dan tanggalnya."
            )
            yield Bukti(Bagian.KEPUTUSAN, "Keputusan beserta Lampirannya", kurang=msg)
        for nomor, day, attachment_id in older:
            yield self._older(nomor, day_of(day), attachment_id)
        for one in signed:
            yield from self._papers(one)
        for one in signed:
            yield from self._tests(one)

    def _older(self, nomor: str, day: date, attachment_id: int | None) -> Bukti | Potong:
        title = f"Keputusan Nomor {nomor}"
        said = f"Tanggal {tanggal(day)}, ditetapkan sebelum program ini dipakai."
        if attachment_id is None:
            msg = "File Keputusannya tidak disimpan di program ini. Sertakan salinannya."
            return Bukti(Bagian.KEPUTUSAN, title, keterangan=said, kurang=msg)
        return self._kept(Bagian.KEPUTUSAN, title, "keputusan", attachment_id, said)

    def _papers(self, one: _Signed) -> Iterator[Bukti | Potong]:
        """The Keputusan as frozen at its signature, its scan, its Salinan, and its notice."""
        title = f"Keputusan Nomor {one.nomor}"
        said = f"Tanggal {tanggal(one.tanggal)}, berkas “{one.judul}”."
        frozen = newest_print(one.id)
        if frozen is None:
            msg = "Cetakan Keputusan tidak tersimpan. Sertakan salinan kertasnya."
            yield Bukti(Bagian.KEPUTUSAN, f"{title} beserta Lampirannya", "", said, msg)
        else:
            yield self._kept(
                Bagian.KEPUTUSAN, f"{title} beserta Lampirannya", "keputusan",
                frozen.attachment_id, said,
            )  # fmt: skip
        scan = _newest(tables.Pindaian, tables.Pindaian.surat == one.id)
        if scan is None:
            msg = "Pindaian belum dilampirkan. Lampirkan di tahap 4 berkas itu."
            yield Bukti(Bagian.KEPUTUSAN, f"{title}, pindaian bertanda tangan", kurang=msg)
        else:
            yield self._kept(
                Bagian.KEPUTUSAN, f"{title}, pindaian bertanda tangan", "keputusan",
                scan.attachment_id,
            )  # fmt: skip
        copy = _newest(
            tables.Cetakan,
            (tables.Cetakan.surat == one.id) & (tables.Cetakan.keterangan == SALINAN),
        )
        if copy is not None:
            yield self._kept(Bagian.KEPUTUSAN, f"{title}, salinan", "keputusan", copy.attachment_id)
        yield _notice(one)

    def _tests(self, one: _Signed) -> Iterator[Bukti | Potong]:
        """The Berita Acara and the newest print of each Lembar Uji."""
        sheets = list(_sheets(one.berkas_id))
        letter: Any = berita_acara_row(one.berkas_id)
        printed = None if letter is None else newest_print(letter.id)
        if printed is not None:
            name = f"Berita Acara Uji Konsekuensi {letter.nomor or ''}".strip()
            yield self._kept(Bagian.UJI, name, "uji", printed.attachment_id, f"“{one.judul}”.")
        for informasi, attachment_id in sheets:
            yield self._kept(
                Bagian.UJI, f"Lembar uji: {informasi}", "uji", attachment_id,
                stem=f"Lembar Uji {informasi}",
            )  # fmt: skip
        if printed is None and not sheets:
            msg = "Lembar Uji dan Berita Acara belum dicetak. Cetak di tahap 2 berkas itu."
            yield Bukti(Bagian.UJI, f"Uji konsekuensi berkas “{one.judul}”", kurang=msg)

    def _kept(
        self,
        bagian: Bagian,
        title: str,
        folder: str,
        attachment_id: int,
        said: str = "",
        stem: str = "",
    ) -> Potong:
        """A stored file; read, and checked against its checksum, when its turn comes."""
        row = tables.Attachment.get_by_id(attachment_id)
        name = file_name(stem or title, suffix_of(row.tipe))
        place = free_place(f"{INTERNAL}/{folder}/{name}", self._taken)
        return Potong(Bukti(bagian, title, place, said), self._read(row.sha256))

    def _read(self, sha256: str) -> Make:
        def make(_progress: Progress) -> bytes:
            try:
                return self._files.read(sha256)
            except EnvironmentProblem as error:  # names a folder of this PC
                msg = "File tersimpannya hilang atau berubah. Pulihkan dari cadangan."
                raise DomainError(msg) from error

        return make


def _notice(one: _Signed) -> Bukti:
    """Where the list of the Keputusan was published."""
    rows = tables.Publikasi.select().where(tables.Publikasi.berkas == one.berkas_id)
    told = [
        f"{row.tempat}, {tanggal(day_of(row.tanggal))}" + (f", {row.tautan}" if row.tautan else "")
        for row in rows.order_by(tables.Publikasi.id)
    ]
    title = f"Pengumuman daftar Keputusan Nomor {one.nomor}"
    if not told:
        msg = "Tempat dan tanggal pengumuman belum dicatat. Catat di tahap 5 berkas itu."
        return Bukti(Bagian.DAFTAR, title, kurang=msg)
    return Bukti(Bagian.DAFTAR, title, keterangan=f"Diumumkan di: {'; '.join(told)}.")


def _sheets(berkas_id: int) -> Iterator[tuple[str, int]]:
    """The information and the newest printed sheet of each test."""
    rows = (
        tables.CetakanUji.select(tables.CetakanUji, tables.Uji)
        .join(tables.Uji)
        .where(tables.CetakanUji.berkas == berkas_id)
        .order_by(tables.CetakanUji.id)
    )
    newest = {row.uji.usulan_id: row for row in rows}
    for _usulan, row in sorted(newest.items()):
        yield isi_from_json(row.uji.isi_usulan).informasi, row.attachment_id


def _newest(table: Any, where: Any) -> Any | None:
    return table.select().where(where).order_by(table.id.desc()).first()
