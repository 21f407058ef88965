"""A backup before many rows come in, waited for inside the dialog that brings them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sopapp.backup.manifest import Reason
from sopapp.domain.errors import SopappError
from sopapp.services.cadangan import MANY_ROWS
from ui.backup.strip import WorkStrip
from ui.progress.running import Running

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sopapp.services.cadangan_job import BackupOutcome
    from ui.context import UiContext

_AGAIN = "Tekan sekali lagi untuk memasukkan tanpa cadangan."


class BeforeImport(QObject):
    """Put `strip` into the dialog; call `run` where the rows would be stored."""

    def __init__(self, context: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._service = context.app.cadangan
        self._then: Callable[[], None] = lambda: None
        self._failed: Callable[[str], None] = lambda _text: None
        self._crashed: Callable[[Exception], None] = lambda _error: None
        self._told = False
        self.job = Running(context.tasks, self)
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        self.strip = WorkStrip(self.job, "Pencadangan sebelum impor")

    def run(
        self,
        rows: int,
        then: Callable[[], None],
        failed: Callable[[str], None],
        crashed: Callable[[Exception], None],
    ) -> None:
        """Call `then` once the data is backed up; at once for few rows.

        When no backup can be made `failed` gets a sentence to show in the dialog, and the next
        call goes on without one. `crashed` gets a fault of ours. Stopped by the user, nothing is
        called.
        """
        if self.job.going:
            return
        if rows < MANY_ROWS or self._told:
            then()
            return
        self._then, self._failed, self._crashed = then, failed, crashed
        self.strip.begin("Mencadangkan data sebelum impor")
        self.job.start(self._service.job(Reason.IMPOR).run)

    def _on_done(self, outcome: BackupOutcome) -> None:
        self._service.finished(outcome)
        if outcome.problem:
            self._tell(outcome.problem)
        else:
            self._then()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, SopappError):
            self._tell(str(error))
        else:
            self._crashed(error)

    def _tell(self, text: str) -> None:
        self._told = True
        self._failed(f"Data belum dicadangkan, jadi impor belum dijalankan. {text}\n{_AGAIN}")
