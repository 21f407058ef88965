"""The weeks of a month, walked through by keys; what is asked for leaves as signals."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sopapp.domain.kalender import BulanKalender, HariKalender, bulan_lain
from ui.calendar.day_painter import DayPainter
from ui.calendar.month_model import MonthModel, dragged_day
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.table_paint import TableHead

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MonthView(QTableView):
    """Shows a `BulanKalender`; nothing is changed here."""

    chosen = Signal(object)
    """A day of the shown weeks was chosen (date)."""
    day_asked = Signal(object)
    """A key leads to a day, perhaps of another month (date)."""
    today_asked = Signal()
    opened = Signal(object)
    """Enter or a double click on a day (date)."""
    dropped = Signal(object, object)
    """An office day was let go: its date, or NEW, and the day it was let go on."""
    cut_asked = Signal(object)
    paste_asked = Signal(object)
    remove_asked = Signal(object)
    cancel_asked = Signal()
    menu_asked = Signal(object, object)
    """The day and the global point for its menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MonthModel(self)
        self.painter = DayPainter(self)
        self._filling = False
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        slim(self)
        self.setAccessibleName("Kalender")
        self.setAccessibleDescription(
            "Tombol panah memilih hari, Page Up dan Page Down mengganti bulan, T menuju hari ini, "
            "Enter membuka rincian hari."
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shape_headers()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(False)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_month(self, month: BulanKalender, day: date) -> None:
        """Show `month` with `day` chosen."""
        self.rows.set_month(month)
        self.choose(day)

    def choose(self, day: date) -> None:
        """Put the keyboard on a day that is shown; nobody is told."""
        self._filling = True
        self.setCurrentIndex(self.rows.index_of(day))
        self._filling = False

    @property
    def current(self) -> HariKalender | None:
        """The day that has the keyboard."""
        return self.rows.day(self.currentIndex())

    def mark_cut(self, day: date | None) -> None:
        """Show the office day of this date as cut, or none."""
        self.painter.cut = day
        self.viewport().update()

    def keyboardSearch(self, _search: str) -> None:
        """Qt: letters look for nothing here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page Up and Down, Home, End and T walk; the others act on the day."""
        day = self.current
        if day is None:
            super().keyPressEvent(event)
            return
        wanted = self._led_to(event, day.tanggal)
        if wanted is not None:
            self.day_asked.emit(wanted)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.today_asked.emit()
        elif event.key() in _ENTER:
            self.opened.emit(day.tanggal)
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut_asked.emit(day.tanggal)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(day.tanggal)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(day.tanggal)
        elif event.key() == Qt.Key.Key_Escape and self.painter.cut is not None:
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day."""
        day = self.rows.day(self.indexAt(event.position().toPoint()))
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(day.tanggal)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the day under the mouse, or of the current one by the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        day = self.rows.day(index)
        if day is None:
            return
        self.setCurrentIndex(index)
        place = event.globalPos()
        if not by_mouse:
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_asked.emit(day.tanggal, place)

    # -- drag and drop --------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only a day of the office, of the program itself."""
        if dragged_day(event.mimeData()) is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only onto a date that has no day of the office yet."""
        target = self._target(event)
        self._set_over(target)
        if target is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The mark of a place to drop goes away."""
        event.accept()
        self._set_over(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the wish on; the month stays as it is until the service has stored it."""
        target = self._target(event)
        self._set_over(None)
        if target is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(dragged_day(event.mimeData()), target)

    def _target(self, event: QDropEvent) -> date | None:
        what = dragged_day(event.mimeData())
        day = self.rows.day(self.indexAt(event.position().toPoint()))
        if what is None or day is None or day.kantor is not None:
            return None
        return day.tanggal

    def _set_over(self, day: date | None) -> None:
        if self.painter.over != day:
            self.painter.over = day
            self.viewport().update()

    # -- the rest -------------------------------------------------------------------------

    def _led_to(self, event: QKeyEvent, day: date) -> date | None:
        """The day to which a key leads."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        key = Qt.Key(event.key())
        if key in _STEPS:
            return day + timedelta(days=_STEPS[key])
        match key:
            case Qt.Key.Key_PageUp:
                return bulan_lain(day, -1)
            case Qt.Key.Key_PageDown:
                return bulan_lain(day, 1)
            case Qt.Key.Key_Home:
                return day.replace(day=1)
            case Qt.Key.Key_End:
                return bulan_lain(day.replace(day=1), 1) - timedelta(days=1)
        return None

    def _shape_headers(self) -> None:
        head = TableHead(self)
        self.setHorizontalHeader(head)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(1)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(self.fontMetrics().lineSpacing() * 2)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        day = self.rows.day(current)
        if day is not None and not self._filling:
            self.chosen.emit(day.tanggal)
