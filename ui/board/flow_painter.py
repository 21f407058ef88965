"""Draws the flowchart beneath the cards: lanes, cells, steps, arrows, start and end."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import Step
from ui.board.card_delegate import two_lines
from ui.board.card_words import due_icon, tone, urgent_words
from ui.board.cell_words import Tally
from ui.board.flow import Cell, Flow, route, terminator
from ui.board.grid import Grid
from ui.icons import paint_icon
from ui.theme import Tokens

_RADIUS = 8.0
_BEND = 6.0
_HEAD = 7.0
_LINE = 1.6


class FlowPainter:
    """Knows how each part of the flowchart looks; holds nothing but what one paint needs."""

    def __init__(
        self, painter: QPainter, grid: Grid, flow: Flow, look: Tokens, font: QFont, marker: QFont
    ) -> None:
        self._painter = painter
        self._grid = grid
        self._flow = flow
        self._look = look
        self._font = font
        self._marker = marker
        self._metrics = QFontMetricsF(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def lanes(self) -> None:
        """The four bands."""
        # Not by fillRect: its many forms cost PySide milliseconds at the first call.
        self._painter.setPen(Qt.PenStyle.NoPen)
        for row in range(self._grid.rows):
            tint = self._look.lanes[row % len(self._look.lanes)]
            self._painter.setBrush(QColor(tint))
            self._painter.drawRect(self._grid.band(row))

    def off_path(self, column: int, row: int) -> None:
        """A place where the SOP has no step."""
        box = QRectF(self._grid.cell(column, row))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._look.off_path))
        self._painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self._painter.setBrush(QBrush(QColor(self._look.hatch), Qt.BrushStyle.BDiagPattern))
        self._painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def on_path(self, column: int, row: int, *, wanted: bool) -> None:
        """A process box; `wanted` while a card hovers over it."""
        box = QRectF(self._grid.cell(column, row)).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QPen(QColor(self._look.accent if wanted else self._look.path), 2 if wanted else 1)
        self._painter.setPen(edge)
        self._painter.setBrush(QColor(self._look.accent_tint if wanted else self._look.surface))
        self._painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def steps(self, cell: Cell, found: tuple[tuple[str, Step], ...], line: float) -> None:
        """The numbered steps of a cell: two lines for a lone step with room, else one each."""
        strip = self._grid.strip(*cell)
        y = strip.top() + 5.0
        room = strip.height() >= 2 * self._metrics.height() + 8
        lines = 2 if len(found) == 1 and room else 1
        for number, step in found:
            y += self._step(strip, y, number, step, lines, line)

    def _step(
        self, strip: QRect, y: float, number: str, step: Step, lines: int, line: float
    ) -> float:
        look, painter = self._look, self._painter
        badge = self._badge(QPointF(strip.left() + 6, y), number, step, line)
        left = badge.right() + 6
        width = strip.right() - 6 - left
        painter.setPen(QColor(look.text))
        painter.setFont(self._font)
        if lines == 1:
            shown = self._metrics.elidedText(step.activity, Qt.TextElideMode.ElideRight, width)
            texts: tuple[str, ...] = (shown,)
        else:
            texts = two_lines(step.activity, self._font.toString(), round(width))
        base = y + (line - self._metrics.height()) / 2 + self._metrics.ascent()
        for number_of_line, text in enumerate(texts):
            painter.drawText(QPointF(left, base + number_of_line * self._metrics.height()), text)
        return line + 3

    def _badge(self, place: QPointF, number: str, step: Step, line: float) -> QRectF:
        """The number of a step, dashed when the step is not always on the way."""
        look, painter = self._look, self._painter
        marker = QFontMetricsF(self._marker)
        badge = QRectF(place.x(), place.y(), marker.horizontalAdvance("0.00") + 6, line)
        painter.setPen(
            QPen(QColor(look.accent), 1, Qt.PenStyle.DashLine)
            if step.only_if
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(look.accent_tint))
        painter.drawRoundedRect(badge, line / 2, line / 2)
        painter.setPen(QColor(look.accent))
        painter.setFont(self._marker)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)
        return badge

    def folded(
        self, cell: Cell, found: tuple[tuple[str, Step], ...], held: Tally, line: float
    ) -> None:
        """A cell of a collapsed lane: its steps' numbers, or how many cards and how urgent."""
        box = QRectF(self._grid.cell(*cell))
        y = box.top() + (box.height() - line) / 2
        if not held.cards:
            left = box.left() + 6
            for number, step in found:
                left = self._badge(QPointF(left, y), number, step, line).right() + 4
            return
        colour = getattr(self._look, tone(held.days_left))
        side = self._metrics.height()
        paint_icon(
            self._painter, due_icon(held.days_left), colour, QRectF(box.left() + 8, y, side, side)
        )
        bold = QFontMetricsF(self._marker)
        count = f"{ribuan(held.cards)} berkas"
        urgent = urgent_words(held.days_left)
        room = box.width() - side - 20
        both = f"{count} · {urgent}"
        shown = both if bold.horizontalAdvance(both) <= room else count
        self._painter.setPen(QColor(colour))
        self._painter.setFont(self._marker)
        text = bold.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        middle = QRectF(box.left() + side + 13, box.top(), room, box.height())
        self._painter.drawText(middle, Qt.AlignmentFlag.AlignVCenter, text)

    def arrows(self) -> None:
        """Every leg of the path."""
        for leg in self._flow.legs:
            self._arrow(route(self._grid, leg), sometimes=leg.sometimes)

    def _arrow(self, corners: tuple[QPointF, ...], *, sometimes: bool = False) -> None:
        colour = QColor(self._look.path)
        pen = QPen(colour, _LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if sometimes:
            pen.setDashPattern([3, 2])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(_rounded(corners))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(_head(corners[-2], corners[-1]))

    def terminators(self, taken: set[Cell]) -> None:
        """Start and end, as pills in a free cell beside the path or as dots at its edge."""
        for text, cell, outwards in (
            ("Mulai", self._flow.first, False),
            ("Selesai", self._flow.last, True),
        ):
            place = terminator(self._flow, cell, self._grid.rows, taken)
            if place is None:
                self._dot(cell, outwards)
            else:
                self._pill(text, cell, place, outwards)

    def _pill(self, text: str, cell: Cell, place: Cell, outwards: bool) -> None:
        box, near = self._grid.cell(*cell), self._grid.cell(*place)
        above = place[1] < cell[1]
        height = self._metrics.height() + 8
        width = self._metrics.horizontalAdvance(text) + 28
        pill = QRectF(0, 0, width, height)
        centre = near.center().x() + 0.5
        if above:
            edge, rim = float(box.top()), near.bottom() - 8.0
            pill.moveTo(centre - width / 2, rim - height)
        else:
            edge, rim = float(box.bottom() + 1), near.top() + 8.0
            pill.moveTo(centre - width / 2, rim)
        at_pill, at_cell = QPointF(centre, rim), QPointF(centre, edge)
        self._arrow((at_cell, at_pill) if outwards else (at_pill, at_cell))
        self._painter.setPen(QPen(QColor(self._look.path), _LINE))
        self._painter.setBrush(QColor(self._look.card))
        self._painter.drawRoundedRect(pill, height / 2, height / 2)
        self._painter.setPen(QColor(self._look.text))
        self._painter.setFont(self._marker)
        self._painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _dot(self, cell: Cell, outwards: bool) -> None:
        box = self._grid.cell(*cell)
        reach = self._grid.sizes.gutter * 0.6
        x = box.right() + 1 + reach if outwards else box.left() - reach
        y = box.bottom() - 14.0
        edge = QPointF(box.right() + 1 if outwards else box.left(), y)
        dot = QPointF(x, y)
        self._arrow((edge, dot) if outwards else (dot, edge))
        self._painter.setPen(QPen(QColor(self._look.path), _LINE))
        self._painter.setBrush(QColor(self._look.card if outwards else self._look.path))
        self._painter.drawEllipse(dot, 5, 5)


def _rounded(corners: tuple[QPointF, ...]) -> QPainterPath:
    """A line through the corners with soft bends."""
    path = QPainterPath(corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(_towards(corners[-1], corners[-2]))
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """A point a little way from `corner` to `other`."""
    way = other - corner
    length = math.hypot(way.x(), way.y())
    return corner if length == 0 else corner + way * (min(_BEND, length / 2) / length)


def _head(before: QPointF, tip: QPointF) -> QPolygonF:
    """The triangle at the end of an arrow."""
    angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    corners = [tip]
    for side in (-1, 1):
        turn = angle + side * math.radians(152)
        corners.append(tip + QPointF(math.cos(turn), math.sin(turn)) * _HEAD)
    return QPolygonF(corners)
