"""How a test lets go of its windows."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow


def without_backup(window: MainWindow) -> None:
    """A window that is closed for a restore makes no last backup, which would outlive a test."""
    window.between = lambda: None


def let_go(application: QApplication) -> None:
    """Delete what is to be deleted; without a loop of events it would wait for the next test's."""
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for each in application.topLevelWidgets():
        if each.isVisible():
            each.hide()
            each.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
