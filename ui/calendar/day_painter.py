"""Paints the days of a month: number, name of a day off, due dates as small plates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sopapp.domain.days_off import DayKind
from sopapp.domain.kalender import BulanKalender, HariKalender
from sopapp.domain.tanggal import BULAN
from sopapp.domain.tenggat_berjalan import JenisTenggat
from ui.board.card_words import due_icon, tone
from ui.calendar.day_words import cell_name, due_words, office_words
from ui.icons import paint_icon
from ui.theme import Tokens, scaled_font, tokens
from ui.widgets.table_paint import fitted_lines

if TYPE_CHECKING:
    from ui.calendar.month_view import MonthView

_Index = QModelIndex | QPersistentModelIndex
_EDGE = 5  # pixels between the cell's edge and what stands in it
_GAP = 2  # pixels between two plates
_NAME_LINES = 3
_RADIUS = 3.0
_FEW = 18  # average characters of a line too short for more than the beginning


class Chip(NamedTuple):
    """A line on a plate: words, icon, ink and ground as tokens; "" for no ground or outline."""

    text: str
    icon: str
    ink: str
    ground: str
    outline: str = ""


class DayPainter(QStyledItemDelegate):
    """Paints the `BulanKalender` of the view's model; `over` and `cut` are set by the view."""

    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self._view = view
        self.over: date | None = None
        """The day over which something is dragged."""
        self.cut: date | None = None
        """The office day that was cut."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt: draw one day."""
        model = self._view.rows
        day, month = model.day(index), model.month
        if day is None or month is None:
            return
        look = tokens(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        self._ground(painter, option, day, look, month)
        small = scaled_font(option.font, 0.92)
        area = QRectF(option.rect).adjusted(_EDGE, 3, -_EDGE - 1, -3)
        top = self._number(painter, option.font, area, day, look, month)
        self._content(painter, small, area, top, day, look)
        self._frame(painter, option, day, look)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        day: HariKalender,
        look: Tokens,
        month: BulanKalender,
    ) -> None:
        ground = look.card
        if day.libur:
            ground = look.off_path
        elif not month.holds(day.tanggal):
            ground = look.surface
        painter.fillRect(option.rect, QColor(ground))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(look.accent_tint))
        painter.setPen(QColor(look.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())

    def _number(
        self,
        painter: QPainter,
        base: QFont,
        area: QRectF,
        day: HariKalender,
        look: Tokens,
        month: BulanKalender,
    ) -> float:
        """Draw the day's number; the y where its content begins."""
        own = month.holds(day.tanggal)
        font = scaled_font(base, 1.08, bold=own)
        metrics = QFontMetricsF(font)
        text = str(day.tanggal.day)
        if not own and (day.tanggal.day == 1 or day == month.hari[0]):
            text += f" {BULAN[day.tanggal.month - 1][:3]}"
        height = metrics.height() + 2
        ink = look.text if own else look.muted
        if own and day.arti.kind in (DayKind.HOLIDAY, DayKind.CUTI_BERSAMA, DayKind.OFFICE_OFF):
            ink = look.danger
        elif day.libur:
            ink = look.muted
        painter.setFont(font)
        box = QRectF(area.left(), area.top(), metrics.horizontalAdvance(text), height)
        if day.tanggal == month.hari_ini:
            ink = look.on_accent
            box.setWidth(max(box.width() + 12, height))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent))
            painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if day.tanggal == month.hari_ini:
            self._today_word(painter, base, area, box, look)
        return area.top() + height + _GAP

    def _today_word(
        self, painter: QPainter, base: QFont, area: QRectF, box: QRectF, look: Tokens
    ) -> None:
        font = scaled_font(base, 0.92, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(look.accent))
        rest = QRectF(box.right() + 6, box.top(), area.right() - box.right() - 6, box.height())
        if QFontMetricsF(font).horizontalAdvance("Hari ini") <= rest.width():
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, "Hari ini")

    def _content(
        self,
        painter: QPainter,
        font: QFont,
        area: QRectF,
        top: float,
        day: HariKalender,
        look: Tokens,
    ) -> None:
        """The name of a day off, then as many plates as there is room for."""
        metrics = QFontMetricsF(font)
        count = (day.kantor is not None) + len(day.tenggat) + len(day.mulai)
        room = max(int((area.bottom() - top + _GAP) // (metrics.height() + 2 + _GAP)), 0)
        painter.setFont(font)
        name = cell_name(day)
        if name and room:
            spare = room - min(count, 2)
            most = max(min(spare, _NAME_LINES), 1)
            off = day.arti.kind in (DayKind.HOLIDAY, DayKind.CUTI_BERSAMA)
            ink = look.danger if off else look.text
            painter.setPen(QColor(ink))
            short = name.replace(" (perkiraan)", "")
            if short != name and most == 1:
                name = f"± {short}"
            for line, _width in fitted_lines(name, font, area.width(), most):
                shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(QPointF(area.left(), top + metrics.ascent()), shown)
                top += metrics.height() + _GAP
                room -= 1
        hidden = count > room > 0
        plates = room - 1 if hidden else room
        lines = 2 if room >= 2 * count else 1
        for chip in islice(self._chips(day), plates):
            top += paint_chip(painter, QPointF(area.left(), top), area.width(), chip, look, lines)
            top += _GAP
        if hidden:
            painter.setPen(QColor(look.muted))
            rest = QRectF(area.left() + 2, top, area.width(), metrics.height() + 2)
            words = f"+{count - plates} lagi"
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def _chips(self, day: HariKalender) -> Iterator[Chip]:
        if day.kantor is not None:
            cut = day.tanggal == self.cut
            outline = "muted" if cut else "accent"
            ink = "muted" if cut else "accent"
            yield Chip(office_words(day), "office", ink, "" if cut else "accent_tint", outline)
        for due in day.tenggat:
            ink = tone(due.sisa)
            letter = due.tenggat.jenis is JenisTenggat.PERMOHONAN
            icon = "letter" if letter and due.sisa >= 0 else due_icon(due.sisa)
            yield Chip(due_words(due), icon, ink, f"{ink}_tint")
        for begun in day.mulai:
            yield Chip(f"Mulai: {begun.judul}", "advance", "muted", "")

    def _frame(
        self, painter: QPainter, option: QStyleOptionViewItem, day: HariKalender, look: Tokens
    ) -> None:
        """The mark of the chosen day, and of the one where something would be dropped."""
        dropping = self.over is not None and self.over == day.tanggal
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if not dropping and not selected:
            return
        width = 2.0 if dropping or self._view.hasFocus() else 1.0
        pen = QPen(QColor(look.accent), width)
        if dropping:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -2, -2))


def paint_chip(
    painter: QPainter, at: QPointF, width: float, chip: Chip, look: Tokens, lines: int = 1
) -> float:
    """Draw a plate with its icon and words, in at most `lines` lines; its height.

    On one line the words are cut in their middle, for titles often differ at their end; where
    little of them is seen, at their end.
    """
    metrics = QFontMetricsF(painter.font())
    side = min(metrics.height() - 2, 14.0)
    room = width - side - 10
    end, middle = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
    where = middle if room > metrics.averageCharWidth() * _FEW else end
    texts = [metrics.elidedText(chip.text, where, room)]
    if lines > 1:  # a word may be wider than the line
        fitted = fitted_lines(chip.text, painter.font(), room, lines)
        texts = [metrics.elidedText(text, end, room) for text, _ in fitted]
    box = QRectF(at.x(), at.y(), width, metrics.height() * len(texts) + 2)
    if chip.ground or chip.outline:
        pen = QPen(QColor(getattr(look, chip.outline)), 1.0) if chip.outline else Qt.PenStyle.NoPen
        painter.setPen(pen)
        ground = QColor(getattr(look, chip.ground)) if chip.ground else Qt.BrushStyle.NoBrush
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    ink = getattr(look, chip.ink)
    icon = QRectF(box.left() + 3, box.top() + (metrics.height() + 2 - side) / 2, side, side)
    paint_icon(painter, chip.icon, ink, icon)
    painter.setPen(QColor(ink))
    for number, text in enumerate(texts):
        base = box.top() + 1 + metrics.ascent() + number * metrics.height()
        painter.drawText(QPointF(box.left() + side + 7, base), text)
    return box.height()
