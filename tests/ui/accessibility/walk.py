"""Every page and dialog of the window on sample data, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from sopapp.app import App
from sopapp.domain.errors import Missing
from tests.screens import pages
from tests.ui.accessibility.controls import visible
from ui.first_start.steps import ORDER
from ui.main_window import MainWindow
from ui.tasks import TaskHandle, Tasks

_PATIENCE = 20_000
"""Milliseconds that a page may take to fill itself on a busy machine."""


class TasksInTurn(Tasks):
    """Does its work between two events of the window, so that a walk meets the same each time."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = 0

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        owner: QObject,
    ) -> TaskHandle:
        """As Tasks."""
        handle = TaskHandle(work, done, failed, owner)
        self.waiting += 1
        QTimer.singleShot(0, self, partial(self._work, handle, work))
        return handle

    def _work(self, handle: TaskHandle, work: Callable[[], Any]) -> None:
        self.waiting -= 1
        if not handle.cancelled:
            handle.deliver(work(), None)


def places(app: App, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """(name, page or dialog), each in front while it is looked at."""
    pressed: set[str] = set()
    for name, shown in pages(app, window):
        settle(window)
        if shown is not window:
            yield name, shown
            continue
        page = window.page(window.front)
        yield name, page
        yield from _asked(name, window, page, pressed)
    for name, opened in _of_the_window(window):
        kept = opened()  # noqa: F841 - else Python lets go of what has no parent
        settle(window)
        for dialog in open_dialogs():
            yield name, dialog
            close(dialog)
    window.first_start()
    for step in ORDER:
        page = window.page("first_start")
        page.open_step(step)
        settle(window)
        yield f"mulai-{step}", page


def _asked(
    name: str, window: MainWindow, page: QWidget, pressed: set[str]
) -> Iterator[tuple[str, QDialog]]:
    """The dialogs behind the buttons that end in "…": those ask before they do anything."""
    front = window.front
    for button in [each for each in visible(page) if isinstance(each, QPushButton)]:
        text = button.text().replace("&", "")
        if not text.endswith("…") or text in pressed or not button.isEnabled():
            continue
        pressed.add(text)
        button.click()
        settle(window)
        for dialog in open_dialogs():
            yield f"{name}: {text}", dialog
            close(dialog)
        if window.front != front:  # it led to another page, which the walk comes to by itself
            getattr(window, front)()
            settle(window)
            return


def _of_the_window(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What opens from the menu or the keyboard, and what the program asks and tells by itself."""
    from ui.lock.start_dialog import StartDialog
    from ui.progress.progress_dialog import ProgressDialog
    from ui.widgets.incomplete_dialog import IncompleteDialog
    from ui.widgets.prompt_boxes import TextDialog
    from ui.widgets.report_dialog import ReportDialog

    for name in ("new_berkas", "finder", "shortcuts", "sop_sheet", "about"):
        yield name, getattr(window, name)
    yield "sandi saat dibuka", lambda: _shown(StartDialog(lambda _word: False))
    lacks = (Missing("a", "3 unit kerja belum menjawab: Bidang 1, Bidang 2, Bidang 3.", 1),)
    yield "yang kurang", lambda: _shown(IncompleteDialog(window, "Belum dapat dilanjutkan", lacks))
    yield "laporan galat", lambda: _shown(ReportDialog(window, "Galat", "Maaf.", "…", "&Salin"))
    yield "kemajuan", partial(_shown, ProgressDialog(window, "Menulis daftar"))
    for multiline in (False, True):
        question = (window, "Batalkan", "Alasan", multiline, "", ("&Batalkan", "&Kembali"))
        yield "alasan", partial(_shown, TextDialog(*question))


def _shown(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog


def open_dialogs() -> list[QDialog]:
    """What stands over the window."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def close(dialog: QDialog) -> None:
    """Take a dialog away without asking."""
    QDialog.done(dialog, QDialog.DialogCode.Rejected)
    dialog.hide()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle(window: MainWindow) -> None:
    """Let layouts, paints, work and what is delayed by nothing arrive."""
    tasks = window.context.tasks
    for _ in range(3):
        QApplication.processEvents()
    page = window.page(window.front)
    patience = QDeadlineTimer(_PATIENCE)
    while getattr(tasks, "waiting", 0) or not getattr(page, "filled", True):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        assert not patience.hasExpired(), f"{type(page).__name__} never came to rest"
    QApplication.processEvents()
