"""The table of the register: several rows at once, columns that can be moved and hidden."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from sopapp.domain.dik import EntriDik
from sopapp.domain.progress import Cancelled, Progress, counted, share
from ui.icons import icon
from ui.register.clipboard_table import clipboard_cell, clipboard_rows
from ui.register.columns import HIDDEN_AT_FIRST, INFORMASI, NUMBER
from ui.register.hit_book import HitBook
from ui.register.register_model import RegisterModel
from ui.register.register_painter import LINES, RegisterPainter
from ui.widgets.column_memory import ColumnMemory
from ui.widgets.data_table import DataTable
from ui.widgets.table_paint import PADDING


class RegisterTable(DataTable[EntriDik]):
    """Shows a `RegisterModel`; columns come back as they were left."""

    rows: RegisterModel

    def __init__(
        self, model: RegisterModel, book: HitBook, memory: ColumnMemory, parent: QWidget
    ) -> None:
        super().__init__(model, "Daftar informasi", lines=LINES, parent=parent)
        self._memory = memory
        self._cell_column = INFORMASI
        self.painter = RegisterPainter(book, self)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setFirstSectionMovable(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_head_menu)
        head.setToolTip("Klik untuk mengurutkan, seret untuk memindahkan, klik kanan untuk memilih")
        self.columns_as_first()
        memory.restore(self)
        for changed in (head.sectionMoved, head.sectionResized):
            changed.connect(self.painter.forget)
        self._digits = 0
        model.modelReset.connect(self.painter.forget)
        model.modelReset.connect(self._on_reset)

    # -- columns ----------------------------------------------------------------------------

    def fill_column_menu(self, menu: QMenu) -> None:
        """Put a check mark for each column into `menu`."""
        menu.clear()
        head = self.horizontalHeader()
        for place in range(head.count()):
            column = head.logicalIndex(place)
            action = menu.addAction(self.rows.columns[column].title)
            action.setCheckable(True)
            action.setChecked(self.is_wanted(column))
            action.setEnabled(column != INFORMASI)
            action.toggled.connect(partial(self.show_column, column))
        menu.addSeparator()
        self._fill_sort_menu(menu.addMenu("&Urutkan menurut"))
        menu.addAction("&Kembalikan kolom bawaan").triggered.connect(self.reset_columns)

    def _fill_sort_menu(self, menu: QMenu) -> None:
        """Every column shown, for hands that stay on the keyboard; once more turns the order."""
        head = self.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        for column in self.shown_columns():
            sorted_by = head.sortIndicatorSection() == column
            order = down if sorted_by and head.sortIndicatorOrder() is up else up
            action = menu.addAction(self.rows.columns[column].title)
            action.setCheckable(True)
            action.setChecked(sorted_by)
            action.triggered.connect(partial(self._sort_by, column, order))

    def _sort_by(self, column: int, order: Qt.SortOrder, _checked: bool = False) -> None:
        self.sortByColumn(column, order)

    def show_column(self, column: int, shown: bool) -> None:
        """Show or hide a column."""
        head = self.horizontalHeader()
        order = [head.logicalIndex(place) for place in range(head.count())]
        self.arrange((each, shown if each == column else self.is_wanted(each)) for each in order)
        self.painter.forget()
        self.remember()

    def reset_columns(self) -> None:
        """Choice, order and widths as on the first day."""
        self.columns_as_first()
        self.remember()

    def columns_as_first(self) -> None:
        """Show the usual columns in the usual order and share the width."""
        self.arrange(
            (column, each.title not in HIDDEN_AT_FIRST)
            for column, each in enumerate(self.rows.columns)
        )
        self.fit()

    def remember(self) -> None:
        """Keep the columns for the next start."""
        self._memory.keep(self)

    def reach(self) -> None:
        """Take the keyboard, on the first row when none is chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.chosen_rows() and self.rows.rowCount():
            row = max(self.currentIndex().row(), 0)
            self.setCurrentIndex(self.rows.index(row, INFORMASI))
            self.selectRow(row)

    def _own_width(self, number: int) -> int:
        """As for every table; the numbers of the list are never cut."""
        own = super()._own_width(number)
        if number != NUMBER:
            return own
        digits = self.fontMetrics().horizontalAdvance("0" * len(str(self.rows.total)))
        return max(own, digits + 2 * PADDING + 1)

    def _on_reset(self) -> None:
        if self.fits and len(str(self.rows.total)) != self._digits:
            self._digits = len(str(self.rows.total))
            self.fit()

    # -- copying ----------------------------------------------------------------------------

    def shown_titles(self) -> tuple[str, ...]:
        """The heads to be seen, from left to right."""
        return tuple(self.rows.columns[column].title for column in self.shown_columns())

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, in the columns that are shown."""
        rows = self.chosen_rows()
        if not rows:
            return
        columns = self.shown_columns()
        heads = [self.rows.columns[column].title for column in columns]

        def read(progress: Progress) -> QMimeData:
            cells = [self.texts(row, columns) for row in counted(rows, share(progress, 0, 2))]
            return clipboard_rows(heads, cells, share(progress, 1, 2))

        with suppress(Cancelled):  # what was copied before is still there
            QGuiApplication.clipboard().setMimeData(self.rows.through("Menyalin baris", read))

    def copy_cell(self) -> None:
        """Put the cell that the menu was opened on, or the one in the first column, there."""
        index = self.currentIndex()
        if index.isValid():
            text = str(self.rows.index(index.row(), self._cell_column).data() or "")
            QGuiApplication.clipboard().setMimeData(clipboard_cell(text))

    def texts(self, row: int, columns: tuple[int, ...]) -> tuple[str, ...]:
        """What stands in a row."""
        return self.rows.texts(row, columns)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        index = self.currentIndex()
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if not index.isValid():
                return
            self._cell_column = index.column() if index.column() != NUMBER else INFORMASI
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        else:
            under = self.indexAt(event.pos())
            if not under.isValid():
                return
            self._cell_column = under.column()
        menu = self.row_menu()
        menu.popup(at)

    def row_menu(self) -> QMenu:
        """The menu of the chosen rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = len(self.chosen_rows())
        words = f"&Salin {count} baris" if count > 1 else "&Salin baris"
        copy = menu.addAction(icon("copy", self), words)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self.copy)
        title = self.rows.columns[self._cell_column].title.replace("&", "&&")
        menu.addAction(f"Salin s&el ({title})").triggered.connect(self.copy_cell)
        menu.addSeparator()
        menu.addAction("Pilih se&mua").triggered.connect(self.selectAll)
        return menu

    def sizeHint(self) -> QSize:
        """As small as the page needs."""
        return QSize(400, 200)

    def _on_head_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_column_menu(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(at))
