"""From the command line to the open window, and back out in order."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QLockFile
from PySide6.QtWidgets import QApplication

from sopapp import __version__, paths
from sopapp.app import App, open_app
from sopapp.clock import SystemClock
from sopapp.domain.errors import EnvironmentProblem, SopappError
from ui.changes import ChangeHub
from ui.errors import ExceptionHook
from ui.indonesian import IndonesianTexts
from ui.prompts import Prompts
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

    from ui.main_window import MainWindow

log = logging.getLogger(__name__)

_LOG_BYTES = 1_000_000
_LOGS_KEPT = 3


def run(data: Path | None = None) -> int:
    """Open the window on a data folder (the user's own when None); the exit status."""
    application = make_application()
    prompts = Prompts()
    folder = (data or paths.default_data_folder()).absolute()
    return _with_window(application, prompts, folder, lambda _window: application.exec())


def run_sample() -> int:
    """Open the window on sample data, which lies in a folder of its own."""
    application = make_application()
    prompts = Prompts()
    folder = paths.sample_data_folder()
    try:
        _fill_sample(folder)
    except SopappError as error:
        prompts.warn(None, "Data contoh tidak dapat dibuat", str(error))
        return 1
    return _with_window(application, prompts, folder, lambda _window: application.exec())


def self_test() -> int:
    """Open the real window on fresh sample data, exercise it, say how that went."""
    from ui.self_test import exercise

    application = make_application()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        folder = Path(root) / "contoh"
        _fill_sample(folder)
        return _with_window(application, Prompts(), folder, exercise)


def make_application() -> QApplication:
    """Make the QApplication: language, looks, Qt's own texts in Indonesian."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    prepare(application)
    return application


def prepare(application: QApplication) -> Theme:
    """Give an application the program's language and looks."""
    application.setApplicationName("sop-dik")
    application.setApplicationDisplayName("Pemutakhiran DIK")
    application.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    application.installTranslator(IndonesianTexts(application))
    theme = Theme(application)
    from ui.icons import icon

    application.setWindowIcon(icon("app", application.palette(), tone="accent"))
    return theme


def _with_window(
    application: QApplication,  # noqa: ARG001 - it must outlive the window
    prompts: Prompts,
    folder: Path,
    use: Callable[[MainWindow], int],
) -> int:
    """Open folder and window, use them, and close everything in order whatever happens."""
    with ExitStack() as closing:
        try:
            closing.enter_context(_Lock(folder))
            _start_log(folder, closing)
            app = closing.enter_context(open_app(folder))
        except EnvironmentProblem as error:
            log.warning("Could not start: %s", error)
            prompts.warn(None, "Program tidak dapat dibuka", str(error))
            return 1
        ExceptionHook(prompts).install()
        closing.callback(setattr, sys, "excepthook", sys.__excepthook__)
        tasks = Tasks()
        closing.callback(tasks.wait)
        window = open_window(app, tasks, prompts)
        closing.callback(window.close_all)
        return use(window)


def open_window(app: App, tasks: Tasks, prompts: Prompts) -> MainWindow:
    """Show the main window on an open data folder."""
    from ui.main_window import MainWindow

    hub = ChangeHub()
    hub.feed(app)
    window = MainWindow(app, hub, tasks, prompts)
    window.show()
    return window


def _fill_sample(folder: Path) -> None:
    if not paths.DataFolder(folder).database.exists():
        from sopapp.sample import make_sample

        make_sample(folder, SystemClock().today(), log.info, running=True)


class _Lock:
    """Keeps a second window off the same data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: QLockFile | None = None

    def __enter__(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            msg = (
                f"Folder data tidak dapat dibuat ({error.strerror or error}). Periksa hak akses "
                f"atau pilih folder lain dengan --data:\n{self._folder}"
            )
            raise EnvironmentProblem(msg) from error
        self._file = QLockFile(str(paths.DataFolder(self._folder).lock))
        self._file.setStaleLockTime(0)  # only a dead process's lock is stale
        if not self._file.tryLock(0):
            raise EnvironmentProblem(self._refusal(self._file))

    def __exit__(self, *_exception: object) -> None:
        if self._file is not None:
            self._file.unlock()

    def _refusal(self, file: QLockFile) -> str:
        if file.error() == QLockFile.LockError.LockFailedError:
            return (
                "Program ini sudah terbuka dengan folder data yang sama. Pakai jendela yang "
                f"sudah terbuka itu, atau tutup dahulu.\n{self._folder}"
            )
        return (
            "Folder data tidak dapat ditulisi. Periksa hak akses folder ini atau pilih folder "
            f"lain dengan --data:\n{self._folder}"
        )


class _LogFile(logging.Handler):
    """The log, kept small; how to turn its files is loaded only when there is a record.

    Raises OSError when the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        path.open("a", encoding="utf-8").close()

    @cached_property
    def _file(self) -> RotatingFileHandler:
        from logging.handlers import RotatingFileHandler

        file = RotatingFileHandler(
            self._path, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8", delay=True
        )
        file.setFormatter(self.formatter)
        return file

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        self._file.emit(record)

    def close(self) -> None:
        """Close the file when it was opened."""
        if "_file" in self.__dict__:
            self._file.close()
        super().close()


def _start_log(folder: Path, closing: ExitStack) -> None:
    """Write warnings and errors to the log in the data folder."""
    path = paths.DataFolder(folder).log
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(path)
    except OSError as error:
        raise EnvironmentProblem(
            f"Catatan program tidak dapat ditulis ({error.strerror or error}). Periksa hak "
            f"akses file ini:\n{path}"
        ) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    closing.callback(handler.close)
    closing.callback(root.removeHandler, handler)
