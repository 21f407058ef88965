"""Settings in typed groups; what was never changed has its default."""

from __future__ import annotations

import dataclasses
import json
import typing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.persistence import tables
from sopapp.persistence.odd_record import decodes
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input

if typing.TYPE_CHECKING:
    from sopapp.domain.naskah import JenisNaskah
    from sopapp.services.letter_settings import LetterSettings, NaskahSettings


@dataclass(frozen=True, slots=True)
class WorkSettings:
    """How working days are counted (Perpres 21/2023: five days)."""

    workweek: int = 5
    count_start_day: bool = False
    work_on_cuti_bersama: bool = False


@dataclass(frozen=True, slots=True)
class GeneralSettings:
    """`pelaku` is the name that riwayat records; empty means the PC's user name."""

    pelaku: str = ""


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """`batas_hari`: calendar days before the end of a period from which an entry is pointed out."""

    batas_hari: int = 90


@dataclass(frozen=True, slots=True)
class CadanganSettings:
    """When backups are made, where a second copy goes, and how many are kept.

    `di_luar` is the second place, a folder, or empty; `sandi` that copies there are sealed.
    `terbaru`, `mingguan`, `bulanan` count the backups kept: latest, one a week, one a month.
    `batas_umur`: days after which a backup is called old.
    """

    di_luar: str = ""
    sandi: bool = False
    terbaru: int = 10
    mingguan: int = 8
    bulanan: int = 24
    saat_tutup: bool = True
    harian: bool = True
    batas_umur: int = 7


Group: typing.TypeAlias = (
    "WorkSettings | GeneralSettings | RegisterSettings | CadanganSettings | LetterSettings"
)
_G = TypeVar("_G")
_KEYS = {
    "WorkSettings": ("hari_kerja", "hari kerja"),
    "LetterSettings": ("surat", "surat"),
    "GeneralSettings": ("umum", "umum"),
    "RegisterSettings": ("daftar", "daftar informasi"),
    "CadanganSettings": ("cadangan", "cadangan"),
}
"""Key and title of each group by the name of its class: letters load their class late."""
_FARTHEST_AHEAD = 3650
_MOST_BACKUPS = 1000


@checked_input()
class SettingService:
    """Reads and writes the groups."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._own_name = store.actor  # the PC's user, for when no name is set
        self._memory = ReadMemory(store, Kind.SETTING)

    def work(self) -> WorkSettings:
        """How working days are counted."""
        return self._load(WorkSettings())

    def letters(self) -> LetterSettings:
        """What holds for all papers."""
        from sopapp.services.letter_settings import LetterSettings

        return self._load(LetterSettings())

    def naskah(self, jenis: JenisNaskah) -> NaskahSettings:
        """What holds for one kind of paper."""
        from sopapp.services.letter_settings import BAWAAN

        key = f"naskah.{jenis}"
        return self._memory.get(key, lambda: _merged(BAWAAN[jenis], _stored(key)))

    def general(self) -> GeneralSettings:
        """The rest."""
        return self._load(GeneralSettings())

    def register(self) -> RegisterSettings:
        """How far ahead the register looks."""
        return self._load(RegisterSettings())

    def cadangan(self) -> CadanganSettings:
        """When and where backups are made."""
        return self._load(CadanganSettings())

    def save(self, group: Group) -> None:
        """Store a group. Raises DomainError naming the field that cannot be."""
        name = type(group).__name__
        if isinstance(group, GeneralSettings):
            group = GeneralSettings(group.pelaku.strip())
        elif isinstance(group, WorkSettings):
            _check_work(group)
        elif isinstance(group, RegisterSettings):
            if not 1 <= group.batas_hari <= _FARTHEST_AHEAD:
                msg = f"Batas peringatan jangka waktu adalah 1 sampai {_FARTHEST_AHEAD} hari."
                raise DomainError(msg, field="batas_hari")
        elif isinstance(group, CadanganSettings):
            _check_cadangan(group)
        else:
            from sopapp.services.letter_settings import check_letters

            group = dataclasses.replace(
                group, sifat=_tidy(group.sifat), klasifikasi=_tidy(group.klasifikasi)
            )
            check_letters(group)
        key, title = _KEYS[name]
        self._write(key, title, self._load(type(group)()), group)
        if isinstance(group, GeneralSettings):
            self._store.actor = group.pelaku or self._own_name

    def save_naskah(self, jenis: JenisNaskah, group: NaskahSettings) -> None:
        """Store the settings of one kind of paper. Raises DomainError by field."""
        from sopapp.services.letter_settings import check_naskah

        group = dataclasses.replace(
            group,
            # A number is tidied when it is given, so its parts are too: else its form is not told.
            pola=_tidy(group.pola),
            deret=_tidy(group.deret),
            klasifikasi=_tidy(group.klasifikasi),
            kode_sifat=_tidy(group.kode_sifat),
            label_yth=_tidy(group.label_yth),
        )
        check_naskah(jenis, group, self.letters())
        self._write(f"naskah.{jenis}", f"naskah {jenis.label}", self.naskah(jenis), group)

    def reset_naskah(self, jenis: JenisNaskah) -> None:
        """Go back to what the program came with."""
        from sopapp.services.letter_settings import BAWAAN

        key = f"naskah.{jenis}"
        before = self.naskah(jenis)
        if _stored(key) is None:
            return
        with self._store.write("pengaturan.bawaan", Kind.SETTING) as entry:
            tables.Setting.delete().where(tables.Setting.kunci == key).execute()
            entry.say(
                f"Pengaturan naskah {jenis.label} dikembalikan ke bawaan.",
                **_difference(before, BAWAAN[jenis]),
            )

    def _load(self, default: _G) -> _G:
        key = _KEYS[type(default).__name__][0]
        return self._memory.get(key, lambda: _merged(default, _stored(key)))

    def _write(self, key: str, title: str, before: object, after: object) -> None:
        if before == after:
            return
        with self._store.write("pengaturan", Kind.SETTING) as entry:
            text = json.dumps(dataclasses.asdict(after), ensure_ascii=False)  # type: ignore[call-overload]
            tables.Setting.replace(kunci=key, nilai=text).execute()
            entry.say(f"Pengaturan {title} diubah.", **_difference(before, after))


def _tidy(text: str) -> str:
    """One line without what cannot be seen: signs of no width come along with a paste."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def _stored(key: str) -> str | None:
    row = tables.Setting.get_or_none(tables.Setting.kunci == key)
    return None if row is None else str(row.nilai)


@decodes("pengaturan")
def _merged(default: _G, stored: str | None) -> _G:
    """The stored fields over the default; those the program no longer knows are passed over."""
    if stored is None:
        return default
    known: dict[str, Any] = {
        field.name: getattr(default, field.name)
        for field in dataclasses.fields(default)  # type: ignore[arg-type]
    }
    found = {
        key: type(known[key])(value) if isinstance(known[key], (StrEnum, bool)) else value
        for key, value in json.loads(stored).items()
        if key in known
    }
    return dataclasses.replace(default, **found)  # type: ignore[type-var]


def _difference(before: object, after: object) -> dict[str, Any]:
    old, new = dataclasses.asdict(before), dataclasses.asdict(after)  # type: ignore[call-overload]
    changed = sorted(key for key in new if old[key] != new[key])
    return {
        "sebelum": {key: old[key] for key in changed},
        "sesudah": {key: new[key] for key in changed},
    }


def _check_work(group: WorkSettings) -> None:
    if group.workweek not in (5, 6):
        raise DomainError("Hari kerja seminggu adalah 5 atau 6.", field="workweek")


def _check_cadangan(group: CadanganSettings) -> None:
    least = {"terbaru": 1, "mingguan": 0, "bulanan": 0, "batas_umur": 1}
    for field, low in least.items():
        if not low <= getattr(group, field) <= _MOST_BACKUPS:
            raise DomainError(f"Isi dengan {low} sampai {_MOST_BACKUPS}.", field=field)
