"""Who took part in a test: a table to type in, paste into and fill from what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.uji import Peserta
from ui.berkas.uji_peserta_lines import read_peserta_lines
from ui.context import UiContext
from ui.widgets.field_group import FieldGroup
from ui.widgets.icon_button import button
from ui.widgets.menu_button import give_menu
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.table_paint import TableHead
from ui.widgets.toned import row

_HEADS = ("Nama", "Jabatan")
_PASTE = (
    "Satu orang per baris: nama dan jabatan, dipisahkan tab (salinan dari Excel), titik koma, "
    "atau koma."
)


class _Table(QTableWidget):
    """Enter and typing edit a cell, Delete removes the row, Ctrl+V adds what was copied."""

    pasted = Signal(str)
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(_HEADS))
        slim(self)
        head = TableHead(self)
        self.setHorizontalHeader(head)
        for number, title in enumerate(_HEADS):
            item = QTableWidgetItem(title)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(number, item)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.8))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: keys that act on whole rows."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # What ended the typing of a cell comes here too; it must not save the dialog.
            if self.currentItem() and self.state() is not self.State.EditingState:
                self.editItem(self.currentItem())
            event.accept()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt: Tab goes from the name to the jabatan, and from there out of the table."""
        following = QAbstractItemDelegate.EndEditHint.EditNextItem
        last = self.currentColumn() == len(_HEADS) - 1
        super().closeEditor(
            editor, QAbstractItemDelegate.EndEditHint.NoHint if last and hint == following else hint
        )
        if last and hint == following:
            self.focusNextChild()

    def settle(self) -> None:
        """Take in what is being typed."""
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                self.commitData(editor)


class PesertaEditor(FieldGroup):
    """The table with its buttons. `previous` gives the participants of the test before."""

    changed = Signal()

    def __init__(self, context: UiContext, previous: Callable[[], tuple[Peserta, ...]]) -> None:
        super().__init__()
        self._context = context
        self._previous = previous
        self.table = _Table()
        self.table.setAccessibleName("Daftar peserta")
        self.table.pasted.connect(self.add_lines)
        self.table.removal_asked.connect(self.remove)
        self.table.itemChanged.connect(lambda _item: self.changed.emit())
        self.table.currentCellChanged.connect(lambda *_: self._enable())
        self.add_button = button("Tambah &orang", self.add, "add")
        self.remove_button = button("Hap&us", self.remove, "remove")
        self.paste_button = button("Tempel dari E&xcel…", self.paste, "copy")
        self.official_button = button("Ambil dari pe&jabat", lambda: None, "official")
        menu = QMenu(self.official_button)
        menu.aboutToShow.connect(lambda: self._list_officials(menu))
        give_menu(self.official_button, menu)
        self.same_button = button("Sama seperti uji sebelumn&ya", self.take_previous)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.table, 1)
        box.addLayout(row(self.add_button, self.remove_button, self.paste_button, None))
        box.addLayout(row(self.official_button, self.same_button, None))
        self.lead = self.table
        self._enable()

    def value(self) -> tuple[Peserta, ...]:
        """Who is in the table; empty rows are left out."""
        self.table.settle()
        rows = (
            Peserta(self._text(number, 0), self._text(number, 1))
            for number in range(self.table.rowCount())
        )
        return tuple(one for one in rows if one.nama or one.jabatan)

    def set_value(self, peserta: Iterable[Peserta]) -> None:
        """Show these people."""
        self.table.setRowCount(0)
        for one in peserta:
            self._append(one)
        self.changed.emit()

    def add(self) -> None:
        """Begin a new row with the keyboard in its name."""
        number = self._append(Peserta(""))
        self.table.setCurrentCell(number, 0)
        self.table.setFocus()
        self.table.edit(self.table.currentIndex())

    def remove(self) -> None:
        """Take the present row out."""
        number = self.table.currentRow()
        if number >= 0:
            self.table.removeRow(number)
            self._enable()
            self.changed.emit()

    def paste(self) -> None:
        """Ask for several lines."""
        text = self._context.prompts.ask_text(
            self, "Tempel peserta", _PASTE, multiline=True, yes="&Tambahkan"
        )
        if text:
            self.add_lines(text)

    def add_lines(self, text: str) -> None:
        """Add the people of some lines; those who are there already stay once."""
        self.add_people(read_peserta_lines(text))

    def add_people(self, people: Iterable[Peserta]) -> None:
        """Add people who are not in the table yet."""
        there = {one.nama.casefold() for one in self.value()}
        self._drop_empty()
        for one in people:
            if one.nama.casefold() not in there:
                there.add(one.nama.casefold())
                self._append(one)
        self.changed.emit()

    def take_previous(self) -> None:
        """Show the participants of the test before."""
        self.set_value(self._previous())

    def _append(self, one: Peserta) -> int:
        number = self.table.rowCount()
        self.table.insertRow(number)
        for column, text in enumerate((one.nama, one.jabatan)):
            self.table.setItem(number, column, QTableWidgetItem(text))
        self._enable()
        return number

    def _drop_empty(self) -> None:
        for number in reversed(range(self.table.rowCount())):
            if not self._text(number, 0) and not self._text(number, 1):
                self.table.removeRow(number)

    def _text(self, number: int, column: int) -> str:
        item = self.table.item(number, column)
        return " ".join(item.text().split()) if item else ""

    def _list_officials(self, menu: QMenu) -> None:
        menu.clear()
        today = self._context.app.clock.today()
        for official in self._context.app.pejabat.list():
            if not official.in_office(today):
                continue
            data = official.data
            post = data.status.prefix + data.jabatan
            act = menu.addAction(f"{data.nama} – {post}".replace("&", "&&"))
            one = Peserta(data.nama, post)
            act.triggered.connect(lambda _on=False, one=one: self.add_people((one,)))
        if menu.isEmpty():
            menu.addAction("Belum ada pejabat di Pengaturan").setEnabled(False)

    def _enable(self) -> None:
        self.remove_button.setEnabled(self.table.currentRow() >= 0)
        self.same_button.setEnabled(bool(self._previous()))
