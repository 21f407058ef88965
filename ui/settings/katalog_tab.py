"""Katalog hukum: the laws that are offered beside Pasal 17, the office's own among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.katalog import UndangUndang
from ui.settings.record_tab import RecordTab
from ui.theme import scale_letters
from ui.widgets.form import FormPanel
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.warned_line_edit import WarnedLineEdit

if TYPE_CHECKING:
    from ui.context import UiContext

_BUNDLED = "Bawaan program; tidak dapat diubah. Untuk peraturan lain, pilih Tambah."
_OWN = "Yang sudah tertulis pada usulan dan daftar tidak ikut berubah."


@dataclass(frozen=True, slots=True)
class _Row:
    """A law in the table; those of the program have numbers below zero."""

    id: int
    law: UndangUndang


class KatalogTab(RecordTab):
    """Own laws are added, changed and removed; those of the program can only be read."""

    kinds = (Kind.SETTING,)
    new_title = "Peraturan baru"
    edit_title = "Peraturan terpilih"
    remove_question = "Hapus “{}” dari katalog? Yang sudah tertulis pada usulan dan daftar tetap."

    def __init__(self, context: UiContext) -> None:
        columns: tuple[Column[_Row], ...] = (
            Column("Peraturan", lambda row: row.law.kutipan, 50, grows=True),
            Column("Singkatan", lambda row: row.law.singkatan, 24, grows=True),
            Column("Asal", lambda row: "Program" if row.law.bawaan else "Kantor", 11),
        )
        model = RowsModel(columns, key=lambda row: row.id, muted=lambda row: row.law.bawaan)
        super().__init__(context, model, "Katalog peraturan")

    def build_form(self, form: FormPanel) -> None:
        """The words that are printed, and a short name to find them by."""
        self.kutipan = WarnedLineEdit(self._remark, self)
        self.singkatan = QLineEdit(self)
        self.kutipan.text_changed.connect(self.touch)
        self.singkatan.textChanged.connect(self.touch)
        form.add_row(
            "kutipan", "&Nama peraturan", self.kutipan,
            "Seperti dicetak: jenis, nomor, tahun, dan judulnya.",
        )  # fmt: skip
        form.add_row("singkatan", "Sin&gkatan", self.singkatan,
                     "Membantu pencarian, misalnya “UU PDP”; boleh kosong.")  # fmt: skip
        self.about = _quiet(self)
        form.add_row("asal", "", self.about)

    def below_table(self) -> tuple[QWidget, ...]:
        """How sure the words of Pasal 17 are."""
        self.remark = _quiet(self)
        self.remark.setText(self.context.app.katalog.catatan_pasal_17())
        self.remark.setVisible(bool(self.remark.text()))
        return (self.remark,)

    def records(self) -> tuple[_Row, ...]:
        """All laws: the office's own first, then those of the program."""
        laws = self.context.app.katalog.laws()
        own = [_Row(law.id, law) for law in laws if law.id is not None]
        bundled = [law for law in laws if law.bawaan]
        return (*own, *(_Row(-number, law) for number, law in enumerate(bundled, 1)))

    def blank(self) -> tuple[str, str]:
        """A law without words."""
        return "", ""

    def input_of(self, record: _Row) -> tuple[str, str]:
        """The law's own words."""
        return record.law.kutipan, record.law.singkatan

    def name_of(self, record: _Row) -> str:
        """The short name, or the whole one."""
        return record.law.nama

    def value(self) -> tuple[str, str]:
        """The law as typed."""
        return " ".join(self.kutipan.text().split()), " ".join(self.singkatan.text().split())

    def show_value(self, value: tuple[str, str]) -> None:
        """Fill the form."""
        self.kutipan.set_text(value[0])
        self.singkatan.setText(value[1])

    def first_field(self) -> QWidget:
        """The name."""
        return self.kutipan.edit

    def add(self, value: tuple[str, str]) -> int:
        """Store a new law of the office's own."""
        return self.context.app.katalog.add_law(*value)

    def edit(self, record_id: int, value: tuple[str, str]) -> None:
        """Store a changed law."""
        self.context.app.katalog.edit_law(record_id, *value)

    def remove(self, record_id: int) -> None:
        """Remove an own law."""
        self.context.app.katalog.remove_law(record_id)

    def on_editing(self) -> None:
        """What came with the program can only be read."""
        bundled = self.editing is not None and self.editing < 0
        for edit in (self.kutipan.edit, self.singkatan):
            edit.setReadOnly(bundled)
        self.remove_button.setEnabled(self.editing is not None and not bundled)
        self.about.setText(_BUNDLED if bundled else _OWN if self.editing is not None else "")

    def _remark(self, text: str) -> str | None:
        if self.editing is not None and self.editing < 0:
            return None
        return self.context.app.katalog.remark(text) or None


def _quiet(parent: QWidget) -> QLabel:
    """Words that only explain."""
    label = QLabel(parent)
    label.setWordWrap(True)
    scale_letters(label, 0.92)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
