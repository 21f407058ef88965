"""How the cells and row heads of a sheet are drawn: words, tone and a mark, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from ui.icons import paint_icon
from ui.impor.sheet_model import KIND_ROLE, TONE_ROLE
from ui.impor.sheet_rows import Tampil
from ui.theme import scaled_font, tokens
from ui.widgets.table_paint import PADDING, RowPainter

_Index = QModelIndex | QPersistentModelIndex
_MARKS = {
    Tampil.PERLU: ("warning", "danger"),
    Tampil.SIAP: ("check", "ok"),
    Tampil.TETAP: ("done", "muted"),
    Tampil.ABAIKAN: ("remove", "muted"),
}
"""Icon and tone of a row's state."""


class CellPainter(RowPainter):
    """A cell on the tint of its tone with a mark in its corner; the current one is framed."""

    def __init__(self, lines: int, table: QTableView) -> None:
        super().__init__(lines, table)
        self._view = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, words, mark and frame."""
        look = tokens(option.palette)
        tone = str(index.data(TONE_ROLE) or "")
        area = QRect(option.rect)
        inner = QStyleOptionViewItem(option)
        inner.state &= ~QStyle.StateFlag.State_Selected
        if index.data(KIND_ROLE) is Tampil.ABAIKAN:
            font = inner.font
            font.setStrikeOut(True)
            inner.font = font
        current = index == self._view.currentIndex()
        if tone:
            painter.fillRect(area, QColor(getattr(look, f"{tone}_tint")))
            inner.rect = area.adjusted(0, 0, -_mark_side(self._view), 0)
        elif current or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(look.accent_tint))
        super().paint(painter, inner, index)
        painter.save()
        painter.setPen(QColor(look.off_path if not look.dark else look.border))
        painter.drawLine(area.topRight(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if tone:
            side = _mark_side(self._view)
            corner = QRectF(area.right() - side - 3, area.top() + PADDING, side, side)
            paint_icon(painter, "warning", getattr(look, tone), corner)
        if current:
            painter.setPen(QPen(QColor(look.accent), 2 if self._view.hasFocus() else 1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()


class RowHead(QHeaderView):
    """The sheet's row number with the row's state, in sight however far the cells scroll."""

    chosen = Signal(int)
    """A row head was pressed."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        words = max(self.fontMetrics().horizontalAdvance(each.value) for each in Tampil)
        self._number = self.fontMetrics().horizontalAdvance("20000")
        self.setFixedWidth(words + self._number + _mark_side(self) + 4 * PADDING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: stand on the row."""
        row = self.logicalIndexAt(QPoint(0, int(event.position().y())))
        if row >= 0:
            self.chosen.emit(row)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw number, icon and word."""
        look = tokens(self)
        model = self.model()
        kind = model.headerData(section, Qt.Orientation.Vertical, KIND_ROLE)
        if kind is None:
            return
        name, tone = _MARKS[kind]
        ink = QColor(getattr(look, tone))
        painter.save()
        painter.fillRect(rect, QColor(getattr(look, f"{tone}_tint", look.panel)))
        if self._table.currentIndex().row() == section:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(look.accent))
        painter.setPen(QColor(look.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        line = QRect(rect.left() + PADDING, rect.top() + PADDING,
                     rect.width() - 2 * PADDING, self.fontMetrics().lineSpacing())  # fmt: skip
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(look.muted))
        number = str(model.headerData(section, Qt.Orientation.Vertical) or "")
        place = QRect(line.left(), line.top(), self._number, line.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, number)
        side = _mark_side(self)
        place = QRect(place.right() + PADDING, line.top(), side, line.height())
        top = line.center().y() - side / 2
        paint_icon(painter, name, ink.name(), QRectF(place.left(), top, side, side))
        painter.setPen(ink)
        painter.setFont(scaled_font(self.font(), 0.95))
        place = QRect(place.right() + 5, line.top(), rect.right() - place.right(), line.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | middle, kind.value)
        painter.restore()


def _mark_side(view: QTableView | QHeaderView) -> int:
    return view.fontMetrics().height() - 2
