"""The flowchart with its twenty lists of cards."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from sopapp.domain.board import Board, Card
from sopapp.domain.sop import Sop
from sopapp.domain.sop_vocabulary import CONDITIONS
from ui.board.card_delegate import CardDelegate
from ui.board.cell_list import CellList
from ui.board.cell_model import dragged_id
from ui.board.flow import Cell, Flow, flow_of
from ui.board.flow_painter import FlowPainter
from ui.board.grid import Grid, GridSizes
from ui.theme import scaled_font, tokens

_STEP = 0.88  # size of step texts against the system's font


class BoardCanvas(QWidget):
    """Lays out and paints the path, and keeps one `CellList` per cell that can hold cards."""

    cell_made = Signal(object, object)
    """A list was made for a cell: (cell, list)."""
    arranged = Signal()
    """The grid changed, so the column heads must follow."""
    dropped = Signal(object, int)
    """A card was let go on a cell beside its list: (cell, berkas id)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = CardDelegate(self)
        self.lists: dict[Cell, CellList] = {}
        self._sop: Sop | None = None
        self._flow: Flow | None = None
        self._grid: Grid | None = None
        self._lane_heads: list[QLabel] = []
        self._wanted: Cell | None = None
        self._counts: dict[Cell, int] = {}
        self.setAcceptDrops(True)
        self._measure()

    @property
    def flow(self) -> Flow | None:
        """The path shown."""
        return self._flow

    @property
    def grid(self) -> Grid | None:
        """Where the cells lie."""
        return self._grid

    def show_board(self, board: Board) -> None:
        """Show the cards of `board`; lists that hold the same cards as before stay untouched."""
        if board.sop != self._sop:
            self._take_sop(board.sop)
        groups = self._groups(board)
        for cell in groups.keys() - self.lists.keys():
            self._make_list(cell)
        for cell, cell_list in self.lists.items():
            cards = tuple(groups.get(cell, ()))
            cell_list.cell.set_cards(cards, board.today)
            cell_list.setAccessibleName(self._name(cell, len(cards)))
            cell_list.setVisible(bool(cards) or self._on_path(cell))
        counts = {cell: len(cards) for cell, cards in groups.items()}
        if counts != self._counts:
            self._counts = counts
            self.arrange()

    def cells(self) -> Iterator[tuple[Cell, CellList]]:
        """Every cell that has a list, column by column."""
        yield from sorted(self.lists.items())

    def arrange(self) -> None:
        """Lay everything out anew for the present size."""
        if self._sop is None:
            return
        columns, rows = len(self._sop.stages), len(self._sop.lanes)
        fullest = tuple(
            max((self._counts.get((column, row), 0) for column in range(columns)), default=0)
            for row in range(rows)
        )
        smallest = Grid(0, 0, columns, fullest, self._sizes(step_lines=1))
        least = QSize(smallest.width, smallest.height)
        if least != self.minimumSize():
            self.setMinimumSize(least)
        # The second line of a step's words is worth less than a whole card without scrolling.
        grid = Grid(self.width(), self.height(), columns, fullest, self._sizes(step_lines=2))
        if grid.height > self.height():
            sizes = self._sizes(step_lines=1)
            grid = Grid(self.width(), self.height(), columns, fullest, sizes)
        self._grid = grid
        for cell, cell_list in self.lists.items():
            cell_list.setGeometry(grid.cards(*cell))
        for row, head in enumerate(self._lane_heads):
            head.setGeometry(
                grid.band(row).adjusted(8, 0, grid.sizes.lane_width - grid.width - 2, 0)
            )
        self.update()
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room given."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self.arrange()

    def event(self, event: QEvent) -> bool:
        """Explain steps and empty places under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._explain(event.pos())
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the flowchart."""
        if self._grid is None or self._flow is None:
            return
        painter = QPainter(self)
        drawing = FlowPainter(
            painter, self._grid, self._flow, tokens(self), self._step_font, self._marker_font
        )
        drawing.lanes()
        for column in range(self._grid.columns):
            for row in range(self._grid.rows):
                self._paint_cell(drawing, (column, row))
        drawing.arrows()
        drawing.terminators({cell for cell in self._counts if not self._on_path(cell)})
        painter.end()

    def mark_drop(self, cell: Cell, hovering: bool) -> None:
        """Show that a card can be let go over `cell`."""
        self._mark(cell if hovering else None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A cell takes a berkas also on its words, not only where its cards lie."""
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
        cell = self._cell_at(event.position().toPoint())
        if cell is None or not self._on_path(cell) or dragged_id(event.mimeData()) is None:
            event.ignore()
            self._mark(None)
            return None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._mark(cell)
        return cell

    def _mark(self, cell: Cell | None) -> None:
        if cell != self._wanted:
            self._wanted = cell
            self.update()

    def _paint_cell(self, drawing: FlowPainter, cell: Cell) -> None:
        if self._flow is None:
            return
        found = self._flow.steps.get(cell)
        if found is None:
            drawing.off_path(*cell)
            return
        drawing.on_path(*cell, wanted=cell == self._wanted)
        drawing.steps(cell, found, self._step_line)

    def _take_sop(self, sop: Sop) -> None:
        self._sop = sop
        self._flow = flow_of(sop)
        for cell_list in self.lists.values():
            cell_list.hide()
            cell_list.deleteLater()
        self.lists.clear()
        for head in self._lane_heads:
            head.hide()
            head.deleteLater()
        self._lane_heads = []
        for lane in sop.lanes:
            head = QLabel(lane.name, self)
            head.setTextFormat(Qt.TextFormat.PlainText)
            head.setWordWrap(True)
            head.setFont(scaled_font(self.font(), 1.0, bold=True))
            head.show()
            self._lane_heads.append(head)
        for cell in self._flow.steps:
            self._make_list(cell)
        self._counts = {}
        self.arrange()

    def _make_list(self, cell: Cell) -> None:
        cell_list = CellList(self.delegate, self._on_path(cell), self)
        self.lists[cell] = cell_list
        steps = self._flow.steps.get(cell, ()) if self._flow else ()
        cell_list.setAccessibleDescription("; ".join(f"{no} {s.activity}" for no, s in steps))
        cell_list.drag_over.connect(lambda over, at=cell: self.mark_drop(at, over))
        self.cell_made.emit(cell, cell_list)
        if self._grid is not None:
            cell_list.setGeometry(self._grid.cards(*cell))
        cell_list.show()

    def _groups(self, board: Board) -> dict[Cell, list[Card]]:
        rows = {lane.code: row for row, lane in enumerate(board.sop.lanes)}
        groups: dict[Cell, list[Card]] = {}
        for card in board.cards:
            groups.setdefault((card.stage - 1, rows[card.lane]), []).append(card)
        return groups

    def _on_path(self, cell: Cell) -> bool:
        return self._flow is not None and cell in self._flow.steps

    def _name(self, cell: Cell, count: int) -> str:
        if self._sop is None:
            return ""
        column, row = cell
        return f"Tahap {column + 1}, {self._sop.lanes[row].name}, {count} berkas"

    def _measure(self) -> None:
        self._step_font = scaled_font(self.font(), _STEP)
        self._marker_font = scaled_font(self.font(), _STEP, bold=True)
        self._step_line = QFontMetricsF(self._step_font).height() + 2
        self.delegate.set_font(self.font())

    def _sizes(self, step_lines: int) -> GridSizes:
        letter = self.fontMetrics().averageCharWidth()
        line = self._step_line
        rows = len(self._sop.lanes) if self._sop else 0
        most = [1] * rows
        for (_column, row), found in (self._flow.steps if self._flow else {}).items():
            most[row] = max(most[row], len(found))
        return GridSizes(
            lane_width=letter * 13,
            column_min=letter * 20,
            gutter=round(line * 1.5),
            gap=round(line * 1.1),
            card=self.delegate.card_height,
            room=round(line * 1.4),
            strips=tuple(
                round(max(step_lines * line + 2, count * (line + 3)) + 6) for count in most
            ),
        )

    def _cell_at(self, place: QPoint) -> Cell | None:
        if self._grid is None:
            return None
        for column in range(self._grid.columns):
            for row in range(self._grid.rows):
                if self._grid.cell(column, row).contains(place):
                    return column, row
        return None

    def _explain(self, place: QPoint) -> str:
        cell = self._cell_at(place)
        return "" if cell is None else self._cell_words(cell)

    def _cell_words(self, cell: Cell) -> str:
        steps = self._flow.steps.get(cell) if self._flow else None
        if steps is None:
            return "SOP tidak memberi langkah di sini."
        return "\n".join(
            f"{number} {step.activity}"
            + (f" (hanya bila: {CONDITIONS[step.only_if]})" if step.only_if else "")
            for number, step in steps
        )
