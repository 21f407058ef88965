"""Giving a letter its number and date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from sopapp.domain.errors import DomainError
from ui.berkas.form_dialog import FormDialog
from ui.context import UiContext
from ui.widgets.date_edit import DateEdit


class NumberDialog(FormDialog):
    """Number and date; the proposed number follows the date until it is typed over."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        title: str,
        accept: str,
        *,
        nomor: str,
        tanggal: date,
        propose: Callable[[date], str],
        save: Callable[[str, date], None],
        hint: str = "",
    ) -> None:
        super().__init__(context, parent, title, accept, hint=hint)
        self._propose = propose
        self.tanggal = DateEdit(tanggal)
        self.nomor = QLineEdit(nomor)
        self._proposed = ""
        if not nomor:
            self._follow()
        self.form.add_row("tanggal", "&Tanggal surat", self.tanggal)
        self.form.add_row(
            "nomor", "&Nomor", self.nomor, "Usulan nomor dapat diganti, misalnya dari buku agenda."
        )
        self.tanggal.dateChanged.connect(self._follow)
        self.on_save(lambda: save(self._typed(), self.tanggal.day()))
        self.watch(lambda: (self.nomor.text(), self.tanggal.day()))
        self.nomor.setFocus()
        self.nomor.selectAll()

    def _follow(self) -> None:
        if self.nomor.text() == self._proposed:
            self._proposed = self._propose(self.tanggal.day())
            self.nomor.setText(self._proposed)

    def _typed(self) -> str:
        nomor = " ".join(self.nomor.text().split())
        if not nomor:
            raise DomainError("Nomor surat belum diisi.", field="nomor")
        return nomor


class NumberAllDialog(FormDialog):
    """One date for all letters that have no number yet; numbers follow one another."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        count: int,
        tanggal: date,
        propose: Callable[[date], str],
        save: Callable[[date], None],
    ) -> None:
        super().__init__(context, parent, "Nomori semua", f"&Nomori {count} surat")
        self._propose = propose
        self.tanggal = DateEdit(tanggal)
        self.first = QLineEdit()
        self.first.setReadOnly(True)
        self.form.add_row("tanggal", "&Tanggal surat", self.tanggal)
        self.form.add_row(
            "nomor", "Nomor &pertama", self.first,
            "Surat berikutnya memakai nomor sesudahnya, menurut urutan unit kerja.",
        )  # fmt: skip
        self._follow()
        self.tanggal.dateChanged.connect(self._follow)
        self.on_save(lambda: save(self.tanggal.day()))

    def _follow(self) -> None:
        self.first.setText(self._propose(self.tanggal.day()))
