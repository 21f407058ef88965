"""A data folder in use: its lock, its log, the window on it, and all closed again in order."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from sopapp import paths
from sopapp.app import App, open_app
from sopapp.backup.unfinished import is_unfinished
from sopapp.clock import SystemClock
from sopapp.domain.errors import DamagedDataError, EnvironmentProblem, InUseError
from sopapp.folder_lock import ElsewhereError, FolderLock
from sopapp.lost_records import refuse_lost_records
from ui.changes import ChangeHub
from ui.errors import ExceptionHook, guard
from ui.first_start.due import first_start_due
from ui.program_log import start_log
from ui.prompts import Prompts
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.main_window import MainWindow

log = logging.getLogger(__name__)

_AFTER_PAINT = 100  # milliseconds
_NOTICE_AFTER = 1200  # milliseconds: after what the page in front fills in
_BACKUPS_AFTER = 2000  # milliseconds: the first look at the board is not held up


def use_folder(prompts: Prompts, folder: Path, use: Callable[[MainWindow], int]) -> int:
    """Open folder and window, use them, and close everything in order whatever happens."""
    data = paths.DataFolder(folder)
    lock = FolderLock(data.lock)
    hook = ExceptionHook(prompts)
    with ExitStack() as closing:
        closing.callback(hook.install())
        closing.callback(hook.flush)
        try:
            if (status := _take(lock, data, prompts)) is not None:
                return status
            closing.push(lock)
            start_log(data, closing)
            suspicious = lock.was_unclean
            while True:
                try:
                    status, between = session(data, prompts, hook, use, suspicious=suspicious)
                except DamagedDataError as error:
                    if not _rescued(data, prompts, error):
                        lock.release(clean=False)
                        return 1
                    continue
                if between is None:
                    return status
                suspicious = False
                with guard(None, prompts):
                    if between() is False:
                        return status
        except EnvironmentProblem as error:
            lock.release(clean=not lock.was_unclean)  # what was not looked over stays suspicious
            log.warning("Could not start", exc_info=error)
            prompts.warn(None, "Program tidak dapat dibuka", str(error), error.topic)
            return 1


def _take(lock: FolderLock, data: paths.DataFolder, prompts: Prompts) -> int | None:
    """Take the lock; the exit status when this start ends here, since a window is open."""
    try:
        lock.acquire()
    except ElsewhereError as error:
        question = (
            f"{error.facts} Bila program di sana sudah tidak berjalan, misalnya komputernya "
            "rusak atau folder ini salinan, folder ini boleh dibuka di sini."
        )
        if not prompts.confirm(
            None, "Folder data tercatat dipakai", question, "&Sudah diperiksa, buka", "&Jangan buka"
        ):
            return 1
        lock.acquire(take_over=True)
    except InUseError:
        from ui.raise_request import call_first

        holder = lock.holder()
        if holder is None or not holder.here or not call_first(data, holder.pid):
            raise
        return 0
    return None


def session(
    data: paths.DataFolder,
    prompts: Prompts,
    hook: ExceptionHook,
    use: Callable[[MainWindow], int],
    *,
    suspicious: bool,
) -> tuple[int, Callable[[], object] | None]:
    """Use the window once; the exit status, and what to do before it is opened again.

    What gives False when it is done ends the program.
    """
    with ExitStack() as closing:
        if is_unfinished(data.root):
            from sopapp.backup.exchange import finish_restore

            finish_restore(data.root)
        refuse_lost_records(data)
        app = closing.enter_context(
            open_app(
                data.root,
                suspicious=suspicious,
                before_migration=partial(_before_migration, data),
            )
        )
        if not _let_in(app):
            return 0, None
        tasks = Tasks()
        closing.callback(tasks.wait)
        closing.callback(_delete_windows)
        window = open_window(app, tasks, prompts)
        closing.callback(window.close_all)
        closing.callback(setattr, hook, "again", None)
        hook.again = partial(_report_again, window)
        app.on_listener_error(lambda _aksi, error: hook.tell(error))
        if suspicious:
            window.say("Program sebelumnya berhenti tidak wajar; data sudah diperiksa.", stay=True)
        if first_start_due(data, app):
            window.first_start()
        QTimer.singleShot(_AFTER_PAINT, window, partial(_after_paint, window, data, app))
        return use(window), window.between


def _delete_windows() -> None:
    """Delete what `close_all` gave up: no timer of it may look into a folder that is closed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _report_again(window: MainWindow, text: str, details: str) -> None:
    window.notices.report(text, details)


def _before_migration(data: paths.DataFolder) -> None:
    from sopapp.services.cadangan import backup_before_migration

    backup_before_migration(data, SystemClock().now())


def _rescued(data: paths.DataFolder, prompts: Prompts, error: DamagedDataError) -> bool:
    """Offer a backup for a damaged data file; whether the folder can be opened now."""
    from ui.backup.rescue_dialog import rescue

    log.error("The data file is damaged", exc_info=error)
    return rescue(prompts, data.root, error)


def _let_in(app: App) -> bool:
    """Ask for the start password when there is one; False when it was not given."""
    if not app.kunci.state().terpasang:
        return True
    from ui.lock.start_dialog import StartDialog
    from ui.session_end import SessionEnd

    dialog = StartDialog(app.kunci.check)
    SessionEnd(dialog, dialog.close, lambda: None)
    try:
        return dialog.exec() == StartDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def _after_paint(window: MainWindow, data: paths.DataFolder, app: App) -> None:
    """What the window does not wait for: hear a second start, look where the data lie."""
    # As `main` left it; a window that is opened again starts nothing, and `Tasks` may hold it too.
    fresh = not gc.isenabled() and not gc.get_freeze_count()
    if fresh:
        gc.freeze()  # what a start made stays: looking it through would halt the window
        gc.enable()
    from sopapp import data_place
    from ui.raise_request import RaiseWatch
    from ui.session_end import SessionEnd
    from ui.signal_end import SignalEnd
    from ui.warm_up import WarmUp

    window.context.tasks.run(app.load_rest, lambda _done: None, _not_loaded, owner=window)
    RaiseWatch(data, window).asked.connect(window.come_forward)
    SessionEnd(window, window.end_session, window.context.tasks.wait)
    SignalEnd(window)
    WarmUp(window, gc.freeze if fresh else None).start()
    for number, text in enumerate(data_place.warnings(data.root)):
        window.notices.tell(f"tempat-{number}", text)
    if (clock := app.clock_warning()) is not None:
        window.notices.tell("jam", clock)
    QTimer.singleShot(_NOTICE_AFTER, window, window.keep_notice)
    QTimer.singleShot(_BACKUPS_AFTER, window, window.keep_backups)


def _not_loaded(error: Exception) -> None:
    log.warning("What is needed later was not loaded", exc_info=error)


def open_window(app: App, tasks: Tasks, prompts: Prompts) -> MainWindow:
    """Show the main window on an open data folder."""
    from ui.main_window import MainWindow

    hub = ChangeHub()
    hub.feed(app)
    window = MainWindow(app, hub, tasks, prompts)
    window.show()
    return window
