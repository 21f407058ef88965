"""One QApplication for all tests with a window, offscreen and with the program's looks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.ui.fakes import FakePrompts, Recorder
from tests.ui.stopping import HeldWork, stop_turns
from ui.application import prepare
from ui.changes import ChangeHub
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
def stop_work(monkeypatch, qtbot) -> Callable[[], None]:
    """Asked for before long work begins: it waits half-way; calling this presses Batalkan."""
    held = HeldWork(monkeypatch)
    yield partial(held.stop, qtbot)
    held.let_go()


@pytest.fixture
def stop_in_turns(monkeypatch) -> list[str]:
    """Work on the GUI thread is stopped by Batalkan at its second step; what the dialog said."""
    return stop_turns(monkeypatch)


@pytest.fixture
def tasks(qtbot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.wait()
