"""How tables are painted: text with air around it, quiet lines, a tinted choice."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
)

from sopapp.domain.tanggal import BULAN
from ui.theme import scale_letters, scaled_font, tokens

PADDING = 7  # pixels around the text of a cell
_ROUND = 4  # pixels: the corners of a plate
_BAR = 3  # pixels of the bar before the row that has the keyboard
_Index = QModelIndex | QPersistentModelIndex
_MONTHS = "|".join(rf"{month[:3]}\w*" for month in BULAN)
_DATE = re.compile(rf"(\d) ({_MONTHS}) (\d{{4}})")


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
        ask = index.model().data  # index.data goes the long way, several times a cell
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(look.accent_tint))
            if self._leads(index) and self._table.hasFocus():
                bar = QRect(area.left(), area.top(), _BAR, area.height())
                painter.fillRect(bar, QColor(look.accent))
        painter.setPen(QColor(look.off_path))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(look.muted if ask(index, Qt.ItemDataRole.UserRole) else look.text))
        painter.setFont(option.font)
        align = Qt.AlignmentFlag(ask(index, Qt.ItemDataRole.TextAlignmentRole))
        inside = QRectF(area.adjusted(PADDING, PADDING, -PADDING, -PADDING))
        painter.setClipRect(option.rect)
        self.paint_cell(painter, option, index, inside, align)
        painter.restore()

    def _leads(self, index: _Index) -> bool:
        """Whether this is the first cell to be seen of the row that has the keyboard."""
        head = self._table.horizontalHeader()
        first = head.sectionPosition(index.column()) == 0
        return first and index.row() == self._table.currentIndex().row()

    def paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        inside: QRectF,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Draw what stands in the cell; the ground is painted already."""
        self.write(painter, option, str(index.data() or ""), inside, align, self._lines)

    def write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        text: str,
        area: QRectF,
        align: Qt.AlignmentFlag,
        most: int,
    ) -> None:
        """Draw `text` in at most `most` lines."""
        metrics = QFontMetricsF(option.font)
        top = area.top()
        for shown, width in fitted_lines(text, option.font, area.width(), most):
            left = area.left()
            if align & Qt.AlignmentFlag.AlignRight:
                left = area.right() - min(width, area.width())
            self.mark(painter, shown, QPointF(left, top), metrics)
            painter.drawText(QPointF(left, top + metrics.ascent()), shown)
            top += metrics.lineSpacing()

    def plate(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        text: str,
        area: QRectF,
        tone: str,
        most: int = 1,
    ) -> None:
        """Draw `text` in at most `most` lines on the tint of its tone (a state, a due date)."""
        look = tokens(option.palette)
        font = scaled_font(option.font, 0.95)
        metrics = QFontMetricsF(font)
        lines = fitted_lines(text, font, area.width() - PADDING, most)
        if not lines:
            return
        width = max(metrics.horizontalAdvance(shown) for shown, _natural in lines)
        height = metrics.lineSpacing() * len(lines) + 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(look, f"{tone}_tint")))
        painter.drawRoundedRect(
            QRectF(area.left(), area.top() - 1, width + PADDING, height), _ROUND, _ROUND
        )
        painter.setPen(QColor(getattr(look, tone)))
        painter.setFont(font)
        for number, (shown, _natural) in enumerate(lines):
            base = area.top() + number * metrics.lineSpacing() + metrics.ascent()
            painter.drawText(QPointF(area.left() + PADDING / 2, base), shown)
        painter.restore()

    def mark(self, painter: QPainter, shown: str, at: QPointF, metrics: QFontMetricsF) -> None:
        """Draw what lies under a line of text; `at` is the line's upper left corner."""


def fitted_lines(text: str, font: QFont, width: float, most: int) -> tuple[tuple[str, float], ...]:
    """`text` in at most `most` lines with their widths in pixels, the last cut with an ellipsis."""
    return _fitted(text, font.toString(), width, most)


@lru_cache(maxsize=4096)
def _fitted(text: str, description: str, width: float, most: int) -> tuple[tuple[str, float], ...]:
    font = QFont()
    font.fromString(description)
    text = text.replace("\n", "\u2028")  # a line break inside one paragraph
    layout = QTextLayout(_DATE.sub("\\1\u00a0\\2\u00a0\\3", text), font)  # no date is broken
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter))
    lines: list[tuple[int, int, float]] = []
    layout.beginLayout()
    while len(lines) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        lines.append((line.textStart(), line.textLength(), line.naturalTextWidth()))
    layout.endLayout()
    fitted = []
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these, two bytes each
    for number, (start, length, natural) in enumerate(lines[:most]):
        last = number == most - 1
        part = units[2 * start :] if last else units[2 * start : 2 * (start + length)]
        words = part.decode("utf-16-le", "replace")
        first, broken, _below = words.partition("\u2028")
        cut = last and len(lines) > most
        shown = f"{first.rstrip()} …" if cut and broken else first.rstrip()
        # A lone word may reach into the air beside it, but is not painted across the next cell.
        if cut or natural > width + PADDING:
            shown = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideRight, width)
        fitted.append((shown, natural))
    return tuple(fitted)


class TableHead(QHeaderView):
    """Column titles without buttons around them; the sorted one carries an arrow."""

    def __init__(self, table: QTableView | QTreeView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        scale_letters(self, 0.95, bold=True)
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
        told = model.headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        align = self.defaultAlignment() if told is None else Qt.AlignmentFlag(told)
        inside = rect.adjusted(PADDING, 0, -PADDING, 0)
        shown = self.shown_title(section, title, inside.width())
        painter.drawText(inside, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def shown_title(self, section: int, title: str, room: int) -> str:
        """`title` in `room` pixels; a narrow one is cut, the arrow of the order never."""
        arrow = ""
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            descending = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            arrow = " ↓" if descending else " ↑"
        metrics = self.fontMetrics()
        left = max(room - metrics.horizontalAdvance(arrow), 0)
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, left) + arrow
