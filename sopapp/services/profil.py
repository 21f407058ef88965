"""Profil instansi: the settings of an office in one file, for another PC or another office."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from sopapp.documents.picture_check import refuse_broken_logo
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.teks_masuk import periksa_masukan
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_text
from sopapp.saved_file import save_file
from sopapp.services.attachments import TakenFile, kind_of
from sopapp.services.checked_input import checked_input
from sopapp.services.instansi import Instansi, checked_instansi, put_instansi
from sopapp.services.pejabat import checked_pejabat, pejabat_columns
from sopapp.services.profil_beda import ProfilBeda, SettingServices
from sopapp.services.profil_file import profil_bytes, read_profil
from sopapp.services.profil_gabung import Langkah
from sopapp.services.profil_isi import (
    BagianProfil,
    Kerja,
    Logo,
    Peraturan,
    PerubahanBagian,
    Profil,
    Surat,
)
from sopapp.services.setting import (
    checked_group,
    checked_letters,
    checked_naskah,
    group_key,
    naskah_key,
    put_setting,
)
from sopapp.services.templat import put_templat
from sopapp.services.unit_kerja import UnitKerjaInput, checked_unit
from sopapp.sop_file import bundled_sop_path, parse_sop

_KINDS = {
    BagianProfil.INSTANSI: Kind.INSTANSI,
    BagianProfil.UNIT_KERJA: Kind.UNIT_KERJA,
    BagianProfil.PEJABAT: Kind.PEJABAT,
    BagianProfil.SOP: Kind.SOP,
}
"""What a part is; the others are settings."""


@checked_input(trusted=("profil",))
class ProfilService:
    """Writes a profil, says what one would change, and takes it in."""

    def __init__(self, store: Store, office: SettingServices) -> None:
        self._store = store
        self._office = office
        self._beda = ProfilBeda(store, office)

    def now(self) -> Profil:
        """The settings of this office."""
        office = self._office
        instansi = office.instansi.get()
        setting = office.setting
        own = {
            jenis: parts
            for jenis in JenisNaskah
            if jenis.templat and (parts := office.templat.own_parts(jenis))
        }
        return Profil(
            instansi=replace(instansi, logo_id=None) if instansi.nama else None,
            logo=self._logo(instansi),
            unit_kerja=tuple(
                UnitKerjaInput(unit.kode, unit.nama, unit.pimpinan, unit.aktif)
                for unit in office.unit_kerja.list()
            ),
            pejabat=tuple(each.data for each in office.pejabat.list()),
            surat=Surat(setting.letters(), {jenis: setting.naskah(jenis) for jenis in JenisNaskah}),
            templat=own,
            katalog=tuple(
                Peraturan(law.kutipan, law.singkatan)
                for law in office.katalog.laws()
                if not law.bawaan
            ),
            kerja=Kerja(setting.work(), setting.register()),
            sop=self._own_sop(),
        )

    def save(self, path: Path) -> None:
        """Write this office's settings to a file. Raises DomainError, EnvironmentProblem."""
        profil = self.now()
        if profil.instansi is None:
            msg = "Nama instansi belum diisi. Isi dahulu di Pengaturan, bagian Instansi."
            raise DomainError(msg)
        save_file(path, profil_bytes(profil, self._store.clock.today()))

    def read(self, path: Path) -> Profil:
        """The profil in a file, looked over whole; nothing is changed.

        Raises DomainError naming what is wrong and where.
        """
        profil = read_profil(path)
        for jenis, parts in profil.templat.items():
            try:
                self._office.templat.checked_parts(jenis, parts)
            except DomainError as error:
                msg = f"Teks {jenis.label}, bagian {error.field}: {error}"
                raise DomainError(msg, field="templat") from error
        if profil.sop is not None:
            parse_sop(profil.sop[1], profil.sop[0])
        return profil

    def changes(self, profil: Profil) -> tuple[PerubahanBagian, ...]:
        """What taking each part would change; a part that changes nothing has no `ubahan`.

        Parts that are not in the profil are left out. Raises DomainError for a value that the
        part's own service would refuse.
        """
        return self._beda.changes(_looked_over(profil))

    def take(self, profil: Profil, bagian: Collection[BagianProfil]) -> tuple[BagianProfil, ...]:
        """Take these parts in as one write; gives those that changed anything.

        What is there and not in the profil stays. Raises EnvironmentProblem, and DomainError as
        `changes` does.
        """
        profil = _looked_over(profil)
        changed = [
            each for each in self._beda.changes(profil) if each.bagian in bagian and each.ubahan
        ]
        parts = tuple(each.bagian for each in changed)
        if not parts:
            return ()
        logo = self._take_logo(profil) if BagianProfil.INSTANSI in parts else None
        kinds = dict.fromkeys(_KINDS.get(part, Kind.SETTING) for part in parts)
        with self._store.write("profil.muat", *kinds) as entry:
            for part in parts:
                if part is BagianProfil.INSTANSI:
                    self._put_instansi(profil, logo)
                elif part is BagianProfil.UNIT_KERJA:
                    _put_units(self._beda.unit_steps(profil)[0])
                elif part is BagianProfil.PEJABAT:
                    _put_officials(self._beda.official_steps(profil))
                else:
                    self._put_settings(part, profil)
            of = f" “{profil.instansi.nama}”" if profil.instansi is not None else ""
            entry.say(
                f"Profil instansi{of} dimuat: {'; '.join(part.label for part in parts)}.",
                sebelum=_snapshot(changed, before=True),
                sesudah=_snapshot(changed, before=False),
            )
        return parts

    def _take_logo(self, profil: Profil) -> TakenFile | None:
        logo = self._beda.new_logo(profil)
        if logo is None:
            return None
        return self._office.attachments.take_bytes(logo.nama, logo.data, kind_of(logo.data))

    def _put_instansi(self, profil: Profil, logo: TakenFile | None) -> None:
        if profil.instansi is None:
            return
        instansi = self._beda.merged(profil.instansi)
        if logo is not None:
            instansi = replace(instansi, logo_id=self._office.attachments.record(logo))
        put_instansi(instansi)

    def _logo(self, instansi: Instansi) -> Logo | None:
        data = self._office.instansi.logo()
        if data is None or instansi.logo_id is None:
            return None
        return Logo(self._office.attachments.get(instansi.logo_id).nama, data)

    def _own_sop(self) -> tuple[str, str] | None:
        sop = self._office.sop
        newest = sop.versions()[0]
        bundled = bundled_sop_path().read_text(encoding="utf-8")
        if newest.sha256 == hashlib.sha256(bundled.encode()).hexdigest():
            return None
        return newest.nama, sop.text(newest.id)

    def _put_settings(self, part: BagianProfil, profil: Profil) -> None:
        if part is BagianProfil.SURAT and profil.surat is not None:
            if profil.surat.umum != self._office.setting.letters():
                put_setting(group_key(profil.surat.umum), profil.surat.umum)
            for jenis, group in profil.surat.naskah.items():
                if group != self._office.setting.naskah(jenis):
                    put_setting(naskah_key(jenis), group)
        elif part is BagianProfil.TEKS:
            for jenis, (_before, after) in self._beda.template_steps(profil).items():
                put_templat(jenis, after)
        elif part is BagianProfil.KATALOG:
            for law in self._beda.new_laws(profil.katalog):
                tables.UndangUndang.create(**asdict(law))
        elif part is BagianProfil.KERJA and profil.kerja is not None:
            for each in (profil.kerja.hari_kerja, profil.kerja.daftar):
                put_setting(group_key(each), each)
        elif part is BagianProfil.SOP and profil.sop is not None:
            nama, isi = profil.sop
            tables.SopVersi.create(
                sha256=hashlib.sha256(isi.encode()).hexdigest(),
                nama=nama,
                isi=isi,
                dimuat=utc_text(self._store.clock.now()),
            )


def _looked_over(profil: Profil) -> Profil:
    """The profil as the services of its parts would store it. Raises DomainError."""
    periksa_masukan(replace(profil, logo=None, sop=None), "profil")
    units = tuple(checked_unit(unit) for unit in profil.unit_kerja)
    if len({unit.kode.casefold() for unit in units}) < len(units):
        raise DomainError("Ada kode unit kerja yang tertulis dua kali.", field="kode")
    if profil.kerja is not None:
        checked_group(profil.kerja.hari_kerja)
        checked_group(profil.kerja.daftar)
    if profil.sop is not None:
        parse_sop(profil.sop[1], profil.sop[0])
    if profil.logo is not None:
        periksa_masukan(profil.logo.nama, "nama")
        refuse_broken_logo(profil.logo.data, profil.logo.nama)
    return replace(
        profil,
        instansi=profil.instansi and checked_instansi(profil.instansi),
        unit_kerja=units,
        pejabat=tuple(checked_pejabat(each) for each in profil.pejabat),
        surat=profil.surat and _checked_letters(profil.surat),
    )


def _checked_letters(surat: Surat) -> Surat:
    umum = checked_letters(surat.umum)
    naskah = {jenis: checked_naskah(jenis, group, umum) for jenis, group in surat.naskah.items()}
    return Surat(umum, naskah)


def _put_units(steps: Sequence[Langkah[UnitKerjaInput]]) -> None:
    """Codes may change places, so those that change let go of theirs first."""
    for step in steps:
        if step.id is not None:
            tables.UnitKerja.update(kode=f"\x7f{step.id}").where(
                tables.UnitKerja.id == step.id
            ).execute()
    last = max((unit.urutan for unit in tables.UnitKerja.select()), default=0)
    for step in steps:
        if step.id is None:
            last += 1
            tables.UnitKerja.create(urutan=last, **asdict(step.baru))
        else:
            tables.UnitKerja.update(**asdict(step.baru)).where(
                tables.UnitKerja.id == step.id
            ).execute()


def _put_officials(steps: Sequence[Langkah[PejabatInput]]) -> None:
    for step in steps:
        columns = pejabat_columns(step.baru)
        if step.id is None:
            tables.Pejabat.create(**columns)
        else:
            tables.Pejabat.update(**columns).where(tables.Pejabat.id == step.id).execute()


def _snapshot(parts: Sequence[PerubahanBagian], *, before: bool) -> dict[str, Any]:
    """What changed as riwayat keeps it: fields by part and record."""
    found: dict[str, Any] = {}
    for part in parts:
        rows = [
            {**({"nama": each.apa} if each.apa else {}), **(each.sebelum or {})}
            if before
            else {**({"nama": each.apa} if each.apa else {}), **each.sesudah}
            for each in part.ubahan
            if not before or each.sebelum is not None
        ]
        if rows:
            found[part.bagian.value] = rows
    return found
