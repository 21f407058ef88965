"""A look at the sample data from the office's own window, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sopapp import paths
from sopapp.domain.progress import Cancelled
from sopapp.folder_lock import FolderLock
from ui.errors import ExceptionHook, guard
from ui.progress.progress_dialog import ProgressDialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.prompts import Prompts

BACK = "&Kembali ke data kantor"


def visit_sample(prompts: Prompts) -> bool:
    """Open the window on sample data while the office's folder is closed.

    True when the user comes back, False when the sample's window was closed: then the program
    ends. Raises SopappError when there can be no sample.
    """
    from ui.session import session

    data = paths.DataFolder(paths.sample_data_folder())
    if not prepare_sample(data):
        return True
    lock = FolderLock(data.lock)
    went_back = False

    def go_back() -> None:
        nonlocal went_back
        went_back = True

    def use(window: MainWindow) -> int:
        window.offer_return(BACK, partial(window.reopen_after, go_back))
        return QApplication.exec()

    with ExitStack() as closing:
        lock.acquire()
        closing.push(lock)
        suspicious = lock.was_unclean
        while not went_back:
            _status, between = session(
                data, prompts, ExceptionHook(prompts), use, suspicious=suspicious
            )
            if between is None:
                return False
            suspicious = False
            with guard(None, prompts):
                between()
    return True


def prepare_sample(data: paths.DataFolder) -> bool:
    """Make the sample where there is none, told of; False when the user stopped it.

    Raises SopappError when there can be none.
    """
    if data.database.exists():
        return True
    from sopapp.sample.folder import fill_sample

    try:
        with _patience() as say:
            fill_sample(data.root, say)
    except Cancelled:
        return False
    return True


@contextmanager
def _patience() -> Iterator[Callable[[str], None]]:
    """Say what is waited for; it can be stopped between two papers."""
    notice = ProgressDialog(None, "Menyiapkan data contoh")
    notice.setModal(True)
    notice.show()
    QApplication.processEvents()

    def say(_paper: str) -> None:
        QApplication.processEvents()
        if notice.asked:
            raise Cancelled

    try:
        yield say
    finally:
        notice.put_away()
