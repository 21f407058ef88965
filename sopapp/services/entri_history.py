"""The whole life of one entry: proposed, tested, set, changed, kept, opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from math import inf
from typing import Any

import peewee

from sopapp.domain.dik import IsiDik, JenisUsulan, Perubahan, Putusan
from sopapp.domain.errors import NotFoundError
from sopapp.domain.tanggal import tanggal
from sopapp.domain.terbitan import JenisKejadian, Kejadian
from sopapp.domain.uji import Kesimpulan
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, stored_day, utc_moment
from sopapp.persistence.uji_isi import uji_from_json
from sopapp.services.checked_input import checked_input
from sopapp.services.dik_rows import unit_names

_SET = {
    Perubahan.TAMBAH: JenisKejadian.DITETAPKAN,
    Perubahan.UBAH: JenisKejadian.DIUBAH,
    Perubahan.CABUT: JenisKejadian.DIBUKA,
}
# Of one day: first what was said, then what was weighed, then what was set.
_ORDER = tuple(JenisKejadian)


@checked_input()
class EntriHistoryService:
    """Puts the events together from the records; nothing is stored for it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def events(self, entri_id: int) -> tuple[Kejadian, ...]:
        """The events, oldest first. Raises NotFoundError."""
        if not tables.DikEntri.select().where(tables.DikEntri.id == entri_id).exists():
            raise NotFoundError("Informasi itu tidak ada di daftar.")
        versions = self._versions(entri_id)
        found = [
            *self._set(versions),
            *self._proposals(entri_id, versions),
            *self._ended(versions),
        ]
        # Two berkas may meet on one day: what one did stays together, as their Keputusan follow.
        made = {row.berkas_id: row.id for row in tables.Terbitan.select()}
        found.sort(
            key=lambda event: (
                event.hari,
                made.get(event.berkas_id, inf),
                event.berkas_id or 0,
                _ORDER.index(event.jenis),
            )
        )
        return tuple(found)

    def _versions(self, entri_id: int) -> list[tuple[Any, Any]]:
        terbitan = {row.id: row for row in tables.Terbitan.select()}
        rows = (
            tables.DikVersi.select()
            .where(tables.DikVersi.entri == entri_id)
            .order_by(tables.DikVersi.terbitan)
        )
        return [(row, terbitan[row.terbitan_id]) for row in rows]

    def _set(self, versions: list[tuple[Any, Any]]) -> Iterator[Kejadian]:
        before: IsiDik | None = None
        for row, terbitan in versions:
            isi = isi_from_json(row.isi)
            change = Perubahan(row.perubahan)
            words = {
                Perubahan.TAMBAH: "Masuk ke daftar",
                Perubahan.UBAH: "Isinya diubah",
                Perubahan.CABUT: "Dinyatakan terbuka",
            }[change]
            if change is Perubahan.TAMBAH and terbitan.surat_id is None:
                words = "Sudah ada di daftar awal"
            if change is Perubahan.UBAH and isi == before:
                words = "Jangka waktunya dimulai lagi"
            gone = change is Perubahan.CABUT
            unit = unit_names(terbitan.id)[1][row.unit_id]  # as it was called then
            yield Kejadian(
                hari=day_of(terbitan.tanggal),
                jenis=_SET[change],
                keterangan=f"{words} dengan Keputusan Nomor {terbitan.nomor} ({unit}).",
                waktu=utc_moment(terbitan.diterapkan),
                berkas_id=terbitan.berkas_id,
                sebelum=isi if gone else before,
                sesudah=None if gone else isi,
            )
            before = isi

    def _proposals(self, entri_id: int, versions: list[tuple[Any, Any]]) -> Iterator[Kejadian]:
        first = [row.usulan_id for row, _terbitan in versions if row.usulan_id is not None]
        rows = (
            tables.Usulan.select(tables.Usulan, tables.UnitKerja, tables.Berkas)
            .join(tables.UnitKerja)
            .switch(tables.Usulan)
            .join(tables.Berkas)
            .where((tables.Usulan.entri == entri_id) | tables.Usulan.id.in_(first))
            .order_by(tables.Usulan.id)
        )
        for usulan in rows:
            yield self._proposed(usulan)
            yield from self._tested(usulan)
            if usulan.putusan is not None and usulan.putusan != Putusan.DIKECUALIKAN:
                yield self._returned_or_open(usulan)
            yield from self._kept(usulan, versions)

    def _proposed(self, usulan: Any) -> Kejadian:
        jenis = JenisUsulan(usulan.jenis)
        moment = utc_moment(usulan.diterima) if usulan.diterima else None
        day = moment.astimezone().date() if moment else _answered(usulan)
        what = {
            JenisUsulan.BARU: "Diusulkan untuk dikecualikan",
            JenisUsulan.UBAH: "Diusulkan diubah",
            JenisUsulan.TETAP: "Diusulkan tetap dikecualikan",
            JenisUsulan.BUKA: "Diusulkan dibuka kembali",
        }[jenis]
        return Kejadian(
            hari=day,
            jenis=JenisKejadian.DIUSULKAN,
            keterangan=f"{what} oleh {usulan.unit.nama}, berkas “{usulan.berkas.judul}”.",
            waktu=moment,
            berkas_id=usulan.berkas_id,
        )

    def _tested(self, usulan: Any) -> Iterator[Kejadian]:
        for row in (
            tables.Uji.select().where(tables.Uji.usulan == usulan.id).order_by(tables.Uji.id)
        ):
            uji = uji_from_json(row.isi)
            conclusion = Kesimpulan(uji.kesimpulan).label.lower()
            yield Kejadian(
                hari=uji.tanggal,
                jenis=JenisKejadian.DIUJI,
                keterangan=f"Uji konsekuensi di {uji.tempat}, {len(uji.peserta)} peserta: "
                f"{conclusion}.",
                waktu=utc_moment(row.waktu),
                berkas_id=usulan.berkas_id,
            )

    def _returned_or_open(self, usulan: Any) -> Kejadian:
        putusan = Putusan(usulan.putusan)
        note = f": {usulan.catatan}" if usulan.catatan else ""
        moment = _judged(usulan)
        return Kejadian(
            hari=moment.astimezone().date() if moment else _answered(usulan),
            jenis=JenisKejadian.DIPUTUS,
            keterangan=f"{putusan.label}{note}.",
            waktu=moment,
            berkas_id=usulan.berkas_id,
        )

    def _kept(self, usulan: Any, versions: list[tuple[Any, Any]]) -> Iterator[Kejadian]:
        """A Keputusan of the usulan's berkas that left the entry as it was."""
        terbitan = tables.Terbitan.get_or_none(tables.Terbitan.berkas == usulan.berkas_id)
        if terbitan is None or usulan.entri_id is None:
            return
        until = [row for row, version in versions if version.id <= terbitan.id]
        # Another berkas may have opened it meanwhile.
        gone = not until or until[-1].perubahan == Perubahan.CABUT
        if gone or until[-1].terbitan_id == terbitan.id:
            return
        yield Kejadian(
            hari=day_of(terbitan.tanggal),
            jenis=JenisKejadian.DIPERTAHANKAN,
            keterangan=f"Tetap dalam daftar dengan Keputusan Nomor {terbitan.nomor}.",
            waktu=utc_moment(terbitan.diterapkan),
            berkas_id=usulan.berkas_id,
        )

    def _ended(self, versions: list[tuple[Any, Any]]) -> Iterator[Kejadian]:
        """Each end of a period that came before a Keputusan set the entry anew."""
        today = self._store.clock.today()
        days = [day_of(terbitan.tanggal) for _row, terbitan in versions]
        for (row, _terbitan), day, following in zip(
            versions, days, [*days[1:], today], strict=True
        ):
            isi = isi_from_json(row.isi)
            if row.perubahan == Perubahan.CABUT or isi.jangka is None:
                continue
            ends = isi.jangka.berakhir(day)
            if ends is not None and ends < following:
                yield Kejadian(
                    hari=ends,
                    jenis=JenisKejadian.BERAKHIR,
                    keterangan=f"Jangka waktu berakhir pada {tanggal(ends)}; tetap dalam daftar "
                    "sampai ada Keputusan.",
                )


def _judged(usulan: Any) -> datetime | None:
    """When the verdict was given, as riwayat has it (UTC); a usulan itself keeps no moment."""
    found = tables.Riwayat.select(tables.Riwayat.waktu).where(
        (tables.Riwayat.berkas == usulan.berkas_id)
        & tables.Riwayat.aksi.in_(("usulan.putusan", "uji.catat"))
        & (_said("putusan") == usulan.putusan)
        & (_said("informasi") == isi_from_json(usulan.isi).informasi)
    )
    row = found.order_by(tables.Riwayat.id.desc()).first()
    return None if row is None else utc_moment(row.waktu)


def _said(name: str) -> Any:
    return peewee.fn.json_extract(tables.Riwayat.sesudah, f"$.{name}")


def _answered(usulan: Any) -> date:
    """The day on which the unit answered, or the berkas began."""
    row = tables.Permintaan.get_or_none(
        (tables.Permintaan.berkas == usulan.berkas_id) & (tables.Permintaan.unit == usulan.unit_id)
    )
    day = stored_day(row.dijawab) if row is not None else None
    return day or day_of(usulan.berkas.mulai)
