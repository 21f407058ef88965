"""How a test lets go of a main window."""

from __future__ import annotations

from ui.main_window import MainWindow


def without_backup(window: MainWindow) -> None:
    """A window that is closed for a restore makes no last backup, which would outlive a test."""
    window.between = lambda: None
