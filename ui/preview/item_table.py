"""The list of letters in a preview: which are printed, how often, and how far they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.preview.preview_item import PreviewItem
from ui.theme import tokens
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.table_paint import PADDING, TableHead

MOST_COPIES = 99
_TITLE, _PAGES, _COPIES, _STATE = range(4)
_AIR = PADDING - 3  # pixels: the style leaves three itself


class ItemTable(QTableWidget):
    """One row per letter; Space checks it, + and - change its copies.

    `chosen` tells the row that is looked at, `edited` that a check or a number of copies
    has changed.
    """

    chosen = Signal(int)
    edited = Signal()

    def __init__(self, items: Sequence[PreviewItem], parent: QWidget | None = None) -> None:
        super().__init__(len(items), 4, parent)
        slim(self)
        self._items = items
        self.setHorizontalHeader(TableHead(self))
        self.setItemDelegate(_Cell(self))
        self.setHorizontalHeaderLabels(["Surat", "Hal.", "Rangkap", "Keadaan"])
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        pages = self.horizontalHeaderItem(_PAGES)
        assert pages is not None
        pages.setTextAlignment(right)
        pages.setToolTip("Jumlah halaman, dengan lampirannya")
        self.setAccessibleName("Daftar surat")
        self.setAccessibleDescription(
            "Spasi: ikut dicetak atau tidak. Tombol + dan −: jumlah rangkap."
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        with QSignalBlocker(self):
            for row in range(len(items)):
                self._fill(row)
        self._shape()
        self.itemChanged.connect(self._item_changed)
        self.currentCellChanged.connect(self._row_changed)

    # -- what is chosen -------------------------------------------------------------------

    def checked(self) -> list[int]:
        """The letters that are to be printed, in their order."""
        return [row for row in range(self.rowCount()) if self.is_checked(row)]

    def is_checked(self, row: int) -> bool:
        """Whether a letter is to be printed."""
        return self._cell(row, _TITLE).checkState() is Qt.CheckState.Checked

    def check(self, rows: Sequence[int] | None = None, *, on: bool) -> None:
        """Check some rows or all, or take the checks away."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        with QSignalBlocker(self):
            for row in range(self.rowCount()) if rows is None else rows:
                self._cell(row, _TITLE).setCheckState(state)
        self.edited.emit()

    def copies(self, row: int) -> int:
        """How many are wanted of a letter."""
        return self.copies_box(row).value()

    def copies_box(self, row: int) -> QSpinBox:
        """The input of a letter's copies."""
        box = self.cellWidget(row, _COPIES)
        assert isinstance(box, QSpinBox)
        return box

    # -- what is told ---------------------------------------------------------------------

    def tell(self, row: int, state: str, pages: str = "", tone: str = "muted") -> None:
        """Say how far a letter is, and how many pages it has."""
        with QSignalBlocker(self):
            cell = self._cell(row, _STATE)
            cell.setText(state)
            cell.setData(Qt.ItemDataRole.UserRole, tone)
            if pages:
                self._cell(row, _PAGES).setText(pages)
        self._colour(row)
        self.viewport().update()

    def state_words(self, row: int) -> str:
        """The words on how far a letter is."""
        return self._cell(row, _STATE).text()

    # -- parts ----------------------------------------------------------------------------

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None  # every row is filled at once
        return cell

    def _fill(self, row: int) -> None:
        item = self._items[row]
        words = item.label or item.title
        title = QTableWidgetItem(words)
        title.setToolTip(item.title)
        title.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )  # fmt: skip
        title.setCheckState(Qt.CheckState.Checked)
        self.setItem(row, _TITLE, title)
        for column, text in ((_PAGES, "…"), (_COPIES, ""), (_STATE, "menunggu")):
            cell = QTableWidgetItem(text)
            if column == _PAGES:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(row, column, cell)
        box = _CopiesBox("Rangkap: " + words.replace("\n", ", "), item.copies)
        box.setToolTip(item.copies_note or "Jumlah yang dicetak dari surat ini")
        box.valueChanged.connect(lambda _value: self.edited.emit())
        self.setCellWidget(row, _COPIES, box)
        self._cell(row, _STATE).setData(Qt.ItemDataRole.UserRole, "muted")
        self._colour(row)

    def _shape(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        letters = self.fontMetrics().horizontalAdvance
        header.resizeSection(_PAGES, letters("Hal.") + 4 * PADDING)
        header.resizeSection(_COPIES, letters("Rangkap") + 4 * PADDING)
        header.resizeSection(_STATE, letters("Disiapkan…") + 3 * PADDING)
        height = max(box.sizeHint().height() for box in self.findChildren(QSpinBox)) + 4
        if any("\n" in item.label for item in self._items):
            height = max(height, 2 * self.fontMetrics().lineSpacing() + PADDING)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumWidth(letters("Rangkap") * 7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the row's copies and check from the keyboard, in whatever column."""
        row = self.currentRow()
        key = event.key()
        if row >= 0 and key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.copies_box(row).stepBy(1 if key == Qt.Key.Key_Plus else -1)
        elif row >= 0 and key == Qt.Key.Key_Space:
            self.check([row], on=not self.is_checked(row))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.item(0, _STATE) is not None:
            for row in range(self.rowCount()):
                self._colour(row)

    def _colour(self, row: int) -> None:
        cell = self._cell(row, _STATE)
        tone = cell.data(Qt.ItemDataRole.UserRole) or "muted"
        with QSignalBlocker(self):
            cell.setForeground(QColor(getattr(tokens(self), tone)))

    def _item_changed(self, cell: QTableWidgetItem) -> None:
        if cell.column() == _TITLE:
            self.edited.emit()

    def _row_changed(self, row: int, _column: int, before: int, _before: int) -> None:
        if row >= 0 and row != before:
            self.chosen.emit(row)


class _Cell(QStyledItemDelegate):
    """A cell as the other tables have it: air at the sides, a tinted choice, a quiet line."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: without the frame around one cell, since whole rows are chosen."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt: the ground first, then what is in the cell, moved in from its edges."""
        look, whole = tokens(option.palette), QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, QColor(look.accent_tint))
        painter.setPen(QColor(look.off_path))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        option.rect = whole.adjusted(_AIR, 0, -_AIR, -1)
        super().paint(painter, option, index)


class _CopiesBox(QSpinBox):
    """Copies of one letter; the wheel scrolls the list over it instead of changing it."""

    def __init__(self, name: str, copies: int) -> None:
        super().__init__()
        self.setRange(1, MOST_COPIES)
        self.setValue(copies)
        self.setAccessibleName(name)
        # Reached by the mouse; sixty stops of Tab are none, the row has keys of its own.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: not for me."""
        event.ignore()
