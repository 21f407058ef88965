"""Unit kerja: who is asked, in which order, and how a letter addresses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.riwayat import JenisCatatan
from sopapp.services.unit_kerja import UnitKerja, UnitKerjaInput
from ui.errors import guard
from ui.icons import icon
from ui.settings.paste_units_dialog import PasteUnitsDialog
from ui.settings.record_tab import RecordTab
from ui.widgets.form import FormPanel
from ui.widgets.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from ui.context import UiContext

_COLUMNS: tuple[Column[UnitKerja], ...] = (
    Column("Kode", lambda unit: unit.kode, 11),
    Column("Nama", lambda unit: unit.nama, 28, grows=True),
    Column("Keadaan", lambda unit: "Aktif" if unit.aktif else "Nonaktif", 12),
    Column("Pimpinan", lambda unit: unit.pimpinan, 28, grows=True),
)


class UnitKerjaTab(RecordTab):
    """Units with their order; several can be pasted at once."""

    kinds = (Kind.UNIT_KERJA,)
    printed = ("nama", "pimpinan")
    record_kind = JenisCatatan.UNIT_KERJA
    new_title = "Unit kerja baru"
    edit_title = "Unit kerja terpilih"
    remove_question = "Hapus unit kerja “{}”?"

    def __init__(self, context: UiContext) -> None:
        self.dialog: PasteUnitsDialog | None = None
        model = RowsModel(_COLUMNS, key=lambda unit: unit.id, muted=lambda unit: not unit.aktif)
        super().__init__(context, model, "Unit kerja")

    def build_form(self, form: FormPanel) -> None:
        """Code, name, head, and whether it is asked."""
        self.kode, self.nama, self.pimpinan = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.aktif = QCheckBox("Aktif: diminta usulan pada berkas baru", self)
        for edit in (self.kode, self.nama, self.pimpinan):
            edit.textChanged.connect(self.touch)
        self.aktif.toggled.connect(self.touch)
        form.add_row("kode", "&Kode", self.kode, "Singkat dan berbeda untuk tiap unit.")
        form.add_row(
            "nama",
            "Na&ma",
            self.nama,
            said="Nama unit kerja selengkapnya.",
        )
        form.add_row(
            "pimpinan",
            "&Pimpinan",
            self.pimpinan,
            "Sebutan pada alamat surat, misalnya “Kepala Bidang …”.",
        )
        form.add_row("aktif", "", self.aktif)

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """Order and paste."""
        self.up = QPushButton("&Naik", self)
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down = QPushButton("Tu&run", self)
        self.down.clicked.connect(lambda: self.shift(1))
        # A button's own shortcut would take the place of its underlined letter.
        for keys, button in (("Alt+Up", self.up), ("Alt+Down", self.down)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(f"{button.text().replace('&', '')}: memindahkan unit kerja")
            shortcut.activated.connect(button.click)
        self.up.setIcon(icon("up", self))
        self.down.setIcon(icon("down", self))
        self.paste = QPushButton("T&empel beberapa baris…", self)
        self.paste.clicked.connect(self.open_paste)
        return (self.up, self.down, self.paste)

    def records(self) -> tuple[UnitKerja, ...]:
        """All units in order."""
        return self.context.app.unit_kerja.list()

    def blank(self) -> UnitKerjaInput:
        """An active unit without words."""
        return UnitKerjaInput("", "", "")

    def input_of(self, record: UnitKerja) -> UnitKerjaInput:
        """The unit's own words."""
        return UnitKerjaInput(record.kode, record.nama, record.pimpinan, record.aktif)

    def name_of(self, record: UnitKerja) -> str:
        """The unit's name."""
        return record.nama

    def value(self) -> UnitKerjaInput:
        """The unit as typed."""
        return UnitKerjaInput(
            self.kode.text().strip(),
            self.nama.text().strip(),
            self.pimpinan.text().strip(),
            self.aktif.isChecked(),
        )

    def show_value(self, value: UnitKerjaInput) -> None:
        """Fill the form."""
        self.kode.setText(value.kode)
        self.nama.setText(value.nama)
        self.pimpinan.setText(value.pimpinan)
        self.aktif.setChecked(value.aktif)

    def first_field(self) -> QWidget:
        """The code."""
        return self.kode

    def add(self, value: UnitKerjaInput) -> int:
        """Store a new unit at the end."""
        return self.context.app.unit_kerja.add(value)

    def edit(self, record_id: int, value: UnitKerjaInput) -> None:
        """Store a changed unit."""
        self.context.app.unit_kerja.edit(record_id, value)

    def remove(self, record_id: int) -> None:
        """Remove a unit that was never used."""
        self.context.app.unit_kerja.remove(record_id)

    def on_editing(self) -> None:
        """Only a stored unit can be moved, and not beyond the ends."""
        ids = [unit.id for unit in self.records()]
        place = ids.index(self.editing) if self.editing in ids else -1
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(ids) - 1)

    def shift(self, step: int) -> None:
        """Move the chosen unit up (-1) or down (1); saved at once."""
        ids = [unit.id for unit in self.records()]
        if self.editing not in ids or not self._may_change():
            return
        place = ids.index(self.editing)
        if not 0 <= place + step < len(ids):
            return
        ids[place], ids[place + step] = ids[place + step], ids[place]
        with guard(self, self.context.prompts):
            self.context.app.unit_kerja.reorder(ids)
        self.reload()

    def open_paste(self) -> None:
        """Open the dialog that takes many units at once."""
        if not self._may_change():
            return
        taken = tuple(unit.kode for unit in self.records())
        self.dialog = PasteUnitsDialog(taken, self)
        self.dialog.accepted.connect(self._take_pasted)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _take_pasted(self) -> None:
        if self.dialog is None:
            return
        units = self.dialog.units
        with guard(self, self.context.prompts):
            self.editing = self.context.app.unit_kerja.add_all(units)[-1]
        self.reload()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
