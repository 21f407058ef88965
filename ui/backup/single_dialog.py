"""Where one file with everything goes, and whether a password closes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from sopapp.domain.errors import DomainError
from sopapp.services.cadangan_sandi import check_password
from ui.backup.password_dialog import CONSEQUENCE
from ui.backup.password_field import PasswordField
from ui.widgets.field_group import FieldGroup
from ui.widgets.form_dialog import FormDialog
from ui.widgets.toned import row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext

FILTER = "Cadangan (*.sopdik)"


class SingleDialog(FormDialog):
    """Emits `chosen` with path and password (None for an open file)."""

    topic = "data-dan-cadangan#satu-file-untuk-dibawa"

    chosen = Signal(object, object)

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        hint = (
            "Semua catatan dan file dalam satu file, untuk dibawa ke komputer lain atau disimpan "
            "di luar kantor."
        )
        super().__init__(context, parent, "Simpan ke satu file", "&Simpan", hint=hint)
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.path.setAccessibleName("File cadangan")
        self.browse = QPushButton("&Pilih…")
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        where = FieldGroup()
        box = row(self.path, self.browse)
        box.setStretch(0, 1)
        where.setLayout(box)
        where.lead = self.browse
        self.sealed = QCheckBox("&Kunci file ini dengan kata sandi")
        self.sealed.toggled.connect(self._seal)
        self.sandi = PasswordField("Kata sandi")
        self.ulang = PasswordField("Ulangi kata sandi")
        self.form.add_row("file", "&File", where)
        self.form.add_row("kunci", "Kata sandi", self.sealed, CONSEQUENCE)
        self.form.add_row("sandi", "K&ata sandi baru", self.sandi, "Paling sedikit 8 karakter.")
        self.form.add_row("ulang", "&Ulangi kata sandi", self.ulang)
        self._seal(False)
        self.browse.setFocus()
        self.on_save(self._choose)

    def _seal(self, on: bool) -> None:
        for field in ("sandi", "ulang"):
            self.form.set_row_visible(field, on)
        if on:
            self.sandi.edit.setFocus()

    def _browse(self) -> None:
        today = self.context.app.clock.today()
        path = self.context.prompts.save_file(
            self, "Simpan cadangan", f"cadangan-{today:%Y%m%d}.sopdik", FILTER
        )
        if path is not None:
            self.path.setText(str(path))
            self.form.clear_errors()

    def _choose(self) -> None:
        if not self.path.text():
            raise DomainError("Pilih dahulu nama dan tempat filenya.", field="file")
        password = None
        if self.sealed.isChecked():
            password = check_password(self.sandi.text, self.ulang.text)
        self.chosen.emit(Path(self.path.text()), password)
