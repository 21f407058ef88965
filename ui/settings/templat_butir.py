"""A list of texts in a template: one field for each, in order, some printed only at times."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from sopapp.documents.templates import Item
from sopapp.domain.templat import Bagian, Isian
from ui.berkas.rich_text_field import RichTextField
from ui.widgets.growing_text import GrowingText
from ui.widgets.menu_button import give_menu
from ui.widgets.toned import TonedLabel

KURUNG = "Isian di antara kurung kurawal diganti saat surat dibuat."
"""What a screen reader says of a text that has no hint."""
_ALWAYS = "Selalu dicetak"


class _Row(QWidget):
    """One text with its condition and what can be done with it."""

    def __init__(self, editor: ButirEditor, bagian: Bagian, conditions: Sequence[Isian]) -> None:
        super().__init__()
        self._editor = editor
        self._when = ""
        self.text: GrowingText = (
            RichTextField(least=1, most=14) if bagian.bertanda else GrowingText(least=1, most=14)
        )
        self.text.textChanged.connect(editor.changed)
        self.up = _button("↑", "Naikkan butir", lambda: editor.shift(self, -1))
        self.down = _button("↓", "Turunkan butir", lambda: editor.shift(self, 1))
        self.gone = _button("×", "Hapus butir", lambda: editor.remove(self))
        self.more = self._make_menu(conditions)
        self.condition = TonedLabel("", "muted", scale=0.92)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.text, 0, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for one in self.buttons:
            buttons.addWidget(one)
        grid.addLayout(buttons, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.condition, 1, 0)
        grid.setColumnStretch(0, 1)
        self.condition.hide()

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """What can be done with it, in order."""
        return tuple(one for one in (self.up, self.down, self.gone, self.more) if one is not None)

    def item(self) -> Item:
        return Item(self.text.text(), self._when)

    def show_item(self, item: Item) -> None:
        self.text.setPlainText(item.text)
        self._show_when(item.when)

    def print_when(self, name: str) -> None:
        """Print it only while the field `name` is filled in; "" is always."""
        self._show_when(name)
        self._editor.changed.emit()

    def _show_when(self, name: str) -> None:
        self._when = name
        self.condition.setText(f"Hanya dicetak apabila {{{name}}} terisi." if name else "")
        self.condition.setVisible(bool(name))
        for action in self.more.menu().actions() if self.more is not None else ():
            action.setChecked(action.data() == name)

    def _make_menu(self, conditions: Sequence[Isian]) -> QToolButton | None:
        """Fields that are empty at times can decide whether the text is printed."""
        if not conditions:
            return None
        button = _button("⋯", "Kapan butir dicetak", None)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(button)
        choices = {_ALWAYS: ""}
        choices |= {f"Hanya apabila {{{one.nama}}} terisi": one.nama for one in conditions}
        for words, name in choices.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(name)
            action.triggered.connect(lambda _on=False, name=name: self.print_when(name))
        give_menu(button, menu)
        return button


class ButirEditor(QWidget):
    """Rows with a button below for one more."""

    changed = Signal()

    def __init__(
        self, bagian: Bagian, fields: Sequence[Isian], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bagian = bagian
        self._conditions = tuple(one for one in fields if one.boleh_kosong)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add_button = QToolButton()
        self.add_button.setText("+ Tambah butir")
        self.add_button.setAutoRaise(True)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add_button.setAccessibleName(f"Tambah butir {bagian.label}")
        self.add_button.clicked.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._column)
        layout.addWidget(self.add_button)

    @property
    def texts(self) -> tuple[GrowingText, ...]:
        """The fields, in order."""
        return tuple(row.text for row in self._rows)

    def items(self) -> tuple[Item, ...]:
        """The texts that say something."""
        return tuple(item for row in self._rows if (item := row.item()).text)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these and no others."""
        while len(self._rows) > len(items):
            self._drop(self._rows[-1])
        while len(self._rows) < len(items):
            self._append()
        for row, item in zip(self._rows, items, strict=True):
            row.show_item(item)
        self._tidy()

    def add(self) -> None:
        """One more text, with the keyboard in it."""
        row = self._append()
        self._tidy()
        self.changed.emit()
        row.text.setFocus()

    def shift(self, row: _Row, step: int) -> None:
        """Change places with a neighbour."""
        here = self._rows.index(row)
        there = here + step
        if not 0 <= there < len(self._rows):
            return
        self._rows[here], self._rows[there] = self._rows[there], self._rows[here]
        self._column.removeWidget(row)
        self._column.insertWidget(there, row)
        self._tidy()
        self.changed.emit()

    def remove(self, row: _Row) -> None:
        """Leave a text out."""
        here = self._rows.index(row)
        self._drop(row)
        self._tidy()
        self.changed.emit()
        if self._rows:
            self._rows[min(here, len(self._rows) - 1)].text.setFocus()
        else:
            self.add_button.setFocus()

    def _append(self) -> _Row:
        row = _Row(self, self._bagian, self._conditions)
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        # Not now: the button that asked for it is still at work.
        QTimer.singleShot(0, row.deleteLater)

    def _tidy(self) -> None:
        """Name the rows by their places and let Tab follow them."""
        last: QWidget = self.add_button  # which keeps the place of the part, then goes last
        for number, row in enumerate(self._rows, start=1):
            row.text.setAccessibleName(f"{self._bagian.label}, butir {number}")
            row.text.setAccessibleDescription(self._bagian.keterangan or KURUNG)
            row.up.setEnabled(number > 1)
            row.down.setEnabled(number < len(self._rows))
            for one in (row.text, *row.buttons):
                QWidget.setTabOrder(last, one)
                last = one
        if last is not self.add_button:
            QWidget.setTabOrder(last, self.add_button)


def _button(text: str, name: str, act: Callable[[], None] | None) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if act is not None:
        button.clicked.connect(act)
    return button
