"""Reading and checking a file in a worker, and a pasted table by way of a file."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.impor import HasilPeriksa
from ui.impor.clipboard_table import write_clipboard_table
from ui.progress.long_work import LongWork
from ui.progress.running import stoppable
from ui.tasks import Tasks
from ui.written_files import passing_folder

if TYPE_CHECKING:
    from sopapp.services.impor import Check

_PASTED = "tempelan.csv"


class Reading(QObject):
    """One file at a time; the last that was read well stays `path`."""

    taken = Signal(object)
    """The `HasilPeriksa` of a file that holds rows."""
    failed = Signal(object)
    """The exception that ended it."""

    def __init__(self, tasks: Tasks, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.path: Path | None = None
        self._folder: Path | None = None
        self._work = LongWork(tasks, dialog)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._work.going

    @property
    def own_file(self) -> Path | None:
        """The file the user has, None for a table that was pasted."""
        pasted = self.path is not None and self.path.parent == self._folder
        return None if pasted else self.path

    def read(self, path: Path, check: Check) -> None:
        """Begin, unless another is being read; one that is stopped is told by nothing."""

        def done(hasil: HasilPeriksa) -> None:
            if hasil.baris:
                self.path = path
                self.taken.emit(hasil)
            else:
                self.failed.emit(_no_rows(hasil.lembar.nama_file))

        self._work.start(
            f"Membaca “{path.name}”",
            stoppable(partial(check, path)),
            done,
            self.failed.emit,
            lambda: None,
            leaves_nothing=True,
        )

    def stop(self) -> None:
        """Stop the worker at its next step; nothing of it is heard any more."""
        self._work.cancel()

    def pasted(self) -> Path:
        """The table on the clipboard as a file. Raises DomainError when there is none.

        The file lives as long as this object, since what is stored keeps a copy of it.
        """
        if self._folder is None:
            self._folder = passing_folder()
            self.destroyed.connect(partial(shutil.rmtree, self._folder, ignore_errors=True))
        path = self._folder / _PASTED
        write_clipboard_table(QGuiApplication.clipboard().mimeData(), path)
        return path


def _no_rows(name: str) -> DomainError:
    return DomainError(
        f"File “{name}” tidak berisi baris di bawah judul kolomnya. Pilih file yang sudah diisi."
    )
