"""What can be wrong with a bundle or its place, said in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sopapp.disk_refusal import Refusal, refusal, why_refused
from sopapp.domain import panduan
from sopapp.domain.errors import DomainError, EnvironmentProblem


class DamagedBundleError(DomainError):
    """A bundle, or a file that it names, is cut off, changed, missing or no bundle at all."""

    topic = panduan.CADANGAN_RUSAK


class BrokenSealError(DamagedBundleError):
    """Sealed bytes are not as they were sealed."""


class WrongPasswordError(DomainError):
    """The bundle is sealed, and no password or a wrong one was given."""

    topic = panduan.KATA_SANDI_CADANGAN


_REFUSED = (
    "Tempat cadangan tidak dapat ditulisi. Periksa hak akses dan kunci tulisnya, tutup program "
    "lain yang membuka cadangan di sana, atau pilih tempat lain, lalu ulangi."
)
_GONE = (
    "Tempat cadangan tidak terbaca. Periksa apakah disk atau jaringannya terhubung, lalu ulangi."
)
_SAID = {
    Refusal.FULL: (
        "Ruang di tempat cadangan habis. Kosongkan sebagian atau pilih tempat lain, lalu ulangi; "
        "cadangan yang sudah ada tidak berubah."
    ),
    Refusal.TOO_BIG: (
        "Tempat cadangan tidak menerima file sebesar itu (batas FAT32 adalah 4 GB). Pakai disk "
        "berformat exFAT atau NTFS, lalu ulangi."
    ),
    Refusal.READ_ONLY: _REFUSED,
    Refusal.REFUSED: _REFUSED,
    Refusal.GONE: _GONE,
    Refusal.BROKEN: _GONE,
}


def place_sentence(error: OSError, place: Path) -> str:
    """What is wrong at `place` and what to do about it."""
    said = _SAID.get(refusal(error)) or (
        f"Tempat cadangan bermasalah ({why_refused(error)}). Periksa disknya atau pilih "
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
