"""A calm table: whole rows, no grid, rows of a set number of lines, Enter opens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.widgets.rows_model import RowsModel

_PADDING = 6  # pixels above and below the text of a row


class _Cells(QStyledItemDelegate):
    """Wraps text in the row's lines and fades muted rows."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the row's colours; the focus shows on the whole row by its selection."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        if index.data(Qt.ItemDataRole.UserRole):
            faded = QColor(option.palette.color(QPalette.ColorRole.PlaceholderText))
            option.palette.setColor(QPalette.ColorRole.Text, faded)


class DataTable(QTableView):
    """Shows a `RowsModel`; `opened` and `chosen` carry the row's value (or None)."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        model: RowsModel[Any],
        name: str,
        *,
        lines: int = 1,
        sortable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._keep: object = None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self._shape_headers(lines)
        if sortable:
            self.horizontalHeader().setSortIndicatorClearable(True)
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.doubleClicked.connect(lambda _index: self._open())

    @property
    def current(self) -> Any:  # noqa: ANN401 - the model's own type
        """The value of the chosen row, None when there is none."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def choose(self, key: object) -> bool:
        """Choose the row with this key; whether it is shown."""
        number = self.rows.number_of(key)
        if number is None:
            self.clear_choice()
            return False
        self.setCurrentIndex(self.rows.index(number, 0))
        return True

    def clear_choice(self) -> None:
        """Choose no row."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; copying takes the row's cells, divided by tabs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen row on the clipboard as a sheet takes it."""
        row = self.currentIndex().row()
        if row >= 0:
            cells = (self.rows.index(row, n).data() for n in range(self.rows.columnCount()))
            text = "\t".join(" ".join(str(cell).split()) for cell in cells)
            QGuiApplication.clipboard().setText(text)

    def _shape_headers(self, lines: int) -> None:
        metrics = self.fontMetrics()
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(metrics.lineSpacing() * lines + 2 * _PADDING)
        horizontal = self.horizontalHeader()
        horizontal.setHighlightSections(False)
        horizontal.setStretchLastSection(True)
        horizontal.setMinimumSectionSize(metrics.averageCharWidth() * 4)
        for number, column in enumerate(self.rows.columns):
            self.setColumnWidth(number, metrics.averageCharWidth() * column.width)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _remember(self) -> None:
        current = self.current
        self._keep = None if current is None else self.rows.key_of(current)

    def _restore(self) -> None:
        keep, self._keep = self._keep, None
        number = None if keep is None else self.rows.number_of(keep)
        if number is not None:
            self.setCurrentIndex(self.rows.index(number, 0))
        elif keep is not None:
            self.chosen.emit(None)
