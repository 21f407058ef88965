"""How lines of letters are painted: a void one struck through, its state on a tint."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from sopapp.domain.surat import StatusSurat
from ui.theme import scaled_font, tokens
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import RowsModel, T
from ui.widgets.table_paint import PADDING, RowPainter, fitted_lines

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

    def __init__(self, lines: int, table: DataTable) -> None:
        super().__init__(lines, table)
        self._most = lines

    def paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        inside: QRectF,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Draw the cell: a state on its tint, the text of a void line struck through."""
        text, tone, struck = index.model().look(index)
        if tone:
            self._plate(painter, option, text, inside, tone)
        elif struck:
            font = QFont(option.font)
            font.setStrikeOut(True)
            painter.setFont(font)
            self.write(painter, option, text, inside, align, self._most)
        else:
            self.write(painter, option, text, inside, align, self._most)

    def _plate(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, inside: QRectF, tone: str
    ) -> None:
        look = tokens(option.palette)
        font = scaled_font(option.font, 0.95)
        metrics = QFontMetricsF(font)
        room = inside.width() - PADDING
        lines = fitted_lines(text, font, room, 1)
        if not lines:
            return
        shown = lines[0][0]
        width = metrics.horizontalAdvance(shown)
        box = QRectF(inside.left(), inside.top() - 1, width + PADDING, metrics.lineSpacing() + 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(look, f"{tone}_tint")))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(QColor(getattr(look, tone))))
        painter.setFont(font)
        base = inside.top() + metrics.ascent()
        painter.drawText(QPointF(inside.left() + PADDING / 2, base), shown)
        painter.restore()
