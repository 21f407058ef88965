"""A calm table: whole rows, no grid, rows of a set number of lines, Enter opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.widgets.rows_model import RowsModel, T
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.table_paint import PADDING, RowPainter, TableHead, fitted_lines

SMALLEST = 0.8
"""Share of its own width that a column of words keeps; narrower, the table scrolls sideways."""

_LOOKED_AT = 20
"""Rows whose texts say how narrow a column may be; they are those that are seen first."""


class DataTable(QTableView, Generic[T]):
    """Shows a `RowsModel`; `opened` and `chosen` carry the row's value (or None).

    Until one is dragged, columns that grow share the width that the others leave them, in the
    proportion of their own; where none grows, all do. Where that is too little, texts that may
    fold take more lines, then spare columns step aside, and only then it scrolls sideways.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        model: RowsModel[T],
        name: str,
        *,
        lines: int = 1,
        sortable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        slim(self)
        self.rows = model
        self._keep: object = None
        self._fits = True
        self._fitting = False
        self.lines = lines  # that a row has
        self._aside: set[int] = set()  # columns that are wanted, but for which there is no room
        self._folded: dict[int, int] = {}  # what `_folded_width` found, until texts or font change
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainter(lines, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._shape_headers(sortable)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.modelReset.connect(self._fold_anew)
        model.stopped.connect(self._show_sorting)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.doubleClicked.connect(lambda _index: self._open())

    def _show_sorting(self) -> None:
        """The head shows how the rows are sorted, not how they were to be."""
        head = self.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(*self.rows.sorting)
        head.blockSignals(False)
        head.viewport().update()

    @property
    def current(self) -> T | None:
        """The value of the chosen row, None when there is none."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def chosen_rows(self) -> list[int]:
        """The numbers of the rows chosen, from the top; of a table where several can be."""
        spans = self.selectionModel().selection()  # few, also when all rows are chosen
        return sorted(
            {
                row
                for each in spans  # type: ignore[attr-defined]  # the stub forgets __iter__
                for row in range(each.top(), each.bottom() + 1)
            }
        )

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

    def copy(self) -> None:
        """Put the chosen row on the clipboard as a sheet takes it."""
        row = self.currentIndex().row()
        if row >= 0:
            cells = (self.rows.index(row, n).data() for n in range(self.rows.columnCount()))
            text = "\t".join(" ".join(str(cell).split()) for cell in cells)
            QGuiApplication.clipboard().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; copying takes the row's cells, divided by tabs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        self._fitting = True  # what Qt stretches now was not dragged
        super().resizeEvent(event)
        self._fitting = False
        if self._fits:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: larger letters need higher rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(self._row_height())
            self._folded.clear()
            if self._fits:
                self._fit()

    def _row_height(self) -> int:
        return self.fontMetrics().lineSpacing() * self.lines + 2 * PADDING

    def _shape_headers(self, sortable: bool) -> None:
        head = TableHead(self)
        self.setHorizontalHeader(head)
        metrics = self.fontMetrics()
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(self._row_height())
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(metrics.averageCharWidth() * 4)
        head.setSectionsClickable(sortable)
        head.sectionResized.connect(self._on_resized)
        if sortable:
            head.setSortIndicatorClearable(True)
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        self._fit()

    @property
    def fits(self) -> bool:
        """Whether the columns share the width; no longer once one was dragged."""
        return self._fits

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """Make columns as wide as a user left them, in pixels; the others as wide as they need."""
        self._fits = False
        self._set_aside(set())
        for column in range(self.rows.columnCount()):
            own = self._own_width(column)
            usual = int(own * SMALLEST) if self._grows(column) else own
            self.setColumnWidth(column, widths.get(column, usual))

    def fit(self) -> None:
        """Share the width among the columns again."""
        self._fits = True
        self._fit()

    def arrange(self, columns: Iterable[tuple[int, bool]]) -> None:
        """Put columns in this order, each shown or not; nobody dragged one by that."""
        head = self.horizontalHeader()
        self._fitting = True
        for place, (column, shown) in enumerate(columns):
            head.moveSection(head.visualIndex(column), place)
            head.setSectionHidden(column, not shown)
            self._aside.discard(column)
        self._fitting = False
        if self._fits:
            self._fit()

    def shown_columns(self) -> tuple[int, ...]:
        """The columns to be seen, from left to right, as the model numbers them."""
        head = self.horizontalHeader()
        order = (head.logicalIndex(place) for place in range(head.count()))
        return tuple(column for column in order if not head.isSectionHidden(column))

    def is_wanted(self, column: int) -> bool:
        """Whether the user wants to see this column; a narrow window may have no room for it."""
        return column in self._aside or not self.horizontalHeader().isSectionHidden(column)

    def _fit(self) -> None:
        wanted = [column for column in range(self.rows.columnCount()) if self.is_wanted(column)]
        if not wanted:
            return
        room = self.viewport().width()
        own = self._own_widths(wanted, room)
        self._set_aside(set(wanted) - set(own))
        growing = [column for column in own if self._grows(column)] or list(own)
        shared = sum(own[column] for column in growing)
        factor = max(SMALLEST, (room - sum(own.values()) + shared) / shared)
        widths = own | {column: int(own[column] * factor) for column in growing}
        widths[self.shown_columns()[-1]] += max(room - sum(widths.values()), 0)  # the rounding
        self._fitting = True
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._fitting = False
        if self.viewport().width() < room:  # a scroll bar came meanwhile
            self._fit()

    def _own_widths(self, columns: Iterable[int], room: int) -> dict[int, int]:
        """The own widths of those columns that stand in `room` pixels."""
        own = {column: self._own_width(column) for column in columns}
        if sum(own.values()) > room:
            own = {column: self._folded_width(column, width) for column, width in own.items()}
        least = {
            column: int(width * SMALLEST) if self._grows(column) else width
            for column, width in own.items()
        }
        spare = (column for column in own if self.rows.columns[column].spare)
        for column in tuple(spare):
            if sum(least.values()) > room:
                del own[column], least[column]
        return own

    def _set_aside(self, columns: set[int]) -> None:
        """Show those columns no longer, and those again that were set aside before."""
        self._fitting = True
        for column in columns ^ self._aside:
            self.horizontalHeader().setSectionHidden(column, column in columns)
        self._aside = columns
        self._fitting = False

    def _fold_anew(self) -> None:
        """Other texts may fold otherwise."""
        self._folded.clear()
        if self._fits and any(column.folded for column in self.rows.columns):
            self._fit()

    def _grows(self, column: int) -> bool:
        every = self.rows.columns
        return every[column].grows or not any(each.grows for each in every)

    def _own_width(self, number: int) -> int:
        return self._wide(number, self.rows.columns[number].width)

    def _folded_width(self, number: int, own: int) -> int:
        """The least width in which the lines of a row hold what stands in the first rows."""
        folded = self.rows.columns[number].folded
        if not folded:
            return own
        if number not in self._folded:
            rows = range(min(self.rows.rowCount(), _LOOKED_AT))
            texts = {str(self.rows.index(row, number).data()) for row in rows}
            width = self._wide(number, folded)
            while width < own and not all(self._holds(width, text) for text in texts):
                width += self.fontMetrics().averageCharWidth()
            self._folded[number] = width
        return min(self._folded[number], own)

    def _holds(self, width: int, text: str) -> bool:
        inside = width - 2 * PADDING
        lines = fitted_lines(text, self.font(), inside, self.lines + 1)
        return len(lines) <= self.lines and all(natural <= inside for _line, natural in lines)

    def _wide(self, number: int, letters: int) -> int:
        """Pixels of a column of so many letters, whose title is not cut."""
        title = self.rows.columns[number].title
        head = self.horizontalHeader().fontMetrics().horizontalAdvance(title)
        width = self.fontMetrics().averageCharWidth() * letters
        if not self._grows(number):
            return max(width, head + 4 * PADDING)  # air, and room for the arrow of the order
        return max(width, round(head / SMALLEST) + 3 * PADDING)

    def _on_resized(self, section: int) -> None:
        """A column that was dragged ends the sharing; the last one only follows."""
        if not self._fitting and self.isVisible() and section in self.shown_columns()[:-1]:
            self._fits = False

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
