"""Instansi: the names, address lines and logo of the letterhead, with a live picture of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.saved_file import save_file
from sopapp.services.instansi import Instansi
from ui.settings.kop_preview import KopPreview
from ui.settings.logo_file import read_logo
from ui.settings.refuse_undrawable import refuse_undrawable
from ui.settings.settings_tab import SettingsTab
from ui.theme import scale_letters
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.plain_text import PlainText
from ui.written_files import passing_folder

if TYPE_CHECKING:
    from ui.context import UiContext

_ADDRESS_LINES = 4


@dataclass(frozen=True, slots=True)
class _Value:
    """The office's words, and the logo's bytes (None: no logo)."""

    instansi: Instansi
    logo: bytes | None


class InstansiTab(SettingsTab):
    """Form at the left, letterhead at the right."""

    form: FormPanel
    kinds = (Kind.INSTANSI,)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._logo: bytes | None = None
        self._logo_name = ""
        self._logo_id: int | None = None
        self.form = FormPanel(self)
        self._build_form(self.form)
        self.preview = KopPreview(self)
        right = QVBoxLayout()
        right.setSpacing(8)
        title = QLabel("Contoh kop surat", self)
        scale_letters(title, 1.05, bold=True)
        right.addWidget(title)
        right.addWidget(self.preview)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(32)
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        layout.addLayout(left, 5)
        layout.addLayout(right, 6)

    def load(self) -> _Value:
        """The stored office."""
        service = self.context.app.instansi
        return _Value(service.get(), service.logo())

    def value(self) -> _Value:
        """The office as typed."""
        lines = (line.strip() for line in self.alamat.toPlainText().splitlines())
        return _Value(
            Instansi(
                pemerintah=self.pemerintah.text().strip(),
                nama=self.nama.text().strip(),
                singkatan=self.singkatan.text().strip(),
                alamat=tuple(line for line in lines if line),
                kota=self.kota.text().strip(),
                logo_id=self._logo_id,
            ),
            self._logo,
        )

    def show_value(self, value: _Value) -> None:
        """Fill the form."""
        self._logo_id = value.instansi.logo_id
        self._logo = value.logo
        self.pemerintah.setText(value.instansi.pemerintah)
        self.nama.setText(value.instansi.nama)
        self.singkatan.setText(value.instansi.singkatan)
        self.alamat.setPlainText("\n".join(value.instansi.alamat))
        self.kota.setText(value.instansi.kota)
        self._draw()

    def store(self, value: Any) -> None:  # noqa: ANN401 - a _Value
        """Save the words, then the logo if it changed."""
        service = self.context.app.instansi
        stored, name = service.logo(), self._logo_name
        refuse_undrawable(_printed(value.instansi))
        service.save(value.instansi)
        if value.logo == stored:
            return
        if value.logo is None:
            service.set_logo(None)
            return
        # What was checked is stored, whatever the file has become since.
        folder = passing_folder()
        try:
            save_file(folder / name, value.logo)
            service.set_logo(folder / name)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def choose_logo(self) -> None:
        """Ask for a picture; it is stored with Simpan."""
        path = self.context.prompts.open_file(
            self, "Pilih logo", "Gambar (*.png *.jpg *.jpeg *.svg);;Semua (*)"
        )
        if path is None:
            return
        self.form.clear_errors()
        try:
            chosen = read_logo(path)
        except DomainError as error:
            self.form.show_error("logo", str(error))
            return
        self._logo, self._logo_name = chosen.data, chosen.nama
        self._draw()
        self.touch()

    def remove_logo(self) -> None:
        """Leave the logo out; it goes with Simpan."""
        self._logo = None
        self._draw()
        self.touch()

    def _build_form(self, form: FormPanel) -> None:
        self.pemerintah = self._line("Misalnya Pemerintah Provinsi …")
        self.nama = self._line("Misalnya Dinas …")
        self.singkatan = self._line("")
        self.kota = self._line("")
        self.alamat = PlainText(parent=self)
        self.alamat.setTabChangesFocus(True)
        self.alamat.setFixedHeight(
            self.fontMetrics().lineSpacing() * _ADDRESS_LINES + self.fontMetrics().height()
        )
        self.alamat.textChanged.connect(self._on_typed)
        form.add_row(
            "pemerintah",
            "&Pemerintah",
            self.pemerintah,
            "Baris pertama kop surat; program yang mencetaknya dengan huruf kapital.",
        )
        form.add_row("nama", "&Nama instansi", self.nama, "Ditulis lengkap, tanpa singkatan.")
        form.add_row(
            "singkatan",
            "S&ingkatan",
            self.singkatan,
            "Ditulis di dalam nomor surat, misalnya 500.12/7/BKD/XI/2026.",
        )
        form.add_row(
            "alamat",
            "&Alamat",
            self.alamat,
            "Satu baris di sini menjadi satu baris di kop: jalan dan kode pos, telepon, laman.",
        )
        form.add_row("kota", "&Kota", self.kota, "Dicetak pada Keputusan: “Ditetapkan di …”.")
        form.add_row(
            "logo", "Logo", self._logo_row(), "Gambar PNG, JPG, atau SVG; SVG disimpan sebagai PNG."
        )

    def _line(self, placeholder: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setPlaceholderText(placeholder)
        edit.textChanged.connect(self._on_typed)
        return edit

    def _logo_row(self) -> QWidget:
        row = FieldGroup(self)
        self.logo_button = QPushButton("Pilih &logo…", row)
        self.logo_button.clicked.connect(self.choose_logo)
        self.remove_button = QPushButton("&Hapus logo", row)
        self.remove_button.clicked.connect(self.remove_logo)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.logo_button)
        layout.addWidget(self.remove_button)
        layout.addStretch(1)
        row.lead = self.logo_button
        return row

    def _on_typed(self) -> None:
        self._draw()
        self.touch()

    def _draw(self) -> None:
        value = self.value()
        self.remove_button.setEnabled(value.logo is not None)
        self.preview.show_kop(value.instansi, value.logo)


def _printed(instansi: Instansi) -> dict[str, str]:
    """What of it letters print, by field."""
    names = ("pemerintah", "nama", "singkatan", "kota")
    words = {name: getattr(instansi, name) for name in names}
    return words | {"alamat": " ".join(instansi.alamat)}
