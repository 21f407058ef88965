"""Which pages are printed, how often, and on how many sides of the paper."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
)

from ui.preview.item_table import MOST_COPIES
from ui.preview.page_range import page_range
from ui.preview.paper_rows import BESIDE
from ui.preview.printers import PrinterFacts
from ui.widgets.toned import TonedLabel


class PrintAmount(QObject):
    """Rows of the print dialog; `alone` says that one letter is printed, `note` for whom."""

    changed = Signal()

    def __init__(self, pages: int, *, alone: bool, copies: int, note: str, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self.all_pages = QRadioButton("&Semua")
        self.some_pages = QRadioButton("Hala&man")
        self.all_pages.setChecked(True)
        self.range_edit = QLineEdit()
        self.range_edit.setPlaceholderText("1-3, 5")
        self.range_edit.setAccessibleName("Nomor halaman")
        where = "" if alone else ", dihitung terus dari surat pertama"
        self.range_hint = TonedLabel(f"1 sampai {pages}{where}", "muted")
        self.range_edit.setAccessibleDescription(self.range_hint.text())
        self.copies_box = QSpinBox()
        self.copies_box.setRange(1, MOST_COPIES)
        self.copies_box.setValue(copies)
        self.copies_box.setAccessibleName("Rangkap")
        self.copies_box.setAccessibleDescription("Banyaknya lembar cetak dari tiap halaman.")
        hint = note if alone else "kali untuk tiap surat"
        self.copies_hint = TonedLabel(hint, "muted")
        self.duplex_box = QCheckBox("Bolak-ba&lik (dua sisi kertas)")
        for signal in (self.copies_box.valueChanged, self.range_edit.textChanged,
                       self.duplex_box.toggled, self.all_pages.toggled):  # fmt: skip
            signal.connect(lambda _value: self.changed.emit())
        self.range_edit.textEdited.connect(lambda _text: self.some_pages.setChecked(True))

    def add_to(self, form: QFormLayout) -> None:
        """Lay the rows out below those that are there."""
        pages = QVBoxLayout()
        pages.setSpacing(2)
        some = QHBoxLayout()
        some.setSpacing(6)
        for widget in (self.all_pages, self.some_pages):
            some.addWidget(widget)
        some.addWidget(self.range_edit, 1)
        pages.addLayout(some)
        pages.addWidget(self.range_hint)
        form.addRow("Yang dicetak", pages)
        copies = QHBoxLayout()
        copies.setSpacing(6)
        copies.addWidget(self.copies_box)
        copies.addWidget(self.copies_hint, 1)
        caption = QLabel("&Rangkap")
        caption.setAlignment(BESIDE)
        caption.setBuddy(self.copies_box)
        form.addRow(caption, copies)
        form.addRow("", self.duplex_box)

    def show_printer(self, facts: PrinterFacts | None) -> None:
        """Offer what a printer can do; None is a file.

        A file holds a letter whole and once: its bytes are those of the preview.
        """
        self.duplex_box.setVisible(bool(facts and facts.duplex))
        if not (facts and facts.duplex):
            self.duplex_box.setChecked(False)
        for widget in (self.all_pages, self.some_pages, self.range_edit, self.copies_box):
            widget.setEnabled(facts is not None)

    def pages(self) -> frozenset[int] | None:
        """The pages wanted, from 0; None for all. Raises DomainError for numbers not there."""
        if not self.some_pages.isChecked():
            return None
        return page_range(self.range_edit.text(), self._pages)

    def point_out(self) -> None:
        """Put the keyboard on page numbers that cannot be."""
        self.range_edit.setFocus()
        self.range_edit.selectAll()
