"""What can be wrong with a bundle or its place, said in whole sentences."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sopapp.domain.errors import DomainError, EnvironmentProblem


class Cancelled(DomainError):
    """The user stopped the work; nothing is left behind but stored files that were finished."""

    def __init__(self) -> None:
        super().__init__("Dibatalkan. Yang sudah ada tidak berubah.")


class DamagedBundleError(DomainError):
    """A bundle, or a file that it names, is cut off, changed, missing or no bundle at all."""


class BrokenSealError(DamagedBundleError):
    """Sealed bytes are not as they were sealed."""


class WrongPasswordError(DomainError):
    """The bundle is sealed, and no password or a wrong one was given."""


_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO} | {
    getattr(errno, name)
    for name in ("ENOTCONN", "ESTALE", "EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT")
    if hasattr(errno, name)
}


def place_sentence(error: OSError, place: Path) -> str:
    """What is wrong at `place` and what to do about it."""
    if error.errno in _FULL:
        said = (
            "Ruang di tempat cadangan habis. Kosongkan sebagian atau pilih tempat lain, lalu "
            "ulangi; cadangan yang sudah ada tidak berubah."
        )
    elif error.errno == errno.EFBIG:
        said = (
            "Tempat cadangan tidak menerima file sebesar itu (batas FAT32 adalah 4 GB). Pakai "
            "diska berformat exFAT atau NTFS, lalu ulangi."
        )
    elif error.errno in _REFUSED:
        said = (
            "Tempat cadangan tidak dapat ditulisi. Periksa hak akses dan kunci tulisnya, tutup "
            "program lain yang membuka cadangan di sana, atau pilih tempat lain, lalu ulangi."
        )
    elif error.errno in _GONE:
        said = (
            "Tempat cadangan tidak terbaca. Periksa apakah diska atau jaringannya terhubung, "
            "lalu ulangi."
        )
    else:
        said = (
            f"Tempat cadangan bermasalah ({error.strerror or error}). Periksa diskanya atau pilih "
            "tempat lain, lalu ulangi."
        )
    return f"{said}\nTempat: {place}"


@contextmanager
def place_errors(place: Path) -> Iterator[None]:
    """Turn what the system says about the disk at `place` into EnvironmentProblem."""
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(place_sentence(error, place)) from error
