"""One QApplication for all tests with a window, offscreen and with the program's looks."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.ui.fakes import FakePrompts, Recorder
from ui.application import prepare
from ui.changes import ChangeHub
from ui.tasks import Tasks


def pytest_configure(config: pytest.Config) -> None:
    # Said by the offscreen platform about every dialog; it has no meaning for the program.
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str]) -> QApplication:
    """The program's application: its theme, language and texts."""
    application = QApplication.instance() or QApplication(qapp_args)
    prepare(application)
    return application


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
def tasks(qtbot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.wait()
