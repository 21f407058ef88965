"""The flowchart with its twenty lists of cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from sopapp.domain.board import Board, Card
from sopapp.domain.sop import LaneCode, Sop
from ui.board.card_delegate import CardDelegate
from ui.board.cell_list import CellList
from ui.board.cell_words import Tally, cell_explained, cell_name, tally
from ui.board.drop_ground import DropGround
from ui.board.flow import Cell, Flow, flow_of
from ui.board.flow_painter import FlowPainter
from ui.board.grid import Grid, GridSizes
from ui.board.lane_head import LaneHead, head_width
from ui.theme import scaled_font, tokens

_STEP = 0.88  # size of step texts against the system's font
_WIDE_COLUMN = 24  # letters
_PLACE = attrgetter("stage", "lane")  # of a card; quicker than its properties, for thousands


class BoardCanvas(DropGround):
    """Lays out and paints the path, and keeps one `CellList` per cell that can hold cards."""

    cell_made = Signal(object, object)
    """A list was made for a cell: (cell, list)."""
    head_made = Signal(object, object)
    """A head was made for a lane: (its code, head)."""
    arranged = Signal()
    """The grid changed, so the column heads must follow."""
    zoom_turned = Signal(int)
    """The wheel was turned with Ctrl: 1 away from the user, else -1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = CardDelegate(self)
        self.lists: dict[Cell, CellList] = {}
        self.lane_heads: list[LaneHead] = []
        self._sop: Sop | None = None
        self._flow: Flow | None = None
        self._grid: Grid | None = None
        self._folded: frozenset[LaneCode] = frozenset()
        self._tight = False
        self._held: dict[Cell, Tally] = {}
        self._measure()

    @property
    def flow(self) -> Flow | None:
        """The path shown."""
        return self._flow

    @property
    def grid(self) -> Grid | None:
        """Where the cells lie."""
        return self._grid

    @property
    def folded_rows(self) -> frozenset[int]:
        """The rows of the lanes that are collapsed."""
        lanes = self._sop.lanes if self._sop else ()
        return frozenset(row for row, lane in enumerate(lanes) if lane.code in self._folded)

    def show_board(self, board: Board) -> None:
        """Show the cards of `board`; lists that hold the same cards as before stay untouched."""
        if board.sop != self._sop:
            self._take_sop(board.sop)
        groups = self._groups(board)
        for cell in groups.keys() - self.lists.keys():
            self._make_list(cell)
        before, self._held = self._held, {cell: tally(held) for cell, held in groups.items()}
        for cell, cell_list in self.lists.items():
            cell_list.cell.set_cards(tuple(groups.get(cell, ())), board.today)
            cell_list.setAccessibleName(cell_name(board.sop, cell, self.held(cell)))
        if before != self._held:
            self._show_lists()
            self.arrange()

    def fold(self, lanes: frozenset[LaneCode]) -> None:
        """Collapse these lanes and no others."""
        if lanes != self._folded:
            self._folded = lanes
            self._show_lists()
            self.arrange()

    def set_tight(self, tight: bool) -> None:
        """Leave less room between the lanes."""
        if tight != self._tight:
            self._tight = tight
            self.arrange()

    @property
    def roomy_height(self) -> int:
        """The least height with the usual room between the lanes."""
        return self._fit(QSize(0, 0), step_lines=1, tight=False).height

    def held(self, cell: Cell) -> Tally:
        """What a cell holds."""
        return self._held.get(cell, Tally())

    def cells(self) -> Iterator[tuple[Cell, CellList]]:
        """Every cell that has a list, column by column."""
        yield from sorted(self.lists.items())

    def arrange(self) -> None:
        """Lay everything out anew for the present size."""
        if self._sop is None:
            return
        least = self._fit(QSize(0, 0), step_lines=1, tight=self._tight)
        if (size := QSize(least.width, least.height)) != self.minimumSize():
            self.setMinimumSize(size)
        # The second line of a step's words is worth less than a whole card without scrolling.
        grid = self._fit(self.size(), step_lines=2, tight=self._tight)
        if grid.height > self.height():
            grid = self._fit(self.size(), step_lines=1, tight=self._tight)
        self._grid = grid
        for cell, cell_list in self.lists.items():
            cell_list.setGeometry(grid.cards(*cell))
        for row, head in enumerate(self.lane_heads):
            head.setGeometry(
                grid.band(row).adjusted(0, 0, grid.sizes.lane_width - grid.width - 2, 0)
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
            cell = self._cell_at(event.pos())
            if cell is not None and self._flow is not None:
                QToolTip.showText(event.globalPos(), cell_explained(self._flow, cell), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel asks for another size, as it does elsewhere."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom_turned.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the flowchart."""
        if self._grid is None or self._flow is None:
            return
        with QPainter(self) as painter:
            drawing = FlowPainter(
                painter, self._grid, self._flow, tokens(self), self._step_font, self._marker_font
            )
            drawing.lanes()
            for column in range(self._grid.columns):
                for row in range(self._grid.rows):
                    self._paint_cell(drawing, self._flow, (column, row))
            drawing.arrows()
            drawing.terminators({cell for cell in self._held if not self._on_path(cell)})

    def takes_at(self, place: QPoint) -> Cell | None:
        """The cell at `place` if it is on the path."""
        cell = self._cell_at(place)
        return cell if cell is not None and self._on_path(cell) else None

    def _paint_cell(self, drawing: FlowPainter, flow: Flow, cell: Cell) -> None:
        found = flow.steps.get(cell)
        if found is None:
            drawing.off_path(*cell)
        else:
            drawing.on_path(*cell, wanted=cell == self.wanted)
        if cell[1] in self.folded_rows:
            drawing.folded(cell, found or (), self.held(cell), self._step_line)
        elif found is not None:
            drawing.steps(cell, found, self._step_line)

    def _take_sop(self, sop: Sop) -> None:
        self._sop = sop
        self._flow = flow_of(sop)
        self._measure()
        for old in (*self.lists.values(), *self.lane_heads):
            old.hide()
            old.deleteLater()
        self.lists.clear()
        self.lane_heads = []
        for lane in sop.lanes:
            head = LaneHead(lane.name, self)
            head.show()
            self.lane_heads.append(head)
            self.head_made.emit(lane.code, head)
        for cell in self._flow.steps:
            self._make_list(cell)
        self._held = {}
        self._show_lists()
        self.arrange()

    def _make_list(self, cell: Cell) -> None:
        cell_list = CellList(self.delegate, self._on_path(cell), self)
        self.lists[cell] = cell_list
        steps = self._flow.steps.get(cell, ()) if self._flow else ()
        cell_list.setAccessibleDescription("; ".join(f"{no} {s.activity}" for no, s in steps))
        cell_list.drag_over.connect(lambda over, at=cell: self.mark_drop(at, over))
        cell_list.zoom_turned.connect(self.zoom_turned)
        self.cell_made.emit(cell, cell_list)
        if self._grid is not None:
            cell_list.setGeometry(self._grid.cards(*cell))

    def _show_lists(self) -> None:
        """Lists are seen on the path or where a card is, unless their lane is collapsed."""
        folded = self.folded_rows
        for cell, cell_list in self.lists.items():
            there = self._on_path(cell) or cell in self._held
            cell_list.setVisible(there and cell[1] not in folded)
        for row, head in enumerate(self.lane_heads):
            cells = [held for cell, held in self._held.items() if cell[1] == row]
            head.show_state(folded=row in folded, held=_together(cells))

    def _groups(self, board: Board) -> dict[Cell, list[Card]]:
        rows = {lane.code: row for row, lane in enumerate(board.sop.lanes)}
        held: defaultdict[tuple[int, LaneCode], list[Card]] = defaultdict(list)
        for place, card in zip(map(_PLACE, board.cards), board.cards, strict=True):
            held[place].append(card)
        return {(stage - 1, rows[lane]): cards for (stage, lane), cards in held.items()}

    def _on_path(self, cell: Cell) -> bool:
        return self._flow is not None and cell in self._flow.steps

    def _measure(self) -> None:
        self._step_font = scaled_font(self.font(), _STEP)
        self._marker_font = scaled_font(self.font(), _STEP, bold=True)
        self._step_line = QFontMetricsF(self._step_font).height() + 2
        names = [lane.name for lane in self._sop.lanes] if self._sop else []
        self._head_width = head_width(names, self.font())
        self.delegate.set_font(self.font())

    def _fit(self, room: QSize, *, step_lines: int, tight: bool) -> Grid:
        """The grid for a room, with so many lines for the words of a lone step."""
        columns, rows = (len(self._sop.stages), len(self._sop.lanes)) if self._sop else (0, 0)
        fullest = [0] * rows
        for (_column, row), held in self._held.items():
            fullest[row] = max(fullest[row], held.cards)
        sizes = self._sizes(step_lines, rows, tight=tight)
        # Where every letter of a card counts, the arrows between the columns give way.
        column = self.fontMetrics().averageCharWidth() * _WIDE_COLUMN + sizes.gutter
        if self.delegate.compact or room.width() < sizes.lane_width + columns * column:
            sizes = sizes._replace(gutter=round(self._step_line))
        return Grid(room.width(), room.height(), columns, tuple(fullest), sizes, self.folded_rows)

    def _sizes(self, step_lines: int, rows: int, *, tight: bool) -> GridSizes:
        letter = self.fontMetrics().averageCharWidth()
        line = self._step_line
        most = [1] * rows
        for (_column, row), found in (self._flow.steps if self._flow else {}).items():
            most[row] = max(most[row], len(found))
        return GridSizes(
            lane_width=max(letter * 13, self._head_width),
            column_min=letter * 20,
            gutter=round(line * 1.5),
            gap=round(line * (0.75 if tight else 1.1)),
            card=self.delegate.card_height,
            room=round(line * 1.4),
            fold=round(line * 2.2),
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


def _together(held: Sequence[Tally]) -> Tally:
    if not held:
        return Tally()
    days = min(each.days_left for each in held)
    return Tally(sum(each.cards for each in held), sum(each.late for each in held), days)
