"""Restoring while no data is open: its own small window with progress, problem and end."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QPushButton

from sopapp.backup.restoring import MissingFilesError, Restored, restore
from sopapp.domain.errors import SopappError
from sopapp.domain.ribuan import ribuan
from ui import errors
from ui.backup.words import listed
from ui.progress.running import Running, with_progress
from ui.progress.work_dialog import WorkDialog
from ui.tasks import Tasks
from ui.widgets.toned import PrimaryButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopapp.domain.progress import Progress
    from ui.backup.opened import Choice
    from ui.prompts import Prompts

_WIDTH = 84


class RestoreRun:
    """What the program does between closing the data and opening it again."""

    def __init__(self, choice: Choice, folder: Path, now: datetime, prompts: Prompts) -> None:
        self.choice = choice
        self.folder = folder
        self.now = now
        self._prompts = prompts

    def __call__(self) -> bool:
        """Restore, with everything told in one window; whether the data is now the backup's.

        The caller holds the folder's lock and has closed the data.
        """
        tasks = Tasks()
        dialog = RestoreProgress(self, tasks)
        dialog.begin()
        dialog.exec()
        tasks.wait()
        crash, restored = dialog.crash, dialog.restored
        dialog.deleteLater()
        if crash is not None:
            errors.show(None, self._prompts, crash)
        return restored is not None

    def record(self) -> None:
        """Open the data once, so that riwayat says what was done. Raises SopappError."""
        from sopapp.app import open_app

        with open_app(self.folder) as app:
            app.cadangan.finish_restore()

    def work(self, allow_missing: bool) -> Callable[..., Restored]:
        """The work, for a thread."""

        def run(progress: Progress, cancelled: Callable[[], bool]) -> Restored:
            with self.choice.open() as bundle:
                return restore(
                    bundle,
                    self.folder,
                    now=self.now,
                    progress=progress,
                    cancelled=cancelled,
                    allow_missing=allow_missing,
                )

        return run


class RestoreProgress(WorkDialog):
    """Waits, then says how it went; Batal leaves the data as it was."""

    topic = "data-dan-cadangan#memulihkan"

    def __init__(self, run: RestoreRun, tasks: Tasks) -> None:
        super().__init__(tone="danger", width=_WIDTH)
        self._run = run
        self.restored: Restored | None = None
        self.crash: Exception | None = None
        self.setWindowTitle("Memulihkan data")
        self.bar.setAccessibleName("Kemajuan pemulihan")
        self.without_button = QPushButton("Pulihkan &tanpa file itu")
        self.without_button.setAutoDefault(False)
        self.without_button.clicked.connect(lambda: self.begin(allow_missing=True))
        self.cancel_button = QPushButton("&Batal")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.open_button = PrimaryButton("Buka &program")
        self.open_button.setDefault(True)  # there only when nothing is left to decide
        self.open_button.clicked.connect(self.accept)
        self.lay_out(self.cancel_button, self.without_button, self.open_button)
        self.running = Running(tasks, self)
        self.running.told.connect(lambda _words, thousandths: self.tell(thousandths))
        self.running.done.connect(self._on_done)
        self.running.failed.connect(self._on_failed)
        self.running.stopped.connect(lambda: QDialog.reject(self))

    def begin(self, *, allow_missing: bool = False) -> None:
        """Start, or start again without what is missing."""
        self.words.setText("Memulihkan data. Data yang ada disimpan dahulu, tidak dihapus.")
        self.notice.say("")
        self.begin_bar()
        self.without_button.hide()
        self.open_button.hide()
        self.cancel_button.setEnabled(True)
        self.cancel_button.show()
        self.running.start(with_progress(self._run.work(allow_missing)))

    def reject(self) -> None:
        """Qt: stop the work first; the data is as it was until everything is ready."""
        if self.running.going:
            self.cancel_button.setEnabled(False)
            self.running.cancel()
        elif self.restored is not None:
            self.accept()
        else:
            super().reject()

    def _on_done(self, restored: Restored) -> None:
        self.restored = restored
        self.bar.hide()
        self.cancel_button.hide()
        self.words.setText(f"Data sudah dipulihkan dengan {ribuan(restored.files)} file tersimpan.")
        text = f"Data sebelumnya disimpan di {restored.kept}." if restored.kept else ""
        if restored.missing:
            text += f" Tidak ada di cadangan: {listed(restored.missing)}."
        try:
            self._run.record()
        except SopappError as error:
            text += f" {error}"
        self.notice.say(text.strip(), "warn" if restored.missing else "ok")
        self.open_button.show()
        self.open_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.bar.hide()
        if not isinstance(error, SopappError):
            self.crash = error
            QDialog.reject(self)
            return
        self.words.setText("Data belum dipulihkan; data yang ada tidak berubah.")
        self.notice.say(str(error), "danger")
        self.without_button.setVisible(isinstance(error, MissingFilesError))
        self.cancel_button.setFocus()
