"""One QApplication for all tests with a window, offscreen and with the program's looks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from sopapp.app import App
from tests.ui.closing import let_go, without_backup
from tests.ui.fakes import FakePrompts, Recorder
from tests.ui.stopping import HeldWork, stop_turns
from ui.application import prepare
from ui.changes import ChangeHub
from ui.context import UiContext
from ui.main_window import MainWindow
from ui.progress import progress_dialog
from ui.tasks import Tasks


def pytest_configure(config: pytest.Config) -> None:
    # Said by the offscreen platform about every dialog; it has no meaning for the program.
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str]) -> Iterator[QApplication]:
    """The program's application: its theme, language and texts."""
    application = QApplication.instance() or QApplication(qapp_args)
    prepare(application)
    yield application
    # The offscreen clipboard outlives Python, and what Python made for it then faults.
    application.clipboard().clear()


@pytest.fixture(autouse=True)
def _nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """What a test closed is gone before the next begins, and so is what it forgot to close."""
    yield
    let_go(qapp)


@pytest.fixture
def prompts() -> FakePrompts:
    return FakePrompts()


@pytest.fixture
def navigate() -> Recorder:
    return Recorder()


@pytest.fixture
def hub() -> ChangeHub:
    return ChangeHub()


@pytest.fixture
def context(app: App, hub, tasks, prompts, navigate) -> UiContext:
    hub.feed(app)
    return UiContext(app, hub, tasks, prompts, navigate)


@pytest.fixture(scope="session", autouse=True)
def no_progress_dialogs() -> Iterator[None]:
    """On a busy machine short work takes long: what is told of it is shown where it is tested."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress_dialog, "SHOW_AFTER", 3600)
        yield


@pytest.fixture
def stop_work(monkeypatch, qtbot) -> Callable[[], None]:
    """Asked for before long work begins: it waits half-way; calling this presses Batalkan."""
    held = HeldWork(monkeypatch)
    yield partial(held.stop, qtbot)
    held.let_go()


@pytest.fixture
def stop_with_progress(monkeypatch) -> list[str]:
    """Work on the GUI thread is stopped by Batalkan at its second step; what the dialog said."""
    return stop_turns(monkeypatch)


@pytest.fixture
def tasks(qtbot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.wait()


@pytest.fixture
def open_window(qtbot, hub, tasks, prompts) -> Iterator[Callable[[App], MainWindow]]:
    """Shows the whole program on a data folder, as large as a small office screen."""
    opened: list[MainWindow] = []

    def show(app: App) -> MainWindow:
        hub.feed(app)
        made = MainWindow(app, hub, tasks, prompts)
        qtbot.addWidget(made, before_close_func=without_backup)
        made.resize(1366, 728)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        opened.append(made)
        return made

    yield show
    for each in opened:
        each.close_all()


@pytest.fixture
def window(app, open_window) -> MainWindow:
    """The program on the data folder of the test."""
    return open_window(app)
