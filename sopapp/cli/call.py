"""What every command without a window shares: the exit status and a wrong call."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from sopapp.backup.exchange import finish_restore
from sopapp.backup.unfinished import PLAN
from sopapp.domain.errors import DomainError
from sopapp.folder_lock import FolderLock
from sopapp.paths import DataFolder

OK, FAILED, WRONG_CALL = 0, 1, 2


class WrongCallError(Exception):
    """The command line itself is wrong."""


class CallParser(argparse.ArgumentParser):
    """argparse speaks English to users, so it only parses here; the words are ours."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Raise WrongCallError with what argparse says."""
        raise WrongCallError(message)


def data_folder(text: str) -> Path:
    """A folder that holds the program's data; opening another would make a new, empty one.

    Raises DomainError.
    """
    folder = Path(text)
    _carry_restore_on(folder)
    try:
        there = DataFolder(folder).database.is_file()
    except (OSError, ValueError):  # a name that no folder can have
        there = False
    if not there:
        msg = f"Tidak ada data program di folder {folder}. Periksa nama foldernya."
        raise DomainError(msg)
    return folder


def _carry_restore_on(folder: Path) -> None:
    """End a restore that was cut off half-way, else there may be no records. Raises InUseError."""
    if not os.path.lexists(folder / PLAN):
        return
    lock = FolderLock(DataFolder(folder).lock)
    lock.acquire()
    try:
        finish_restore(folder)
    finally:
        lock.release(clean=not lock.was_unclean)


def one_value(
    name: str, needed: str, arguments: Sequence[str], *, json: bool = False
) -> tuple[str, bool]:
    """The one value of a command and whether --json was given. Raises WrongCallError."""
    parser = CallParser()
    parser.add_argument("value", nargs="?")
    if json:
        parser.add_argument("--json", action="store_true")
    parsed, unknown = parser.parse_known_args(list(arguments))
    if unknown:
        raise WrongCallError(f"Tidak dipahami: {' '.join(unknown)}.")
    if not parsed.value:
        raise WrongCallError(f"Perintah {name} memerlukan {needed}.")
    return parsed.value, json and parsed.json
