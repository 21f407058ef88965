"""Puts a bundle in the place of a data folder's records and files.

Everything is taken out of the bundle and checked beside the data first; only what is whole is
exchanged for what was there, which is kept.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sopapp.backup.exchange import clear, exchange, finish_restore
from sopapp.backup.manifest import BundleInfo, Details
from sopapp.backup.place import Place
from sopapp.backup.restore_note import RestoreNote
from sopapp.backup.staging import stage
from sopapp.backup.unfinished import STAGING
from sopapp.backup.work import Asked, Meter, never
from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import DomainError, EnvironmentProblem, NewerDataError
from sopapp.domain.progress import Cancelled, Progress, no_progress
from sopapp.paths import DataFolder
from sopapp.persistence.steps import STEPS

_SHOWN = 10  # missing files that a message names


class Restorable(Protocol):
    """What can be restored: an open bundle, or a plain data folder."""

    @property
    def info(self) -> BundleInfo:
        """When and by which schema it was made."""
        ...

    @property
    def details(self) -> Details:
        """The office, counts, files."""
        ...

    def extract_database(self, target: Path) -> None:
        """Write the records to `target`. Raises DomainError when damaged, OSError."""
        ...

    def extract_file(self, sha256: str, target: Path) -> None:
        """Write a stored file to `target`. Raises DomainError when not there or damaged."""
        ...


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: where the old lies now, how many files came, which are missing."""

    kept: Path | None
    files: int
    missing: tuple[str, ...]


class MissingFilesError(DomainError):
    """The bundle lacks files that its records name; nothing was changed.

    `missing` names each with what it belongs to.
    """

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        named = "\n".join(f"- {each}" for each in missing[:_SHOWN])
        more = f"\n- dan {len(missing) - _SHOWN} file lain" if len(missing) > _SHOWN else ""
        super().__init__(
            f"Cadangan ini tidak memuat {len(missing)} file yang disebut catatannya. Belum ada "
            "yang diubah. Pakai cadangan lain yang lengkap, atau pulihkan tanpa file itu.\n"
            f"{named}{more}"
        )


class RestoreCancelled(Cancelled):
    """The user stopped it before anything was moved."""

    def __init__(self) -> None:
        DomainError.__init__(self, "Pemulihan dibatalkan. Data yang ada tidak berubah.")


def restore(
    bundle: Restorable,
    folder: Path,
    *,
    now: datetime,
    progress: Progress = no_progress,
    cancelled: Asked = never,
    allow_missing: bool = False,
) -> Restored:
    """Put the records and files of `bundle` into `folder`; what was there is kept.

    The caller holds the folder's lock and has nothing of it open, and afterwards lets riwayat
    tell of it (`CadanganService.finish_restore`). Raises NewerDataError,
    MissingFilesError (unless `allow_missing`), DomainError for a damaged bundle or a folder that
    cannot be the target, RestoreCancelled, EnvironmentProblem; the folder is then as it was.
    """
    check_target(bundle, folder)
    with _said(folder):
        fresh = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        finish_restore(folder)
        staging = folder / STAGING
        try:
            staging.mkdir(mode=0o700)
            meter = Meter(progress, cancelled)
            staged = stage(bundle, staging, DataFolder(folder).attachments, meter)
            if not allow_missing:
                _refuse_gaps(staged.missing)
            meter.check()
            _keep_mark(bundle.info, folder, staging)
            kept = exchange(folder, now, RestoreNote(bundle.info.made, bundle.info.riwayat))
            meter.finish()
        except Cancelled:
            clear(folder, fresh=fresh)
            raise RestoreCancelled from None
        except BaseException:
            clear(folder, fresh=fresh)
            raise
    return Restored(kept, staged.files, staged.missing)


def _keep_mark(info: BundleInfo, folder: Path, staging: Path) -> None:
    """Sample data stay marked as such when they go back to an earlier state of themselves."""
    here = DataFolder(folder)
    if here.sample_mark.is_file():
        own = {each.origin for each in Place(here.backups).bundles()}
        if info.origin in own:
            shutil.copyfile(here.sample_mark, staging / here.sample_mark.name)


def check_target(bundle: Restorable, folder: Path) -> None:
    """Whether `bundle` may go into `folder` at all, before anything is made there.

    Raises NewerDataError, and DomainError for a folder that cannot be the target.
    """
    _refuse_newer(bundle.info.schema)
    _refuse_place(bundle.info.path, folder)


def _refuse_gaps(missing: tuple[str, ...]) -> None:
    if missing:
        raise MissingFilesError(missing)


def _refuse_newer(schema: int) -> None:
    if schema > len(STEPS):
        msg = (
            f"Cadangan ini dibuat oleh versi program yang lebih baru (skema {schema}; program ini "
            f"mengenal sampai {len(STEPS)}). Pasang program versi terbaru. Tidak ada yang diubah."
        )
        raise NewerDataError(msg)


def _refuse_place(source: Path, folder: Path) -> None:
    """A folder that would hold itself, or backups among its records. Raises DomainError."""
    try:
        target, origin = folder.resolve(), source.resolve()
        if folder.exists() and not folder.is_dir():
            raise DomainError(f"{folder} bukan folder. Tulis nama folder datanya.")
        backups = [
            place
            for place in (target, *target.parents)
            if (place / "isi").is_dir() and any(place.glob("*.sopdik"))
        ]
    except (OSError, ValueError) as error:  # a name that no folder can have
        raise DomainError(f"Nama folder {folder} tidak dapat dipakai. Pilih yang lain.") from error
    if backups:
        msg = (
            f"Folder {folder} berada di tempat cadangan ({backups[0]}). Pilih folder lain, agar "
            "data dan cadangannya tidak bercampur."
        )
        raise DomainError(msg)
    if origin == target or (origin.is_dir() and origin in target.parents):
        msg = f"Sumber dan tujuan sama, atau tujuan berada di dalam sumber: {folder}. Pilih lain."
        raise DomainError(msg)
    if DataFolder(target).attachments in origin.parents:
        msg = f"Pindahkan dahulu {source} ke luar folder data yang akan dipulihkan."
        raise DomainError(msg)


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """What the disk refuses becomes a sentence."""
    try:
        yield
    except OSError as error:
        msg = (
            f"Pemulihan tidak dapat dijalankan ({why_refused(error)}). Data yang ada tidak "
            "diubah. Periksa ruang disk dan hak akses, dan tutup program lain yang memakai "
            f"folder ini, lalu ulangi.\nFolder: {folder}"
        )
        raise EnvironmentProblem(msg) from error
