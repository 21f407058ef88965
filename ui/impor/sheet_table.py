"""The table in which a sheet is mended: typed over in place, problem to problem by F8."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLabel,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sopapp.domain.impor import Kolom
from ui.impor.sheet_model import SheetModel
from ui.impor.sheet_paint import CellPainter, RowHead
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.table_paint import PADDING, TableHead

_Index = QModelIndex | QPersistentModelIndex
_LINES = 3
_WIDTHS = {
    Kolom.KODE: 10,
    Kolom.USULAN: 14,
    Kolom.UNIT: 24,
    Kolom.INFORMASI: 38,
    Kolom.BAGIAN: 24,
    Kolom.HURUF: 14,
    Kolom.UNDANG_UNDANG: 30,
    Kolom.DIBUKA: 34,
    Kolom.DITUTUP: 34,
    Kolom.JANGKA: 24,
    Kolom.BENTUK: 18,
}
"""In average characters."""


class SheetTable(QTableView):
    """One cell is current; Enter, F2, a double click or typing opens it."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        slim(self)
        self.setModel(model)
        self.setAccessibleName("Isi lembar")
        self.setItemDelegate(_CellDelegate(_LINES, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        head = TableHead(self)
        self.setHorizontalHeader(head)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 8)
        rows = RowHead(self)
        self.setVerticalHeader(rows)
        rows.setDefaultSectionSize(self.fontMetrics().lineSpacing() * _LINES + 2 * PADDING)
        rows.chosen.connect(self._stand_on_row)
        model.modelReset.connect(self._set_widths)
        self._corner = QLabel("Baris", self)
        self._corner.setContentsMargins(PADDING, 0, 0, 0)
        self._corner.setFont(head.font())
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def go(self, index: QModelIndex) -> None:
        """Stand on a cell and bring it in sight."""
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def go_to_problem(self, step: int) -> bool:
        """Stand on the next (1) or previous (-1) cell to mend; whether there is one."""
        index = self.sheet.next_problem(self.currentIndex(), step)
        if index is None:
            return False
        self.go(index)
        self.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens the cell; copy, paste, clear and undo work on it."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(index.data() or ""))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._type(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._type("")
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.sheet.undo()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Qt: the row's head shows where the keyboard is."""
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()

    def updateGeometries(self) -> None:
        """Qt: the corner says what the numbers are."""
        super().updateGeometries()
        if hasattr(self, "_corner"):
            self._corner.setGeometry(
                self.frameWidth(), self.frameWidth(),
                self.verticalHeader().width(), self.horizontalHeader().height(),
            )  # fmt: skip

    def _type(self, text: str) -> None:
        index = self.currentIndex()
        if index.isValid() and self.sheet.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.sheet.setData(index, text)

    def _stand_on_row(self, row: int) -> None:
        column = max(self.currentIndex().column(), 0)
        self.setFocus()
        self.setCurrentIndex(self.sheet.index(row, column))

    def _set_widths(self) -> None:
        if self.sheet.rows is None:
            return
        letter = self.fontMetrics().averageCharWidth()
        head = self.horizontalHeader().fontMetrics()
        own = []
        for number, kolom in enumerate(self.sheet.rows.columns):
            words = self.sheet.headerData(number, Qt.Orientation.Horizontal)
            title = head.horizontalAdvance(str(words)) + 3 * PADDING
            own.append(max(letter * _WIDTHS[kolom], title))
        factor = max(1.0, self.viewport().width() / sum(own))
        for number, width in enumerate(own):
            self.setColumnWidth(number, int(width * factor))


class _CellDelegate(CellPainter):
    """Opens a cell as a text field of several lines that lies over its neighbours."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Qt: the field."""
        made = _CellEdit(parent)
        model = index.model()
        title = model.headerData(index.column(), Qt.Orientation.Horizontal)
        made.setAccessibleName(str(title))
        return made

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Qt: the words as they are; a check that runs meanwhile does not overwrite typing."""
        if isinstance(editor, _CellEdit) and not editor.filled:
            editor.filled = True
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Qt: the words go to the model."""
        if isinstance(editor, _CellEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """Qt: over the cell, larger when the cell is small, never beyond the table."""
        metrics = editor.fontMetrics()
        room = self._view.viewport().rect()
        place = QRect(option.rect)
        place.setWidth(max(place.width(), metrics.averageCharWidth() * 46))
        place.setHeight(max(place.height(), metrics.lineSpacing() * 6 + 12))
        place.moveRight(min(place.right(), max(room.right(), place.width() - 1)))
        place.moveBottom(min(place.bottom(), max(room.bottom(), place.height() - 1)))
        place.moveLeft(max(place.left(), 0))
        editor.setGeometry(place.intersected(room))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Qt: Enter ends the cell, with Alt or Shift it begins a new line."""
        if isinstance(editor, _CellEdit) and isinstance(event, QKeyEvent):
            ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if ends and event.type() == QEvent.Type.KeyPress:
                self._enter(editor, event.modifiers())
                return True
        return super().eventFilter(editor, event)

    def _enter(self, editor: _CellEdit, held: Qt.KeyboardModifier) -> None:
        if held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
            editor.insertPlainText("\n")
        else:
            self._commit(editor)

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._view.setFocus()


class _CellEdit(QPlainTextEdit):
    """The field of a cell; typing that opened it takes the place of what was there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.filled = False
        self.setTabChangesFocus(True)
        self.setAutoFillBackground(True)
        self.setPlaceholderText("Enter selesai · Alt+Enter baris baru · Esc batal")
        self.moveCursor(QTextCursor.MoveOperation.End)
