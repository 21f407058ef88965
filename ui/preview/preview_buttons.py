"""The row below a preview: what was done last, and what can be done with what is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

Act = Callable[[], None]


class PreviewButtons(QWidget):
    """Printing, saving, opening elsewhere, marking as printed, closing."""

    def __init__(
        self, *, print_: Act, save: Act, open_: Act, mark: Act, close: Act, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.print_button = _button("&Cetak…", print_)
        self._keys(QKeySequence.StandardKey.Print, self.print_button)
        self.print_button.setToolTip("Cetak (Ctrl+P)")
        self.print_button.setDefault(True)
        self.save_button = _button("&Simpan PDF…", save)
        self._keys(QKeySequence.StandardKey.Save, self.save_button)
        self.save_button.setToolTip("Simpan sebagai PDF (Ctrl+S)")
        self.open_button = _button("Buka di &penampil sistem", open_)
        self.mark_button = _button("&Tandai sudah dicetak", mark)
        self.mark_button.setToolTip("Bila surat dicetak dari program lain")
        self.mark_button.hide()
        self.close_button = _button("T&utup", close)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.status, 1)
        for button in (self.mark_button, self.open_button, self.save_button, self.print_button,
                       self.close_button):  # fmt: skip
            row.addWidget(button)

    def _keys(self, keys: QKeySequence.StandardKey, button: QPushButton) -> None:
        """Keys beside the underlined letter: a button's own shortcut would take its place."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setWhatsThis(button.text().replace("&", "").rstrip("…"))
        shortcut.activated.connect(button.click)

    def enable(self, *, can_print: bool, can_save: bool, ready: bool, busy: bool) -> None:
        """Offer what can be done; `ready` is the letter shown, `busy` a print under way."""
        self.print_button.setEnabled(can_print)
        self.save_button.setEnabled(can_save)
        self.open_button.setEnabled(ready)
        self.mark_button.setEnabled(ready)
        self.close_button.setEnabled(not busy)

    def count(self, letters: int) -> None:
        """Say how many letters of a list are printed and saved."""
        self.print_button.setText(f"&Cetak {letters} surat…")
        self.save_button.setText(f"&Simpan {letters} PDF…")


def _button(text: str, act: Act) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _on=False: act())
    return button
