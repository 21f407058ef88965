"""Files written where the user says: the old one or the new one, whole, or a sentence."""

from __future__ import annotations

from pathlib import Path

from sopapp.disk_refusal import Refusal, refusal
from sopapp.domain.errors import EnvironmentProblem
from sopapp.durable import write_durably
from sopapp.left_behind import sweep_beside

_WHY = {
    Refusal.FULL: "ruang disk penuh. Kosongkan sebagian disk, atau pilih tempat lain.",
    Refusal.TOO_BIG: "disk itu tidak menerima file sebesar itu. Pilih tempat lain.",
    Refusal.READ_ONLY: "tempat itu hanya dapat dibaca. Pilih folder lain.",
    Refusal.REFUSED: (
        "tidak diizinkan. Tutup file itu bila sedang dibuka di program lain, atau pilih folder "
        "lain."
    ),
    Refusal.GONE: "foldernya tidak ada atau disknya terlepas. Pilih folder lain.",
}


def save_file(path: Path, data: bytes) -> None:
    """Write `data` as the whole of `path`. Raises EnvironmentProblem with a remedy.

    The file is then as it was before.
    """
    try:
        write_durably(path, data)
        sweep_beside(path)
    except OSError as error:
        raise EnvironmentProblem(not_written(path, error)) from error
    except ValueError as error:  # a name that no file can have
        msg = "Nama file itu tidak dapat dipakai. Pilih nama yang lain."
        raise EnvironmentProblem(msg) from error


def not_written(path: Path, error: OSError) -> str:
    """Why a file was not written, and what to do."""
    why = _WHY.get(refusal(error)) or (
        f"{error.strerror or error}. Periksa disknya, atau pilih folder lain."
    )
    return f"{path} tidak dapat ditulis: {why}"
