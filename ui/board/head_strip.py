"""The column heads side by side, above the columns and scrolled with them."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sopapp.domain.board import Board
from ui.board.column_head import ColumnHead
from ui.board.grid import Grid

_STAGE = attrgetter("stage")  # of a card


class HeadStrip(QWidget):
    """One head per stage of the SOP, all of one height and with titles of one size."""

    sop_asked = Signal(int)
    """The user wants to read this stage in the SOP."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heads: list[ColumnHead] = []
        self._strip = QWidget(self)
        self._compact = False

    def show_counts(self, board: Board, whole: Board) -> None:
        """Show each stage with its cards on `board`, of those on the `whole` one."""
        while len(self.heads) < len(board.sop.stages):
            head = ColumnHead(self._strip)
            head.set_compact(self._compact)
            head.sop_asked.connect(self.sop_asked)
            head.sop.walked.connect(lambda by, one=head: self._walk(one, by))
            head.sop.set_stop(not self.heads)
            head.show()
            self.heads.append(head)
        while len(self.heads) > len(board.sop.stages):
            head = self.heads.pop()
            head.hide()
            head.deleteLater()
            self._rove(0)
        counts = Counter(map(_STAGE, board.cards))
        totals = Counter(map(_STAGE, whole.cards)) if whole is not board else counts
        for stage, head in zip(board.sop.stages, self.heads, strict=True):
            head.show_stage(stage, counts[stage.number], totals[stage.number])

    def tab_after(self, before: QWidget) -> None:
        """Let Tab come here after `before`, whichever head is its stop."""
        for head in self.heads:
            QWidget.setTabOrder(before, head.sop)
            before = head.sop

    def set_compact(self, compact: bool) -> None:
        """Show only name, days and count in each head."""
        self._compact = compact
        for head in self.heads:
            head.set_compact(compact)

    @property
    def full_height(self) -> int:
        """How high heads are that show everything."""
        return max((head.height_for(compact=False) for head in self.heads), default=0)

    def place(self, grid: Grid, scrolled: int) -> None:
        """Put the heads above the columns of `grid`, which is scrolled so far to the right."""
        if not self.heads:
            return
        height = self.heads[0].sizeHint().height()
        self.setFixedHeight(height)
        self._strip.setGeometry(-scrolled, 0, grid.width, height)
        title = min(head.fitting(grid.column_width) for head in self.heads)
        for column, head in enumerate(self.heads):
            head.set_title(title)
            head.setGeometry(grid.column_left(column), 0, grid.column_width, height)

    def _walk(self, head: ColumnHead, by: int) -> None:
        at = min(max(self.heads.index(head) + by, 0), len(self.heads) - 1)
        self._rove(at)
        self.heads[at].sop.setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, at: int) -> None:
        """Tab stops once among the heads, where the keyboard was last."""
        for number, head in enumerate(self.heads):
            head.sop.set_stop(number == at)
