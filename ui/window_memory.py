"""What a window remembers of its looks, in the data folder: no record, and lost without harm."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QMainWindow

from sopapp.paths import DataFolder
from ui.looks_file import looks_file

_GEOMETRY = "jendela"
_USUAL = QSize(1440, 860)


def window_store(folder: DataFolder) -> QSettings:
    """The file of looks of a data folder."""
    return looks_file(folder.window)


def restore_window(window: QMainWindow, folder: DataFolder) -> None:
    """Give the window its last place, or fill a usual office screen."""
    geometry = window_store(folder).value(_GEOMETRY)
    if geometry is None or not window.restoreGeometry(geometry):
        # About a title bar; the style would know, but PySide takes long to load what that is.
        bar = window.fontMetrics().lineSpacing() * 2
        room = window.screen().availableGeometry().size() - QSize(0, bar)
        window.resize(_USUAL.boundedTo(room))


def remember_window(window: QMainWindow, folder: DataFolder) -> None:
    """Keep the window's place for the next start."""
    window_store(folder).setValue(_GEOMETRY, window.saveGeometry())
