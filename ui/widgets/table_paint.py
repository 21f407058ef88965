"""How tables are painted: text with air around it, quiet lines, a tinted choice."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme import scaled_font, tokens

PADDING = 7  # pixels around the text of a cell
_BAR = 3  # pixels of the bar before the row that has the keyboard
_Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Paints a cell's text in at most `lines` lines, the last one cut with an ellipsis.

    A row whose `UserRole` is true is muted.
    """

    def __init__(self, lines: int, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw background, choice, line and text."""
        look = tokens(option.palette)
        area = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(look.accent_tint))
            if index.column() == 0 and self._table.hasFocus():
                bar = QRect(area.left(), area.top(), _BAR, area.height())
                painter.fillRect(bar, QColor(look.accent))
        painter.setPen(QColor(look.off_path))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(look.muted if index.data(Qt.ItemDataRole.UserRole) else look.text))
        painter.setFont(option.font)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        inside = QRectF(area.adjusted(PADDING, PADDING, -PADDING, -PADDING))
        self._write(painter, str(index.data() or ""), inside, align, option)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        text: str,
        area: QRectF,
        align: Qt.AlignmentFlag,
        option: QStyleOptionViewItem,
    ) -> None:
        metrics = QFontMetricsF(option.font)
        painter.setClipRect(option.rect)
        text = text.replace("\n", "\u2028")  # a line break inside one paragraph
        layout = QTextLayout(text, option.font)
        layout.setTextOption(
            QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        )
        lines = []
        layout.beginLayout()
        while len(lines) <= self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            lines.append((line.textStart(), line.textLength(), line.naturalTextWidth()))
        layout.endLayout()
        top = area.top()
        for number, (start, length, width) in enumerate(lines[: self._lines]):
            last = number == self._lines - 1
            words = text[start:] if last else text[start : start + length]
            shown = words.replace("\u2028", " ").rstrip()
            if last and len(lines) > self._lines:
                shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, area.width())
            left = area.left()
            if align & Qt.AlignmentFlag.AlignRight:
                left = area.right() - min(width, area.width())
            painter.drawText(QPointF(left, top + metrics.ascent()), shown)
            top += metrics.lineSpacing()


class TableHead(QHeaderView):
    """Column titles without buttons around them; the sorted one carries an arrow."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(scaled_font(self.font(), 0.95, bold=True))
        self.setFixedHeight(self.fontMetrics().lineSpacing() + 2 * PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the title, the arrow and the line below."""
        look = tokens(self)
        model = self.model()
        painter.save()
        painter.fillRect(rect, QColor(look.panel))
        painter.setPen(QColor(look.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(look.muted))
        painter.setFont(self.font())
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            descending = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            title = f"{title} {'↓' if descending else '↑'}"
        align = Qt.AlignmentFlag(
            model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        )
        inside = rect.adjusted(PADDING, 0, -PADDING, 0)
        shown = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
