"""The side-by-side table of a comparison; rows are as high as their words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from sopapp.domain.beda_kata import Potongan, Tanda
from sopapp.domain.dik import Perubahan
from sopapp.domain.terbitan import BarisBanding
from ui.register.compare_model import AFTER, BEFORE, CompareModel
from ui.theme import Tokens, scaled_font, tokens
from ui.widgets.data_table import DataTable
from ui.widgets.table_paint import PADDING, RowPainter

_MOST_LINES = 400
_TONES = {Perubahan.TAMBAH: "ok", Perubahan.UBAH: "accent", Perubahan.CABUT: "danger"}
_Index = QModelIndex | QPersistentModelIndex


class CompareTable(DataTable[BarisBanding]):
    """Measures the rows that come into sight, so that a long comparison opens at once."""

    def __init__(self, model: CompareModel, parent: QWidget) -> None:
        super().__init__(model, "Perbandingan versi", lines=3, sortable=False, parent=parent)
        self._painter = _ComparePainter(model, self)
        self.setItemDelegate(self._painter)
        self._measured: set[int] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._measure)
        model.modelReset.connect(self._forget)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._measure())
        self.horizontalHeader().sectionResized.connect(lambda *_sizes: self._forget())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: other widths make other heights."""
        super().resizeEvent(event)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_soon"):
            self._forget()

    def _forget(self) -> None:
        self._measured.clear()
        self._soon.start()

    def _measure(self) -> None:
        """Give the rows in sight their height, until they fill the sight."""
        row = max(self.rowAt(0), 0)
        bottom = self.viewport().height()
        while row < self.rows.rowCount() and self.rowViewportPosition(row) < bottom:
            if row not in self._measured:
                self._measured.add(row)
                self.setRowHeight(row, self._height(row))
            row += 1

    def _height(self, row: int) -> int:
        layout_of = self._painter.layout_of
        lines = max(
            layout_of(self.rows.index(row, column), self.columnWidth(column)).lineCount()
            for column in range(self.rows.columnCount())
        )
        return round(max(lines, 2) * QFontMetricsF(self.font()).lineSpacing()) + 2 * PADDING


class _ComparePainter(RowPainter):
    """Paints whole texts; what went is struck out, what came is underlined."""

    def __init__(self, model: CompareModel, table: CompareTable) -> None:
        super().__init__(_MOST_LINES, table)
        self._model = model
        self._compare_table = table

    def layout_of(self, index: _Index, width: float) -> QTextLayout:
        """The text of a cell, laid out in a column of `width` pixels."""
        runs = self._runs(index)
        text = "".join(run.text for run in runs).replace("\n", "\u2028")
        layout = QTextLayout(text, self._compare_table.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats(self._formats(runs, index))
        layout.beginLayout()
        top = 0.0
        spacing = QFontMetricsF(self._compare_table.font()).lineSpacing()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - 2 * PADDING, 1))
            line.setPosition(QPointF(0, top))
            top += spacing
        layout.endLayout()
        return layout

    def paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        inside: QRectF,
        align: Qt.AlignmentFlag,  # noqa: ARG002 - texts of this table all begin at the left
    ) -> None:
        """Draw the runs."""
        layout = self.layout_of(index, option.rect.width())
        layout.draw(painter, inside.topLeft())

    def _runs(self, index: _Index) -> tuple[Potongan, ...]:
        row = self._model.row(index.row())
        if index.column() in (BEFORE, AFTER):
            return self._model.runs(row, index.column())
        return (Potongan(str(index.data() or "")),)

    def _formats(self, runs: tuple[Potongan, ...], index: _Index) -> list[QTextLayout.FormatRange]:
        look = tokens(self._compare_table)
        found = []
        start = 0
        for run in runs:
            if run.tanda is not Tanda.SAMA:
                found.append(_range(start, _units(run.text), _marked(run.tanda, look)))
            elif len(runs) > 1 and run.text.endswith(": "):
                label = QTextCharFormat()
                label.setForeground(QColor(look.muted))
                found.append(_range(start, _units(run.text), label))
            start += _units(run.text)
        if index.column() == 0:
            found.append(_range(0, start, self._kind(index, look)))
        elif index.column() == 1:
            unit = QTextCharFormat()
            unit.setForeground(QColor(look.muted))
            first = _units(runs[0].text[: runs[0].text.rfind("\n") + 1])
            found.append(_range(first, start - first, unit))
        return found

    def _kind(self, index: _Index, look: Tokens) -> QTextCharFormat:
        tone = _TONES.get(self._model.row(index.row()).perubahan, "muted")
        form = QTextCharFormat()
        form.setForeground(QColor(getattr(look, tone)))
        form.setFont(
            scaled_font(QFont(self._compare_table.font()), bold=tone != "muted"),
            QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
        )
        return form


def _marked(tanda: Tanda, look: Tokens) -> QTextCharFormat:
    form = QTextCharFormat()
    if tanda is Tanda.HAPUS:
        form.setForeground(QColor(look.danger))
        form.setBackground(QColor(look.danger_tint))
        form.setFontStrikeOut(True)
    else:
        form.setForeground(QColor(look.ok))
        form.setBackground(QColor(look.ok_tint))
        form.setFontUnderline(True)
    return form


def _units(text: str) -> int:
    """How long Qt takes `text` to be: in UTF-16, where an emoji counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made
