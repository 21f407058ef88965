"""Files written where the user says: the old one or the new one, whole, or a sentence."""

from __future__ import annotations

import errno
from pathlib import Path

from sopapp.domain.errors import EnvironmentProblem
from sopapp.durable import write_durably

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENXIO, errno.ENODEV}


def save_file(path: Path, data: bytes) -> None:
    """Write `data` as the whole of `path`. Raises EnvironmentProblem with a remedy.

    The file is then as it was before.
    """
    try:
        write_durably(path, data)
    except OSError as error:
        raise EnvironmentProblem(not_written(path, error)) from error


def not_written(path: Path, error: OSError) -> str:
    """Why a file was not written, and what to do."""
    if error.errno in _FULL:
        why = "ruang disk penuh. Kosongkan sebagian disk, atau pilih tempat lain."
    elif error.errno in _REFUSED:
        why = (
            "tidak diizinkan. Tutup file itu bila sedang dibuka di program lain, atau pilih "
            "folder lain."
        )
    elif error.errno == errno.EROFS:
        why = "tempat itu hanya dapat dibaca. Pilih folder lain."
    elif error.errno in _GONE:
        why = "foldernya tidak ada atau disknya terlepas. Pilih folder lain."
    else:
        why = f"{error.strerror or error}. Periksa disknya, atau pilih folder lain."
    return f"{path} tidak dapat ditulis: {why}"
