"""A file made and written where the user says, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sopapp.domain.progress import Cancelled, Progress, share
from sopapp.saved_file import save_files
from ui import errors
from ui.progress.long_work import LongWork

if TYPE_CHECKING:
    from ui.context import UiContext

Make = Callable[[Progress], bytes]
"""Makes the bytes of a file; without widgets and records, for it runs on a thread."""
NOT_WRITTEN = "Dibatalkan. Tidak ada file yang ditulis."


class FileWork(QObject):
    """For a page that has a place for words: says what goes on and how it ended."""

    told = Signal(str)
    """What goes on, for the page to say; empty when it is over without a file."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.work = LongWork(context.tasks, page)

    def write(self, words: str, path: Path, make: Make) -> None:
        """Write one file; `words` say what is being done ("Menulis laporan…")."""
        self.write_all(words, [(path, make)], f"Tersimpan: {path}")

    def write_all(self, words: str, files: Sequence[tuple[Path, Make]], said: str) -> None:
        """Write several files, all or none, and then tell `said`."""
        if self.work.start(
            words,
            partial(_write, files),
            lambda _done: self.told.emit(said),
            self._failed,
            lambda: self.told.emit(NOT_WRITTEN),
        ):
            self.told.emit(words)

    def _failed(self, error: Exception) -> None:
        self.told.emit("")
        errors.show(self._page, self._context.prompts, error)


def _write(
    files: Sequence[tuple[Path, Make]],
    progress: Progress,
    cancelled: Callable[[], bool],
    began: Callable[[str], None],
) -> None:
    """Make every file, then write them. Raises Cancelled; nothing is written then."""

    def step(done: int, total: int) -> None:
        if cancelled():
            raise Cancelled
        progress(done, total)

    made = [
        (path, make(share(step, number, len(files)))) for number, (path, make) in enumerate(files)
    ]
    began("Menyimpan")
    save_files(made, step)
