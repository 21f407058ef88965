"""A line of the page of the day: painted words, a link below the title, a button at the right."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import scaled_font, tokens
from ui.today.row import Row
from ui.widgets.link_button import LinkButton

_SIDE = 14  # pixels left and right of the words
_ABOVE = 7
_GAP = 8
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowView(QAbstractButton):
    """Opened by a click, Enter or Space; Up and Down ask for the line before and after it."""

    opened = Signal(object)
    followed = Signal(object)
    """The link was pressed; like the other two with the `Row`."""
    pressed_act = Signal(object)
    stepped = Signal(int, str)
    """How many lines on, and which part of them is to have the keyboard: row, link or act."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row: Row | None = None
        self._act_room = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.opened.emit(self.row))

    @cached_property
    def link(self) -> LinkButton:
        """Leads to what is missing; most lines need none, and buttons take long to make."""
        made = LinkButton()
        made.setParent(self)
        made.installEventFilter(self)
        made.clicked.connect(lambda: self.followed.emit(self.row))
        return made

    @cached_property
    def act(self) -> QPushButton:
        """What can be done at once."""
        made = QPushButton(self)
        made.setAutoDefault(False)
        made.installEventFilter(self)
        made.clicked.connect(lambda: self.pressed_act.emit(self.row))
        return made

    def show_row(self, row: Row) -> None:
        """Show another line."""
        if row == self.row:
            return
        self.row = row
        self.setAccessibleName(row.spoken)
        self._tell("link", row.link, f"Masih kurang: {row.link} {row.title}")
        self._tell("act", row.act, f"{row.act} {row.title}")
        self.updateGeometry()
        if not self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            self._place()  # else its coming size does that, as of each line that is new
        self.update()

    def set_act_room(self, width: int) -> None:
        """Make the button `width` wide, as wide as the others of its section."""
        if width != self._act_room:
            self._act_room = width
            self._place()
            self.update()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        row = self.row
        found: list[QWidget] = [self]
        if row is not None and row.link:
            found.append(self.link)
        if row is not None and row.act:
            found.append(self.act)
        return tuple(found)

    def part_of(self, widget: QWidget | None) -> str:
        """What `take_focus` calls a widget of this line; empty when it is none of its parts."""
        if widget is None or widget not in self.parts:
            return ""
        if widget is self:
            return "row"
        return "link" if isinstance(widget, LinkButton) else "act"

    def take_focus(self, part: str = "row") -> None:
        """Give the keyboard to a part, or to the line when it has no such part."""
        found = {self.part_of(each): each for each in self.parts}
        found.get(part, self).setFocus(Qt.FocusReason.TabFocusReason)

    # -- Qt -----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Qt: two lines of words, or one and a button."""
        line = self.fontMetrics().height()
        row = self.row
        two = row is None or bool(row.detail or row.link or row.since)
        words = 2 * line + 2 if two else line
        high = max(words, self.act.sizeHint().height() if row and row.act else 0)
        return QSize(line * 20, high + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        """Qt: words are cut with an ellipsis where the room ends."""
        return QSize(self.fontMetrics().height() * 12, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens; the arrows go up and down."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key], "row")
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the arrows go from button to button, Enter presses as on the line itself."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QAbstractButton)
        ):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.stepped.emit(_STEPS[key], self.part_of(watched))
                return True
            if key in _ENTER and not event.isAutoRepeat():
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: put the button and the link where they belong."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font makes another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._place()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: what is cut off is told in a hint."""
        row = self.row
        room = self._words_right() - self._left()
        cut = row is not None and any(
            self.fontMetrics().horizontalAdvance(text) > room * 0.92
            for text in (row.title, row.detail)
        )
        self.setToolTip("\n".join(filter(None, (row.title, row.detail))) if row and cut else "")
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the ground, the picture and the words."""
        row = self.row
        if row is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look = tokens(self)
            if self.isDown() or self.underMouse():
                painter.fillRect(self.rect().adjusted(2, 1, -2, -1), QColor(look.accent_tint))
            self._paint_words(painter, row)
            if self.hasFocus():
                painter.setPen(QPen(QColor(look.accent), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)

    # -- parts --------------------------------------------------------------------------

    def _tell(self, part: str, words: str, spoken: str) -> None:
        """Give a button its words, or hide it; one that was never needed is not made."""
        if words or part in vars(self):
            button: QPushButton = getattr(self, part)
            button.setText(words.replace("&", "&&"))
            button.setAccessibleName(spoken)
            button.setVisible(bool(words))

    def _paint_words(self, painter: QPainter, row: Row) -> None:
        look, metrics = tokens(self), self.fontMetrics()
        line, left, right = metrics.height(), self._left(), self._words_right()
        top = self._top()
        if row.icon:
            square = QRectF(left - line - _GAP, top, line, line)
            paint_icon(painter, row.icon, getattr(look, row.tone), square)
        painter.setFont(scaled_font(self.font(), bold=not row.inner))
        painter.setPen(QColor(look.text))
        self._line(painter, row.title, left, right, top)
        painter.setFont(self.font())
        painter.setPen(QColor(look.muted))
        below = top + line + 2
        end = self.link.x() - _GAP if row.link and row.detail else right
        self._line(painter, row.detail, left, end, below)
        edge = self._state_right()
        self._line(painter, row.since, left, edge, below, at_right=True)
        painter.setPen(QColor(getattr(look, row.tone)))
        painter.setFont(self._state_font())
        self._line(painter, row.state, left, edge, top, at_right=True)

    def _line(
        self, painter: QPainter, text: str, left: int, right: int, top: int,
        *, at_right: bool = False,
    ) -> None:  # fmt: skip
        room = right - left
        if not text or room <= 0:
            return
        flag = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        box = QRectF(left, top, room, painter.fontMetrics().height())
        painter.drawText(box, flag | Qt.AlignmentFlag.AlignVCenter, shown)

    def _place(self) -> None:
        row = self.row
        if row is None:
            return
        if row.act:
            high, wide = self.act.sizeHint().height(), self._act_width()
            self.act.setGeometry(
                self.width() - _SIDE - wide, (self.height() - high) // 2, wide, high
            )
        if row.link:
            self._place_link(row)

    def _place_link(self, row: Row) -> None:
        metrics, left, right = self.fontMetrics(), self._left(), self._words_right()
        size = self.link.sizeHint()
        words = metrics.horizontalAdvance(row.detail) + 2 + _GAP if row.detail else 0
        # The words in front of it give way first, but never wholly: they stand on the board too.
        start = left + min(words, max((right - left) // 3, right - left - size.width()))
        below = self._top() + metrics.height()
        self.link.setGeometry(start, below, min(size.width(), right - start), size.height())

    def _top(self) -> int:
        row = self.row
        line = self.fontMetrics().height()
        two = row is not None and bool(row.detail or row.link or row.since)
        words = 2 * line + 2 if two else line
        return (self.height() - words) // 2

    def _left(self) -> int:
        """Where the words begin; a line inside another stands further in."""
        line = self.fontMetrics().height()
        return _SIDE + line + _GAP + (line if self.row is not None and self.row.inner else 0)

    def _state_right(self) -> int:
        with_button = self.row is not None and bool(self.row.act)
        return self.width() - _SIDE - (self._act_width() + 2 * _GAP if with_button else 0)

    def _words_right(self) -> int:
        row = self.row
        if row is None or not (row.state or row.since):
            return self._state_right()
        state = QFontMetrics(self._state_font()).horizontalAdvance(row.state)
        since = self.fontMetrics().horizontalAdvance(row.since)
        return self._state_right() - max(state, since) - 2 * _GAP

    def _state_font(self) -> QFont:
        urgent = self.row is not None and self.row.tone in ("danger", "warn")
        return scaled_font(self.font(), bold=urgent)

    def _act_width(self) -> int:
        return max(self._act_room, self.act.sizeHint().width())
