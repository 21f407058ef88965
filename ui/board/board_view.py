"""The whole board: column heads on top, the scrolling flowchart below, one current card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from sopapp.domain.board import Board, Card
from sopapp.domain.sop import LaneCode
from ui.board.board_canvas import BoardCanvas
from ui.board.board_look import Zoom
from ui.board.card_words import shared_beginning
from ui.board.cell_list import CellList
from ui.board.column_head import ColumnHead
from ui.board.flow import Cell
from ui.board.head_strip import HeadStrip
from ui.board.lane_head import LaneHead
from ui.board.roving import filled, place_of, rove
from ui.board.walking import next_cell
from ui.theme import scaled_font
from ui.widgets.slim_scroll_bar import frameless


class BoardView(QWidget):
    """Shows a `Board`; says by signals what the user wants done with which berkas.

    The current card is always one that is seen: neither filtered away nor in a collapsed lane.
    """

    opened = Signal(int)
    advance_asked = Signal(int)
    return_asked = Signal(int)
    menu_asked = Signal(int, object)
    move_asked = Signal(int, int, object)
    """A card was dropped: berkas id, stage number, LaneCode."""
    current_changed = Signal()
    folded_changed = Signal(object)
    """The lanes that are collapsed now, as a frozenset of LaneCode."""
    sop_asked = Signal(int)
    zoom_asked = Signal(int)
    """The wheel was turned with Ctrl: 1 for larger, -1 for smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._whole: Board | None = None
        self._current: int | None = None
        self._away: int | None = None
        self._showing = False
        self._folded: frozenset[LaneCode] = frozenset()
        self.head_strip = HeadStrip(self)
        self.head_strip.sop_asked.connect(self.sop_asked)
        self.setAccessibleName("Papan")
        self.zoom = Zoom.BIASA
        self.canvas = BoardCanvas()
        self.canvas.cell_made.connect(self._connect_cell)
        self.canvas.head_made.connect(self._connect_head)
        self.canvas.arranged.connect(self._place_heads)
        self.canvas.dropped.connect(lambda cell, berkas_id: self._drop(berkas_id, cell))
        self.canvas.zoom_turned.connect(self.zoom_asked)
        self._scroll = QScrollArea(self)
        frameless(self._scroll)
        self._scroll.setWidget(self.canvas)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._place_heads)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.head_strip)
        self._column.addWidget(self._scroll, 1)

    @property
    def board(self) -> Board | None:
        """What there is, shown or filtered away."""
        return self._whole

    @property
    def shown(self) -> Board | None:
        """What the filter leaves."""
        return self._board

    @property
    def heads(self) -> tuple[ColumnHead, ...]:
        """The column heads, in order."""
        return tuple(self.head_strip.heads)

    @property
    def folded(self) -> frozenset[LaneCode]:
        """The lanes that are collapsed."""
        return self._folded

    def cell(self, stage: int, lane: LaneCode) -> CellList | None:
        """The list of a cell; None when it has neither a step nor a card."""
        if self._board is None:
            return None
        rows = [each.code for each in self._board.sop.lanes]
        return self.canvas.lists.get((stage - 1, rows.index(lane)))

    def current_card(self) -> Card | None:
        """The selected card."""
        return self.card(self._current) if self._current is not None else None

    def card(self, berkas_id: int) -> Card | None:
        """The card of a berkas on the board, also when a filter hides it."""
        cards = self._whole.cards if self._whole else ()
        return next((card for card in cards if card.berkas_id == berkas_id), None)

    def shows(self, berkas_id: int) -> bool:
        """Whether the filter leaves the card of a berkas."""
        return place_of(self.canvas, berkas_id) is not None

    def show_board(self, board: Board, whole: Board | None = None) -> None:
        """Show `board`, what a filter leaves of `whole`.

        Selection, keyboard focus and scroll positions stay with their cards.
        """
        had_focus = self._has_focus()
        scrolls = {cell: each.verticalScrollBar().value() for cell, each in self.canvas.cells()}
        was = place_of(self.canvas, self._current)
        before = self._current if self._away is None else self._away
        self._showing = True
        self._board, self._whole = board, whole or board
        self._shorten_titles()
        self.canvas.show_board(board)
        self._showing = False
        self.head_strip.show_counts(board, self._whole)
        self._fit_height()
        if self._away is not None and self.shows(self._away):
            self._current = self._away
        self._restore(was, had_focus)
        # A card that only the filter took away is current again as soon as it is back.
        hidden = before is not None and before != self._current and self.card(before) is not None
        self._away = before if hidden else None
        now = place_of(self.canvas, self._current)
        for cell, value in scrolls.items():
            stays = now is None or now[0] != cell or was == now
            if stays and cell in self.canvas.lists:
                self.canvas.lists[cell].scroll_to(value)
        self.current_changed.emit()

    def select(self, berkas_id: int, *, focus: bool = False) -> bool:
        """Make a berkas current and visible, opening its lane; False when it is not shown."""
        place = place_of(self.canvas, berkas_id)
        if place is None:
            return False
        cell, row = place
        if cell[1] in self.canvas.folded_rows and self._board is not None:
            self._fold(self._folded - {self._board.sop.lanes[cell[1]].code})
        cell_list = self.canvas.lists[cell]
        cell_list.choose(row)
        self._take_current(cell_list)
        if focus:
            cell_list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view(cell_list)
        return True

    def set_zoom(self, zoom: Zoom) -> None:
        """Show cards in another size."""
        if zoom is self.zoom:
            return
        self.zoom = zoom
        compact = zoom is Zoom.RINGKAS
        self.canvas.delegate.compact = compact
        self._shorten_titles()
        usual = zoom is Zoom.BIASA
        self.setFont(QFont() if usual else scaled_font(QApplication.font(), zoom.factor))
        for cell_list in self.canvas.lists.values():
            cell_list.doItemsLayout()
        self.canvas.arrange()
        self._fit_height()
        if self._current is not None:
            self.select(self._current, focus=self._has_focus())

    def _shorten_titles(self) -> None:
        """Cards of one line leave out what most titles begin with, filtered away or not."""
        if self.zoom is Zoom.RINGKAS and self._whole is not None:
            titles = [card.judul for card in self._whole.cards]
            self.canvas.delegate.beginning = shared_beginning(titles)

    def fold(self, lanes: frozenset[LaneCode]) -> None:
        """Collapse these lanes and no others; the current card is then one that is seen."""
        if lanes == self._folded:
            return
        had_focus = self._has_focus()
        was = place_of(self.canvas, self._current)
        self._fold(lanes)
        if was is not None and was[0][1] in self.canvas.folded_rows:
            self._current = None
            self._restore(None, had_focus)
            if self._current is None and had_focus:
                self.canvas.lane_heads[was[0][1]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_changed.emit()

    def _fold(self, lanes: frozenset[LaneCode]) -> None:
        self._folded = lanes
        self.canvas.fold(lanes)
        self._fit_height()
        self.folded_changed.emit(lanes)

    def _restore(self, was: tuple[Cell, int] | None, had_focus: bool) -> None:
        """Keep the current card; when it is seen no more take the one in its place."""
        if self._current is not None and self.select(self._current, focus=had_focus):
            return
        self._current = None
        chosen = self._most_urgent()
        if was is not None and was[0] in filled(self.canvas):
            rest = self.canvas.lists[was[0]].cell.cards
            chosen = rest[min(was[1], len(rest) - 1)].berkas_id
        if chosen is not None:
            self.select(chosen, focus=had_focus)
        else:
            rove(self.canvas, self._current)

    def _most_urgent(self) -> int | None:
        """The first card that is seen."""
        cards = self._board.cards if self._board else ()
        seen = (card for card in cards if card.lane not in self._folded)
        return next((card.berkas_id for card in seen), None)

    def _has_focus(self) -> bool:
        return any(each.hasFocus() for each in self.canvas.lists.values())

    def _connect_cell(self, cell: Cell, cell_list: CellList) -> None:
        cell_list.opened.connect(self.opened)
        cell_list.advance_asked.connect(self.advance_asked)
        cell_list.return_asked.connect(self.return_asked)
        cell_list.menu_asked.connect(self.menu_asked)
        cell_list.dropped.connect(lambda berkas_id, at=cell: self._drop(berkas_id, at))
        cell_list.left_by.connect(lambda dx, dy, at=cell: self._walk(at, dx, dy))
        cell_list.entered_by_focus.connect(lambda one=cell_list: self._choose(one))
        cell_list.selectionModel().currentChanged.connect(
            lambda _now, _before, one=cell_list: self._choose(one)
        )

    def _connect_head(self, lane: LaneCode, head: LaneHead) -> None:
        head.clicked.connect(lambda: self.fold(self._folded ^ {lane}))
        head.walked.connect(lambda by, one=head: self._walk_heads(one, by))
        head.left.connect(self._enter_cards)

    def _walk_heads(self, head: LaneHead, by: int) -> None:
        heads = self.canvas.lane_heads
        near = min(max(heads.index(head) + by, 0), len(heads) - 1)
        heads[near].setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_cards(self) -> None:
        if self._current is not None:
            self.select(self._current, focus=True)

    def _drop(self, berkas_id: int, cell: Cell) -> None:
        if self._board is not None:
            column, row = cell
            self.move_asked.emit(berkas_id, column + 1, self._board.sop.lanes[row].code)

    def _choose(self, cell_list: CellList) -> None:
        """The user went to a card."""
        before = self._current
        self._take_current(cell_list)
        if self._current != before:
            self._away = None
            self.current_changed.emit()

    def _take_current(self, cell_list: CellList) -> None:
        """One card is selected on the whole board, not one per list."""
        card = cell_list.current_card()
        if card is None or self._showing:
            return
        self._current = card.berkas_id
        for other in self.canvas.lists.values():
            if other is not cell_list and other.currentIndex().isValid():
                other.selectionModel().clear()
        rove(self.canvas, self._current)

    def _walk(self, start: Cell, columns: int, rows: int) -> None:
        """Go to the nearest cell with cards in the direction of an arrow key."""
        cell = next_cell(start, columns, rows, filled(self.canvas))
        if cell is None:
            return
        target = self.canvas.lists[cell].cell
        card = target.cards[-1 if rows < 0 else self._same_height(start, cell)]
        self.select(card.berkas_id, focus=True)

    def _same_height(self, start: Cell, cell: Cell) -> int:
        """The row to enter at: beside the current card in the same lane, else the first."""
        if start[1] != cell[1]:
            return 0
        row = self.canvas.lists[start].currentIndex().row()
        return max(0, min(row, self.canvas.lists[cell].cell.rowCount() - 1))

    def _bring_into_view(self, cell_list: CellList) -> None:
        rect = cell_list.visualRect(cell_list.currentIndex())
        centre = cell_list.mapTo(self.canvas, rect.center())
        self._scroll.ensureVisible(
            centre.x(), centre.y(), rect.width() // 2 + 8, rect.height() // 2 + 8
        )

    def _fit_height(self) -> None:
        """Where the room is short, heads say less and lanes stand closer before anything scrolls.

        What is decided does not depend on what was decided before.
        """
        if self._board is None:
            return
        needed = self.head_strip.full_height + self._column.spacing()
        tight = needed + self.canvas.roomy_height > self.height()
        self.canvas.set_tight(tight)
        self.head_strip.set_compact(tight or self.zoom is Zoom.RINGKAS)
        self._place_heads()

    def _place_heads(self, _value: int = 0) -> None:
        if self.canvas.grid is not None:
            self.head_strip.place(self.canvas.grid, self._scroll.horizontalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room given."""
        super().resizeEvent(event)
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def sizeHint(self) -> QSize:
        """Room for a usual board."""
        return QSize(1200, 640)
