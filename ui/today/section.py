"""A heading, the lines below it on one plate, and a way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sopapp.domain.ribuan import ribuan
from ui.theme import scale_letters, tokens
from ui.today.row import Row
from ui.today.row_view import RowView
from ui.widgets.link_button import LinkButton

_RADIUS = 6.0


class _Ground(QWidget):
    """The plate, with a thin line between its rows."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the plate."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(look.border), 1.0))
            painter.setBrush(QColor(look.card))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
            )
            painter.setPen(QPen(QColor(look.panel), 1.0))
            for child in self.findChildren(
                RowView, options=Qt.FindChildOption.FindDirectChildrenOnly
            ):
                if child.isVisible() and child.y() > 1:
                    painter.drawLine(10, child.y(), self.width() - 10, child.y())


class Section(QWidget):
    """Hidden while it has no line; `count` is how many there are, shown or not."""

    more_asked = Signal()

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.title = title
        self.count = 0
        self.heading = QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        scale_letters(self.heading, 1.12, bold=True)
        self._ground = _Ground(self)
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._views: list[RowView] = []
        self._shown = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.heading)
        self._box.addWidget(self._ground)
        self.hide()

    @cached_property
    def more(self) -> LinkButton:
        """Leads to all lines; made when a section first has more than are shown."""
        made = LinkButton()
        made.clicked.connect(self.more_asked)
        self._box.addWidget(made)
        return made

    @property
    def _has_more(self) -> bool:
        return "more" in vars(self)

    @property
    def views(self) -> tuple[RowView, ...]:
        """The lines shown."""
        return tuple(self._views[: self._shown])

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        parts = tuple(part for view in self.views for part in view.parts)
        return (*parts, self.more) if self._has_more and self.more.isVisibleTo(self) else parts

    def show_rows(self, rows: Sequence[Row], count: int, more: str = "") -> list[RowView]:
        """Show these lines of `count`; `more` are the words that lead to all of them.

        Gives the lines that were made for it.
        """
        made = []
        self._column.setEnabled(False)  # else all is laid out anew for each line
        while len(self._views) < len(rows):
            view = RowView(self._ground)
            self._views.append(view)
            self._column.addWidget(view)
            made.append(view)
        for view, row in zip(self._views, rows, strict=False):
            view.show_row(row)
            view.show()
        self._column.setEnabled(True)
        self._column.invalidate()
        for view in self._views[len(rows) :]:
            view.hide()
        pairs = zip(self._views, rows, strict=False)
        widths = [view.act.sizeHint().width() for view, row in pairs if row.act]
        for view in self._views[: len(rows)]:
            view.set_act_room(max(widths, default=0))
        self._shown, self.count = len(rows), count
        self.heading.setText(f"{self.title} ({ribuan(count)})" if count else self.title)
        if more or self._has_more:
            self.more.setText(more)
            self.more.setAccessibleName(f"{more}: {self.title}")
            self.more.setVisible(bool(more))
        self._ground.update()
        # The layout that was off told nobody that the plate grew: its lines would be squeezed.
        self._ground.updateGeometry()
        self.setVisible(bool(rows))
        return made
