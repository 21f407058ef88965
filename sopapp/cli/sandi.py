"""The password of a backup: asked for, or read from a file; never typed into the command line.

There every other user of the PC could read it, and the shell would keep it.
"""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from sopapp.domain.errors import DomainError, EnvironmentProblem

_LONGEST = 4096


def asked_password(*, twice: bool = False) -> str:
    """What is typed without being shown. Raises DomainError when nobody can be asked."""
    if not sys.stdin.isatty():
        msg = "Kata sandi tidak dapat diminta tanpa terminal. Simpan dalam file: --sandi-dari FILE."
        raise DomainError(msg)
    try:
        password = getpass.getpass("Kata sandi cadangan: ")
        again = getpass.getpass("Sekali lagi: ") if twice else password
    except (EOFError, KeyboardInterrupt):
        raise DomainError("Dibatalkan. Belum ada yang diubah.") from None
    if password != again:
        raise DomainError("Kedua kata sandi tidak sama. Ulangi.")
    return password


def password_in(path: Path) -> str:
    """The first line of a file. Raises DomainError, EnvironmentProblem."""
    try:
        with path.open("rb") as handle:
            raw = handle.read(_LONGEST)
    except (OSError, ValueError) as error:
        msg = f"File kata sandi tidak dapat dibaca. Periksa nama dan hak aksesnya.\nFile: {path}"
        raise EnvironmentProblem(msg) from error
    try:
        password = raw.decode("utf-8-sig").split("\n")[0].rstrip("\r")
    except UnicodeDecodeError as error:
        msg = f"File kata sandi bukan teks UTF-8. Simpan ulang sebagai teks.\nFile: {path}"
        raise DomainError(msg) from error
    if not password:
        raise DomainError(f"Baris pertama file kata sandi kosong.\nFile: {path}")
    return password
