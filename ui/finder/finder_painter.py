"""Paints the rows of the finder: icon, title with the hit letters bold, a muted line, keys."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sopapp.domain.find_shelf import TargetKind
from sopapp.domain.finding import marks
from ui.finder.finder_model import ROW_ROLE, FinderModel, Row, RowKind
from ui.icons import paint_icon
from ui.theme import Tokens, scaled_font, tokens

ICONS = {
    TargetKind.PERINTAH: "right",
    TargetKind.HALAMAN: "right",
    TargetKind.BERKAS: "folder",
    TargetKind.SURAT: "letter",
    TargetKind.INFORMASI: "register",
    TargetKind.UNIT_KERJA: "units",
    TargetKind.PEJABAT: "official",
    TargetKind.PERMOHONAN: "document",
    TargetKind.PENGATURAN: "settings",
    TargetKind.PANDUAN: "help",
}
_SIDE = 12  # pixels left and right of a row
_AIR = 5  # above and below
_GAP = 10
_BAR = 3  # pixels of the bar before the row chosen
_SMALL = 0.92
_Index = QModelIndex | QPersistentModelIndex


class FinderPainter(QStyledItemDelegate):
    """Measures once a font."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_font(parent.font())

    def set_font(self, font: QFont) -> None:
        """Measure anew."""
        self._font = font
        self._small = scaled_font(font, _SMALL)
        self._head = scaled_font(font, _SMALL, bold=True)
        self._line = QFontMetricsF(font).height()
        self._small_line = QFontMetricsF(self._small).height()
        self.two_lines = round(self._line + self._small_line + 2 * _AIR + 1)
        self.one_line = round(self._line + 2 * _AIR)
        self.head_line = round(self._small_line + 2 * _AIR + 2)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines for what has something to tell, else one."""
        row: Row = index.data(ROW_ROLE)
        if row.kind is RowKind.HEAD:
            return QSize(80, self.head_line)
        has_more = row.target is not None and row.target.detail
        return QSize(80, self.two_lines if has_more else self.one_line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW_ROLE)
        look = tokens(option.palette)
        painter.save()
        painter.setClipRect(option.rect)
        area = QRectF(option.rect)
        if row.kind is RowKind.HEAD:
            self._paint_head(painter, area, row.text, look)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, QColor(look.accent_tint))
                bar = QRectF(area.left(), area.top(), _BAR, area.height())
                painter.fillRect(bar, QColor(look.accent))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(area, QColor(look.panel))
            model = index.model()
            sought = model.sought if isinstance(model, FinderModel) else ()
            self._paint_row(painter, area, row, sought, look)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, text: str, look: Tokens) -> None:
        painter.setFont(self._head)
        painter.setPen(QColor(look.muted))
        inside = area.adjusted(_SIDE, 2 * _AIR - 2, -_SIDE, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)

    def _paint_row(
        self, painter: QPainter, area: QRectF, row: Row, sought: tuple[str, ...], look: Tokens
    ) -> None:
        side = self._line
        left = area.left() + _SIDE + _BAR
        top = area.top() + _AIR
        text_left = left + side + _GAP
        right = area.right() - _SIDE
        target = row.target
        if target is None:
            self._write(painter, QPointF(text_left, top), row.text, right, self._font, look.accent)
            return
        name = row.icon or ICONS[target.kind]
        paint_icon(painter, name, look.muted, QRectF(left, top + 0.5, side - 1, side - 1))
        if row.keys:
            right = self._paint_keys(painter, area, row.keys, look) - _GAP
        at = QPointF(text_left, top)
        self._write(painter, at, target.title, right, self._font, look.text, sought)
        if target.detail:
            at = QPointF(text_left, top + self._line + 1)
            self._write(
                painter, at, target.detail, right, self._small, look.muted, sought, loose=False
            )

    def _paint_keys(self, painter: QPainter, area: QRectF, keys: str, look: Tokens) -> float:
        """The keys in a frame at the right; where it begins."""
        metrics = QFontMetricsF(self._small)
        width = metrics.horizontalAdvance(keys) + 12
        height = metrics.height() + 2
        box = QRectF(
            area.right() - _SIDE - width, area.center().y() - height / 2 + 0.5, width, height
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.border)))
        painter.setBrush(QColor(look.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(look.muted))
        painter.setFont(self._small)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), keys)
        return box.left()

    def _write(
        self,
        painter: QPainter,
        at: QPointF,
        text: str,
        right: float,
        font: QFont,
        colour: str,
        sought: tuple[str, ...] = (),
        *,
        loose: bool = True,
    ) -> None:
        painter.setPen(QColor(colour))
        room = max(int(right - at.x()), 0)
        _laid(text, font.toString(), room, sought, loose).draw(painter, at)


@lru_cache(maxsize=512)
def _laid(text: str, font: str, room: int, sought: tuple[str, ...], loose: bool) -> QTextLayout:
    """`text` on one line of `room` pixels, cut with an ellipsis, the pieces that were hit bold."""
    plain = QFont()
    plain.fromString(font)
    bold = scaled_font(plain, bold=True)
    text = " ".join(text.split())
    pieces = marks(text, sought, loose=loose) if sought else []
    # Measured as if all were bold, so that marks never push the end out of sight.
    measure = QFontMetricsF(bold if pieces else plain)
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
    whole = len(text) if shown == text else len(shown) - 1
    layout = QTextLayout(shown, plain)
    if pieces:
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        layout.setFormats([_range(shown, start, min(end, whole), strong)
                           for start, end in pieces if start < whole])  # fmt: skip
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room * 2 + 100)
    layout.endLayout()
    return layout


def _range(text: str, start: int, end: int, how: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = _units(text[:start])
    made.length = _units(text[start:end])
    made.format = how
    return made


def _units(text: str) -> int:
    """How long Qt finds a text: rare signs count twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)
