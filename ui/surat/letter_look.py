"""How lines of letters are painted: a void one struck through, its state on a tint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from sopapp.domain.surat import StatusSurat
from ui.widgets.rows_model import RowsModel, T
from ui.widgets.table_paint import RowPainter

if TYPE_CHECKING:
    from ui.widgets.data_table import DataTable

STATUS_TONE = {
    StatusSurat.KONSEP: "warn",
    StatusSurat.BERNOMOR: "accent",
    StatusSurat.DICETAK: "accent",
    StatusSurat.DITANDATANGANI: "ok",
    StatusSurat.DIARSIPKAN: "ok",
    StatusSurat.BATAL: "danger",
}
"""The tokens of the states of a letter."""

_Index = QModelIndex | QPersistentModelIndex


class LetterModel(RowsModel[T]):
    """A table of letters: tells which column is the state, and which rows are void."""

    state_column = -1
    plain_columns: frozenset[int] = frozenset()
    """Columns that are never struck through."""

    def tone(self, row: T) -> str:  # noqa: ARG002 - models know theirs
        """The token of the row's state."""
        return ""

    def struck(self, row: T) -> bool:  # noqa: ARG002 - models know theirs
        """Whether the row is void."""
        return False

    def look(self, index: _Index) -> tuple[str, str, bool]:
        """A cell's text, the token of its state and whether it is struck through."""
        row, column = self.row(index.row()), index.column()
        text = self.columns[column].text(row)
        if column == self.state_column:
            return text, self.tone(row), False
        return text, "", column not in self.plain_columns and self.struck(row)


class LetterPainter(RowPainter):
    """Paints the rows of a `LetterModel`."""

    def __init__(self, lines: int, table: DataTable[Any]) -> None:
        super().__init__(lines, table)
        self._letters = cast("LetterModel[Any]", table.rows)

    def paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        inside: QRectF,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Draw the cell: a state on its tint, the text of a void line struck through."""
        text, tone, struck = self._letters.look(index)
        if tone:
            self.plate(painter, option, text, inside, tone)
        elif struck:
            font = QFont(option.font)
            font.setStrikeOut(True)
            painter.setFont(font)
            self.write(painter, option, text, inside, align, self._lines)
        else:
            self.write(painter, option, text, inside, align, self._lines)
