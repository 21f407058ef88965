"""Finds everything from one box: records, actions, settings, the guide (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.find_shelf import TargetKind
from sopapp.domain.finding import sought_words
from sopapp.paths import DataFolder
from ui.actions.action import Action
from ui.actions.page_buttons import PageButton, page_buttons
from ui.finder.finder_field import FinderField
from ui.finder.finder_memory import FinderMemory
from ui.finder.finder_model import FinderModel, Row, RowKind
from ui.finder.finder_painter import FinderPainter
from ui.finder.finder_search import FinderSearch
from ui.finder.finder_shelves import actions
from ui.finder.going import go_to
from ui.theme import scale_letters, tokens
from ui.widgets.page_head import mute
from ui.widgets.slim_scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from ui.context import UiContext
    from ui.main_window import MainWindow

_WIDEST, _EDGE = 900, 24  # pixels
_LINES = 36
_KEYS = "↑ ↓ pilih   ·   Enter buka   ·   Tab bagian berikut   ·   Esc tutup"
_SIGNS = "> hanya perintah   ·   # nomor surat"


def open_finder(context: UiContext, window: MainWindow) -> FinderDialog:
    """Open the box over `window`, with the buttons of its page in front among what is found."""
    by_name = window.commands.by_name
    offered = {
        name: action
        for name, action in actions().items()
        if name not in by_name or by_name[name].isEnabled()
    }
    finder = FinderDialog(context, window, page_buttons(window), offered)
    finder.show()
    return finder


class FinderDialog(QDialog):
    """A popup: a click beside it, Esc or Ctrl+K closes it, and the keyboard is where it was."""

    topic = "temukan"

    def __init__(
        self,
        context: UiContext,
        window: QWidget,
        buttons: Sequence[PageButton] = (),
        offered: Mapping[str, Action] | None = None,
    ) -> None:
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Temukan")
        self.setAccessibleName("Temukan")
        self._context = context
        self._window = window
        self._buttons = buttons
        self._memory = FinderMemory(DataFolder(context.app.data).window)
        self._opened: TargetKind | None = None
        self.search = FinderSearch(context, self._memory, buttons, offered, self)
        self._build()
        self._place()
        self.search.grown.connect(self._on_grown)
        self.field.textChanged.connect(self._on_text)
        self._show_rows()
        # The box is painted before anything is read.
        QTimer.singleShot(0, self, self.search.begin)

    # -- what is shown ------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        """The row chosen."""
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def accept_current(self) -> None:
        """Go to the row chosen, or show more of its kind."""
        row = self.current
        if row is None:
            return
        if row.target is None:
            at = self.list.currentIndex().row()
            self._opened = row.section
            self._show_rows()
            self._choose(at)
            return
        # Done when the popup has gone, so that what opens gets the keyboard.
        go = partial(go_to, row.target, self._context.navigate, self._buttons, self._memory)
        QTimer.singleShot(0, self._window, go)
        self.close()

    def step(self, by: int) -> None:
        """Choose the next row or the one before; from the last one on to the first."""
        stops = self.model.stops()
        if stops:
            self._choose(stops[(self._place_in(stops) + by) % len(stops)])

    def leaf(self, by: int) -> None:
        """Choose a row as far away as the list is high, and never beyond its ends."""
        stops = self.model.stops()
        if stops:
            high = max(self.list.viewport().height() // self._painter.two_lines - 1, 2)
            at = self._place_in(stops) + by * high
            self._choose(stops[min(max(at, 0), len(stops) - 1)])

    def _place_in(self, stops: list[int]) -> int:
        here = self.list.currentIndex().row()
        return stops.index(here) if here in stops else -1

    def next_section(self, by: int) -> None:
        """Choose the first row of the next section, or of the one before."""
        rows = self.model.rows
        firsts = [n + 1 for n, row in enumerate(rows) if row.kind is RowKind.HEAD]
        if not firsts:
            return
        here = self.list.currentIndex().row()
        own = max((n for n, first in enumerate(firsts) if first <= here), default=0)
        self._choose(firsts[(own + by) % len(firsts)])

    # -- Qt -------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark, and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line around the box."""
        super().paintEvent(event)
        look = tokens(self)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(look.card))
            painter.setPen(QColor(look.path))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # -- the rest ---------------------------------------------------------------------------

    def _build(self) -> None:
        self.field = FinderField(self)
        self.field.stepped.connect(self.step)
        self.field.leafed.connect(self.leaf)
        self.field.jumped.connect(self.next_section)
        self.field.opened.connect(self.accept_current)
        self.field.dismissed.connect(self.close)
        self.model = FinderModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self._painter = FinderPainter(self.list)
        self.list.setItemDelegate(self._painter)
        self.list.setAccessibleName("Hasil")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBar(SlimScrollBar(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_clicked)
        self.nothing = QLabel(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self.foot = QLabel(self)
        scale_letters(self.foot, 0.9)
        self.foot.setContentsMargins(6, 0, 6, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.foot)
        self.setFocusProxy(self.field)
        self.field.setFocus()
        self._draw()

    def _draw(self) -> None:
        if not hasattr(self, "foot"):
            return
        self._painter.set_font(self.font())
        palette = self.list.palette()
        palette.setColor(palette.ColorRole.Base, QColor(tokens(self).card))
        self.list.setPalette(palette)
        mute(self.foot)
        mute(self.nothing)
        self._say()

    def _place(self) -> None:
        """At the top middle of the window, within it."""
        room = self._window.size()
        line = self.fontMetrics().lineSpacing()
        size = QSize(
            min(_WIDEST, room.width() - 2 * _EDGE),
            min(line * _LINES, room.height() - 2 * _EDGE - line * 2),
        )
        self.resize(size.expandedTo(self.minimumSizeHint()))
        left = (room.width() - self.width()) // 2
        self.move(self._window.mapToGlobal(QPoint(left, _EDGE + line)))

    def _show_rows(self) -> None:
        text = self.field.text()
        self.model.show_rows(self.search.rows(text, self._opened), sought_words(text))
        self._say()
        stops = self.model.stops()
        self._stack.setCurrentWidget(self.list if stops else self.nothing)
        if stops:
            self._choose(stops[0])
            self.list.scrollToTop()

    def _say(self) -> None:
        if self.search.busy:
            self.foot.setText("Membaca catatan…")
            self.nothing.setText("Masih membaca catatan…")
            return
        self.foot.setText(f"{_KEYS}   ·   {_SIGNS}" if self._wide else _KEYS)
        self.nothing.setText("Tidak ada yang cocok. Coba kata lain, atau lebih sedikit kata.")

    @property
    def _wide(self) -> bool:
        words = f"{_KEYS}   ·   {_SIGNS}"
        return self.foot.fontMetrics().horizontalAdvance(words) < self.width() - 40

    def _on_text(self, _text: str) -> None:
        self._opened = None
        self._show_rows()

    def _on_grown(self) -> None:
        """More can be found; what the user chose stays chosen."""
        row, stops = self.current, self.model.stops()
        moved = bool(stops) and self.list.currentIndex().row() != stops[0]
        self._show_rows()
        if moved and row is not None and row.target is not None:
            number = self.model.number_of(row.target)
            if number is not None:
                self._choose(number)

    def _choose(self, number: int) -> None:
        if not 0 <= number < self.model.rowCount():
            return
        index = self.model.index(number)
        self.list.setCurrentIndex(index)
        if number and self.model.row(number - 1).kind is RowKind.HEAD:
            self.list.scrollTo(self.model.index(number - 1))
        self.list.scrollTo(index)
        if QAccessible.isActive():
            # The field keeps the keyboard, so Qt itself says nothing of the row.
            event = QAccessibleEvent(self.list, QAccessible.Event.Focus)
            event.setChild(number)
            QAccessible.updateAccessibility(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.model.row(index.row()).can_be_chosen:
            self._choose(index.row())
            self.accept_current()
