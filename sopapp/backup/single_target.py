"""Where a single file of everything may be written: never over the data, never among backups."""

from __future__ import annotations

from pathlib import Path

from sopapp.backup.manifest import OBJECTS, SUFFIX
from sopapp.backup.source import Source
from sopapp.domain.errors import DomainError, EnvironmentProblem


def check_single_target(source: Source, target: Path) -> None:
    """Raises DomainError for a place of its own, EnvironmentProblem where there is no folder."""
    try:
        directory, there = target.is_dir(), target.parent.is_dir()
        data, wanted = source.database.parent.resolve(), target.parent.resolve()
        inside = wanted == data or data in wanted.parents
        among = (wanted / OBJECTS).is_dir() and any(wanted.glob(f"*{SUFFIX}"))
    except (OSError, ValueError) as error:  # a name that no file can have
        raise DomainError(f"Nama file {target} tidak dapat dipakai. Pilih nama lain.") from error
    if directory:
        raise DomainError(f"{target} adalah folder. Tulis nama file cadangannya.")
    if not there:
        msg = f"File {target} tidak dapat ditulis: folder {target.parent} tidak ada. Buat dahulu."
        raise EnvironmentProblem(msg)
    if inside:
        raise DomainError(f"{target} berada di antara data itu sendiri. Pilih folder lain.")
    if among:
        raise DomainError(
            f"{target} berada di antara cadangan berkala, jadi kelak terhapus bersama yang lama. "
            "Pilih folder lain."
        )
