"""Keeps backups going while the window is open, and makes the last one before it closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from sopapp.backup.manifest import Reason
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.errors import SopappError
from ui import errors
from ui.backup.close_dialog import CloseDialog
from ui.backup.strip import WorkStrip
from ui.backup.words import outcome_words
from ui.progress.running import Running
from ui.tasks import Latest

if TYPE_CHECKING:
    from sopapp.services.cadangan_job import BackupOutcome
    from sopapp.services.cadangan_state import CadanganState, Head
    from ui.context import UiContext
    from ui.main_window import MainWindow

_NOTICE = "cadangan"
_EVERY = 10 * 60 * 1000  # milliseconds; a PC that slept or a new day is noticed by then


class BackupKeeper(QObject):
    """Tells in the window's notices and status line; made some time after the first paint."""

    def __init__(self, context: UiContext, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._service = context.app.cadangan
        self._state: CadanganState | None = None
        self._looked: Head | None = None
        self._agreed = False
        self._tried = False  # whether a daily backup was begun since the timer's last beat
        self._last = False  # whether what runs is the backup before closing
        self._dialog: CloseDialog | None = None
        self._leave: Callable[[], object] = lambda: None
        self._told = ""
        self._shown = ""
        self.job = Running(context.tasks, self)
        self.job.done.connect(self._on_done)
        self.job.failed.connect(self._on_failed)
        self.job.stopped.connect(self._on_stopped)
        self._looking = Latest(context.tasks, self, self._on_looked, self._on_look_failed)
        self.strip = WorkStrip(self.job, "Pencadangan", stop="Batalkan")
        window.statusBar().insertPermanentWidget(0, self.strip)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.beat)
        context.hub.changed.connect(self._on_changed)
        self._service.subscribe(self._on_finished)

    def start(self) -> None:
        """Look now, and every ten minutes from now on."""
        with errors.guard(self._window, self._context.prompts):
            self._service.finish_restore()
        self._timer.start()
        self.look()

    def beat(self) -> None:
        """What the timer does: look, and try the daily backup once more when it is due."""
        self._tried = self._agreed = False
        self.look()

    def look(self) -> None:
        """See how the backups stand; a daily one is begun when it is due."""
        look = self._service.look()
        self._looking.request(lambda: (look.head, look.run()))

    def back_up(self, reason: Reason) -> None:
        """Begin a backup, with the strip in sight when it lasts, unless one goes on."""
        if not self.job.going:
            self.strip.begin("Mencadangkan data", asked=False)
            self.job.start(self._service.job(reason).run)

    def before_close(self, done: Callable[[], object]) -> bool:
        """Whether the window may close now; else `done` is called when it may.

        While it waits a dialog shows how far the backup is; the user can leave without it or
        come back. When the PC shuts down nothing waits: the next day's backup has the changes.
        """
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        shutting_down = application.isSavingSession()
        if self._agreed or shutting_down or not self._wanted():
            self.stop()
            return True
        if self._dialog is not None:
            return False
        self._leave = done
        dialog = self._dialog = CloseDialog(self.job, self._window)
        dialog.leave.connect(self._close_now)
        dialog.stay.connect(self._stay)
        dialog.again.connect(self._last_backup)
        dialog.open()
        self._last_backup()
        return False

    def stop(self) -> None:
        """Let go of everything that runs: the window closes."""
        self._timer.stop()
        self.job.cancel()

    # -- before closing -----------------------------------------------------------------

    def _wanted(self) -> bool:
        """Whether something is in no backup yet, as far as can be told at once."""
        if not self._service.settings().saat_tutup:
            return False
        head = self._service.head()
        if not head.nomor:
            return False
        known = self._state
        return known is None or head != self._looked or known.changed or known.outside_changed

    def _last_backup(self) -> None:
        if not self.job.going:  # else the end of the one that runs begins another
            self.job.start(self._service.job(Reason.TUTUP).run)
            self._last = True

    def _close_now(self) -> None:
        self.job.cancel()
        self._end_dialog()
        self._agreed = True  # for this one time: the lock or the page in front may say no
        self._leave()
        self._agreed = False
        if self._timer.isActive():  # it said no
            self.look()
            self._window.when_unlocked(self._leave)

    def _stay(self) -> None:
        self._dialog = None
        if self._last:
            self.job.cancel()

    def _end_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.stay.disconnect(self._stay)
            dialog.close()

    # -- ends ---------------------------------------------------------------------------

    def _on_done(self, outcome: BackupOutcome) -> None:
        last, self._last = self._last, False
        if self._dialog is None:
            self._service.finished(outcome)
        elif not last:
            self._last_backup()
        elif _bad(outcome) and not self._known(outcome):
            self._dialog.say_problem(outcome_words(outcome)[0], backed_up=not outcome.problem)
        else:
            self._close_now()

    def _known(self, outcome: BackupOutcome) -> bool:
        """Whether the window's notice says already what there is to say."""
        only_outside = not (outcome.problem or outcome.damaged)
        return only_outside and self._state is not None and bool(self._state.warnings)

    def _on_failed(self, error: Exception) -> None:
        last, self._last = self._last, False
        if isinstance(error, SopappError):
            self._told = str(error)
            if self._dialog is not None and last:
                self._dialog.say_problem(self._told, backed_up=False)
            elif self._dialog is not None:
                self._last_backup()
            else:
                self._warn()
            return
        # A fault of ours never keeps anybody from closing.
        self._agreed = self._dialog is not None
        self._end_dialog()
        errors.show(self._window, self._context.prompts, error)

    def _on_stopped(self) -> None:
        last, self._last = self._last, False
        if self._dialog is not None and not last:
            self._last_backup()

    def _on_finished(self, outcome: BackupOutcome) -> None:
        """A backup ended, this one's or the tab's."""
        self._told = outcome_words(outcome)[0] if _bad(outcome) else ""
        self._warn()
        self.look()

    def _on_looked(self, seen: tuple[Head, CadanganState]) -> None:
        self._looked, self._state = seen
        self._warn()
        if self._state.due and self._dialog is None and not self._tried:
            self._tried = True  # however it ends: each end is a reason to look again
            self.back_up(Reason.HARIAN)

    def _on_look_failed(self, error: Exception) -> None:
        errors.show(self._window, self._context.prompts, error)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTING):
            self.look()

    def _warn(self) -> None:
        """What the last backup met comes before what the look saw."""
        seen = self._state.warnings if self._state is not None else ()
        text = self._told or next(iter(seen), "")
        if text == self._shown:
            return
        self._shown = text
        if not text:
            self._window.notices.drop(_NOTICE)
            return
        row = self._window.notices.tell(_NOTICE, text)
        if row is not None:
            row.offer("Pengaturan cadangan", lambda: self._context.navigate.settings("cadangan"))


def _bad(outcome: BackupOutcome) -> bool:
    return bool(outcome.problem or outcome.outside_problem or outcome.damaged)
