"""One cell of the board: a list of cards that can be read, dragged and walked through."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from sopapp.domain.board import Card
from ui.board.cell_model import CARD_ROLE, CellModel, dragged_id
from ui.widgets.slim_scroll_bar import SlimScrollBar

_STEPS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class Held(NamedTuple):
    """How a card is held at the moment."""

    selected: bool
    focused: bool
    hovered: bool


class CellList(QListView):
    """Shows a `CellModel`; what the user asks for leaves as signals, nothing is changed here."""

    draws_focus = True
    """For `ui.focus_ring`: the current card has a frame of its own."""
    opened = Signal(int)
    advance_asked = Signal(int)
    return_asked = Signal(int)
    menu_asked = Signal(int, object)
    """Berkas id and the global point for the menu."""
    dropped = Signal(int)
    """A card was let go here: its berkas id."""
    drag_over = Signal(bool)
    left_by = Signal(int, int)
    """An arrow key leads out of this cell: (columns, rows), each -1, 0 or 1."""
    entered_by_focus = Signal()
    zoom_turned = Signal(int)
    """The wheel was turned with Ctrl: 1 away from the user, else -1."""

    def __init__(self, delegate: QStyledItemDelegate, on_path: bool, parent: QWidget) -> None:
        super().__init__(parent)
        # The board paints cell and path beneath; the list only adds its cards. A viewport of
        # our own: asking Qt for its makes PySide build every class of widget, at each start.
        # First of all, since Qt tells only the viewport there is whether drops are taken.
        self.setViewport(QWidget(self))
        self.cell = CellModel(self)
        self._on_path = on_path
        self.setModel(self.cell)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(on_path)
        self.setDragDropMode(
            QAbstractItemView.DragDropMode.DragDrop
            if on_path
            else QAbstractItemView.DragDropMode.DragOnly
        )
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.activated.connect(self._open)

    def current_card(self) -> Card | None:
        """The card the keyboard is on."""
        index = self.currentIndex()
        return index.data(CARD_ROLE) if index.isValid() else None

    def held(self, index: QModelIndex | QPersistentModelIndex, place: QRect) -> Held:
        """How the card at `place` of the viewport is held."""
        selected = self.selectionModel().isSelected(index)
        focused = selected and self.hasFocus() and index == self.currentIndex()
        ground = self.viewport()
        hovered = ground.underMouse() and place.contains(ground.mapFromGlobal(QCursor.pos()))
        return Held(selected, focused, hovered)

    def choose(self, row: int) -> None:
        """Make the card in `row` current and bring it into view."""
        self.setCurrentIndex(self.cell.index(row, 0))

    def scroll_to(self, value: int) -> None:
        """Scroll back to where the list was before its model was reset."""
        if value != self.verticalScrollBar().value():
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk on into the next cell; Ctrl+Right and Ctrl+Left move the berkas."""
        card = self.current_card()
        step = _STEPS.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if card is not None and control and step in ((1, 0), (-1, 0)):
            if not event.isAutoRepeat():  # keys held down do not walk through the SOP
                (self.advance_asked if step == (1, 0) else self.return_asked).emit(card.berkas_id)
        elif card is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(card.berkas_id)
        elif step is not None and not control and self._leads_out(step):
            self.left_by.emit(*step)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel belongs to the board, which changes its size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom_turned.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card under the mouse, or of the current one by the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        if by_mouse:
            self.menu_asked.emit(index.data(CARD_ROLE).berkas_id, event.globalPos())
        else:
            self._ask_menu(index)

    def _ask_menu(self, index: QModelIndex) -> None:
        place = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_asked.emit(index.data(CARD_ROLE).berkas_id, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Entering a cell puts the keyboard on a card."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cell.rowCount():
            self.choose(0)
        self.entered_by_focus.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only a berkas, and only onto the path."""
        self._consider(event)
        self.drag_over.emit(event.isAccepted())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As at entering."""
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The mark of a place to drop goes away."""
        event.accept()
        self.drag_over.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the wish on; the model stays as it is until the service has moved the berkas."""
        self.drag_over.emit(False)
        berkas_id = dragged_id(event.mimeData())
        if berkas_id is None or not self._on_path:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(berkas_id)

    def _consider(self, event: QDragMoveEvent) -> None:
        if self._on_path and dragged_id(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _leads_out(self, step: tuple[int, int]) -> bool:
        columns, rows = step
        if columns:
            return True
        row = self.currentIndex().row()
        return (rows < 0 and row <= 0) or (rows > 0 and row >= self.cell.rowCount() - 1)

    def _open(self, index: QModelIndex) -> None:
        card = index.data(CARD_ROLE)
        if card is not None:
            self.opened.emit(card.berkas_id)
