"""The way from month to month: back, month, year, forward, today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSpinBox, QToolButton, QWidget

from sopapp.domain.kalender import TAHUN_PERTAMA, TAHUN_TERAKHIR
from sopapp.domain.tanggal import BULAN
from ui.calendar.month_model import dragged_day
from ui.icons import icon
from ui.widgets.tab_order import tab_by_layout

_WAIT = 700  # milliseconds over an arrow until the page turns


class _Arrow(QToolButton):
    """Turns the page also for somebody who waits over it with a dragged day."""

    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda _checked: self.turned.emit())
        self.waiting = QTimer(self, interval=_WAIT)
        self.waiting.timeout.connect(self._turn)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Begin to wait; nothing is dropped here."""
        if dragged_day(event.mimeData()) is None:
            event.ignore()
        else:
            event.accept()
            self.waiting.start()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on waiting."""
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went on."""
        event.accept()
        self.waiting.stop()

    def dropEvent(self, event: QDropEvent) -> None:
        """A day let go here stays where it was."""
        event.ignore()
        self.waiting.stop()

    def _turn(self) -> None:
        if self.isEnabled():
            self.turned.emit()
        else:
            self.waiting.stop()


class MonthBar(QWidget):
    """Says which month is wanted; shows the one it is told."""

    stepped = Signal(int)
    """Months forward (1) or back (-1)."""
    month_asked = Signal(int, int)
    """Year and month."""
    today_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = self._arrow("left", "Bulan sebelumnya", "Page Up", -1)
        self.forward = self._arrow("right", "Bulan berikutnya", "Page Down", 1)
        self.month = QComboBox(self)
        self.month.addItems(BULAN)
        self.month.setMaxVisibleItems(len(BULAN))
        self.month.setAccessibleName("Bulan")
        self.month.setAccessibleDescription("Bulan yang ditampilkan.")
        self.year = QSpinBox(self)
        self.year.setRange(TAHUN_PERTAMA, TAHUN_TERAKHIR)
        self.year.setAccessibleName("Tahun")
        self.year.setAccessibleDescription("Tahun yang ditampilkan.")
        self.year.setKeyboardTracking(False)  # not for each figure of a year that is typed
        self.today = QPushButton("Ke hari &ini", self)
        self.today.setToolTip("Menuju hari ini (T)")
        self.today.clicked.connect(lambda _checked: self.today_asked.emit())
        self.month.activated.connect(lambda _place: self._ask())
        self.year.valueChanged.connect(lambda _year: self._ask())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.back, self.month, self.year, self.forward, self.today):
            row.addWidget(part)
        tab_by_layout(self)
        self._draw()

    def show_month(self, day: date) -> None:
        """Show the month of `day`."""
        self.month.setCurrentIndex(day.month - 1)
        self.year.blockSignals(True)
        self.year.setValue(day.year)
        self.year.blockSignals(False)
        self.back.setEnabled((day.year, day.month) > (TAHUN_PERTAMA, 1))
        self.forward.setEnabled((day.year, day.month) < (TAHUN_TERAKHIR, 12))

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _arrow(self, picture: str, name: str, key: str, months: int) -> _Arrow:
        button = _Arrow(self)
        button.setObjectName(picture)
        button.setAccessibleName(name)
        button.setAccessibleDescription(key)
        button.setToolTip(f"{name} ({key})")
        button.turned.connect(lambda: self.stepped.emit(months))
        return button

    def _draw(self) -> None:
        for button in (self.back, self.forward):
            button.setIcon(icon(button.objectName(), self))

    def _ask(self) -> None:
        self.month_asked.emit(self.year.value(), self.month.currentIndex() + 1)
