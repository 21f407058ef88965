"""The evidence of a year written as one ZIP: made piece by piece, off the GUI thread.

Nothing here touches the database: a plan holds values and stored files only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sopapp.domain.bukti import Bukti, DaftarIsi
from sopapp.domain.errors import EnvironmentProblem, SopappError
from sopapp.domain.progress import Cancelled, Progress, no_progress
from sopapp.durable import durable_target
from sopapp.saved_file import not_written
from sopapp.services.checked_zip import CheckedZip

DAFTAR_ISI = "DAFTAR ISI.html"
_PIECE = 1000
"""Steps of progress that each piece takes."""

Make = Callable[[Progress], bytes]
"""Makes a piece; tells (done, all) on the way, which may raise Cancelled."""


@dataclass(frozen=True, slots=True)
class Potong:
    """A piece of the bundle: its line of the contents, and what makes its bytes."""

    bukti: Bukti
    buat: Make


@dataclass(frozen=True, slots=True)
class RencanaBukti:
    """Everything to write: the contents page, and the pieces that have a file."""

    isi: DaftarIsi
    potong: tuple[Potong, ...]
    waktu: datetime
    """The moment (UTC) that every member of the ZIP carries."""


def _never() -> bool:
    return False


def _silent(_words: str) -> None:
    return


def write_bukti(
    plan: RencanaBukti,
    path: Path,
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = _never,
    began: Callable[[str], None] = _silent,
) -> DaftarIsi:
    """Write the ZIP and give the contents as they became.

    A piece that cannot be made (a stored file that is damaged, a character that no font has) is
    told as missing on the contents page; the others are written. Raises EnvironmentProblem when
    the disk refuses, Cancelled when `cancelled` says so; `path` is then as it was.
    """
    try:
        with durable_target(path) as handle, CheckedZip(handle, plan.waktu) as archive:
            return _Writer(plan, archive, progress, cancelled, began).write()
    except OSError as error:
        raise EnvironmentProblem(not_written(path, error)) from error


class _Writer:
    """Makes the pieces one after the other."""

    def __init__(
        self,
        plan: RencanaBukti,
        archive: CheckedZip,
        progress: Progress,
        cancelled: Callable[[], bool],
        began: Callable[[str], None],
    ) -> None:
        self._plan, self._archive = plan, archive
        self._progress, self._cancelled, self._began = progress, cancelled, began

    def write(self) -> DaftarIsi:
        from sopapp.publication.daftar_isi_html import write_daftar_isi

        made = dict(self._pieces())
        lines = tuple(made.get(one.file, one) for one in self._plan.isi.bukti)
        isi = replace(self._plan.isi, bukti=lines)
        self._archive.put(DAFTAR_ISI, write_daftar_isi(isi))
        self._archive.end()
        return isi

    def _pieces(self) -> Iterator[tuple[str, Bukti]]:
        """Each piece by the file it was to be, with its line as it became."""
        total = len(self._plan.potong) * _PIECE
        for number, piece in enumerate(self._plan.potong):
            bukti = piece.bukti
            self._began(f"Menyiapkan {bukti.judul}…")
            self._told(number * _PIECE, total)

            def step(done: int, rows: int, before: int = number * _PIECE) -> None:
                self._told(before + done * _PIECE // max(rows, 1), total)

            try:
                data = piece.buat(step)
            except Cancelled:
                raise
            except SopappError as error:
                yield bukti.file, replace(bukti, file="", kurang=f"Tidak dapat dibuat. {error}")
                continue
            self._archive.put(bukti.file, data)
            yield bukti.file, bukti
        self._told(total, max(total, 1))

    def _told(self, done: int, total: int) -> None:
        if self._cancelled():
            raise Cancelled
        self._progress(done, total)
