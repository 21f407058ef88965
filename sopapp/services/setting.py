"""Settings in typed groups; what was never changed has its default."""

from __future__ import annotations

import json
import typing
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.persistence.odd_record import decodes
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input

if typing.TYPE_CHECKING:
    from sopapp.domain.naskah import JenisNaskah
    from sopapp.services.cadangan_settings import CadanganSettings
    from sopapp.services.letter_settings import LetterSettings, NaskahSettings
    from sopapp.services.register_settings import RegisterSettings


class WorkSettings(NamedTuple):
    """How working days are counted (Perpres 21/2023: five days)."""

    workweek: int = 5
    count_start_day: bool = False
    work_on_cuti_bersama: bool = False


class HalamanAwal(StrEnum):
    """The page that the program opens on."""

    HARI_INI = "hari_ini"
    PAPAN = "papan"

    @property
    def label(self) -> str:
        """The word on screen."""
        return {"hari_ini": "Hari ini", "papan": "Papan"}[self]


class GeneralSettings(NamedTuple):
    """`pelaku` is the name that riwayat records; empty means the PC's user name.

    `pemberitahuan`: one message a day of what is late or due; `angka`: their count on the
    program's button on the task bar.
    """

    pelaku: str = ""
    halaman_awal: HalamanAwal = HalamanAwal.HARI_INI
    pemberitahuan: bool = False
    angka: bool = True


Group: typing.TypeAlias = (
    "WorkSettings | GeneralSettings | RegisterSettings | CadanganSettings | LetterSettings"
)
_G = TypeVar("_G", bound=NamedTuple)
_KEYS = {
    "WorkSettings": ("hari_kerja", "hari kerja"),
    "LetterSettings": ("surat", "surat"),
    "GeneralSettings": ("umum", "umum"),
    "RegisterSettings": ("daftar", "daftar informasi"),
    "CadanganSettings": ("cadangan", "cadangan"),
}
"""Key and title of each group by the name of its class: a start loads only two of them."""


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

        key = naskah_key(jenis)
        return self._memory.get(key, lambda: _merged(BAWAAN[jenis], self._stored(key)))

    def general(self) -> GeneralSettings:
        """The rest."""
        return self._load(GeneralSettings())

    def register(self) -> RegisterSettings:
        """How far ahead the register looks."""
        from sopapp.services.register_settings import RegisterSettings

        return self._load(RegisterSettings())

    def cadangan(self) -> CadanganSettings:
        """When and where backups are made."""
        from sopapp.services.cadangan_settings import CadanganSettings

        return self._load(CadanganSettings())

    def save(self, group: Group) -> None:
        """Store a group. Raises DomainError naming the field that cannot be."""
        group = checked_group(group)
        key, title = _KEYS[type(group).__name__]
        self._write(key, title, self._load(type(group)()), group)
        if isinstance(group, GeneralSettings):
            self._store.actor = group.pelaku or self._own_name

    def save_naskah(self, jenis: JenisNaskah, group: NaskahSettings) -> None:
        """Store the settings of one kind of paper. Raises DomainError by field."""
        group = checked_naskah(jenis, group, self.letters())
        self._write(naskah_key(jenis), f"naskah {jenis.label}", self.naskah(jenis), group)

    def reset_naskah(self, jenis: JenisNaskah) -> None:
        """Go back to what the program came with."""
        from sopapp.services.letter_settings import BAWAAN

        key = naskah_key(jenis)
        before = self.naskah(jenis)
        if self._stored(key) is None:
            return
        with self._store.write("pengaturan.bawaan", Kind.SETTING) as entry:
            self._store.database.execute_sql("DELETE FROM setting WHERE kunci = ?", (key,))
            entry.say(
                f"Pengaturan naskah {jenis.label} dikembalikan ke bawaan.",
                **_difference(before, BAWAAN[jenis]),
            )

    def _load(self, default: _G) -> _G:
        key = _KEYS[type(default).__name__][0]
        return self._memory.get(key, lambda: _merged(default, self._stored(key)))

    def _stored(self, key: str) -> str | None:
        sql = "SELECT nilai FROM setting WHERE kunci = ?"
        row = self._store.database.execute_sql(sql, (key,)).fetchone()
        return None if row is None else str(row[0])

    def _write(self, key: str, title: str, before: NamedTuple, after: NamedTuple) -> None:
        if before == after:
            return
        with self._store.write("pengaturan", Kind.SETTING) as entry:
            put_setting(key, after)
            entry.say(f"Pengaturan {title} diubah.", **_difference(before, after))


def group_key(group: Group) -> str:
    """What a group is stored under."""
    return _KEYS[type(group).__name__][0]


def naskah_key(jenis: JenisNaskah) -> str:
    """What the settings of a kind of paper are stored under."""
    return f"naskah.{jenis}"


def put_setting(key: str, group: NamedTuple) -> None:
    """Store a checked group; call inside a write."""
    text = json.dumps(group._asdict(), ensure_ascii=False)
    from sopapp.persistence import tables  # a start only reads

    tables.Setting.replace(kunci=key, nilai=text).execute()


def checked_group(group: Group) -> Group:
    """The group tidied. Raises DomainError naming the field that cannot be."""
    from sopapp.services.cadangan_settings import CadanganSettings, check_cadangan
    from sopapp.services.register_settings import RegisterSettings, check_register

    if isinstance(group, GeneralSettings):
        return group._replace(pelaku=group.pelaku.strip())
    if isinstance(group, WorkSettings):
        _check_work(group)
    elif isinstance(group, RegisterSettings):
        check_register(group)
    elif isinstance(group, CadanganSettings):
        check_cadangan(group)
    else:
        return checked_letters(group)
    return group


def checked_letters(group: LetterSettings) -> LetterSettings:
    """The settings of all papers tidied. Raises DomainError by field."""
    from sopapp.services.letter_settings import check_letters

    group = group._replace(sifat=_tidy(group.sifat), klasifikasi=_tidy(group.klasifikasi))
    check_letters(group)
    return group


def checked_naskah(
    jenis: JenisNaskah, group: NaskahSettings, common: LetterSettings
) -> NaskahSettings:
    """The settings of a kind of paper tidied. Raises DomainError by field."""
    from sopapp.services.letter_settings import check_naskah

    group = group._replace(
        # A number is tidied when it is given, so its parts are too: else its form is not told.
        pola=_tidy(group.pola),
        deret=_tidy(group.deret),
        klasifikasi=_tidy(group.klasifikasi),
        kode_sifat=_tidy(group.kode_sifat),
        label_yth=_tidy(group.label_yth),
    )
    check_naskah(jenis, group, common)
    return group


def _tidy(text: str) -> str:
    """One line without what cannot be seen: signs of no width come along with a paste."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


@decodes("pengaturan")
def _merged(default: _G, stored: str | None) -> _G:
    """The stored fields over the default; those the program no longer knows are passed over."""
    if stored is None:
        return default
    known = default._asdict()
    found = {
        key: type(known[key])(value) if isinstance(known[key], (StrEnum, bool)) else value
        for key, value in json.loads(stored).items()
        if key in known
    }
    return default._replace(**found)


def _difference(before: NamedTuple, after: NamedTuple) -> dict[str, Any]:
    old, new = before._asdict(), after._asdict()
    changed = sorted(key for key in new if old[key] != new[key])
    return {
        "sebelum": {key: old[key] for key in changed},
        "sesudah": {key: new[key] for key in changed},
    }


def _check_work(group: WorkSettings) -> None:
    if group.workweek not in (5, 6):
        raise DomainError("Hari kerja seminggu adalah 5 atau 6.", field="workweek")
