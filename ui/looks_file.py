"""Files of looks in the data folder: no record, and lost without harm."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings


def looks_file(path: Path) -> QSettings:
    """What is kept at `path`; nothing is where its folder is gone.

    Qt would make a data folder anew that was moved while it is open, and so be in the way of the
    one that is put back.
    """
    if path.parent.is_dir():
        return QSettings(str(path), QSettings.Format.IniFormat)
    nowhere = QSettings("", QSettings.Format.IniFormat)
    nowhere.clear()  # Qt has one without a name for all who ask
    return nowhere
