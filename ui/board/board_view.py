"""The whole board: column heads on top, the scrolling flowchart below, one current card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sopapp.domain.board import Board, Card
from sopapp.domain.sop import LaneCode
from ui.board.board_canvas import BoardCanvas
from ui.board.cell_list import CellList
from ui.board.column_head import ColumnHead
from ui.board.flow import Cell


class BoardView(QWidget):
    """Shows a `Board`; says by signals what the user wants done with which berkas."""

    opened = Signal(int)
    advance_asked = Signal(int)
    return_asked = Signal(int)
    menu_asked = Signal(int, object)
    move_asked = Signal(int, int, object)
    """A card was dropped: berkas id, stage number, LaneCode."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._current: int | None = None
        self._showing = False
        self._head_clip = QWidget(self)
        self._head_strip = QWidget(self._head_clip)
        self._heads: list[ColumnHead] = []
        self.canvas = BoardCanvas()
        self.canvas.cell_made.connect(self._connect_cell)
        self.canvas.arranged.connect(self._place_heads)
        self.canvas.dropped.connect(lambda cell, berkas_id: self._drop(berkas_id, cell))
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.canvas)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._place_heads)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._head_clip)
        layout.addWidget(self._scroll, 1)

    @property
    def board(self) -> Board | None:
        """What is shown."""
        return self._board

    @property
    def heads(self) -> tuple[ColumnHead, ...]:
        """The column heads, in order."""
        return tuple(self._heads)

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
        """The card of a berkas on the board."""
        cards = self._board.cards if self._board else ()
        return next((card for card in cards if card.berkas_id == berkas_id), None)

    def show_board(self, board: Board) -> None:
        """Show `board`; selection, keyboard focus and scroll positions stay with their cards."""
        had_focus = any(each.hasFocus() for each in self.canvas.lists.values())
        scrolls = {cell: each.verticalScrollBar().value() for cell, each in self.canvas.cells()}
        was = self._place_of(self._current)
        self._showing = True
        self._board = board
        self.canvas.show_board(board)
        self._showing = False
        self._show_heads(board)
        self._restore(was, had_focus)
        now = self._place_of(self._current)
        for cell, value in scrolls.items():
            stays = now is None or now[0] != cell or was == now
            if stays and cell in self.canvas.lists:
                self.canvas.lists[cell].scroll_to(value)

    def select(self, berkas_id: int, *, focus: bool = False) -> bool:
        """Make a berkas current and visible; False when it is not on the board."""
        for _cell, cell_list in self.canvas.cells():
            row = cell_list.cell.row_of(berkas_id)
            if row is not None:
                cell_list.choose(row)
                self._take_current(cell_list)
                if focus:
                    cell_list.setFocus(Qt.FocusReason.OtherFocusReason)
                    self._bring_into_view(cell_list)
                return True
        return False

    def _restore(self, was: tuple[Cell, int] | None, had_focus: bool) -> None:
        """Keep the current card; when it left the board take the one in its place."""
        if self._current is not None and self.select(self._current, focus=had_focus):
            return
        cards = self._board.cards if self._board else ()
        self._current = None
        chosen = cards[0].berkas_id if cards else None
        if was is not None and was[0] in self.canvas.lists:
            rest = self.canvas.lists[was[0]].cell.cards
            if rest:
                chosen = rest[min(was[1], len(rest) - 1)].berkas_id
        if chosen is not None:
            self.select(chosen, focus=had_focus)
        else:
            self._rove()

    def _place_of(self, berkas_id: int | None) -> tuple[Cell, int] | None:
        if berkas_id is not None:
            for cell, cell_list in self.canvas.cells():
                row = cell_list.cell.row_of(berkas_id)
                if row is not None:
                    return cell, row
        return None

    def _connect_cell(self, cell: Cell, cell_list: CellList) -> None:
        cell_list.opened.connect(self.opened)
        cell_list.advance_asked.connect(self.advance_asked)
        cell_list.return_asked.connect(self.return_asked)
        cell_list.menu_asked.connect(self.menu_asked)
        cell_list.dropped.connect(lambda berkas_id, at=cell: self._drop(berkas_id, at))
        cell_list.left_by.connect(lambda dx, dy, at=cell: self._walk(at, dx, dy))
        cell_list.entered_by_focus.connect(lambda one=cell_list: self._take_current(one))
        cell_list.selectionModel().currentChanged.connect(
            lambda _now, _before, one=cell_list: self._take_current(one)
        )

    def _drop(self, berkas_id: int, cell: Cell) -> None:
        if self._board is not None:
            column, row = cell
            self.move_asked.emit(berkas_id, column + 1, self._board.sop.lanes[row].code)

    def _take_current(self, cell_list: CellList) -> None:
        """One card is selected on the whole board, not one per list."""
        card = cell_list.current_card()
        if card is None or self._showing:
            return
        self._current = card.berkas_id
        for other in self.canvas.lists.values():
            if other is not cell_list and other.currentIndex().isValid():
                other.selectionModel().clear()
        self._rove()

    def _rove(self) -> None:
        """Tab stops once on the board: at the list of the current card."""
        holder = self._place_of(self._current)
        for cell, cell_list in self.canvas.lists.items():
            stop = holder is not None and cell == holder[0]
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            if cell_list.focusPolicy() != policy:
                cell_list.setFocusPolicy(policy)

    def _walk(self, start: Cell, columns: int, rows: int) -> None:
        """Go to the nearest cell with cards in the direction of an arrow key."""
        filled = [(cell, each) for cell, each in self.canvas.cells() if each.cell.rowCount()]
        ahead = _ahead(start, columns, rows)
        options = [(ahead(cell), cell, each) for cell, each in filled if ahead(cell) is not None]
        if not options:
            return
        _distance, cell, target = min(options, key=lambda option: option[0])
        last = rows < 0
        card = target.cell.cards[-1 if last else self._same_height(start, cell)]
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

    def _show_heads(self, board: Board) -> None:
        while len(self._heads) < len(board.sop.stages):
            self._heads.append(ColumnHead(self._head_strip))
            self._heads[-1].show()
        while len(self._heads) > len(board.sop.stages):
            head = self._heads.pop()
            head.hide()
            head.deleteLater()
        counts = [0] * len(self._heads)
        for card in board.cards:
            counts[card.stage - 1] += 1
        for stage, head, count in zip(board.sop.stages, self._heads, counts, strict=True):
            head.show_stage(stage, count)
        self._place_heads()

    def _place_heads(self, _value: int = 0) -> None:
        grid = self.canvas.grid
        if grid is None or not self._heads:
            return
        height = self._heads[0].sizeHint().height()
        self._head_clip.setFixedHeight(height)
        origin = QPoint(-self._scroll.horizontalScrollBar().value(), 0)
        self._head_strip.setGeometry(origin.x(), 0, grid.width, height)
        for column, head in enumerate(self._heads):
            head.setGeometry(grid.column_left(column), 0, grid.column_width, height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_heads()

    def sizeHint(self) -> QSize:
        """Room for a usual board."""
        return QSize(1200, 640)


def _ahead(start: Cell, columns: int, rows: int) -> Callable[[Cell], tuple[int, int] | None]:
    """How far a cell lies in a direction: (along it, across it); None when it does not."""

    def distance(cell: Cell) -> tuple[int, int] | None:
        across, down = cell[0] - start[0], cell[1] - start[1]
        if columns:
            return (across * columns, abs(down)) if across * columns > 0 else None
        return (down * rows, 0) if across == 0 and down * rows > 0 else None

    return distance
