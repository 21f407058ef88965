"""Somebody at the screen of the real program on an empty data folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from sopapp.paths import DataFolder
from tests.journeys.driving import Desk
from ui.application import prepare


def pytest_configure(config: pytest.Config) -> None:
    # Said by the offscreen platform about dialogs and menus; no meaning for the program.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str]) -> Iterator[QApplication]:
    """The program's application: its theme, language and texts."""
    application = QApplication.instance() or QApplication(qapp_args)
    prepare(application)
    yield application
    # The offscreen clipboard outlives Python, and what Python made for it then faults.
    application.clipboard().clear()


@pytest.fixture
def screen(qtbot, tmp_path, clock, monkeypatch) -> Desk:
    """An office PC on which the program was never started."""
    # The eyes look at what is in front: a popup that another test forgot must not be it.
    while (
        left := QApplication.activePopupWidget() or QApplication.activeModalWidget()
    ) is not None:
        left.hide()
    at = Desk(qtbot, tmp_path, clock)
    monkeypatch.setattr("ui.preview.preview_dialog.the_print_dialog", at.ask_print)
    return at


@pytest.fixture
def desk(screen, blank_data) -> Iterator[Desk]:
    """The program just started for the first time; only its holidays are computed already."""
    cache = DataFolder(screen.folder / "data").holiday_cache
    cache.parent.mkdir(parents=True)
    shutil.copyfile(DataFolder(blank_data).holiday_cache, cache)
    screen.start()
    yield screen
    screen.end()


@pytest.fixture
def stored(screen, blank_data) -> Iterator[Desk]:
    """The program is not started: its data folder is open, for what happened before; `reopen`."""
    shutil.copytree(blank_data, screen.folder / "data")
    screen.open()
    yield screen
    screen.end()
