"""What the records say while a sheet is checked: read once, looked up for each row."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches

from sopapp.domain.daftar import Daftar
from sopapp.domain.dik import EntriDik, IsiDik, JenisUsulan, Putusan
from sopapp.domain.errors import DomainError
from sopapp.domain.formulir import setara
from sopapp.domain.sop import STAGE_NUMBER, StageKind
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json
from sopapp.persistence.store import Store


@dataclass(frozen=True, slots=True)
class UsulanAda:
    """A usulan that the berkas has already."""

    id: int
    jenis: JenisUsulan
    isi: IsiDik
    putusan: Putusan | None

    @property
    def judged(self) -> bool:
        """Whether a verdict stands; one that was sent back waits for better words."""
        return self.putusan is not None and self.putusan.final


@dataclass(slots=True)
class Keadaan:
    """The records as they are now, for one berkas and one unit or all of them.

    `unit_id` is the unit that every row belongs to; None when rows name theirs.
    `sidik` changes whenever something that a row is judged by changes.
    """

    today: date
    batas_hari: int
    unit_id: int | None
    sidik: str = ""
    units: dict[int, str] = field(default_factory=dict)
    nihil: frozenset[int] = frozenset()
    entri: dict[int, EntriDik] = field(default_factory=dict)
    of_unit: dict[int, int] = field(default_factory=dict)
    by_title: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    usulan_of: dict[int, UsulanAda] = field(default_factory=dict)
    usulan_titled: dict[tuple[int, str], list[UsulanAda]] = field(default_factory=dict)
    _words: dict[str, list[int]] = field(default_factory=dict)
    _asked: dict[str, int | None] = field(default_factory=dict)

    def unit_of(self, text: str) -> int | None:
        """The unit that a cell names by code or name; None when none or several do."""
        if text not in self._asked:
            found = self._words.get(unit_key(text), [])
            self._asked[text] = found[0] if len(found) == 1 else None
        return self._asked[text]

    def units_like(self, text: str) -> str:
        """What to write for a unit that is not known."""
        near = get_close_matches(unit_key(text), self._words, n=1, cutoff=0.6)
        ids = self._words[near[0]] if near else list(self.units)[:4]
        names = "” atau “".join(self.units[each] for each in ids)
        return f"Tulis “{names}”." if names else "Daftarkan unit kerja di Pengaturan dahulu."

    def ends_soon(self, entry: EntriDik) -> bool:
        """Whether the period ended or ends within the days that are looked ahead."""
        if entry.berakhir is None:
            return False
        return entry.berakhir - self.today <= timedelta(days=self.batas_hari)

    def usulan_like(self, unit_id: int, isi: IsiDik) -> UsulanAda | None:
        """The usulan of something new with the same title; the same content before others."""
        found = self.usulan_titled.get((unit_id, full_title(isi.informasi, isi.bagian)), ())
        return next((each for each in found if each.isi == isi), found[0] if found else None)

    def add_unit(self, unit_id: int, kode: str, nama: str) -> None:
        """Make a unit known under its code and its name."""
        self.units[unit_id] = nama
        for word in {unit_key(kode), unit_key(nama)}:
            self._words.setdefault(word, []).append(unit_id)


def unit_key(text: str) -> str:
    """How a unit is looked up."""
    return setara(text).casefold().strip(" .")


def title(informasi: str) -> str:
    """How the title of an entry is looked up."""
    return setara(informasi).casefold().rstrip(" .")


def full_title(informasi: str, bagian: str) -> str:
    """The title with the excluded part: of one information several parts may be listed."""
    return f"{title(informasi)}\n{title(bagian)}" if bagian else title(informasi)


def read_keadaan(
    store: Store, daftar: Daftar, berkas_id: int | None, unit_id: int | None, batas_hari: int
) -> Keadaan:
    """The records now. Raises DomainError when the unit is not known."""
    now = Keadaan(store.clock.today(), batas_hari, unit_id)
    for unit in tables.UnitKerja.select().order_by(tables.UnitKerja.urutan, tables.UnitKerja.id):
        now.add_unit(unit.id, unit.kode, unit.nama)
    if unit_id is not None and unit_id not in now.units:
        raise DomainError("Unit kerja belum dipilih.", field="unit")
    now.sidik = fingerprint(store, berkas_id)
    if berkas_id is None:
        return now
    _read_entries(now, daftar)
    _read_usulan(now, berkas_id)
    if _stage(berkas_id) != STAGE_NUMBER[StageKind.PERMINTAAN]:
        return now  # a unit that said nihil may still be heard once answers are in
    answers = tables.Permintaan.select(tables.Permintaan.unit).where(
        (tables.Permintaan.berkas == berkas_id) & (tables.Permintaan.jawaban == "nihil")
    )
    now.nihil = frozenset(row.unit_id for row in answers)
    return now


def fingerprint(store: Store, berkas_id: int | None) -> str:
    """A digest of everything in the records that decides how a row is judged."""
    digest = hashlib.sha256()
    run = store.database.execute_sql
    digest.update(repr(run("SELECT max(id), count(*) FROM dik_terbitan").fetchall()).encode())
    digest.update(repr(run("SELECT id, kode, nama FROM unit_kerja").fetchall()).encode())
    for sql in (
        "SELECT id, unit_id, jenis, entri_id, putusan, isi FROM usulan WHERE berkas_id = ?",
        "SELECT unit_id, jawaban FROM permintaan WHERE berkas_id = ?",
        "SELECT stage FROM stage_run WHERE berkas_id = ? AND selesai IS NULL",
    ):
        for row in run(sql, (berkas_id,)):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _stage(berkas_id: int) -> int | None:
    runs = tables.StageRun
    row = runs.get_or_none((runs.berkas == berkas_id) & runs.selesai.is_null())
    return None if row is None else int(row.stage)


def _read_entries(now: Keadaan, daftar: Daftar) -> None:
    by_title: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, place in enumerate(daftar.places):
        now.of_unit[place.entri_id] = place.unit_id
        if now.unit_id is None or place.unit_id == now.unit_id:
            entry = daftar[at]
            now.entri[entry.id] = entry
            by_title[entry.unit_id, title(entry.isi.informasi)].append(entry.id)
    now.by_title = dict(by_title)


def _read_usulan(now: Keadaan, berkas_id: int) -> None:
    titled: dict[tuple[int, str], list[UsulanAda]] = defaultdict(list)
    which = tables.Usulan
    query = which.select(
        which.id, which.unit, which.jenis, which.entri, which.isi, which.putusan
    ).where(which.berkas == berkas_id)
    for usulan_id, unit_id, jenis, entri_id, isi_text, putusan in query.order_by(which.id).tuples():
        isi = isi_from_json(isi_text)
        known = UsulanAda(usulan_id, JenisUsulan(jenis), isi, Putusan(putusan) if putusan else None)
        if entri_id is None:
            titled[unit_id, full_title(isi.informasi, isi.bagian)].append(known)
        else:
            now.usulan_of[entri_id] = known
    now.usulan_titled = dict(titled)
