"""Which files hold a table, and how one is dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

FILTERS = "Tabel (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;Semua (*)"
WORDS = "Excel (.xlsx, .xls), LibreOffice (.ods), atau CSV"


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dropped; any kind, since a wrong one is told in words."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None


def answer_drop(event: QDropEvent) -> None:
    """Take a file as a copy: a "move" would make the file manager delete it."""
    if dropped_file(event) is None:
        event.ignore()
        return
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
