"""What taking a profil would change, part by part; nothing is changed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple, TypeVar

from sopapp.domain.katalog import kunci_kutipan
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import SIGNING_ROLES, PejabatInput
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.attachments import AttachmentService
from sopapp.services.instansi import Instansi, InstansiService
from sopapp.services.katalog import KatalogService
from sopapp.services.pejabat import PejabatService, pejabat_columns
from sopapp.services.profil_gabung import Langkah, gabung_pejabat, gabung_unit
from sopapp.services.profil_isi import (
    BagianProfil,
    Logo,
    Peraturan,
    PerubahanBagian,
    Profil,
    Ubahan,
)
from sopapp.services.setting import SettingService
from sopapp.services.sop import SopService
from sopapp.services.templat import TemplatService
from sopapp.services.unit_kerja import UnitKerjaInput, UnitKerjaService
from sopapp.sop_file import parse_sop

_Bernama = TypeVar("_Bernama", UnitKerjaInput, PejabatInput)


@dataclass(frozen=True, slots=True)
class SettingServices:
    """The services that hold an office's settings."""

    attachments: AttachmentService
    instansi: InstansiService
    unit_kerja: UnitKerjaService
    pejabat: PejabatService
    setting: SettingService
    templat: TemplatService
    katalog: KatalogService
    sop: SopService


class ProfilBeda:
    """Compares a profil with the office as it is."""

    def __init__(self, store: Store, office: SettingServices) -> None:
        self._store = store
        self._office = office

    def changes(self, profil: Profil) -> tuple[PerubahanBagian, ...]:
        """What taking each part would change; a part that changes nothing has no `ubahan`.

        Parts that are not in the profil are left out.
        """
        found = (
            self._of_instansi(profil),
            self._of_units(profil),
            self._of_officials(profil),
            self._of_letters(profil),
            self._of_templates(profil),
            self._of_laws(profil),
            self._of_work(profil),
            self._of_sop(profil),
        )
        return tuple(each for each in found if each is not None)

    def merged(self, wanted: Instansi) -> Instansi:
        """The office of the profil; what it leaves blank stays."""
        present = self._office.instansi.get()
        return replace(
            wanted,
            singkatan=wanted.singkatan or present.singkatan,
            alamat=wanted.alamat or present.alamat,
            logo_id=present.logo_id,
        )

    def new_logo(self, profil: Profil) -> Logo | None:
        """The profil's logo when it is another than the present one."""
        if profil.logo is None or profil.logo.data == self._office.instansi.logo():
            return None
        return profil.logo

    def unit_steps(
        self, profil: Profil
    ) -> tuple[tuple[Langkah[UnitKerjaInput], ...], tuple[str, ...]]:
        """What is to be done with units, and what about it is to be known."""
        return gabung_unit(self._office.unit_kerja.list(), profil.unit_kerja, _units_in_use())

    def template_steps(
        self, profil: Profil
    ) -> dict[JenisNaskah, tuple[dict[str, Any], dict[str, Any]]]:
        """The office's own words before and after, by kind."""
        templat = self._office.templat
        return {
            jenis: (templat.own_parts(jenis), templat.checked_parts(jenis, parts))
            for jenis, parts in profil.templat.items()
        }

    def new_laws(self, laws: Sequence[Peraturan]) -> tuple[Peraturan, ...]:
        """The laws that the catalogue does not have."""
        known = {kunci_kutipan(law.kutipan) for law in self._office.katalog.laws()}
        new = {kunci_kutipan(law.kutipan): law for law in laws}
        return tuple(law for key, law in new.items() if key and key not in known)

    def official_steps(self, profil: Profil) -> tuple[Langkah[PejabatInput], ...]:
        """What is to be done with officials."""
        return gabung_pejabat(self._office.pejabat.list(), profil.pejabat)

    def _of_instansi(self, profil: Profil) -> PerubahanBagian | None:
        if profil.instansi is None:
            return None
        before = asdict(self._office.instansi.get())
        after = asdict(self.merged(profil.instansi))
        old, new = _differing(before, after)
        if (logo := self.new_logo(profil)) is not None:
            old = {**old, "logo": "ada" if before["logo_id"] is not None else ""}
            new = {**new, "logo": logo.nama}
        ubahan = (Ubahan("", old, new),) if new else ()
        return PerubahanBagian(BagianProfil.INSTANSI, ubahan)

    def _of_units(self, profil: Profil) -> PerubahanBagian | None:
        if not profil.unit_kerja:
            return None
        steps, notes = self.unit_steps(profil)
        ubahan = tuple(_of_step(step, asdict) for step in steps)
        return PerubahanBagian(BagianProfil.UNIT_KERJA, ubahan, notes)

    def _of_officials(self, profil: Profil) -> PerubahanBagian | None:
        if not profil.pejabat:
            return None
        steps = self.official_steps(profil)
        ubahan = tuple(_of_step(step, pejabat_columns) for step in steps)
        return PerubahanBagian(BagianProfil.PEJABAT, ubahan, self._two_holders(steps))

    def _two_holders(self, steps: Sequence[Langkah[PejabatInput]]) -> tuple[str, ...]:
        """Roles that two would hold once these are taken."""
        today = self._store.clock.today()
        replaced = {step.id for step in steps if step.id is not None}
        after = [each.data for each in self._office.pejabat.list() if each.id not in replaced]
        after += [step.baru for step in steps]
        notes = []
        for role in SIGNING_ROLES:
            holders = [
                each.nama
                for each in after
                if each.peran is role
                and each.berlaku_dari <= today
                and (each.berlaku_sampai is None or today <= each.berlaku_sampai)
            ]
            if steps and len(holders) > 1:
                name = self._office.sop.current().lane_name(role)
                notes.append(
                    f"{name} akan dipegang {len(holders)} orang ({'; '.join(holders)}). Sesudah "
                    "dimuat, isi “berlaku sampai” pada yang sudah tidak menjabat."
                )
        return tuple(notes)

    def _of_letters(self, profil: Profil) -> PerubahanBagian | None:
        if profil.surat is None:
            return None
        setting = self._office.setting
        ubahan = _changed("Semua surat", setting.letters(), profil.surat.umum)
        for jenis, group in profil.surat.naskah.items():
            ubahan += _changed(jenis.label, setting.naskah(jenis), group)
        return PerubahanBagian(BagianProfil.SURAT, ubahan)

    def _of_templates(self, profil: Profil) -> PerubahanBagian | None:
        if not profil.templat:
            return None
        ubahan = []
        for jenis, (before, after) in self.template_steps(profil).items():
            keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
            if keys:
                ubahan.append(
                    Ubahan(
                        jenis.label,
                        {key: before.get(key, "teks bawaan") for key in keys},
                        {key: after.get(key, "teks bawaan") for key in keys},
                    )
                )
        return PerubahanBagian(BagianProfil.TEKS, tuple(ubahan))

    def _of_laws(self, profil: Profil) -> PerubahanBagian | None:
        if not profil.katalog:
            return None
        ubahan = tuple(
            Ubahan(law.kutipan, None, asdict(law)) for law in self.new_laws(profil.katalog)
        )
        return PerubahanBagian(BagianProfil.KATALOG, ubahan)

    def _of_work(self, profil: Profil) -> PerubahanBagian | None:
        if profil.kerja is None:
            return None
        setting = self._office.setting
        ubahan = _changed("Hari kerja", setting.work(), profil.kerja.hari_kerja)
        ubahan += _changed("Daftar informasi", setting.register(), profil.kerja.daftar)
        return PerubahanBagian(BagianProfil.KERJA, ubahan)

    def _of_sop(self, profil: Profil) -> PerubahanBagian | None:
        if profil.sop is None:
            return None
        sop = self._office.sop
        if sop.text(sop.current_id) == profil.sop[1]:
            return PerubahanBagian(BagianProfil.SOP, ())
        new = parse_sop(profil.sop[1], profil.sop[0]).head
        change = Ubahan(
            "", {"nama": sop.current().head.nama}, {"nama": f"{new.nama} ({profil.sop[0]})"}
        )
        note = "SOP itu berlaku untuk berkas baru dan tidak dapat diurungkan."
        return PerubahanBagian(BagianProfil.SOP, (change,), (note,))


def _units_in_use() -> set[int]:
    """Units that any record refers to."""
    models = (
        tables.Surat, tables.Permintaan, tables.Usulan, tables.Impor, tables.DikTerbitanUnit,
        tables.DikVersi,
    )  # fmt: skip
    found: set[int] = set()
    for model in models:
        rows = model.select(model.unit).where(model.unit.is_null(False)).distinct().tuples()
        found |= {unit_id for (unit_id,) in rows}
    return found


def _of_step(step: Langkah[_Bernama], fields: Callable[[_Bernama], Mapping[str, Any]]) -> Ubahan:
    if step.lama is None:
        return Ubahan(step.baru.nama, None, fields(step.baru))
    return Ubahan(step.lama.nama, *_differing(fields(step.lama), fields(step.baru)))


def _differing(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    keys = [key for key in after if before.get(key) != after[key]]
    return {key: _plain(before.get(key)) for key in keys}, {key: _plain(after[key]) for key in keys}


def _plain(value: Any) -> Any:
    """A value as JSON holds it."""
    return list(value) if isinstance(value, tuple) else value


def _changed(apa: str, before: NamedTuple, after: NamedTuple) -> tuple[Ubahan, ...]:
    old, new = _differing(before._asdict(), after._asdict())
    return (Ubahan(apa, old, new),) if new else ()
