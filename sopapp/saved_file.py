"""Files written where the user says: the old one or the new one, whole, or a sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from sopapp.disk_refusal import LONGEST, Refusal, refusal, why_refused
from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.progress import Progress, no_progress
from sopapp.durable import durable_target
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
    Refusal.BAD_NAME: (
        "nama itu (bersama foldernya) terlalu panjang, tidak sah, atau milik sebuah folder. Pilih "
        "nama yang lain."
    ),
}


_PIECE = 1 << 20
"""Bytes written between two tellings."""


def save_file(path: Path, data: bytes, progress: Progress = no_progress) -> None:
    """Write `data` as the whole of `path`. Raises EnvironmentProblem with a remedy.

    `progress` hears of bytes and may stop it. The file is then as it was before.
    """
    save_files([(path, data)], progress)


def save_files(files: Sequence[tuple[Path, bytes]], progress: Progress = no_progress) -> None:
    """Write several files; none takes its name before all of them lie on the disk.

    `progress` hears of bytes and may stop it; all files are then as they were. Raises
    EnvironmentProblem with a remedy.
    """
    total, done = sum(len(data) for _path, data in files), 0
    with ExitStack() as asides:
        for path, data in files:
            handle = asides.enter_context(_target(path))
            for first in range(0, len(data), _PIECE):
                progress(done, total)
                done += handle.write(data[first : first + _PIECE])
        progress(total, total)
    for fresh in {path.parent: path for path, _data in files}.values():
        sweep_beside(fresh)


@contextmanager
def _target(path: Path) -> Iterator[BinaryIO]:
    """`durable_target` with a sentence for what goes wrong."""
    try:
        with durable_target(path) as handle:
            yield handle
    except OSError as error:
        raise EnvironmentProblem(not_written(path, error)) from error
    except ValueError as error:  # a name that no file can have
        msg = "Nama file itu tidak dapat dipakai. Pilih nama yang lain."
        raise EnvironmentProblem(msg) from error


def not_written(path: Path, error: OSError) -> str:
    """Why a file was not written, and what to do."""
    kind = refusal(error)
    if kind is Refusal.REFUSED and _is_folder(path):  # what Windows says of a folder's name
        kind = Refusal.BAD_NAME
    if error.errno == errno.ENOENT and _is_folder(path.parent):
        # Windows finds no path that is too long, nor, where it guards Documents against programs
        # (controlled folder access), the file that they would make.
        kind = Refusal.BAD_NAME if len(str(path)) >= LONGEST else Refusal.REFUSED
    why = _WHY.get(kind) or f"{why_refused(error)}. Periksa disknya, atau pilih folder lain."
    return f"{path} tidak dapat ditulis: {why}"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a folder that may not be looked into
        return False
