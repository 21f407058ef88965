"""How rows of the register are painted: words found are marked, a near end is toned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from sopapp.domain.temuan import letak
from ui.register.columns import INFORMASI
from ui.register.hit_book import HitBook
from ui.register.register_model import TONE_ROLE
from ui.theme import tokens
from ui.widgets.table_paint import PADDING, RowPainter, fitted_lines

if TYPE_CHECKING:
    from ui.register.register_table import RegisterTable

LINES = 3
_Index = QModelIndex | QPersistentModelIndex


class RegisterPainter(RowPainter):
    """Paints a row; what was found out of sight stands in a line of its own below the row."""

    def __init__(self, book: HitBook, table: RegisterTable) -> None:
        super().__init__(LINES, table)
        self._book = book
        self._data_table = table
        self._found_lines: dict[int, str] = {}
        self._marks = True
        self._lines_below: dict[tuple[str, int], str] = {}

    def forget(self) -> None:
        """Rows, columns or the search changed."""
        self._found_lines.clear()
        self._lines_below.clear()

    def found_line(self, number: int) -> str:
        """What the line below row `number` says; empty when the hit is to be seen anyway."""
        if not self._book.words:
            return ""
        if number not in self._found_lines:
            self._found_lines[number] = self._out_of_sight(number)
        return self._found_lines[number]

    def paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        inside: QRectF,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Draw the cell and its part of the line below."""
        text = str(index.data() or "")
        self._marks = self._data_table.rows.columns[index.column()].searched
        found = self.found_line(index.row())
        lines = LINES - 1 if found else LINES
        if tone := index.data(TONE_ROLE):
            self.plate(painter, option, text, inside, tone, lines)
        else:
            self.write(painter, option, text, inside, align, lines)
        self._marks = True
        if found:
            self._below(painter, option, found, inside)

    def mark(self, painter: QPainter, shown: str, at: QPointF, metrics: QFontMetricsF) -> None:
        """Lay a tint and a line under the words found."""
        if not self._marks:
            return
        look = tokens(self._data_table)
        for start, end in self._book.spans(shown):
            left = at.x() + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[start:end])
            box = QRectF(left, at.y(), width, metrics.height())
            painter.fillRect(box, QColor(look.warn_tint))
            painter.fillRect(QRectF(left, box.bottom() - 1.5, width, 1.5), QColor(look.warn))

    def _below(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, inside: QRectF
    ) -> None:
        """Draw this cell's part of a line that runs through the row from Informasi on."""
        table = self._data_table
        left = table.columnViewportPosition(INFORMASI) + PADDING
        room = table.viewport().width() - max(left, 0) - PADDING
        font = QFont(option.font)
        metrics = QFontMetricsF(font)
        if (text, room) not in self._lines_below:
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._lines_below[text, room] = cut
        shown = self._lines_below[text, room]
        at = QPointF(left, inside.top() + (LINES - 1) * metrics.lineSpacing())
        painter.save()
        self.mark(painter, shown, at, metrics)
        painter.setPen(QColor(tokens(table).muted))
        painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), shown)
        painter.restore()

    def _out_of_sight(self, number: int) -> str:
        """Where the first words are that no cell shows; empty when all are to be seen."""
        missing = self._missing(number, LINES)
        if missing:  # the line below takes one of the cells' lines
            missing = self._missing(number, LINES - 1)
        found = self._book.of_words(number, missing) if missing else None
        if found is None:
            return ""
        return f"Ditemukan di {found.kolom}: {' '.join(found.teks().split())}"

    def _missing(self, number: int, most: int) -> list[str]:
        """The words looked for that no shown cell has within its first `most` lines."""
        table = self._data_table
        missing = list(self._book.words)
        for column in table.shown_columns():
            if not missing:
                break
            if not table.rows.columns[column].searched:
                continue
            text = str(table.rows.index(number, column).data() or "")
            room = table.columnWidth(column) - 2 * PADDING
            lines = [shown for shown, _ in fitted_lines(text, table.font(), room, most)]
            missing = [
                word for word in missing if not any(any(letak((word,), line)) for line in lines)
            ]
        return missing
