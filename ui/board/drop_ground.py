"""Where cards can be let go beside the lists: the cells of the path painted on the ground."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.board.cell_model import dragged_id
from ui.board.flow import Cell


class DropGround(QWidget):
    """Takes a berkas on the words of a cell and on a collapsed one, not only on its cards."""

    dropped = Signal(object, int)
    """A card was let go on a cell: (cell, berkas id)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted: Cell | None = None
        """The cell over which a card hovers."""
        self.setAcceptDrops(True)

    def takes_at(self, place: QPoint) -> Cell | None:
        """The cell at `place` if it takes cards."""
        raise NotImplementedError

    def mark_drop(self, cell: Cell, hovering: bool) -> None:
        """Show that a card can be let go over `cell`."""
        self._mark(cell if hovering else None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only a berkas, and only onto the path."""
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As at entering, for the cell now under the mouse."""
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The mark of a place to drop goes away."""
        event.accept()
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the wish on."""
        cell, berkas_id = self._consider(event), dragged_id(event.mimeData())
        self._mark(None)
        if cell is not None and berkas_id is not None:
            self.dropped.emit(cell, berkas_id)

    def _consider(self, event: QDropEvent) -> Cell | None:
        """Take a berkas on a cell of the path, and give the cell; refuse all else."""
        cell = self.takes_at(event.position().toPoint())
        if cell is None or dragged_id(event.mimeData()) is None:
            event.ignore()
            self._mark(None)
            return None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._mark(cell)
        return cell

    def _mark(self, cell: Cell | None) -> None:
        if cell != self.wanted:
            self.wanted = cell
            self.update()
