"""What backups there are, how far they lag behind the data, and what to warn about.

Everything here is plain values and files: it may run on any thread, and should, because a
second place on a share or a stick can take its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath

from sopapp.backup.manifest import BundleInfo
from sopapp.backup.place import Place
from sopapp.backup.sealing import Sandi
from sopapp.domain.errors import EnvironmentProblem
from sopapp.services.cadangan_settings import CadanganSettings

SUBFOLDER = "cadangan-sop-dik"
"""Where backups lie in the second place: its folder may hold other things."""

PASSWORD_WANTED = (
    "Kata sandi cadangan belum dimasukkan di komputer ini, jadi tidak ada salinan yang ditaruh di "
    "tempat kedua. Masukkan kata sandinya di Pengaturan, bagian Cadangan."
)
_AHEAD = (
    "Cadangan terakhir {} bertanggal sesudah hari ini. Periksa jam komputer, lalu cadangkan "
    "sekarang."
)
_STALE_LOCAL = 2  # days with changes that are in no backup


@dataclass(frozen=True, slots=True)
class Head:
    """The end of riwayat: what a backup must have reached to hold all of the data.

    `asal` is the hash of the first row, the same in all backups of one office; all are empty
    and `nomor` is 0 for data in which nothing was ever written.
    """

    nomor: int
    rantai: str
    asal: str


@dataclass(frozen=True, slots=True)
class CadanganState:
    """The newest backups and whether they hold all of the data.

    `warnings` are sentences that ask for something; `remarks` are worth knowing.
    """

    local: BundleInfo | None
    local_count: int
    changed: bool
    outside: BundleInfo | None
    outside_changed: bool
    due: bool
    warnings: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A question about backups, made from the open data and answered anywhere.

    `sandi` tells of the key that seals copies in the second place.
    """

    data: Path
    local: Path
    head: Head
    settings: CadanganSettings
    key_missing: bool
    sandi: Sandi | None
    now: datetime

    def run(self) -> CadanganState:
        """Look at both places; what cannot be read is a warning, never an error."""
        remarks: list[str] = []
        here = bundles_of(self.local, self.head, remarks)
        folder = Path(self.settings.di_luar) if self.settings.di_luar else None
        found = folder is None or is_there(folder)
        there = bundles_of(outside_root(folder), self.head, remarks) if folder and found else ()
        changed = not covered(here, self.head)
        local, outside = _newest(here), _newest(there)
        if folder and found and _same_disk(folder, self.data):
            remarks.append(
                "Tempat kedua berada di disk yang sama dengan data. Bila disk itu rusak, "
                "cadangannya ikut hilang."
            )
        warnings = [] if found else [missing_words(folder)]
        warnings += self._old(local, changed, there, folder if found else None)
        if folder and self.key_missing:
            warnings.append(PASSWORD_WANTED)
        return CadanganState(
            local,
            len(here),
            changed,
            outside,
            bool(folder and found and not self.key_missing)
            and not covered(there, self.head, self.sandi),
            self._due(here, changed),
            tuple(warnings),
            tuple(remarks),
        )

    def _due(self, here: tuple[BundleInfo, ...], changed: bool) -> bool:
        """Whether the day's backup is wanted: something changed, and there is none of today."""
        if not (self.settings.harian and changed):
            return False
        return all(_day(each.made) != _day(self.now) for each in here)

    def _old(
        self,
        local: BundleInfo | None,
        changed: bool,
        there: tuple[BundleInfo, ...],
        folder: Path | None,
    ) -> list[str]:
        found = []
        if changed and local is not None:
            age = self._age(local)
            if age is None:
                found.append(_AHEAD.format("di komputer ini"))
            elif age >= _STALE_LOCAL:
                found.append(
                    f"Perubahan selama {age} hari terakhir belum dicadangkan. Cadangkan sekarang."
                )
        if folder is None or self.key_missing:
            return found
        if not there:
            found.append(f"Belum ada cadangan di tempat kedua: {folder}. Cadangkan sekarang.")
        elif all(each.sandi not in (None, self.sandi) for each in there):
            found.append(
                "Semua salinan di tempat kedua terkunci dengan kata sandi lain. Cadangkan sekarang."
            )
        elif not covered(there, self.head, self.sandi):
            age = self._age(there[0])
            if age is None:
                found.append(_AHEAD.format("di tempat kedua"))
            elif age >= self.settings.batas_umur:
                found.append(f"Cadangan di tempat kedua sudah {age} hari. Cadangkan sekarang.")
        return found

    def _age(self, bundle: BundleInfo) -> int | None:
        """Days; None for one of the future: one of the two clocks was wrong."""
        days = (_day(self.now) - _day(bundle.made)).days
        return days if days >= 0 else None


def outside_root(folder: Path) -> Path:
    """The folder of the backups inside the second place."""
    return folder if folder.name == SUBFOLDER else folder / SUBFOLDER


def is_there(folder: Path) -> bool:
    """Whether the second place can be reached; False too when the system only says no."""
    try:
        return folder.is_dir()
    except OSError:
        return False


def missing_words(folder: PurePath | None) -> str:
    """What is said when the second place is not there."""
    words = (
        f"Tempat cadangan kedua tidak ditemukan: {folder}. Pasang disknya atau sambungkan "
        "foldernya, lalu cadangkan sekarang."
    )
    if folder is not None and folder.drive.endswith(":"):  # Windows gives a stick any free letter
        words += f" Bila disk itu kini bukan {folder.drive} lagi, pilih lagi foldernya."
    return words


def bundles_of(root: Path, head: Head, remarks: list[str]) -> tuple[BundleInfo, ...]:
    """The backups of this data at a place, newest first; damaged ones are remarked upon."""
    place = Place(root)
    try:
        bundles, unreadable, refused = place.bundles(), place.unreadable(), place.refused()
    except (EnvironmentProblem, OSError):
        remarks.append(f"Folder cadangan tidak dapat dibaca: {root}.")
        return ()
    remarks.extend(f"Cadangan rusak: {path}." for path in unreadable)
    remarks.extend(
        f"Cadangan tidak boleh dibaca, periksa hak aksesnya: {path}." for path in refused
    )
    return tuple(each for each in bundles if not head.asal or each.origin == head.asal)


def covered(bundles: tuple[BundleInfo, ...], head: Head, sandi: Sandi | None = None) -> bool:
    """Whether a backup ends where the data ends; nothing written needs no backup.

    One that another key seals does not count: nobody may know its password any more.
    """
    return not head.nomor or any(
        each.rantai == head.rantai and each.sandi == sandi for each in bundles
    )


def _newest(bundles: tuple[BundleInfo, ...]) -> BundleInfo | None:
    """By what they hold: they come in that order. A clock may have been wrong."""
    return next(iter(bundles), None)


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
