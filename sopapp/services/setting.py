"""Settings in typed groups; what was never changed has its default."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, TypeVar

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.sop import LaneCode
from sopapp.persistence import tables
from sopapp.persistence.store import Store

_POLA = "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}"
# Told apart from a Nota Dinas with the same running number.
_POLA_KEPUTUSAN = "{klasifikasi}/{urut}/KEP/{unit}/{bulan_romawi}/{tahun}"


@dataclass(frozen=True, slots=True)
class WorkSettings:
    """How working days are counted (Perpres 21/2023: five days)."""

    workweek: int = 5
    count_start_day: bool = False
    work_on_cuti_bersama: bool = False


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """Paper (millimetres), type (points), labels, numbers and signers of letters."""

    paper: str = "A4"
    top: float = 20.0
    bottom: float = 25.0
    left: float = 30.0
    right: float = 20.0
    nota_dinas_font: str = "arial"
    nota_dinas_size: float = 12.0
    keputusan_font: str = "bookman"
    keputusan_size: float = 12.0
    label_yth: str = "Yth."
    sifat: str = "Segera"
    selaku_line: bool = False
    klasifikasi: str = ""
    nota_dinas_pola: str = _POLA
    keputusan_pola: str = _POLA_KEPUTUSAN
    nota_dinas_signer: LaneCode = LaneCode.PPID_PEMBANTU
    keputusan_signer: LaneCode = LaneCode.ATASAN_PPID_PEMBANTU


@dataclass(frozen=True, slots=True)
class GeneralSettings:
    """`pelaku` is the name that riwayat records; empty means the PC's user name."""

    pelaku: str = ""


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """`batas_hari`: calendar days before the end of a period from which an entry is pointed out."""

    batas_hari: int = 90


Group = WorkSettings | LetterSettings | GeneralSettings | RegisterSettings
_G = TypeVar("_G", bound=Group)
_KEYS: dict[type[Any], str] = {
    WorkSettings: "hari_kerja",
    LetterSettings: "surat",
    GeneralSettings: "umum",
    RegisterSettings: "daftar",
}
_TITLES: dict[type[Any], str] = {
    WorkSettings: "hari kerja",
    LetterSettings: "surat",
    GeneralSettings: "umum",
    RegisterSettings: "daftar informasi",
}
_SMALLEST_TEXT_AREA = 100.0
_FARTHEST_AHEAD = 3650


class SettingService:
    """Reads and writes the groups."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._own_name = store.actor  # the PC's user, for when no name is set

    def work(self) -> WorkSettings:
        """How working days are counted."""
        return self._load(WorkSettings)

    def letters(self) -> LetterSettings:
        """How letters look and are numbered."""
        loaded = self._load(LetterSettings)
        return dataclasses.replace(
            loaded,
            nota_dinas_signer=LaneCode(loaded.nota_dinas_signer),
            keputusan_signer=LaneCode(loaded.keputusan_signer),
        )

    def general(self) -> GeneralSettings:
        """The rest."""
        return self._load(GeneralSettings)

    def register(self) -> RegisterSettings:
        """How far ahead the register looks."""
        return self._load(RegisterSettings)

    def save(self, group: Group) -> None:
        """Store a group. Raises DomainError naming the field that cannot be."""
        if isinstance(group, GeneralSettings):
            group = GeneralSettings(group.pelaku.strip())
        elif isinstance(group, WorkSettings):
            _check_work(group)
        elif isinstance(group, LetterSettings):
            _check_letters(group)
        elif not 1 <= group.batas_hari <= _FARTHEST_AHEAD:
            msg = f"Batas peringatan jangka waktu adalah 1 sampai {_FARTHEST_AHEAD} hari."
            raise DomainError(msg, field="batas_hari")
        kind = type(group)
        before = dataclasses.asdict(self._load(kind))
        after = dataclasses.asdict(group)
        if before == after:
            return
        with self._store.write("pengaturan", Kind.SETTING) as entry:
            tables.Setting.replace(
                kunci=_KEYS[kind], nilai=json.dumps(after, ensure_ascii=False)
            ).execute()
            changed = {key for key in after if before[key] != after[key]}
            entry.say(
                f"Pengaturan {_TITLES[kind]} diubah.",
                sebelum={key: before[key] for key in sorted(changed)},
                sesudah={key: after[key] for key in sorted(changed)},
            )
        if isinstance(group, GeneralSettings):
            self._store.actor = group.pelaku or self._own_name

    def _load(self, group: type[_G]) -> _G:
        row = tables.Setting.get_or_none(tables.Setting.kunci == _KEYS[group])
        if row is None:
            return group()
        known = {field.name for field in dataclasses.fields(group)}
        stored = json.loads(row.nilai)
        return group(**{key: value for key, value in stored.items() if key in known})


def _check_work(group: WorkSettings) -> None:
    if group.workweek not in (5, 6):
        raise DomainError("Hari kerja seminggu adalah 5 atau 6.", field="workweek")


def _check_letters(group: LetterSettings) -> None:
    from sopapp.documents.content import PAPERS, FontFamily
    from sopapp.domain.numbering import NumberPattern

    paper = PAPERS.get(group.paper)
    if paper is None:
        known = ", ".join(PAPERS)
        raise DomainError(f"Kertas “{group.paper}” tidak dikenal; pilih {known}.", field="paper")
    for name, label in (("top", "atas"), ("bottom", "bawah"), ("left", "kiri"), ("right", "kanan")):
        if not 5 <= getattr(group, name) <= 80:
            raise DomainError(f"Tepi {label} adalah 5 sampai 80 mm.", field=name)
    if paper.width - group.left - group.right < _SMALLEST_TEXT_AREA:
        raise DomainError("Tepi kiri dan kanan menyisakan kurang dari 100 mm.", field="left")
    for name in ("nota_dinas_font", "keputusan_font"):
        if getattr(group, name) not in list(FontFamily):
            known = ", ".join(FontFamily)
            raise DomainError(
                f"Huruf “{getattr(group, name)}” tidak dikenal; pilih {known}.", field=name
            )
    for name in ("nota_dinas_size", "keputusan_size"):
        if not 9 <= getattr(group, name) <= 14:
            raise DomainError("Ukuran huruf adalah 9 sampai 14 pt.", field=name)
    for name in ("nota_dinas_pola", "keputusan_pola"):
        try:
            NumberPattern(getattr(group, name), group.klasifikasi, "UNIT").check()
        except DomainError as error:
            raise DomainError(str(error), field=name) from error
    if not group.label_yth.strip():
        raise DomainError("Label penerima belum diisi (Yth. atau Kepada).", field="label_yth")
