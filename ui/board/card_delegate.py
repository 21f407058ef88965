"""Paints a card; one delegate serves all cells."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sopapp.domain.board import Card, days_left_text
from ui.board.card_words import (
    dates_lines,
    due_icon,
    missing_line,
    progress_line,
    short_words,
    tone,
    urgent_words,
    without_beginning,
)
from ui.board.cell_model import CARD_ROLE, TODAY_ROLE
from ui.icons import paint_icon
from ui.theme import Tokens, scaled_font, tokens

if TYPE_CHECKING:
    from ui.board.cell_list import CellList, Held

_MARGIN = 3  # around the card, inside its item
_LAST_WORD = 5  # letters of a last word that stays, as a year does
_THIN = 1  # above and below a card of one line
_PADDING = 8
_STRIPE = 4
_RADIUS = 6
_ROWS = 4  # lines below the title: due, dates, and two of progress, missing, returned
_SMALL = 0.92
_BAR = 4
_SHORTEST_BAR = 24


class CardDelegate(QStyledItemDelegate):
    """All cards are equally high, so that a list of thousands needs no measuring.

    How a card is held is asked of its `CellList`: the state that Qt hands over is a name of
    QStyle, of which PySide makes seven hundred at the first use.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.compact = False
        """Whether a card is one line: mark, title, and how its due date stands."""
        self.beginning = ""
        """What most titles begin with, left out of a card of one line."""
        self.set_font(parent.font())

    def set_font(self, font: QFont) -> None:
        """Measure anew for a font."""
        self._title = scaled_font(font, 1.0, bold=True)
        self._small = scaled_font(font, _SMALL)
        self._strong = scaled_font(font, _SMALL, bold=True)
        self._title_metrics = QFontMetricsF(self._title)
        self._metrics = QFontMetricsF(self._small)
        self._strong_metrics = QFontMetricsF(self._strong)
        self._line = self._metrics.height() + 2

    @property
    def card_height(self) -> int:
        """The height of every card with its margin, in logical pixels."""
        if self.compact:
            return round(2 * _THIN + 2 * _MARGIN + self._metrics.height())
        lines = 2 * self._title_metrics.height() + _ROWS * self._line
        return round(2 * _MARGIN + 2 * (_PADDING - 2) + lines)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """The same for every card; the list stretches it to its width."""
        return QSize(80, self.card_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one card."""
        card: Card = index.data(CARD_ROLE)
        look = tokens(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = _THIN if self.compact else _MARGIN
        frame = QRectF(option.rect).adjusted(_MARGIN, edge, -_MARGIN, -edge)
        cells = cast("CellList", option.widget)
        self._frame(painter, frame, cells.held(index, option.rect), card, look)
        if self.compact:
            self._paint_line(painter, frame, card, look)
            painter.restore()
            return
        inner = frame.adjusted(_PADDING + _STRIPE, _PADDING - 2, -_PADDING, -_PADDING + 2)
        y = self._paint_title(painter, inner, card.judul, look)
        self._paint_rows(painter, inner, y, card, index.data(TODAY_ROLE), look)
        painter.restore()

    def _frame(
        self, painter: QPainter, frame: QRectF, held: Held, card: Card, look: Tokens
    ) -> None:
        edge = look.accent if held.selected or held.hovered else look.border
        painter.setPen(QPen(QColor(edge), 2 if held.focused else 1))
        painter.setBrush(QColor(look.accent_tint if held.selected else look.card))
        half = 1.0 if held.focused else 0.5
        painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(look, tone(card.days_left))))
        inset = 3 if self.compact else 7
        stripe = QRectF(frame.left() + 4, frame.top() + inset, _STRIPE - 1, frame.height())
        stripe.setHeight(frame.height() - 2 * inset)
        painter.drawRoundedRect(stripe, 1.5, 1.5)

    def _paint_line(self, painter: QPainter, frame: QRectF, card: Card, look: Tokens) -> None:
        """The whole card in one line; a long title keeps its last word, mostly the year."""
        metrics, text = self._strong_metrics, short_words(card.days_left)
        inner = frame.adjusted(_PADDING + _STRIPE - 1, 0, -_PADDING + 3, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(self._strong)
        painter.setPen(QColor(getattr(look, tone(card.days_left))))
        painter.drawText(inner, flags, text)
        room = inner.adjusted(0, 0, -metrics.horizontalAdvance(text) - 6, 0)
        title = self._fitted(without_beginning(card.judul, self.beginning), room.width())
        painter.setFont(self._small)
        painter.setPen(QColor(look.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)

    def _fitted(self, title: str, room: float) -> str:
        metrics = self._metrics
        if metrics.horizontalAdvance(title) <= room:
            return title
        head, _space, last = title.rpartition(" ")
        tail = f" {last}" if head and len(last) <= _LAST_WORD else ""
        if not tail:
            head = title
        left = room - metrics.horizontalAdvance(tail)
        return metrics.elidedText(head, Qt.TextElideMode.ElideRight, left) + tail

    def _paint_title(self, painter: QPainter, inner: QRectF, text: str, look: Tokens) -> float:
        font, metrics = self._title, self._title_metrics
        if any(metrics.horizontalAdvance(word) > inner.width() for word in text.split()):
            font, metrics = self._strong, self._strong_metrics  # smaller, so that no word breaks
        painter.setPen(QColor(look.text))
        painter.setFont(font)
        y = inner.top()
        for line in two_lines(text, font.toString(), round(inner.width())):
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), line)
            y += self._title_metrics.height()
        return y + 2

    def _paint_rows(
        self, painter: QPainter, inner: QRectF, y: float, card: Card, today: date, look: Tokens
    ) -> None:
        colour = getattr(look, tone(card.days_left))
        beside = ""
        progress, lacking = progress_line(card), missing_line(card)
        if card.sent_back and lacking and progress:
            # Three lines for two places: the count moves up beside the due date.
            done, total, _what = card.progress or (0, 0, "")
            beside, progress = f"{done}/{total}", ""
        words = days_left_text(card.days_left)
        room = inner.width() - self._metrics.height() - 3  # beside the icon of `_row`
        if self._strong_metrics.horizontalAdvance(words) > room:
            words = urgent_words(card.days_left)
        self._row(painter, inner, y, due_icon(card.days_left), colour, words, self._strong)
        if beside:
            self._paint_right(painter, inner, y, beside, look)
        y += self._line
        whole, short = dates_lines(card, today)
        dates = whole if self._metrics.horizontalAdvance(whole) <= room else short
        self._row(painter, inner, y, "calendar", look.muted, dates, self._small)
        y += self._line
        if card.sent_back:
            text = f"Dikembalikan: {card.sent_back}"
            self._row(painter, inner, y, "send-back", look.danger, text, self._small)
            y += self._line
        if progress and card.progress is not None:
            self._paint_progress(painter, inner, y, progress, card.progress, look)
            y += self._line
        if lacking:
            self._row(painter, inner, y, "info", look.muted, lacking, self._small)

    def _row(
        self,
        painter: QPainter,
        inner: QRectF,
        y: float,
        icon: str,
        colour: str,
        text: str,
        font: QFont,
    ) -> None:
        side = self._metrics.height() - 2
        paint_icon(painter, icon, colour, QRectF(inner.left(), y + 1, side, side))
        metrics = self._strong_metrics if font is self._strong else self._metrics
        left = inner.left() + side + 5
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.right() - left)
        painter.setPen(QColor(colour))
        painter.setFont(font)
        painter.drawText(QPointF(left, y + metrics.ascent()), shown)

    def _paint_right(
        self, painter: QPainter, inner: QRectF, y: float, text: str, look: Tokens
    ) -> None:
        painter.setPen(QColor(look.muted))
        painter.setFont(self._small)
        box = QRectF(inner.left(), y, inner.width(), self._metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, text)

    def _paint_progress(
        self,
        painter: QPainter,
        inner: QRectF,
        y: float,
        text: str,
        progress: tuple[int, int, str],
        look: Tokens,
    ) -> None:
        done, total, _what = progress
        full = bool(total) and done >= total
        colour = look.ok if full else look.muted
        self._row(painter, inner, y, "done" if full else "units", colour, text, self._small)
        taken = self._metrics.horizontalAdvance(text) + self._metrics.height() + 11
        if inner.width() - taken < _SHORTEST_BAR:
            return
        middle = y + self._metrics.height() / 2 - _BAR / 2
        bar = QRectF(inner.left() + taken, middle, inner.width() - taken, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.border))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if done and total:
            painter.setBrush(QColor(look.ok if full else look.accent))
            bar.setWidth(bar.width() * min(1.0, done / total))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)


@lru_cache(maxsize=1024)
def two_lines(text: str, font: str, width: int) -> tuple[str, ...]:
    """`text` broken into at most two lines of `width` pixels, the second elided."""
    described = QFont()
    described.fromString(font)
    metrics = QFontMetricsF(described)
    layout = QTextLayout(text, described)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    first, rest = text[:end].rstrip(), text[end:].strip()
    if not rest:
        return (first,)
    if not text[end - 1 : end + 1].count(" "):  # one word wider than the line: not broken in two
        return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    return first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
