"""The window on a real data folder, and ways to wait for long work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sopapp.app import App
from sopapp.backup.place import Place
from sopapp.paths import DataFolder
from ui.backup.keeper import BackupKeeper
from ui.main_window import MainWindow


@pytest.fixture
def window(qtbot, app, hub, tasks, prompts) -> Iterator[MainWindow]:
    hub.feed(app)
    made = MainWindow(app, hub, tasks, prompts)
    made.show()
    yield made
    made.close_all()


@pytest.fixture
def keeper(qtbot, window, tasks) -> BackupKeeper:
    return BackupKeeper(window.context, window)


@pytest.fixture
def bundles(app: App):
    """The backups beside the data."""
    return lambda: Place(DataFolder(app.data).backups).bundles()


@pytest.fixture
def settled(qtbot, tasks):
    """Waits until no thread works and every result was delivered."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)

    return wait
