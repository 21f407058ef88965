"""A file dropped on a row of a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTableView, QWidget

from ui.impor.sheet_files import answer_drop, dropped_file

_MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class RowDrop(QObject):
    """Chooses the row below the file and hands the file on; beside the rows the choice stays."""

    def __init__(
        self,
        whole: QWidget,
        table: QTableView,
        allowed: Callable[[], bool],
        take: Callable[[Path], None],
    ) -> None:
        super().__init__(whole)
        self._whole = whole
        self._table = table
        self._allowed = allowed
        self._take = take
        whole.setAcceptDrops(True)
        whole.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the drag over the whole panel."""
        if event.type() not in _MOVES or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        if not self._allowed():
            event.ignore()
            return True
        answer_drop(event)
        path = dropped_file(event)
        if path is not None:
            self._choose(event)
            if event.type() == QEvent.Type.Drop:
                self._take(path)
        return True

    def _choose(self, event: QDropEvent) -> None:
        view = self._table.viewport()
        at = view.mapFrom(self._whole, event.position().toPoint())
        index = self._table.indexAt(at)
        if view.rect().contains(at) and index.isValid():
            self._table.setCurrentIndex(index)
